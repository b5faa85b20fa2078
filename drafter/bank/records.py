"""A phrase and a document as they stand in the YAML of a bank, written and read.

What we write is regular enough to be read by pattern, for banks hold a million phrases; a record
that a person wrote otherwise is read as the YAML that it is.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from drafter.bank.model import OWN, STATES, Context, Document, Entry, Phrase
from drafter.bank.sameness import key
from drafter.outline import Source
from drafter.problem import DraftError, Place, Problem, stop

if TYPE_CHECKING:
    from drafter.yamlfile import Node

_Record = TypeVar("_Record")


PHRASES_NOTE = """\
# 一条短语一个“-”。整条删掉就没有了；加一行“  状态: 禁用”，以后不再用它。
# 自己的短语照样写在这里，不写出处就记作“自己”。
# 想记几句话，写在那一条上面，用“# ”打头，再挖也留着。
"""
DOCUMENTS_NOTE = """\
# 挖过的文档，由程序记着，不必改。删掉一条，下回会再挖它一遍。
"""


def phrase_lines(some: Iterable[Entry], comments: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The entries of one kind by their text, each under its comments and over its other spellings."""
    yield PHRASES_NOTE
    if "" in comments:
        yield "\n".join((*comments[""], "", ""))
    same: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in some:
        same[key(entry.phrase.text)].append(entry)
    groups = [_in_rank(group) for group in same.values()]
    for first, *others in sorted(groups, key=lambda group: group[0].phrase):
        for entry in (first, *others):
            yield from (f"{comment}\n" for comment in comments.get(entry.phrase.text, ()))
        yield _phrase(first, "")
        if others:
            yield "  异文:\n"
            yield from (_phrase(entry, "  ") for entry in others)


def _in_rank(group: Sequence[Entry]) -> list[Entry]:
    """Spellings of one phrase, the one to show first: in most places, then shortest."""
    if len(group) == 1:
        return [*group]
    return sorted(group, key=lambda e: (-len(e.sources), len(e.phrase.text), e.phrase))


def _phrase(entry: Entry, indent: str) -> str:
    phrase = entry.phrase
    lines = (
        f"- 短语: {_scalar(phrase.text)}\n",
        phrase.units and f"  分项: {_flow(phrase.units)}\n",
        phrase.by and f"  谁说: {_scalar(phrase.by)}\n",
        phrase.function and f"  功能: {_scalar(phrase.function)}\n",
        phrase.meaning and f"  释义: {_scalar(phrase.meaning)}\n",
        entry.state and f"  状态: {entry.state}\n",
        *_source_lines([_scalar(_source(source)) for source in entry.sources]),
    )
    return "".join(indent + line for line in lines if line)


def _source_lines(sources: Sequence[str]) -> Sequence[str]:
    """A single source on the line of its key, several each on a line of their own."""
    if len(sources) < 2:
        return (f"  出处: {sources[0] if sources else '[]'}\n",)
    return ("  出处:\n", *(f"  - {source}\n" for source in sources))


def document_lines(some: Iterable[Document]) -> Iterator[str]:
    """The documents by name."""
    yield DOCUMENTS_NOTE
    yield from map(_document, sorted(some, key=lambda document: document.name))


def _document(document: Document) -> str:
    lines = [f"- 文档: {_scalar(document.name)}\n"]
    if document.file:
        lines.append(f"  文件: {_scalar(document.file)}\n")
    if document.characters:
        lines.append(f"  字数: {document.characters}\n")
    if document.fingerprint:
        lines.append(f"  指纹: {_scalar(document.fingerprint)}\n")
    if document.marks:
        lines.append(f"  原件: {_flow(document.marks)}\n")
    if document.contexts:
        lines.append("  各节:\n")
    lines += (f"  - {_flow((str(c.start), c.heading, *c.keywords))}\n" for c in document.contexts)
    return "".join(lines)


def _source(source: Source) -> str:
    if source.paragraph or not _PLACE.fullmatch(source.document):
        return str(source)
    return f"{source.document} 第0段"


_ODD = r":#,\[\]{}\"\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff"
_PLAIN = rf"(?:[^\W_]|[《〈“‘（〔【…—])[^{_ODD}]*(?<!\s)"
"""A text that YAML takes as it stands, in a list too."""
QUOTED = r'"(?:[^"\\\n]|\\.)*"'
_ONE = rf"(?:{_PLAIN}|{QUOTED})"
_LIST = rf"\[((?:{_ONE}(?:, {_ONE})*)?)\]"
_SECTION = rf"\[[0-9]{{1,9}}(?:, {_ONE})+\]"
_SKIP = r"(?:[ \t]*(?:#[^\n]*)?\n)*"


def _scalar(text: str) -> str:
    if re.fullmatch(_PLAIN, text) and text != "null":
        return text
    return re.sub(
        r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", _escaped, json.dumps(text, ensure_ascii=False)
    )


def _escaped(sign: re.Match[str]) -> str:
    return f"\\u{ord(sign[0]):04x}"


def _flow(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_scalar, texts))}]"


_PHRASE = re.compile(
    rf"{_SKIP} *- 短语: ({_ONE})\n(?: +分项: {_LIST}\n)?(?: +谁说: ({_ONE})\n)?(?: +功能: ({_ONE})\n)?"
    rf"(?: +释义: ({_ONE})\n)?(?: +状态: ({'|'.join(STATES)})\n)?"
    rf"(?: +出处:(?: ({_ONE})| (\[\])|((?:\n +- {_ONE})+))\n)?(?:  异文:\n)?(?={_SKIP}(?:- |\Z)| +- 短语: )"
)
_DOCUMENT = re.compile(
    rf"{_SKIP}- 文档: ({_ONE})\n(?:  文件: ({_ONE})\n)?(?:  字数: (\d+)\n)?(?:  指纹: ({_ONE})\n)?"
    rf"(?:  原件: {_LIST}\n)?(?:  各节:\n((?:  - {_SECTION}\n)+))?(?=- |\Z)"
)
_PLACE = re.compile(r"(.+) 第(\d{1,7})段")
_ITEM = re.compile(_ONE)
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
        phrase = Phrase(kind, _text(text), _texts(units), _text(by), _text(function), _text(meaning))
        said = [place] if place else [line.lstrip()[2:] for line in places.splitlines()[1:]]
        sources = tuple(_source_of(_text(source)) for source in said)
        return Entry(phrase, sources or (() if none else (Source(OWN),)), state)

    return quick


def _quick_document(found: re.Match[str]) -> Document:
    name, file, characters, sign, marks, contexts = found.groups("")
    rows = (_texts(line[5:-1]) for line in contexts.splitlines())
    sections = tuple(Context(int(start), heading, tuple(words)) for start, heading, *words in rows)
    return Document(_text(name), _text(sign), sections, _texts(marks), _text(file), int(characters or 0))


def _text(written: str) -> str:
    return str(json.loads(written)) if written.startswith('"') else written


def _texts(written: str) -> tuple[str, ...]:
    if '"' in written:
        return tuple(map(_text, _ITEM.findall(written)))
    return tuple(written.split(", ")) if written else ()


@lru_cache(1 << 16)
def _source_of(written: str) -> Source:
    found = _PLACE.fullmatch(written)
    return Source(found[1], int(found[2])) if found else Source(written)


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
        sources = tuple(_source_of(source.line()) for source in _each(said, "出处"))
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
