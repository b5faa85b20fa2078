"""A bank to ask, however large it is: what is this phrase, and which phrases are about that."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b
from itertools import islice
from math import log
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING, Any
from weakref import finalize

from drafter.bank.index import Layer, build, kind_of, pairs, term, turn_of, words_of
from drafter.bank.model import BANNED, KINDS, UNCHECKED, USABLE, Bank, Hit, Phrase
from drafter.bank.sameness import key
from drafter.bank.store import documents, entries, entries_of, stamp
from drafter.outline import Source

if TYPE_CHECKING:
    import sqlite3

_ONE_WORD = (
    (1.0, "{{text}}: ({first}) AND {{heading keywords}}: ({first})"),
    (0.9, "{{text}}: ({first})"),
    (0.8, "{{heading}}: ({first}) AND {{keywords}}: ({first})"),
    (0.7, "({first})"),
)
_WORDS = (
    (0.9, "{{text}}: ({first} {rest})"),
    (0.8, "{{text}}: ({first}) AND ({rest})"),
    (0.7, "({first} {rest})"),
)
"""Where the words of a query may stand, and what it counts: most of all in the phrase itself."""
SEEN = (USABLE, UNCHECKED)
"""What a writer who looks for a phrase wants to see; a draft takes what is usable."""
_LOOSER = 0.6
"""What it counts that only some of the words stand there."""
_LEAST = 0.1
"""The weight of a word that stands everywhere."""
_THRESHOLD = 1 / 3
"""Of the weight of all words of a query, the least that an answer must speak of."""


def open_shelf(folders: Sequence[Path], cache: Path | None = None) -> IndexedShelf:
    """The banks in `folders` as one, each lying over the ones behind it.

    Its index is kept in the folder `cache`, and made anew when a file of a bank has changed;
    where it cannot be kept, it is made in memory.
    """
    signs = "\n".join(f"{folder.resolve()} {stamp(folder)}" for folder in folders)
    kept = cache and _kept(folders, cache, signs)
    return IndexedShelf(kept or _in_memory(_layers(folders)))


def shelf_of(*banks: Bank) -> IndexedShelf:
    """Banks in memory as one shelf, each lying over the ones behind it."""
    return IndexedShelf(_in_memory([Layer(bank.documents.values(), entries_of(bank)) for bank in banks]))


def _layers(folders: Sequence[Path]) -> list[Layer]:
    return [Layer(documents(folder), entries(folder)) for folder in folders]


def _in_memory(layers: Sequence[Layer]) -> sqlite3.Connection:
    import sqlite3

    connection = sqlite3.connect(":memory:")
    build(connection, layers)
    return connection


def _kept(folders: Sequence[Path], cache: Path, signs: str) -> sqlite3.Connection | None:
    """The index in `cache`, made anew unless it bears these signs; None where it cannot be kept."""
    import sqlite3

    path = cache / f"{_called(folders)}.sqlite"
    with suppress(sqlite3.Error):
        return _opened(path, signs)
    try:
        cache.mkdir(parents=True, exist_ok=True)
        _make(path, folders, signs)
        return _opened(path, signs)
    except (OSError, sqlite3.Error):
        return None


def _called(folders: Sequence[Path]) -> str:
    names = "\n".join(str(folder.resolve()) for folder in folders)
    return blake2b(names.encode(), digest_size=8).hexdigest()


def _opened(path: Path, signs: str) -> sqlite3.Connection:
    """The index at `path`; a `sqlite3.Error` where there is none, or none with these signs."""
    import sqlite3

    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
    try:
        if connection.execute("select stamp from about").fetchone() == (signs,):
            return connection
        raise sqlite3.DatabaseError("out of date")
    except sqlite3.Error:
        connection.close()
        raise


def _make(path: Path, folders: Sequence[Path], signs: str) -> None:
    """Build the index beside its place and put it there whole."""
    import sqlite3

    handle, name = mkstemp(dir=path.parent, prefix=".draft-")
    os.close(handle)
    temporary = Path(name)
    try:
        connection = sqlite3.connect(temporary)
        try:
            connection.executescript("pragma journal_mode=off; pragma synchronous=off;")
            build(connection, _layers(folders), signs)
        finally:
            connection.close()
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


class IndexedShelf:
    """A shelf with an index behind it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._size = self._one("select phrases from about")
        finalize(self, connection.close)

    def find(self, text: str) -> Hit | None:
        """The usable phrase that is `text`, or has it as a unit; None where there is none."""
        hits = self.look_up(text)
        exact = (hit for hit in hits if _unlike(hit, text) < _AS_UNIT)
        if any(hit.state == BANNED for hit in exact):
            return None
        return next((hit for hit in hits if hit.state == USABLE), None)

    def look_up(self, text: str) -> list[Hit]:
        """Every phrase that is `text`, then every one that has it as a unit, in whatever state."""
        numbers = self._matching(f"{{text}}: ({term(text)})") if pairs(text) else ()
        hits = (self._hit(number, 1.0) for number in numbers)
        return sorted((hit for hit in hits if _unlike(hit, text) <= _AS_UNIT), key=lambda h: _unlike(h, text))

    def search(
        self,
        about: str,
        kinds: tuple[str, ...] = (),
        limit: int = 20,
        states: Collection[str] = (USABLE,),
    ) -> list[Hit]:
        """Phrases about `about`, best first; nothing below the threshold of relevance."""
        hits = (self._hit(number, score) for number, score in self._ranked(about, kinds))
        return [*islice((hit for hit in hits if hit.state in states), limit)]

    def listed(
        self,
        kinds: tuple[str, ...] = (),
        limit: int = 20,
        states: Collection[str] = SEEN,
    ) -> list[Hit]:
        """Phrases in the bank's own order: kind by kind, the best known first."""
        query = "select id from phrase where id % ? = ? order by id"
        each = (self._connection.execute(query, turn_of(kind)) for kind in kinds or KINDS)
        numbers = (number for rows in each for (number,) in rows)
        hits = (self._hit(number, 0.0) for number in numbers)
        return [*islice((hit for hit in hits if hit.state in states), limit)]

    def _hit(self, number: int, score: float) -> Hit:
        text, units, by, function, meaning, state, sources, variants = self._connection.execute(
            "select text, units, by, function, meaning, state, sources, variants from phrase where id = ?",
            (number,),
        ).fetchone()
        phrase = Phrase(kind_of(number), text, tuple(units.splitlines()), by, function, meaning)
        places = tuple(sorted(self._sources(sources.split())))
        return Hit(phrase, score, places, state or USABLE, tuple(variants.splitlines()))

    def _sources(self, places: Iterable[str]) -> Iterator[Source]:
        for place in places:
            document, _, paragraph = place.partition(":")
            yield Source(self._one("select name from document where id = ?", document), int(paragraph))

    def _one(self, query: str, *values: object) -> Any:
        """The single value that the query gives; None where it gives none."""
        row = self._connection.execute(query, values).fetchone()
        return row and row[0]

    def _ranked(self, about: str, kinds: Sequence[str]) -> Iterator[tuple[int, float]]:
        """The phrases about `about` and how well they fit, best first."""
        seen: set[int] = set()
        ways = [
            (share * worth, where.format(first=term(words[0]), rest=" ".join(map(term, words[1:]))))
            for words, share in self._looser(self._words(about))
            for worth, where in (_WORDS if words[1:] else _ONE_WORD)
        ]
        for score, expression in sorted(ways, key=lambda way: -way[0]):
            for number in self._matching(expression, kinds):
                if number not in seen:
                    seen.add(number)
                    yield number, round(score, 3)

    def _matching(self, expression: str, kinds: Sequence[str] = ()) -> Iterator[int]:
        """The phrases that match, the best known first."""
        turns = ",".join(str(turn_of(kind)[1]) for kind in kinds or KINDS)
        query = f"select rowid from pairs where pairs match ? and rowid % 16 in ({turns}) order by rowid"
        return (number for (number,) in self._connection.execute(query, (expression,)))

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
        return min(map(self._count, pairs(word)))

    def _count(self, pair: str) -> int:
        """In how many rows a pair stands; a character by itself, in how many it begins one."""
        if len(pair) == 1:
            return (
                self._one(
                    "select sum(doc) from counts where term >= ? and term < ?", pair, chr(ord(pair) + 1)
                )
                or 0
            )
        known = self._one("select rows from frequent where pair = ?", pair)
        return known or self._one("select doc from counts where term = ?", pair) or 0

    def _words(self, about: str) -> list[str]:
        """The query cut into the longest words of the index's own vocabulary."""
        known = "select 1 from word where text = ?"
        return [*dict.fromkeys(words_of(about, lambda part: bool(self._one(known, part))))]


_AS_UNIT = 2


def _unlike(hit: Hit, text: str) -> int:
    """0 for the very text, 1 for its wording, 2 for a phrase that has it as a unit, 3 for another."""
    phrase, wording = hit.phrase, key(text)
    if phrase.text == text or key(phrase.text) == wording:
        return int(phrase.text != text)
    return _AS_UNIT if wording in map(key, phrase.units) else _AS_UNIT + 1
