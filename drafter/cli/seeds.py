"""The seed of a draft that was given none: every new draft in a folder takes the next batch of phrases.

It is written into the draft, so that any draft can be made again, and to make it again keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_NEWEST = 50
"""Drafts of a folder that are looked at."""
_MOST = 1 << 20
"""Bytes of a draft that are looked at."""
_RECORD = re.compile(r"^已给:\n((?: .*\n|\n)+)", re.M)
_SEED = re.compile(r"^ +种子: *['\"]?(-?\d{1,18})['\"]? *\n", re.M)


class _Record(NamedTuple):
    """What a draft was made from: the answers as they stand in its outline, and the seed."""

    answers: str
    seed: int


def seed_for(outline: Path, text: str) -> int:
    """The seed for a draft whose outline is to stand at `outline` and reads `text`, its phrases apart.

    The draft that stands there is made again, and so is one of the same answers under another name;
    any other is new, and comes after those beside it.
    """
    for record in _records([outline]):
        return record.seed
    answers = {record.answers for record in _of(text)}
    others = [*_records(sorted(outline.parent.glob("*.yaml"), key=_age)[:_NEWEST])]
    same = (record.seed for record in others if record.answers in answers)
    return min(same, default=max((record.seed for record in others), default=-1) + 1)


def _records(paths: list[Path]) -> Iterator[_Record]:
    """The records of the drafts among the files; what cannot be read is none."""
    for path in paths:
        with suppress(OSError), path.open(encoding="utf-8", errors="replace") as file:
            yield from _of(file.read(_MOST))


def _of(text: str) -> Iterator[_Record]:
    for record in _RECORD.findall(text):
        for seed in _SEED.findall(record):
            yield _Record(_SEED.sub("", record), int(seed))


def _age(path: Path) -> tuple[float, str]:
    """To sort by, the newest first; what cannot be looked at is oldest."""
    with suppress(OSError):
        return -path.stat().st_mtime, path.name
    return 0.0, path.name
