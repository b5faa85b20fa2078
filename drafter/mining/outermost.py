"""The first and the last unit of a list, brought in where a run of likes stops short of them.

A list may begin or end in the middle of what stands between its marks (法治是｜理国之道、和谐之本), and the
unit there may be less like the others than the others are.  A pair that is torn out of a list is no
figure; three of a longer list still are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from operator import eq

from drafter.mining.likeness import alike, same_words
from drafter.mining.view import Group, Passage, Span

_MARKS = "，。；：、！？…—“”（）《》 "
_CUT_OFF = re.compile("[\u4e00-\u9fff](?<![的地得等之相并和与及而])")
"""What goes on behind a unit that ends too soon."""
_HANGS_ON = re.compile("才能够?|方能|才会|就能|从而|进而|必将|能够|务必|应当|应该|必须|需要")
_GOES_ON = ("作为", "放在", "落到", "落实", "贯穿", "融入", "有机", "等")
"""What says something of the whole list before it."""
_DOES = ("做到", "达到", "实现", "形成", "确保", "力求", "力争", "努力")
"""What the first unit of a list stands behind."""
_HEADS = frozenset("更最不无让使把从为以是会敢")
"""What two clauses that begin alike may begin with, though it is one character."""
_OFF = (0, -1, 1, -2, 2)
"""By how many characters a unit that begins or ends as the others do may differ from them."""


def whole(passage: Passage, group: Group) -> Group | None:
    """`group` with the units that it lacks at either end; None for a pair of a list that has more."""
    units = [_with_its_head(passage, group.units), *group.units[1:]]
    units[0] = _without_lead(passage, units)
    if _clipped(passage, units):
        return None
    mark = _mark(passage, units)
    if not mark:
        return None if _lacks(passage, units) else group
    while unit := _before(passage, units[0], mark):
        units.insert(0, unit)
    while unit := _after(passage, units[-1], mark):
        units.append(unit)
    torn = (len(units) == 2 and _is_torn(passage, units[0], units[1])) or _lacks(passage, units)
    return None if torn else Group(tuple(units), group.likeness)


def _with_its_head(passage: Passage, units: Sequence[Span]) -> Span:
    """The first unit with the 以 that all the others begin with, where that stands before it."""
    (start, end), *others = units
    head = _shared([passage.text[slice(*other)] for other in others]) if len(others) > 1 else ""
    head = head or passage.text[others[0].start]
    taken = passage.text.startswith(head, start)
    stands = passage.text.endswith(head[:1], 0, start) and passage.tags[start - 1] == "p"
    return Span(start - 1, end) if start and not taken and stands else units[0]


def _clipped(passage: Passage, units: Sequence[Span]) -> bool:
    """Whether a group lacks what holds it (在｜甲上、乙上) or goes on behind it (｜之源, ｜做)."""
    text, (start, _), end = passage.text, units[0], units[-1].end
    follows = passage.tags[end : end + 1] == "n" and passage.edges[end] == "1"
    if follows and all(
        b - a > 4 and passage.tags[a] in "vw" and passage.tags[b - 1] == "n" for a, b in units
    ):
        return True
    if "；" not in text[start:end] and _is_half(passage, start):
        return True
    where = all(text[unit.end - 1] in "上中下里" for unit in units)
    if where and (text.endswith(("在", "从"), 0, start) or _CUT_OFF.match(text, end)):
        return True
    cut = text.endswith("的", 0, start) and not text.startswith(("不仅", "不是", "是", "取决于"), start)
    if cut and text[units[0].end] == "，":
        return True
    if text.endswith("有之", 0, end) and not text.endswith("有之", 0, units[0].end):
        return True
    if all("的" in text[slice(*unit)] for unit in units) and passage.tags[end : end + 1] == "n":
        return True
    leans = text[start] == "于" and any(text[unit.start] != "于" for unit in units)
    if leans or text.startswith("之", end):
        return True
    most = next((i for i in range(end, len(text)) if _stops(passage, i)), len(text))
    return 0 < most - end < 3 and passage.tags[end] in "vw" and not passage.names(end, most)


def _is_half(passage: Passage, start: int) -> bool:
    """其身正，不令而行；｜其身不正，虽令不从: whether they are the second half, begun as the first is."""
    text = passage.text
    if not text.endswith("；", 0, start) or text.startswith("既", start):
        return False
    before = max(text.rfind(mark, 0, start - 1) for mark in "。：；！？“")
    return text[before + 1 : before + 3] == text[start : start + 2] and "，" in text[before:start]


def _without_lead(passage: Passage, units: Sequence[Span]) -> Span:
    """The first unit without a 才能 that all of them hang on."""
    (start, end), *others = units
    lead = _HANGS_ON.match(passage.text, start, end - 3)
    alone = lead and not any(lead[0][0] in passage.text[slice(*other)] for other in others)
    return Span(lead.end(), end) if lead and alone and passage.edges[lead.end()] == "1" else units[0]


def _lacks(passage: Passage, units: Sequence[Span]) -> bool:
    """Whether a clause beside them begins, or ends, as all the units do, and is none of them."""
    texts = [passage.text[slice(*unit)] for unit in units]
    head, tail = _shared(texts), _shared([text[::-1] for text in texts])[::-1]
    if len(head) < 2 and head not in _HEADS:
        head = ""
    before, after = _beside(passage, units[0].start - 1, -1), _beside(passage, units[-1].end, 1)
    same = head and (before.startswith(head) or re.match(f"[也更还又而且并]?{re.escape(head)}", after))
    ends = len(tail) > 1 and any(clause.endswith(tail) for clause in (before, after))
    return bool(same or ends)


def _shared(texts: Sequence[str]) -> str:
    """What all of `texts` begin with."""
    same = takewhile(lambda column: len(set(column)) == 1, zip(*texts, strict=False))
    return "".join(column[0] for column in same)


def _beside(passage: Passage, at: int, step: int) -> str:
    """The clause beyond the comma that stands at `at`, before or behind it."""
    text = passage.text
    if not text[max(at, 0) : at + 1] or text[at] not in "，；":
        return ""
    end = at + step
    while 0 <= end < len(text) and text[end] not in "，。；：！？…“”（）":
        end += step
    return text[end + 1 : at] if step < 0 else text[at + 1 : end]


def _mark(passage: Passage, units: list[Span]) -> str:
    """What stands between the units: 、 and 和 make one list, ， another."""
    between = passage.text[units[-2].end : units[-1].start]
    return "、" if between in ("、", "和", "与", "及") else between if between == "，" else ""


def _is_torn(passage: Passage, first: Span, last: Span) -> bool:
    """Whether what stands before or behind two units says that there is more of them."""
    text = passage.text
    if not text.startswith(("、", "和", "与", "及"), first.end):
        return False
    more = text[first.start - 1 : first.start] == "、" or text.startswith("、", last.end)
    ends = text[first.start] == text[last.start] or text[first.end - 1] == text[last.end - 1]
    twins = same_words(passage, first, last) and any(map(eq, text[slice(*first)], text[slice(*last)]))
    return more or (not ends and not twins and _CUT_OFF.match(text, last.end) is not None)


def _before(passage: Passage, first: Span, mark: str) -> Span | None:
    """The unit before the mark in front of `first`, cut to fit it where that is a 、."""
    end = first.start - 1
    if end < 2 or passage.text[end] not in ("、", mark) or passage.has_digits(end - 2, end):
        return None
    least = next((i + 1 for i in range(end - 1, -1, -1) if passage.text[i] in _MARKS), 0)
    if passage.text[end] == "，":
        clause = Span(least, end)
        return clause if _begins_alike(passage, clause, first) else None
    starts = _starts(passage, first, least, end)
    led = (start for start in starts if end - start == 4 and passage.text.endswith(_DOES, 0, start))
    fits = (Span(start, end) for start in starts)
    four = next(led, 0) if first.end - first.start == 4 else 0
    return Span(four, end) if four else next((unit for unit in fits if _fits(passage, unit, first)), None)


def _starts(passage: Passage, first: Span, least: int, end: int) -> list[int]:
    """Where the unit may begin: as long as its neighbour, then nearly so."""
    size = first.end - first.start
    starts = (i for i in (end - size + off for off in _OFF) if least <= i < end - 1)
    return [i for i in starts if passage.edges[i] == "1" and passage.tags[i] != "u"]


def _after(passage: Passage, last: Span, mark: str) -> Span | None:
    """The unit behind the mark that follows the last one, cut to fit it."""
    start, text = last.end + 1, passage.text
    if text[last.end : start] != mark:
        return None
    most = next((i for i in range(start, len(text)) if _stops(passage, i)), len(text))
    if mark == "，" and _begins_alike(passage, clause := Span(start, most), last):
        return clause
    ends = (start + last.end - last.start + off for off in (_OFF if mark == "、" else (0,)))
    fits = (Span(start, end) for end in ends if start + 1 < end <= most)
    return next((unit for unit in fits if _may_end(passage, unit, last, most)), None)


def _stops(passage: Passage, i: int) -> bool:
    """Whether a mark stands there, or the 等 that ends a list."""
    return passage.text[i] in _MARKS or (passage.text[i] == "等" and passage.edges[i] == "1")


def _may_end(passage: Passage, unit: Span, last: Span, most: int) -> bool:
    """Whether a unit may end there: at a word before 的, 等 or a mark; after ， begun as the others."""
    if (unit.end < most and passage.edges[unit.end] != "1") or passage.has_digits(*unit):
        return False
    rest = passage.text[unit.end : most]
    if passage.text[last.end] == "，" and not (_begins_alike(passage, unit, last) and rest.startswith("的")):
        return False
    joined = rest.startswith(_GOES_ON) and unit.end - unit.start == last.end - last.start
    return (rest[:1] in ("", "的", "等") or joined) and _fits(passage, unit, last)


def _begins_alike(passage: Passage, one: Span, other: Span) -> bool:
    """关系民生，关系民心: two clauses that begin with the same two characters and are about as long."""
    a, b = passage.text[slice(*one)], passage.text[slice(*other)]
    even = abs(len(a) - len(b)) <= max(2, min(len(a), len(b)) // 3)
    return even and a[:2] == b[:2] and a != b and not passage.names(*one) and not passage.has_digits(*one)


def _fits(passage: Passage, one: Span, other: Span) -> bool:
    """Whether two units share a character in one place (at an end, where one is longer), or their beats."""
    text, tags = passage.text, passage.tags
    a, b = text[slice(*one)], text[slice(*other)]
    if a == b or passage.names(*one):
        return False
    if len(a) != len(b):
        return min(len(a), len(b)) > 2 and (a[0] == b[0] or a[-1] == b[-1])
    kin = tags[one.start] == tags[other.start] and tags[one.end - 1] == tags[other.end - 1]
    return any(map(eq, a, b)) or (kin and same_words(passage, one, other)) or alike(passage, one, other)
