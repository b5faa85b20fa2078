"""四字: four characters that can be set into a sentence of one's own as they stand.

Two things are asked of them.  They are coined: the dictionary has them as a phrase that is more than
its halves, or they fill one of the moulds of `lists/moulds.txt`.  And they are whole: no half of a pair,
no piece of a quotation, nothing that needs the rest of its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from operator import eq
from typing import NamedTuple

from drafter.bank import Phrase
from drafter.chinese import COMMON, OUR_PHRASE, Dictionary
from drafter.mining.lexicon import any_of, lines, listed, moulds
from drafter.mining.view import Clause, Found, Passage, Sentence, Span, View

_FOUR = re.compile("[\u4e00-\u9fff]{4}")
_MARKS = frozenset("、，；")
_FEW = 8
"""Clauses on either side of a phrase that tell whether it is a part of a couplet."""
_LEADING, _FOLLOWING = frozenset("vpdcur"), frozenset("的等和与及")
"""The parts of speech before the first member of a list, and the words behind the last."""
_COPULAS = ("是", "乃", "为", "即")
_LEANING = frozenset("的了着过们亦也都就")
_OLD = frozenset("之而于以有无为所必则")
"""Small words of the modern sentence, and of the old one."""

_EVERYBODYS = 7.0
"""How often a word was seen, as a logarithm, that makes a plain phrase with whatever word is before it."""
_PROPER = ("nr", "ns")

_PAIRING = frozenset("不无则而于必忘")
"""What stands third in the halves of a pair."""
_ROUND = frozenset(("上下", "内外", "左右", "前后", "东西", "南北", "远近"))
"""What the members of a row go round."""
_CONDITION = re.compile("[不无非未]...，(?:[则难何焉岂必]|无以|不[成能可得知足])")


class Four(NamedTuple):
    """Four characters, the unit between two marks that they end or begin, and the clause's number."""

    passage: Passage
    sentence: Sentence
    number: int
    unit: Span
    span: Span

    @property
    def text(self) -> str:
        return self.passage.text[slice(*self.span)]

    @property
    def head(self) -> str:
        """What stands before them in their unit."""
        return self.passage.text[self.unit.start : self.span.start]

    @property
    def in_a_list(self) -> bool:
        """Whether 、 parts them from others."""
        return len(self.sentence.clauses[self.number].units) > 1


def four_characters(view: View) -> Iterator[Found]:
    """The phrases of four characters (守土有责 真抓真管 忠诚之基) that are coined and whole."""
    for passage in view.speech():
        for four in _fours(passage, view.dictionary):
            if _is_coined(four, view.dictionary) and not any(is_piece(four) for is_piece in _PIECES):
                yield Found(Phrase("四字", four.text), passage.number)


def _fours(passage: Passage, known: Dictionary) -> Iterator[Four]:
    for sentence in passage.sentences:
        for number, clause in enumerate(sentence.clauses):
            for unit in clause.units:
                for span in {*_spans(passage, unit, clause.units), *_known(passage, unit, known)}:
                    if _FOUR.match(passage.text, *span) and not passage.names(*span):
                        yield Four(passage, sentence, number, unit, span)


def _spans(passage: Passage, unit: Span, units: Sequence[Span]) -> Iterator[Span]:
    """The unit, if it has four; else its last and its first four, where they are a phrase of their own."""
    start, end = unit
    if end - start == 4:
        yield unit
    elif end - start > 4:
        if _is_led(passage, unit, units):
            yield Span(end - 4, end)
        if _is_followed(passage, unit, units):
            yield Span(start, start + 4)


def _known(passage: Passage, unit: Span, known: Dictionary) -> Iterator[Span]:
    """What our own dictionary has as a phrase is one wherever it stands: 营造｜风清气正｜的环境."""
    at = passage.edges.find("1000", unit.start, unit.end)
    while at >= 0:
        if passage.tags[at] == "l" and known.tags.get(passage.text[at : at + 4]) == OUR_PHRASE:
            yield Span(at, at + 4)
        at = passage.edges.find("1000", at + 4, unit.end)


def _is_led(passage: Passage, unit: Span, units: Sequence[Span]) -> bool:
    """One verb is before the last four (夯实｜执政之基), or 是; or they begin a list (做到｜守土有责、…)."""
    start, begin = unit.start, unit.end - 4
    before = passage.tags[start:begin]
    begins_a_list = len(units) > 1 and unit == units[0] and before[-1] in _LEADING
    one_verb = before == "vv" and passage.edges[start : start + 2] == "10"
    said_of = passage.text.endswith(_COPULAS, start, begin) and "之" in passage.text[begin : unit.end]
    return passage.edges[begin] == "1" and (one_verb or said_of or begins_a_list)


def _is_followed(passage: Passage, unit: Span, units: Sequence[Span]) -> bool:
    """A list ends behind the first four: …、久久为功｜的劲头."""
    end = unit.start + 4
    ends_a_list = len(units) > 1 and unit == units[-1]
    return ends_a_list and passage.edges[end] == "1" and passage.text[end] in _FOLLOWING


# Coined.


def _is_coined(four: Four, known: Dictionary) -> bool:
    if known.tags.get(four.text) == OUR_PHRASE:
        return True
    if _is_plain(four.text) or _is_doubled(four.text, known):
        return False
    return _is_set_phrase(four, known) or (_is_cast(four, known) and _is_placed(four))


def _is_plain(text: str) -> bool:
    """Whether they lead from one sentence to the next, or are about writing."""
    said = moulds("everyday").fullmatch(text) or any_of("writing").search(text)
    return said is not None or not _LEANING.isdisjoint(text)


def _is_doubled(text: str, known: Dictionary) -> bool:
    """平平安安: a word, each half of it said twice."""
    return text == text[0] * 2 + text[2] * 2 and text[0] + text[2] in known.tags


def _is_set_phrase(four: Four, known: Dictionary) -> bool:
    """Whether the dictionary has them as one phrase (提质增效), and no compound or name (权力下放)."""
    if four.passage.edges[slice(*four.span)] != "1000" or four.passage.tags[four.span.start] != "l":
        return False
    text, tag = four.text, known.tags[four.text]
    return not (_is_name(text, tag) or _is_compound(text, known))


def _is_name(text: str, tag: str) -> bool:
    """Whether somebody or something is called so: 莎士比亚 科研院所 问卷调查."""
    foreign = tag in _PROPER and len(listed("foreign").intersection(text)) > 1
    return tag == "nt" or foreign or (text[2:] in listed("work") and _OLD.isdisjoint(text))


def _is_compound(text: str, known: Dictionary) -> bool:
    """Whether both halves are common words, or both are words and the second is everybody's (热情接待)."""
    first, second = known.seen(text[:2]), known.seen(text[2:])
    return min(first, second) >= COMMON or (first > 0 and second >= _EVERYBODYS)


def _is_cast(four: Four, known: Dictionary) -> bool:
    """Whether they fill a mould, and no longer words do it for them (以｜现代化, 深入｜细致)."""
    text, edges = four.text, four.passage.edges[slice(*four.span)]
    if edges in ("1100", "1001") or (_OLD.isdisjoint(text) and _is_compound(text, known)):
        return False
    return moulds("moulds").fullmatch(text) is not None


def _is_placed(four: Four) -> bool:
    """Whether what was cast says something where it stands, and begins no sentence that goes on."""
    if four.text[2] == "之" or four.text[1:3] == "之所":
        return _is_thing(four)
    return bool(four.head) or four.in_a_list or four.number > 0 or len(four.sentence.clauses) == 1


def _is_thing(four: Four) -> bool:
    """民生之基 is said of something; 安邦之要, a verb's and its noun's, stands before 是 or in a row too."""
    start, end = four.span
    if four.head.endswith(_COPULAS):
        return four.passage.edges[start + 1] == "0" or four.text[0] in listed("tending") or "所" in four.text
    if four.text[0] not in listed("tending"):
        return False
    row = four.in_a_list or any(other[2] == "之" for other in _beside(four))
    return len(four.head) == 2 or (not four.head and (row or four.passage.text.startswith("，是", end)))


# Pieces.


def _is_cited(four: Four) -> bool:
    """A quotation says more than the four: “积土成山，风雨兴焉”."""
    return four.sentence.quoted


def _is_half(four: Four) -> bool:
    """Its other half stands beside it, or everybody knows it: 仓以粮实，业以勤兴."""
    stretch = _stretch(four)
    couplet = len(stretch) > 1 and all(clause.end - clause.start == 4 for clause in stretch)
    return couplet or four.text in _halves()


def _stretch(four: Four) -> Sequence[Clause]:
    """The clauses around the four that nothing but commas parts, a few on either side."""
    clauses, start, end = four.sentence.clauses, four.number, four.number + 1
    while start > max(four.number - _FEW, 0) and clauses[start - 1].mark == "，":
        start -= 1
    while end < min(four.number + _FEW, len(clauses)) and clauses[end - 1].mark == "，":
        end += 1
    return clauses[start:end]


@cache
def _halves() -> frozenset[str]:
    return frozenset(half for line in lines("couplets") for half in re.split("[，；]", line))


def _has_twin(four: Four) -> bool:
    """Whether what stands beside it answers it."""
    return any(_are_twins(four.text, other) for other in _beside(four))


def _are_twins(one: str, other: str) -> bool:
    """能推则推、能拖则拖: 不, 则 or 于 in one place, one more word, another end; 贯穿上下、联结左右."""
    same = tuple(map(eq, one, other))
    built_alike = one[2] in _PAIRING and same[2] and any(same[:2]) and not same[3]
    return built_alike or {one[2:], other[2:]} <= _ROUND


def _beside(four: Four) -> Iterator[str]:
    """What of their length stands before the mark on their left, and behind the mark on their right."""
    text, (start, end) = four.passage.text, four.span
    for there, mark in ((start - 5, start - 1), (end + 1, end)):
        if there >= 0 and text[mark : mark + 1] in _MARKS and _FOUR.match(text, there):
            yield text[there : there + 4]


def _is_condition(four: Four) -> bool:
    """What follows from it stands behind the comma: 不登高山，不知天高."""
    begins = four.span.start == _stretch(four)[0].start
    return begins and _CONDITION.match(four.passage.text, four.span.start) is not None


_PIECES = (_is_cited, _is_half, _has_twin, _is_condition)
