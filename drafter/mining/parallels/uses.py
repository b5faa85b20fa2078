"""What a 排比 can stand for in a sentence: what one does, names of things, whole clauses, what is bad."""

from __future__ import annotations

import re
from operator import or_

from drafter.mining.lexicon import any_of, listed
from drafter.mining.objects import ends_in_object, is_pair
from drafter.mining.view import Passage, Span, Units

_FOUR, _SHORT = 4, 8
"""Characters of two words, and of a quotation that is a name."""
_JUDGED = ("必究", "必惩", "必纠", "为耻", "可耻", "为戒", "为鉴")
"""What is done about the ill that a unit names."""
_DENYING = frozenset("不无没未难")
_DENIED = ("不", "未", "没", "勿", "莫", "防", "抗")
"""What makes good of the ill behind it."""
_SAYS = frozenset("是在如若")
"""Words that make a clause of two nouns."""
_CONCLUDES = re.compile("才[能会可]|方[能可]|就[能会是]|便[能会]")
_ASSERTS = ("是", "如何", "需要", "既有", "既是", "也有")
"""What a clause begins with that says how things are."""


def use_of(passage: Passage, units: Units) -> str:
    """做法 where somebody can do it, and should; 整句, 反面 or 名词性; nothing where it only describes."""
    if any(_is_clause(passage, unit) for unit in units):
        return "整句"
    if any(is_ill(passage, unit) for unit in units):
        return "反面"
    if 2 * sum(_is_thing(passage, unit) for unit in units) > len(units):
        return "名词性"
    idioms = [passage.edges.count("1", *unit) == 1 for unit in units]
    done = [_is_done(passage, unit) for unit in units]
    return "做法" if any(done) and all(map(or_, done, idioms)) else ""


def _is_clause(passage: Passage, unit: Span) -> bool:
    """Whether a unit has clauses, or is one that says of a thing what it is."""
    start, end = unit
    if _CONCLUDES.search(passage.text, start, end):
        return True
    says = (i for i in range(start + 1, end - 1) if passage.text[i] in _SAYS)
    noun_first = passage.tags[start] in "nr"
    return "，" in passage.text[start:end] or any(
        (noun_first or passage.text[i] == "是") and passage.edges[i : i + 2] == "11" for i in says
    )


def is_ill(passage: Passage, unit: Span) -> bool:
    """Whether a unit says what nobody wants, and not that it is mended (化解矛盾) or minded (风险意识)."""
    text = passage.text
    ill = any_of("ills").search(text, *unit)
    if not ill or any_of("mends").search(text, unit.start, ill.end()):
        return False
    if text[slice(*unit)].endswith(_JUDGED) or text.endswith(_DENIED, unit.start, ill.start()):
        return False
    start, end = ill.span()
    if start > unit.start and text[start - 1] == text[start + 1]:  # 强不强
        return False
    return end == unit.end or passage.tags[end - 1] != "n" or passage.tags[end] != "n"


def _is_thing(passage: Passage, unit: Span) -> bool:
    """政治判断力, 畅通政令的枢纽站, 立国之本: whether it ends in a noun that is no verb's object."""
    start, end = unit
    text, tags = passage.text, passage.tags
    if text.startswith(_ASSERTS, start):
        return False
    if _is_compound(passage, unit):
        return True
    if text[start] == "“" and text.find("”", start) == end - 1:
        return end - start < _SHORT
    end -= text[end - 1] == "”"
    of = text.rfind("的", start, end)
    if text[end - 2] == "之" and end - start == _FOUR:
        return True
    if of < 0:
        return tags[start] not in "cdpfv" and tags[end - 1] == "n" and not _does(passage, Span(start, end))
    if tags[start] in "vw":
        return tags[of - 1] not in "ailr" and tags[end - 1] == "n"
    named = end - of - 1 <= _SHORT // 2 and tags[end - 1] in "nvw"
    return named and tags[start] not in "cdpfm" and not _does(passage, Span(start, of))


def _is_compound(passage: Passage, unit: Span) -> bool:
    """创新意识: whether it is a verb and a noun that the verb describes and does not take."""
    verb, *things = passage.words(*unit)
    named = len(things) == 1 and things[0] in listed("heads")
    return named and verb in listed("verbs") and not ends_in_object(passage, unit)


def _does(passage: Passage, span: Span) -> bool:
    """Whether a verb stands in it that is no name of a work (管理, 建设)."""
    words = passage.tagged_words(*span)
    return any(tag in "vwd" and word not in listed("work") for word, tag in words)


def _is_done(passage: Passage, unit: Span) -> bool:
    """Whether a unit is a doing to ask for: 坚定信心, 讲规矩, 事事有着落, 清单化推进, 服务更便民."""
    start, end = unit
    text, first = passage.text[start:end], passage.first_word(start, end)
    if not _DENYING.isdisjoint(text) or text.startswith(_ASSERTS):
        return False
    if _is_compound(passage, unit):
        return False
    if is_pair(passage, unit) or first in listed("doings") or "有" in text[1:-1]:
        return True
    better = "更" in text[1:-1] and passage.tags[end - 1] == "a"
    in_a_way = "化" in text[1:-1] and passage.last_word(start, end) in listed("verbs") | listed("work")
    return better or in_a_way or (first in listed("verbs") and first not in listed("work"))
