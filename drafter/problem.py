"""What is wrong, where, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file that the writer can open; line and column count from 1, 0 is unknown."""

    path: Path | None = None
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.path or "", self.line, self.column) if part)


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Problem:
    """One complaint, in the writer's language: what, where, and the cure."""

    message: str
    at: Place = NOWHERE
    hint: str = ""
    check: str = ""

    def __str__(self) -> str:
        place = f"{self.at} " if str(self.at) else ""
        return f"{place}{self.message}" + (f" → {self.hint}" if self.hint else "")


class DraftError(Exception):
    """Problems that stop the work.  Only the command line catches it."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def stop(message: str, at: Place = NOWHERE, hint: str = "") -> DraftError:
    """The error to raise for a single problem."""
    return DraftError(Problem(message, at, hint))
