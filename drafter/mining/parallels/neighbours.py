"""Whether what stands right before a group of parallel units, or right behind it, belongs to it.

A figure that has lost a member is none.  So a group is left out whose neighbour is built as its units
are, begins as they do, or climbs on from them (更…, 直到…).
"""

from __future__ import annotations

from drafter.mining.lexicon import any_of, listed
from drafter.mining.likeness import anchors, is_one_frame, same_words, shape, shared_end, shared_head
from drafter.mining.parallels.halves import is_a_half
from drafter.mining.parallels.kin import held_by, is_kin, is_like, is_near, is_plainly_one
from drafter.mining.parallels.stretches import OPEN, at_mark, clauses_before, clauses_behind, commas, outside
from drafter.mining.view import Passage, Span, Units

_TWIN, _FOUR = 0.7, 4
"""How alike the end of a clause must be to be a lost unit; characters of the shortest doing."""
_CLIMAX = ("。更是", "。更要")
"""What goes on from a sentence before."""
_TURNS = tuple(f"{mark}{but}更" for mark in "，。；" for but in ("", "但", "而"))
"""What turns on the word that the units begin with (需要甲，需要乙。但更需要丙)."""
_CONTRARY = ("反之，", "反之则", "反之，则", "反过来，", "相反，")
"""What leads from one half of an antithesis to the other."""
_TAKING, _LED = frozenset("从以把让在将用为对越"), 6
"""What takes a subject before it, and how many characters that may have."""


def has_kin(passage: Passage, units: Units) -> bool:
    """Whether something beside a group belongs to it."""
    beside = (_climbs_on, is_a_half, _is_led_to, _is_followed, _is_one_attribute)
    return any(kin(passage, units) for kin in beside)


def _climbs_on(passage: Passage, units: Units) -> bool:
    """Whether clauses go on to a climax: …，更是…; …，直到…; or to a turn: 需要…。但更需要…."""
    text, end = passage.text, outside(passage, units[-1].end)
    if text[units[0].end] != "，":
        return False
    goes_on = text[end : end + 1] in ("，", "；") and any_of("climbing").match(text, end + 1)
    shared = shared_head(passage, units)
    turns = len(shared) > 1 and text.startswith(tuple(turn + shared for turn in _TURNS), end)
    return bool(goes_on or turns) or text.startswith(_CLIMAX, end)


def _is_led_to(passage: Passage, units: Units) -> bool:
    """Whether the clause before is a unit, or ends in one (如果｜为爱好所迷，被情趣所累…)."""
    if passage.text.endswith(_CONTRARY, 0, units[0].start):
        return True
    clause = clauses_before(passage, units[0])
    if not clause:
        return False
    if is_kin(passage, clause, units) or _grows_with(passage, clause, units):
        return True
    tails = (Span(i, clause.end) for i in range(clause.start + 1, clause.end - 2) if passage.edges[i] == "1")
    return any(_ends_in(passage, clause, tail, units) for tail in tails)


def _grows_with(passage: Passage, clause: Span, units: Units) -> bool:
    """细则越清楚，｜越好执行，越少推托: whether the 越 of the units is called for before them."""
    return shared_head(passage, units)[:1] == "越" and "越" in passage.text[slice(*clause)]


def _ends_in(passage: Passage, clause: Span, tail: Span, units: Units) -> bool:
    """Whether the end of the clause before a group is a unit of it, behind some words that lead in."""
    size, own = tail.end - tail.start, units[0].end - units[0].start
    held = held_by(passage, units)
    if held and passage.text.startswith(held, tail.start) and own <= 2 * size <= 4 * own:
        return True
    if not is_near(tail, units):
        return False
    apart = passage.text[tail.start - 1] not in "的与和及"
    if apart and (_begins_like_one(passage, tail, units) or _does_as(passage, tail, units)):
        return True
    led = passage.text[clause.start : tail.start] in listed("introducing")
    return (apart and is_like(passage, tail, units, _TWIN)) or (led and is_plainly_one(passage, tail, units))


def _begins_like_one(passage: Passage, tail: Span, units: Units) -> bool:
    """Whether it begins with the same two characters as one of the units."""
    return any(passage.text.startswith(passage.text[slice(*tail)][:2], start) for start, _ in units)


def _does_as(passage: Passage, tail: Span, units: Units) -> bool:
    """立足粮情实际，｜创新工作方式、杜绝推诿扯皮: whether it is a doing in the beats of the first unit."""
    if units[0].end - units[0].start < _FOUR or anchors(passage, units):
        return False
    return shape(passage, tail) == shape(passage, units[0]) == "动宾" and same_words(passage, tail, units[0])


def _is_followed(passage: Passage, units: Units) -> bool:
    """Whether the clause behind is a unit, or begins with one (…、心系发展大局｜，情牵民生福祉的安排)."""
    text, at = passage.text, outside(passage, units[-1].end)
    quoted = at != units[-1].end and text[units[0].start - 1] == "“"
    if quoted or text[at : at + 1] != "，":
        return False
    if any_of("consequent").match(text, at + 1) and text[at + 1] != text[units[0].start]:
        return False
    clause = clauses_behind(passage, at, 1 + commas(text, units[-1]))
    of = text.find("的", *clause)
    heads = (clause, Span(clause.start, of)) if of > 0 else (clause,)
    if _begins_with_one(passage, clause, units) or _takes_up(passage, clause, units):
        return True
    return any(is_kin(passage, begin, units) for begin in heads)


def _begins_with_one(passage: Passage, clause: Span, units: Units) -> bool:
    """制度创新，技术创新｜，理念创新这“三只手”: whether as much as a unit ends as they do."""
    tail, end = shared_end(passage, units), clause.start + units[-1].end - units[-1].start
    clauses = passage.text[units[0].end] == "，"
    return clauses and len(tail) > 1 and passage.text.endswith(tail, clause.start, end)


def _takes_up(passage: Passage, clause: Span, units: Units) -> bool:
    """以｜甲为乙、丙为丁，以…; 不在甲，不在乙，在丙; 越…，就越…: whether it has the word that leads."""
    text, before = passage.text, max(units[0].start - 1, 0)
    if passage.tags[before] == "p" and text.startswith(text[before], clause.start):
        return True
    shared = shared_head(passage, units)
    if len(shared) > 1 and shared[0] == "不" and text.startswith(shared[1], clause.start):
        return True
    led = clause.end if shared[:1] == "越" else min(clause.start + _LED, clause.end)
    at = text.find(shared[0], clause.start, led) if shared[:1] in _TAKING else -1
    return at > 0 and passage.edges[at : at + 2] == "11"


def _is_one_attribute(passage: Passage, units: Units) -> bool:
    """甲、乙｜的情怀，丙、丁的气节: whether it is said of one thing, and as much of another beside it."""
    text, start, end = passage.text, units[0].start, units[-1].end
    if text[end : end + 1] != "的":
        return False
    stop = at_mark(text, end, 1, OPEN)
    whole, size = Span(start, stop), stop - start
    beside = (Span(stop + 1, stop + 1 + size), Span(max(start - 1 - size, 0), max(start - 1, 0)))
    apart = (text[stop : stop + 1], text[start - 1 : start])
    return any(
        mark == "，" and is_one_frame(passage, whole, other)
        for mark, other in zip(apart, beside, strict=True)
    )
