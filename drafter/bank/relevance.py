"""How well a phrase answers a query: which of the words stand where, and what that counts.

A word counts the more the rarer it is, and most in the phrase itself, less among the keywords around
it, least in the heading over it; the score of a phrase is what stands of all that could stand.
`python -m tests.benchmarks.retrieval` tells how often that finds what was meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import log
from typing import NamedTuple

from drafter.bank.cutting import pairs, term

COLUMNS = {"text": 1.0, "heading": 0.6, "keywords": 0.8}
"""Where a word may stand, and what it counts there."""
THRESHOLD = 0.08
"""The least score of an answer: a fifth of the query in the phrase itself, or a third of it in a heading."""


class Fit(NamedTuple):
    """How well a phrase answers a query; how much of the query it says itself, and how much of a heading
    over it the query is; how well it would answer the topic that the query is asked within.

    All lie between 0 and 1, but for `apart`, which the shelf knows that has the query as it was written.
    """

    score: float
    said: float
    headed: float = 0.0
    near: float = 0.0
    apart: int = 3
    """0 where the query stands in the phrase as it was written, 1 where its words do and the phrase is short,
    2 where it is long, 3 where words are missing."""


Standing = tuple[str, Sequence[tuple[str, str]]]
"""The text of a phrase, and the heading and the keywords of each section that it stands in."""

ALL = 0.999
"""The shares of all words of a query, give or take the rounding."""
_LEAST = 0.1
"""The weight of a word that stands everywhere."""
_SOUGHT, _PAIRED = 12, 6
"""The weightiest words of a query, which are looked for, and those of which any two are, together."""
_MANY_AROUND = 2
"""Words of a query that stand around many a phrase; three hardly do."""
_WAYS_OF_ONE = (
    (2.4, "{{text}}: ({0}) AND {{heading keywords}}: ({0})"),
    (1.4, "{{heading}}: ({0}) AND {{keywords}}: ({0})"),
    (1.0, "{{text}}: ({0})"),
    (0.8, "{{keywords}}: ({0})"),
    (0.6, "{{heading}}: ({0})"),
)
_WAYS_OF_MORE = ((2.4, "({0})"), (1.0, "{{text}}: ({0})"))
"""Expressions of FTS5 for where words may stand together, and the most that they may count there."""


class Word(NamedTuple):
    """A word of a query, the pairs that it is known by, and what it counts of the whole query."""

    text: str
    pairs: tuple[str, ...]
    share: float

    def stands_in(self, column: str) -> bool:
        return all(map(column.__contains__, self.pairs))


def weighed(rows: Mapping[str, int], size: int) -> list[Word]:
    """The words of a query that stand anywhere, the weightiest first.

    `rows` says of every word in how many of `size` rows it stands.
    """
    weights = {word: _LEAST + log((1 + size) / (1 + n)) for word, n in rows.items()}
    whole = sum(weights.values())
    known = sorted(filter(rows.get, rows), key=lambda word: -weights[word])
    return [Word(word, tuple(pairs(word)), weights[word] / whole) for word in known]


def ways_to_show(query: Sequence[Word]) -> Iterator[str]:
    """Expressions of FTS5 for what answers a query, the most promising first: all of the words or the
    weightiest, two of them, one, wherever they stand.

    Two words may stand around more phrases than are wanted; so those come first that say both.
    """
    words = tuple(query[:_SOUGHT])
    if 0 < len(words) <= _MANY_AROUND:
        yield f"{{text}}: ({' '.join(term(word.text) for word in words)})"
    heads = (words[:n] for n in range(len(words), 0, -1))
    some = dict.fromkeys((*heads, *combinations(words[:_PAIRED], 2), *((word,) for word in words)))
    expressions = (
        (most * sum(word.share for word in together), where.format(" ".join(term(w.text) for w in together)))
        for together in some
        for most, where in (_WAYS_OF_MORE if together[1:] else _WAYS_OF_ONE)
    )
    yield from (expression for _, expression in sorted(expressions, key=lambda way: -way[0]))


def ways_to_say(query: Sequence[Word], near: Sequence[Word]) -> Iterator[str]:
    """Expressions of FTS5 for what says a query: all of the words in the phrase itself where one of those
    `near` it stands too, all of them, the weightiest; then all of them in a heading."""
    words = [term(word.text) for word in query[:_SOUGHT]]
    if words and near:
        beside = " OR ".join(f"({term(word.text)})" for word in near[:_SOUGHT])
        yield f"{{text}}: ({' '.join(words)}) AND ({beside})"
    yield from (f"{{text}}: ({' '.join(words[:n])})" for n in range(len(words), 0, -1))
    if words:
        yield f"{{heading}}: ({' '.join(words)})"


def fit(standing: Standing, query: Sequence[Word], near: Sequence[Word] = ()) -> Fit:
    """How well a phrase answers: 1 where all of the query stands in all columns, 0 where nothing does."""
    text, sections = standing
    said = _worth("text", text, query)
    headed = max((_of_heading(heading, query) for heading, _ in sections), default=0.0)
    score, beside = said + _around(sections, query), _worth("text", text, near) + _around(sections, near)
    most = sum(COLUMNS.values())
    return Fit(round(score / most, 3), round(said, 3), round(headed, 3), round(beside / most, 3))


def _of_heading(heading: str, query: Sequence[Word]) -> float:
    """How much of a heading a query is that stands there whole, with no word that the bank does not know."""
    if not query or not all(word.stands_in(heading) for word in query):
        return 0.0
    known = sum(word.share for word in query) > ALL
    return min(1.0, sum(len(word.text) for word in query) / len(heading)) if known else 0.0


def _around(sections: Sequence[tuple[str, str]], query: Sequence[Word]) -> float:
    """What it counts that words stand around a phrase; of its sections the best counts."""
    worth = (_worth("heading", h, query) + _worth("keywords", k, query) for h, k in sections)
    return max(worth, default=0.0) if query else 0.0


def _worth(column: str, text: str, query: Sequence[Word]) -> float:
    """What it counts that words of the query stand in a column."""
    return COLUMNS[column] * sum(word.share for word in query if word.stands_in(text))
