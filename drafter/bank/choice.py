"""Which phrase to take: what fits best, and of what fits as well, with every seed another first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from drafter.bank.model import Hit, Phrase, Shelf
from drafter.bank.question import Question, says
from drafter.bank.sameness import key
from drafter.chinese import runs

_RUN = 6
"""Characters in a row that no draft shows twice."""
_FEW = 3
"""Phrases of one document that are enough for a sentence."""
_STRIDE = 0.618034
"""Of the phrases that fit as well, the share that the next seed goes on by: it comes back to none soon."""


class Said:
    """What a draft says already: the bank is not to say it again."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._keys: set[str] = set()
        self._runs: set[str] = set()
        for text in texts:
            self.add(text)

    def add(self, text: str) -> None:
        self._keys.add(key(text))
        self._runs.update(runs(text, _RUN))

    def has(self, phrase: Phrase) -> bool:
        """Whether the phrase, a unit of it or a run of its characters stands in the draft."""
        texts = (phrase.text, *phrase.units)
        return not (self._keys.isdisjoint(map(key, texts)) and self._runs.isdisjoint(runs(phrase.text, _RUN)))


def pick(
    shelf: Shelf, kinds: tuple[str, ...], about: str, seed: int = 0, *, within: str = ""
) -> Iterator[Hit]:
    """Phrases about `about`, the one to take first; `within` is the topic of the whole.

    What says the word itself comes before what stands under a heading of it, all in one document; where
    documents say it, in one of those.  What says it in two words of another topic (拓宽举报渠道) is taken
    only where nothing else says it.  Of phrases that fit as well the best known is first for seed 0;
    every other seed begins with another one, so that drafts of one seed after the other begin with what was
    used longest ago.  A single character says too little: 水 is in 水平, too.
    """
    if len(about) < 2:
        return
    question = Question(about, within)
    found = shelf.offered(about, kinds, question.beside, question.is_answered_by)
    said = [hit for hit in found if says(hit)]
    said = [hit for hit in said if question.is_related(hit) or question.is_literal(hit)] or said
    known = frozenset[str]().union(*(_documents(hit) for hit in said if not hit.is_own))
    others = [hit for hit in found if not says(hit)]
    headed = _of_one_document([hit for hit in others if not known or _documents(hit) & known], seed)
    for hits in (said, headed):
        for _, equals in groupby(sorted(hits, key=question.rank, reverse=True), key=question.rank):
            some = [*equals]
            first = _turn(seed, len(some))
            yield from some[first:] + some[:first]


def _turn(seed: int, size: int) -> int:
    """Which of so many is first for a seed."""
    return int(seed * _STRIDE % 1 * size)


def _of_one_document(hits: Sequence[Hit], seed: int) -> list[Hit]:
    """Those that stand in one document: one that has enough of them, or the most, another for each seed."""
    counts = Counter(document for hit in hits for document in _documents(hit))
    enough = min(_FEW, max(counts.values(), default=0))
    names = sorted(
        (name for name in counts if counts[name] >= enough), key=lambda name: (-counts[name], name)
    )
    home = names[_turn(seed, len(names))] if names else ""
    return [hit for hit in hits if home in _documents(hit)]


def _documents(hit: Hit) -> frozenset[str]:
    return frozenset(source.document for source in hit.sources)
