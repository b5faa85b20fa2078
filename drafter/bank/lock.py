"""One writer at a time: a bank that somebody is adding to is not changed by anybody else."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from drafter.files import writing
from drafter.problem import Place, stop

_NAME = ".draft-lock"


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Nobody else changes the bank in `folder` meanwhile; a `DraftError` where somebody does.

    The system lets go of the lock when the process ends, however it ends.  A folder that is made for
    it and stays empty goes again.
    """
    path = folder / _NAME
    made = [step for step in (folder, *folder.parents) if not step.exists()]
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        if not (_taken(handle) and _is_file(handle, path)):
            cure = "等它结束再来；两边都写不会乱，只是要一个一个来"
            raise stop("另一个 draft 正在写这个词库", Place(folder), cure)
        try:
            yield
        finally:
            with suppress(OSError):  # Windows does not part with an open file; it is empty, let it lie
                path.unlink()
    finally:
        os.close(handle)
        with suppress(OSError):  # it is not empty
            for step in made:
                step.rmdir()


def _is_file(handle: int, path: Path) -> bool:
    """Whether the open file is still the one at `path`: its last owner may have taken it away."""
    return path.exists() and os.path.samestat(os.fstat(handle), path.stat())


if sys.platform == "win32":
    import msvcrt

    def _taken(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
