"""排比: units side by side that are built alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from drafter.bank import Phrase
from drafter.chinese import length
from drafter.mining.clauses import in_clauses, in_quotes, in_sentences
from drafter.mining.listing import in_list
from drafter.mining.outermost import whole
from drafter.mining.rhetoric import is_figure, use_of
from drafter.mining.view import Found, Group, Passage, Span, View

LONGEST = 30
"""Han characters in a phrase."""
_LONG = 7
"""Han characters in a unit, of which two of a longer list make a phrase."""
_NEAR = 256
"""Characters of a stretch in which groups are compared, so that long paragraphs cost no more than short."""


def parallels(view: View) -> Iterator[Found]:
    """The 排比 of a document."""
    for passage in view.speech():
        for group in groups(passage):
            yield from (Found(phrase, passage.number) for phrase in _phrases(passage, group))


def groups(passage: Passage) -> Iterator[Group]:
    """Every group of parallel units in `passage`, each place once."""
    near: defaultdict[int, list[Group]] = defaultdict(list)
    for group in filter(None, (whole(passage, group) for group in _all_groups(passage))):
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
        yield from in_clauses(passage, sentence)
    yield from in_sentences(passage)
    yield from in_quotes(passage)


def _phrases(passage: Passage, group: Group) -> Iterator[Phrase]:
    for part in _parts(passage, group.units):
        units = tuple(passage.text[a:b] for a, b in part)
        text = passage.text[part[0].start : part[-1].end]
        if _closed(text) and all(map(_closed, units)):
            yield Phrase("排比", text, units, function=use_of(passage, part))


def _parts(passage: Passage, units: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    """The units in even stretches, each short enough for a phrase."""
    size = length(passage.text[units[0].start : units[-1].end])
    step = -(-len(units) // -(-size // LONGEST))
    if len(units) % step:
        return
    short = size < _LONG * len(units) and passage.text[units[0].end] == "、"
    least = 3 if len(units) > 2 and short else 2
    for i in range(0, len(units), step):
        part = units[i : i + step]
        if len(part) >= least and length(passage.text[part[0].start : part[-1].end]) <= LONGEST:
            yield part


def _closed(text: str) -> bool:
    return text.count("“") == text.count("”") and text.count("《") == text.count("》")
