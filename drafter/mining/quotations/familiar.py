"""Which sayings everybody knows, and which of them are quoted with a wrong character."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from drafter.mining.lexicon import lines, listed

_WORD = 4
"""Characters of an idiom."""


def are_known(clauses: list[str], *, free: bool) -> bool:
    """Whether the clauses make a saying that everybody knows; where it is `free`, one of them may do."""
    return (any if free else all)(clause in _sayings() for clause in clauses)


def stands_by_itself(clause: str) -> bool:
    """Whether the clause alone is a line or a saying that everybody knows, and no word of four characters."""
    return len(clause) > _WORD and clause in listed("proverbs")


def is_misquoted(clauses: list[str]) -> bool:
    """Whether one half of a known saying stands beside the other with a wrong character."""
    others = {other for clause in clauses for other in _partners().get(clause, ())}
    unknown = [clause for clause in clauses if clause not in _sayings()] if others else []
    return any(_is_nearly(clause, other) for clause in unknown for other in others)


@cache
def _partners() -> Mapping[str, frozenset[str]]:
    """The clauses of each saying by every one of them."""
    sayings = [frozenset(saying.split("，")) for line in lines("couplets") for saying in line.split("；")]
    return {clause: saying for saying in sayings for clause in saying}


def _is_nearly(clause: str, known: str) -> bool:
    return len(clause) == len(known) > 3 and sum(a != b for a, b in zip(clause, known, strict=True)) == 1


@cache
def _sayings() -> frozenset[str]:
    return listed("proverbs") | set(
        re.findall("[\u4e00-\u9fff]+", " ".join((*lines("couplets"), *lines("halves"))))
    )
