"""Files: read within a limit, written whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from drafter.problem import DraftError, Place, Problem, stop

LARGEST = 64 * 1024 * 1024
"""Bytes; a longer file is nobody's essay."""


def read_bytes(path: Path, limit: int = LARGEST) -> bytes:
    """What the file holds; a `DraftError` where it is missing, unreadable or over `limit` bytes."""
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise stop(f"打不开文件（{_reason(error)}）", Place(path), "检查路径和权限") from error
    if len(data) > limit:
        raise stop(f"文件超过 {limit // 1024 // 1024} MB", Place(path), "拆成几份再来")
    return data


def write_whole(contents: Mapping[Path, bytes], *, force: bool = False) -> None:
    """All of `contents`, each file whole; nothing where one exists already or cannot be written."""
    if not force:
        _refuse_to_overwrite(contents)
    beside: dict[Path, Path] = {}
    try:
        for path, data in contents.items():
            with writing(path):
                beside[path] = _beside(path)
                _fill(beside[path], data)
        for path, temporary in beside.items():
            with writing(path):
                temporary.replace(path)
    finally:
        for temporary in beside.values():
            temporary.unlink(missing_ok=True)


def _refuse_to_overwrite(contents: Mapping[Path, bytes]) -> None:
    there = []
    for path in contents:
        with writing(path):
            if path.exists():
                there.append(path)
    if there:
        cure = "换一个文件名（-o），或加 --force 覆盖"
        raise DraftError(*(Problem("文件已经存在，没有改动它", Place(p), cure) for p in there))


def _beside(path: Path) -> Path:
    """A temporary file in the folder of `path`."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "")
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".draft-")
    os.close(handle)
    return Path(name)


def _fill(path: Path, data: bytes) -> None:
    """The data safely on the disk, for whoever may read what the writer makes."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    path.chmod(0o666 & ~_umask())


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """What the system refuses to write, as a problem of the file or folder that was meant."""
    try:
        yield
    except OSError as error:
        raise stop(f"写不进去（{_reason(error)}）", Place(path), _cure(error)) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


_PLACE, _ROOM = "换一个名字或文件夹，或检查权限", "腾出空间，再来一次"
_REASONS = {
    errno.ENOENT: ("没有这个文件或文件夹", _PLACE),
    errno.EACCES: ("没有权限", _PLACE),
    errno.EPERM: ("没有权限", _PLACE),
    errno.EISDIR: ("这是一个文件夹", _PLACE),
    errno.ENOTDIR: ("路径中有一段不是文件夹", _PLACE),
    errno.EEXIST: ("已经有一个同名的文件", _PLACE),
    errno.ENAMETOOLONG: ("名字太长", "换一个短一点的名字"),
    errno.EROFS: ("磁盘是只读的", "换一个文件夹"),
    errno.EFBIG: ("文件太大了", "换一个磁盘，或少写一些"),
    errno.ENOSPC: ("磁盘满了", _ROOM),
    errno.EDQUOT: ("磁盘配额用完了", _ROOM),
}
"""What the system says, as one says it, and what to do about it."""


def _reason(error: OSError) -> str:
    return _REASONS.get(error.errno or 0, (error.strerror or str(error), ""))[0]


def _cure(error: OSError) -> str:
    return _REASONS.get(error.errno or 0, ("", _PLACE))[1]
