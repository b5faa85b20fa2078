"""A phrase and a document as they are written into the YAML of a bank."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from drafter.bank.model import Document, Entry
from drafter.bank.sameness import key
from drafter.bank.scalars import flow, place_of, scalar

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
        f"- 短语: {scalar(phrase.text)}\n",
        phrase.units and f"  分项: {flow(phrase.units)}\n",
        phrase.by and f"  谁说: {scalar(phrase.by)}\n",
        phrase.function and f"  功能: {scalar(phrase.function)}\n",
        phrase.meaning and f"  释义: {scalar(phrase.meaning)}\n",
        entry.state and f"  状态: {entry.state}\n",
        *_source_lines([scalar(place_of(source)) for source in entry.sources]),
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
    lines = [f"- 文档: {scalar(document.name)}\n"]
    if document.file:
        lines.append(f"  文件: {scalar(document.file)}\n")
    if document.characters:
        lines.append(f"  字数: {document.characters}\n")
    if document.fingerprint:
        lines.append(f"  指纹: {scalar(document.fingerprint)}\n")
    if document.marks:
        lines.append(f"  原件: {flow(document.marks)}\n")
    if document.contexts:
        lines.append("  各节:\n")
    lines += (f"  - {flow((str(c.start), c.heading, *c.keywords))}\n" for c in document.contexts)
    return "".join(lines)
