"""Banks to ask, however large they are: what is this phrase, and which phrases are about that."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from heapq import merge
from itertools import islice, repeat
from math import log
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.bank.cutting import pairs, term, words_of
from drafter.bank.model import BANNED, KINDS, UNCHECKED, USABLE, Bank, Hit
from drafter.bank.sameness import key

if TYPE_CHECKING:
    from drafter.bank.index import Index

_ONE_WORD = (
    (1.0, "{{text}}: ({0}) AND {{heading keywords}}: ({0})"),
    (0.9, "{{text}}: ({0})"),
    (0.8, "{{heading}}: ({0}) AND {{keywords}}: ({0})"),
    (0.7, "({0})"),
)
_MORE_WORDS = (_ONE_WORD[1], _ONE_WORD[3])
"""Where the words of a query may stand, and what it counts: most of all in the phrase itself."""
SEEN = (USABLE, UNCHECKED)
"""What a writer who looks for a phrase wants to see; a draft takes what is usable."""
_LOOSER = 0.6
"""What it counts that only some of the words stand there."""
_LEAST = 0.1
"""The weight of a word that stands everywhere."""
_THRESHOLD = 1 / 3
"""Of the weight of all words of a query, the least that an answer must speak of."""


_Row = tuple[int, int]
"""The number of a phrase, and which index has it."""


def open_shelf(folders: Sequence[Path], cache: Path | None = None) -> IndexedShelf:
    """The banks in `folders` as one, each lying over the ones behind it.

    Their indexes are kept in the folder `cache`, and made anew when a file of the bank has changed;
    where one cannot be kept, it is made in memory.
    """
    from drafter.bank.keeping import index_of

    return IndexedShelf([index_of(folder, cache) for folder in folders])


def shelf_of(*banks: Bank) -> IndexedShelf:
    """Banks in memory as one shelf, each lying over the ones behind it."""
    from drafter.bank.keeping import index_in_memory

    return IndexedShelf([index_in_memory(bank) for bank in banks])


class IndexedShelf:
    """Banks with their indexes, one over the other."""

    def __init__(self, indexes: Sequence[Index]) -> None:
        self._indexes = indexes
        self._size = sum(index.size for index in indexes)

    def find(self, text: str) -> Hit | None:
        """The usable phrase that is `text`, or has it as a unit; None where there is none."""
        hits = self.look_up(text)
        if any(hit.state == BANNED and _unlike(hit, text) < _AS_UNIT for hit in hits):
            return None
        return next((hit for hit in hits if hit.state == USABLE), None)

    def look_up(self, text: str) -> list[Hit]:
        """Every phrase that is `text`, then every one that has it as a unit, in whatever state."""
        rows = self._matching(f"{{text}}: ({term(text)})", ()) if pairs(text) else ()
        hits = self._hits((row, 1.0) for row in rows)
        return sorted((hit for hit in hits if _unlike(hit, text) <= _AS_UNIT), key=lambda h: _unlike(h, text))

    def search(
        self,
        about: str,
        kinds: tuple[str, ...] = (),
        limit: int = 20,
        states: Collection[str] = (USABLE,),
    ) -> list[Hit]:
        """Phrases about `about`, best first; nothing below the threshold of relevance."""
        hits = self._hits(self._ranked(about, kinds))
        return [*islice((hit for hit in hits if hit.state in states), limit)]

    def listed(
        self,
        kinds: tuple[str, ...] = (),
        limit: int = 20,
        states: Collection[str] = SEEN,
    ) -> list[Hit]:
        """Phrases in the bank's own order: kind by kind, the best known first."""
        rows = (row for kind in kinds or KINDS for row in _merged(x.of_kind(kind) for x in self._indexes))
        hits = self._hits((row, 0.0) for row in rows)
        return [*islice((hit for hit in hits if hit.state in states), limit)]

    def _hits(self, ranked: Iterable[tuple[_Row, float]]) -> Iterator[Hit]:
        """The phrases behind the rows; of one that stands in several banks, the topmost that comes."""
        seen: set[_Row | tuple[str, str]] = set()
        for row, score in ranked:
            if row not in seen:
                number, n = row
                phrase, sources, variants = self._indexes[n].phrase(number)
                name = (phrase.kind, key(phrase.text))
                if name not in seen:
                    yield Hit(phrase, score, sources, self._state(*name), variants)
                seen |= {row, name}

    def _state(self, kind: str, wording: str) -> str:
        """What the topmost bank says that has a word on it."""
        return next(filter(None, (index.said(kind, wording) for index in self._indexes)), USABLE)

    def _ranked(self, about: str, kinds: Sequence[str]) -> Iterator[tuple[_Row, float]]:
        """The rows about `about` and how well they fit, best first."""
        ways = [
            (share * worth, where.format(" ".join(map(term, words))))
            for words, share in self._looser(self._words(about))
            for worth, where in (_MORE_WORDS if words[1:] else _ONE_WORD)
        ]
        for score, expression in sorted(ways, key=lambda way: -way[0]):
            yield from ((row, round(score, 3)) for row in self._matching(expression, kinds))

    def _matching(self, expression: str, kinds: Sequence[str]) -> Iterator[_Row]:
        """The rows that match, the best known first."""
        return _merged(index.matching(expression, kinds) for index in self._indexes)

    def _looser(self, words: Sequence[str]) -> Iterator[tuple[list[str], float]]:
        """The whole query, then its weightiest words alone, the rarest first; each with its share."""
        rows = {word: self._rows(word) for word in words}
        weights = {word: _LEAST + log((1 + self._size) / (1 + rows[word])) for word in words}
        known = sorted(filter(rows.get, words), key=lambda word: -weights[word])
        for some in [known[:n] for n in range(len(known), 0, -1)] + [[word] for word in known[1:]]:
            share = sum(weights[word] for word in some) / sum(weights.values())
            if share >= _THRESHOLD:
                yield some, share if len(some) == len(words) else _LOOSER * share

    def _rows(self, word: str) -> int:
        """In how many rows the rarest pair of the word stands."""
        return min(sum(index.rows(pair) for index in self._indexes) for pair in pairs(word))

    def _words(self, about: str) -> list[str]:
        """The query cut into the longest words of the banks' own vocabulary."""
        return [*dict.fromkeys(words_of(about, lambda word: any(x.knows(word) for x in self._indexes)))]


def _merged(numbers: Iterable[Iterator[int]]) -> Iterator[_Row]:
    """The rows of several indexes, the best known first."""
    return merge(*(zip(some, repeat(n), strict=False) for n, some in enumerate(numbers)))


_AS_UNIT = 2


def _unlike(hit: Hit, text: str) -> int:
    """0 for the very text, 1 for its wording, 2 for a phrase that has it as a unit, 3 for another."""
    phrase, wording = hit.phrase, key(text)
    if phrase.text == text or key(phrase.text) == wording:
        return int(phrase.text != text)
    return _AS_UNIT if wording in map(key, phrase.units) else _AS_UNIT + 1
