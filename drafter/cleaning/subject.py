"""What the running text of a copied page is about: which words are the essay's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from drafter.cleaning.echoes import HAN_RUN, calls
from drafter.cleaning.furniture import FOREIGN, RUNNING, SHORT, TRACES, talks_of_pages
from drafter.cleaning.looks import is_numbered
from drafter.cleaning.rows import Row, is_finished

PROFILE = 200_000
"""Characters of running text that are enough to know its words."""
EDGE = 40
"""Rows of running text, from either end, that may still be furniture."""
_SAMPLE = 40
"""Paragraphs that tell what is usual."""

_TEXT = frozenset({RUNNING, SHORT})


class Page:
    """The rows of a page, or of a clean text, with what its running text is about."""

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

    @cached_property
    def callers(self) -> frozenset[int]:
        """The rows that call the audience."""
        return frozenset(i for i, row in enumerate(self.rows) if calls(row.text))

    def shared(self, i: int) -> float:
        """The share of row `i` that the (other) running text has too."""
        own = Counter(pairs(self.rows[i].text))
        again = own if self.kinds[i] == RUNNING else Counter[str]()
        common = sum(n for pair, n in own.items() if self.words[pair] > again[pair])
        return common / max(1, own.total())

    @cached_property
    def limit(self) -> float:
        """The share of common words under which a paragraph is off the subject."""
        shares = sorted(self.shared(i) for i in self.running[:: max(1, len(self.running) // _SAMPLE)])
        return min(0.35, 0.6 * shares[len(shares) // 2])

    def is_suspect(self, i: int) -> bool:
        """Whether a line talks as pages do, or stands beside one that is the page's."""
        near = {self.kinds[i - 1], self.kinds[i + 1]} if 0 < i < len(self.kinds) - 1 else set()
        return talks_of_pages(self.rows[i].text) or bool(near & TRACES) or self.kinds[i] == FOREIGN

    def is_meant(self, i: int) -> bool:
        """Whether a line is the speaker's own: a call, a sentence that talks of no page, a refrain."""
        text = self.rows[i].text
        spoken = is_numbered(text) or is_finished(text) or text in self.refrains
        return calls(text) or (spoken and not talks_of_pages(text))


def pairs(text: str) -> Iterator[str]:
    """The pairs of Han characters that stand side by side."""
    for run in HAN_RUN.findall(text):
        yield from map(str.__add__, run, run[1:])
