"""Which lines of a text open a point, and of what style: the series that headings make."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from drafter.chinese import HAN, length
from drafter.cleaning import HEADING, role_of
from drafter.formats.page import Line, number_in
from drafter.formats.parallels import groups, likeness
from drafter.formats.points import (
    BOLD,
    BULLET,
    GIVEN,
    ITEM,
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
)
from drafter.outline import BODY

_ENUMERATION = re.compile(f"[{HAN}]{{2,8}}(?:、[{HAN}]{{2,8}})+")
_CODA = re.compile("结束语|结语|结尾|后记|尾声|小结|总结|展望|前言|引言|导语|序言|引子")


def points_of(lines: Sequence[Line]) -> dict[int, Point]:
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
    """Whether a numbered heading is short enough to be one; 一 may stand alone."""
    if point.style == "一":
        return length(point.text) <= LONGEST
    if point.style not in ORDER:
        return 0 < length(point.text) <= LONGEST_SPOKEN
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
            kin = {n: heads[n] for n in _kin(heads)}
            before = "".join(lines[n].text for n in block if kin and n < min(kin))
            found |= _nested(kin, before)
    return found


def _nested(points: dict[int, Point], before: str) -> dict[int, Point]:
    """`points` of which those are heads of the others that the text before has announced: 甲、乙、丙."""
    for announced in map(_split, _ENUMERATION.findall(before)):
        heads = [n for n, point in points.items() if point.text.rstrip("：").endswith(announced)]
        if len(heads) == len(announced) < len(points) and heads[0] == min(points):
            return {n: point if n in heads else replace(point, style=ITEM) for n, point in points.items()}
    return points


def _split(enumeration: str) -> tuple[str, ...]:
    return tuple(enumeration.split("、"))


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
