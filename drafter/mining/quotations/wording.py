"""How clauses are worded: old or of today, terse, in verse, alike."""

from __future__ import annotations

import re
from functools import cache

from drafter.mining.lexicon import any_of
from drafter.mining.view import Passage

_OLD = re.compile("[之乎者矣焉兮莫其岂何孰勿毋亦皆则汝]|方[能可知得]")
_OLDER = re.compile("[之乎者矣焉兮莫其岂何孰勿毋亦皆则而以于非弗未所]")
TERSE = 0.5
"""The share of words of one character: what has more is no modern prose."""
VERSE = 7
"""A line of verse by its length."""


def age(words: str) -> int:
    """How many words of the old language there are."""
    return len(set(_OLDER.findall(_today().sub("", words))))


def is_old(words: str) -> bool:
    """Whether a word stands there that only the old language has, or several that it has."""
    return _OLD.search(_today().sub("", words)) is not None or age(words) > 1


@cache
def _today() -> re.Pattern[str]:
    return any_of("today")


def are_even(texts: list[str]) -> bool:
    """Whether clauses are as long as each other, or the second half of them as long as the first."""
    sizes = [len(text) for text in texts]
    half = len(sizes) // 2
    return len(set(sizes)) == 1 or sizes[:half] == sizes[half:]


def in_verse(passage: Passage, parts: list[tuple[int, int]], *, free: bool) -> bool:
    """Lines of seven, or of five in the terse old manner, with the pause where it belongs."""
    sizes = {end - start for start, end in parts}
    if sizes not in ({VERSE}, {VERSE - 2}) or not all(scans(passage, *part) for part in parts):
        return False
    if sizes == {VERSE} or (len(parts) > 2 and len(parts) % 2 == 0) or terseness(passage, parts) >= TERSE:
        return len(parts) > 1
    known = any(passage.first_word(*part) == passage.text[slice(*part)] for part in parts)
    return known or free or all(passage.edges[end - 1] == "1" for _, end in parts)


def scans(passage: Passage, start: int, end: int) -> bool:
    """Whether a pause falls where a line of five or seven has one (铁肩｜担道义), or all of it is known."""
    return passage.first_word(start, end) == passage.text[start:end] or all(
        passage.beats[at] == "1" for at in range(start + 2, end - 2, 2)
    )


def terseness(passage: Passage, parts: list[tuple[int, int]], idiom: int = 2) -> float:
    """The share of words of one character; an idiom counts as so many of the others."""
    sizes = [len(word) for start, end in parts for word in passage.words(start, end)]
    others = sum(idiom if size > 3 else 1 for size in sizes if size > 1)
    return sizes.count(1) / (sizes.count(1) + others) if others else 1.0


def repeats(one: str, other: str) -> bool:
    """授人以鱼，不如授人以渔: most of the shorter clause stands in the other."""
    return 4 * len(set(one) & set(other)) >= 3 * min(len(one), len(other)) > 2


def echoes(one: str, other: str) -> bool:
    """人人学规矩，人人守规矩: whether several characters come back at their places."""
    return sum(a == b for a, b in zip(one, other, strict=False)) > 1
