"""The index that drafting asks, derived from banks and thrown away at will.

Text is indexed by its pairs of characters, so that no dictionary is needed to build it or to ask.
Phrases are numbered from the best known on, the kinds by turns, so that the first rows that match
are the first to offer.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count, groupby, islice
from operator import add, itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from drafter.bank.joining import stronger
from drafter.bank.model import KINDS, Document, Entry
from drafter.bank.sameness import key
from drafter.chinese import HAN

if TYPE_CHECKING:
    import sqlite3

_TABLES = """
create table about(stamp text, phrases integer);
create table document(id integer primary key, name text);
create table word(text text primary key) without rowid;
create table frequent(pair text primary key, rows integer) without rowid;
create table phrase(
    id integer primary key, text text, units text, by text, function text, meaning text, state text,
    sources text, variants text
);
create temp table entry(
    kind integer, wording text, depth integer, text text, units text, by text, function text,
    meaning text, state text, sources text
);
create virtual table pairs using fts5(
    text, heading, keywords, content='', detail=column, columnsize=0, tokenize='ascii'
);
create virtual table counts using fts5vocab(pairs, row);
"""
_RUNS = re.compile(f"[{HAN}]+|[A-Za-z0-9]+")
_QUOTES = str.maketrans("", "", "“”‘’《》〈〉")
_KINDS = 16
_PER_FAME = 1 << 36
_BEST_KNOWN = 255
"""Documents; beyond that a phrase is as well known as can be."""
_TERM, _ENOUGH, _OFTEN = KINDS.index("术语"), 100, 3
"""A bank of so many documents offers 术语, those that stand in so many of them."""
_NEAR = 3
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


def kind_of(number: int) -> str:
    return KINDS[number % _KINDS]


def turn_of(kind: str) -> tuple[int, int]:
    """The divisor and the remainder that the numbers of a kind have."""
    return _KINDS, KINDS.index(kind)


def pairs(text: str) -> list[str]:
    """Every two neighbouring characters of the text, quotation marks not counted."""
    return [pair for run in _RUNS.findall(text.translate(_QUOTES)) for pair in _pairs(run)]


def _pairs(run: str) -> list[str]:
    return [*map(add, run, run[1:])] or [run] if run[0] > "z" else [run.lower()]


def term(text: str) -> str:
    """The text as FTS5 is asked for it: all of its pairs; a single character begins a pair."""
    return " ".join(f'"{pair}"' for pair in pairs(text)) + ("*" if len(text) == 1 else "")


def words_of(text: str, known: Callable[[str], bool]) -> Iterator[str]:
    """The text cut into the longest words that are known, and what lies between into pairs."""
    for run in _RUNS.findall(text):
        at = loose = 0
        while at < len(run):
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
        step = 2 if part > "z" and len(part) % 2 == 0 else len(part) or 1
        yield from (part[i : i + step] for i in range(0, len(part), step))


def build(connection: sqlite3.Connection, layers: Sequence[Layer], stamp: str = "") -> None:
    """Fill an empty database with `layers`, the highest first."""
    connection.executescript(_TABLES)
    library = _Library(connection)
    for depth, layer in enumerate(layers):
        library.shelve(layer.documents)
        rows = (_row(entry, depth, library) for entry in layer.entries)
        connection.executemany("insert into entry values(?,?,?,?,?,?,?,?,?,?)", rows)
    enough = library.documents >= _ENOUGH
    connection.executemany("insert into phrase values(?,?,?,?,?,?,?,?,?)", _phrases(connection, enough))
    connection.execute("drop table entry")
    connection.executemany(
        "insert into pairs(rowid, text, heading, keywords) values(?,?,?,?)", library.texts()
    )
    connection.execute("insert into pairs(pairs) values('optimize')")
    connection.execute("insert into frequent select term, doc from counts where doc > ?", (FREQUENT,))
    connection.execute("insert into about select ?, count(*) from phrase", (stamp,))
    connection.commit()


class _Library:
    """The documents by number, and what the section around a paragraph is about."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._numbers: dict[str, int] = {}
        self.documents = 0
        self._sections: dict[int, tuple[list[int], list[tuple[str, str]]]] = {}

    def number(self, name: str) -> int:
        if name not in self._numbers:
            self._numbers[name] = len(self._numbers)
            self._connection.execute("insert into document values(?,?)", (self._numbers[name], name))
        return self._numbers[name]

    def shelve(self, documents: Iterable[Document]) -> None:
        for document in documents:
            self.documents += 1
            contexts = sorted({context.start: context for context in document.contexts}.items())
            self._sections[self.number(document.name)] = (
                [start for start, _ in contexts],
                [(" ".join(pairs(c.heading)), " ".join(pairs(" ".join(c.keywords)))) for _, c in contexts],
            )
            words = ((word,) for _, c in contexts for word in c.keywords if 1 < len(word) <= _WORD)
            self._connection.executemany("insert or ignore into word values(?)", words)

    def texts(self) -> Iterator[tuple[int | str, ...]]:
        """What to index of each phrase: its wordings, and the headings and keywords around it."""
        rows = self._connection.execute("select id, text, units, variants, sources from phrase order by id")
        for number, text, units, variants, sources in rows:
            around = {self._around(place) for place in islice(sources.split(), _NEAR)}
            headings, keywords = (" ".join(sorted({a[i] for a in around})) for i in (0, 1))
            yield number, _wordings(text, units, variants), headings, keywords

    def _around(self, place: str) -> tuple[str, str]:
        document, _, paragraph = place.partition(":")
        starts, sections = self._sections.get(int(document), ((), ()))
        at = bisect_right(starts, int(paragraph)) - 1
        return sections[at] if at >= 0 else ("", "")


def _wordings(text: str, units: str, variants: str) -> str:
    """The pairs of the text, its other spellings and its units, and how each of them ends."""
    others = [unit for unit in units.splitlines() if unit not in text] + variants.splitlines()
    runs = [run for wording in (text, *others) for run in _RUNS.findall(wording.translate(_QUOTES))]
    return " ".join(pair for run in runs for pair in (*_pairs(run), run[-1]))


def _row(entry: Entry, depth: int, library: _Library) -> tuple[int | str, ...]:
    phrase = entry.phrase
    return (
        KINDS.index(phrase.kind),
        key(phrase.text) or phrase.text,
        depth,
        phrase.text,
        "\n".join(phrase.units),
        phrase.by,
        phrase.function,
        phrase.meaning,
        entry.state,
        " ".join(f"{library.number(s.document)}:{s.paragraph}" for s in entry.sources),
    )


def _phrases(connection: sqlite3.Connection, with_terms: bool) -> Iterator[tuple[int | str, ...]]:
    """The phrases, entries of one wording made one, numbered by fame and by turns of the kinds."""
    turns = [count() for _ in KINDS]
    entries = connection.execute("select * from entry order by kind, wording, depth")
    for (kind, _), group in groupby(entries, itemgetter(0, 1)):
        rows = [*group]
        sources = sorted({source for row in rows for source in row[9].split()}, key=_place)
        fame = min(len({source.partition(":")[0] for source in sources}), _BEST_KNOWN)
        if fame and (kind != _TERM or (with_terms and fame >= _OFTEN)):
            first = min(rows, key=lambda row: (-row[9].count(":"), len(row[3]), row[3:9]))
            number = ((_BEST_KNOWN - fame) * _PER_FAME + next(turns[kind])) * _KINDS + kind
            variants = sorted({row[3] for row in rows} - {first[3]})
            yield number, *first[3:8], _state(rows), " ".join(sources), "\n".join(variants)


def _place(source: str) -> tuple[int, ...]:
    return tuple(map(int, source.split(":")))


def _state(rows: Sequence[Sequence[Any]]) -> str:
    """What the highest layer that says a word on it says."""
    said: defaultdict[int, str] = defaultdict(str)
    for row in rows:
        if row[8]:
            said[row[2]] = stronger(said[row[2]], row[8])
    return said[min(said)] if said else ""
