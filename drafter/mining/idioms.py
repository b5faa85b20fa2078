"""成语: the idioms of the dictionary, as far as they are idioms and whole.

The dictionary calls many a phrase an idiom that anybody puts together (成功之路), and many a half of a
saying (日出而作).  `lists/plain.txt`, `lists/spoken.txt` and `lists/halves.txt` say which; the rest is told
by its shape, by the longer saying that it is a piece of, and by what stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from drafter.bank import Phrase
from drafter.chinese import COMMON, OUR_IDIOM, Dictionary
from drafter.mining.lexicon import listed, moulds
from drafter.mining.view import Found, Passage, View

_SELDOM = 1.2
"""How often the dictionary's rarest idioms were seen, as a logarithm: up to three times."""
_NOT_AT_END = frozenset("下上中等里")
_SUFFIXES = frozenset("者式制罪机症们型性化")
"""What makes a new word of an idiom, and does not end it: 见义勇为者."""


def idioms(view: View) -> Iterator[Found]:
    """The idioms of a document that are more than the sum of their halves and no half themselves."""
    known = view.dictionary
    for passage in view.passages:
        quoted = _sayings(passage) if "i" in passage.tags else frozenset()
        for start in _starts(passage):
            word = passage.text[start : start + 4]
            if start not in quoted and _is_idiom(known, word) and not _is_half(known, passage, start):
                yield Found(Phrase("成语", word), passage.number)


def _starts(passage: Passage) -> Iterator[int]:
    """Where the idioms of four characters stand."""
    at = passage.tags.find("i")
    while at >= 0:
        size = len(passage.first_word(at, len(passage.text)))
        if size == 4:
            yield at
        at = passage.tags.find("i", at + size)


def _is_idiom(known: Dictionary, word: str) -> bool:
    """Whether a word is an idiom by itself: neither put together by anybody nor a piece of a saying."""
    if known.tags[word] == OUR_IDIOM:
        return True
    if word in listed("plain") or word in listed("halves") or word in _pieces(known):
        return False
    if word[2:] in listed("work") or word[-1] in _NOT_AT_END or moulds("spoken").fullmatch(word):
        return False
    return min(known.seen(word[:2]), known.seen(word[2:])) < COMMON and not _is_loose(known, word)


def _is_loose(known: Dictionary, word: str) -> bool:
    """不谋｜私利: hardly ever seen, a common word beside one that is none but that others begin with."""
    halves = word[:2], word[2:]
    begun = any(half in known.logs and not known.seen(half) for half in halves)
    return begun and known.seen(word) < _SELDOM and max(map(known.seen, halves)) >= COMMON


@cache
def _pieces(known: Dictionary) -> frozenset[str]:
    """What longer sayings of the dictionary begin or end with: 三思而后行, 立于不败之地."""
    longer = [word for word in known.tags if len(word) > 4]
    begun = {word[:4] for word in longer if word[4:] not in _SUFFIXES}
    return frozenset(begun | {word[-4:] for word in longer if len(word) > 5})


def _is_half(known: Dictionary, passage: Passage, start: int) -> bool:
    """Whether what stands beside an idiom, behind a mark or none, is its other half (日落而息)."""
    one = passage.text[start : start + 4]
    beside = [passage.text[at : at + 4] for at in (start - 5, start - 4, start + 4, start + 5) if at >= 0]
    return any(other in known.tags and _answers(one, other) for other in beside)


def _answers(one: str, other: str) -> bool:
    """Whether two different idioms have two characters in the same places."""
    return len(other) == 4 and one != other and sum(a == b for a, b in zip(one, other, strict=True)) > 1


def _sayings(passage: Passage) -> frozenset[int]:
    """Where the clauses of quotations begin that have other clauses beside them."""
    return frozenset(
        clause.start
        for sentence in passage.sentences
        if sentence.quoted and len(sentence.clauses) > 1
        for clause in sentence.clauses
    )
