"""Whether words without a speaker are a saying: old, in verse, or balanced, and no slogan."""

from __future__ import annotations

import re
from functools import cache

from drafter.chinese import length
from drafter.mining.lexicon import listed
from drafter.mining.view import LESSON, Passage, View

SHORTEST, LONGEST = 5, 48

_MODERN = re.compile("[的了]")
_OLD = re.compile("[之乎者矣焉兮莫其岂何孰勿毋亦皆则汝]|方[能可知得]")
_OLDER = re.compile("[之乎者矣焉兮莫其岂何孰勿毋亦皆则而以于非弗未所]")
_PROSE = re.compile(
    "[^\u4e00-\u9fff，。；：、！？‘’]|如何|[你您吗呢啊吧呀嘛哦]|我们|他们|大家|这个|那个|怎么|什么样|为什么|(.)不\\1"
)
_THESIS = re.compile("是(?:前提|基础|根本).*是(?:关键|保障|重点)|急.{1,5}所急|[上下]移|为.{1,6}所急")
_SPOKEN = frozenset("的了着过们这那吗呢么吧")
_NAMES = re.compile('[”」』"]的')
"""What follows words that say how something is, and are not cited."""
_PART = re.compile("[^，；：、。！？]+")
_CLAUSE = 8
"""How long one clause is that opens a paragraph."""
_TERSE, _PLAIN = 0.5, 0.25
"""The share of words of one character: what has more is no modern prose, what has less is."""
_VERSE, _FEW, _LINE = 7, 3, 12
"""A line of verse by its length, how many words of one character it has; and how long a clause may be."""


def is_saying(view: View, passage: Passage, start: int, end: int, *, introduced: bool) -> bool:
    """Whether the span is a saying; where it is `introduced` as one, its form may be looser."""
    words = passage.text[start:end]
    if not SHORTEST <= length(words) <= LONGEST or _PROSE.search(words) or _THESIS.search(words):
        return False
    if not introduced and words[-1] not in "。！" and _bare(words) in _formulations():
        return False
    parts = [found.span() for found in _PART.finditer(passage.text, start, end)]
    if introduced or _opens(passage, start, words):
        return "、" not in words or len(parts) == 2
    return length(words) > SHORTEST and (
        _stands_alone(view, passage, *parts[0]) if len(parts) == 1 else _is_balanced(passage, parts, start)
    )


def _bare(words: str) -> str:
    return re.sub("[、，。；！]", "", words)


@cache
def _formulations() -> frozenset[str]:
    return frozenset(map(_bare, listed("formulations")))


def _opens(passage: Passage, start: int, words: str) -> bool:
    """Whether a paragraph opens with the words, and they are a sentence and no name of something."""
    behind = passage.text[start + len(words) + 1 : start + len(words) + 2]
    clause = behind in ("，", "。") and length(words) >= _CLAUSE
    told = clause or words[-1] in "。！？" or "，" in words or "；" in words
    return start == 1 and told and not LESSON.search(passage.text)


def _stands_alone(view: View, passage: Passage, start: int, end: int) -> bool:
    """One clause: a long idiom of the dictionary, the old language, or a line of verse."""
    words = passage.text[start:end]
    if len(words) >= _VERSE and view.dictionary.tags.get(words) in ("i", "l"):
        return True
    if len(words) <= _LINE and len(set(_OLDER.findall(words))) > 1:
        return _terseness(passage, [(start, end)], 0) >= _TERSE
    singles = sum(len(word) == 1 for word in passage.words(start, end))
    terse = singles >= _FEW or passage.tags[start] == "i"
    in_verse = len(words) == _VERSE and terse and _scans(passage, start, end)
    return in_verse and not _SPOKEN & set(words)


def _is_balanced(passage: Passage, parts: list[tuple[int, int]], start: int) -> bool:
    """Clauses as long as each other, or old; in mid-sentence something must tell them from a slogan."""
    texts = [passage.text[a:b] for a, b in parts]
    words = passage.text[start : parts[-1][1]]
    sizes = [len(text) for text in texts]
    half = len(sizes) // 2
    even = len(set(sizes)) == 1 or sizes[:half] == sizes[half:]
    old = _OLD.search(words) is not None or len(set(_OLDER.findall(words))) > 1
    echoes = _echoes(*texts[:2])
    verse = _in_verse(passage, parts)
    if ("、" in words and not (verse and len(sizes) == 2)) or (_MODERN.search(words) and not echoes):
        return False
    if not even:
        terse = _terseness(passage, parts, 0)
        told = old or _repeats(*texts[:2]) or (terse >= _TERSE and _begins(passage.text, start))
        return max(sizes) <= _LINE and told and terse >= _PLAIN
    if old or verse or _terseness(passage, parts) >= _TERSE:
        return True
    named = _NAMES.match(passage.text, parts[-1][1])
    return not (named or LESSON.search(passage.text)) and (echoes or _begins(passage.text, start))


def _in_verse(passage: Passage, parts: list[tuple[int, int]]) -> bool:
    """Lines of seven, or of five in the terse old manner, with the pause where it belongs."""
    start = parts[0][0]
    sizes = {end - start for start, end in parts}
    if sizes not in ({_VERSE}, {_VERSE - 2}) or not all(_scans(passage, *part) for part in parts):
        return False
    if sizes == {_VERSE} or len(parts) > 2 or _terseness(passage, parts) >= _TERSE:
        return True
    known = any(passage.first_word(*part) == passage.text[slice(*part)] for part in parts)
    return known or all(passage.edges[end - 1] == "1" for _, end in parts) or _begins(passage.text, start)


def _scans(passage: Passage, start: int, end: int) -> bool:
    """Whether a pause falls where a line of five or seven has one (铁肩｜担道义), or all of it is known."""
    return passage.first_word(start, end) == passage.text[start:end] or all(
        passage.beats[at] == "1" for at in range(start + 2, end - 2, 2)
    )


def _begins(text: str, start: int) -> bool:
    """Whether a sentence begins with the words, or a colon leads to them that is nobody's speech."""
    return (
        start < 2
        or text[start - 2] in "。！？"
        or (text[start - 2] == "：" and text[start - 3] not in "说道问答喊")
    )


def _terseness(passage: Passage, parts: list[tuple[int, int]], idiom: int = 2) -> float:
    """The share of words of one character; an idiom counts as so many of the others."""
    sizes = [len(word) for start, end in parts for word in passage.words(start, end)]
    others = sum(idiom if size > 3 else 1 for size in sizes if size > 1)
    return sizes.count(1) / (sizes.count(1) + others) if others else 1.0


def _repeats(one: str, other: str) -> bool:
    """授人以鱼，不如授人以渔: most of the shorter clause stands in the other."""
    return 4 * len(set(one) & set(other)) >= 3 * min(len(one), len(other)) > 2


def _echoes(one: str, other: str) -> bool:
    return sum(a == b for a, b in zip(one, other, strict=False)) > 1
