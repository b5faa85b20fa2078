"""Which lines of a copied page are the essay, by statistics: what words they share with its running text.

A document that shows no trace of a web page loses nothing but what is plainly none of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice, takewhile

from drafter.cleaning.echoes import HAN_RUN, calls, says_title
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

_TEXT = frozenset({RUNNING, SHORT})
_GENRE = re.compile(
    "(?:讲话|发言|致辞|致词|汇报|报告|主持词|体会|感悟|感言|思考|心得|一封信|讲稿|演讲稿?|总结|计划|方案|倡议书?|述职|有感"
    "|随想|札记|手记|侧记|意见|要点|纪要|贺[信词]|[祝答]酒?[词辞]|[开闭]幕[词辞]|欢迎[词辞]|寄语|通知|通报|公告|决定|决议"
    "|办法|规定|章程|说明)$"
)
"""How the titles of speeches and papers end."""
_GOES_ON = frozenset("，：；！。,:;!")


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

    @cached_property
    def refrains(self) -> frozenset[str]:
        """The lines that come back amid the text, and not always beside something of a page."""
        inside = range(self.running[0] + 1, self.running[-1])
        times = Counter(self.rows[i].text for i in inside)
        amid = {self.rows[i].text for i in inside if set(self.kinds[i - 1 : i + 2]) <= _TEXT}
        return frozenset(text for text in amid if times[text] > 1)

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
        above = [i for i in range(first) if self.kinds[i] == SHORT]
        title = self._title(above) if self.dirty else self._title_of_clean(above)
        again = self._shown_again(title)
        body = {
            i
            for i in range(first, last + 1)
            if self.kinds[i] in (RUNNING, HIDDEN) or (i not in again and self._belongs(i))
        }
        head = self._head(first, above, title)
        return (head - again if self.dirty else head) | body | self._foot(last, end)

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
        if calls(text):
            return False
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
        if kind in (NOISE, BLANK):
            return False
        if kind == NOTICE:
            return self.shared(i) >= 0.35
        if not self.dirty or is_numbered(row.text) or row.hint or role_of(row.text) or self._is_meant(i):
            return True
        return not self._is_suspect(i) or self.shared(i) >= 0.1

    def _is_suspect(self, i: int) -> bool:
        """Whether a line talks as pages do, or stands beside one that is the page's."""
        near = {self.kinds[i - 1], self.kinds[i + 1]} if 0 < i < len(self.kinds) - 1 else set()
        return talks_of_pages(self.rows[i].text) or bool(near & TRACES) or self.kinds[i] == FOREIGN

    def _title_of_clean(self, above: Sequence[int]) -> int:
        """The first line of a clean text that may be its title; -1 where none is."""
        lines = (i for i in above[:HEAD] if self._may_be_title(i) and not self._is_spam(i))
        return next((i for i in lines if not ORGANISATION.match(self.rows[i].text)), -1)

    def _head(self, first: int, above: Sequence[int], title: int) -> set[int]:
        """The lines above the text that are its title, and what goes with one."""
        if not self.dirty:
            return {i for i in above if not (self._is_spam(i) or self._is_title_twice(i, title))}
        kept = {title} if title >= 0 else set()
        for i in above:
            if i > title and self._goes_with(i, first, kept) and not self._is_title_twice(i, title):
                kept.add(i)
        return kept

    def _is_spam(self, i: int) -> bool:
        """Whether the very first lines of a clean text have nothing to do with it, and are not its title."""
        text = self.rows[i].text
        if i > 1 or han_in(text) < 12 or role_of(text) or calls(text) or not self._is_over_a_title(i):
            return False
        body = "".join(islice((self.rows[k].text for k in self.running), EDGE))
        return len(body) >= 300 and not any(pair in body for pair in pairs(text))

    def _is_over_a_title(self, i: int) -> bool:
        """Whether one of the next lines above the text may be its title."""
        below = range(i + 1, min(HEAD, self.running[0]))
        return any(self.kinds[k] == SHORT and self._may_be_title(k) for k in below)

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
        named = bool(_GENRE.search(text)) or text in self.refrains
        return self.shared(i) * min(1, size / 8) + 0.25 * named + 0.06 * shaped

    def _goes_with(self, i: int, first: int, kept: set[int]) -> bool:
        """Whether a line between the title and the text is the essay's."""
        row = self.rows[i]
        role = row.hint or role_of(row.text)
        if role == "署名" or ORGANISATION.match(row.text):
            return i + 1 == first or (
                bool(kept) and all(k in kept or self.kinds[k] != SHORT for k in range(max(kept), i))
            )
        if role or is_numbered(row.text) or (kept and self._is_meant(i)):
            return role != "来源"
        if not kept or self._is_suspect(i):
            return self.shared(i) >= 0.34
        if any(calls(self.rows[k].text) for k in kept):
            return True
        return row.text[-1] in _GOES_ON or self.shared(i) >= 0.1

    def _foot(self, last: int, end: int) -> set[int]:
        """The lines under the text that are a signature, a date, an annex … and no footer."""
        below = [i for i in range(last + 1, end) if self.kinds[i] == SHORT]
        kept = set(takewhile(self._goes_on, range(last + 1, end)))
        for i in reversed(below):
            if self._closes(i, last, kept):
                kept.add(i)
        return kept

    def _goes_on(self, i: int) -> bool:
        """Whether a short line under the last paragraph goes on with it, and talks of no page."""
        text = self.rows[i].text
        if self.kinds[i] != SHORT:
            return False
        return self._is_meant(i) or (text[-1] in _GOES_ON and not talks_of_pages(text))

    def _closes(self, i: int, last: int, kept: set[int]) -> bool:
        row = self.rows[i]
        role = row.hint or role_of(row.text)
        if not self.dirty:
            return True
        if role == "署名" or ORGANISATION.match(row.text):
            return i == last + 1 or i + 1 in kept
        if calls(row.text):
            return True
        return bool(role) or is_numbered(row.text) or (i == last + 1 and is_finished(row.text))

    def _shown_again(self, title: int) -> set[int]:
        """The short lines that the page shows again near the top: its title, and what stands above that."""
        near = range(title + 1, min(HEAD, len(self.rows))) if title >= 0 else range(0)
        above = {row.text for row in self.rows[:title]} if self.dirty and near else set()
        short = (i for i in near if self.kinds[i] == SHORT and not self._is_meant(i))
        return {i for i in short if self.rows[i].text in above or self._echoes(i, title)}

    def _is_title_twice(self, i: int, title: int) -> bool:
        """Whether a line above the text is the title again; in a clean text no sentence is one."""
        if not self.dirty:
            return not is_finished(self.rows[i].text) and self._echoes(i, title)
        abstract = 0 <= title < i and says_title(self.rows[title].text, self.rows[i].text)
        return abstract or self._echoes(i, title)

    def _echoes(self, i: int, title: int) -> bool:
        """Whether a line says the title above it again; none does where the audience has been called."""
        again = 0 <= title < i and says_title(self.rows[i].text, self.rows[title].text)
        return again and not any(calls(row.text) for row in self.rows[: i + 1])

    def _is_meant(self, i: int) -> bool:
        """Whether a line is the speaker's own: a call, a sentence that talks of no page, a refrain."""
        text = self.rows[i].text
        spoken = is_numbered(text) or is_finished(text) or text in self.refrains
        return calls(text) or (spoken and not talks_of_pages(text))


def pairs(text: str) -> Iterator[str]:
    """The pairs of Han characters that stand side by side."""
    for run in HAN_RUN.findall(text):
        yield from map(str.__add__, run, run[1:])
