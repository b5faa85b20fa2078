"""Text cut for the index: into pairs of characters, so that no dictionary is needed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from operator import add

from drafter.chinese import HAN

PAIR = 2
"""Characters of most words."""
LONGEST = 8
"""Characters of the longest word of the vocabulary."""
_RUNS = re.compile(f"[{HAN}]+|[A-Za-z0-9]+")
_QUOTES = str.maketrans("", "", "“”‘’《》〈〉")
_SMALL = re.compile("[的了和与及在是对把将为以等]")
"""Words of one character that say nothing of what a text is about."""


def pairs(text: str) -> list[str]:
    """Every two neighbouring characters of the text, quotation marks not counted."""
    return [pair for run in _runs(text) for pair in _pairs(run)]


def pairs_and_ends(text: str) -> list[str]:
    """The pairs, and the last character of each run, so that every character begins something."""
    return [pair for run in _runs(text) for pair in (*_pairs(run), run[-1])]


def bare(text: str) -> str:
    """The text as its words are looked for in it: without quotation marks, in small letters."""
    return text.translate(_QUOTES).lower()


def _runs(text: str) -> list[str]:
    return _RUNS.findall(text.translate(_QUOTES))


def _pairs(run: str) -> list[str]:
    return [*map(add, run, run[1:])] or [run] if _is_han(run) else [run.lower()]


def _is_han(run: str) -> bool:
    return run > "z"  # a run is of one script, and the other is ASCII


def term(text: str) -> str:
    """The text as FTS5 is asked for it: all of its pairs; a single character begins a pair."""
    return " ".join(f'"{pair}"' for pair in pairs(text)) + ("*" if len(text) == 1 else "")


def words_of(text: str, known: Callable[[str], bool]) -> Iterator[str]:
    """The text cut into the longest words that are known, and what lies between into pairs."""
    for run in _runs(text):
        at = loose = 0
        while at < len(run):
            sizes = range(min(LONGEST, len(run) - at), 1, -1)
            size = next((n for n in sizes if known(run[at : at + n])), 0)
            if size > PAIR and _begins_another(run, at + size - 1, known) and known(run[at : at + size - 1]):
                size -= 1
            if size:
                yield from _unknown(run[loose:at])
                yield run[at : at + size]
                loose = at + size
            at += size or 1
        yield from _unknown(run[loose:])


def _begins_another(run: str, last: int, known: Callable[[str], bool]) -> bool:
    """凝聚｜力量: whether the last character of a word makes one with the next, which else is left alone."""
    alone = last + 2 == len(run) or not known(run[last + 1 : last + 3])
    return last + 1 < len(run) and alone and known(run[last : last + 2])


def _unknown(run: str) -> Iterator[str]:
    """Words of a stretch that holds none that is known: pairs, where it is of even length.

    Small words part them, but for one that makes a pair with another character: 和平.
    """
    parts = filter(None, _SMALL.split(run))
    for part in [run] if len(run) == PAIR and len([*_SMALL.finditer(run)]) == 1 else parts:
        step = 2 if _is_han(part) and len(part) % 2 == 0 else len(part)
        yield from (part[i : i + step] for i in range(0, len(part), step))
