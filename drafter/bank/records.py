"""A phrase and a document as they are read from the YAML of a bank.

What we write is regular enough to be read by pattern, for banks hold a million phrases; a record
that a person wrote otherwise is read as the YAML that it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from drafter.bank.model import OWN, STATES, Context, Document, Entry, Phrase
from drafter.bank.scalars import ONE, source_of, text_of, texts_of
from drafter.outline import Source
from drafter.problem import DraftError, Place, Problem, stop

if TYPE_CHECKING:
    from drafter.yamlfile import Node

_Record = TypeVar("_Record")


_LIST = rf"\[((?:{ONE}(?:, {ONE})*)?)\]"
_SECTION = rf"\[[0-9]{{1,9}}(?:, {ONE})+\]"
_SKIP = r"(?:[ \t]*(?:#[^\n]*)?\n)*"


_PHRASE = re.compile(
    rf"{_SKIP} *- 短语: ({ONE})\n(?: +分项: {_LIST}\n)?(?: +谁说: ({ONE})\n)?(?: +功能: ({ONE})\n)?"
    rf"(?: +释义: ({ONE})\n)?(?: +状态: ({'|'.join(STATES)})\n)?"
    rf"(?: +出处:(?: ({ONE})| (\[\])|((?:\n +- {ONE})+))\n)?(?:  异文:\n)?(?={_SKIP}(?:- |\Z)| +- 短语: )"
)
_DOCUMENT = re.compile(
    rf"{_SKIP}- 文档: ({ONE})\n(?:  文件: ({ONE})\n)?(?:  字数: (\d+)\n)?(?:  指纹: ({ONE})\n)?"
    rf"(?:  原件: {_LIST}\n)?(?:  各节:\n((?:  - {_SECTION}\n)+))?(?=- |\Z)"
)
_BLOCK = 1 << 20
_TOLD = 20
"""Mistakes in one file that are told at once."""


def read_phrases(path: Path) -> Iterator[Entry]:
    """Every phrase of the file; its name is their kind."""
    return _read(path, _PHRASE, _quick_phrase(path.stem), _slow_phrases(path.stem))


def read_documents(path: Path) -> Iterator[Document]:
    """Every document of the file."""
    return _read(path, _DOCUMENT, _quick_document, _slow_document)


def phrases_in(text: str, path: Path) -> Iterator[Entry]:
    """The phrases of a piece of the file at `path` that is known to be right."""
    return _records(text, path, 1, _PHRASE, _quick_phrase(path.stem), _slow_phrases(path.stem), [])


def _read(
    path: Path,
    regular: re.Pattern[str],
    quick: Callable[[re.Match[str]], _Record],
    slow: Callable[[Node], Iterator[_Record]],
) -> Iterator[_Record]:
    """The records of a file; what is wrong with it is said at its end, all at once."""
    wrong: list[Problem] = []
    for line, text in _blocks(path):
        yield from _records(text, path, line, regular, quick, slow, wrong)
    if wrong:
        raise DraftError(*wrong[:_TOLD])


def _records(
    text: str,
    path: Path,
    line: int,
    regular: re.Pattern[str],
    quick: Callable[[re.Match[str]], _Record],
    slow: Callable[[Node], Iterator[_Record]],
    wrong: list[Problem],
) -> Iterator[_Record]:
    """The records of a text: those of the regular form by `quick`, any other by `slow`."""
    at = counted = 0
    while at < len(text):
        found = regular.match(text, at)
        if found:
            yield quick(found)
            at = found.end()
        else:
            line, counted = line + text.count("\n", counted, at), at
            at = text.find("\n- ", at) + 1 or len(text)
            yield from _irregular(text[counted:at], path, line, slow, wrong)


def _blocks(path: Path) -> Iterator[tuple[int, str]]:
    """The file in pieces of whole records, each with the number of its first line."""
    line, rest = 1, ""
    try:
        with path.open(encoding="utf-8-sig") as file:
            while piece := file.read(_BLOCK):
                rest += piece
                cut = rest.rfind("\n- ") + 1
                if cut:
                    yield line, rest[:cut]
                    line, rest = line + rest.count("\n", 0, cut), rest[cut:]
    except UnicodeDecodeError as error:
        raise stop("不是 UTF-8 文字", Place(path, line), "用编辑器另存为 UTF-8") from error
    except OSError as error:
        raise stop("打不开词库文件", Place(path), "检查权限") from error
    if rest:
        yield line, rest if rest.endswith("\n") else f"{rest}\n"


def _irregular(
    text: str, path: Path, line: int, slow: Callable[[Node], Iterator[_Record]], wrong: list[Problem]
) -> list[_Record]:
    """The records of a piece that a person wrote, whose first line is number `line`."""
    if not re.search(r"^[ \t]*[^#\s]", text, re.M):
        return []
    try:
        return _by_hand(text, path, slow)
    except DraftError as error:
        wrong += (_moved(problem, line - 1) for problem in error.problems)
        return []


def _by_hand(text: str, path: Path, slow: Callable[[Node], Iterator[_Record]]) -> list[_Record]:
    """The records of a piece that is read as the YAML that it is, if it is some."""
    from drafter.bank.slips import slips
    from drafter.yamlfile import parse

    wrong = [*slips(text, path)]
    if wrong:
        raise DraftError(*wrong)
    root = parse(text.encode(), path)
    found = [record for item in root.items() for record in slow(item)]
    root.verdict()
    return found


def _moved(problem: Problem, lines: int) -> Problem:
    return replace(problem, at=replace(problem.at, line=problem.at.line + lines))


def _quick_phrase(kind: str) -> Callable[[re.Match[str]], Entry]:
    def quick(found: re.Match[str]) -> Entry:
        text, units, by, function, meaning, state, place, none, places = found.groups("")
        phrase = Phrase(
            kind, text_of(text), texts_of(units), text_of(by), text_of(function), text_of(meaning)
        )
        said = [place] if place else [line.lstrip()[2:] for line in places.splitlines()[1:]]
        sources = tuple(source_of(text_of(source)) for source in said)
        return Entry(phrase, sources or (() if none else (Source(OWN),)), state)

    return quick


def _quick_document(found: re.Match[str]) -> Document:
    name, file, characters, sign, marks, contexts = found.groups("")
    rows = (texts_of(line[5:-1]) for line in contexts.splitlines())
    sections = tuple(Context(int(start), heading, tuple(words)) for start, heading, *words in rows)
    return Document(
        text_of(name), text_of(sign), sections, texts_of(marks), text_of(file), int(characters or 0)
    )


def _slow_phrases(kind: str) -> Callable[[Node], Iterator[Entry]]:
    def slow(node: Node) -> Iterator[Entry]:
        if node.is_text():
            yield Entry(Phrase(kind, node.line()), (Source(OWN),))
            return
        said = node.fields(("短语", "分项", "谁说", "功能", "释义", "状态", "出处", "异文"))
        text, by, function, meaning, state = (
            _said(said, k) for k in ("短语", "谁说", "功能", "释义", "状态")
        )
        if not text:
            node.fail("这一条没有“短语”", "写成“- 短语: …”")
        if state and state not in STATES:
            said["状态"].fail(f"不认识的状态“{state}”", "可用：" + " ".join(STATES))
        units = tuple(unit.line() for unit in _each(said, "分项"))
        sources = tuple(source_of(source.line()) for source in _each(said, "出处"))
        own = () if "出处" in said and said["出处"].is_list() else (Source(OWN),)
        yield Entry(Phrase(kind, text, units, by, function, meaning), sources or own, state)
        for other in _each(said, "异文"):
            yield from slow(other)

    return slow


def _slow_document(node: Node) -> Iterator[Document]:
    said = node.fields(("文档", "文件", "字数", "指纹", "原件", "各节"))
    characters = _said(said, "字数")
    if not _said(said, "文档"):
        node.fail("这一条没有“文档”", "写成“- 文档: 题目（作者）”")
    yield Document(
        _said(said, "文档"),
        _said(said, "指纹"),
        tuple(map(_slow_context, _each(said, "各节"))),
        tuple(mark.line() for mark in _each(said, "原件")),
        _said(said, "文件"),
        int(characters) if characters.isdecimal() else 0,
    )


def _slow_context(node: Node) -> Context:
    start, *rest = [cell.line() for cell in node.items()] or [""]
    if not (rest and start.isdecimal()):
        node.fail("这一节写得不对", "写成“- [起始段号, 标题, 关键词, …]”")
        return Context(0)
    return Context(int(start), rest[0], tuple(rest[1:]))


def _said(fields: Mapping[str, Node], name: str) -> str:
    return fields[name].line() if name in fields else ""


def _each(fields: Mapping[str, Node], name: str) -> list[Node]:
    return fields[name].items() if name in fields else []
