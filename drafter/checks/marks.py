"""Marks: what a writer typed for the program, and the program did not know for its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.chinese import HAN
from drafter.outline import Outline
from drafter.problem import Place, Problem

_MEANT = re.compile(
    r"\\(?:【[^【】]*】?|\{\{|\{%)|【[^【】]*[^【】 　][^【】]*】|〔待[补核定]：(?:[^〔〕]|〔[^〔〕]*〕)*〕"
)
"""What is whole, or said to be text."""

_SLIPS = (
    (re.compile("[（(]?[ 　]*可省[ 　]*[）)]"), "（可省）不在一行的开头", "另起一行，写在行首"),
    (re.compile("【[ 　]*】"), "【】里没有写要填什么", "写成【名称】，或删去"),
    (re.compile("【(?![ 　]*】)"), "“【”没有成对", "补上“】”；是正文里的字，前面加“\\”"),
    (re.compile("(?<!【)(?<!【[ 　])】"), "“】”没有成对", "补上“【”，或删去"),
    (re.compile("〔(?=待[补核定])"), "“〔”没有成对", "补上“〕”"),
    (re.compile(r"\{\{|\{%"), "“{{”没有成对", "写成【名称】；是正文里的字，前面加“\\”"),
    (
        re.compile(rf"(?:[\[［｛{{]|〔(?=.[^〕]))(?=[{HAN}][\w.·：]{{0,11}}[\]］｝}}〕])"),
        "括号不是填空的括号",
        "要填的写成【名称】；是正文就改用（）",
    ),
)


def slips(page: Outline) -> Iterator[Problem]:
    """Every mark of a shown outline that is none as it stands: a 【 never closed, （可省） amid a line."""
    for text, at in page.texts():
        yield from _slips(_MEANT.sub(lambda found: "\0" * len(found[0]), text), text, at)


def _slips(left: str, text: str, at: Place) -> Iterator[Problem]:
    for sign, message, cure in _SLIPS:
        for found in sign.finditer(left):
            yield Problem(f"{message}：…{text[max(0, found.start() - 4) : found.start() + 10]}…", at, cure)
