"""The drawer: takes phrases from the bank, none twice, none that says what is said already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from drafter.chinese import runs
from drafter.fill.pen import Drawn
from drafter.outline import Credit, Outline

if TYPE_CHECKING:
    from drafter.bank import Hit, Shelf

RUN = 6
"""No run of so many Han characters stands twice in a draft."""


def words_of(outline: Outline) -> str:
    """All that is written already: the texts, and the answers that are still to come in."""
    return "\n".join([*(text for text, _ in outline.texts()), *leaves(outline.given)])


def leaves(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from leaves(item)
    elif isinstance(value, list):
        for item in value:
            yield from leaves(item)


class BankDrawer:
    """Draws from the bank without replacement: no phrase twice, no run of six characters twice."""

    def __init__(self, shelf: Shelf, seed: int, written: str) -> None:
        self.shelf = shelf
        self.seed = seed
        self.used = set(runs(written, RUN))
        self.taken: set[str] = set()
        self.sets: dict[tuple[str, ...], dict[str, Hit]] = {}

    def named(self, words: Sequence[str]) -> Drawn | None:
        """The phrase that the writer named, its slots filled with the words behind it."""
        hit = self.shelf.find(words[0])
        pieces = words[0].split("…")
        if not hit or len(words) not in (1, len(pieces)):
            return None
        text = (
            "".join(a + b for a, b in zip(pieces, [*words[1:], ""], strict=False)) if words[1:] else words[0]
        )
        return text, Credit(words[0], hit.phrase.kind, hit.sources)

    def about(self, kind: str, about: str, peers: Sequence[str], n: int) -> Drawn | None:
        """The `n`-th phrase of `kind` about `about` that says nothing twice, best first."""
        if kind == "套题":
            return self._of_a_set(about, tuple(peers))
        fresh = [hit for hit in self.shelf.search(about, (kind,), 30) if self._is_fresh(hit.phrase.text)]
        if len(fresh) < n:
            return None
        chosen, *others = fresh[n - 1 :]
        self._take(chosen.phrase.text)
        alternatives = tuple(hit.phrase.text for hit in others[:2])
        return chosen.phrase.text, Credit(chosen.phrase.text, kind, chosen.sources, alternatives)

    def _of_a_set(self, about: str, peers: tuple[str, ...]) -> Drawn | None:
        """The heading about `about` out of one matched set that has a heading for every peer."""
        if peers not in self.sets:
            self.sets[peers] = self._matched(peers)
        hit = self.sets[peers].get(about)
        if not hit:
            return None
        unit = next(unit for unit in hit.phrase.units if about in unit)
        return unit, Credit(unit, hit.phrase.kind, hit.sources)

    def _matched(self, peers: tuple[str, ...]) -> dict[str, Hit]:
        for hit in self.shelf.search(peers[0], ("套题",), 30) if peers else ():
            units = [next((u for u in hit.phrase.units if peer in u), "") for peer in peers]
            if all(units) and len(set(units)) == len(peers):
                return dict.fromkeys(peers, hit)
        return {}

    def _is_fresh(self, text: str) -> bool:
        return text not in self.taken and not self.used.intersection(runs(text, RUN))

    def _take(self, text: str) -> None:
        self.taken.add(text)
        self.used.update(runs(text, RUN))
