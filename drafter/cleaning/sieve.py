"""Which lines of a copied page are the essay, by statistics: what words they share with its running text.

A document that shows no trace of a web page loses nothing but what is plainly none of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile

from drafter.cleaning.echoes import calls
from drafter.cleaning.furniture import (
    ADDRESS,
    BLANK,
    FOREIGN,
    LABEL,
    NOISE,
    NOTICE,
    RUNNING,
    SHORT,
    TRACES,
    begins_the_foot,
    is_post,
    kind_of,
    talks_of_pages,
)
from drafter.cleaning.looks import ORGANISATION, is_numbered, role_of
from drafter.cleaning.rows import GOES_ON, HIDDEN, MARGIN, Row, is_finished
from drafter.cleaning.subject import EDGE, Page
from drafter.cleaning.titles import head, shown_again, title_of

MOST_BELOW = 0.4
"""Of the running text, what may stand under the row where the page's foot begins."""
FEW = 20
"""Paragraphs that are too few to tell what is off the subject."""

_IN_DIRT = {LABEL: NOISE, ADDRESS: NOTICE}
_ELSE = {LABEL: SHORT, ADDRESS: RUNNING}
"""What is a matter of doubt, in a text that was copied from a page and in any other."""


@dataclass(frozen=True, slots=True)
class Sifted:
    """The rows of the essay, and those that were its page's."""

    text: tuple[Row, ...]
    noise: tuple[Row, ...]


def sifted(rows: Sequence[Row], web: bool = False) -> Sifted:
    """`rows` parted into the essay and its page's furniture; `web`: they are known to be a web page's."""
    kinds = [BLANK if row.hint == MARGIN else kind_of(row.text) for row in rows]
    dirty = web or any(kind in TRACES for kind in kinds)
    kinds = [(_IN_DIRT if dirty else _ELSE).get(kind, kind) for kind in kinds]
    kept = _kept(Page(rows, kinds, dirty))
    text = (
        replace(row, hint=HIDDEN) if kinds[i] == HIDDEN else row for i, row in enumerate(rows) if i in kept
    )
    gone = (row for i, row in enumerate(rows) if i not in kept or kinds[i] == HIDDEN)
    return Sifted(tuple(text), tuple(gone))


def _kept(page: Page) -> set[int]:
    """The rows that are the essay's."""
    if not page.running:
        return {i for i, kind in enumerate(page.kinds) if kind in (SHORT, FOREIGN, HIDDEN)}
    first, last, end = _span(page)
    above = [i for i in range(first) if page.kinds[i] == SHORT]
    title = title_of(page, above)
    again = shown_again(page, title)
    body = {
        i
        for i in range(first, last + 1)
        if page.kinds[i] in (RUNNING, HIDDEN) or (i not in again and _belongs(page, i))
    }
    top = head(page, first, above, title)
    return (top - again if page.dirty else top) | body | _foot(page, last, end)


def _span(page: Page) -> tuple[int, int, int]:
    """The first and the last row of the essay's running text, and where the page's foot begins."""
    if not page.dirty:
        return page.running[0], page.running[-1], len(page.rows)
    end = _end(page)
    run = [i for i in page.running if i < end]
    while len(run) > 2 and _is_stray(page, run[-1], run[-2]):
        run.pop()
    start = next((n for n in range(len(run) - 2) if not _is_stray(page, run[n], run[n + 1])), 0)
    return run[start], run[-1], end


def _end(page: Page) -> int:
    """The row where comments, links and notices begin, with no more of the essay under it."""
    sizes = {i: len(page.rows[i].text) for i in page.running}
    left = sum(sizes.values())
    most = MOST_BELOW * left
    for i, row in enumerate(page.rows):
        left -= sizes.get(i, 0)
        if left < most and i not in sizes and begins_the_foot(row.text) and not _goes_on_below(page, i):
            return i
    return len(page.rows)


def _goes_on_below(page: Page, i: int) -> bool:
    """Whether the essay goes on under row `i`; it never does under the head of a post."""
    start = bisect_right(page.running, i)
    below = (page.running[n] for n in range(start, min(start + EDGE, len(page.running))))
    long = (k for k in below if len(page.rows[k].text) >= 25)
    return not is_post(page.rows[i].text) and any(_is_essay(page, k) for k in long)


def _is_essay(page: Page, i: int) -> bool:
    """Whether a paragraph talks of no page and, where text enough tells, keeps to the subject."""
    few = len(page.running) < FEW
    return not talks_of_pages(page.rows[i].text) and (few or page.shared(i) >= page.limit / 2)


def _is_stray(page: Page, i: int, inner: int) -> bool:
    """Whether a paragraph at the edge is the page's: off the subject, and a notice or parted from it."""
    text = page.rows[i].text
    if calls(text):
        return False
    if talks_of_pages(text):
        return len(text) < 150 and page.shared(i) < page.limit
    between = page.kinds[min(i, inner) + 1 : max(i, inner)]
    parted = NOISE in between or NOTICE in between
    return parted and len(text) < 36 and page.shared(i) < page.limit / 2


def _belongs(page: Page, i: int) -> bool:
    """Whether a line between two paragraphs is the essay's."""
    kind, row = page.kinds[i], page.rows[i]
    if kind in (NOISE, BLANK):
        return False
    if kind == NOTICE:
        return page.shared(i) >= 0.35
    if not page.dirty or is_numbered(row.text) or row.hint or role_of(row.text) or page.is_meant(i):
        return True
    return not page.is_suspect(i) or page.shared(i) >= 0.1


def _foot(page: Page, last: int, end: int) -> set[int]:
    """The lines under the text that are a signature, a date, an annex … and no footer."""
    below = [i for i in range(last + 1, end) if page.kinds[i] == SHORT]
    kept = set(takewhile(partial(_goes_on, page), range(last + 1, end)))
    for i in reversed(below):
        if _closes(page, i, last, kept):
            kept.add(i)
    return kept


def _goes_on(page: Page, i: int) -> bool:
    """Whether a short line under the last paragraph goes on with it, and talks of no page."""
    text = page.rows[i].text
    if page.kinds[i] != SHORT:
        return False
    return page.is_meant(i) or (text[-1] in GOES_ON and not talks_of_pages(text))


def _closes(page: Page, i: int, last: int, kept: set[int]) -> bool:
    row = page.rows[i]
    role = row.hint or role_of(row.text)
    if not page.dirty:
        return True
    if role == "署名" or ORGANISATION.match(row.text):
        return i == last + 1 or i + 1 in kept
    if calls(row.text):
        return True
    return bool(role) or is_numbered(row.text) or (i == last + 1 and is_finished(row.text))
