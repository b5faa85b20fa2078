"""Words that call for each other across a comma: 不仅…，更…; 既…，又…."""

from __future__ import annotations

from functools import cache

from drafter.mining.lexicon import lines


@cache
def calls() -> tuple[tuple[str, str], ...]:
    """Each word that calls, with each word that answers it."""
    rows = (line.split() for line in lines("correlatives"))
    return tuple((call, answer) for call, *answers in rows for answer in answers)


@cache
def calling() -> frozenset[str]:
    """The words that call."""
    return frozenset(call for call, _ in calls())


@cache
def answering() -> frozenset[str]:
    """What the words that answer begin with."""
    return frozenset(answer[0] for _, answer in calls())


def call_of(one: str, other: str) -> tuple[str, str] | None:
    """The two words with which `one` calls and `other` answers."""
    if other[:1] not in answering():
        return None
    return next((pair for pair in calls() if one.startswith(pair[0]) and other.startswith(pair[1])), None)
