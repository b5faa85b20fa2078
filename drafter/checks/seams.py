"""Seams: where a filled word meets the template's own and says it twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.chinese import HAN, han
from drafter.outline import Outline
from drafter.problem import Problem

_HALF = re.compile('[,;:?!"]| +')
"""Marks and spaces that came in from another keyboard, where Han characters stand around them."""

_TWICE = re.compile(rf"(?<!一)(?P<word>(?!一)[{HAN}]{{2,4}})(?P=word)|的的|了了|([，。；：、！？《“（])\2")


def seams(page: Outline) -> Iterator[Problem]:
    """Every place of a shown outline where words or marks stand twice in a row, or are half-width."""
    for text, at in page.texts():
        for found in _TWICE.finditer(text):
            cure = f"留下一个“{found[0][: len(found[0]) // 2]}”"
            yield Problem(f"接缝处重复：{_around(text, found)}", at, cure)
    for paragraph in page.paragraphs():
        for found in _HALF.finditer(paragraph.text):
            if _is_amid_han(paragraph.text, found):
                yield Problem(f"半角标点或空格：{_around(paragraph.text, found)}", paragraph.at, "改成全角")


def _is_amid_han(text: str, found: re.Match[str]) -> bool:
    """Whether a mark stands between Han characters; a space may also stand behind ， and 。"""
    start, end = found.span()
    before, behind = text[max(start - 1, 0) : start], text[end : end + 1]
    marked = found[0].isspace() and before in tuple("，。")
    return bool(han(behind)) and (marked or bool(han(before)))


def _around(text: str, found: re.Match[str]) -> str:
    return f"…{text[max(0, found.start() - 4) : found.end() + 4]}…"
