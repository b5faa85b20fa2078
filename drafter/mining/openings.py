"""开头 and 结尾: how a writer begins and ends."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.bank import Phrase
from drafter.chinese import length, sentences
from drafter.mining.view import Found, Passage, View

SHORTEST, LONGEST = 8, 30


def openings(view: View) -> Iterator[Found]:
    """The first sentence of the body, if it is short enough to be remembered."""
    for passage in list(view.body())[:2]:
        if passage.role == "正文":
            yield from _phrases("开头", passage, sentences(passage.text)[:1])
            return


def endings(view: View) -> Iterator[Found]:
    """The last sentence of the last paragraph."""
    for passage in list(view.body())[-1:]:
        yield from _phrases("结尾", passage, sentences(passage.text)[-1:])


def _phrases(kind: str, passage: Passage, texts: list[str]) -> Iterator[Found]:
    for text in texts:
        if SHORTEST <= length(text) <= LONGEST and text[-1] in "。！？":
            yield Found(Phrase(kind, text), passage.number)
