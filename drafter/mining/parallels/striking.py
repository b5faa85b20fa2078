"""Which groups of parallel units a writer would take: what neither only names, nor only tells.

Three units make a figure more easily than two; so of two is asked that they share a word or are built
alike word by word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
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
from drafter.mining.parallels.naming import names_things
from drafter.mining.parallels.uses import is_ill
from drafter.mining.view import Passage, Span

_FOUR = 4
"""Characters of the words that stand in twos; words of a clause that is a verse."""
_MARKS = frozenset("，。；：！？“、 ")
_ASSERTING = ("是", "不是")
"""What begins a clause, and no member of a list."""
_CONCLUDING = ("也", "矣", "焉")
_COPULAS = frozenset("是要让")
"""What stands behind 也 or 更 where a clause goes on from another."""
_INSIDE = 0.4
"""How alike the clauses must be that answer each other in units of several."""
_FAINT = frozenset("的了和与要会能")
"""What two clauses may have in common without a figure."""
_PLAIN_CALLS = ("不仅", "不但")
"""What calls for an answer in any prose."""
_PLACING = frozenset("pf")
"""The parts of speech of 由 and 中, which make more of a unit than a verb and its object."""
_SCENE = re.compile("在.*(?:[上下中里时后前]|方面|之际|过程中|基础上)")
_REFRAIN = 3
"""Characters that two clauses may both end with and be a figure, though the second goes over the first."""
_BREADTH = 60
"""Characters around a group that tell what the talk is of."""

Units = Sequence[Span]


def is_striking(passage: Passage, units: Units) -> bool:
    """Whether nothing makes the group dull."""
    return not any(dull(passage, units) for dull in (names_things, *DULL))


def _are_unmatched(passage: Passage, units: Units) -> bool:
    """肃然起敬、牢记在心: two of four characters that neither echo each other nor are built the same."""
    if len(units) > 2 or longest(units) != _FOUR or echoes(passage, units):
        return False
    return not (_are_twins(passage, units) and (anchors(passage, units) or _is_asked_for(passage, units[0])))


def _are_commonplace(passage: Passage, units: Units) -> bool:
    """降低交易成本、提高运行效率: two things to do, in everybody's verbs, that share at most their topic."""
    if len(units) > 2 or longest(units) <= _FOUR or shared_head(passage, units) or shared_end(passage, units):
        return False
    return all(_does_the_common(passage, unit) for unit in units)


def _does_the_common(passage: Passage, unit: Span) -> bool:
    """深入实施文化工程: whether a verb of everybody's stands first, or behind how it is done."""
    how, *does = passage.words(*unit)
    verb = does[0] if how in listed("preludes") and does else how
    return verb in listed("commonplace") and _PLACING.isdisjoint(passage.tags[slice(*unit)])


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


def _lean(passage: Passage, units: Units) -> bool:
    """也有…，既有…; 只要…，只要…; …，也就是…: whether they hang on what stands before or must follow."""
    text = passage.text
    if text[units[0].end] == "、" and shared_head(passage, units).startswith(_ASSERTING):
        return True
    leaning = [any_of("leaning").match(text, *unit) is not None for unit in units]
    if leaning[0] and not (all(leaning) and text[units[0].start + 1] not in _COPULAS):
        return True
    first, second = (text[slice(*unit)] for unit in units[:2])
    lead = any_of("subordinate").match(first)
    if lead and "，" not in first and passage.edges[units[0].start + lead.end()] == "1":
        return True
    apart = text[units[0].end] == "，" and not call_of(first, second)
    return apart and any_of("resuming").match(second) is not None and first[0] != second[0]


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


def _tell(passage: Passage, units: Units) -> bool:
    """Whether two units tell what has happened, and are no list."""
    told = ["了" in passage.text[slice(*unit)] for unit in units]
    return len(units) == 2 and any(told) and not (all(told) and passage.text[units[0].end] == "、")


def _follow(passage: Passage, units: Units) -> bool:
    """做好城市工作，首先要搞好规划; 物之不齐，物之情也: whether the last says what follows from the first."""
    first, last = (passage.text[slice(*unit)] for unit in (units[0], units[-1]))
    if call_of(first, last):
        return False
    leads = any_of("consequent").match
    concludes = last.endswith(_CONCLUDING) and not first.endswith(_CONCLUDING)
    return concludes or (leads(last) is not None and leads(first) is None)


def _go_over(passage: Passage, units: Units) -> bool:
    """水是从山里来的，粮也是从地里来的: whether the second of two clauses says that the same holds there."""
    one, other = (passage.text[slice(*unit)] for unit in units[:2])
    goes_over = "也" in other[1:] and "也" not in one and not call_of(one, other)
    return len(units) < 3 and goes_over and len(shared_end(passage, units)) < _REFRAIN


def _are_lone_ills(passage: Passage, units: Units) -> bool:
    """仓容不足、粮路堵塞: what is bad, in words of one's own and without one in common."""
    ills = sum(is_ill(passage, unit) for unit in units)
    told = ills > len(units) / 2 or (ills and len(units) < 3)
    coined = all(passage.edges.count("1", *unit) == 1 for unit in units)
    if not told or coined:
        return False
    lacks = len(units) < 3 and all(_ends_in_an_ill(passage, unit) for unit in units)
    listed_only = passage.text[units[0].end] == "、" and not shared_head(passage, units)
    return (lacks and listed_only) or not any(anchors(passage, pair) for pair in pairwise(units))


def _ends_in_an_ill(passage: Passage, unit: Span) -> bool:
    """活动缺乏, 考虑不周: what is said of a thing is that it is bad."""
    ills = any_of("ills").finditer(passage.text, *unit)
    return any(ill.end() == unit.end and ill.start() > unit.start for ill in ills)


def _have_a_stranger(passage: Passage, units: Units) -> bool:
    """从…，从…，如同一条路: whether one at an end begins as none of the others does."""
    heads = [passage.text[unit.start] for unit in units]
    texts = [passage.text[slice(*unit)] for unit in units[:3]]
    if len(units) > 2 and call_of(*texts[1:]) and not call_of(*texts[:2]):
        return heads[0] != heads[1]
    last = len(heads) > 2 and len(set(heads[:-1])) == 1 and heads[-1] != heads[0]
    return last or (len(heads) > 3 and len(set(heads[1:])) == 1 and heads[0] != heads[1])


def _narrate(passage: Passage, units: Units) -> bool:
    """王守仓｜盖起粮仓、收满新粮: whether it is told what somebody did who has a name."""
    start = units[0].start
    return passage.names_someone(max(start - 1, 0), start)


def _set_the_scene(passage: Passage, units: Units) -> bool:
    """在保护粮田方面，将…: whether one clause only says where or when, and another what is done."""
    first, *others = units
    led = any(passage.text[start] == "在" for start, _ in others)
    return not led and _SCENE.fullmatch(passage.text, *first) is not None


def _say_it_twice(passage: Passage, units: Units) -> bool:
    """Whether two units are the same words."""
    return len({passage.text[slice(*unit)] for unit in units}) < len(units)


def _add_loosely(passage: Passage, units: Units) -> bool:
    """各有特色，又相互融合: whether a later unit has a 又 that none before it calls for."""
    first, *others = (passage.text[unit.start] for unit in units)
    return "又" in others and first not in "既又" and not shared_end(passage, units)


def _report(passage: Passage, units: Units) -> bool:
    """认为…，认为…: what people think, and not what one says."""
    return any(passage.first_word(*unit) in listed("reports") for unit in units)


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


def _are_of_essays(passage: Passage, units: Units) -> bool:
    """Whether they stand among words of how essays are written and marked."""
    start, end = units[0].start - _BREADTH, units[-1].end + _BREADTH
    return any_of("teaching").search(passage.text, max(start, 0), end) is not None


DULL: tuple[Callable[[Passage, Units], bool], ...] = (
    _are_unmatched,
    _are_commonplace,
    _stand_apart,
    _lean,
    _answer_unevenly,
    _tell,
    _follow,
    _go_over,
    _are_lone_ills,
    _have_a_stranger,
    _set_the_scene,
    _narrate,
    _say_it_twice,
    _add_loosely,
    _report,
    _differ_in_length,
    _begin_unlike,
    _part_inside,
    _are_of_essays,
)
"""What makes a group no figure that one would take."""
