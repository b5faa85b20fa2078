"""The first and the last unit of a list, brought in where a run of likes stops short of them.

A list may begin or end in the middle of what stands between its marks (法治是｜理国之道、和谐之本), and the
unit there may be less like the others than the others are.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import eq

from drafter.mining.lexicon import listed
from drafter.mining.likeness import alike, is_one_frame, same_words, shape, shared_head
from drafter.mining.parallels.stretches import MARKS, at_mark
from drafter.mining.view import Group, Passage, Span, Units

_OPENING = tuple("“（《")
"""Marks at which a clause does not end."""
_GOES_ON = ("作为", "放在", "落到", "落实", "贯穿", "融入", "有机", "等")
"""What says something of the whole list before it."""
_DOES = ("做到", "达到", "实现", "形成", "确保", "力求", "力争", "努力")
"""What the first unit of a list stands behind."""
_MOST = 12
"""Units of a group; more of them are a register."""
_OFF = (0, -1, 1, -2, 2)
"""By how many characters a unit that begins or ends as the others do may differ from them."""


def whole(passage: Passage, group: Group) -> Group:
    """`group` with the units that it lacks at either end."""
    units = [_with_its_head(passage, group.units), *group.units[1:]]
    if mark := _mark(passage, units):
        while len(units) < _MOST and (unit := _before(passage, units[0], mark)):
            units.insert(0, unit)
        while len(units) < _MOST and (unit := _after(passage, units[-1], mark)):
            units.append(unit)
    return Group(tuple(units), group.likeness)


def _with_its_head(passage: Passage, units: Units) -> Span:
    """The first unit with what the others begin with: the 以 of all, the subject before 为 (权｜为民所用)."""
    (start, end), *others = units
    stands = start > 0 and (_lacks_its_subject(passage, units) or _lacks_its_word(passage, start, others))
    return Span(start - 1, end) if stands else units[0]


def _lacks_its_subject(passage: Passage, units: Units) -> bool:
    """Whether the first begins with the 为 that stands second in the next, behind one character more."""
    start, text = units[0].start, passage.text
    second = passage.tags[start] == "p" and text[start] == text[units[1].start + 1]
    return second and passage.edges[start - 1 : start + 1] == "11"


def _lacks_its_word(passage: Passage, start: int, others: Sequence[Span]) -> bool:
    """Whether the word that all the others begin with stands before the first, and not in it."""
    head = shared_head(passage, others) if len(others) > 1 else ""
    head = head or passage.text[others[0].start]
    before = passage.text.endswith(head[:1], 0, start) and passage.tags[start - 1] == "p"
    return before and not passage.text.startswith(head, start)


def _mark(passage: Passage, units: list[Span]) -> str:
    """What stands between the units: 、 and 和 make one list, ， another."""
    between = passage.text[units[-2].end : units[-1].start]
    return "、" if between in ("、", "和", "与", "及") else between if between == "，" else ""


def _before(passage: Passage, first: Span, mark: str) -> Span | None:
    """The unit before the mark in front of `first`, cut to fit it where that is a 、."""
    end = first.start - 1
    if end < 2 or passage.text[end] not in ("、", mark) or passage.has_digits(end - 2, end):
        return None
    least = at_mark(passage.text, end - 1, -1, MARKS) + 1
    if passage.text[end] == "，":
        return _clause_before(passage, first, Span(least, end))
    starts = _starts(passage, first, least, end)
    led = (start for start in starts if end - start == 4 and passage.text.endswith(_DOES, 0, start))
    fits = (Span(start, end) for start in starts)
    four = next(led, 0) if first.end - first.start == 4 else 0
    return Span(four, end) if four else next((unit for unit in fits if _fits(passage, unit, first)), None)


def _clause_before(passage: Passage, first: Span, clause: Span) -> Span | None:
    """The clause before a ，, or as much at its end as is built just as `first` is."""
    if _begins_alike(passage, clause, first):
        return clause
    unit = Span(max(clause.end - first.end + first.start, 0), clause.end)
    before = passage.last_word(clause.start, unit.start) if clause.start < unit.start else ""
    led = unit.start == clause.start or before in listed("introducing")
    does_so = led and _does_so(passage, unit, first)
    framed = passage.edges[unit.start] == "1" and is_one_frame(passage, unit, first)
    return unit if does_so or framed else None


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
    clause, ends = Span(start, most), text[most : most + 1] not in _OPENING
    if mark == "，" and (_begins_alike(passage, clause, last) or (ends and _does_so(passage, clause, last))):
        return clause
    if mark == "、" and _names_one_more(passage, clause, last):
        return clause
    ends_at = (start + last.end - last.start + off for off in (_OFF if mark == "、" else (0,)))
    fits = (Span(start, end) for end in ends_at if start + 1 < end <= most)
    return next((unit for unit in fits if _may_end(passage, unit, last, most)), None)


def _stops(passage: Passage, i: int) -> bool:
    """Whether a mark stands there, or the 等 that ends a list."""
    return passage.text[i] in MARKS or (passage.text[i] == "等" and passage.edges[i] == "1")


def _names_one_more(passage: Passage, one: Span, other: Span) -> bool:
    """守好账本的当家人、护送新粮进城的领路人: whether both name who does what, the last in more words."""
    sizes = other.end - other.start, one.end - one.start
    if not sizes[0] <= sizes[1] <= 1.5 * sizes[0] or passage.has_digits(*one) or passage.names(*one):
        return False
    ofs = [passage.text.find("的", *unit) for unit in (one, other)]
    done = all(passage.tags[unit.start] == "v" and passage.tags[unit.end - 1] == "n" for unit in (one, other))
    return done and all(of > 0 for of in ofs)


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


def _does_so(passage: Passage, one: Span, other: Span) -> bool:
    """传承文明，创新文化，繁荣民族: two doings in the same beats."""
    as_long = one.end - one.start == other.end - other.start and same_words(passage, one, other)
    return as_long and shape(passage, one) == shape(passage, other) == "动宾"


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
