"""术语: compounds that the dictionary lacks and a document comes back to.

One document proves little: they are offered only where enough documents have them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from drafter.bank import Phrase
from drafter.mining.lexicon import listed
from drafter.mining.view import Found, Passage, View

_NOUNS = re.compile("(?<!n)n{4,8}(?!n)")
OFTEN = 4
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
    for found in _NOUNS.finditer(passage.tags):
        start, end = found.span()
        if (
            passage.edges[start] == "1"
            and _is_term(passage.words(start, end))
            and not passage.names(start, end)
        ):
            yield passage.text[start:end]


def _is_term(words: Sequence[str]) -> bool:
    return 2 <= len(words) <= 3 and min(map(len, words)) > 1 and words[0] not in listed("work")
