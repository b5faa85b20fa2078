"""句框 and 过渡: the fixed words of a sentence, its slots shown as ….

A frame is written in `lists/` as it is shown: … is a slot, …… a slot that may hold commas, （甲|乙|）
one of some words or none, and 。 behind it says that nothing follows.  The phrase has the words that
the text has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from drafter.bank import Phrase
from drafter.mining.lexicon import lines
from drafter.mining.view import Found, Passage, View

_SLOT, _WIDE = "[^，。；：！？…]{1,18}?", "[^。；：！？…]{1,48}?"
_ENDS = "(?=[，。；：！？、]|$)"
_PART = re.compile("……|…|（[^）]*）|[^…（）]+")


class Frame(NamedTuple):
    """A frame ready to be searched: how it is shown, what to search for, what it does."""

    parts: tuple[str, ...]
    pattern: re.Pattern[str]
    function: str


Table = Mapping[str, Sequence[Frame]]


def frames(view: View) -> Iterator[Found]:
    """The 句框 of a document."""
    table = _table("frames")
    for passage in view.passages:
        for text, function in {found[:2]: None for found in _found(passage, table)}:
            yield Found(Phrase("句框", text, function=function), passage.number)


def transitions(view: View) -> Iterator[Found]:
    """The 过渡 of a document: what its sentences begin with."""
    table = _table("cues")
    for passage in view.body():
        starts = {sentence.start for sentence in passage.sentences}
        for text, function, start in _found(passage, table):
            if start in starts:
                yield Found(Phrase("过渡", text, function=function), passage.number)


def _found(passage: Passage, table: Table) -> Iterator[tuple[str, str, int]]:
    here = dict.fromkeys(frame for key, some in table.items() if key in passage.text for frame in some)
    for frame in here:
        for found in frame.pattern.finditer(passage.text):
            if _at_words(passage, found) and not passage.names_someone(*found.span()):
                yield _text(frame, found), frame.function, found.start()


def _at_words(passage: Passage, found: re.Match[str]) -> bool:
    """Whether every fixed word begins where a word of the text does, and is no part of a longer one."""
    for i, words in enumerate(found.groups(), 1):
        start = found.start(i) + (len(words) - len(words.lstrip("，；：、“”")))
        bare = words.strip("，；：、“”")
        if bare and not (
            passage.edges[start] == "1" and _begins(bare, passage.first_word(start, len(passage.text)))
        ):
            return False
    return True


def _begins(words: str, word: str) -> bool:
    return words.startswith(word) or (word.startswith(words) and len(words) > 1)


def _text(frame: Frame, found: re.Match[str]) -> str:
    words = iter(found.groups())
    return "".join("…" if part in ("…", "……") else next(words) for part in frame.parts)


@cache
def _table(name: str) -> Table:
    """The frames of a list, each under the words of which it must have one."""
    table: dict[str, list[Frame]] = {}
    for line in lines(name):
        function, written = line.split("\t")
        parts = tuple(_PART.findall(written.removesuffix("。")))
        fixed = [part for part in parts if part not in ("…", "……")]
        needed = min(fixed, key=lambda part: (part.count("|"), -len(part)))
        pattern = "".join(map(_pattern, parts[:-1])) + _last(parts[-1])
        if written.endswith("。"):
            pattern += _ENDS
        frame = Frame(parts, re.compile(pattern), function)
        for key in needed.strip("（）").split("|"):
            table.setdefault(key, []).append(frame)
    return table


def _pattern(part: str) -> str:
    if part == "…":
        return _SLOT
    if part == "……":
        return _WIDE
    return f"({part.strip('（）')})"


def _last(part: str) -> str:
    """The last slot need not be read to its end."""
    return "(?=[^，。；：！？…])" if part == "…" else _pattern(part)
