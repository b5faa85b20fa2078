"""What each stretch of a document is about: its heading and its most telling words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from drafter.bank import Context
from drafter.mining.view import Passage, View

KEYWORDS = 12
_TELLING = frozenset("nvwail")


def contexts(view: View) -> Iterator[Context]:
    """The document heading by heading; what stands under none is under its title."""
    for heading, run in groupby(view.passages, key=lambda passage: passage.heading):
        passages = list(run)
        yield Context(passages[0].number, heading or view.title, tuple(_keywords(view, passages)))


def _keywords(view: View, passages: Sequence[Passage]) -> Iterator[str]:
    """The words that are frequent here and rare elsewhere, the most telling first."""
    seen: Counter[str] = Counter()
    for passage in passages:
        seen.update(passage.telling_words(_TELLING))
    weight = {word: times * view.dictionary.rarity(word) for word, times in seen.items()}
    yield from sorted(weight, key=lambda word: (-weight[word], word))[:KEYWORDS]
