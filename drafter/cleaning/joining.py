"""Lines that a PDF or an e-mail broke, put together again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from drafter.cleaning.looks import is_numbered, is_page_number
from drafter.cleaning.rows import MARGIN, Row, columns, han_in, is_finished

SLACK = 7
"""Columns by which a broken line may be shorter than the page is wide."""
INDENT = 4
"""Columns that the first line of a paragraph is set in."""
NARROWEST, WIDEST = 32, 130
"""Columns of a page."""

_HANGING = re.compile(r"[，、,“‘（《(]$|，.*[是在和与及把被对从由以让]$")
_ORPHAN = re.compile(r"[，。、；！？）”’》,;!?)]|的(?!确)")
_WORD_END = re.compile(r"[A-Za-z0-9]$")
_WORD_START = re.compile(r"[A-Za-z0-9]")
_QUOTED = re.compile(r"> ?")


def joined(rows: Sequence[Row]) -> list[Row]:
    """`rows` with broken paragraphs made whole; each keeps the place of its first line."""
    bare = _closed(_unquoted(rows))
    indents = any(row.indented for row in bare) and not all(row.indented for row in bare)
    page = page_of(bare, mail=_is_mail(rows), indents=indents)
    if not page:
        return list(_merged(bare, _hangs))
    bare = _with_margins(bare, page)
    return list(_merged(bare, lambda a, b: _runs_on(a, b, page, indents)))


def _unquoted(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows of an answered e-mail without their >."""
    if not _is_mail(rows):
        return rows
    bare = [replace(row, text=_QUOTED.sub("", row.text, count=1).strip()) for row in rows]
    return [
        replace(row, apart=row.apart or not before.text)
        for before, row in zip([bare[0], *bare], bare, strict=False)
        if row.text
    ]


def _is_mail(rows: Sequence[Row]) -> bool:
    return sum(row.text.startswith(">") for row in rows) * 2 > len(rows)


def _closed(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows of a text in which an empty line stands behind every line, so that it parts nothing."""
    apart = sum(row.apart for row in rows)
    unfinished = sum(not is_finished(row.text) for row in rows)
    if apart < 6 or apart * 10 < len(rows) * 9 or unfinished * 2 < len(rows):
        return rows
    return [replace(row, apart=False) for row in rows]


class Page(NamedTuple):
    """How wide the lines of a broken text are: in columns, and in characters, whichever broke them."""

    columns: int
    characters: int

    def short_by(self, row: Row) -> int:
        """The columns by which a line is shorter than the page."""
        short = min(self.columns - columns(row.text), 2 * (self.characters - len(row.text)))
        return short - INDENT * row.indented


def _with_margins(rows: Sequence[Row], page: Page) -> Sequence[Row]:
    """`rows` with the heads and the numbers of the pages known."""
    heads = _page_heads(rows, page)
    return [
        replace(row, hint=MARGIN) if row.text in heads or is_page_number(row.text) else row for row in rows
    ]


def _page_heads(rows: Sequence[Row], page: Page) -> set[str]:
    """The lines that come back at the edges of pages; a refrain comes back too, but parts no sentence."""
    counts = Counter(row.text for row in rows)
    often = {text for text, n in counts.items() if n > 2 and _may_be_page_head(text)}
    found = [i for i, row in enumerate(rows) if row.text in often]
    numbered = Counter(rows[i].text for i in found if _is_by_a_number(rows, i))
    parting = {rows[i].text for i in found if i and _breaks_off(rows[i - 1], page)}
    return {text for text in often if text in parting or numbered[text] * 2 > counts[text]}


def _is_by_a_number(rows: Sequence[Row], i: int) -> bool:
    return any(is_page_number(row.text) for row in rows[max(0, i - 1) : i + 2])


def _breaks_off(row: Row, page: Page) -> bool:
    """Whether a line is full and stops in the middle of a sentence."""
    return not is_finished(row.text) and page.short_by(row) <= SLACK


def _may_be_page_head(text: str) -> bool:
    return (
        len(text) < 40 and text[-1] not in "：:，,；;、" and not is_finished(text) and not is_numbered(text)
    )


def page_of(rows: Sequence[Row], mail: bool = False, indents: bool = False) -> Page | None:
    """The page on which these lines were broken; None where they were not.

    Where lines are broken, hardly one is longer than the others, and many of the long ones stop in
    the middle of a sentence: all where there are only two, one is enough in a `mail`.
    """
    near = [row for row in rows if len(row.text) <= WIDEST]
    if len(near) * 20 < len(rows) * 19:
        return None
    near = [row for row in near if han_in(row.text) * 2 > len(row.text)]
    if not near:
        return None
    page = Page(_most(columns(row.text) for row in near), _most(len(row.text) for row in near))
    full = [row for row in near if page.short_by(row) <= SLACK]
    cut = sum(not (is_finished(row.text) or row.text[-1] in "：:") for row in full)
    share = len(full) if mail else 3 if indents else 2 if len(full) > 2 else 1
    fits = NARROWEST <= page.columns <= WIDEST and (mail or len(full) > 1)
    return page if fits and cut and cut * share >= len(full) else None


def _most(sizes: Iterable[int]) -> int:
    """The greatest of `sizes`, a few strays apart."""
    run = sorted(sizes)
    return run[(len(run) - 1) * 98 // 100]


def _merged(rows: Sequence[Row], goes_on: Callable[[Row, Row], bool]) -> Iterator[Row]:
    """The rows, those that belong together as one; a page number between them parts none."""
    group: list[Row] = []
    for row in rows:
        if row.hint == MARGIN or is_page_number(row.text):
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


def _runs_on(row: Row, following: Row, page: Page, indents: bool) -> bool:
    """Whether `following` goes on with the paragraph of `row`, on such a page."""
    short = page.short_by(row)
    if short > SLACK or row.hint or following.hint or (indents and following.indented) or following.apart:
        return False
    if is_finished(row.text) and not indents:
        return short <= 2 and not is_numbered(following.text)
    return row.text[-1] not in "：:" or not is_numbered(following.text)


def _hangs(row: Row, following: Row) -> bool:
    """Whether the break between two lines cuts a sentence, on a page that was not broken as a whole."""
    if row.hint or following.hint or is_numbered(following.text):
        return False
    if _ORPHAN.match(following.text):
        return len(row.text) >= 8 and not is_finished(row.text)
    return len(row.text) >= 12 and bool(_HANGING.search(row.text[-40:])) and not following.indented
