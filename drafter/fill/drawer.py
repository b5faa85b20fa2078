"""The drawer: takes phrases from the bank, none twice, none that says what is said already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from drafter.bank.choice import pick
from drafter.fill.pen import Drawn
from drafter.outline import Credit, Outline

if TYPE_CHECKING:
    from drafter.bank import Hit, Phrase, Shelf

SET = "套题"


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
        self.used = [written]
        self.sets: dict[tuple[str, ...], Hit | None] = {}

    def named(self, words: Sequence[str]) -> Drawn | None:
        """The phrase that the writer named, its slots filled with the words behind it."""
        hit = self.shelf.find(words[0])
        pieces = words[0].split("…")
        if not hit or len(words) not in (1, len(pieces)):
            return None
        text = "".join(map(str.__add__, pieces, [*words[1:], ""])) if words[1:] else words[0]
        return text, Credit(words[0], hit.phrase.kind, hit.sources)

    def about(self, kind: str, about: str, peers: Sequence[str], n: int) -> Drawn | None:
        """The `n`-th phrase of `kind` about `about` that says nothing twice, and two that come next."""
        if kind == SET:
            return self._of_a_set(about, tuple(peers))
        hits = [*islice(self._picks(kind, about), n + 2)]
        if len(hits) < n:
            return None
        chosen, *others = hits[n - 1 :]
        self.used.append(chosen.phrase.text)
        alternatives = tuple(hit.phrase.text for hit in others)
        return chosen.phrase.text, Credit(chosen.phrase.text, kind, chosen.sources, alternatives)

    def _picks(self, kind: str, about: str) -> Iterator[Hit]:
        """Phrases of the bank, best first, each unlike all before it."""
        used = list(self.used)
        while hit := pick(self.shelf, (kind,), about, used, self.seed):
            if not _is_said(hit.phrase, used):
                yield hit
            used.append(hit.phrase.text)

    def _of_a_set(self, about: str, peers: tuple[str, ...]) -> Drawn | None:
        """The heading about `about` out of one matched set that has a heading for every peer."""
        if peers not in self.sets:
            self.sets[peers] = self._matched(peers)
        hit = self.sets[peers]
        if not hit:
            return None
        unit = next(unit for unit in hit.phrase.units if about in unit)
        return unit, Credit(unit, SET, hit.sources)

    def _matched(self, peers: tuple[str, ...]) -> Hit | None:
        """The matched set of headings in which each peer has one of its own."""
        for hit in self.shelf.search(peers[0], (SET,), 30) if peers else ():
            units = [next((unit for unit in hit.phrase.units if peer in unit), "") for peer in peers]
            if all(units) and len(set(units)) == len(peers):
                return hit
        return None


def _is_said(phrase: Phrase, used: Sequence[str]) -> bool:
    """Whether a part of the phrase stands in what is written, or it lies inside."""
    parts = (phrase.text, *phrase.units)
    return any(part in text for part in parts for text in used)
