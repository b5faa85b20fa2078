"""How well a phrase answers a query: which of the words stand where, and what that counts.

A word counts the more the rarer it is, and most in the phrase itself, less among the keywords around
it, least in the heading over it; the score of a phrase is what stands of all that could stand.
`python -m tests.benchmarks.retrieval` tells how often that finds what was meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import log

from drafter.bank.cutting import pairs, term

COLUMNS = {"text": 1.0, "heading": 0.6, "keywords": 0.8}
"""Where a word may stand, and what it counts there."""
THRESHOLD = 0.08
"""The least score of an answer: a fifth of the query in the phrase itself, or a third of it in a heading."""

Standing = tuple[str, Sequence[tuple[str, str]]]
"""The text of a phrase, and the heading and the keywords of each section that it stands in."""

_LEAST = 0.1
"""The weight of a word that stands everywhere."""
_SOUGHT, _PAIRED = 12, 6
"""The weightiest words of a query, which are looked for, and those of which any two are, together."""
_WAYS_OF_ONE = (
    (2.4, "{{text}}: ({0}) AND {{heading keywords}}: ({0})"),
    (1.4, "{{heading}}: ({0}) AND {{keywords}}: ({0})"),
    (1.0, "{{text}}: ({0})"),
    (0.8, "({0})"),
)
_WAYS_OF_MORE = ((2.4, "({0})"), (1.0, "{{text}}: ({0})"))
"""Expressions of FTS5 for where words may stand together, and the most that they may count there."""


def shares(rows: Mapping[str, int], size: int) -> dict[str, float]:
    """What each word counts of the whole query, the weightiest first; those that stand nowhere are out.

    `rows` says in how many of `size` rows a word stands.
    """
    weights = {word: _LEAST + log((1 + size) / (1 + n)) for word, n in rows.items()}
    known = sorted(filter(rows.get, rows), key=lambda word: -weights[word])
    return {word: weights[word] / sum(weights.values()) for word in known}


def ways(shares: Mapping[str, float]) -> Iterator[str]:
    """Expressions of FTS5 for what answers the query, the most promising first: all of its words or the
    weightiest, two of them, one.
    """
    words = tuple(shares)[:_SOUGHT]
    heads = (words[:n] for n in range(len(words), 0, -1))
    some = dict.fromkeys((*heads, *combinations(words[:_PAIRED], 2), *((word,) for word in words)))
    expressions = (
        (most * sum(map(shares.__getitem__, together)), where.format(" ".join(map(term, together))))
        for together in some
        for most, where in (_WAYS_OF_MORE if together[1:] else _WAYS_OF_ONE)
    )
    yield from (expression for _, expression in sorted(expressions, key=lambda way: -way[0]))


def score(standing: Standing, shares: Mapping[str, float]) -> float:
    """How well a phrase answers: 1 where all of the query stands in all columns, 0 where nothing does.

    Of the sections that a phrase stands in the one that answers best counts.
    """
    text, sections = standing
    said = _found({"text": text}, shares)
    around = max((_found({"heading": h, "keywords": k}, shares) for h, k in sections), default=0.0)
    return round((said + around) / sum(COLUMNS.values()), 3)


def _found(columns: Mapping[str, str], shares: Mapping[str, float]) -> float:
    """What it counts of the words that they stand in the columns."""
    return sum(
        share * COLUMNS[column]
        for word, share in shares.items()
        for column, words in columns.items()
        if all(map(words.__contains__, pairs(word)))
    )
