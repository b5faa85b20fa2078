"""A matched set in the making: points of one track, what they have in common, and who is akin to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from drafter.chinese import length
from drafter.mining.headings.labels import is_label
from drafter.mining.headings.matching import answer_each_other, built_alike, cut_alike
from drafter.mining.headings.points import Points, Track
from drafter.mining.patterns import FEW, bones_of, pattern, real, share_of, shared
from drafter.mining.view import Span

_NEAR = 6
"""How many points before and behind a set its siblings are looked for."""
_SHARE, HALF = 0.65, 0.5
"""How much of what a set has in common stands in a sibling, and in what might be one."""
_SHIFT = 3
"""How many characters further on a short thing in common may stand in a sibling."""
WIDER, WIDEST = 1.5, 3.0
"""How much longer a sibling may be; what is longer still is no sibling."""


@dataclass(frozen=True)
class Matched:
    """Points that match, in reading order, and the track in which they were found."""

    points: Points = field(compare=False)
    track: Track = field(compare=False)
    members: tuple[int, ...]

    def with_(self, point: int) -> Matched:
        return Matched(self.points, self.track, tuple(sorted((*self.members, point))))

    @cached_property
    def spans(self) -> list[Span]:
        return [self.points.spans[member] for member in self.members]

    @cached_property
    def units(self) -> tuple[str, ...]:
        return tuple(map(self.points.text, self.members))

    # --- what the members have in common

    @cached_property
    def frame(self) -> str:
        """What all members have in common, with … between."""
        return pattern([self.points.passage.words(*span) for span in self.spans])

    @cached_property
    def head(self) -> str:
        """What all members begin with."""
        return self.frame.partition("…")[0]

    @property
    def is_bare(self) -> bool:
        """Whether the members have next to nothing in common but how they are built."""
        return len(real(self.frame)) < 2

    @property
    def only_begins(self) -> bool:
        """Whether the members begin alike, and that is all."""
        return self.frame == f"{self.head}…"

    @property
    def is_even(self) -> bool:
        """Whether what the members have in common begins in all at about one place."""
        run = self.frame.strip("…").partition("…")[0]
        places = [unit.find(run) for unit in self.units]
        return max(places) - min(places) < _SHIFT

    def is_of_one_kind(self) -> bool:
        """Whether what all members say of one thing is of one kind; a bare pair has to be built alike."""
        if self.is_bare:
            return len(self.members) > 2 or self._does_something()
        head = real(self.head)
        tells = len(head) > FEW or (head != "" and head == real(self.frame))
        return not tells or answer_each_other(self.points.passage, self.spans)

    def _does_something(self) -> bool:
        """Whether all members begin with a verb, and are built alike."""
        verbs = all(self.points.passage.tags[span.start] == "v" for span in self.spans)
        return verbs and self.is_built_as(self.members[0])

    # --- who stands beside them

    def near(self) -> list[int]:
        """The other points among and behind the members, then those before them, the nearest first."""
        first, last = self.members[0], self.members[-1]
        behind = range(first, min(last + _NEAR + 1, len(self.points.spans)))
        before = range(first - 1, max(first - _NEAR, 0) - 1, -1)
        return [point for point in (*behind, *before) if point not in self.members]

    @cached_property
    def family(self) -> tuple[int, ...]:
        """The members and those who stand near them in their family; nobody, where there is none."""
        return self.track.around(self.members[0], self.members[-1], _NEAR) if self.track.is_family else ()

    def others(self) -> Iterator[int]:
        """The rest of the family, apart from labels and what is much longer."""
        for point in self.family:
            text = self.points.text(point)
            if point not in self.members and not is_label(text) and self.reaches(text, WIDEST):
                yield point

    def reaches(self, text: str, ratio: float) -> bool:
        """Whether a text is no longer than a member, or longer in that ratio."""
        return length(text) <= self._sizes[-1] * ratio

    def is_as_long_as(self, text: str) -> bool:
        """Whether a text is about as long as a member."""
        return self._sizes[0] / WIDER <= length(text) <= self._sizes[-1] * WIDER

    @cached_property
    def _sizes(self) -> list[int]:
        return sorted(map(length, self.units))

    def has_kin(self, point: int) -> bool:
        """Whether a point has what all members have in common."""
        return not self.is_bare and share_of(self.frame, self.points.text(point)) >= _SHARE

    def is_built_as(self, point: int) -> bool:
        """Whether a point is built as every member is."""
        passage, spans = self.points.passage, self.points.spans
        return all(built_alike(passage, span, spans[point]) for span in self.spans)

    def has_cousin(self, point: int) -> bool:
        """Whether a point is no longer than the members, and half has what they have or rhymes with them."""
        return self.reaches(self.points.text(point), WIDER) and (self._half_has(point) or self._rhymes(point))

    def resembles(self, point: int) -> bool:
        """Whether a point might be a sibling that was put in other words."""
        text = self.points.text(point)
        if not text or not self.reaches(text, WIDER):
            return False
        halfway = self.is_as_long_as(text) and self._half_has(point) and self.is_cut_as(self.with_(point))
        return halfway or any(cut_alike(text, unit) for unit in self.units) or self._rhymes(point)

    def _half_has(self, point: int) -> bool:
        """Whether a point has half of what all members have in common."""
        return not self.is_bare and share_of(self.frame, self.points.text(point)) >= HALF

    def is_akin(self, point: int) -> bool:
        return self.has_kin(point) or self.shares_bones(point)

    def shares_bones(self, point: int) -> bool:
        """Whether a point is built as all members are, on two small words that hold them too: 甲是乙的丙."""
        text, bones = self.points.text(point), bones_of(self.frame)
        held = len(bones) > 1 and len(shared(bones, text)) == len(bones)
        return held and self.is_cut_as(self.with_(point)) and self.is_built_as(point)

    def _rhymes(self, point: int) -> bool:
        """Whether a point begins or ends with the character of all members, and is built as they are."""
        units = (self.points.text(point), *self.units)
        return any(len({unit[end] for unit in units}) == 1 for end in (0, -1)) and self.is_built_as(point)

    def is_cut_as(self, wider: Matched) -> bool:
        """Whether a wider set has its commas where all members have them."""
        return len(self._commas) == len(wider._commas)

    @property
    def _commas(self) -> set[int]:
        return {unit.count("，") for unit in self.units}
