"""Whether a clause beside a group of parallel units is built as they are, so that it is one of them."""

from __future__ import annotations

from collections.abc import Callable

from drafter.mining.likeness import anchors, is_one_frame, likeness, shape, shared_end, shared_head
from drafter.mining.parallels.correlatives import call_of
from drafter.mining.view import Passage, Span, Units

HEADS = frozenset("是在让把将以为从有不无更最既又使于靠用被由向对因没敢惟唯")
"""What units may begin with that have nothing else in common."""
_DENYING = frozenset("不无有没")
"""Of these, what begins so much that the neighbour must be as long, too."""
_KIN, _FOUR = 0.62, 4
"""How alike a clause must be; characters of words that go on in one rhythm, whatever they are built of."""
_BEGIN, _END = str.maketrans("wil", "vaa"), str.maketrans("wvail", "nnnnn")
"""A verbal noun is a verb at the beginning of a unit and a noun at its end."""


def is_kin(passage: Passage, clause: Span, units: Units) -> bool:
    """Whether a clause beside a group begins or ends as its units do, or is built as they are."""
    if _is_headed_alike(passage, clause, units):
        return True
    if clause.end - clause.start < 2 or passage.has_digits(*clause):
        return False
    return any(sign(passage, clause, units) for sign in _SIGNS)


def _is_headed_alike(passage: Passage, clause: Span, units: Units) -> bool:
    """Whether it begins with what holds the units together."""
    held = held_by(passage, units)
    begins = bool(held) and passage.text.startswith(held, clause.start)
    return begins and (is_near(clause, units) or held not in _DENYING)


def _is_framed_alike(passage: Passage, clause: Span, units: Units) -> bool:
    """浓缩的岁月，变迁的环境: whether its 的 stands where that of all units does."""
    return all(is_one_frame(passage, clause, unit, "的") for unit in units)


def _ends_alike(passage: Passage, clause: Span, units: Units) -> bool:
    """Whether it ends with the word that all units end with."""
    tail = shared_end(passage, units)
    return len(tail) > 1 and passage.text.endswith(tail, 0, clause.end)


def _answers_the_call(passage: Passage, clause: Span, units: Units) -> bool:
    """不仅是甲，而且是乙，是丙: whether it has the 不仅 of a pair, or the 是 behind it."""
    one, other = (passage.text[slice(*unit)] for unit in units[:2])
    call, begin = call_of(one, other), passage.text[clause.start]
    if not call:
        return False
    asserts = one[len(call[0]) :][:1] == other[len(call[1]) :][:1] == begin
    return passage.text.startswith(call[0], clause.start) or (asserts and begin in HEADS)


def _begins_as_one(passage: Passage, clause: Span, units: Units) -> bool:
    """Whether a clause about as long begins as one or all of the units do, which are no pair that calls."""
    text = passage.text
    if not is_near(clause, units) or call_of(*(text[slice(*unit)] for unit in units[:2])):
        return False
    begins = shared_head(passage, units)[:1] or text[slice(*clause)][:2]
    return text.startswith(begins, clause.start) and any(text.startswith(begins, start) for start, _ in units)


def _does_more(passage: Passage, clause: Span, units: Units) -> bool:
    """稳定市场供应，控制市场价格｜，保护用户利益: one more thing to do, after two that share their topic."""
    clauses = passage.text[units[0].end] == "，"
    topic = clauses and not shared_head(passage, units) and not shared_end(passage, units)
    own = units[0].end - units[0].start
    as_long = own - 1 <= clause.end - clause.start <= 2 * own
    return topic and as_long and all(shape(passage, unit) == "动宾" for unit in (*units, clause))


def _keeps_time(passage: Passage, clause: Span, units: Units) -> bool:
    """Whether clauses of four characters go on that have nothing but that in common."""
    sizes = {end - start for start, end in (clause, *units)}
    return sizes == {_FOUR} and passage.text[units[0].end] == "，" and not anchors(passage, units)


def _is_alike(passage: Passage, clause: Span, units: Units) -> bool:
    return is_near(clause, units) and is_like(passage, clause, units, _KIN)


def is_like(passage: Passage, clause: Span, units: Units, enough: float) -> bool:
    """Whether a clause is like one of the units."""
    return any(likeness(passage, clause, unit) >= enough for unit in units)


def is_near(clause: Span, units: Units) -> bool:
    """Whether a clause is about as long as a unit."""
    own = units[0].end - units[0].start
    return abs(clause.end - clause.start - own) <= max(1, own // 4)


def held_by(passage: Passage, units: Units) -> str:
    """What all units begin with, as far as it takes to hold them together: a word; of three, a character."""
    shared = shared_head(passage, units)
    if shared[:1] in HEADS or len(units) > 2:
        return shared[:1]
    word = passage.first_word(*units[0])
    return word if len(word) > 1 and shared.startswith(word) else shared if len(shared) > 1 else ""


def is_plainly_one(passage: Passage, clause: Span, units: Units) -> bool:
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


_SIGNS: tuple[Callable[[Passage, Span, Units], bool], ...] = (
    _is_framed_alike,
    _ends_alike,
    _answers_the_call,
    _begins_as_one,
    _does_more,
    _keeps_time,
    _is_alike,
    is_plainly_one,
)
"""What makes a clause one of the units."""
