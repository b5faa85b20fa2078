"""Plain text: one paragraph a line, structure told by the words alone; it loses nothing but the roles."""

from __future__ import annotations

from pathlib import Path

from drafter.cleaning import Cleaned, clean, decode
from drafter.formats.page import Line, lay_out
from drafter.formats.structure import understood
from drafter.outline import Outline
from drafter.problem import Place, stop


def read(data: bytes, path: Path) -> Outline:
    """The outline that a text shows, whatever its encoding, freed of what a copy brought along."""
    return understood(cleaned(data, path), Place(path, 1))


def cleaned(data: bytes, path: Path) -> Cleaned:
    """The lines of the text, and what was taken out of it."""
    text = clean(decode(data, path))
    if not text.rows:
        raise stop("文件里没有正文", Place(path), "检查是不是存错了文件")
    return text


def write(outline: Outline) -> bytes:
    """The page as text, each paragraph a line."""
    return "".join(f"{_shown(line)}\n" for line in lay_out(outline)).encode()


def _shown(line: Line) -> str:
    if line.depth:
        return f"{line.heading}{line.rest}".rstrip()
    return line.text
