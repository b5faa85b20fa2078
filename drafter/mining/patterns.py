"""What units have in common: the words that stand in all of them in one order, with … between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import reduce

from drafter.chinese import is_closed

HOLDING = "，；：、以为在上中下内外要更的是把将让与和使从向对用由到有无不能才既又也因"
"""Characters that hold a pattern although they stand alone."""
MARKS = "，：“”、"
_CUTS = frozenset("，：")
_EMPTY = frozenset("的了和与及等也都还着过地得" + MARKS + "…；")
_BONES = frozenset("为以在上中下之于的与和到让把将是")
"""Characters that hold a slot where they stand in it in every unit, be it inside a word."""
_LEADING = _BONES - frozenset("上中下之的是")
"""Those of them with which a slot may begin."""
FEW = 3
"""Characters that are little to have in common: a sibling must have them all."""
_QUOTES = "“”"
_LONE = re.compile(f"(?:^|(?<=…))[^{HOLDING}{_QUOTES}…](?=…)")


def pattern(units: Sequence[Sequence[str]]) -> str:
    """The frame of units that are given in words: 始终以…为…，在…上….  Clause answers clause."""
    marks = [[word for word in unit if word in _CUTS] for unit in units]
    if any(each != marks[0] for each in marks):
        return _tidy("".join(_spread(reduce(shared, units), units)))
    clauses = zip(*map(_clauses, units), strict=True)
    frames = ("".join(_spread(reduce(shared, row), row)) for row in clauses)
    return _tidy("".join(map(str.__add__, frames, [*marks[0], ""])))


def _clauses(unit: Sequence[str]) -> list[list[str]]:
    clauses: list[list[str]] = [[]]
    for word in unit:
        if word in _CUTS:
            clauses.append([])
        else:
            clauses[-1].append(word)
    return clauses


def shared(one: Sequence[str], other: Sequence[str]) -> list[str]:
    """The longest row of words that stands in both; the words weigh as many characters as they have."""
    best = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i, a in reversed([*enumerate(one)]):
        for j, b in reversed([*enumerate(other)]):
            gain = best[i + 1][j + 1] + len(a) if a == b else 0
            best[i][j] = max(gain, best[i + 1][j], best[i][j + 1])
    row, i, j = [], 0, 0
    while i < len(one) and j < len(other):
        if one[i] == other[j] and best[i][j] == best[i + 1][j + 1] + len(one[i]):
            row.append(one[i])
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return row


def _spread(common: Sequence[str], units: Sequence[Sequence[str]]) -> Iterator[str]:
    """The common words, and … for what the units have of their own between them."""
    places = [0] * len(units)
    for word in common:
        found = [unit.index(word, at) for unit, at in zip(units, places, strict=True)]
        yield from _slot(["".join(u[a:b]) for u, a, b in zip(units, places, found, strict=True)])
        yield word
        places = [at + 1 for at in found]
    yield from _slot(["".join(unit[at:]) for unit, at in zip(units, places, strict=True)])


def _slot(own: Sequence[str]) -> Iterator[str]:
    """… for the words of each unit's own, with the small words that hold them in all: …为…"""
    if all(own) and len(firsts := {words[0] for words in own}) == 1 and firsts <= _LEADING:
        yield from firsts
        own = [words[1:] for words in own]
    if any(own):
        bones = [[sign for sign in words[1:] if sign in _BONES] for words in own]
        yield from ("…", *(f"{bone}…" for bone in reduce(shared, bones)))


def _tidy(text: str) -> str:
    """The pattern without single characters that hold nothing, and without half a quotation."""
    if not is_closed(text):
        text = re.sub(f"[{_QUOTES}]", "…", text)
    text = _LONE.sub("…", text)
    return re.sub("…+", "…", text)


def real(text: str) -> str:
    """The characters of a pattern that say something."""
    return "".join(sign for sign in text if sign not in _EMPTY)


def bones_of(text: str) -> str:
    """The small words that hold a pattern."""
    return "".join(sign for sign in text if sign in _BONES)


def share_of(frame: str, text: str) -> float:
    """How much of what a pattern says stands in a text too, in its order; all or nothing of a short one."""
    said = real(frame)
    found = len(shared(said, text)) if 2 * sum(sign in text for sign in said) >= len(said) else 0
    return found / max(len(said), 1) if len(said) > FEW or found == len(said) else 0.0
