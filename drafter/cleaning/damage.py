"""Sentences of a converted page that lost characters: mended where it is known how, else cut out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.cleaning.pinyin import RESIDUE

MENDED = {"?lián)?dāng)": "担当"}
"""What two conversions in a row left of a word, and the word."""

_SENTENCE = re.compile(r"[^。！!；;\n]*[。！!；;]+[”’」』）》]*|[^。！!；;\n]+|\n")
_ASKING = re.compile(
    "[吗呢吧么何谁哪几岂怎]|什么|多少|是否|难道|是不是|能不能|有没有|可否|还是|如何|怎样|莫非|能否|(.)不\\1|(.)没\\2"
)
_LOST = re.compile(r"\ufffd|\?{2}|" + RESIDUE.pattern)
"""What shows that a text has lost characters at all."""


def mended(text: str) -> str:
    """`text` with the known breaks mended."""
    for broken, whole in MENDED.items():
        text = text.replace(broken, whole)
    return text


def damaged(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the sentences of a converted text in which something is lost."""
    if _LOST.search(text):
        yield from (found.span() for found in _SENTENCE.finditer(text) if _is_damaged(found[0]))


def _is_damaged(sentence: str) -> bool:
    """The rest of a note, a lost character, ?? or a ? that closes no question."""
    if _LOST.search(sentence):
        return True
    marks = [i for i, char in enumerate(sentence) if char == "?"]
    return any(not _ASKING.search(sentence[max(0, i - 40) : i]) for i in marks)
