"""Which phrase to take: what fits best, then what was used longest ago, then what the seed says."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from random import Random

from drafter.bank.model import Hit, Phrase, Shelf
from drafter.bank.sameness import key
from drafter.chinese import runs

_RUN = 6
"""Characters in a row that no draft shows twice."""
_CHOICE = 40


def pick(
    shelf: Shelf,
    kinds: tuple[str, ...],
    about: str,
    used: Collection[str] = (),
    seed: int = 0,
    recent: Sequence[str] = (),
) -> Hit | None:
    """A phrase about `about` of which nothing stands in `used`; None where the pool is dry.

    Of phrases that fit as well, the one that `recent` (the last used at the end) does not have or
    has had longest comes first, and among those the seed decides.
    """
    taken = {key(text) for text in used}
    seen = {run for text in used for run in runs(text, _RUN)}
    last = {key(text): n for n, text in enumerate(recent, 1)}
    shuffle = Random(f"{seed} {about}")
    free = [hit for hit in shelf.search(about, kinds, _CHOICE) if _is_new(hit.phrase, taken, seen)]
    ranks = [
        (-hit.score, last.get(key(hit.phrase.text), 0), shuffle.random(), n) for n, hit in enumerate(free)
    ]
    return free[min(ranks)[-1]] if ranks else None


def _is_new(phrase: Phrase, taken: set[str], seen: set[str]) -> bool:
    texts = (phrase.text, *phrase.units)
    return taken.isdisjoint(map(key, texts)) and seen.isdisjoint(runs(phrase.text, _RUN))
