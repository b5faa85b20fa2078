"""How near an outline comes to the one that was expected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from drafter.formats.page import Line


class Score(NamedTuple):
    """Headings found, wanted and right, those at the right level too; edits and length of the text."""

    found: int
    wanted: int
    right: int
    level: int
    edits: int
    length: int

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 1.0

    @property
    def error(self) -> float:
        return self.edits / max(1, self.length)


def total(scores: Iterable[Score]) -> Score:
    return Score(*(sum(column) for column in zip(*scores, strict=True)))


def score(got: list[Line], wanted: list[Line]) -> Score:
    """The lines of two pages compared: headings by their words, all of the text by its characters."""
    mine, yours = _headings(got), _headings(wanted)
    right = Counter(text for _, text in mine) & Counter(text for _, text in yours)
    level = Counter(mine) & Counter(yours)
    text, expected = _text(got), _text(wanted)
    return Score(len(mine), len(yours), right.total(), level.total(), distance(text, expected), len(expected))


def _headings(lines: list[Line]) -> list[tuple[int, str]]:
    return [(line.depth, f"{line.number}{line.text}") for line in lines if line.depth]


def _text(lines: list[Line]) -> str:
    return "\n".join(f"{line.heading}{line.rest}" if line.depth else line.text for line in lines)


def distance(one: str, other: str) -> int:
    """The number of characters to put in, take out or change."""
    while one and other and one[0] == other[0]:
        n = next(
            (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
        )
        one, other = one[n:], other[n:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        diagonal, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (a != b))
    return row[-1]
