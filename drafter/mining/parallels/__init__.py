"""排比: units side by side that are built alike, whole and worth taking."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import takewhile

from drafter.bank import Phrase
from drafter.chinese import is_closed, length
from drafter.mining.parallels.clauses import in_clauses, in_quotes, in_sentences
from drafter.mining.parallels.cuts import is_cut
from drafter.mining.parallels.listing import in_fours, in_list
from drafter.mining.parallels.mismatched import MISMATCHED
from drafter.mining.parallels.naming import NAMING
from drafter.mining.parallels.neighbours import has_kin
from drafter.mining.parallels.outermost import whole
from drafter.mining.parallels.prose import PROSE
from drafter.mining.parallels.rhetoric import is_figure
from drafter.mining.parallels.uses import use_of
from drafter.mining.patterns import pattern, real
from drafter.mining.view import LONGEST, Found, Group, Passage, Span, View

_OPEN = frozenset("…：")
"""What says that something is left out of a unit, or that it explains a word."""
_DULL = (*NAMING, *MISMATCHED, *PROSE)
"""What makes a group no figure that one would take."""
_NEAR = 256
"""Characters of a stretch in which groups are compared, so that long paragraphs cost no more than short."""


def parallels(view: View) -> Iterator[Found]:
    """The 排比 of a document."""
    for passage in view.speech():
        for group in groups(passage):
            if _is_worth_taking(passage, group):
                yield from (Found(phrase, passage.number) for phrase in _phrase(passage, group))


def groups(passage: Passage) -> Iterator[Group]:
    """Every group of parallel units in `passage`, each place once."""
    near: defaultdict[int, list[Group]] = defaultdict(list)
    for group in (whole(passage, group) for group in _all_groups(passage)):
        start, end = group.units[0].start, group.units[-1].end
        if not any(_covers(earlier, group) for earlier in near[start // _NEAR]) and is_figure(passage, group):
            for stretch in range(start // _NEAR, end // _NEAR + 1):
                near[stretch].append(group)
            yield group


def _covers(earlier: Group, group: Group) -> bool:
    """Whether `group` shows no more than a group before it; one inside a single unit does."""
    start, end = group.units[0].start, group.units[-1].end
    inside = earlier.units[0].start <= start and end <= earlier.units[-1].end
    return inside and not any(a <= start and end <= b for a, b in earlier.units)


def _all_groups(passage: Passage) -> Iterator[Group]:
    for sentence in passage.sentences:
        for clause in sentence.clauses:
            if len(clause.units) > 1 and not passage.has_digits(clause.start, clause.end):
                yield from in_list(passage, clause.units)
                yield from in_fours(passage, clause.units)
        yield from in_clauses(passage, sentence)
    yield from in_sentences(passage)
    yield from in_quotes(passage)


def _phrase(passage: Passage, group: Group) -> Iterator[Phrase]:
    """The phrase that a group makes: as it stands, or by its first units where it is too long for one."""
    units = tuple(_texts(passage, group.units))
    text = passage.text[group.units[0].start : group.units[-1].end]
    if length(text) <= LONGEST:
        yield Phrase("排比", text, units, function=use_of(passage, group.units))
    elif shown := _beginning(passage, group.units) or _frame(passage, group.units):
        yield Phrase("排比", shown, units, function="整句")


def _beginning(passage: Passage, units: Sequence[Span]) -> str:
    """As many units as a phrase holds, and … for the others: 在…前甲，在…前乙，…"""
    texts = (passage.text[units[0].start : other.start] for other in units[2:])
    short = [*takewhile(lambda text: length(text) <= LONGEST, texts)]
    return next((f"{text}…" for text in reversed(short) if is_closed(text)), "")


def _frame(passage: Passage, units: Sequence[Span]) -> str:
    """The pattern of three units, if more of it than one word holds: 哪里…就…到哪里."""
    frame = pattern([passage.words(*unit) for unit in units])
    held = [piece for piece in map(real, frame.split("…")) if piece]
    within = frame.startswith("…") and frame.endswith("…") and length("".join(held)) > 1
    return frame if len(units) > 2 and (within or len(held) > 1) and is_closed(frame) else ""


def _is_worth_taking(passage: Passage, group: Group) -> bool:
    """Whether a group is whole and a figure."""
    if not all(map(_is_a_unit, _texts(passage, group.units))) or _leaves_out(passage, group.units):
        return False
    dull = any(makes_dull(passage, group.units) for makes_dull in _DULL)
    return not (dull or is_cut(passage, group.units) or has_kin(passage, group.units))


def _leaves_out(passage: Passage, units: Sequence[Span]) -> bool:
    """以……领航，以……导航: whether something is left out between the units."""
    return passage.text.find("…", units[0].start, units[-1].end) >= 0


def _is_a_unit(text: str) -> bool:
    """Whether nothing is left out of a unit, and it is no longer than a phrase."""
    return is_closed(text) and _OPEN.isdisjoint(text) and length(text) <= LONGEST


def _texts(passage: Passage, units: Sequence[Span]) -> list[str]:
    return [passage.text[slice(*unit)] for unit in units]
