"""成语, and the 四字 that stand alone between two marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.bank import Phrase
from drafter.mining.lexicon import listed
from drafter.mining.parallels import is_turn
from drafter.mining.view import Found, Passage, Span, View

_COMMON = 5.3
"""The logarithm of 200: two halves seen so often make a phrase anybody puts together."""

_SHOUTS = re.compile("(.)[^，]\\1[^，]|[^，](.)[^，]\\2|[^，]{2}之[^间中上下内外前后时际类]|[^，]之[^，]{2}")
_HAN = re.compile("[\u4e00-\u9fff]{4}")
_PLAIN = re.compile("[rmqxc]")
_NOT_AT_END = frozenset("下上中等里")


def idioms(view: View) -> Iterator[Found]:
    """The idioms of the dictionary that are more than the sum of their halves."""
    for passage in view.passages:
        for word in passage.tagged_words("i"):
            if len(word) == 4 and _is_idiom(view, word):
                yield Found(Phrase("成语", word), passage.number)


def _is_idiom(view: View, word: str) -> bool:
    if word[2:] in listed("work") or word[-1] in _NOT_AT_END:
        return False
    known = view.dictionary
    rarest = min(known.logs.get(half, known.floor) for half in (word[:2], word[2:]))
    return rarest > 0 or rarest - known.floor < _COMMON


def four_characters(view: View) -> Iterator[Found]:
    """Units of four characters that echo (有章可循 真抓真管 忠诚之基), and the genre's own."""
    for passage in view.passages:
        for word in _candidates(passage):
            yield Found(Phrase("四字", word), passage.number)


def _candidates(passage: Passage) -> Iterator[str]:
    for sentence in passage.sentences:
        for clause in sentence.clauses:
            for start, end in clause.units:
                text = passage.text[start:end]
                if end - start == 4 and _is_four(passage, start, end, text):
                    yield text


def _is_four(passage: Passage, start: int, end: int, text: str) -> bool:
    if passage.tags[start] in "ix" or not _HAN.fullmatch(text) or passage.names(start, end):
        return False
    if _PLAIN.search(passage.tags, start, end):
        return False
    if passage.edges.count("1", start, end) == 1:
        return is_turn(passage, Span(start, end))
    return _SHOUTS.fullmatch(text) is not None
