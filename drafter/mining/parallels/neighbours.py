"""Whether what stands right before a group of parallel units, or right behind it, belongs to it.

A figure that has lost a member is none.  So a group is left out whose neighbour is built as its units
are, begins as they do, or climbs on from them (更…, 直到…).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.mining.lexicon import any_of, listed
from drafter.mining.likeness import (
    anchors,
    is_one_frame,
    likeness,
    same_words,
    shape,
    shared_end,
    shared_head,
)
from drafter.mining.parallels.correlatives import call_of
from drafter.mining.view import Passage, Span

_KIN, _TWIN, _HALF = 0.62, 0.7, 0.5
"""How alike a neighbour must be to be a lost unit: a whole clause, the end of one, what a ； parts."""
_FOUR = 4
"""Characters of the words that go on in one rhythm, whatever they are built of."""
_STOPS = frozenset("。；：！？…")
_OPEN = _STOPS | frozenset("，、—（）《》 ")
_QUOTES = frozenset("“”")
_HEADS = frozenset("是在让把将以为从有不无更最既又使于靠用被由向对因没敢惟唯")
"""What units may begin with that have nothing else in common."""
_DENYING = frozenset("不无有没")
"""Of these, what begins so much that the neighbour must be as long, too."""
_LEAD = 10
"""Characters that may lead in what a ； parts from a group (只有这样才能｜实现…；｜实现…)."""
_CLIMAX = ("。更是", "。更要")
"""What goes on from a sentence before; with 但 and 更, what turns on what the units begin with."""
_TURN = "[，。；][但而]?更{}"
_CONTRARY = ("反之，", "反之则", "反之，则", "反过来，", "相反，")
"""What leads from one half of an antithesis to the other."""
_TAKING, _LED = frozenset("从以把让在将用为对越"), 6
"""Of these, what takes a subject before it, and how many characters that may have."""
_BEGIN, _END = str.maketrans("wil", "vaa"), str.maketrans("wvail", "nnnnn")
"""A verbal noun is a verb at the beginning of a unit and a noun at its end."""

Units = Sequence[Span]


def has_kin(passage: Passage, units: Units) -> bool:
    """Whether something beside a group belongs to it."""
    beside = (_climbs_on, _is_a_half, _is_led_to, _is_followed, _is_one_attribute)
    return any(kin(passage, units) for kin in beside)


def _climbs_on(passage: Passage, units: Units) -> bool:
    """Whether clauses go on to a climax: …，更是…; …，直到…."""
    text, end = passage.text, _outside(passage, units[-1].end)
    if text[units[0].end] != "，":
        return False
    goes_on = text[end : end + 1] in ("，", "；") and any_of("climbing").match(text, end + 1)
    head = shared_head(passage, units)
    turns = len(head) > 1 and re.compile(_TURN.format(head)).match(text, end)
    return bool(goes_on or turns) or text.startswith(_CLIMAX, end)


def _outside(passage: Passage, end: int) -> int:
    """Behind the quotation mark that closes there."""
    return end + (passage.text[end : end + 1] == "”")


def _is_a_half(passage: Passage, units: Units) -> bool:
    """其身正，不令而行；｜其身不正，虽令不从: whether what a ； parts it from is built as it is."""
    text = passage.text
    whole = Span(units[0].start, units[-1].end)
    if call := call_of(text[slice(*units[0])], text[slice(*units[1])]):
        if text.endswith(f"{text[units[0].start + len(call[0]) : units[0].end]}；", 0, units[0].start):
            return True
        others = _other_halves(passage, whole, _STOPS | _QUOTES)
        return any(call[0] in text[other.start : other.start + _LEAD] for other in others)
    if _begins_a_half(passage, whole):
        return True
    own = units[-1] if "；" in text[slice(*whole)] else whole
    stops = _STOPS if "“" in text[slice(*own)] else _STOPS | _QUOTES
    return any(
        _halves(passage, other, own) or _is_kin(passage, _last_clause(text, other), units)
        for other in _other_halves(passage, whole, stops)
    )


def _begins_a_half(passage: Passage, group: Span) -> bool:
    """道之以政，齐之以刑｜，民免而无耻；道之以德…: whether what goes on from it is answered behind a ；."""
    text, end = passage.text, _mark(passage.text, group.end, 1, _STOPS | _QUOTES)
    goes_on = text[group.end : group.end + 1] == "，" and text[end : end + 1] == "；"
    return goes_on and text.startswith(text[group.start : group.start + 2], end + 1)


def _other_halves(passage: Passage, group: Span, stops: frozenset[str]) -> Iterator[Span]:
    """What stands on the other side of a ； before the group, and behind it."""
    text, start, end = passage.text, group.start - 1, _outside(passage, group.end)
    if text[max(start, 0) : start + 1] == "；":
        yield Span(_mark(text, start - 1, -1, stops) + 1, start)
    if text[end : end + 1] in ("；", "？"):
        yield Span(end + 1, _mark(text, end + 1, 1, stops))


def _halves(passage: Passage, one: Span, other: Span) -> bool:
    """Whether two stretches begin or end alike, or are of one length and as many clauses."""
    text, sizes = passage.text, (one.end - one.start, other.end - other.start)
    begin = text[slice(*other)][:2]
    if begin in text[one.start : one.start + _LEAD]:
        return True
    if begin[:1] in _HEADS and text.startswith(begin[:1], one.start):
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


def _mark(text: str, at: int, step: int, marks: frozenset[str]) -> int:
    """Where the next mark stands from `at` on, forwards or backwards; at most the end of the text."""
    while 0 <= at < len(text) and text[at] not in marks:
        at += step
    return min(at, len(text))


def _is_led_to(passage: Passage, units: Units) -> bool:
    """Whether the clause before is a unit, or ends in one (如果｜为爱好所迷，被情趣所累…)."""
    if passage.text.endswith(_CONTRARY, 0, units[0].start):
        return True
    clause = _stretch_before(passage, units[0])
    if not clause:
        return False
    if _is_kin(passage, clause, units) or _grows_with(passage, clause, units):
        return True
    tails = (Span(i, clause.end) for i in range(clause.start + 1, clause.end - 2) if passage.edges[i] == "1")
    return any(_ends_in(passage, clause, tail, units) for tail in tails)


def _grows_with(passage: Passage, clause: Span, units: Units) -> bool:
    """细则越清楚，｜越好执行，越少推托: whether the 越 of the units is called for before them."""
    return shared_head(passage, units)[:1] == "越" and "越" in passage.text[slice(*clause)]


def _stretch_before(passage: Passage, first: Span) -> Span | None:
    """As many clauses before the group as a unit has."""
    text, end = passage.text, first.start - 1
    if end < 1 or text[end] not in "，、":
        return None
    start, marks = end, _OPEN if "”" in text[first.start - 2 : first.end] else _OPEN | _QUOTES
    if clauses := text[end] == text[first.end] == "，":
        marks -= {"、"}
    for _ in range(1 + (text.count("，", *first) if clauses else _commas(text, first))):
        start = _mark(text, start - 1, -1, marks)
    return Span(max(start + 1, 0), end)


def _commas(text: str, unit: Span) -> int:
    """How many marks part a unit."""
    return text.count("，", *unit) + text.count("、", *unit)


def _ends_in(passage: Passage, clause: Span, tail: Span, units: Units) -> bool:
    """Whether the end of the clause before a group is a unit of it, behind some words that lead in."""
    size, own = tail.end - tail.start, units[0].end - units[0].start
    head = _head(passage, units)
    if head and passage.text.startswith(head, tail.start) and own <= 2 * size <= 4 * own:
        return True
    if not _near(size, own):
        return False
    led = passage.text[clause.start : tail.start] in listed("introducing")
    apart = passage.text[tail.start - 1] not in "的与和及"
    if apart and size == own >= _FOUR and not anchors(passage, units) and _does_as(passage, tail, units):
        return True
    begins = any(passage.text.startswith(passage.text[slice(*tail)][:2], start) for start, _ in units)
    if apart and (begins or _is_like(passage, tail, units, _TWIN)):
        return True
    return led and _plainly_one(passage, tail, units)


def _does_as(passage: Passage, tail: Span, units: Units) -> bool:
    """立足粮情实际，｜创新工作方式、杜绝推诿扯皮: whether it is a doing in the beats of the first unit."""
    doings = {shape(passage, unit) for unit in (tail, units[0])} == {"动宾"}
    return doings and same_words(passage, tail, units[0])


def _is_followed(passage: Passage, units: Units) -> bool:
    """Whether the clause behind is a unit, or begins with one (…、心系发展大局｜，情牵民生福祉的安排)."""
    text, at = passage.text, _outside(passage, units[-1].end)
    quoted = at != units[-1].end and text[units[0].start - 1] == "“"
    if quoted or text[at : at + 1] != "，":
        return False
    if any_of("consequent").match(text, at + 1) and text[at + 1] != text[units[0].start]:
        return False
    clause = _stretch_behind(passage, at, 1 + _commas(text, units[-1]))
    of = text.find("的", *clause)
    heads = (clause, Span(clause.start, of)) if of > 0 else (clause,)
    cut = passage.text[clause.start : clause.start + units[-1].end - units[-1].start]
    tail = shared_end(passage, units)
    if len(tail) > 1 and cut.endswith(tail) and text[units[0].end] == "，":
        return True
    return _takes_up(passage, clause, units) or any(_is_kin(passage, head, units) for head in heads)


def _takes_up(passage: Passage, clause: Span, units: Units) -> bool:
    """以｜甲为乙、丙为丁，以…; 不在甲，不在乙，在丙; 越…，就越…: whether it has the word that leads."""
    text, before = passage.text, max(units[0].start - 1, 0)
    if passage.tags[before] == "p" and text.startswith(text[before], clause.start):
        return True
    denied = shared_head(passage, units)
    if len(denied) > 1 and denied[0] == "不" and text.startswith(denied[1], clause.start):
        return True
    head, led = denied[:1], clause.end if denied[:1] == "越" else clause.start + _LED
    at = text.find(head, clause.start, min(led, clause.end)) if head in _TAKING else -1
    return at > 0 and passage.edges[at : at + 2] == "11"


def _stretch_behind(passage: Passage, at: int, clauses: int) -> Span:
    """As many clauses behind a mark as are asked for, without the 也 that ties them to it."""
    end = at
    for _ in range(clauses):
        end = _mark(passage.text, end + 1, 1, _OPEN | _QUOTES)
    tie = any_of("climbing").match(passage.text, at + 1, end - 2)
    return Span(tie.end() if tie else at + 1, end)


def _is_one_attribute(passage: Passage, units: Units) -> bool:
    """甲、乙｜的情怀，丙、丁的气节: whether it is said of one thing, and as much of another beside it."""
    text, start, end = passage.text, units[0].start, units[-1].end
    if text[end : end + 1] != "的":
        return False
    stop = _mark(text, end, 1, _OPEN)
    whole, size = Span(start, stop), stop - start
    beside = (Span(stop + 1, stop + 1 + size), Span(max(start - 1 - size, 0), max(start - 1, 0)))
    apart = (text[stop : stop + 1], text[start - 1 : start])
    return any(
        mark == "，" and is_one_frame(passage, whole, other)
        for mark, other in zip(apart, beside, strict=True)
    )


def _is_kin(passage: Passage, clause: Span, units: Units) -> bool:
    """Whether a clause beside a group begins or ends as its units do, or is built as they are."""
    text, size = passage.text, clause.end - clause.start
    head, tail = _head(passage, units), shared_end(passage, units)
    near = _near(size, units[0].end - units[0].start)
    if head and text.startswith(head, clause.start) and (near or head not in _DENYING):
        return True
    if size < 2 or passage.has_digits(*clause):
        return False
    if all(is_one_frame(passage, clause, unit, "的") for unit in units):
        return True
    if len(tail) > 1 and text.endswith(tail, 0, clause.end):
        return True
    if _begins_as_one(passage, clause, units, near=near) or _does_more(passage, clause, units):
        return True
    even = {size, *(end - start for start, end in units)} == {_FOUR}
    if even and text[units[0].end] == "，" and not anchors(passage, units):
        return True
    return (near and _is_like(passage, clause, units, _KIN)) or _plainly_one(passage, clause, units)


def _does_more(passage: Passage, clause: Span, units: Units) -> bool:
    """稳定市场供应，控制市场价格｜，保护用户利益: one more thing to do, after two that share their topic."""
    clauses = passage.text[units[0].end] == "，"
    topic = clauses and not shared_head(passage, units) and not shared_end(passage, units)
    own = units[0].end - units[0].start
    as_long = own - 1 <= clause.end - clause.start <= 2 * own
    return topic and as_long and all(shape(passage, unit) == "动宾" for unit in (*units, clause))


def _begins_as_one(passage: Passage, clause: Span, units: Units, *, near: bool) -> bool:
    """Whether a clause begins with the 既 of a pair; or, about as long, as one or all of the units do."""
    text = passage.text
    one, other = (text[slice(*unit)] for unit in units[:2])
    if call := call_of(one, other):
        asserts = one[len(call[0]) :][:1] == other[len(call[1]) :][:1] == text[clause.start]
        return text.startswith(call[0], clause.start) or (asserts and text[clause.start] in _HEADS)
    begins = shared_head(passage, units)[:1] or text[slice(*clause)][:2]
    alike = text.startswith(begins, clause.start) and any(
        text.startswith(begins, start) for start, _ in units
    )
    return near and alike


def _is_like(passage: Passage, clause: Span, units: Units, enough: float) -> bool:
    """Whether a clause is like one of the units."""
    return any(likeness(passage, clause, unit) >= enough for unit in units)


def _near(size: int, own: int) -> bool:
    """Whether a clause is about as long as a unit."""
    return abs(size - own) <= max(1, own // 4)


def _head(passage: Passage, units: Units) -> str:
    """What all units begin with, as far as it takes to hold them together."""
    head = shared_head(passage, units)
    return head[:1] if head[:1] in _HEADS else head if len(head) > 1 else ""


def _plainly_one(passage: Passage, clause: Span, units: Units) -> bool:
    """Whether a clause goes on a series, and has of its common words what a plain series has: nothing."""
    common = anchors(passage, units)
    if common and common.isdisjoint(passage.text[slice(*clause)]):
        return False
    bounds = {_bounds(passage, unit) for unit in (*units, clause)}
    sizes = {end - start for start, end in (*units, clause)}
    longer = passage.text[clause.end : clause.end + 1] == "、" and clause.end - clause.start == max(sizes)
    near = max(sizes) - min(sizes) <= max(min(sizes) // 3 - 1, len(common) > 0)
    return len(bounds) == 1 and (near or (longer and not common))


def _bounds(passage: Passage, unit: Span) -> tuple[str, str]:
    """The parts of speech that a unit begins and ends with."""
    tags = passage.tags
    return tags[unit.start].translate(_BEGIN), tags[unit.end - 1].translate(_END)
