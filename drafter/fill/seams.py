"""Seams: where a filled word meets the template's own and says it twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.chinese import HAN
from drafter.outline import Outline
from drafter.problem import Problem

_TWICE = re.compile(rf"(?<!一)(?P<word>(?!一)[{HAN}]{{2,4}})(?P=word)|的的|了了|([，。；：、！？《“（])\2")


def seams(page: Outline) -> Iterator[Problem]:
    """Every place of a shown outline where words or marks stand twice in a row."""
    for text, at in page.texts():
        for found in _TWICE.finditer(text):
            around = text[max(0, found.start() - 4) : found.end() + 4]
            yield Problem(f"接缝处重复：…{around}…", at, f"留下一个“{found[0][: len(found[0]) // 2]}”")
