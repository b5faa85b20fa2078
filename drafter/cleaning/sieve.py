"""Which lines of a copied page are the essay, by statistics: what words they share with its running text.

A document that shows no trace of a web page loses nothing but what is plainly none of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice, takewhile

from drafter.chinese import HAN
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
from drafter.cleaning.rows import HEADING, HIDDEN, MARGIN, TITLE, Row, han_in, is_finished

PROFILE = 200_000
"""Characters of running text that are enough to know its words."""
HEAD = 12
"""Rows at the top among which a title stands."""
MOST_BELOW = 0.4
"""Of the running text, what may stand under the row where the page's foot begins."""
FEW = 20
"""Paragraphs that are too few to tell what is off the subject."""
EDGE = 40
"""Rows of running text, from either end, that may still be furniture."""

_IN_DIRT = {LABEL: NOISE, ADDRESS: NOTICE}
_ELSE = {LABEL: SHORT, ADDRESS: RUNNING}
"""What is a matter of doubt, in a text that was copied from a page and in any other."""

_GENRE = re.compile(
    "(?:讲话|发言|致辞|致词|汇报|报告|主持词|体会|感悟|感言|思考|心得|一封信|讲稿|演讲稿?|总结|计划|方案|倡议书?|述职|有感"
    "|随想|札记|手记|侧记|意见|要点|纪要|贺[信词]|[祝答]酒?[词辞]|[开闭]幕[词辞]|欢迎[词辞]|寄语|通知|通报|公告|决定|决议"
    "|办法|规定|章程|说明)$"
)
"""How the titles of speeches and papers end."""
_GOES_ON = frozenset("，：；！。,:;!")
_HAN_RUN = re.compile(f"[{HAN}]{{2,}}")


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
    kept = _Sieve(rows, kinds, dirty).kept()
    text = (
        replace(row, hint=HIDDEN) if kinds[i] == HIDDEN else row for i, row in enumerate(rows) if i in kept
    )
    gone = (row for i, row in enumerate(rows) if i not in kept or kinds[i] == HIDDEN)
    return Sifted(tuple(text), tuple(gone))


class _Sieve:
    """The rows of one document with what its running text is about."""

    def __init__(self, rows: Sequence[Row], kinds: Sequence[str], dirty: bool) -> None:
        self.rows, self.kinds, self.dirty = rows, kinds, dirty
        self.running = [i for i, kind in enumerate(kinds) if kind == RUNNING]

    @cached_property
    def words(self) -> Counter[str]:
        """What the running text is about, as pairs of characters."""
        return Counter(self._profile())

    def _profile(self) -> Iterator[str]:
        """The pairs of characters of the running text, enough of them."""
        size = 0
        for i in self.running:
            size += len(self.rows[i].text)
            if size > PROFILE:
                return
            yield from pairs(self.rows[i].text)

    def shared(self, i: int) -> float:
        """The share of row `i` that the (other) running text has too."""
        own = Counter(pairs(self.rows[i].text))
        again = own if self.kinds[i] == RUNNING else Counter[str]()
        common = sum(n for pair, n in own.items() if self.words[pair] > again[pair])
        return common / max(1, own.total())

    def kept(self) -> set[int]:
        """The rows that are the essay's."""
        if not self.running:
            return {i for i, kind in enumerate(self.kinds) if kind in (SHORT, FOREIGN, HIDDEN)}
        first, last, end = self._span()
        body = {i for i in range(first, last + 1) if self.kinds[i] in (RUNNING, HIDDEN) or self._belongs(i)}
        return self._head(first) | body | self._foot(last, end)

    def _span(self) -> tuple[int, int, int]:
        """The first and the last row of the essay's running text, and where the page's foot begins."""
        if not self.dirty:
            return self.running[0], self.running[-1], len(self.rows)
        end = self._end()
        run = [i for i in self.running if i < end]
        while len(run) > 2 and self._is_stray(run[-1], run[-2]):
            run.pop()
        start = next((n for n in range(len(run) - 2) if not self._is_stray(run[n], run[n + 1])), 0)
        return run[start], run[-1], end

    def _end(self) -> int:
        """The row where comments, links and notices begin, with no more of the essay under it."""
        sizes = {i: len(self.rows[i].text) for i in self.running}
        left = sum(sizes.values())
        most = MOST_BELOW * left
        for i, row in enumerate(self.rows):
            left -= sizes.get(i, 0)
            if left < most and i not in sizes and begins_the_foot(row.text) and not self._goes_on_below(i):
                return i
        return len(self.rows)

    def _goes_on_below(self, i: int) -> bool:
        """Whether the essay goes on under row `i`; it never does under the head of a post."""
        start = bisect_right(self.running, i)
        below = (self.running[n] for n in range(start, min(start + EDGE, len(self.running))))
        long = (k for k in below if len(self.rows[k].text) >= 25)
        return not is_post(self.rows[i].text) and any(map(self._is_essay, long))

    def _is_essay(self, i: int) -> bool:
        """Whether a paragraph talks of no page and, where text enough tells, keeps to the subject."""
        few = len(self.running) < FEW
        return not talks_of_pages(self.rows[i].text) and (few or self.shared(i) >= self.limit / 2)

    def _is_stray(self, i: int, inner: int) -> bool:
        """Whether a paragraph at the edge is the page's: off the subject, and a notice or parted from it."""
        text = self.rows[i].text
        if talks_of_pages(text):
            return len(text) < 150 and self.shared(i) < self.limit
        between = self.kinds[min(i, inner) + 1 : max(i, inner)]
        parted = NOISE in between or NOTICE in between
        return parted and len(text) < 36 and self.shared(i) < self.limit / 2

    @cached_property
    def limit(self) -> float:
        """The share of common words under which a paragraph is off the subject."""
        shares = sorted(self.shared(i) for i in self.running[:: max(1, len(self.running) // EDGE)])
        return min(0.35, 0.6 * shares[len(shares) // 2])

    def _belongs(self, i: int) -> bool:
        """Whether a line between two paragraphs is the essay's."""
        kind, row = self.kinds[i], self.rows[i]
        if kind in (NOISE, BLANK) or (i < HEAD and kind == SHORT and self._is_title_again(i)):
            return False
        if kind == NOTICE:
            return self.shared(i) >= 0.35
        if not self.dirty or is_numbered(row.text) or row.hint or role_of(row.text):
            return True
        return not self._is_suspect(i) or self.shared(i) >= 0.1

    def _is_suspect(self, i: int) -> bool:
        """Whether a line talks as pages do, or stands beside one that is the page's."""
        near = {self.kinds[i - 1], self.kinds[i + 1]} if 0 < i < len(self.kinds) - 1 else set()
        return talks_of_pages(self.rows[i].text) or bool(near & TRACES) or self.kinds[i] == FOREIGN

    def _head(self, first: int) -> set[int]:
        """The lines above the text that are its title, and what goes with one."""
        above = [i for i in range(first) if self.kinds[i] == SHORT]
        if not self.dirty:
            return {i for i in above if not self._is_spam(i) and not self._repeats(i, above[:HEAD])}
        title = self._title(above)
        kept = {title} if title >= 0 else set()
        for i in above:
            if i > title and self._goes_with(i, first, kept) and not self._repeats(i, sorted(kept)):
                kept.add(i)
        return kept

    def _is_spam(self, i: int) -> bool:
        """Whether the very first lines of a clean text have nothing to do with it."""
        text = self.rows[i].text
        if i > 1 or han_in(text) < 12 or role_of(text):
            return False
        body = "".join(islice((self.rows[k].text for k in self.running), EDGE))
        return len(body) >= 300 and not any(pair in body for pair in pairs(text))

    def _title(self, above: Sequence[int]) -> int:
        """The line above the text that is most about it, or is called as speeches are; -1 where none is."""
        lines = [i for i in above if self._may_be_title(i)]
        marked = [i for i in lines if self.rows[i].hint.startswith((TITLE, HEADING))]
        likely = marked or [i for i in lines if len(lines) == 1 or self._likeness(i) >= 0.05]
        titles = [i for i in likely if not ORGANISATION.match(self.rows[i].text)] or likely
        return max(titles, key=self._likeness, default=-1)

    def _may_be_title(self, i: int) -> bool:
        text = self.rows[i].text
        return han_in(text) >= 3 and not (role_of(text) or is_numbered(text) or talks_of_pages(text))

    def _likeness(self, i: int) -> float:
        """How much a line above the text looks like its title."""
        text = self.rows[i].text
        size = han_in(text)
        shaped = 8 <= size <= 40 and "," not in text and "，" not in text
        return self.shared(i) * min(1, size / 8) + 0.25 * bool(_GENRE.search(text)) + 0.06 * shaped

    def _goes_with(self, i: int, first: int, kept: set[int]) -> bool:
        """Whether a line between the title and the text is the essay's."""
        row = self.rows[i]
        role = row.hint or role_of(row.text)
        if role == "署名" or ORGANISATION.match(row.text):
            return i + 1 == first or (
                bool(kept) and all(k in kept or self.kinds[k] != SHORT for k in range(max(kept), i))
            )
        if role or is_numbered(row.text):
            return role != "来源"
        if not kept or self._is_suspect(i):
            return self.shared(i) >= 0.34
        return row.text[-1] in _GOES_ON or self.shared(i) >= 0.1

    def _foot(self, last: int, end: int) -> set[int]:
        """The lines under the text that are a signature, a date, an annex … and no footer."""
        below = [i for i in range(last + 1, end) if self.kinds[i] == SHORT]
        kept = set(takewhile(self._goes_on, range(last + 1, end)))
        for i in reversed(below):
            if self._closes(i, last, kept) and not self._repeats(i, range(HEAD)):
                kept.add(i)
        return kept

    def _goes_on(self, i: int) -> bool:
        """Whether a short line under the last paragraph is a part of its sentence, and talks of no page."""
        text = self.rows[i].text
        return self.kinds[i] == SHORT and text[-1] in _GOES_ON and not talks_of_pages(text)

    def _closes(self, i: int, last: int, kept: set[int]) -> bool:
        row = self.rows[i]
        role = row.hint or role_of(row.text)
        if not self.dirty:
            return True
        if role == "署名" or ORGANISATION.match(row.text):
            return i == last + 1 or i + 1 in kept
        return bool(role) or is_numbered(row.text) or (i == last + 1 and is_finished(row.text))

    def _is_title_again(self, i: int) -> bool:
        """Whether a line between the first paragraphs says the end of the title again."""
        text = bare(self.rows[i].text)
        heads = (
            bare(row.text) for row, kind in zip(self.rows[:i], self.kinds, strict=False) if kind == SHORT
        )
        fresh = len(text) < 4 or is_numbered(self.rows[i].text)
        return not fresh and any(head.endswith(text) for head in heads)

    def _repeats(self, i: int, others: Iterable[int]) -> bool:
        """Whether a line says again what a short line above it says: a title, or an abstract of it."""
        text = bare(self.rows[i].text)
        heads = (bare(self.rows[k].text) for k in others if k < i and self.kinds[k] == SHORT)
        return any(len(head) >= 6 and len(text) >= 6 and (head in text or text in head) for head in heads)


def bare(text: str) -> str:
    """The Han characters of `text`, single ones between other signs apart."""
    return "".join(_HAN_RUN.findall(text))


def pairs(text: str) -> Iterator[str]:
    """The pairs of Han characters that stand side by side."""
    for run in _HAN_RUN.findall(text):
        yield from map(str.__add__, run, run[1:])
