"""Whether words without a speaker are a saying: old, in verse, or balanced, and no slogan."""

from __future__ import annotations

import re
from functools import cache

from drafter.chinese import length
from drafter.mining.lexicon import any_of, listed
from drafter.mining.quotations.familiar import are_known, is_misquoted, stands_by_itself
from drafter.mining.quotations.wording import (
    TERSE,
    VERSE,
    age,
    are_even,
    echoes,
    in_verse,
    is_old,
    repeats,
    scans,
    terseness,
)
from drafter.mining.view import Passage, View

SHORTEST, LONGEST = 5, 48

_MODERN = re.compile("[的了]")
_PROSE = re.compile(
    "[^\u4e00-\u9fff，。；：、！？‘’]|如何|[你您吗呢啊吧呀嘛哦]|我们|他们|大家|这个|那个|怎么|什么样|为什么|(.)不\\1"
)
_THESIS = re.compile("是(?:前提|基础|根本).*是(?:关键|保障|重点)|急.{1,5}所急|[上下]移|为.{1,6}所急")
_SPOKEN = frozenset("的了着过们这那吗呢么吧个我从钱")
_MARK = '[”」』"]'
_SERVES = re.compile(
    f"{_MARK}(?:的|等|，?这?(?:就|也|都|正|便|已|曾|无疑|一直)?(?:是|成为?|作为|为|让|使)|[\u4e00-\u9fff]{{0,3}}$)"
)
"""What follows words that serve in a sentence as its subject, object or attribute."""
_BEFORE = re.compile(
    "(?:[。！？…；]|^)$|[。！？]”$|[”」]、?$|(?:[。！？；，]|^)(?:(?:正|真)?所谓|又如|例如|譬如|比如|正如|古有)[：，]?$"
)
"""What stands before words that are a sentence, or one of several sayings."""
_TELLS = ("是", "可以", "应该", "能够", "不能", "不会")
_DOES = ("做到", "实现", "避免", "防止", "变成", "落实")
_SHORT = 11
"""What leads to words that serve as a predicate; and how long they are, with their marks."""
_MEANS = ("即", "即：", "无外乎")
"""What leads from a thing to what it means."""
_UNNAMED = re.compile(f"{_MARK}[^。！？；“”]{{0,16}}(?:抱怨|吐槽|透露|表示|介绍)")
"""Who says what anybody might say."""
_STRAY = re.compile(f"{_MARK}[，；][^“”。！？]{{2,20}}[。！？]?”")
"""What follows words whose closing mark stands too early."""
_PART = re.compile("[^，；：、。！？]+")
_CLAUSE = 8
"""How long one clause is that opens a paragraph; two that are no longer must be old."""
_PLAIN = 0.25
"""The share of words of one character: what has less is modern prose."""
_FEW, _LINE = 3, 12
"""How many words of one character a line of verse has; and how long a clause may be."""


def is_saying(view: View, passage: Passage, start: int, end: int, *, introduced: bool) -> bool:
    """Whether the span is a saying; where it is `introduced` as one, its form may be looser."""
    words = passage.text[start:end]
    if not SHORTEST <= length(words) <= LONGEST or _PROSE.search(words) or _THESIS.search(words):
        return False
    if _is_none(passage.text, start, end) or (not introduced and _is_known(words)):
        return False
    parts = [found.span() for found in _PART.finditer(passage.text, start, end)]
    if is_misquoted([passage.text[a:b] for a, b in parts]):
        return False
    free = _is_free(passage.text, start, end)
    if not introduced and words.startswith("要"):
        return False
    if introduced or (free and _opens(passage, start, words)):
        return "、" not in words or len(parts) == 2
    return length(words) > SHORTEST and (
        _stands_alone(view, passage, *parts[0], free=free)
        if len(parts) == 1
        else _is_balanced(passage, parts, free=free)
    )


def _is_none(text: str, start: int, end: int) -> bool:
    """Whether the words are half of what is quoted, or who says it, or are called a slogan."""
    half = text[end - 1] == "兮" or text[end + 1 : end + 2] == "：" or _STRAY.match(text, end)
    told = text.endswith(_MEANS, 0, start - 1) or _UNNAMED.match(text, end)
    return bool(half or told or _called().match(text, end))


@cache
def _called() -> re.Pattern[str]:
    return re.compile(f"{_MARK}[^。！？；“”]{{0,20}}(?:{any_of('slogans').pattern})")


@cache
def _of_state() -> re.Pattern[str]:
    return re.compile(f"[。！]?{_MARK}的[^，。；“”]{{0,4}}(?:{any_of('states').pattern})")


def _is_free(text: str, start: int, end: int) -> bool:
    """Whether the words are a sentence of their own, or a sentence begins with them and goes on."""
    return _begins(text, start) and not _SERVES.match(text, end)


def _is_known(words: str) -> bool:
    """Whether it is a formulation, and no sentence."""
    return words[-1] not in "。！" and _bare(words) in _formulations()


def _bare(words: str) -> str:
    return re.sub("[、，。；！]", "", words)


@cache
def _formulations() -> frozenset[str]:
    return frozenset(map(_bare, listed("formulations")))


def _opens(passage: Passage, start: int, words: str) -> bool:
    """Whether a paragraph opens with the words, and they are a sentence and no name of something."""
    behind = passage.text[start + len(words) + 1 : start + len(words) + 2]
    clause = (behind in ("，", "。") and length(words) >= _CLAUSE) or words[-1] in "。！？"
    several = re.search("[，；]", words) and (length(words) > _CLAUSE or is_old(words))
    return bool(start == 1 and (clause or several)) and not passage.is_lesson


def _stands_alone(view: View, passage: Passage, start: int, end: int, *, free: bool) -> bool:
    """One clause: a long idiom of the dictionary, the old language, or a line of verse."""
    words = passage.text[start:end]
    if stands_by_itself(words):
        return True
    if len(words) >= VERSE and view.dictionary.tags.get(words) in ("i", "l"):
        return free or age(words) > 0
    if len(words) <= _LINE and age(words) > (2 if not free and _is_object(passage, start) else 1):
        return terseness(passage, [(start, end)], 0) >= TERSE
    singles = sum(len(word) == 1 for word in passage.words(start, end))
    terse = singles >= _FEW or passage.tags[start] == "i"
    line = len(words) == VERSE and terse and scans(passage, start, end)
    return line and (free or age(words) > 0) and not _SPOKEN & set(words)


def _is_balanced(passage: Passage, parts: list[tuple[int, int]], *, free: bool) -> bool:
    """Clauses as long as each other, or old; where they serve in a sentence, old or in verse."""
    texts = [passage.text[a:b] for a, b in parts]
    words = passage.text[parts[0][0] : parts[-1][1]]
    known = are_known(texts, free=free)
    verse = in_verse(passage, parts, free=free) and not _of_state().match(passage.text, parts[-1][1])
    if _is_modern(words, texts, verse=verse):
        return False
    if not known and _is_predicate(passage, parts, verse=verse):
        return False
    if not are_even(texts):
        return _is_uneven(passage, parts, old=known or _is_aged(passage, parts, words), free=free)
    return known or verse or _is_aged(passage, parts, words) or (free and _sounds(passage, parts))


def _is_modern(words: str, texts: list[str], *, verse: bool) -> bool:
    """Whether the clauses are a list, or have the little words of today and do not echo each other."""
    listing = "、" in words and not (verse and len(texts) == 2)
    return listing or (_MODERN.search(words) is not None and not echoes(*texts[:2]))


def _is_aged(passage: Passage, parts: list[tuple[int, int]], words: str) -> bool:
    """Whether the words are old, or terse with an old word among them and no object of a verb."""
    if is_old(words):
        return True
    alone = not _is_object(passage, parts[0][0])
    return alone and age(words) > 0 and terseness(passage, parts) > TERSE


def _is_object(passage: Passage, start: int) -> bool:
    """Whether a verb stands before the opening mark."""
    return start > 1 and passage.tags[start - 2] in "vw"


def _is_uneven(passage: Passage, parts: list[tuple[int, int]], *, old: bool, free: bool) -> bool:
    """Whether clauses of several lengths are a saying: old, or a sentence that is terse or repeats itself."""
    terse = terseness(passage, parts, 0)
    first, second = (passage.text[a:b] for a, b in parts[:2])
    told = old or (free and (repeats(first, second) or terse >= TERSE))
    return max(b - a for a, b in parts) <= _LINE and told and terse >= _PLAIN


def _sounds(passage: Passage, parts: list[tuple[int, int]]) -> bool:
    """Whether a sentence of even clauses is more than a pair of short commonplaces."""
    long = max(b - a for a, b in parts) > len(parts) + 2
    return (long or terseness(passage, parts) >= TERSE) and not passage.is_lesson


def _is_predicate(passage: Passage, parts: list[tuple[int, int]], *, verse: bool) -> bool:
    """Whether the words say what something is, can or does: 不能“…”, 做到“…”, 立意是“…”; or are idioms."""
    lead, size = passage.text[: parts[0][0] - 1], parts[-1][1] - parts[0][0]
    told = lead.endswith(_TELLS) or (size <= _SHORT and lead.endswith(_DOES))
    return not verse and (told or _are_idioms(passage, parts))


def _are_idioms(passage: Passage, parts: list[tuple[int, int]]) -> bool:
    """Whether every clause is an idiom of four characters."""
    return all(b - a == 4 and passage.tags[a] == "i" and passage.edges[a:b] == "1000" for a, b in parts)


def _begins(text: str, start: int) -> bool:
    """Whether a sentence begins with the words, or a list of sayings goes on with them."""
    return start < 2 or _BEFORE.search(text, max(0, start - 6), start - 1) is not None
