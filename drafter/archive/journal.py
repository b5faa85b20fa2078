"""What was mined but is not in the bank yet, line by line beside it, so that no work is lost.

A line is a whole bank, and banks add by union: a line read twice, or one that is in the bank
already, changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from drafter.bank import Bank
from drafter.bank.wire import unpacked
from drafter.files import writing

_NAME = ".draft-journal"
_HALF_WRITTEN = ".draft-????????"
"""How `write_whole` calls a file that is not in its place yet."""


def replayed(folder: Path) -> Iterator[Bank]:
    """The banks that the journal holds; a last line that was cut off is not there."""
    path = folder / _NAME
    if not path.exists():
        return
    _mend(path)
    with path.open(encoding="utf-8") as file:
        yield from map(unpacked, file)


def _mend(path: Path) -> None:
    """Take away what stands behind the last whole line."""
    data = path.read_bytes()
    whole = data.rfind(b"\n") + 1
    if whole < len(data):
        with path.open("r+b") as file:
            file.truncate(whole)


def written(folder: Path, lines: Iterator[str]) -> Iterator[str]:
    """The lines, each handed on when it is on the disk."""
    path = folder / _NAME
    for line in lines:
        with writing(path), path.open("ab") as file:
            file.write(f"{line}\n".encode())
        yield line


def journalled(folder: Path) -> bool:
    """Whether there is anything that the bank may not hold yet."""
    path = folder / _NAME
    return path.exists() and path.stat().st_size > 0


def forget(folder: Path) -> None:
    """The bank holds it all now; what a killed run left half written goes too."""
    for path in (folder / _NAME, *folder.glob(_HALF_WRITTEN)):
        path.unlink(missing_ok=True)
