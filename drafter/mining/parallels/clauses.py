"""Units between ， and between full stops that are alike, and quotations side by side."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise

from drafter.mining.lexicon import any_of
from drafter.mining.likeness import alike, likeness
from drafter.mining.parallels.correlatives import answering, calls
from drafter.mining.view import Clause, Group, Passage, Sentence, Span

CLAUSES, PAIRS, HALVES, SENTENCES = 0.74, 0.8, 0.66, 0.82
"""How alike units must be: clauses, pairs of them, what a ； parts, sentences."""

_LONGEST, _LONGEST_HALF = 34, 40
_HEADS = frozenset("是让在用以把从为有对靠被使没")
"""What holds three clauses together that begin with it, whatever else they are."""
_LED = 5
"""Characters of what may stand before the first of them."""
_QUOTES = re.compile("(?:“[^“”]{2,24}”[、，和]?){2,}")
_QUOTE = re.compile("“([^“”]+)”")


def in_clauses(passage: Passage, sentence: Sentence) -> Iterator[Group]:
    """Stretches between ； that are alike; pairs of clauses (A，B，A，B); then single clauses."""
    halves = list(_halves(sentence))
    if len(halves) > 1 and any(len(half) > 1 for half in halves):
        yield from _twins(passage, halves)
        yield from filter(_evenly(passage), _runs(passage, list(map(_span, halves)), HALVES))
    else:
        halves = [sentence.clauses]
    for half in halves:
        clauses = [Span(c.start, c.end) for c in half if _can_stand(passage, c)]
        if len(clauses) > 1:
            yield from _echoing(passage, clauses)
        yield from _runs(passage, clauses, CLAUSES)
        if len(clauses) > 3:
            pairs = [Span(a.start, b.end) for a, b in zip(clauses[::2], clauses[1::2], strict=False)]
            yield from _runs(passage, pairs, PAIRS)


def _echoing(passage: Passage, clauses: Sequence[Span]) -> Iterator[Group]:
    """它｜是…，是…，是…: clauses that begin with one word, if it is such that three of them are a figure."""
    for head, run in groupby(clauses, lambda clause: passage.text[clause.start]):
        units = list(run)
        if head not in _HEADS or len(units) < 2:
            continue
        before = next((clause for clause in clauses if clause.end + 1 == units[0].start), units[0])
        start = passage.text.find(head, before.start, before.start + _LED)
        if before != units[0] and start > 0 and passage.edges[start] == "1":
            units.insert(0, Span(start, before.end))
        sizes = [end - start for start, end in units]
        close = all(other.start == one.end + 1 for one, other in pairwise(units))
        if len(units) > 2 and close and max(sizes) <= 2 * min(sizes):
            yield Group(tuple(units), PAIRS)


def _evenly(passage: Passage) -> Callable[[Group], bool]:
    """Whether the units of a group have as many clauses each."""
    return lambda group: len({passage.text.count("，", a, b) for a, b in group.units}) == 1


def _span(half: Sequence[Clause]) -> Span:
    """Where a half stands; an empty span where it is too long to be compared."""
    start, end = half[0].start, half[-1].end
    return Span(start, end if end - start <= _LONGEST_HALF else start)


def _twins(passage: Passage, halves: Sequence[tuple[Clause, ...]]) -> Iterator[Group]:
    """其身正，不令而行；其身不正，虽令不从: two halves of as many clauses, with or without a lead."""
    for whole, other in pairwise(halves):
        one = whole[-len(other) :]
        a, b = Span(one[0].start, one[-1].end), Span(other[0].start, other[-1].end)
        begin = passage.text[a.start : a.start + 2] == passage.text[b.start : b.start + 2]
        if begin and len(one) == len(other) > 1 and abs(a.end - a.start - b.end + b.start) < 3:
            yield Group((a, b), 0.8)


def _halves(sentence: Sentence) -> Iterator[tuple[Clause, ...]]:
    """The clauses of a sentence, parted at its ；."""
    ends = [i + 1 for i, clause in enumerate(sentence.clauses) if clause.mark == "；"]
    for start, end in pairwise((0, *ends, len(sentence.clauses))):
        if start < end:
            yield sentence.clauses[start:end]


def _can_stand(passage: Passage, clause: Clause) -> bool:
    return clause.end - clause.start <= _LONGEST and not passage.has_digits(clause.start, clause.end)


def in_sentences(passage: Passage) -> Iterator[Group]:
    """Short sentences in a row, without the numbers that they may begin with."""
    units = [
        Span(s.clauses[0].start, s.end)
        for s in passage.sentences
        if s.clauses and not s.quoted and s.end - s.start <= _LONGEST
    ]
    yield from _runs(passage, [u for u in units if not passage.has_digits(*u)], SENTENCES)


def in_quotes(passage: Passage) -> Iterator[Group]:
    """“甲”“乙”“丙”: quotations side by side, of one length or alike."""
    for found in _QUOTES.finditer(passage.text):
        units = [Span(*m.span()) for m in _QUOTE.finditer(passage.text, found.start(), found.end())]
        even = len({end - start for start, end in units}) == 1
        if even or all(likeness(passage, a, b) > 0.7 for a, b in pairwise(units)):
            yield Group(tuple(units), 0.8)


def _runs(passage: Passage, units: Sequence[Span], enough: float) -> Iterator[Group]:
    start = 0
    while start < len(units) - 1:
        run = [units[start]]
        scores: list[float] = []
        for following in units[start + 1 :]:
            score, before = _leaning(passage, run[-1], following, enough, first=not scores)
            if score < enough or _apart(passage, run[-1], following):
                break
            run[-1:] = [before, following]
            scores.append(score)
        if scores:
            yield Group(tuple(run), sum(scores) / len(scores))
        start += max(len(run) - 1, 1)


def _apart(passage: Passage, one: Span, other: Span) -> bool:
    """Whether more than a mark stands between two units, or what sets one off from the other."""
    text = passage.text
    turns = any_of("turning").match(text, other.start) and text[one.start] != text[other.start]
    asks = text[one.end : one.end + 1] == "？" != text[other.end : other.end + 1]
    return bool(turns) or asks or other.start - one.end > 6 or text.startswith(("：", "—"), one.end)


def _leaning(passage: Passage, one: Span, other: Span, enough: float, *, first: bool) -> tuple[float, Span]:
    """How alike two clauses are, as they stand or without 既 又 更; the first of a run may be cut."""
    size, other_size = one.end - one.start, other.end - other.start
    if (
        min(size, other_size) < 3
        or other_size > 1.5 * size + 2
        or (not first and size > 1.5 * other_size + 2)
    ):
        return 0.0, one
    score = _clause_score(passage, one, other, enough)
    if score >= enough or _correlated(passage, one, other):
        return max(score, enough), one
    if first and (start := next(_correlates(passage, one, other), 0)):
        return enough, Span(start, one.end)
    bare, bare_other = _bare(passage, one), _bare(passage, other)
    if (bare, bare_other) != (one, other):
        score = _clause_score(passage, bare, bare_other, enough)
        return score, bare if first and bare_other == other else one
    extra = size - other_size
    if first and extra > 0 and passage.edges[one.start + extra] == "1":
        cut = Span(one.start + extra, one.end)
        if passage.text[cut.start] == passage.text[other.start]:
            return _clause_score(passage, cut, other, enough), cut
    return score, one


def _clause_score(passage: Passage, one: Span, other: Span, enough: float) -> float:
    score = likeness(passage, one, other)
    if score < enough and one.end - one.start >= 4 and alike(passage, one, other):
        return enough + 0.01
    return score


def _correlates(passage: Passage, one: Span, other: Span) -> Iterator[int]:
    """Where in `one` the 不仅 stands that the 更 of `other` answers."""
    if passage.text[other.start] not in answering():
        return
    for head, answer in calls():
        if len(head) > 1 and passage.text.startswith(answer, other.start):
            start = passage.text.find(head, *one)
            if start > one.start and _correlated(passage, Span(start, one.end), other):
                yield start


def _correlated(passage: Passage, one: Span, other: Span) -> bool:
    """既立足…，又着眼…: two clauses of one length that call for each other."""
    if passage.text[other.start] not in answering():
        return False
    sizes = one.end - one.start, other.end - other.start
    if abs(sizes[0] - sizes[1]) > (2 if min(sizes) > 6 else 1):
        return False
    text = passage.text
    heads = ((a, b) for a, b in calls() if text.startswith(a, one.start) and text.startswith(b, other.start))
    return any(a == "不是" or _goes_on(passage, one.start + len(a), other.start + len(b)) for a, b in heads)


def _goes_on(passage: Passage, one: int, other: int) -> bool:
    """Whether what follows two words that call for each other is of one kind."""
    kinds = {passage.tags[one], passage.tags[other]}
    return len(kinds) == 1 or kinds == {"v", "w"} or passage.text[one] == passage.text[other]


def _bare(passage: Passage, unit: Span) -> Span:
    """`unit` without the words that lean on what stands before it."""
    found = any_of("ties").match(passage.text, unit.start, unit.end - 3)
    return Span(found.end(), unit.end) if found and passage.edges[found.end()] == "1" else unit
