"""The points of a document, side by side to be compared: its headings, and how its paragraphs begin."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from drafter.mining.view import HEADING, Passage, Span, View

_TRAILING = "：。；，"
_ENDS = frozenset("。！？；：…")
_FARTHEST = 60
"""Characters of what may still be a sibling of a heading; of a longer sentence nothing is kept."""


class Piece(NamedTuple):
    """A heading or the beginning of a paragraph, and where it stands in its passage."""

    passage: Passage
    span: Span

    @property
    def is_heading(self) -> bool:
        return self.passage.role == HEADING

    @property
    def is_numbered(self) -> bool:
        """Whether 一是 or 第二， stands before it."""
        return not self.is_heading and self.span.start > 0


class Track(NamedTuple):
    """Points in reading order, by their index; a family has nobody else in it."""

    members: tuple[int, ...]
    is_family: bool = True

    def around(self, first: int, last: int, reach: int) -> tuple[int, ...]:
        """Its points from `first` to `last`, and `reach` points on both sides."""
        start, end = bisect_left(self.members, first), bisect_right(self.members, last)
        return self.members[max(start - reach, 0) : end + reach]


@dataclass(frozen=True, slots=True)
class Points:
    """All points in reading order: one passage with a ； between them, and where each stands in it.

    `numbers` are their paragraphs, `lessons` those under which it is taught how essays are written.
    """

    passage: Passage
    spans: tuple[Span, ...]
    numbers: tuple[int, ...]
    tracks: tuple[Track, ...]
    lessons: frozenset[int]

    def text(self, point: int) -> str:
        return self.passage.text[slice(*self.spans[point])]


def points(view: View) -> Points:
    """The points of a document: families of headings and of numbered paragraphs, and the other paragraphs."""
    pieces = list(_pieces(view))
    passage, spans = _strung(pieces)
    paragraphs = tuple(i for i, piece in enumerate(pieces) if not (piece.is_heading or piece.is_numbered))
    families = [*_headed(view, pieces), *_numbered(pieces)]
    tracks = (*map(Track, families), Track(paragraphs, is_family=False))
    numbers = tuple(piece.passage.number for piece in pieces)
    return Points(passage, spans, numbers, tracks, frozenset(_lessons(view, numbers)))


def _lessons(view: View, numbers: Sequence[int]) -> Iterator[int]:
    """The points whose first paragraph is a lesson."""
    taught = {
        passage.number
        for passage, below in pairwise(view.passages)
        if passage.role == HEADING and below.role != HEADING and below.is_lesson
    }
    return (point for point, number in enumerate(numbers) if number in taught)


def _headed(view: View, pieces: Sequence[Piece]) -> Iterator[tuple[int, ...]]:
    """The headings of each family, then the first sentences right under them."""
    places = {piece.passage.number: i for i, piece in enumerate(pieces) if piece.is_heading}
    for family in view.families:
        headings = [places[passage.number] for passage in family if passage.number in places]
        yield tuple(headings)
        below = (heading + 1 for heading in headings)
        yield tuple(i for i in below if i < len(pieces) and not pieces[i].is_heading)


def _numbered(pieces: Sequence[Piece]) -> Iterator[tuple[int, ...]]:
    """The numbered paragraphs under each heading."""
    under: defaultdict[str, list[int]] = defaultdict(list)
    for i, piece in enumerate(pieces):
        if piece.is_numbered:
            under[piece.passage.heading].append(i)
    yield from map(tuple, under.values())


def _pieces(view: View) -> Iterator[Piece]:
    """Each heading, and the first sentence of each paragraph that no heading opens."""
    opened = 0
    for passage in view.passages:
        if passage.role == HEADING:
            opened = passage.number
            yield _piece(passage, 0, len(passage.text))
        elif passage.number != opened and _runs(passage) and not passage.is_lesson:
            first = passage.sentences[0]
            yield _piece(passage, first.clauses[0].start if first.clauses else first.start, first.end)


def _runs(passage: Passage) -> bool:
    """Whether a passage is running text, and no title that was not known for one."""
    return bool(passage.sentences) and not _ENDS.isdisjoint(passage.text)


def _piece(passage: Passage, start: int, end: int) -> Piece:
    while start < end and passage.text[start].isspace():
        start += 1
    text = passage.text[start:end].rstrip(_TRAILING)
    return Piece(passage, Span(start, start + (len(text) if len(text) <= _FARTHEST else 0)))


def _strung(pieces: Sequence[Piece]) -> tuple[Passage, tuple[Span, ...]]:
    """The pieces as one passage, in which each begins with a word."""
    spans, at = [], 0
    for _, (start, end) in pieces:
        spans.append(Span(at, at + end - start))
        at += end - start + 1

    def strung(name: str) -> Iterator[str]:
        return (getattr(passage, name)[start:end] for passage, (start, end) in pieces)

    def edged(name: str) -> str:
        return "1".join("1" * bool(edges) + edges[1:] for edges in strung(name))

    text, tags = "；".join(strung("text")), "；".join(strung("tags"))
    return Passage(0, "", HEADING, text, tags, edged("edges"), edged("beats"), (), False), tuple(spans)
