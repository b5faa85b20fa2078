"""Where the texts of an archive come from: folders, files, patterns, and the rows of a table."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from glob import has_magic
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from drafter.files import read_bytes
from drafter.problem import DraftError, Place, Problem, stop

READ = (".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".jsonl", ".csv")
UNREAD = (".doc", ".wps", ".pdf", ".rtf", ".odt", ".ppt", ".pptx")
"""Documents that we cannot read; they are named, not passed over."""
TEXT_COLUMNS = ("text", "正文", "内容", "全文", "文本", "content", "body")
TITLE_COLUMNS = ("title", "题目", "标题")
_TEXT_COLUMN = "正文那一栏叫 " + " 或 ".join(TEXT_COLUMNS[:3])
_LONGEST_FIELD = 2**31 - 1


class Row(NamedTuple):
    """A row of a table: the line where it ends, and what stands in its columns; None where it is none."""

    line: int
    columns: Mapping[str, Any] | None


class Text(NamedTuple):
    """A document to be: its bytes, the path that tells how to read them, its title where known."""

    data: bytes
    path: Path
    at: Place
    title: str = ""

    def mark(self, own: bool) -> str:
        """What tells this very file from every other, so that it is not mined twice the same way."""
        name = f"{self.path.stem}\0{self.title}\0".encode()
        return blake2b(name + self.data, digest_size=8).hexdigest() + ("+" if own else "")


def found(paths: Iterable[str | Path]) -> tuple[list[Path], list[Problem]]:
    """The files that are meant, each once and in order, and what among the paths cannot be read.

    A `DraftError` names every path that leads nowhere.
    """
    meant = {Path(path): [*_files(Path(path))] for path in paths}
    files = sorted({file for inside in meant.values() for file in inside})
    missing = [
        Problem("没有这个文件或文件夹", Place(path), "检查路径") for path in files if not path.exists()
    ]
    if missing:
        raise DraftError(*missing)
    cure = "用原来的软件另存为 .docx 或 .txt，再挖一遍"
    unread = [Problem("读不了这种文件", Place(path), cure) for path in files if path.suffix.lower() in UNREAD]
    unread += [
        Problem("文件夹里没有能读的文稿", Place(path), "放进 " + " ".join(READ) + " 再来")
        for path, inside in meant.items()
        if not inside
    ]
    return [path for path in files if path.suffix.lower() not in UNREAD], unread


def _files(path: Path) -> Iterator[Path]:
    """The file itself, what a folder holds below it, or what a pattern matches."""
    if path.is_dir():
        inside = (file for file in path.rglob("*") if file.suffix.lower() in (*READ, *UNREAD))
        yield from (file for file in inside if file.is_file() and not file.name.startswith((".", "~$")))
    elif has_magic(str(path)) and not path.exists():
        matched = [*Path(path.anchor).glob(str(path.relative_to(path.anchor)))]
        yield from (file for match in matched for file in _files(match))
        if not matched:
            yield path
    else:
        yield path


def texts(files: Iterable[Path]) -> Iterator[Text | Problem]:
    """The texts of the files one by one, with a problem in place of what cannot be read."""
    for path in files:
        try:
            if _is_table(path):
                yield from (_text_of(row, n, path) for n, row in enumerate(_rows(path), 1))
            else:
                yield Text(read_bytes(path), path, Place(path))
        except DraftError as error:
            yield from error.problems


def how_many(files: Iterable[Path]) -> int:
    """How many texts the files hold."""
    return sum(_rows_in(path) if _is_table(path) else 1 for path in files)


def _rows_in(path: Path) -> int:
    try:
        return sum(1 for _ in _rows(path))
    except DraftError:
        return 1


def _is_table(path: Path) -> bool:
    return path.suffix.lower() in _TABLES


def _rows(path: Path) -> Iterator[Row]:
    """The rows of a table; a `DraftError` where it has none."""
    rows = _TABLES[path.suffix.lower()](path)
    for first in rows:
        yield first
        yield from rows
        return
    raise stop("表格里一篇也没有", Place(path), "一行写一篇")


def _text_of(row: Row, n: int, path: Path) -> Text | Problem:
    """The `n`-th text of a table."""
    at, columns = Place(path, row.line), row.columns
    if columns is None:
        return Problem("这一行不是一篇文稿", at, f'一行写一篇，如 {{"{TEXT_COLUMNS[0]}": "……"}}')
    name = next((name for name in TEXT_COLUMNS if str(columns.get(name) or "").strip()), None)
    if name is None:
        return Problem("这一行没有正文", at, _TEXT_COLUMN)
    title = next((str(columns[name]).strip() for name in TITLE_COLUMNS if columns.get(name)), "")
    return Text(str(columns[name]).encode(), path.with_name(f"{path.stem}-{n}.txt"), at, title)


def _json_lines(path: Path) -> Iterator[Row]:
    """The rows of a .jsonl file."""
    for n, line in enumerate(_lines(path), 1):
        if line.strip():
            try:
                columns = json.loads(line)
            except (ValueError, RecursionError):
                columns = None
            yield Row(n, columns if isinstance(columns, dict) else None)


def _comma_separated(path: Path) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST_FIELD)
    rows = csv.DictReader(_lines(path))
    try:
        if not {*TEXT_COLUMNS} & {*(rows.fieldnames or ())}:
            raise stop("表格里没有正文那一栏", Place(path, 1), f"第一行写各栏的名字，{_TEXT_COLUMN}")
        for columns in rows:
            yield Row(rows.line_num, columns)
    except csv.Error as error:
        raise stop(f"表格写得不对（{error}）", Place(path), "用表格软件另存为 UTF-8 的 .csv") from error


def _lines(path: Path) -> Iterator[str]:
    """The lines of a table, whose encoding is UTF-8 or, from an older spreadsheet, GB18030."""
    try:
        with path.open(encoding=_encoding(path), newline="") as file:
            yield from file
    except (OSError, UnicodeDecodeError) as error:
        raise stop("打不开这个表格", Place(path), "检查权限；另存为 UTF-8") from error


def _encoding(path: Path) -> str:
    with path.open(encoding="utf-8-sig") as file:
        try:
            while file.read(1 << 20):
                pass
        except UnicodeDecodeError:
            return "gb18030"
    return "utf-8-sig"


_TABLES = {".jsonl": _json_lines, ".csv": _comma_separated}
