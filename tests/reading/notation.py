"""Expected outlines as text: `T 题目`, `角色｜文字`, `## （一）¦标题`, `# 一、¦段首标题¦正文`, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.formats.page import CLOSING, MARKERS, TITLE, Line, lay_out, number_in, take_up
from drafter.outline import BODY, Outline

_HEADING = re.compile(r"(#+) ([^¦]*)¦([^¦]*)(?:¦(.*))?$")
_ROLE = re.compile(r"([^\W\d]{2,3})｜(.*)$")


def lines_of(page: str) -> Iterator[Line]:
    """The lines of a page in this notation."""
    for raw in filter(None, page.split("\n")):
        heading, role = _HEADING.match(raw), _ROLE.match(raw)
        if raw.startswith("T "):
            yield Line(raw[2:], role=TITLE)
        elif heading:
            marks, number, text, rest = heading.groups()
            style, value, _ = number_in(number)
            drawn = MARKERS[style].draw(value, 0) if style else number
            number = drawn if drawn.endswith(" ") else number
            yield Line(text, len(marks), number=number, run_in=rest is not None, rest=rest or "")
        elif role:
            yield Line(role[2], role=role[1])
        else:
            yield Line(raw)


def page_of(page: str) -> list[Line]:
    """The page as it is laid out."""
    return list(lay_out(take_up(lines_of(page))))


def notation_of(outline: Outline) -> str:
    """The page of an outline in this notation."""
    return "".join(f"{_noted(line)}\n" for line in lay_out(outline))


def _noted(line: Line) -> str:
    if line.depth:
        rest = f"¦{line.rest}" if line.run_in else ""
        return f"{'#' * line.depth} {line.number.strip()}¦{line.text}{rest}"
    if line.role == TITLE:
        return f"T {line.text}"
    bare = next(take_up([line]).paragraphs()).text
    return line.text if line.role in (BODY, CLOSING) else f"{line.role}｜{bare}"
