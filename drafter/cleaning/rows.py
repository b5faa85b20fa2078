"""A row: one line of a source that knows where it stands, and its length in columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.chinese import HAN

MARGIN = "页眉"
"""The hint of a row that is the head or the number of a page."""
HIDDEN = "隐藏"
"""The hint of a row that stands where the source hides a part of the text."""
TITLE = "题目"
"""The hint of a row that its format shows as the title."""
HEADING = "标题"
"""The hint of a row that its format shows as a heading: a bold line, a row of Markdown or of <h2>."""
LEAD = "\x1f"
"""The sign behind the first words of a row, where its format shows them in bold."""

GOES_ON = frozenset("，：；！。,:;!")
"""How a line ends that goes on from the one before, or that the next goes on from."""
BLANK = " \t\u3000\f\v\xa0"
_BREAK = re.compile(r"<br ?/?>|</p>", re.IGNORECASE)
_HAN_RUN = re.compile(f"[{HAN}]+")
_END = re.compile(rf"(?:[。！？；!?;…]|(?<=[{HAN}”’）》])\.)[”’」』）》)\"']*$")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a source: `indented`, or `apart` from the one before by an empty line.

    `hint` is what the format says of it: 题目, 标题, or the role of its paragraph.
    """

    text: str
    line: int = 0
    column: int = 0
    indented: bool = False
    apart: bool = False
    hint: str = ""


def rows_of(text: str) -> Iterator[Row]:
    """The lines of a plain text that are not empty."""
    apart = False
    for line, raw in enumerate(text.split("\n"), 1):
        for part in _BREAK.split(raw):
            stripped = part.strip(BLANK)
            if stripped:
                column = len(part) - len(part.lstrip(BLANK))
                yield Row(stripped, line, column + 1, column > 0, apart)
            apart = not stripped


def han_in(text: str) -> int:
    """How many Han characters `text` has."""
    return sum(map(len, _HAN_RUN.findall(text)))


def is_finished(text: str) -> bool:
    """Whether `text` ends as a sentence does."""
    return bool(_END.search(text[-6:]))


def columns(text: str) -> int:
    """The width of `text` on a page where a Han character is two columns wide."""
    return len(text.encode("gb18030", "replace"))
