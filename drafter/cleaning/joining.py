"""Lines that a PDF or an e-mail broke, put together again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from drafter.cleaning.looks import is_numbered, is_page_number
from drafter.cleaning.rows import Row, columns, is_finished

SLACK = 7
"""Columns by which a broken line may be shorter than the page is wide."""
INDENT = 4
"""Columns that the first line of a paragraph is set in."""
NARROWEST, WIDEST = 32, 130
"""Columns of a page."""

_HANGING = re.compile(r"[，、,“‘（《(]$|[^。！？；](?:[是在和与及把被对从由以让]|一般是由)$")
_ORPHAN = re.compile(r"[，。、；！？）”’》,;!?)]|的(?!确)")
_WORD_END = re.compile(r"[A-Za-z0-9]$")
_WORD_START = re.compile(r"[A-Za-z0-9]")
_QUOTED = re.compile(r"> ?")


def joined(rows: Sequence[Row]) -> list[Row]:
    """`rows` with broken paragraphs made whole; each keeps the place of its first line."""
    bare = _unquoted(rows)
    width = page_width(bare, 1 if bare is not rows else 2)
    rows = bare
    if width:
        indents = any(row.indented for row in rows) and not all(row.indented for row in rows)
        return list(_merged(rows, lambda a, b: _runs_on(a, b, width, indents)))
    return list(_merged(rows, _hangs))


def _unquoted(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows of an answered e-mail without their >."""
    quoted = sum(row.text.startswith(">") for row in rows)
    if quoted * 2 <= len(rows):
        return rows
    bare = [replace(row, text=_QUOTED.sub("", row.text, count=1).strip()) for row in rows]
    return [
        replace(row, apart=row.apart or not before.text)
        for before, row in zip([bare[0], *bare], bare, strict=False)
        if row.text
    ]


def page_width(rows: Sequence[Row], fewest: int = 2) -> int:
    """The width at which these lines were broken, `fewest` of them at least; 0 where they were not.

    Where lines are broken, hardly one is longer than the others, and most of the long ones stop
    in the middle of a sentence.
    """
    widths = sorted(columns(row.text) for row in rows if len(row.text) <= WIDEST)
    width = widths[(len(widths) - 1) * 98 // 100] if widths else 0
    if not NARROWEST <= width <= WIDEST or len(widths) * 20 < len(rows) * 19:
        return 0
    full = [row for row in rows if columns(row.text) >= width - SLACK - INDENT * row.indented]
    cut = sum(not is_finished(row.text) for row in full)
    most = 2 if len(full) > 2 or fewest < 2 else 1
    return width if len(full) >= fewest and cut * most >= len(full) else 0


def _merged(rows: Sequence[Row], goes_on: Callable[[Row, Row], bool]) -> Iterator[Row]:
    """The rows, those that belong together as one; a page number between them parts none."""
    group: list[Row] = []
    for row in rows:
        if is_page_number(row.text):
            yield row
            continue
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
    short_by = width - columns(row.text) - INDENT * row.indented
    if short_by > SLACK or row.hint or following.hint or (indents and following.indented) or following.apart:
        return False
    if is_finished(row.text) and not indents:
        return short_by <= 2 and not is_numbered(following.text)
    return True


def _hangs(row: Row, following: Row) -> bool:
    """Whether the break between two lines cuts a sentence, on a page that was not broken as a whole."""
    if row.hint or following.hint or is_numbered(following.text):
        return False
    if _ORPHAN.match(following.text):
        return len(row.text) >= 8 and not is_finished(row.text)
    return len(row.text) >= 12 and bool(_HANGING.search(row.text)) and not following.indented
