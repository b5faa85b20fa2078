"""术语: compounds that the dictionary lacks and a document comes back to.

One document proves little; `offered` shows them only from a bank that is large enough.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from drafter.bank import Phrase
from drafter.mining.view import NAMES_OF_WORK, Found, Passage, View

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
    start = end = 0
    for i in [j for j, edge in enumerate(passage.edges) if edge == "1"]:
        if i < end:
            continue
        start = end = i
        words: list[str] = []
        while end < len(passage.text) and passage.tags[end] == "n":
            words.append(passage.first_word(end, len(passage.text)))
            end += len(words[-1])
        if 4 <= end - start <= 8 and 2 <= len(words) <= 3 and min(map(len, words)) > 1:
            if words[0] not in NAMES_OF_WORK and not passage.names(start, end):
                yield passage.text[start:end]
        end = max(end, i + 1)
