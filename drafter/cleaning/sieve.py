"""Which lines of a copied page are the essay, by statistics: what words they share with its running text.

A document that shows no trace of a web page loses nothing but what is plainly none of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile

from drafter.cleaning.copied import EDGE, Copy
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
from drafter.cleaning.rows import HIDDEN, MARGIN, Row, is_finished
from drafter.cleaning.titles import GOES_ON, head, shown_again, title_of

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
    kept = _kept(Copy(rows, kinds, dirty))
    text = (
        replace(row, hint=HIDDEN) if kinds[i] == HIDDEN else row for i, row in enumerate(rows) if i in kept
    )
    gone = (row for i, row in enumerate(rows) if i not in kept or kinds[i] == HIDDEN)
    return Sifted(tuple(text), tuple(gone))


def _kept(copy: Copy) -> set[int]:
    """The rows that are the essay's."""
    if not copy.running:
        return {i for i, kind in enumerate(copy.kinds) if kind in (SHORT, FOREIGN, HIDDEN)}
    first, last, end = _span(copy)
    above = [i for i in range(first) if copy.kinds[i] == SHORT]
    title = title_of(copy, above)
    again = shown_again(copy, title)
    body = {
        i
        for i in range(first, last + 1)
        if copy.kinds[i] in (RUNNING, HIDDEN) or (i not in again and _belongs(copy, i))
    }
    top = head(copy, first, above, title)
    return (top - again if copy.dirty else top) | body | _foot(copy, last, end)


def _span(copy: Copy) -> tuple[int, int, int]:
    """The first and the last row of the essay's running text, and where the page's foot begins."""
    if not copy.dirty:
        return copy.running[0], copy.running[-1], len(copy.rows)
    end = _end(copy)
    run = [i for i in copy.running if i < end]
    while len(run) > 2 and _is_stray(copy, run[-1], run[-2]):
        run.pop()
    start = next((n for n in range(len(run) - 2) if not _is_stray(copy, run[n], run[n + 1])), 0)
    return run[start], run[-1], end


def _end(copy: Copy) -> int:
    """The row where comments, links and notices begin, with no more of the essay under it."""
    sizes = {i: len(copy.rows[i].text) for i in copy.running}
    left = sum(sizes.values())
    most = MOST_BELOW * left
    for i, row in enumerate(copy.rows):
        left -= sizes.get(i, 0)
        if left < most and i not in sizes and begins_the_foot(row.text) and not _goes_on_below(copy, i):
            return i
    return len(copy.rows)


def _goes_on_below(copy: Copy, i: int) -> bool:
    """Whether the essay goes on under row `i`; it never does under the head of a post."""
    start = bisect_right(copy.running, i)
    below = (copy.running[n] for n in range(start, min(start + EDGE, len(copy.running))))
    long = (k for k in below if len(copy.rows[k].text) >= 25)
    return not is_post(copy.rows[i].text) and any(_is_essay(copy, k) for k in long)


def _is_essay(copy: Copy, i: int) -> bool:
    """Whether a paragraph talks of no page and, where text enough tells, keeps to the subject."""
    few = len(copy.running) < FEW
    return not talks_of_pages(copy.rows[i].text) and (few or copy.shared(i) >= copy.limit / 2)


def _is_stray(copy: Copy, i: int, inner: int) -> bool:
    """Whether a paragraph at the edge is the page's: off the subject, and a notice or parted from it."""
    text = copy.rows[i].text
    if calls(text):
        return False
    if talks_of_pages(text):
        return len(text) < 150 and copy.shared(i) < copy.limit
    between = copy.kinds[min(i, inner) + 1 : max(i, inner)]
    parted = NOISE in between or NOTICE in between
    return parted and len(text) < 36 and copy.shared(i) < copy.limit / 2


def _belongs(copy: Copy, i: int) -> bool:
    """Whether a line between two paragraphs is the essay's."""
    kind, row = copy.kinds[i], copy.rows[i]
    if kind in (NOISE, BLANK):
        return False
    if kind == NOTICE:
        return copy.shared(i) >= 0.35
    if not copy.dirty or is_numbered(row.text) or row.hint or role_of(row.text) or copy.is_meant(i):
        return True
    return not copy.is_suspect(i) or copy.shared(i) >= 0.1


def _foot(copy: Copy, last: int, end: int) -> set[int]:
    """The lines under the text that are a signature, a date, an annex … and no footer."""
    below = [i for i in range(last + 1, end) if copy.kinds[i] == SHORT]
    kept = set(takewhile(partial(_goes_on, copy), range(last + 1, end)))
    for i in reversed(below):
        if _closes(copy, i, last, kept):
            kept.add(i)
    return kept


def _goes_on(copy: Copy, i: int) -> bool:
    """Whether a short line under the last paragraph goes on with it, and talks of no page."""
    text = copy.rows[i].text
    if copy.kinds[i] != SHORT:
        return False
    return copy.is_meant(i) or (text[-1] in GOES_ON and not talks_of_pages(text))


def _closes(copy: Copy, i: int, last: int, kept: set[int]) -> bool:
    row = copy.rows[i]
    role = row.hint or role_of(row.text)
    if not copy.dirty:
        return True
    if role == "署名" or ORGANISATION.match(row.text):
        return i == last + 1 or i + 1 in kept
    if calls(row.text):
        return True
    return bool(role) or is_numbered(row.text) or (i == last + 1 and is_finished(row.text))
