"""套题: headings of one level that are built alike, and first sentences of paragraphs that are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.bank import Phrase
from drafter.chinese import length
from drafter.mining.likeness import alike, likeness
from drafter.mining.parallels import LONGEST
from drafter.mining.view import HEADING, Found, Passage, Span, View

HEADED, OPENED = 0.6, 0.8
"""How alike headings must be, and first sentences."""
_SHORTEST = 2
_SHORTEST_CUT = 4
_SAYS_NOTHING = re.compile(
    "^(?:[材资]料|图表?|附件|例|第.步|方法|步骤|问题|出处|解释|标题|分论|结构：|分析|[一二三四五六七八九十]，)"
    "|[法式阶段类]$|(?:层面|思维|原因|框架|分析|举例|基本要求)$|段旨句|论点|之[一二三四五]，|网[友民]|[《》]|^.{1,3}$"
)
"""Headings that count or name and say nothing; but 管得宽 does."""
_MARKS = "，：“”、"
_ODD = re.compile(r"[\dA-Za-z①-⑳【】（）-]")
_HOLDING = "，；：、以为在上中下内外要更的是把将让与和使从向对用由到有无不能才既又也因"

Piece = tuple[Passage, Span]


def headings(view: View) -> Iterator[Found]:
    """The matched sets of a document: its headings, family by family, or its first sentences."""
    for family in view.families:
        yield from _sets([_piece(passage) for passage in family], HEADED)
    yield from _sets(list(_first_sentences(view)), OPENED)


def _piece(passage: Passage) -> Piece:
    return passage, Span(0, len(passage.text.rstrip("：。；，")))


def _first_sentences(view: View) -> Iterator[Piece]:
    """How each paragraph begins; an empty piece where it begins with a long sentence."""
    for passage in view.speech():
        if passage.role == HEADING:
            continue
        for sentence in passage.sentences[:1]:
            start = sentence.clauses[0].start if sentence.clauses else sentence.start
            text = passage.text[start : sentence.end].rstrip("；：，")
            yield passage, Span(start, start + len(text) if length(text) <= LONGEST else start)


def _sets(pieces: Sequence[Piece], enough: float) -> Iterator[Found]:
    if len(pieces) < 2:
        return
    joined, spans = _joined(pieces)
    start = 0
    while start < len(spans) - 1:
        end = start + 1
        while end < len(spans) and _match(joined, spans[end - 1], spans[end], enough):
            end += 1
        if end - start > 1:
            units = tuple(joined.text[a:b] for a, b in spans[start:end])
            yield Found(Phrase("套题", _shown(joined, spans[start:end]), units), pieces[start][0].number)
        start = end


def _joined(pieces: Sequence[Piece]) -> tuple[Passage, list[Span]]:
    """The pieces as one passage, in which they can be compared."""
    spans, at = [], 0
    for _, (start, end) in pieces:
        spans.append(Span(at, at + end - start))
        at += end - start + 1

    def strung(name: str) -> str:
        return "；".join(getattr(passage, name)[start:end] for passage, (start, end) in pieces)

    first = pieces[0][0]
    text, tags, edges, beats = map(strung, ("text", "tags", "edges", "beats"))
    return Passage(first.number, first.heading, first.role, text, tags, edges, beats, ()), spans


def _match(passage: Passage, one: Span, other: Span, enough: float) -> bool:
    texts = passage.text[slice(*one)], passage.text[slice(*other)]
    if texts[0] == texts[1] or not all(_SHORTEST <= length(text) <= LONGEST for text in texts):
        return False
    if (
        _SAYS_NOTHING.search(texts[0])
        or _ODD.search(passage.text, one.start, other.end)
        or passage.names(one.start, other.end)
    ):
        return False
    if likeness(passage, one, other) >= enough or alike(passage, one, other):
        return True
    return enough == HEADED and _same_cut(*texts) and _same_start(passage, one, other)


def _same_cut(one: str, other: str) -> bool:
    """Whether two headings have the same marks, and are as long up to the first of them: 甲乙：丙丁戊."""
    marks = ["".join(mark for mark in text if mark in _MARKS) for text in (one, other)]
    if marks[0] != marks[1] or not marks[0]:
        return False
    halves = [re.split("[，：]", text) for text in (one, other)]
    return len(halves[0]) > 1 and length(halves[0][0]) == length(halves[1][0]) >= _SHORTEST_CUT


def _same_start(passage: Passage, one: Span, other: Span) -> bool:
    """Whether two headings begin with a verb each, or have a character in one place: no mere neighbours."""
    if passage.tags[one.start] == "v" == passage.tags[other.start]:
        return True
    texts = passage.text[slice(*one)], passage.text[slice(*other)]
    return any(a == b and a not in _HOLDING + _MARKS for a, b in zip(*texts, strict=False))


def _shown(passage: Passage, spans: Sequence[Span]) -> str:
    """The units joined by ；, or what they have in common where that is too long for a phrase."""
    units = [passage.text[a:b] for a, b in spans]
    whole = "；".join(units)
    if length(whole) <= LONGEST:
        return whole
    pattern = _pattern(units, [passage.edges[a:b] + "1" for a, b in spans])
    return pattern if length(pattern) > 1 else _first(units)


def _pattern(units: Sequence[str], edges: Sequence[str]) -> str:
    """The words that all units have in one place, with … between them."""
    if len({len(unit) for unit in units}) == 1:
        columns = zip(*units, strict=True)
        same = "".join("…" if len(set(column)) > 1 else column[0] for column in columns)
        cuts = [set(column) == {"1"} for column in zip(*edges, strict=True)]
        pattern = "".join(_at_words(same, cuts))
    else:
        head = min(_common(a, b) for a, b in pairwise(units))
        tail = min(_common(a[::-1], b[::-1]) for a, b in pairwise(units))
        head -= next(n for n in range(head + 1) if all(edge[head - n] == "1" for edge in edges))
        tail -= next(n for n in range(tail + 1) if all(edge[n - tail - 1] == "1" for edge in edges))
        pattern = f"{units[0][:head]}…{units[0][len(units[0]) - tail :]}"
    return _tidy(pattern)


def _at_words(places: str, cuts: Sequence[bool]) -> Iterator[str]:
    """`places` with … for what is but half of a word in one of the units; a word that holds stays."""
    for run in re.finditer("…+|[^…]+", places):
        first, last = run.span()
        words = [i for i in range(first, last + 1) if cuts[i]]
        if (len(run[0]) == 1 and run[0] in _HOLDING) or not words:
            yield run[0] if run[0] in _HOLDING else "…" * len(run[0])
        else:
            yield "…" * (words[0] - first) + places[words[0] : words[-1]] + "…" * (last - words[-1])


def _tidy(pattern: str) -> str:
    """The pattern without single characters that hold nothing, and without half a quotation."""
    if pattern.count("“") != pattern.count("”"):
        pattern = re.sub("[“”]", "…", pattern)
    pattern = re.sub(f"(?<=…)[^{_HOLDING}“”…](?=…|$)|^[^{_HOLDING}“”…](?=…)", "…", pattern)
    return re.sub("…+", "…", pattern)


def _first(units: Sequence[str]) -> str:
    """As many of the units as a phrase may hold."""
    kept = [units[0]]
    for unit in units[1:]:
        if length("".join(kept) + unit) > LONGEST:
            break
        kept.append(unit)
    return "；".join(kept)


def _common(a: str, b: str) -> int:
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
