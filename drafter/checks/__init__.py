"""Read a draft over.  Each check is a function: the shown outline → problems; this is their table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from drafter.checks.marks import slips
from drafter.checks.seams import seams
from drafter.outline import Outline
from drafter.problem import Problem

CHECKS: dict[str, Callable[[Outline], Iterator[Problem]]] = {
    "标记": slips,
    "接缝": seams,
}


def check(page: Outline) -> list[Problem]:
    """What a careful reader would mark on a page, in reading order, each with the check that found it."""
    return [replace(problem, check=name) for name, find in CHECKS.items() for problem in find(page)]
