"""How alike two units are built: place by place the same character, part of speech, word boundary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, takewhile
from operator import eq

from drafter.mining.lexicon import listed
from drafter.mining.view import Passage, Span

_FILLERS = frozenset("的了和与及等也都还着过地得、，“”")
_FRAME = re.compile("(?!的)[\u4e00-\u9fff]")
_JOINTS = frozenset("在之而于有无不以为最更既又要把将从自就当能上中下大所则必越各可善敢勇常")
_SHAPES = {
    first + last: name
    for name, firsts, lasts in (
        ("动宾", "v", "nf"),
        ("主谓", "ns", "avil"),
        ("状中", "ad", "vwail"),
        ("状宾", "d", "n"),
        ("动补", "vw", "vwaild"),
    )
    for first in firsts
    for last in lasts
}
SHORT_SHAPES = ("动宾", "成语", "并立")
SHAPED = frozenset(_SHAPES.values()) | {"成语", "并立"}


def likeness(passage: Passage, one: Span, other: Span) -> float:
    """0 to 1: how alike two units are built."""
    if one.end - one.start == other.end - other.start:
        return _even(passage, one, other, one.end - one.start)
    return _uneven(passage, one, other)


def _even(passage: Passage, one: Span, other: Span, size: int) -> float:
    text, tags, beats = passage.text, passage.tags, passage.beats
    a, b = text[one.start : one.end], text[other.start : other.end]
    same = [x for x, y in zip(a, b, strict=True) if x == y]
    if len(same) > 0.85 * size or size < 2:
        return 0.0
    kinds: float = sum(map(eq, tags[one.start : one.end], tags[other.start : other.end])) / size
    cuts: float = sum(map(eq, beats[one.start : one.end], beats[other.start : other.end])) / size
    real = sum(x not in _FILLERS for x in same)
    need = 1 if size <= 6 else 2 if size <= 9 else 3
    anchors = min(1.0, (real + 0.5 * (len(same) - real)) / need)
    if size > 9 and a[0] != b[0] and a[-1] != b[-1] and cuts < 1:
        anchors -= 0.4
    strong = 0.1 if real > 1 or any(x in _JOINTS for x in same) else 0.0
    return min(1.0, 0.25 + 0.35 * anchors + strong + 0.2 * kinds + 0.15 * cuts)


def _uneven(passage: Passage, one: Span, other: Span) -> float:
    """Units of different length are alike by how they begin and how they end."""
    text = passage.text
    sizes = one.end - one.start, other.end - other.start
    short, long = min(sizes), max(sizes)
    if short < 4 or long - short > max(1, 0.34 * long):
        return 0.0
    if text[one.start] != text[other.start] and text[one.end - 1] != text[other.end - 1]:
        return 0.0
    a, b = text[one.start : one.end], text[other.start : other.end]
    head = _common(a, b)
    tail = min(_common(a[::-1], b[::-1]), short - head)
    real = sum(x not in _FILLERS for x in a[:head] + a[len(a) - tail :])
    if real < 2 or head + tail > 0.8 * short or not ((head and tail) or real > 3):
        return 0.0
    both = 0.12 * (bool(head) + bool(tail))
    return min(1.0, 0.2 + 0.45 * min(1.0, real / short / 0.4) + both + 0.08 * (head > 1) + 0.08 * (tail > 1))


def _common(a: str, b: str) -> int:
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def shape(passage: Passage, unit: Span) -> str:
    """How a unit is built: 动宾 主谓 状中 状宾 动补 成语 并立 单字, or "" for a mere name of things."""
    start, end = unit
    first, last = passage.tags[start], passage.tags[end - 1]
    words = passage.edges.count("1", start, end)
    if words == 1:
        return "成语" if first in "il" else ""
    if end - start == 3 and passage.text[start + 1] in "与和":
        return "并立"
    if end - start == 3 and passage.edges[start:end] == "110" and first in "av" and last in "naw":
        return "动宾"
    head = passage.first_word(start, end)
    if first == "a" and head in listed("verbs") and passage.tags[start + len(head)] in "navw":
        first = "v"
    names = head in listed("work") and head not in listed("verbs")
    if passage.last_word(start, end) in listed("work") or (names and last == "n"):
        return "动宾" if head in listed("verbs") and head not in listed("work") else ""
    return _SHAPES.get(first + last) or ("单字" if words > 2 and end - start == 4 else "")


def alike(passage: Passage, one: Span, other: Span, *, whole: bool = True) -> bool:
    """Whether two units without a common character are built alike all the same.

    `whole`: both stand between marks; a unit that was cut must be built exactly as the other is.
    """
    size = one.end - one.start
    if size != other.end - other.start or not 3 <= size <= 16:
        return False
    one_beat = same_words(passage, one, other)
    shapes = {shape(passage, one), shape(passage, other)}
    if shapes <= SHAPED and size <= 8:
        one_shape = len(shapes) == 1 and (one_beat or size == 3)
        if one_shape or (size <= 4 and whole and "成语" in shapes):
            return True
    if size < 6 and not (one_beat and shapes == {"单字"}):
        return False
    a = passage.tags[one.start : one.end].replace("w", "v")
    b = passage.tags[other.start : other.end].replace("w", "v")
    if (a[0] == b[0] or {a[0], b[0]} <= set("ila")) and _same_place(passage, one, other):
        return True
    return one_beat and sum(map(eq, a, b)) >= 0.66 * size and ("v" in a or "a" in a)


def _same_place(passage: Passage, one: Span, other: Span) -> bool:
    """常态化的信息互通、制度化的会商机制: the same 的, and what follows it in the same beats."""
    of = passage.text.find("的", *one) - one.start
    if of < 1 or of != passage.text.find("的", *other) - other.start:
        return False
    return same_words(passage, Span(one.start + of, one.end), Span(other.start + of, other.end))


def is_one_frame(passage: Passage, one: Span, other: Span, marks: str = "、的") -> bool:
    """匹夫有责、天下兴亡的情怀, 视死如归、宁死不屈的气节: the same marks and 的, among them `marks`, and as
    much around them."""
    frames = {_FRAME.sub("·", passage.text[slice(*unit)]) for unit in (one, other)}
    return len(frames) == 1 and set(*frames).issuperset(marks)


def same_words(passage: Passage, one: Span, other: Span) -> bool:
    """Whether the words of two units are of the same lengths, one after the other."""
    return passage.beats[one.start : one.end] == passage.beats[other.start : other.end]


def longest(units: Sequence[Span]) -> int:
    """How many characters the longest of the units has."""
    return max(end - start for start, end in units)


def shared_head(passage: Passage, units: Sequence[Span]) -> str:
    """What all the units begin with."""
    columns = zip(*(passage.text[slice(*unit)] for unit in units), strict=False)
    return "".join(column[0] for column in takewhile(_is_one, columns))


def shared_end(passage: Passage, units: Sequence[Span]) -> str:
    """What all the units end with."""
    columns = zip(*(passage.text[slice(*unit)][::-1] for unit in units), strict=False)
    return "".join(column[0] for column in takewhile(_is_one, columns))[::-1]


def anchors(passage: Passage, units: Sequence[Span]) -> frozenset[str]:
    """The telling characters that all the units have in one place, counted from either end."""
    texts = [passage.text[slice(*unit)] for unit in units]
    columns = chain(zip(*texts, strict=False), zip(*(text[::-1] for text in texts), strict=False))
    return frozenset(column[0] for column in columns if _is_one(column)) - _FILLERS


def echoes(passage: Passage, units: Sequence[Span]) -> bool:
    """Whether units of one length have two characters in their places, or one that joins words (不 以 之)."""
    columns = zip(*(passage.text[slice(*unit)] for unit in units), strict=False)
    same = [column[0] for column in columns if _is_one(column)]
    return len(same) > 1 or not _JOINTS.isdisjoint(same)


def _is_one(column: Sequence[str]) -> bool:
    return len(set(column)) == 1
