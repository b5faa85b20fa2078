"""Which phrase to take: what fits best, then what was used longest ago, then what the seed says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from random import Random

from drafter.bank.model import Hit, Phrase, Shelf
from drafter.bank.sameness import key
from drafter.chinese import runs

_RUN = 6
"""Characters in a row that no draft shows twice."""
_CHOICE = 40


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


def ranked(
    shelf: Shelf, kinds: tuple[str, ...], about: str, seed: int = 0, recent: Sequence[str] = ()
) -> Iterator[Hit]:
    """Phrases about `about`, the one to take first.

    Of phrases that fit as well, the one that `recent` (the last used at the end) does not have or
    has had longest comes first, and among those the seed decides.
    """
    last = {key(text): n for n, text in enumerate(recent, 1)}
    shuffle = Random(f"{seed} {about}")
    hits = shelf.search(about, kinds, _CHOICE)
    ranks = [
        (-hit.score, last.get(key(hit.phrase.text), 0), shuffle.random(), n) for n, hit in enumerate(hits)
    ]
    yield from (hits[rank[-1]] for rank in sorted(ranks))


def pick(
    shelf: Shelf,
    kinds: tuple[str, ...],
    about: str,
    used: Iterable[str] = (),
    seed: int = 0,
    recent: Sequence[str] = (),
) -> Hit | None:
    """The first phrase about `about` of which nothing stands in `used`; None where the pool is dry."""
    said = Said(used)
    return next((hit for hit in ranked(shelf, kinds, about, seed, recent) if not said.has(hit.phrase)), None)
