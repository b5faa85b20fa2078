"""Groups that only name things: labels, terms in a row, quotations side by side."""

from __future__ import annotations

from collections.abc import Callable

from drafter.mining.lexicon import listed
from drafter.mining.likeness import anchors, longest, shared_end, shared_head
from drafter.mining.view import Passage, Span, Units

_LABEL, _FOUR, _NAME, _QUOTED = 3, 4, 6, 8
"""Characters of a mere label, of two words, of a name, and of one with its marks and its kind."""
_STANCES = frozenset("不无没敢勿早")
"""What two labels may both begin with and be a figure."""
_CLASSES = ("性", "观")
"""What makes the name of a class of a word."""
_AND = ("和", "与", "及", "以及")
_SAYING = frozenset("的之是在以")
"""What says something of a thing."""


def _are_labels(passage: Passage, units: Units) -> bool:
    """新思路、新举措; 最基本、最重要; 传承好、发扬好: two of three characters that are no two doings."""
    if len(units) > 2 or longest(units) > _LABEL:
        return False
    one, other = (passage.text[slice(*unit)] for unit in units)
    if min(len(one), len(other)) < _LABEL or one[-1] == other[-1] or one[:2] == other[:2]:
        return True
    if one[0] == other[0]:
        return one[0] not in _STANCES
    return not all(passage.tags[unit.start] in "vl" for unit in units)


def _share_a_modifier(passage: Passage, units: Units) -> bool:
    """更为突出、更为严重; 不均衡、不科学: two words with the same modifier and nothing more."""
    head = len(shared_head(passage, units))
    rest = [Span(start + head, end) for start, end in units]
    if len(units) > 2 or longest(units) > _FOUR or not head or min(end - start for start, end in rest) < 1:
        return False
    alone = all(passage.edges.count("1", *word) == 1 == int(passage.edges[word.start]) for word in rest)
    modifier = passage.text[units[0].start : rest[0].start]
    if modifier in listed("degrees"):
        return alone
    kinds = "an" if modifier[-1] in "的不" else "a"
    return alone and all(passage.tags[start] in kinds for start, _ in rest)


def _share_an_object(passage: Passage, units: Units) -> bool:
    """提倡诚信、守护诚信: two verbs that take the same word."""
    twos = len(units) < 3 and all(passage.edges[slice(*unit)] == "1010" for unit in units)
    verbs = all(passage.tags[start] == "v" for start, _ in units)
    return twos and verbs and len(shared_end(passage, units)) > 1 and passage.text[units[0].end] == "、"


def _are_quoted(passage: Passage, units: Units) -> bool:
    """“面子工程”、“形象工程”: quotations in a row that are verses, or ring all the same."""
    text = passage.text
    if any(text[unit.start] != "“" for unit in units):
        return False
    if any(text[unit.end - 1] != "”" for unit in units):
        return len(shared_end(passage, units)) > 1 and longest(units) <= _QUOTED
    inner = [Span(start + 1, end - 1) for start, end in units]
    if any("，" in text[slice(*unit)] for unit in inner) or all(
        passage.tags[start] == "m" for start, _ in inner
    ):
        return True
    head, end = shared_head(passage, inner), shared_end(passage, inner)
    if len(units) > 2:
        return len(end) > 1 and longest(inner) <= _NAME
    joined = text[units[0].end : units[1].start] in _AND
    labels = longest(inner) <= _LABEL and bool(head or end)
    return joined or labels or max(len(head), len(end)) > 1 or not anchors(passage, inner)


def _are_terms(passage: Passage, units: Units) -> bool:
    """经济实力、科技实力; 重大战略、重大任务: most are names of things with nothing said of them."""
    text, tags = passage.text, passage.tags
    if text[units[0].start] == "“" or (len(units) > 2 and _is_coined(passage, units)):
        return False
    if all(passage.edges[slice(*unit)] == "1010" for unit in units):
        head, end = shared_head(passage, units), shared_end(passage, units)
        firsts = {tags[unit.start] for unit in units}
        lasts = {tags[unit.end - 1] for unit in units}
        if len(end) == 2 and (firsts == {"n"} or (lasts <= {"n", "w"} and firsts != {"v"})):
            return True
        if len(head) == 2 and lasts <= {"n", "w"} and head not in listed("verbs"):
            return True
    return sum(_is_bare(passage, unit) for unit in units) > len(units) / 2


def _are_qualities(passage: Passage, units: Units) -> bool:
    """艺术性、时代性和广泛性; 民族观、国家观: what class a thing is of, or what one thinks of things."""
    return shared_end(passage, units) in _CLASSES and _SAYING.isdisjoint(passage.text[slice(*units[0])])


def _are_summed_up(passage: Passage, units: Units) -> bool:
    """创新观念、创新心态和创新素养: a list that ends in 和, as prose counts things up."""
    joint = passage.text[units[-2].end : units[-1].start]
    return joint in _AND and longest(units) > _LABEL and not _is_coined(passage, units)


def _is_coined(passage: Passage, units: Units) -> bool:
    """谋划力、执行力、落实力; 廉洁意识、责任意识; 重大决策、重大部署: all have one affix or adjective."""
    end, head = shared_end(passage, units), shared_head(passage, units)
    if end:
        return end in listed("affixes") or end[-2:] in listed("virtues")
    return head in listed("lofty")


def _is_bare(passage: Passage, unit: Span) -> bool:
    """Whether a unit is a noun with nothing said or done."""
    text, tags = passage.text[slice(*unit)], passage.tags[slice(*unit)]
    return tags[-1] in "nw" and {"v", "d"}.isdisjoint(tags) and _SAYING.isdisjoint(text)


NAMING: tuple[Callable[[Passage, Units], bool], ...] = (
    _are_labels,
    _share_a_modifier,
    _share_an_object,
    _are_quoted,
    _are_terms,
    _are_qualities,
    _are_summed_up,
)
"""What makes names of a group, and no figure."""
