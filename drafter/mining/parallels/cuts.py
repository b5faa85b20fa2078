"""Whether a group of parallel units is cut out of a word group, a list or a quotation."""

from __future__ import annotations

from itertools import pairwise

from drafter.mining.objects import ends_in_object
from drafter.mining.parallels.stretches import MARKS, OPEN, at_mark
from drafter.mining.view import Passage, Span, Units

_PLACES = frozenset("上中下里内外时")
"""What the last unit ends with where it stands for all of them: 在甲、乙、丙｜中."""
_THEN = "则就才便"
"""What leads from the first half of a unit to its second."""
_AND, _OF = "和与及等", "和与及等之"
_PEOPLE = ("大家", "人民", "群众", "我们", "时刻")
"""Names before which a clause begins anew."""
_HOLDING = ("不是", "而非", "并非", "绝非", "无论是", "不管是", "还是", "诸如", "例如", "比如", "譬如")
"""What a group must not be parted from: it would say the contrary, or is one of several, or examples."""
_SHORT = 3
"""Characters of a rest that is no clause of its own."""
_NEAR = 20
"""Characters beside a group in which a quotation ends that the group is a part of."""


def is_cut(passage: Passage, units: Units) -> bool:
    """Whether a group begins or ends in the middle of something."""
    cuts = (_torn_before, _torn_behind, _torn_from_its_object, _counted_up, _half_quoted, _counted)
    return any(cut(passage, units) for cut in cuts)


def _torn_before(passage: Passage, units: Units) -> bool:
    """第一｜点是…, 在｜会上、会下: whether the first unit begins inside a word group or a list."""
    text, start = passage.text, units[0].start
    before = text[max(start - 2, 0) : start].rstrip("“《")[-1:]
    if not before or before in MARKS:
        return before in ("、", "…")
    if passage.edges[start] != "1" or before in _AND or text.endswith(_HOLDING, 0, start):
        return True
    if before in "在从" and (text[units[-1].end - 1] in _PLACES or text[units[0].end] == "，"):
        return True
    if _lacks_its_verb(passage, units) or _lacks_what_it_is_of(passage, units):
        return True
    names = passage.tags[start - 1] == "n" and passage.tags[start] in "nr"
    described = passage.tags[start - 2 : start] == "aa" and passage.tags[start] in "nw"
    return described or (names and not text.endswith(_PEOPLE, 0, start))


def _lacks_its_verb(passage: Passage, units: Units) -> bool:
    """加快｜立法速度、提高立法质量: whether the first stands behind its verb."""
    (start, end), *others = units
    first = start > 1 and ends_in_object(passage, Span(start - 2, end))
    own = not ends_in_object(passage, units[0]) and all(ends_in_object(passage, unit) for unit in others)
    return first and own


def _lacks_what_it_is_of(passage: Passage, units: Units) -> bool:
    """群众的｜工作方式、民主的方式: whether the others have a 的 in them, and the first stands behind one."""
    of = ["的" in passage.text[slice(*unit)] for unit in units]
    return passage.text[units[0].start - 1] == "的" and not of[0] and all(of[1:])


def _torn_behind(passage: Passage, units: Units) -> bool:
    """拼资源、拼环境｜消耗, 甲、乙｜等: whether the last unit ends inside a word group or a list."""
    text, end = passage.text, units[-1].end
    behind = text[end : end + 1]
    if text[end - 1] == "等" or text.startswith("以及", end):
        return True
    if not behind or behind in MARKS:
        return text.startswith(("、", "”、"), end)
    if behind in _OF or passage.edges[end] != "1":
        return True
    if behind in _THEN and behind in text[slice(*units[0])]:
        return True
    if passage.tags[end] in "vw" and any(mark in OPEN for mark in text[end : end + _SHORT]):
        return True
    if passage.tags[end - 1 : end + 1] == "nw":
        return True
    return text[end - 1] != "”" and passage.tags[end] not in "uvpdcf"


def _torn_from_its_object(passage: Passage, units: Units) -> bool:
    """遵守契约、制定公平｜的规则: whether its last verb takes what stands behind the 的, not before it."""
    start, end = units[-1]
    if passage.text[end : end + 1] != "的":
        return False
    stop = at_mark(passage.text, end, 1, MARKS)
    return ends_in_object(passage, Span(start, stop)) and not ends_in_object(passage, Span(start, end))


def _counted_up(passage: Passage, units: Units) -> bool:
    """给予财政拨款、税收减免等政策支持: whether a unit has the 等 in it that ends a list."""
    ends = [i for a, b in units for i in range(a + 1, b) if passage.text[i] == "等"]
    return any(passage.edges[i : i + 2] == "11" and passage.text[i - 1] not in MARKS for i in ends)


def _half_quoted(passage: Passage, units: Units) -> bool:
    """“纵有千古，横有八荒｜，前途似海”: whether a quotation begins or ends with it, and goes on."""
    text, start, end = passage.text, units[0].start, units[-1].end
    begins, ends = text[start - 1 : start] == "“", text[end : end + 2].lstrip("。！？").startswith("”")
    if begins and not ends:
        return text[end : end + 1] in tuple("，；、") and _first_quote(text[end : end + _NEAR]) == "”"
    if ends and not begins:
        before = text[max(start - _NEAR, 0) : start]
        return before.endswith(tuple("，；、")) and _first_quote(before[::-1]) == "“"
    return False


def _counted(passage: Passage, units: Units) -> bool:
    """依托甲，二是扶持乙: whether more than a mark stands between two units."""
    between = (passage.text[one.end : other.start] for one, other in pairwise(units))
    return any(len(joint) > 1 and not MARKS.issuperset(joint) for joint in between)


def _first_quote(text: str) -> str:
    return next((sign for sign in text if sign in "“”"), "")
