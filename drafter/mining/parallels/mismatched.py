"""Groups whose units do not go together: no word, no length and no build in common.

Three units make a figure more easily than two; so of two is asked that they share a word or are built
alike word by word.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from drafter.mining.lexicon import any_of, listed
from drafter.mining.likeness import (
    SHAPED,
    anchors,
    echoes,
    likeness,
    longest,
    same_words,
    shape,
    shared_end,
    shared_head,
)  # fmt: skip
from drafter.mining.parallels.correlatives import call_of, calling
from drafter.mining.view import Passage, Span, Units

_FOUR = 4
"""Characters of the words that stand in twos; words of a clause that is a verse."""
_MARKS = frozenset("，。；：！？“、 ")
_INSIDE = 0.4
"""How alike the clauses must be that answer each other in units of several."""
_REFUSING = frozenset("不无非莫")
_FAINT = frozenset("的了和与要会能")
"""What two clauses may have in common without a figure."""
_PLAIN_CALLS = ("不仅", "不但")
"""What calls for an answer in any prose."""


def _are_unmatched(passage: Passage, units: Units) -> bool:
    """肃然起敬、牢记在心: two of four characters that neither echo each other nor are built the same."""
    if len(units) > 2 or longest(units) != _FOUR or echoes(passage, units):
        return False
    return not (_are_twins(passage, units) and (anchors(passage, units) or _is_asked_for(passage, units[0])))


def _is_asked_for(passage: Passage, first: Span) -> bool:
    """Whether a clause begins there, or what is to be reached or kept (做到｜…, 确保人人｜…)."""
    text, start = passage.text, first.start
    while start and text[start - 1] not in _MARKS:
        start -= 1
    lead = text[start : first.start]
    if not lead or not {lead[-2:], lead[-1:]}.isdisjoint(listed("aims")):
        return True
    return any(len(asked[0]) > 1 for asked in any_of("aims").finditer(lead))


def _are_twins(passage: Passage, units: Units) -> bool:
    """Whether the words of two units are of the same lengths, and of the same kinds or built the same."""
    one, other = units
    if not same_words(passage, one, other):
        return False
    tags = {passage.tags[slice(*unit)].replace("w", "v").replace("i", "l") for unit in units}
    shapes = {shape(passage, unit) for unit in units}
    return len(tags) == 1 or (len(shapes) == 1 and shapes < SHAPED)


def _stand_apart(passage: Passage, units: Units) -> bool:
    """加强培训，改善伙食: clauses with no word in common but perhaps a subject.

    、 says that two things go together; ， does not, so something in them must say so: a common word,
    or four words in each that answer each other.
    """
    if passage.text[units[0].end : units[1].start] == "、":
        return False
    if len(units) > 2:
        return longest(units) == _FOUR and not any(anchors(passage, pair) for pair in pairwise(units))
    if passage.edges.count("1", *units[0]) >= _FOUR and _are_twins(passage, units):
        return False
    head = shared_head(passage, units)
    if any("，" in passage.text[slice(*unit)] for unit in units) and any(map(head.startswith, calling())):
        return False
    rest = [Span(start + len(head), end) for start, end in units]
    if anchors(passage, rest):
        return False
    named = set("nwr").issuperset(passage.tags[units[0].start : rest[0].start])
    return named or rest[0].end - rest[0].start != rest[1].end - rest[1].start


def _answer_unevenly(passage: Passage, units: Units) -> bool:
    """不仅…，更…: two that call for each other, but neither are as long nor share a word behind the call."""
    if len(units) > 2:
        return False
    one, other = (passage.text[slice(*unit)] for unit in units)
    pair = call_of(one, other)
    if not pair or "，" in one or pair[0] == pair[1]:
        return False
    rest, answer = one[len(pair[0]) :], other[len(pair[1]) :]
    near = abs(len(rest) - len(answer)) <= max(2, len(rest) // 4)
    behind = [Span(unit.start + len(word), unit.end) for unit, word in zip(units, pair, strict=True)]
    if len(rest) == len(answer):
        return pair[0] in _PLAIN_CALLS and anchors(passage, behind) <= _FAINT
    same = shared_head(passage, behind) + shared_end(passage, behind)
    return not near or all(sign in _FAINT for sign in same)


def _have_a_stranger(passage: Passage, units: Units) -> bool:
    """从…，从…，如同一条路: whether one at an end begins as none of the others does."""
    heads = [passage.text[unit.start] for unit in units]
    texts = [passage.text[slice(*unit)] for unit in units[:3]]
    if len(units) > 2 and call_of(*texts[1:]) and not call_of(*texts[:2]):
        return heads[0] != heads[1]
    last = len(heads) > 2 and len(set(heads[:-1])) == 1 and heads[-1] != heads[0]
    return last or (len(heads) > 3 and len(set(heads[1:])) == 1 and heads[0] != heads[1])


def _add_loosely(passage: Passage, units: Units) -> bool:
    """各有特色，又相互融合: whether a later unit has a 又 or 要 that none before it calls for."""
    first, *others = (passage.text[unit.start] for unit in units)
    adds = ("又" in others and first not in "既又") or ("要" in others and first not in "要不既")
    return adds and not shared_end(passage, units)


def _differ_in_length(passage: Passage, units: Units) -> bool:
    """Whether two neighbours that begin and end differently are not nearly as long."""
    return any(
        abs(one.end - one.start - other.end + other.start) > max(1, (one.end - one.start) // 4)
        and not shared_head(passage, (one, other))
        and not shared_end(passage, (one, other))
        for one, other in pairwise(units)
    )


def _begin_unlike(passage: Passage, units: Units) -> bool:
    """把钱用在田里，｜引导大家更放心地把钱用在田里: two clauses of other first words and another length."""
    one, other = units[:2]
    sizes = one.end - one.start, other.end - other.start
    unlike = passage.tags[one.start] != passage.tags[other.start]
    apart = passage.text[one.end] == "，" and 5 * abs(sizes[0] - sizes[1]) >= max(sizes)
    return len(units) < 3 and unlike and apart and not call_of(*(passage.text[slice(*u)] for u in units))


def _clauses(text: str, unit: Span) -> list[Span]:
    """The clauses of a unit."""
    cuts = [unit.start - 1, *(i for i in range(*unit) if text[i] == "，"), unit.end]
    return [Span(one + 1, other) for one, other in pairwise(cuts)]


def _answers(passage: Passage, one: Span, other: Span) -> bool:
    """Whether two clauses have a character in common, or are built alike."""
    texts = (set(passage.text[slice(*span)]) - _FAINT for span in (one, other))
    return not set.isdisjoint(*texts) or likeness(passage, one, other) >= _INSIDE


def _part_inside(passage: Passage, units: Units) -> bool:
    """从甲到乙，从丙到丁，从戊到己，如同一条路: whether clauses within the units do not answer."""
    clauses = [_clauses(passage.text, unit) for unit in units]
    return len(clauses[0]) > 1 and any(
        not _answers(passage, one, other)
        for first, second in pairwise(clauses)
        for one, other in zip(first, second, strict=False)
    )


def _says_of_whom(passage: Passage, units: Units) -> bool:
    """不守仓者，不知粮贵: whether the first of two names those of whom the second says something."""
    one, other = units[0], units[-1]
    refused = {passage.text[one.start], passage.text[other.start]} <= _REFUSING
    names = passage.text[one.end - 1] == "者" != passage.text[other.end - 1]
    return len(units) == 2 and refused and names


MISMATCHED: tuple[Callable[[Passage, Units], bool], ...] = (
    _are_unmatched,
    _stand_apart,
    _answer_unevenly,
    _have_a_stranger,
    _add_loosely,
    _differ_in_length,
    _begin_unlike,
    _part_inside,
    _says_of_whom,
)
"""What sets the units of a group apart."""
