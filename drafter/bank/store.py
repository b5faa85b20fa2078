"""The bank as a folder of YAML that a person reads and prunes: a file for each kind, one for documents.

- 短语: 件件有回音
  出处: 题目（作者） 第3段
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from drafter.bank.model import KINDS, Bank, Document, Entry, Phrase
from drafter.files import write_whole, writing
from drafter.outline import Source
from drafter.problem import DraftError, Place, Problem, stop

_DOCUMENTS = "文档"


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for cycles: a bank has none, and to look for them doubles the time of a large one."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@_uncollected()
def load(folder: Path) -> Bank:
    """The bank in `folder`."""
    sources: dict[Phrase, frozenset[Source]] = {}
    states: dict[tuple[str, str], str] = {}
    for phrase, places, state in entries(folder):
        if places:
            sources[phrase] = sources.get(phrase, frozenset()) | frozenset(places)
        if state:
            states[phrase.kind, phrase.text] = state
    return Bank(sources, states, {document.name: document for document in documents(folder)})


def entries(folder: Path) -> Iterator[Entry]:
    """Every phrase of the bank in `folder`, file by file; behind them a `DraftError` of all that is wrong."""
    from drafter.bank.records import read_phrases  # its patterns take as long to make as a query

    wrong: list[Problem] = []
    for path in _files(folder):
        if path.stem != _DOCUMENTS:
            try:
                yield from read_phrases(path)
            except DraftError as error:
                wrong += error.problems
    if wrong:
        raise DraftError(*wrong)


def documents(folder: Path) -> Iterator[Document]:
    """Every document behind the bank in `folder`."""
    from drafter.bank.records import read_documents

    path = folder / f"{_DOCUMENTS}.yaml"
    if path.exists():
        yield from read_documents(path)


def stamp(folder: Path) -> str:
    """What changes when a file of the bank does."""
    stats = ((path.name, path.stat()) for path in _files(folder))
    return repr([(name, s.st_size, s.st_mtime_ns, s.st_ino) for name, s in stats])


def _files(folder: Path) -> list[Path]:
    """The bank's files in their order; a `DraftError` where the folder is no bank."""
    if not folder.is_dir():
        raise stop("没有这个词库文件夹", Place(folder), "检查 --bank 后面的路径")
    paths = {path.stem: path for path in folder.glob("*.yaml")}
    wrong = [*_strange(paths), *(_misnamed(path) for path in sorted(folder.glob("*.yml")))]
    if wrong:
        raise DraftError(*wrong)
    return [paths[name] for name in (*KINDS, _DOCUMENTS) if name in paths]


def _strange(paths: Mapping[str, Path]) -> Iterator[Problem]:
    cure = "词库文件夹里只放词库；类别有：" + " ".join(KINDS)
    for name in sorted(paths.keys() - {*KINDS, _DOCUMENTS}):
        yield Problem(f"“{name}”不是短语的类别", Place(paths[name]), cure)


def _misnamed(path: Path) -> Problem:
    return Problem("词库的文件以 .yaml 结尾，这个没有读", Place(path), f"改名为 {path.stem}.yaml")


@_uncollected()
def save(bank: Bank, folder: Path) -> None:
    """Write the bank whole, the same bytes for the same bank; comments in the files there stay in them."""
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    contents = {folder / f"{name}.yaml": data for name, data in _contents(bank, folder)}
    write_whole(contents, force=True)
    for path in {folder / f"{name}.yaml" for name in (*KINDS, _DOCUMENTS)} - contents.keys():
        path.unlink(missing_ok=True)


def _contents(bank: Bank, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Each file's name and bytes; the documents last, for they explain the rest."""
    from drafter.bank.comments import comments
    from drafter.bank.writing import document_lines, phrase_lines

    by_kind: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries_of(bank):
        by_kind[entry.phrase.kind].append(entry)
    for kind in sorted(by_kind, key=KINDS.index):
        noted = comments(folder / f"{kind}.yaml")
        yield kind, "".join(phrase_lines(by_kind[kind], noted)).encode()
    if bank.documents:
        yield _DOCUMENTS, "".join(document_lines(bank.documents.values())).encode()


def entries_of(bank: Bank) -> Iterator[Entry]:
    """Every phrase of the bank, and every state that was said of one it does not have."""
    said = dict(bank.states)
    for phrase, sources in bank.sources.items():
        yield Entry(phrase, tuple(sorted(sources)), said.pop((phrase.kind, phrase.text), ""))
    for (kind, text), state in said.items():
        yield Entry(Phrase(kind, text), (), state)
