"""The clauses that stand right before a group of parallel units, and right behind it."""

from __future__ import annotations

from drafter.mining.lexicon import any_of
from drafter.mining.view import Passage, Span

STOPS = frozenset("。；：！？…")
OPEN = STOPS | frozenset("，、—（）《》 ")
QUOTES = frozenset("“”")
MARKS = OPEN | QUOTES


def outside(passage: Passage, end: int) -> int:
    """Behind the quotation mark that closes there."""
    return end + (passage.text[end : end + 1] == "”")


def at_mark(text: str, at: int, step: int, marks: frozenset[str]) -> int:
    """Where the next mark stands from `at` on, forwards or backwards; at most the end of the text."""
    while 0 <= at < len(text) and text[at] not in marks:
        at += step
    return min(at, len(text))


def clauses_before(passage: Passage, first: Span) -> Span | None:
    """As many clauses before the group as a unit has."""
    text, end = passage.text, first.start - 1
    if end < 1 or text[end] not in "，、":
        return None
    start, marks = end, OPEN if "”" in text[max(first.start - 2, 0) : first.end] else MARKS
    if clauses := text[end] == text[first.end] == "，":
        marks -= {"、"}
    for _ in range(1 + (text.count("，", *first) if clauses else commas(text, first))):
        start = at_mark(text, start - 1, -1, marks)
    return Span(max(start + 1, 0), end)


def clauses_behind(passage: Passage, at: int, clauses: int) -> Span:
    """As many clauses behind a mark as are asked for, without the 也 that ties them to it."""
    end = at
    for _ in range(clauses):
        end = at_mark(passage.text, end + 1, 1, MARKS)
    tie = any_of("climbing").match(passage.text, at + 1, end - 2)
    return Span(tie.end() if tie else at + 1, end)


def commas(text: str, unit: Span) -> int:
    """How many marks part a unit."""
    return text.count("，", *unit) + text.count("、", *unit)
