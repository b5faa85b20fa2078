"""Files on one side, the outline on the other; one module for each format, loaded when needed."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from drafter.files import read_bytes
from drafter.outline import Outline
from drafter.problem import Place, stop

if TYPE_CHECKING:
    from drafter.formats.look import Look

READERS = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".docx": "word",
    ".txt": "text",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
}
"""The module that reads a file, by the suffix that its contents call for."""

WRITERS = {
    ".yaml": "yaml",
    ".docx": "word",
    ".txt": "text",
    ".md": "markdown",
    ".html": "html",
}
"""The module that writes a file, by its suffix."""


def read(path: Path) -> Outline:
    """The outline that the file at `path` holds, whatever its format; contents beat the suffix."""
    return read_from(read_bytes(path), path)


def read_from(data: bytes, path: Path) -> Outline:
    """The outline that `data` holds, which came from `path`."""
    if not data.strip():
        raise stop("文件是空的", Place(path), "检查是不是存错了文件")
    outline: Outline = _module(READERS[_format_of(data, path)]).read(data, path)
    return outline


def noise_in(path: Path) -> list[tuple[Place, str]]:
    """What of the text or web page at `path` is not its essay, piece by piece, each with its place."""
    data = read_bytes(path)
    cleaned = getattr(_module(READERS[_format_of(data, path)]), "cleaned", None)
    rows = cleaned(data, path).noise if cleaned else ()
    return [(Place(path, row.line, row.column), row.text) for row in rows]


def write(
    outline: Outline, path: Path, *, look: Look | None = None, clean: bool = False, todo: bool = True
) -> bytes:
    """What the file at `path` shall hold, in the format of its suffix.

    Word alone has a look, and a list of what is to be filled in (`todo`).
    """
    name = WRITERS.get(path.suffix.lower())
    if not name:
        raise stop(f"不认识的格式“{path.suffix}”", Place(path), "可用：" + " ".join(WRITERS))
    if name == "word":
        from drafter.formats.look import LOOKS
        from drafter.formats.word import write as write_word

        return write_word(outline, look=look or LOOKS["公文"], clean=clean, todo=todo)
    data: bytes = _module(name).write(outline)
    return data


def _format_of(data: bytes, path: Path) -> str:
    if path.suffix.lower() in (".yaml", ".yml"):
        return ".yaml"
    from drafter.formats.sniff import format_of

    return format_of(data, path)


def _module(name: str) -> ModuleType:
    return import_module(f"drafter.formats.{name}")
