"""成语: the idioms of the dictionary."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.bank import Phrase
from drafter.mining.lexicon import listed
from drafter.mining.view import Found, View

_COMMON = 5.3
"""The logarithm of 200: two halves seen so often make a phrase anybody puts together."""

_NOT_AT_END = frozenset("下上中等里")


def idioms(view: View) -> Iterator[Found]:
    """The idioms of the dictionary that are more than the sum of their halves."""
    for passage in view.passages:
        for word in passage.tagged_words("i"):
            if len(word) == 4 and _is_idiom(view, word):
                yield Found(Phrase("成语", word), passage.number)


def _is_idiom(view: View, word: str) -> bool:
    if word[2:] in listed("work") or word[-1] in _NOT_AT_END or word.endswith("都在"):
        return False
    known = view.dictionary
    rarest = min(known.logs.get(half, known.floor) for half in (word[:2], word[2:]))
    return rarest > 0 or rarest - known.floor < _COMMON
