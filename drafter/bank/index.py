"""The index of one bank, derived from it and thrown away at will.

Phrases are numbered from the writer's own and the best known on, the kinds by turns, so that the
first rows that match are the first to offer, and a question costs what its answer is long.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import count, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any
from weakref import finalize

from drafter.bank.cutting import LONGEST, bare, pairs, pairs_and_ends
from drafter.bank.joining import stronger
from drafter.bank.model import KINDS, OWN, USABLE, Document, Entry, Phrase
from drafter.bank.relevance import Standing
from drafter.bank.sameness import key
from drafter.outline import Source

if TYPE_CHECKING:
    import sqlite3

FORM = 6
"""Raised when the tables change, or what is read into them, so that an index of another form is made anew."""

_TABLES = """
create table about(signs text, phrases integer, terms integer);
create table document(id integer primary key, name text);
create table section(id integer primary key, heading text, keywords text);
create table word(text text primary key) without rowid;
create table said(kind integer, wording text, state text, primary key(kind, wording)) without rowid;
create table frequent(pair text primary key, rows integer) without rowid;
create table phrase(
    id integer primary key, text text, units text, by text, function text, meaning text, sources text,
    variants text, first integer, second integer, third integer
);
create temp table entry(
    kind integer, wording text, text text, units text, by text, function text, meaning text, state text,
    sources text
);
create virtual table pairs using fts5(
    text, heading, keywords, content='', detail=column, columnsize=0, tokenize='ascii'
);
insert into pairs(pairs, rank) values('hashsize', 33554432);
create virtual table counts using fts5vocab(pairs, row);
"""
_ABOUT = """
insert into about select ?, (select count(*) from phrase),
    count(distinct wording) - (select count(*) from phrase where id % ? = ? and sources <> '')
from entry where kind = ? and sources <> ''
"""
"""The signs, how many phrases can be asked for, and how many 术语 cannot."""
_TURNS = 16
_PER_FAME = 1 << 36
_BEST_KNOWN = 255
"""Documents; beyond that a phrase is as well known as can be, but for the writer's own."""
_FIRST_OF_OTHERS = _PER_FAME * _TURNS
"""Below this number stands what the writer put in or restored."""
_TERM, _ENOUGH, _OFTEN = KINDS.index("术语"), 100, 2
"""A bank of so many documents offers 术语, those that stand in so many of them."""
TERMS_LISTED = f"词库里有 {_ENOUGH} 篇以上文稿，其中 {_OFTEN} 篇以上都反复用到的，才列出"
"""Which 术语 are offered, as one says it."""
_NEAR, _SHOWN = 3, 50
"""Places of a phrase whose headings and keywords it is indexed with, and places that are shown."""
_FREQUENT = 500
"""Rows; the count of a pair that stands in more is written down."""


class Index:
    """The index of one bank, to be asked."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """`size` is how many phrases it has, `unlisted` how many 术语 of the bank it has not."""
        self._connection = connection
        self.size: int = self._one("select phrases from about")
        self.unlisted: int = self._one("select terms from about")
        self._says = bool(self._one("select 1 from said limit 1"))
        finalize(self, connection.close)

    def matching(self, expression: str, kinds: Sequence[str] = ()) -> Iterator[int]:
        """The phrases that the index has for an expression of FTS5, the best known first."""
        wanted = sum(1 << KINDS.index(kind) for kind in kinds or KINDS)
        query = f"select rowid from pairs where pairs match ? and ? >> rowid % {_TURNS} & 1 order by rowid"
        return map(itemgetter(0), self._connection.execute(query, (expression, wanted)))

    def of_kind(self, kind: str) -> Iterator[int]:
        """All phrases of a kind, the best known first."""
        query = f"select id from phrase where id % {_TURNS} = ? order by id"
        return map(itemgetter(0), self._connection.execute(query, (KINDS.index(kind),)))

    def kind(self, number: int) -> str:
        """The kind of a phrase, which its number tells."""
        return KINDS[number % _TURNS]

    def is_own(self, number: int) -> bool:
        """Whether the writer put the phrase in or restored it, which its number tells."""
        return number < _FIRST_OF_OTHERS

    def phrase(self, number: int) -> tuple[Phrase, tuple[Source, ...], tuple[str, ...]]:
        """A phrase, where it stands, and how else it is written; one only restored stands nowhere."""
        query = "select text, units, by, function, meaning, sources, variants from phrase where id = ?"
        text, units, *rest, sources, variants = self._connection.execute(query, (number,)).fetchone()
        phrase = Phrase(self.kind(number), text, tuple(units.splitlines()), *rest)
        return phrase, self._sources([*map(_place, sources.split())]), tuple(variants.splitlines())

    def _sources(self, places: Sequence[tuple[int, int]]) -> tuple[Source, ...]:
        documents = {document for document, _ in places}
        query = f"select id, name from document where id in ({','.join('?' * len(documents))})"
        names = dict(self._connection.execute(query, (*documents,)))
        return tuple(sorted(Source(names[document], paragraph) for document, paragraph in places))

    def standing(self, number: int) -> Standing:
        """What a phrase says, and the headings and the keywords around it, to look for words in."""
        query = """
            select text, units, variants, heading, keywords from phrase
            left join section on section.id in (first, second, third) where phrase.id = ?
        """
        rows = self._connection.execute(query, (number,)).fetchall()
        return bare("\n".join(rows[0][:3])), [row[3:] for row in rows if row[3] is not None]

    def said(self, kind: str, wording: str) -> str:
        """What the bank says of a phrase's state; nothing where it has no word on it."""
        if not self._says:
            return ""
        query = "select state from said where kind = ? and wording = ?"
        return self._one(query, KINDS.index(kind), wording) or ""

    def knows(self, word: str) -> bool:
        """Whether the word belongs to the vocabulary of the bank."""
        return bool(self._one("select 1 from word where text = ?", word))

    def rows(self, pair: str) -> int:
        """In how many rows a pair stands; a character by itself, in how many it begins one."""
        if len(pair) == 1:
            beginning = "select sum(doc) from counts where term >= ? and term < ?"
            return self._one(beginning, pair, chr(ord(pair) + 1)) or 0
        known = self._one("select rows from frequent where pair = ?", pair)
        return known or self._one("select doc from counts where term = ?", pair) or 0

    def _one(self, query: str, *values: object) -> Any:
        """The single value that the query gives; None where it gives none."""
        row = self._connection.execute(query, values).fetchone()
        return row and row[0]


def build(
    connection: sqlite3.Connection, documents: Iterable[Document], entries: Iterable[Entry], signs: str = ""
) -> None:
    """Fill an empty database with the index of a bank."""
    connection.executescript(_TABLES)
    library = _Library(connection, documents)
    rows = (_row(entry, library) for entry in entries)
    connection.executemany("insert into entry values(?,?,?,?,?,?,?,?,?)", rows)
    phrases = _phrases(connection, library)
    connection.executemany("insert into phrase values(?,?,?,?,?,?,?,?,?,?,?)", phrases)
    connection.execute(_ABOUT, (signs, _TURNS, _TERM, _TERM))
    connection.execute("drop table entry")
    texts = _texts(connection, library)
    connection.executemany("insert into pairs(rowid, text, heading, keywords) values(?,?,?,?)", texts)
    connection.execute("insert into pairs(pairs) values('optimize')")
    connection.execute("insert into frequent select term, doc from counts where doc > ?", (_FREQUENT,))
    connection.commit()


class _Library:
    """The documents by number, and what the section around a paragraph is about."""

    def __init__(self, connection: sqlite3.Connection, documents: Iterable[Document]) -> None:
        self._connection = connection
        self._numbers: dict[str, int] = {}
        self.sections: dict[int, tuple[list[int], int]] = {}
        self.about: list[tuple[str, str]] = []
        for document in documents:
            self._shelve(document)

    def number(self, name: str) -> int:
        if name not in self._numbers:
            self._numbers[name] = len(self._numbers)
            self._connection.execute("insert into document values(?,?)", (self._numbers[name], name))
        return self._numbers[name]

    def _shelve(self, document: Document) -> None:
        contexts = sorted(document.contexts)
        self.sections[self.number(document.name)] = [c.start for c in contexts], len(self.about)
        texts = [(bare(c.heading), bare(" ".join(c.keywords))) for c in contexts]
        rows = ((n, *about) for n, about in enumerate(texts, len(self.about)))
        self._connection.executemany("insert into section values(?,?,?)", rows)
        self.about += ((" ".join(pairs(heading)), " ".join(pairs(keywords))) for heading, keywords in texts)
        words = ((word,) for c in contexts for word in c.keywords if 1 < len(word) <= LONGEST)
        self._connection.executemany("insert or ignore into word values(?)", words)

    def around(self, places: Iterable[str]) -> list[int | None]:
        """The numbers of the sections that the places stand in, and nothing up to `_NEAR`."""
        known = (number for number in map(self._section, places) if number is not None)
        return [*dict.fromkeys(known), *[None] * _NEAR][:_NEAR]

    def _section(self, place: str) -> int | None:
        document, paragraph = _place(place)
        starts, first = self.sections.get(document, ([], 0))
        at = bisect_right(starts, paragraph) - 1
        return first + at if at >= 0 else None


def _place(written: str) -> tuple[int, int]:
    document, _, paragraph = written.partition(":")
    return int(document), int(paragraph)


def _row(entry: Entry, library: _Library) -> tuple[int | str, ...]:
    phrase = entry.phrase
    return (
        KINDS.index(phrase.kind),
        key(phrase.text),
        phrase.text,
        "\n".join(phrase.units),
        phrase.by,
        phrase.function,
        phrase.meaning,
        entry.state,
        " ".join(f"{library.number(source.document)}:{source.paragraph}" for source in entry.sources),
    )


def _phrases(connection: sqlite3.Connection, library: _Library) -> Iterator[tuple[int | str | None, ...]]:
    """The phrases, entries of one wording made one, numbered by fame and by turns of the kinds."""
    turns, with_terms = [count() for _ in KINDS], len(library.sections) >= _ENOUGH
    by_hand = f"{library.number(OWN)}:0"
    entries = connection.execute("select * from entry order by kind, wording")
    for (kind, wording), group in groupby(entries, itemgetter(0, 1)):
        rows = [*group]
        state = reduce(stronger, (row[7] for row in rows))
        if state:
            connection.execute("insert into said values(?,?,?)", (kind, wording, state))
        places = sorted({place for row in rows for place in row[8].split()}, key=_place)
        fame = min(len({place.partition(":")[0] for place in places}), _BEST_KNOWN)
        own = by_hand in places or state == USABLE
        if own or (fame and (kind != _TERM or (with_terms and fame >= _OFTEN))):
            rank = 0 if own else 1 + _BEST_KNOWN - fame
            number = (rank * _PER_FAME + next(turns[kind])) * _TURNS + kind
            first = min(rows, key=lambda row: (-row[8].count(":"), len(row[2]), row[2:7]))
            variants = sorted({row[2] for row in rows} - {first[2]})
            sections = library.around(places[:_NEAR])
            yield number, *first[2:7], " ".join(places[:_SHOWN]), "\n".join(variants), *sections


def _texts(connection: sqlite3.Connection, library: _Library) -> Iterator[tuple[int | str, ...]]:
    """What to index of each phrase: its wordings, and the headings and keywords around it.

    The writer's own is found wherever its words are looked for, so that it is weighed among the first.
    """
    rows = connection.execute(
        "select id, text, units, variants, first, second, third from phrase order by id"
    )
    for number, text, units, variants, *sections in rows:
        others = [unit for unit in units.splitlines() if unit not in text]
        wordings = " ".join(pairs_and_ends("\n".join((text, *others, variants))))
        around = [library.about[section] for section in sections if section is not None]
        around += [(wordings, wordings)] if number < _FIRST_OF_OTHERS else []
        yield number, wordings, *(" ".join({about[i]: None for about in around}) for i in (0, 1))
