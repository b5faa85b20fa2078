"""How deep each point of a text stands, and which headings the source has lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.cleaning import HEADING, HIDDEN
from drafter.formats.page import MARKERS, Line, number_in
from drafter.formats.points import GIVEN, ITEM, ORDER, SAME, Point, without_bullet
from drafter.outline import BODY

LOST = "〔待补：标题〕"
"""The heading that stands for one the source has lost."""
FARTHEST = 3
"""How many headings in a row may be missing for the gap to be filled with holes."""
UNRANKED = 100
"""The rank of a style that stands where it is met."""


@dataclass(frozen=True, slots=True)
class Level:
    """A heading that is open: its style, depth and number, and whether it calls for more under it."""

    style: str
    depth: int
    value: int
    opens: bool = False


def placed(lines: Sequence[Line], points: dict[int, Point]) -> Iterator[Line]:
    """The lines with depth and number, and holes for headings that the source has lost."""
    stack: tuple[Level, ...] = ()
    coming = _Coming(points)
    broken = False
    for n, line in enumerate(lines):
        if line.role == HIDDEN:
            broken = True
        elif n not in points:
            stack = _counted(stack, line)
            yield replace(
                line, text=without_bullet(line.text), role=BODY if line.role == HEADING else line.role
            )
        else:
            above, point = stack, points[n]
            stack = _under(stack, point, n, line.depth, coming)
            for level in _lost(above, stack, broken):
                yield Line(LOST, level.depth, number=MARKERS[level.style].draw(level.value, 0), at=line.at)
            yield _headed(line, point, stack[-1].depth)
            broken = False


def _counted(stack: tuple[Level, ...], line: Line) -> tuple[Level, ...]:
    """The open headings when a paragraph has a number that is none's heading and yet counts."""
    style, value, _ = number_in(line.text)
    style = SAME.get(style, style)
    return tuple(replace(level, value=value) if style == level.style and value else level for level in stack)


def _headed(line: Line, point: Point, depth: int) -> Line:
    return Line(
        point.text,
        depth,
        number=point.number,
        run_in=line.run_in or bool(point.rest),
        rest=point.rest,
        at=line.at,
    )


class _Coming:
    """The points without a rank of their own that still come, before one that has."""

    def __init__(self, points: dict[int, Point]) -> None:
        self._last: dict[tuple[int, str, int], int] = {}
        self._block: dict[int, int] = {}
        block = 0
        for n, point in points.items():
            block += point.style in ORDER
            self._block[n] = block
            self._last[block, point.style, point.value] = n

    def goes_on(self, level: Level, n: int) -> bool:
        """Whether behind point `n` the series of `level` has another."""
        key = (self._block[n], level.style, level.value + bool(level.value))
        return self._last.get(key, -1) > n


def _under(stack: tuple[Level, ...], point: Point, n: int, depth: int, coming: _Coming) -> tuple[Level, ...]:
    """The open headings once `point` is one of them, the last."""
    opens = point.alone or point.rest.endswith("：")
    if depth:
        return (
            *(level for level in stack if level.depth < depth),
            Level(point.style, depth, point.value, opens),
        )
    styles = [level.style for level in stack]
    if point.style in styles:
        home = styles.index(point.style)
        return (*stack[:home], Level(point.style, stack[home].depth, point.value, opens))
    rank = ORDER.get(point.style, UNRANKED + (point.style == ITEM))
    while stack and not _holds(stack[-1], rank, point, n, coming):
        stack = stack[:-1]
    return (*stack, Level(point.style, stack[-1].depth + 1 if stack else 1, point.value, opens))


def _holds(level: Level, rank: int, point: Point, n: int, coming: _Coming) -> bool:
    """Whether `point`, of such a rank, stands under the open heading."""
    if rank == UNRANKED:
        return _rank(level) <= rank and not _is_over(level, n, coming)
    if _rank(level) == UNRANKED:
        return rank > UNRANKED or (level.opens and point.value == 1)
    return _rank(level) <= rank


def _rank(level: Level) -> int:
    return -1 if level.style == GIVEN else ORDER.get(level.style, UNRANKED)


def _is_over(level: Level, n: int, coming: _Coming) -> bool:
    """Whether a series without a rank does not go on below, so that another one is its neighbour."""
    return _rank(level) == UNRANKED and not level.opens and not coming.goes_on(level, n)


def _lost(above: tuple[Level, ...], stack: tuple[Level, ...], broken: bool) -> Iterator[Level]:
    """The headings that the source has lost before the last of `stack`."""
    level = stack[-1]
    before = next((old.value for old in above if (old.style, old.depth) == (level.style, level.depth)), 0)
    if not level.value or level.style not in MARKERS or (level.style not in ORDER and not broken):
        return
    if broken and before and level.value <= before:
        yield from (
            Level(parent.style, parent.depth, parent.value + 1) for parent in stack[-2:-1] if parent.value
        )
        yield from (Level(level.style, level.depth, value) for value in range(1, level.value))
    elif (before or broken) and before + 1 < level.value <= before + 1 + FARTHEST:
        yield from (Level(level.style, level.depth, value) for value in range(before + 1, level.value))
