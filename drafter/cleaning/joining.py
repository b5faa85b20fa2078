"""Lines that a PDF or an e-mail broke, put together again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from drafter.cleaning.looks import is_numbered
from drafter.cleaning.rows import Row, columns, is_finished

SLACK = 7
"""Columns by which a broken line may be shorter than the page is wide."""
WIDEST = 130

_HANGING = re.compile(r"[，、,“‘（《(]$")
_ORPHAN = re.compile(r"[，。、；！？）”’》,;!?)]")
_WORD_END = re.compile(r"[A-Za-z0-9]$")
_WORD_START = re.compile(r"[A-Za-z0-9]")
_QUOTED = re.compile(r"> ?")


def joined(rows: Sequence[Row]) -> list[Row]:
    """`rows` with broken paragraphs made whole; each keeps the place of its first line."""
    rows = _unquoted(rows)
    width = page_width(rows)
    if width:
        indents = any(row.indented for row in rows) and not all(row.indented for row in rows)
        return list(_merged(rows, lambda a, b: _runs_on(a, b, width, indents)))
    return list(_merged(rows, _hangs))


def _unquoted(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows of an answered e-mail without their >."""
    quoted = sum(row.text.startswith(">") for row in rows)
    if quoted * 2 <= len(rows):
        return rows
    bare = (replace(row, text=_QUOTED.sub("", row.text, count=1).strip()) for row in rows)
    return [row for row in bare if row.text]


def page_width(rows: Sequence[Row]) -> int:
    """The width at which these lines were broken; 0 where they were not."""
    widths = sorted(columns(row.text) for row in rows if len(row.text) < WIDEST and not is_finished(row.text))
    if len(widths) < 4 or len(widths) * 3 < len(rows):
        return 0
    width = widths[len(widths) * 9 // 10]
    full = sum(width - SLACK <= each <= width + 4 for each in widths)
    longer = sum(len(row.text) * 2 > width * 3 for row in rows)
    return width if 20 <= width <= WIDEST and full * 5 >= len(widths) * 3 and longer * 20 < len(rows) else 0


def _merged(rows: Sequence[Row], goes_on: Callable[[Row, Row], bool]) -> Iterator[Row]:
    group: list[Row] = []
    for row in rows:
        if group and not goes_on(group[-1], row):
            yield _one(group)
            group = []
        group.append(row)
    if group:
        yield _one(group)


def _one(group: Sequence[Row]) -> Row:
    """A group of broken lines as one row; only Latin words keep a space between them."""
    if len(group) == 1:
        return group[0]
    text = group[0].text
    for row in group[1:]:
        gap = " " if _WORD_END.search(text[-1:]) and _WORD_START.match(row.text) else ""
        text = f"{text}{gap}{row.text}"
    return replace(group[0], text=text)


def _runs_on(row: Row, following: Row, width: int, indents: bool) -> bool:
    """Whether `following` goes on with the paragraph of `row`, on a page of this width."""
    full = columns(row.text) >= width - SLACK - 4 * row.indented
    if not full or row.hint or following.hint or (indents and following.indented):
        return False
    if is_finished(row.text):
        return not following.apart and not is_numbered(following.text)
    return not (following.apart and is_numbered(following.text))


def _hangs(row: Row, following: Row) -> bool:
    """Whether the break between two lines cuts a sentence, on a page that was not broken as a whole."""
    if row.hint or following.hint or is_numbered(following.text):
        return False
    if _ORPHAN.match(following.text):
        return len(row.text) >= 8 and not is_finished(row.text)
    return len(row.text) >= 16 and bool(_HANGING.search(row.text)) and not following.indented
