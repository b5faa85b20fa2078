"""Groups that only tell: what hangs on the text around it, what follows from what, what somebody did."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from drafter.mining.lexicon import any_of, listed
from drafter.mining.likeness import anchors, longest, shared_end, shared_head
from drafter.mining.parallels.correlatives import call_of
from drafter.mining.parallels.uses import is_ill
from drafter.mining.view import Passage, Span, Units

_FOUR = 4
"""Characters of two words."""
_ASSERTING = ("是", "不是")
"""What begins a clause, and no member of a list."""
_CONCLUDING = ("也", "矣", "焉")
_COPULAS = frozenset("是要让")
"""What stands behind 也 or 更 where a clause goes on from another."""
_PLACING = frozenset("pf")
"""The parts of speech of 由 and 中, which make more of a unit than a verb and its object."""
_SCENE = re.compile("在.*(?:[上下中里时后前]|方面|之际|过程中|基础上)")
_REFRAIN = 3
"""Characters that two clauses may both end with and be a figure, though the second goes over the first."""
_BREADTH = 60
"""Characters around a group that tell what the talk is of."""


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


def _narrate(passage: Passage, units: Units) -> bool:
    """王守仓｜盖起粮仓、收满新粮: whether it is told what somebody did who has a name."""
    start = units[0].start
    return passage.names_someone(max(start - 1, 0), start)


def _set_the_scene(passage: Passage, units: Units) -> bool:
    """在保护粮田方面，将…: whether one clause only says where or when, and another what is done."""
    first, *others = units
    led = any(passage.text[start] == "在" for start, _ in others)
    return not led and _SCENE.fullmatch(passage.text, *first) is not None


def _report(passage: Passage, units: Units) -> bool:
    """认为…，认为…: what people think, and not what one says."""
    return any(passage.first_word(*unit) in listed("reports") for unit in units)


def _say_it_twice(passage: Passage, units: Units) -> bool:
    """Whether two units are the same words."""
    return len({passage.text[slice(*unit)] for unit in units}) < len(units)


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


def _are_of_essays(passage: Passage, units: Units) -> bool:
    """Whether they stand among words of how essays are written and marked."""
    start, end = units[0].start - _BREADTH, units[-1].end + _BREADTH
    return any_of("teaching").search(passage.text, max(start, 0), end) is not None


PROSE: tuple[Callable[[Passage, Units], bool], ...] = (
    _lean,
    _tell,
    _follow,
    _go_over,
    _narrate,
    _set_the_scene,
    _report,
    _say_it_twice,
    _are_commonplace,
    _are_lone_ills,
    _are_of_essays,
)
"""What makes prose of a group."""
