"""The drawer: takes phrases from the bank, none twice, none that says what is said already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, takewhile
from operator import eq
from typing import TYPE_CHECKING, Any

from drafter import holes
from drafter.bank.choice import Said, pick
from drafter.bank.model import BANNED, UNCHECKED
from drafter.chinese import runs
from drafter.filling.pen import NAMED, Drawn
from drafter.holes import Hole
from drafter.outline import Credit, Outline
from drafter.problem import Problem

if TYPE_CHECKING:
    from drafter.bank import Hit, Shelf

SET = "套题"
PARALLEL, DOING = "排比", "做法"
"""Of these, what somebody does can follow a verb; names of things, whole clauses and ills cannot."""

_STANDS = {UNCHECKED: "这一条还待核，核对过原文就恢复它", BANNED: "这一条禁用了，还要用就恢复它"}
"""Why a phrase of the bank is not given."""
_WORD, _SAME, _LONG = 2, 4, 5
"""Characters of a word; those that two phrases begin with that say the same (完善制度法规, 完善制度规定), and
those that they have anywhere."""


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

    def __init__(self, shelf: Shelf, seed: int, written: str, topic: str = "") -> None:
        self.shelf = shelf
        self.seed = seed
        self.written = written
        self.topic = topic
        self.said = Said([written])
        self.drawn: list[str] = []
        self.said_since = Said()
        self.sets: dict[tuple[str, ...], Hit | None] = {}
        self.choices: dict[tuple[str, str], list[Hit]] = {}

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
        offered = self._choice(kind, about)
        fresh = [*islice((hit for hit in offered if self._is_fresh(hit, about)), n + 2)]
        if len(fresh) < n:
            return None
        chosen, *others = fresh[n - 1 :]
        self.drawn.append(chosen.phrase.text)
        self.said_since.add(chosen.phrase.text)
        alternatives = tuple(hit.phrase.text for hit in others)
        return chosen.phrase.text, Credit(chosen.phrase.text, kind, chosen.sources, alternatives)

    def _choice(self, kind: str, about: str) -> list[Hit]:
        """All that the bank offers, asked for once."""
        if (kind, about) not in self.choices:
            self.choices[kind, about] = [*pick(self.shelf, (kind,), about, self.seed, within=self.topic)]
        return self.choices[kind, about]

    def _is_fresh(self, hit: Hit, about: str) -> bool:
        """Whether it can stand in a sentence and nothing of it is written yet."""
        phrase = hit.phrase
        if phrase.kind == PARALLEL and not _can_be_asked_for(hit, about):
            return False
        parts = (phrase.text, *phrase.units)
        if self.said.has(phrase) or self.said_since.has(phrase):
            return False
        if any(part in text for part in parts for text in (self.written, *self.drawn)):
            return False
        text = phrase.text
        return not any(_is_as_good_as(drawn, text) for drawn in self.drawn)

    def mark(self) -> int:
        """How far the drawing has come, to go back to."""
        return len(self.drawn)

    def give_back(self, mark: int) -> None:
        """Put back what was drawn since: the sentence that wanted it was not said."""
        if len(self.drawn) > mark:
            del self.drawn[mark:]
            self.said_since = Said(self.drawn)

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
        for hit in self._choice(SET, peers[0]) if peers else ():
            units = [next((unit for unit in hit.phrase.units if peer in unit), "") for peer in peers]
            if all(units) and len(set(units)) == len(peers):
                return hit
        return None


def _can_be_asked_for(hit: Hit, about: str) -> bool:
    """Whether 做到 may stand before a 排比: a doing, all of it about the word, or what the writer put in."""
    whole = not hit.said or all(about in unit for unit in hit.phrase.units)
    asked = (hit.phrase.function == DOING and whole) or hit.is_own
    return asked and set("，；“").isdisjoint(hit.phrase.text)


def _is_as_good_as(one: str, other: str) -> bool:
    """Whether two phrases say the same: one with some words more, with as many words, or of one thing with
    another verb."""
    if _is_longer(one, other) or _is_longer(other, one):
        return True
    if one[:_SAME] == other[:_SAME] or not {*runs(one, _LONG)}.isdisjoint(runs(other, _LONG)):
        return True
    same = sum(1 for _ in takewhile(bool, map(eq, reversed(one), reversed(other))))
    return same > _WORD and 2 * same >= min(len(one), len(other))


def _is_longer(one: str, other: str) -> bool:
    """Whether `one` says `other` with some words more: 建立联合督查机制, 建立督查机制."""
    letters = iter(one)
    return all(letter in letters for letter in other)


def refused(draft: Outline, shelf: Shelf) -> Iterator[Problem]:
    """Why words that the writer asked the bank for stand open: 【用：…】 that no phrase answers."""
    for text, at in draft.texts():
        for part in holes.split(text):
            if isinstance(part, Hole) and part.call == NAMED and part.words:
                yield Problem(f"词库没有给出 {part.raw}", at, _reason(part.words, shelf))


def _reason(words: Sequence[str], shelf: Shelf) -> str:
    slots = words[0].count("…")
    if shelf.find(words[0]):
        return f"句框有 {slots} 处空，给了 {len(words) - 1} 处；空用“｜”分开"
    for hit in shelf.look_up(words[0]):
        if hit.state in _STANDS:
            return f'{_STANDS[hit.state]}：draft phrases --restore "{hit.phrase.text}" --bank 你的词库'
    near = shelf.search(words[0], (), 1)
    return f"是不是“{near[0].phrase.text}”？" if near else "先用 draft phrases 找到它，照原文写"
