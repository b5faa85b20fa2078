"""What a draft asks of a phrase: to say the word, and little that is of neither the word nor the topic."""

from __future__ import annotations

from itertools import pairwise

from drafter.bank.cutting import bare, pairs
from drafter.bank.model import Hit

_SAID = 0.6
"""The share of a query that a phrase must say itself to be written, not only shown."""
_SHORT = ("搭配", "排比")
"""Kinds of which nothing is taken that says much beside the query and its topic, in any of its units."""
_WORD, _LITTLE, _MUCH = 2, 4, 6
"""Characters of a word: a verb; a verb and a word; a verb and two."""
_SMALL = frozenset("的、，；")
_STEPS = 4
"""Into so many steps relevance is cut; on one step two phrases fit as well."""


def says(hit: Hit) -> bool:
    """Whether a phrase says the query itself."""
    return hit.said >= _SAID


class Question:
    """A query, asked within the topic of the whole."""

    def __init__(self, about: str, within: str) -> None:
        self.about = bare(about)
        self.within = bare(within)
        self.beside = self.within.replace(self.about, " ")
        """The topic without the query, which would make everything near it."""
        self._asked = frozenset((*pairs(about), *pairs(within)))
        self._headed = len(about) / (len(about) + _MUCH)
        """The least share of a heading that the query must be: 参谋 of 要做到参谋有道."""

    def is_answered_by(self, hit: Hit) -> bool:
        """Whether a phrase, or a plain heading over it, says the query, and the phrase not much else."""
        if not says(hit) and hit.headed < self._headed:
            return False
        return hit.is_own or hit.phrase.kind not in _SHORT or self._rest(hit) <= self._room(hit)

    def rank(self, hit: Hit) -> tuple[bool, bool, bool, int]:
        """The higher, the sooner a phrase is taken: the writer's own, what says the query plainly
        (形成改革合力 before 加快警务改革), what says little else, what fits best and is of the topic."""
        step = round(_STEPS * (hit.score + hit.near))
        return hit.is_own, self._is_plain(hit.phrase.text), self._rest(hit) <= _LITTLE, step

    def _room(self, hit: Hit) -> int:
        """How many characters a phrase may say beside the query: the fewer, the less it has to do with it."""
        if not says(hit) or self.is_related(hit):
            return _MUCH
        return _LITTLE if self.is_literal(hit) else _WORD

    def is_related(self, hit: Hit) -> bool:
        """Whether a phrase is the writer's own, says the query plainly, or has to do with the topic."""
        return hit.is_own or hit.near > 0 or self._is_plain(hit.phrase.text)

    def is_literal(self, hit: Hit) -> bool:
        """Whether a phrase has the query as it was written: 拓宽就业渠道 has 拓宽渠道 in two."""
        return self.about in bare(hit.phrase.text)

    def _is_plain(self, text: str) -> bool:
        """Whether no more than a verb stands before the query, or what does is of the topic."""
        before, said, _ = bare(text).partition(self.about)
        return bool(said) and (len(before) <= _WORD or before[-_WORD:] in self.within)

    def _rest(self, hit: Hit) -> int:
        """How many characters of a phrase stand in no pair that was asked for; of its units the most.

        What only stands under a heading is short, whatever it says.
        """
        asked = self._asked if says(hit) else frozenset[str]()
        parts = map(bare, hit.phrase.units or (hit.phrase.text,))
        return max(_not_in(asked, part.replace(self.about, "、")) for part in parts)


def _not_in(asked: frozenset[str], text: str) -> int:
    told = {i + k for i, pair in enumerate(pairwise(text)) if "".join(pair) in asked for k in (0, 1)}
    return sum(1 for i, sign in enumerate(text) if i not in told and sign not in _SMALL)
