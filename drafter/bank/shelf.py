"""Banks to ask, however large they are: what is this phrase, and which phrases are about that."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from heapq import merge
from itertools import chain, islice, repeat
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.bank.cutting import PAIR, bare, pairs, term, words_of
from drafter.bank.model import BANNED, KINDS, UNCHECKED, USABLE, Bank, Hit, Phrase
from drafter.bank.relevance import ALL, THRESHOLD, Fit, Word, fit, ways_to_say, ways_to_show, weighed
from drafter.bank.sameness import key

if TYPE_CHECKING:
    from drafter.bank.index import Index

SEEN = (USABLE, UNCHECKED)
"""What a writer who looks for a phrase wants to see; a draft takes what is usable."""
_PLENTY, _FARTHEST, _FROM_ONE = 12, 120, 90
"""Phrases that are enough to choose from; rows after which no more are looked for: in all, and of one way."""
_WEIGHED = 45
"""Rows that are weighed even where fewer are wanted: the better known is not always the better answer."""

_LONG = 20
"""Characters of a phrase that is long."""
_ANYWHERE = ("句框", "过渡")
"""Kinds that fit any topic, whatever they stood under."""

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
        self.unlisted = sum(index.unlisted for index in indexes)
        """How many 术语 of the banks too few documents use for them to be offered."""

    def find(self, text: str) -> Hit | None:
        """The usable phrase that is `text`, or has it as a unit; None where there is none."""
        hits = self.look_up(text)
        if any(hit.state == BANNED and _unlike(hit, text) < _AS_UNIT for hit in hits):
            return None
        return next((hit for hit in hits if hit.state == USABLE), None)

    def look_up(self, text: str) -> list[Hit]:
        """Every phrase that is `text`, then every one that has it as a unit, in whatever state."""
        rows = self._matching(_said_as(text), ()) if pairs(text) else ()
        hits = self._hits((row, Fit(1, 1)) for row in rows)
        return sorted((hit for hit in hits if _unlike(hit, text) <= _AS_UNIT), key=lambda h: _unlike(h, text))

    def search(
        self,
        about: str,
        kinds: tuple[str, ...] = (),
        limit: int = 20,
        states: Collection[str] = (USABLE,),
    ) -> list[Hit]:
        """Phrases about `about`, best first, nothing below the threshold of relevance; of what was found the
        very words come first."""
        most = max(limit, _WEIGHED)
        while True:
            ranked = self._ranked(about, kinds, most)
            hits = (hit for hit in self._hits(ranked) if hit.state in states)
            found = [*islice(hits, limit)]
            if len(found) == limit or len(ranked) < most:
                asked = key(about)
                return sorted(found, key=lambda hit: key(hit.phrase.text) != asked)
            most *= 2  # what is banned, or stands in two banks, took the place of others

    def offered(
        self, about: str, kinds: tuple[str, ...], within: str, fits: Callable[[Hit], bool]
    ) -> list[Hit]:
        """Usable phrases that say `about`, or stand under a heading of it, and fit: first what is near the
        topic `within`, the best known before others; enough to choose from, out of as many rows in a large
        bank as in another."""
        asked, near, text = self._weighed(about), self._weighed(within), bare(about)
        rows = self._matching_any(ways_to_say(asked, near), kinds, _FARTHEST, _FROM_ONE)
        weighed = ((row, self._fit(row, text, asked, near)) for row in rows)
        fitting = (hit for hit in self._hits(weighed) if hit.state == USABLE and fits(hit))
        return [*islice(fitting, _PLENTY)]

    def listed(
        self,
        kinds: tuple[str, ...] = (),
        limit: int = 20,
        states: Collection[str] = SEEN,
    ) -> list[Hit]:
        """Phrases in the bank's own order: kind by kind, the best known first."""
        rows = (row for kind in kinds or KINDS for row in _merged(x.of_kind(kind) for x in self._indexes))
        hits = self._hits((row, Fit(0, 0)) for row in rows)
        return [*islice((hit for hit in hits if hit.state in states), limit)]

    def _hits(self, ranked: Iterable[tuple[_Row, Fit]]) -> Iterator[Hit]:
        """The phrases behind the rows; of one that stands in several banks, the topmost that comes."""
        seen: set[tuple[str, str]] = set()
        for row, how in ranked:
            number, n = self._placed(row)
            phrase, sources, variants = self._indexes[n].phrase(number)
            name = (phrase.kind, key(phrase.text))
            if sources and name not in seen:
                seen.add(name)
                state = self._state(*name)
                yield Hit(phrase, how.score, sources, state, variants, how.said, how.headed, how.near, n)

    def _placed(self, row: _Row) -> _Row:
        """The row; of a phrase that its bank has only restored, that of a bank in which it stands."""
        number, n = row
        if not self._indexes[n].is_own(number):
            return row
        phrase, sources, _ = self._indexes[n].phrase(number)
        return row if sources else next(self._rows_of(phrase), row)

    def _rows_of(self, phrase: Phrase) -> Iterator[_Row]:
        """The rows of the phrase in the banks in which it stands somewhere."""
        rows = self._matching(_said_as(phrase.text), (phrase.kind,)) if pairs(phrase.text) else ()
        for number, n in rows:
            found, sources, _ = self._indexes[n].phrase(number)
            if sources and key(found.text) == key(phrase.text):
                yield number, n

    def _state(self, kind: str, wording: str) -> str:
        """What the topmost bank says that has a word on it."""
        return next(filter(None, (index.said(kind, wording) for index in self._indexes)), USABLE)

    def _ranked(self, about: str, kinds: Sequence[str], most: int) -> list[tuple[_Row, Fit]]:
        """Of `most` rows about `about` those that fit, best first, of two as good the better known.

        The writer's own in which as much of the query stands as in any other comes before all, then what has
        the very words in it, then what has all of them, short before long.  Where no kinds are asked for,
        turns that fit anything stand behind what is about it.
        """
        asked, text = self._weighed(about), bare(about)
        rows = self._matching_any(ways_to_show(asked), kinds, most, most)
        fitting = [(row, how) for row in rows if (how := self._fit(row, text, asked)).score >= THRESHOLD]
        said = max((how.said for _, how in fitting), default=0.0)

        def place(one: tuple[_Row, Fit]) -> tuple[bool, bool, int, float, _Row]:
            (number, n), how = one
            turn = not (kinds or how.said) and self._indexes[n].kind(number) in _ANYWHERE
            own = 0 < how.said == said and self._indexes[n].is_own(number)
            return turn, not own, how.apart, -how.score, (number, n)

        return sorted(fitting, key=place)

    def _weighed(self, about: str) -> list[Word]:
        return weighed({word: self._rows(word) for word in self.words(about)}, self._size)

    def _fit(self, row: _Row, about: str, asked: Sequence[Word], near: Sequence[Word] = ()) -> Fit:
        """How well a row answers what is asked, bare as the texts are; 办公｜平台 does not speak of 公平."""
        number, n = self._placed(row)
        text, sections = self._indexes[n].standing(number)
        if len(about) == PAIR and self._is_astride(text, about):
            text = text.replace(about, " ")
        how = fit((text, sections), asked, near)
        apart = 0 if about in text else 3 if how.said < ALL else 1 + (len(text.partition("\n")[0]) > _LONG)
        return how._replace(apart=apart)

    def _is_astride(self, text: str, pair: str) -> bool:
        """Whether a pair stands in a text only as the end of one word and the beginning of another."""
        places = [found.start() for found in re.finditer(re.escape(pair), text)]
        return bool(places) and all(
            self._knows(text[max(at - 1, 0) : at + 1]) and self._knows(text[at + 1 : at + 3]) for at in places
        )

    def _matching_any(
        self, ways: Iterable[str], kinds: Sequence[str], most: int, each: int
    ) -> Iterator[_Row]:
        """Rows that match one of the expressions, each once, those of the first before others; at most so
        many in all, and so many of each."""
        found = chain.from_iterable(islice(self._matching(way, kinds), each) for way in ways)
        return islice(_distinct(found), most)

    def _matching(self, expression: str, kinds: Sequence[str]) -> Iterator[_Row]:
        """The rows that match, the best known first."""
        return _merged(index.matching(expression, kinds) for index in self._indexes)

    def _rows(self, word: str) -> int:
        """In how many rows the rarest pair of the word stands."""
        return min(sum(index.rows(pair) for index in self._indexes) for pair in pairs(word))

    def words(self, about: str) -> list[str]:
        """The query cut into the longest words of the banks' own vocabulary, those of two words into both."""
        words = words_of(about, self._knows)
        return [*dict.fromkeys(chain.from_iterable(map(self._halves, words)))]

    def _halves(self, word: str) -> tuple[str, ...]:
        """保护｜环境, so that it finds 保护生态环境."""
        halves = word[:PAIR], word[PAIR:]
        return halves if len(word) == 2 * PAIR and all(map(self._knows, halves)) else (word,)

    def _knows(self, word: str) -> bool:
        """Whether a word belongs to the vocabulary of one of the banks."""
        return len(word) > 1 and any(index.knows(word) for index in self._indexes)


def _merged(numbers: Iterable[Iterator[int]]) -> Iterator[_Row]:
    """The rows of several indexes, the best known first."""
    return merge(*(zip(some, repeat(n), strict=False) for n, some in enumerate(numbers)))


def _said_as(text: str) -> str:
    """The expression of FTS5 for phrases that have the text in them."""
    return f"{{text}}: ({term(text)})"


def _distinct(rows: Iterable[_Row]) -> Iterator[_Row]:
    """The rows, each when it comes first."""
    seen: set[_Row] = set()
    for row in rows:
        if row not in seen:
            seen.add(row)
            yield row


_AS_UNIT = 2


def _unlike(hit: Hit, text: str) -> int:
    """0 for the very text, 1 for its wording, 2 for a phrase that has it as a unit, 3 for another."""
    phrase, wording = hit.phrase, key(text)
    if phrase.text == text or key(phrase.text) == wording:
        return int(phrase.text != text)
    return _AS_UNIT if wording in map(key, phrase.units) else _AS_UNIT + 1
