"""The index that drafting asks, derived from banks and thrown away at will.

Text is indexed by its pairs of characters, so that no dictionary is needed to build it or to ask.
Phrases are numbered by kind, and within a kind from the best known on, so that the first rows
that match are the first to offer.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count, groupby, islice
from operator import add, itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from drafter.bank.joining import stronger
from drafter.bank.model import KINDS, Document
from drafter.bank.sameness import key
from drafter.bank.store import Entry
from drafter.chinese import HAN

if TYPE_CHECKING:
    import sqlite3

_TABLES = """
create table about(stamp text, phrases integer);
create table document(id integer primary key, name text);
create table context(
    document integer, start integer, heading text, keywords text, primary key(document, start)
) without rowid;
create table phrase(
    id integer primary key, key text, text text, units text, by text, function text, meaning text,
    state text, sources text, variants text
);
create table name(key text, id integer, primary key(key, id)) without rowid;
create table word(text text primary key) without rowid;
create table frequent(pair text primary key, rows integer) without rowid;
create temp table entry(
    kind integer, key text, layer integer, text text, units text, by text, function text,
    meaning text, state text, sources text
);
create virtual table pairs using fts5(text, heading, keywords, content='', detail=column, tokenize='ascii');
create virtual table counts using fts5vocab(pairs, row);
"""
_RUNS = re.compile(f"[{HAN}]+|[A-Za-z0-9]+")
_HAN = re.compile(f"[{HAN}]")
_KIND, _RANK = 1 << 40, 1 << 32
_BEST_KNOWN = 255
"""Documents; beyond that a phrase is as well known as can be."""
_NEAR = 5
"""Places of a phrase whose headings and keywords it is indexed with."""
FREQUENT = 500
"""Rows; the count of a pair that stands in more is written down."""
_WORD = 8
"""Characters of the longest word of the vocabulary."""


_SMALL = "的了和与及在是对把将为以等"
"""Words of one character that say nothing of what a text is about."""


class Layer(NamedTuple):
    """A bank to index; what a higher layer says of a phrase's state holds."""

    documents: Iterable[Document]
    entries: Iterable[Entry]


def pairs(text: str) -> str:
    """Every two neighbouring characters of the text, and the last of each run by itself."""
    return " ".join(token for run in _RUNS.findall(text) for token in _tokens(run))


def _tokens(run: str) -> list[str]:
    return [*map(add, run, run[1:]), run[-1]] if _HAN.match(run) else [run.lower()]


def pairs_of(word: str) -> list[str]:
    """The pairs that the word is known by; a single character is its own."""
    tokens = _tokens(word)
    return tokens[:-1] or tokens


def term(word: str) -> str:
    """The word as FTS5 is asked for it: a character by itself begins a pair."""
    return " ".join(f'"{pair}"' for pair in pairs_of(word)) + ("*" if _HAN.fullmatch(word) else "")


def words_of(text: str, known: Callable[[str], bool]) -> Iterator[str]:
    """The text cut into the longest words that are known, and what lies between into pairs."""
    for run in _RUNS.findall(text):
        at = loose = 0
        while _HAN.match(run) and at < len(run):
            sizes = range(min(_WORD, len(run) - at), 1, -1)
            size = next((n for n in sizes if known(run[at : at + n])), 0)
            if size:
                yield from _loose(run[loose:at])
                yield run[at : at + size]
                loose = at + size
            at += size or 1
        yield from _loose(run[loose:])


def _loose(run: str) -> Iterator[str]:
    """Words of a stretch that holds none that is known: pairs, where it is of even length."""
    for part in re.split(f"[{_SMALL}]", run):
        step = 2 if _HAN.match(part) and len(part) % 2 == 0 else len(part) or 1
        yield from (part[i : i + step] for i in range(0, len(part), step))


def span(kind: str) -> tuple[int, int]:
    """The lowest number of a phrase of `kind`, and the lowest of the next."""
    first = KINDS.index(kind) * _KIND
    return first, first + _KIND


def kind_of(number: int) -> str:
    return KINDS[number // _KIND]


def fame(number: int) -> int:
    """The place of a phrase among all kinds: the best known first."""
    return number % _KIND


def build(connection: sqlite3.Connection, layers: Sequence[Layer], stamp: str = "") -> None:
    """Fill an empty database with `layers`, the lowest first."""
    connection.executescript(_TABLES)
    library = _Library(connection)
    for height, layer in enumerate(layers):
        library.shelve(layer.documents)
        rows = (_row(entry, height, library) for entry in layer.entries)
        connection.executemany("insert into entry values(?,?,?,?,?,?,?,?,?,?)", rows)
    connection.executemany("insert into phrase values(?,?,?,?,?,?,?,?,?,?)", _phrases(connection))
    connection.executemany("insert or ignore into name values(?,?)", _names(connection))
    connection.executemany("insert into pairs(rowid,text,heading,keywords) values(?,?,?,?)", library.texts())
    connection.execute("insert into frequent select term, doc from counts where doc > ?", (FREQUENT,))
    connection.execute("insert into about select ?, count(*) from phrase", (stamp,))
    connection.execute("drop table entry")
    connection.commit()


class _Library:
    """The documents by number, and what the section around a paragraph is about."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._numbers: dict[str, int] = {}
        self._starts: dict[int, list[int]] = {}
        self._about: dict[int, list[tuple[str, str]]] = {}

    def number(self, name: str) -> int:
        if name not in self._numbers:
            self._numbers[name] = len(self._numbers)
            self._connection.execute("insert into document values(?,?)", (self._numbers[name], name))
        return self._numbers[name]

    def shelve(self, documents: Iterable[Document]) -> None:
        for document in documents:
            number = self.number(document.name)
            contexts = sorted({context.start: context for context in document.contexts}.items())
            self._starts[number] = [start for start, _ in contexts]
            self._about[number] = [(pairs(c.heading), pairs(" ".join(c.keywords))) for _, c in contexts]
            rows = [(number, start, c.heading, " ".join(c.keywords)) for start, c in contexts]
            self._connection.executemany("insert or replace into context values(?,?,?,?)", rows)
            words = ((word,) for _, c in contexts for word in c.keywords if 1 < len(word) <= _WORD)
            self._connection.executemany("insert or ignore into word values(?)", words)

    def texts(self) -> Iterator[tuple[int, str, str, str]]:
        """What to index of each phrase: its own text, and the headings and keywords around it."""
        rows = self._connection.execute("select id, text, sources from phrase order by id")
        for number, text, sources in rows:
            around = {self._section(place) for place in islice(sources.split(), _NEAR)}
            headings, keywords = ({a[i] for a in around} for i in (0, 1))
            yield number, pairs(text), " ".join(sorted(headings)), " ".join(sorted(keywords))

    def _section(self, place: str) -> tuple[str, str]:
        document, _, paragraph = place.partition(":")
        at = bisect_right(self._starts.get(int(document), ()), int(paragraph)) - 1
        return self._about[int(document)][at] if at >= 0 else ("", "")


def _row(entry: Entry, height: int, library: _Library) -> tuple[int | str, ...]:
    phrase = entry.phrase
    return (
        KINDS.index(phrase.kind),
        key(phrase.text) or phrase.text,
        height,
        phrase.text,
        "\n".join(phrase.units),
        phrase.by,
        phrase.function,
        phrase.meaning,
        entry.state,
        " ".join(f"{library.number(s.document)}:{s.paragraph}" for s in entry.sources),
    )


def _phrases(connection: sqlite3.Connection) -> Iterator[tuple[int | str, ...]]:
    """The phrases, entries of the same wording made one, numbered by kind and fame."""
    numbers = count()
    entries = connection.execute("select * from entry order by kind, key, layer")
    for (kind, wording), group in groupby(entries, itemgetter(0, 1)):
        rows = [*group]
        sources = sorted({source for row in rows for source in row[9].split()}, key=_place)
        if sources:
            first = min(rows, key=lambda row: (-row[9].count(":"), len(row[3]), row[3:9]))
            fame = min(len({source.partition(":")[0] for source in sources}), _BEST_KNOWN)
            number = kind * _KIND + (_BEST_KNOWN - fame) * _RANK + next(numbers)
            variants = sorted({row[3] for row in rows} - {first[3]})
            state = _state(rows) if len(rows) > 1 else first[8]
            yield number, wording, *first[3:8], state, " ".join(sources), "\n".join(variants)


def _place(source: str) -> tuple[int, ...]:
    return tuple(map(int, source.split(":")))


def _state(rows: Sequence[Sequence[Any]]) -> str:
    """What the highest layer that has a word on it says."""
    said = {row[2]: "" for row in rows if row[8]}
    for row in rows:
        if row[8]:
            said[row[2]] = stronger(said[row[2]], row[8])
    return said[max(said)] if said else ""


def _names(connection: sqlite3.Connection) -> Iterator[tuple[str, int]]:
    """Under what wording a phrase is found: its own, its other spellings, its units."""
    for number, wording, units in connection.execute("select id, key, units from phrase"):
        yield wording, number
        for unit in units.split("\n") if units else ():
            yield key(unit) or unit, number
