"""The headings, levels and roles of a page that shows them by its words alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from drafter.chinese import length
from drafter.cleaning import HEADING, HIDDEN, LEAD, Cleaned, Row, role_of
from drafter.formats import matter
from drafter.formats.page import CLOSING, MARKERS, Line, number_in, take_up
from drafter.formats.parallels import groups, likeness
from drafter.formats.points import (
    BOLD,
    BULLET,
    GIVEN,
    LABEL,
    LONGEST,
    LONGEST_SPOKEN,
    LONGEST_TITLE,
    ORDER,
    PART,
    SAME,
    SHORT,
    Point,
    bulleted,
    is_short,
    labelled,
    led,
    numbered,
    without_bullet,
)
from drafter.outline import BODY, Outline
from drafter.problem import NOWHERE, Place, Problem

LOST = "〔待补：标题〕"
"""The heading that stands for one the source has lost."""
FARTHEST = 3
"""How many headings in a row may be missing for the gap to be filled with holes."""

_CLOSING = re.compile(
    "同志们[！，：,!:]|各位|朋友们|总之|综上|总而言之|一言以蔽之|让我们|我相信|我坚信|我们相信|最后[，,]|老师们|同学们|新征程上|站在新的|奋斗正当时"
    "|征途漫漫|前路|不忘初心，|“?雄关漫道|潮平|千里之行|以上|我的(?:发言|汇报|讲话|演讲)|谢谢|感谢|述职完毕|衷心|祝愿|预祝|最后祝|只有这样|星光不|道阻且长|未来已来"
    "|空谈误国|路虽远|惟有|唯有|历史的车轮|时代的"
)
_CODA = re.compile("结束语|结语|结尾|后记|尾声|小结|总结|展望|前言|引言|导语|序言|引子")


def understood(cleaned: Cleaned, at: Place = NOWHERE) -> Outline:
    """The outline of a cleaned text, with what is amiss in its numbers."""
    lines = recognised([line_of(row, at.path) for row in cleaned.rows])
    return replace(take_up(lines, at), problems=tuple(problems(lines)))


def line_of(row: Row, path: Path | None) -> Line:
    """The line of a row, with what its format knows: depth, role, bold words at its head."""
    at = Place(path, row.line, row.column)
    text, rest = row.text.replace(LEAD, ""), ""
    if row.hint.startswith(HEADING) and row.hint != HEADING:
        return Line(text, int(row.hint[len(HEADING) :]), at=at)
    head, bold, behind = without_bullet(row.text).partition(LEAD)
    if bold and not behind.strip() and not row.hint:
        return Line(text, role=HEADING, at=at)
    if bold and _is_lead(head, behind):
        colon = "：" if behind[0] == "：" else ""
        text, rest = head.strip().removesuffix("。") + colon, behind.replace(LEAD, "").lstrip("。： ")
    return Line(text, role=row.hint or BODY, run_in=bool(rest), rest=rest, at=at)


def _is_lead(head: str, rest: str) -> bool:
    """Whether bold words are a heading, and not a word that is stressed."""
    closed = head[-1:] in "。：？！" or rest[0] in "。：" or bool(number_in(head)[0])
    return closed and 2 <= length(head) <= LONGEST and bool(rest.strip("。 "))


def recognised(lines: Sequence[Line]) -> list[Line]:
    """`lines` with the headings, numbers, levels and roles that their words show.

    What a format knows may stand in the lines already: role 题目; `depth` of a heading; role 标题 for
    a line set as a heading of unknown depth; `run_in` with a `rest` for words set in bold at the head
    of a paragraph (depth 0); any role of a paragraph.  It is kept; the rest is found out.
    """
    body, tails = matter.tails(lines)
    after, end = matter.closing(body)
    body = body[:end]
    bare = any(is_short(line.text) and _heads(body, n) for n, line in enumerate(body) if n > 2)
    before, start = matter.opening(body, bare)
    body = list(_placed(body[start:], _points(body[start:])))
    named = any(line.role == "署名" for line in (*before, *after))
    extra = [line for line in tails if not (named and line.role == "署名")]
    before += [line for line in extra if line.role != "来源"]
    return [*before, *_with_closing(body), *after, *(line for line in extra if line.role == "来源")]


def _heads(lines: Sequence[Line], n: int) -> bool:
    """Whether line `n` stands between paragraphs as a heading does."""
    if n + 1 >= len(lines) or number_in(lines[n].text)[0] or role_of(lines[n].text):
        return False
    return not is_short(lines[n + 1].text) and not is_short(lines[n - 1].text)


def _points(lines: Sequence[Line]) -> dict[int, Point]:
    """The point that each line opens, by its index; the other lines are paragraphs."""
    points = {n: _given(line) for n, line in enumerate(lines) if _is_given(line)}
    points |= _numbered(lines, points)
    points |= _short(lines, points)
    points |= _alike(lines, points)
    return _ranked(dict(sorted(points.items())))


def _is_given(line: Line) -> bool:
    bold = line.role == HEADING and length(line.text) <= LONGEST_TITLE
    return bool(line.depth) or bold or (line.run_in and bool(line.rest))


def _given(line: Line) -> Point:
    """The point that a format knows of."""
    text = line.text.rstrip("。")
    style, value, end = number_in(line.text)
    number = line.number or line.text[:end].strip()
    if style and not line.number:
        text = text[end:].strip()
    known = GIVEN if line.depth else BOLD if line.run_in else SHORT
    return Point(SAME.get(style, style) or known, text, number, value, line.rest)


def _numbered(lines: Sequence[Line], points: dict[int, Point]) -> dict[int, Point]:
    """The numbered lines that are headings: short enough, and in a series of such."""
    found = {
        n: point
        for n, line in enumerate(lines)
        if n not in points and line.role == BODY and (point := numbered(line))
    }
    return {
        n: found[n]
        for series in _series(found)
        if _is_headed(series, found, len(lines))
        for n in series
        if _fits(found[n])
    }


def _series(points: dict[int, Point]) -> Iterator[list[int]]:
    """The numbered lines of one style that count on, in their order."""
    running: dict[str, list[int]] = {}
    for n, point in points.items():
        series = running.get(point.style, [])
        if series and point.value and point.value <= points[series[-1]].value:
            yield series
            series = []
        running[point.style] = [*series, n]
    yield from running.values()


def _fits(point: Point) -> bool:
    """Whether a numbered heading is short enough to be one."""
    if point.style not in ORDER:
        return 0 < length(point.text) <= LONGEST_SPOKEN or point.style == "一"
    return bool(point.text) and length(point.text) <= (
        LONGEST if point.rest or point.closed else LONGEST_TITLE
    )


def _is_headed(series: Sequence[int], points: dict[int, Point], total: int) -> bool:
    """Whether the numbers of a series stand before headings, and not before long sentences or list items."""
    good = [n for n in series if _fits(points[n])]
    if len(good) * 2 < len(series):
        return False
    items = all(points[n].alone and (points[n].closed or points[n].text[-1:] in "；;，。、") for n in good)
    if items and all(m - n == 1 for n, m in pairwise(good)):
        return False
    if points[good[0]].style in ORDER:
        return len(good) > 1 or points[good[0]].alone or points[good[0]].value > 1 or total < 12
    return len(good) > 1


def _short(lines: Sequence[Line], points: dict[int, Point]) -> dict[int, Point]:
    """The short lines without a number that stand between paragraphs as headings do."""
    found = [n for n, line in enumerate(lines) if n not in points and _may_head(line)]
    known = frozenset(found)
    lonely = [n for n in found if not _in_verse(n, known) and _has_text(lines, points, n)]
    return {n: Point(SHORT, lines[n].text) for n in lonely}


def _may_head(line: Line) -> bool:
    return (
        line.role == BODY and is_short(line.text) and not role_of(line.text) and not number_in(line.text)[0]
    )


def _in_verse(n: int, short: frozenset[int]) -> bool:
    """Whether line `n` is one of three short lines in a row, as a line of verse or of a list is."""
    return any({a, a + 1, a + 2} <= short for a in (n - 2, n - 1, n))


def _has_text(lines: Sequence[Line], points: dict[int, Point], n: int) -> bool:
    following = n + 1 < len(lines) and lines[n + 1].role in (BODY, HEADING)
    return following and (n + 1 in points or not is_short(lines[n + 1].text))


def _alike(lines: Sequence[Line], points: dict[int, Point]) -> dict[int, Point]:
    """The paragraphs that open with bullets, labels or first sentences built alike, between two headings."""
    found: dict[int, Point] = {}
    for block in _blocks(lines, points):
        for kind in (bulleted, labelled, led):
            heads = {n: point for n in block if n not in found and (point := kind(lines[n]))}
            found |= {n: heads[n] for n in _kin(heads)}
    return found


def _blocks(lines: Sequence[Line], points: dict[int, Point]) -> Iterator[list[int]]:
    """The runs of paragraphs between headings."""
    block: list[int] = []
    for n, line in enumerate(lines):
        if n in points or line.role != BODY:
            yield block
            block = []
        else:
            block.append(n)
    yield block


def _kin(heads: dict[int, Point]) -> Iterator[int]:
    """Those of the heads that make a series."""
    fitting = {n: point for n, point in heads.items() if point.rest and 2 <= length(point.text) <= LONGEST}
    if any(point.style in (BULLET, LABEL) for point in fitting.values()):
        names = Counter(point.text for point in fitting.values())
        distinct = [n for n, point in fitting.items() if names[point.text] == 1]
        yield from distinct if len(distinct) > 2 or _is_pair([fitting[n] for n in distinct]) else []
        return
    for group in groups([(n, point.text) for n, point in fitting.items()]):
        yield from group


def _is_pair(points: Sequence[Point]) -> bool:
    """Whether two points are enough: bullets, or labels that are built alike."""
    return len(points) == 2 and (points[0].style == BULLET or likeness(points[0].text, points[1].text) > 0)


def _ranked(points: dict[int, Point]) -> dict[int, Point]:
    """`points` whose short lines are known as parts where the numbers begin anew under them."""
    run = list(points.values())
    counted = {point.style for point in run if point.style in ORDER and point.value}
    parts = not counted or sum(_votes(run)) > 0
    return {
        n: replace(point, style=PART)
        if point.style == SHORT and (parts or _CODA.match(point.text))
        else point
        for n, point in points.items()
    }


def _votes(run: Sequence[Point]) -> Iterator[int]:
    """For each short line, 1 where the numbers begin anew behind it, -1 where they go on."""
    seen: set[str] = set()
    for i, (point, following) in enumerate(pairwise(run)):
        if point.style == SHORT and following.style in ORDER and following.value:
            anew = following.value == 1
            known = following.style in seen
            yield 1 if anew and (known or i == 0) else -1 if known and not anew else 0
        seen.add(point.style)


@dataclass(frozen=True, slots=True)
class Level:
    """A heading that is open: the style of its number, its depth, its number."""

    style: str
    depth: int
    value: int


def _placed(lines: Sequence[Line], points: dict[int, Point]) -> Iterator[Line]:
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
    return Line(point.text, depth, number=point.number, run_in=bool(point.rest), rest=point.rest, at=line.at)


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
    if depth:
        return (*(level for level in stack if level.depth < depth), Level(point.style, depth, point.value))
    styles = [level.style for level in stack]
    if point.style in styles:
        home = styles.index(point.style)
        return (*stack[:home], Level(point.style, stack[home].depth, point.value))
    rank = ORDER.get(point.style, UNRANKED)
    while stack and (_rank(stack[-1]) > rank or (rank == UNRANKED and _is_over(stack[-1], n, coming))):
        stack = stack[:-1]
    return (*stack, Level(point.style, stack[-1].depth + 1 if stack else 1, point.value))


UNRANKED = 100
"""The rank of a style that stands where it is met."""


def _rank(level: Level) -> int:
    return -1 if level.style == GIVEN else ORDER.get(level.style, UNRANKED)


def _is_over(level: Level, n: int, coming: _Coming) -> bool:
    """Whether a series without a rank does not go on below, so that another one is its neighbour."""
    return _rank(level) == UNRANKED and not coming.goes_on(level, n)


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


def _with_closing(lines: Sequence[Line]) -> list[Line]:
    """`lines` with the paragraphs behind the last point that round off the whole text."""
    last = max((n for n, line in enumerate(lines) if line.depth), default=len(lines))
    start = last + 1 + (not lines[last].rest) if last < len(lines) else last
    if not _is_tight(lines, last):
        near = range(max(start, len(lines) - 5), len(lines))
        start = next((n for n in near if _CLOSING.match(lines[n].text)), len(lines))
    return [
        replace(line, role=CLOSING) if n >= start and line.role == BODY else line
        for n, line in enumerate(lines)
    ]


def _is_tight(lines: Sequence[Line], last: int) -> bool:
    """Whether each point is one paragraph, so that what follows the last one is no part of it."""
    if last >= len(lines) or not lines[last].rest:
        return False
    heads = [n for n, line in enumerate(lines[:last]) if line.depth == lines[last].depth]
    return (
        len(heads) > 0 and lines[last].depth == 1 and all(lines[n].rest and lines[n + 1].depth for n in heads)
    )


def problems(lines: Sequence[Line]) -> Iterator[Problem]:
    """What is amiss in the numbers of the headings: gaps, repetitions, a beginning that is missing."""
    open_: dict[int, tuple[str, int]] = {}
    for line in lines:
        if not line.depth:
            continue
        style, value, _ = number_in(line.number)
        known, before = open_.get(line.depth, (style, 0))
        open_ = {depth: seen for depth, seen in open_.items() if depth < line.depth} | {
            line.depth: (style, value)
        }
        if line.text == LOST:
            yield Problem(f"原文缺“{line.number}”的标题和内容", line.at, "补上这一节，或删去它")
        elif style in ORDER and style == known and value not in (before + 1, 1):
            told = f"编号“{line.number}”重复" if value == before else f"编号“{line.number}”接不上前面"
            yield Problem(told, line.at, "对照原文补上缺的一节，或改编号")
