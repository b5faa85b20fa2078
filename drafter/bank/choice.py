"""Which phrase to take: what fits best, and of what fits as well, with every seed another first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from drafter.bank.cutting import pairs
from drafter.bank.model import Hit, Phrase, Shelf
from drafter.bank.sameness import key
from drafter.chinese import runs

_RUN = 6
"""Characters in a row that no draft shows twice."""
_SAID, _HEADED = 0.6, 1 / 4
"""The share of a query that a phrase must say itself to be written, not only shown; or the share of a
heading over it that the query must be: 参谋 of 要做到参谋有道."""
_MOST = {"搭配": 6, "排比": 6}
"""Characters that a phrase of a kind, or each of its units, may say beside the query and the topic."""
_VERB, _LEAST = 2, 4
"""Characters of a verb; and of a verb with one word more, which are little beside a query."""
_FEW = 3
"""Phrases of one document that are enough for a sentence."""
_SMALL = frozenset("的、，；")
_STEPS = 4
"""Into so many steps relevance is cut; on one step two phrases fit as well."""
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
    """Phrases about `about`, the one to take first.

    What says the word itself comes before what stands under a heading of it, all in one document; 搭配
    and 排比 say little that is not of `within`, the topic of the whole.  The writer's own comes before
    others', what says it plainly before what says it of something else (形成改革合力 before 加快警务改革),
    and what has to do with the topic before what fits as well.  Of phrases that fit as well the best known
    is first for seed 0; every other seed begins with another one, so that drafts of one seed after the
    other begin with what was used longest ago.  A single character says too little: 水 is in 水平, too.
    """
    if len(about) < 2:
        return
    asked = {*pairs(about), *pairs(within)}

    def fits(hit: Hit) -> bool:
        says, most = hit.said >= _SAID, _MOST.get(hit.phrase.kind)
        if hit.is_own or most is None:
            return says or hit.headed >= _HEADED
        near = hit.near > 0 or not says or _is_plain(hit.phrase.text, about, within)
        return (says or hit.headed >= _HEADED) and _beside(hit, asked) <= (most if near else _LEAST)

    def place(hit: Hit) -> tuple[bool, bool, bool, int]:
        """The higher, the sooner it is taken."""
        step = round(_STEPS * (hit.score + hit.near))
        return hit.is_own, _is_plain(hit.phrase.text, about, within), _beside(hit, asked) <= _LEAST, step

    found = shelf.offered(about, kinds, _without(about, within), fits)
    said = [hit for hit in found if hit.said >= _SAID]
    headed = _of_one_document([hit for hit in found if hit.said < _SAID], seed)
    for hits in (said, headed):
        for _, equals in groupby(sorted(hits, key=place, reverse=True), key=place):
            some = [*equals]
            first = _turn(seed, len(some))
            yield from some[first:] + some[:first]


def _without(about: str, within: str) -> str:
    """What else the topic is about: whatever has to do with the query has to do with the query in it."""
    return within.replace(about, " ")


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


def _is_plain(text: str, about: str, within: str) -> bool:
    """Whether no more than a verb stands before the query, or what does is of the topic."""
    before, said, _ = text.lower().partition(about.lower())
    return bool(said) and (len(before) <= _VERB or before[-_VERB:] in within)


def _beside(hit: Hit, asked: Collection[str]) -> int:
    """How many characters of a phrase stand in no pair that was asked for; of its units the most."""
    return max(_not_in(asked, part.lower()) for part in hit.phrase.units or (hit.phrase.text,))


def _not_in(asked: Collection[str], text: str) -> int:
    told = {i + k for i, pair in enumerate(pairwise(text)) if "".join(pair) in asked for k in (0, 1)}
    return sum(1 for i, sign in enumerate(text) if i not in told and sign not in _SMALL)
