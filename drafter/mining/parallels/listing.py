"""Units between 、 that are alike.

A list may begin in the middle of its first unit and end in the middle of its last
(形成更多｜有分量、有见地、有价值｜的调研成果), so those two are cut to fit the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.mining.likeness import SHORT_SHAPES, alike, likeness, same_words, shape
from drafter.mining.view import Group, Passage, Span

ENOUGH = 0.72
"""How alike units must be."""
_LONGEST = 24
"""Characters that are left of a unit that is cut."""

_AFTER = re.compile("[的等都均皆”，；。：]|[中时][，；。]|$")
_BOLD = frozenset("不敢能善会要最更无")


def in_list(passage: Passage, whole: Sequence[Span]) -> Iterator[Group]:
    units = tuple(_last_and(passage, whole))
    start = 0
    while start < len(units) - 1:
        score, one, other = _opening(passage, units, start)
        if score < ENOUGH:
            start += 1
            continue
        run, scores = [one, other], [score]
        while other == units[start + len(run) - 1] and start + len(run) < len(units):
            score, other = _next(passage, units, start + len(run), run[-1])
            if score < ENOUGH:
                break
            run.append(other)
            scores.append(score)
        yield Group(tuple(run), sum(scores) / len(scores))
        start += len(run) - 1


def in_fours(passage: Passage, whole: Sequence[Span]) -> Iterator[Group]:
    """上下畅通、左右协同、内外联动: three and more of four characters, whatever they are built of."""
    if len(whole) < 3 or any(end - start != 4 for start, end in whole[1:-1]):
        return
    first, last = Span(whole[0].end - 4, whole[0].end), Span(whole[-1].start, whole[-1].start + 4)
    stands = first.start >= whole[0].start and passage.edges[first.start] == "1"
    ends = last.end <= whole[-1].end and _AFTER.match(passage.text, last.end)
    if stands and ends and (passage.tags[last.end - 1] != "n" or _end_alike(passage, whole[-2], last)):
        yield Group((first, *whole[1:-1], last), ENOUGH)


def _last_and(passage: Passage, units: Sequence[Span]) -> Iterator[Span]:
    """The units, the last one parted at its 和: 大局意识、学习意识和廉洁意识."""
    yield from units[:-1]
    start, end = units[-1]
    joint = next((i for i in range(start + 2, end - 2) if _is_and(passage, i)), 0)
    before = Span(max(units[-2].start, units[-2].end - joint + start), units[-2].end)
    if joint and likeness(passage, before, Span(start, joint)) >= ENOUGH:
        yield from (Span(start, joint), Span(joint + 1, end))
    else:
        yield units[-1]


def _is_and(passage: Passage, i: int) -> bool:
    return passage.text[i] in "和与及" and passage.edges[i : i + 2] == "11"


def _opening(passage: Passage, units: Sequence[Span], i: int) -> tuple[float, Span, Span]:
    """The two stretches around the 、 after unit `i` that are most alike, and how much they are."""
    one, other = units[i], units[i + 1]
    tails = list(_beginnings(passage, other)) if i + 2 == len(units) else [other]
    heads = list(_endings(passage, one))
    fits = (
        (_fit(passage, a, b, one, other), a, b)
        for b in tails
        for a in heads
        if _may_cut(passage, a, b, one, first=i == 0)
    )
    return max(fits, default=(0.0, one, other))


def _may_cut(passage: Passage, a: Span, b: Span, one: Span, *, first: bool) -> bool:
    """A unit may be cut to where it begins as the next does; the first one, to its length."""
    if a == one or passage.text[a.start] == passage.text[b.start]:
        return True
    return first and a.end - a.start == b.end - b.start


def _next(passage: Passage, units: Sequence[Span], i: int, model: Span) -> tuple[float, Span]:
    """Unit `i` as far as it goes on like `model`; only the last of a list may be cut."""
    tails = list(_beginnings(passage, units[i])) if i + 1 == len(units) else [units[i]]
    fits = [(_fit(passage, model, unit, model, units[i]), unit) for unit in tails]
    even = [fit for fit in fits if fit[0] >= ENOUGH and fit[1].end - fit[1].start == model.end - model.start]
    score, unit = max(even or fits)
    if unit == units[i] and same_words(passage, model, unit):
        score = max(score, ENOUGH)
    return score, unit


def _endings(passage: Passage, unit: Span) -> Iterator[Span]:
    """`unit`, and `unit` without the words it begins with, one after the other."""
    yield unit
    first = max(unit.start + 1, unit.end - _LONGEST)
    starts = (i for i in range(first, unit.end - 1) if passage.edges[i] == "1" and passage.tags[i] != "u")
    yield from (Span(i, unit.end) for i in starts)


def _beginnings(passage: Passage, unit: Span) -> Iterator[Span]:
    """`unit`, and `unit` without the words it ends with, one after the other."""
    last = min(unit.end, unit.start + _LONGEST)
    inner = (i for i in range(unit.start + 2, last) if passage.edges[i] == "1")
    yield from (Span(unit.start, i) for i in inner if passage.tags[i - 1] not in "cpu")
    yield unit


def _fit(passage: Passage, a: Span, b: Span, one: Span, other: Span) -> float:
    """How alike two units are, less what it costs that they were cut out of `one` and `other`."""
    if a != one and passage.text[a.start - 1] in "的地" and _is_clause(passage, a):
        return 0.0
    size = a.end - a.start
    score, cut_head, cut_tail = likeness(passage, a, b), a != one, b != other
    ragged = cut_tail and not _AFTER.match(passage.text, b.end)
    twins = alike(passage, a, b, whole=_stands(passage, a, one) and not cut_tail)
    if not cut_tail and _as_bold(passage, a, b):
        score = max(score, ENOUGH + 0.03)
    if twins and (size >= 4 or not (cut_head or cut_tail) or shape(passage, a) in SHORT_SHAPES):
        score = max(score, ENOUGH + 0.03)
    if ragged:
        score -= 0.06 if size > 2 and _end_alike(passage, a, b) else 1.0
    if cut_head and passage.tags[a.start] == "n" and passage.tags[a.start - 1] in "na":
        score -= 0.08
    return score - 0.02 * (cut_head + cut_tail) + 0.005 * min(size, 8)


def _as_bold(passage: Passage, a: Span, b: Span) -> bool:
    """不搞花架子、不做表面文章: the same 不 敢 能, and about as much behind it."""
    same = passage.text[a.start] == passage.text[b.start] and passage.text[a.start] in _BOLD
    words = "0" not in (passage.edges[a.start + 1 : a.start + 2], passage.edges[b.start + 1 : b.start + 2])
    return same and words and abs(a.end - a.start - b.end + b.start) < 2


def _is_clause(passage: Passage, unit: Span) -> bool:
    """Whether something is done in a unit: behind 的 stands a name, and no clause."""
    return "v" in passage.tags[slice(*unit)] or "d" in passage.tags[slice(*unit)]


def _end_alike(passage: Passage, a: Span, b: Span) -> bool:
    """Whether two units end in words of one kind; a verbal noun is of either."""
    ends = {passage.tags[a.end - 1], passage.tags[b.end - 1]}
    return len(ends) == 1 or ends in ({"n", "w"}, {"v", "w"})


def _stands(passage: Passage, unit: Span, whole: Span) -> bool:
    """Whether a unit begins where the sentence begins it: at a mark, or behind a verb that leads in."""
    return unit == whole or passage.tags[unit.start - 1] in "vpdci"
