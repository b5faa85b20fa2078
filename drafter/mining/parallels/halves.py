"""Whether a group of parallel units is one half of what a ； parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.mining.likeness import likeness
from drafter.mining.parallels.correlatives import call_of
from drafter.mining.parallels.kin import HEADS, is_kin
from drafter.mining.parallels.stretches import QUOTES, STOPS, at_mark, outside
from drafter.mining.view import Passage, Span, Units

_TWIN, _HALF = 0.7, 0.5
"""How alike the last clauses of two halves must be, and the halves where both are as long."""
_LEAD = 10
"""Characters that may lead in what a ； parts from a group (只有这样才能｜实现…；｜实现…)."""

_GOES_ON = re.compile("，[^。；：！？…“”]{0,40}；")
"""What a half goes on with behind a group, up to the ； that parts it from the other."""


def is_a_half(passage: Passage, units: Units) -> bool:
    """其身正，不令而行；｜其身不正，虽令不从: whether what a ； parts it from is built as it is."""
    text, whole = passage.text, Span(units[0].start, units[-1].end)
    if call := call_of(text[slice(*units[0])], text[slice(*units[1])]):
        return _is_a_link(text, units[0], call[0]) or any(
            call[0] in text[other.start : other.start + _LEAD]
            for other in _other_halves(passage, whole, STOPS | QUOTES)
        )
    if _begins_a_half(passage, whole):
        return True
    own = units[-1] if "；" in text[slice(*whole)] else whole
    stops = STOPS if "“" in text[slice(*own)] else STOPS | QUOTES
    return any(
        _halves(passage, other, own) or is_kin(passage, _last_clause(text, other), units)
        for other in _other_halves(passage, whole, stops)
    )


def _is_a_link(text: str, first: Span, call: str) -> bool:
    """不仅是甲，也是乙；｜不仅是乙，也是丙: whether the half before ends as this one begins."""
    return text.endswith(f"{text[first.start + len(call) : first.end]}；", 0, first.start)


def _begins_a_half(passage: Passage, group: Span) -> bool:
    """道之以政，齐之以刑｜，民免而无耻；道之以德…: whether what goes on from it is answered behind a ；."""
    text, goes_on = passage.text, _GOES_ON.match(passage.text, group.end)
    return goes_on is not None and text.startswith(text[group.start : group.start + 2], goes_on.end())


def _other_halves(passage: Passage, group: Span, stops: frozenset[str]) -> Iterator[Span]:
    """What stands on the other side of a ； before the group, and behind it."""
    text, start, end = passage.text, group.start - 1, outside(passage, group.end)
    if text[max(start, 0) : start + 1] == "；":
        yield Span(at_mark(text, start - 1, -1, stops) + 1, start)
    if text[end : end + 1] in ("；", "？"):
        yield Span(end + 1, at_mark(text, end + 1, 1, stops))


def _halves(passage: Passage, one: Span, other: Span) -> bool:
    """Whether two stretches begin or end alike, or are of one length and as many clauses."""
    text, sizes = passage.text, (one.end - one.start, other.end - other.start)
    begin = text[slice(*other)][:2]
    if begin in text[one.start : one.start + _LEAD]:
        return True
    if begin[:1] in HEADS and text.startswith(begin[:1], one.start):
        return True
    if likeness(passage, _last_clause(text, one), _last_clause(text, other)) >= _TWIN:
        return True
    if abs(sizes[0] - sizes[1]) > max(3, 0.4 * sizes[1]):
        return False
    even = text.count("，", *one) == text.count("，", *other)
    alike = sizes[0] == sizes[1] or likeness(passage, one, other) > _HALF
    return text.startswith(begin[:1], one.start) or (even and alike)


def _last_clause(text: str, stretch: Span) -> Span:
    return Span(max(text.rfind("，", *stretch) + 1, stretch.start), stretch.end)
