"""The word lists of the miners, read when they are needed.

They lie in `lists/`, one word after the other, for whoever knows the language and no Python.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_LISTS = Path(__file__).with_name("lists")


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(" ".join(lines(name)).split())


@cache
def any_of(name: str) -> re.Pattern[str]:
    """A pattern for the words of a list, the longest first."""
    return re.compile("|".join(map(re.escape, sorted(listed(name), key=lambda word: (-len(word), word)))))


@cache
def moulds(name: str) -> re.Pattern[str]:
    """A pattern for whatever fills a mould of a list: · is any character, [ ] one of some."""
    return re.compile("|".join(" ".join(lines(name)).replace("·", ".").split()))


def lines(name: str) -> list[str]:
    """The lines of a list that are no note."""
    text = (_LISTS / f"{name}.txt").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
