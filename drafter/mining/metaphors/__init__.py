"""比喻: what something is called, or is turned into, or is like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.bank import Phrase
from drafter.chinese import is_closed, length
from drafter.mining.lexicon import any_of
from drafter.mining.metaphors.called import called, counted
from drafter.mining.metaphors.likened import likened, likens
from drafter.mining.view import LONGEST, Clause, Found, Passage, View

_TURNED = re.compile(
    "[将把][^，。；：、“”]{0,10}“[^“”，。]{1,6}”[^，。；“”]{0,4}"
    "(?:成|作为|变作|当作|化为|转化为|变为|炼为)(?!员|效|就|长|立)[^，。；“”]{0,8}“[^“”，。]{1,6}”"
)
"""将“沙粒”捏成“砖块”."""
_IS_A = re.compile("是一[盏把面扇艘剂束颗粒叶缕泓棵朵座股](?!手)")
"""What is counted by the measure word of a thing: 青春是一艘远航的船."""


def metaphors(view: View) -> Iterator[Found]:
    """The figures of a document, each as short as it can stand."""
    for passage in view.speech():
        yield from (Found(Phrase("比喻", text), passage.number) for text in _texts(passage))


def _texts(passage: Passage) -> Iterator[str]:
    """What something is turned into, then what is called or likened to something, clause by clause."""
    text = passage.text
    if "“" in text:
        yield from (found[0] for found in _TURNED.finditer(text) if _things(passage, found))
    for sentence in passage.sentences:
        if not any(sign.search(text, sentence.start, sentence.end) for sign in _signs()):
            continue
        for before, clause in zip((None, *sentence.clauses), sentence.clauses, strict=False):
            first = before if before and before.start == sentence.clauses[0].start else None
            yield from filter(_is_short, _in_clause(passage, clause, first))


@cache
def _signs() -> tuple[re.Pattern[str], ...]:
    """What a sentence has that has a figure."""
    return any_of("vehicles"), any_of("likenings"), re.compile("之|是一")


def _things(passage: Passage, found: re.Match[str]) -> bool:
    """Whether both quotation marks hold things, and no doings."""
    ends = [found.start() + i for i, mark in enumerate(found[0]) if mark == "”"]
    things = all(passage.tags[end - 1] == "n" for end in ends)
    return things and _is_short(found[0]) and not passage.names(*found.span())


def _in_clause(passage: Passage, clause: Clause, first: Clause | None) -> Iterator[str]:
    """What `clause` has, and `first`, the clause that its sentence begins with, if it is the next one."""
    for unit in clause.units:
        text = passage.text[slice(*unit)]
        for found in any_of("vehicles").finditer(text):
            yield from called(passage, unit, found, first if unit.start == clause.start else None)
        if measured := _IS_A.search(text):
            yield from counted(passage, unit, measured)
        if "之" in text and _essence().fullmatch(text) and not passage.names(*unit):
            yield text
    like = likens().search(passage.text, clause.start, clause.end)
    if like and passage.edges[like.start()] == "1" == passage.edges[like.end() : like.end() + 1]:
        yield from likened(passage, clause, first, like)


@cache
def _essence() -> re.Pattern[str]:
    """补足精神之钙: a thing of the hand for a thing of the mind."""
    things = "[基钙舵魂源翼帆桥盾剑堤灯锚窗门根火光]"
    return re.compile(f"(?:{any_of('strengthens').pattern})[\u4e00-\u9fff]{{2,4}}之{things}")


def _is_short(text: str) -> bool:
    quoted = is_closed(text) and "‘" not in text
    return quoted and 4 <= length(text) <= LONGEST and not re.search(r"\d", text)
