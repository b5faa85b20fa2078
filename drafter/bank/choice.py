"""Which phrase to take: what fits best, and of what fits as well, with every seed another first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby, pairwise

from drafter.bank.model import Hit, Phrase, Shelf
from drafter.bank.sameness import key
from drafter.chinese import runs

_RUN = 6
"""Characters in a row that no draft shows twice."""
_CHOICE = 30
_SAID, _HEADED = 0.6, 1 / 4
"""The share of a query that a phrase must say itself to be written, not only shown; or the share of a
heading over it that the query must be: 参谋 of 要做到参谋有道."""
_VERB, _LEAST, _MOST = 2, 4, 6
"""Characters of a verb; those that a phrase should and those that it may say beside query and topic."""
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

    What says the word itself comes before what stands under a heading of it, all in one document, and
    neither says much that is not of `within`, the topic of the whole.  The writer's own comes before
    others', what says it plainly before what says it of something else (改革合力 before 警务改革), and
    what has to do with the topic before what fits as well.  Of phrases that fit as well the best known is
    first for seed 0; every other seed begins with another one, so that drafts of one seed after the other
    begin with what was used longest ago.  A single character says too little: 水 is in 水平, too.
    """
    found = shelf.search(about, kinds, _CHOICE, within=within, itself=True) if len(about) > 1 else []
    asked = {*runs(about, 2), *runs(within, 2)}
    fitting = (hit for hit in found if hit.said >= _SAID or hit.headed >= _HEADED)
    places = {
        hit: _place(hit, about, within, size)
        for hit in fitting
        if (size := _beside(hit, asked)) <= _MOST or hit.is_own
    }
    ranked = sorted(places, key=places.__getitem__, reverse=True)
    home = next((_documents(hit) for hit in ranked if not hit.said), frozenset())
    coherent = (hit for hit in ranked if hit.said or _documents(hit) & home)
    for _, equals in groupby(coherent, key=places.__getitem__):
        some = [*equals]
        first = int(seed * _STRIDE % 1 * len(some))
        yield from some[first:] + some[:first]


def _documents(hit: Hit) -> frozenset[str]:
    return frozenset(source.document for source in hit.sources)


def _place(hit: Hit, about: str, within: str, beside: int) -> tuple[bool, bool, bool, bool, int]:
    """The higher, the sooner it is taken."""
    before = hit.phrase.text.partition(about)[0]
    plain = len(before) <= _VERB or before[-_VERB:] in within
    step = round(_STEPS * (hit.score + hit.near))
    return hit.said > 0, hit.is_own, plain, beside <= _LEAST, step


def _beside(hit: Hit, asked: Collection[str]) -> int:
    """How many characters of a phrase stand in no pair that was asked for; of its units the most."""
    return max(_not_in(asked, part) for part in hit.phrase.units or (hit.phrase.text,))


def _not_in(asked: Collection[str], text: str) -> int:
    told = {i + k for i, pair in enumerate(pairwise(text)) if "".join(pair) in asked for k in (0, 1)}
    return sum(1 for i, sign in enumerate(text) if i not in told and sign not in _SMALL)
