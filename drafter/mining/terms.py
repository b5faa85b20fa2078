"""术语: compounds that the dictionary lacks and a document comes back to.

One document proves little; `offered` shows them only from a bank that is large enough.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from drafter.bank import Phrase
from drafter.mining.lexicon import listed
from drafter.mining.view import Found, Passage, View

OFTEN = 3
"""Times that a document must use a term."""


def terms(view: View) -> Iterator[Found]:
    """Two or three nouns in a row, used again and again."""
    seen: Counter[str] = Counter()
    first: dict[str, int] = {}
    for passage in view.body():
        for text in _compounds(passage):
            seen[text] += 1
            first.setdefault(text, passage.number)
    for text, times in seen.items():
        if times >= OFTEN:
            yield Found(Phrase("术语", text), first[text])


def _compounds(passage: Passage) -> Iterator[str]:
    """Runs of nouns of four to eight characters, each noun two or more."""
    end = 0
    for start in [i for i, edge in enumerate(passage.edges) if edge == "1"]:
        if start >= end:
            words = list(_nouns(passage, start))
            end = start + max(1, sum(map(len, words)))
            if _is_term(words) and not passage.names(start, end):
                yield passage.text[start:end]


def _nouns(passage: Passage, start: int) -> Iterator[str]:
    while passage.tags.startswith("n", start):
        word = passage.first_word(start, len(passage.text))
        yield word
        start += len(word)


def _is_term(words: Sequence[str]) -> bool:
    long_enough = 2 <= len(words) <= 3 and min(map(len, words)) > 1
    return long_enough and sum(map(len, words)) <= 8 and words[0] not in listed("work")
