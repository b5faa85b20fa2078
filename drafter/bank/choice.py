"""Which phrase to take: what fits best, and of what fits as well, with every seed another first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from drafter.bank.model import Hit, Phrase, Shelf
from drafter.bank.sameness import key
from drafter.chinese import runs

_RUN = 6
"""Characters in a row that no draft shows twice."""
_CHOICE = 30
_COVERED = 0.6
"""The share of a query that a phrase must speak of to be written, not only shown."""
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

    What says the word itself comes before what only stood under it, the writer's own before others',
    and what also has to do with `within`, the topic of the whole, before what fits as well.  Of
    phrases that fit as well the best known is first for seed 0; every other seed begins with another
    one, so that drafts of one seed after the other begin with what was used longest ago.
    A single character says too little: 水 is in 水平, too.
    """
    found = shelf.search(about, kinds, _CHOICE, within=within) if len(about) > 1 else []
    places = {hit: _place(hit) for hit in found if hit.covered >= _COVERED}
    for _, equals in groupby(sorted(places, key=places.__getitem__, reverse=True), key=places.__getitem__):
        some = [*equals]
        first = int(seed * _STRIDE % 1 * len(some))
        yield from some[first:] + some[:first]


def _place(hit: Hit) -> tuple[bool, bool, int]:
    """The higher, the sooner it is taken."""
    return hit.said > 0, hit.is_own, round(_STEPS * (hit.score + hit.near))
