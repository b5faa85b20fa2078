"""Whether two headings match, and whether what is said of one thing is of one kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile

from drafter.chinese import length
from drafter.mining.headings.labels import serves
from drafter.mining.lexicon import listed
from drafter.mining.likeness import alike, likeness
from drafter.mining.patterns import HOLDING, MARKS
from drafter.mining.view import Passage, Span

_SHORTEST_CUT = 4
"""Han characters up to the mark at which two headings are cut alike."""
_BEAT = 7
"""Han characters of a clause that is a beat by itself: 认清形势，把握机遇."""
_CLAUSE = re.compile("[^，：]+")
_ANYTHING = "?"
_KINDS = {"v": "v", "n": "n", "f": "n", "s": "n", "t": "n", "r": "n", "p": "p", "u": "u"}
"""The kinds of words by their tags; what has none may stand for any."""
_STRICTLY: Mapping[str, str] = {}
_LOOSELY: Mapping[str, str] = {"v": "", "n": "", "要": ""}
"""What is taken for one kind where lengths are equal: jieba's tags are not to be trusted that far."""


def match(passage: Passage, one: Span, other: Span, enough: float, *, family: bool) -> bool:
    """Whether two headings are plainly alike; in one `family` it will do that they are cut alike."""
    texts = passage.text[slice(*one)], passage.text[slice(*other)]
    if texts[0] == texts[1] or not all(texts):
        return False
    plainly = likeness(passage, one, other) >= enough or alike(passage, one, other)
    if not plainly and not (family and cut_alike(*texts) and _start_alike(passage, one, other)):
        return False
    return serves(passage, one) and serves(passage, other)


def cut_alike(one: str, other: str) -> bool:
    """Whether two headings have the same marks, and are as long up to the first of them: 甲乙：丙丁戊."""
    marks = marks_of(one)
    if not marks or marks != marks_of(other):
        return False
    return _beats(one)[0] == _beats(other)[0] >= _SHORTEST_CUT


def _beats(text: str) -> list[int]:
    """How long the clauses are."""
    return [*map(length, _CLAUSE.findall(text))]


def _start_alike(passage: Passage, one: Span, other: Span) -> bool:
    """Whether the clauses of two headings begin alike, and more is alike: a character, verbs, short beats."""
    if not built_alike(passage, one, other):
        return False
    texts = passage.text[slice(*one)], passage.text[slice(*other)]
    beats = [*map(_beats, texts)]
    short = beats[0] == beats[1] and max(beats[0]) <= _BEAT
    shared = any(a == b and a not in HOLDING + MARKS for a, b in zip(*texts, strict=False))
    return short or shared or passage.tags[one.start] == "v" == passage.tags[other.start]


def marks_of(text: str) -> str:
    return "".join(mark for mark in text if mark in MARKS)


def built_alike(passage: Passage, one: Span, other: Span) -> bool:
    """Whether two headings have as many clauses, and each begins with a word of the same kind."""
    clauses = [
        [Span(*found.span()) for found in _CLAUSE.finditer(passage.text, *span)] for span in (one, other)
    ]
    even = len(clauses[0]) == len(clauses[1])
    return even and all(_of_one_kind(passage, pair) for pair in zip(*clauses, strict=True))


def answer_each_other(passage: Passage, units: Sequence[Span]) -> bool:
    """Whether what follows the common beginning is of one kind: 甲要改革, 甲要开放; but not 甲是大事."""
    columns = zip(*(passage.words(*unit) for unit in units), strict=False)
    same = sum(len(column[0]) for column in takewhile(lambda column: len(set(column)) == 1, columns))
    rests = [Span(start + same, end) for start, end in units]
    texts = [passage.text[slice(*rest)] for rest in rests]
    even = len({(len(text), marks_of(text)) for text in texts}) == 1
    return not same or _of_one_kind(passage, rests, _LOOSELY if even else _STRICTLY)


def _of_one_kind(passage: Passage, units: Iterable[Span], taken: Mapping[str, str] = _STRICTLY) -> bool:
    kinds = {_kind(passage, unit) for unit in units} - {_ANYTHING}
    return len({taken.get(kind, kind) for kind in kinds}) < 2


def _kind(passage: Passage, unit: Span) -> str:
    """What a stretch begins with, adverbs apart: 要 for what must or can, 是, a mark, or a part of speech."""
    start = unit.start
    while start < unit.end:
        word = passage.first_word(start, unit.end)
        if kind := _named(word):
            return kind
        if passage.tags[start] != "d":
            return _tagged(word, passage.tags[start])
        start += len(word)
    return _ANYTHING


def _named(word: str) -> str:
    if word in listed("musts") or word in listed("modals"):
        return "要"
    return "是" if word in listed("equals") else word if word in "，：、" else ""


def _tagged(word: str, tag: str) -> str:
    """The kind of a word by its tag; a noun that may be a verb or an adverb stands for any."""
    doubtful = tag == "n" and (word in listed("verbs") or word in listed("manners"))
    return _ANYTHING if doubtful else _KINDS.get(tag, _ANYTHING)
