"""What a reader sees of Word files: LibreOffice sets the pages, and every line is measured in mm."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest

MM = 25.4 / 72
LEFT, RIGHT, TOP, BOTTOM = 28, 210 - 26, 37, 37 + 225
"""The edges of the type area."""
EM = (16 - 0.25) * MM
LINE = 28.95 * MM

needs_office = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="soffice (libreoffice-writer) or pdftotext (poppler-utils) is not installed",
)
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</word>')


@dataclass(frozen=True)
class Row:
    """A line of a page: its middle and edges in mm, its text without spaces."""

    middle: float
    left: float
    right: float
    text: str


@dataclass(frozen=True)
class Page:
    """A page: paper, the lines of the type area, the line under it."""

    width: float
    height: float
    rows: tuple[Row, ...]
    foot: Row | None

    @property
    def text(self) -> str:
        return "".join(row.text for row in self.rows)


def converted(files: Mapping[str, bytes], folder: Path, suffix: str) -> dict[str, Path]:
    """Each file opened by LibreOffice and saved again, as .pdf or as .docx."""
    source, target = folder / "source", folder / suffix
    source.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (source / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    names = [str(source / f"{name}.docx") for name in files]
    call = ["soffice", profile, "--headless", "--convert-to", suffix, "--outdir", str(target), *names]
    subprocess.run(call, capture_output=True, check=True, timeout=300)
    return {name: target / f"{name}.{suffix}" for name in files}


def rendered(files: Mapping[str, bytes], folder: Path) -> dict[str, list[Page]]:
    """The pages of each file."""
    return {name: list(_pages(pdf)) for name, pdf in converted(files, folder, "pdf").items()}


def _pages(pdf: Path) -> Iterator[Page]:
    call = ["pdftotext", "-bbox-layout", str(pdf), "-"]
    told = subprocess.run(call, capture_output=True, text=True, check=True).stdout
    for page in told.split("<page ")[1:]:
        size = re.match(r'width="([\d.]+)" height="([\d.]+)"', page)
        assert size
        rows = _rows(page)
        feet = [row for row in rows if row.middle > BOTTOM]
        body = tuple(row for row in rows if row.middle <= BOTTOM)
        yield Page(float(size[1]) * MM, float(size[2]) * MM, body, feet[0] if feet else None)


def _rows(page: str) -> list[Row]:
    """The words of a page gathered into lines: words whose middles are less than 3 mm apart."""
    lines: dict[float, list[tuple[float, float, str]]] = {}
    for x0, y0, x1, y1, word in _WORD.findall(page):
        middle = (float(y0) + float(y1)) / 2 * MM
        line = next((known for known in lines if abs(known - middle) < 3), middle)
        lines.setdefault(line, []).append((float(x0) * MM, float(x1) * MM, unescape(word)))
    return [
        Row(middle, min(w[0] for w in words), max(w[1] for w in words), "".join(w[2] for w in sorted(words)))
        for middle, words in sorted(lines.items())
    ]


def told(page: Page) -> str:
    """A page in one line: paper, lines, the most characters on one, the page number and its place."""
    foot = page.foot
    number = f"{foot.text} at {foot.left:.1f} mm, {foot.middle - BOTTOM:.1f} mm below" if foot else "none"
    most = max((len(row.text) for row in page.rows), default=0)
    paper = f"{page.width:.0f} × {page.height:.0f} mm"
    return f"{paper}, {len(page.rows)} lines, at most {most} characters, page number {number}"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        for path in map(Path, sys.argv[1:]):
            for page in rendered({path.stem: path.read_bytes()}, Path(scratch))[path.stem]:
                print(f"{path}: {told(page)}")
