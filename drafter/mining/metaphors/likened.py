"""X犹如一座Y: what something is like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.mining.lexicon import any_of
from drafter.mining.metaphors.pictures import goes_on, ground_end, is_thing, partner_end
from drafter.mining.metaphors.subjects import LONGEST, behind_turns, says_nothing, subject_before
from drafter.mining.view import Clause, Passage

_PICTURE = re.compile("一[个座股剂把盏面块只根颗团道条缕抹阵双扇艘场片棵朵泓张]|的|之")
_BARE = re.compile("一[条个][\u4e00-\u9fff]{1,4}")
_NO_PICTURE = re.compile(
    "之于|般的|样的|“[^”]*[，·]|是否|不|如同“[^”]*”[\u4e00-\u9fff]|犹如“[^”]*”[\u4e00-\u9fff]"
)
_MIGHT = re.compile("[会能]|也$")
"""What compares without a picture, or says more than the picture."""


def likened(passage: Passage, clause: Clause, first: Clause | None, like: re.Match[str]) -> Iterator[str]:
    """X犹如一座Y, its subject in the same clause or in the one before; with its partner."""
    start = behind_turns(passage, clause.start)
    if like.start() - start > LONGEST or _MIGHT.search(passage.text[start : like.start()]):
        return
    if like.start() == start and first:
        start = subject_before(passage, first)
    subject = start >= 0 and like.start() > start and not says_nothing(passage, start, like.start())
    if subject and _pictures(passage, start, like, clause.end) and not passage.names(start, clause.end):
        told = clause.end if passage.text.startswith("，有", clause.end) else ground_end(passage, clause.end)
        end = partner_end(passage.text, told)
        if end > clause.end or not goes_on(passage, end):
            yield passage.text[start:end]


def _pictures(passage: Passage, start: int, like: re.Match[str], end: int) -> bool:
    """Whether what something is like is a thing with more said of it, and stands for no argument."""
    text = passage.text
    plain = _BARE.fullmatch(text, like.end(), end) or _NO_PICTURE.search(text, start, end)
    pictured = _PICTURE.search(text, like.end(), end) is not None
    return pictured and not plain and is_thing(passage, end)


@cache
def likens() -> re.Pattern[str]:
    """What says that something is like something: 犹如 好比 恰似 …"""
    return re.compile(f"(?<!不)(?:{any_of('likenings').pattern})")
