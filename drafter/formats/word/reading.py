"""A Word file as an outline: ours with the writer's edits in it, or anybody's."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

from lxml.etree import _Element

from drafter.formats.look import ROOT, TITLE, TODO, heading_style
from drafter.formats.page import CLOSING, Line, number_in, take_up
from drafter.formats.word.notes import stands, understood
from drafter.formats.word.numbering import BULLET, Numbers
from drafter.formats.word.package import opened
from drafter.formats.word.parsing import Shown, paragraphs, style_sheet, tree, w
from drafter.formats.word.styles import BUILT_IN
from drafter.outline import BODY, Outline
from drafter.problem import Place, Problem, stop

_ROLES: Mapping[str, str] = {
    **{name.lower(): role for role, name in BUILT_IN.items()},
    "标题": TITLE,
    "副标题": "副题",
    "complimentary close": CLOSING,
    "quotations": "引语",
    "落款署名": "署名",
    **{f"标题 {n}": heading_style(n) for n in range(1, 10)},
}
"""What the names of Word's own styles mean here, those that other programs give them too."""
_PLAIN = (ROOT, "正文文本", "list paragraph", "normal (web)", "no spacing", "plain text", "body text indent",
          "body text first indent", "table paragraph", "text body", "standard", "default", "列出段落", "无间隔")  # fmt: skip
"""Styles that say nothing: the text decides."""
_LONGEST_HEADING = 80
_LOST: Mapping[str, str] = {
    "drawing": "图片", "pict": "图片", "object": "嵌入的对象",
    "footnoteReference": "脚注", "endnoteReference": "尾注", "oMath": "公式", "sym": "特殊符号",
}  # fmt: skip


def document(data: bytes, path: Path) -> Outline:
    """The outline that the file shows; what was left out is among its problems."""
    at = Place(path)
    with opened(data, at) as package:
        name = _main_part(package, at)
        root = tree(package, name, at)
        if root is None or root.tag != w("document"):
            raise stop("这个压缩包不是 Word 文件", at, "用 Word 打开看看，另存为 .docx")
        folder = posixpath.dirname(name)
        sheet = style_sheet(tree(package, f"{folder}/styles.xml", at))
        numbers = Numbers(tree(package, f"{folder}/numbering.xml", at))
        comments = _comments(tree(package, f"{folder}/comments.xml", at))
    body = root.find(w("body"))
    shown = [] if body is None else list(paragraphs(body, sheet, numbers))
    outline = take_up(_lines(shown, path), at)
    page = "\n".join(paragraph.text for paragraph in shown)
    credits = (credit for words in comments for line in words if (credit := understood(line)))
    return replace(
        outline,
        credits=tuple(dict.fromkeys(credit for credit in credits if stands(credit, page))),
        problems=(*outline.problems, *_lost(root, comments, at)),
    )


def _main_part(package: ZipFile, at: Place) -> str:
    """The part that the package names as its document."""
    root = tree(package, "_rels/.rels", at)
    for relation in () if root is None else root:
        if (relation.get("Type") or "").endswith("/officeDocument"):
            return (relation.get("Target") or "").lstrip("/")
    return "word/document.xml"


def _comments(root: _Element | None) -> list[list[str]]:
    """The paragraphs of each comment."""
    if root is None:
        return []
    return [
        ["".join(t.text or "" for t in p.iter(w("t"))) for p in comment.iterfind(w("p"))]
        for comment in root.iterfind(w("comment"))
    ]


def _lost(root: _Element, comments: Iterable[Sequence[str]], at: Place) -> Iterator[Problem]:
    """What of the file has no place in an outline."""
    counts: dict[str, int] = {}
    for tag, kind in _LOST.items():
        found = [
            x
            for x in root.iter(w(tag), f"{{http://schemas.openxmlformats.org/officeDocument/2006/math}}{tag}")
            if x.find(f".//{w('txbxContent')}") is None
        ]
        counts[kind] = counts.get(kind, 0) + len(found)
    counts["别人的批注"] = sum(1 for words in comments if not any(map(understood, words)))
    for kind, count in counts.items():
        if count:
            yield Problem(f"没有读入{kind}（{count}处）", at, "需要的话，在原文件里看")


def _lines(shown: Iterable[Shown], path: Path) -> list[Line]:
    """The lines of the page: by its styles where they are honest, else by the words."""
    kept = [p for p in shown if p.text.strip() and p.style != TODO]
    lines = [_line(p, Place(path, n)) for n, p in enumerate(kept, 1)]
    roles = [_role(p) for p in kept]
    if _honest(lines, roles):
        return list(_closed(line for n in lines for line in n))
    return _recognised([line for n in lines for line in n])


def _honest(lines: Sequence[Sequence[Line]], roles: Sequence[str]) -> bool:
    """Whether someone chose the styles: headings that look like some, or no paragraph without."""
    if all(role not in _PLAIN for role in roles):
        return True
    heads = [line for n in lines for line in n if line.depth]
    return 0 < len(heads) <= 0.6 * len(lines) and all(len(head.text) <= _LONGEST_HEADING for head in heads)


def _role(shown: Shown) -> str:
    """What the style means: a role, 标题 n, or one of the styles that mean nothing."""
    name = shown.style.lower()
    return _ROLES.get(name, shown.style if name not in _PLAIN else name)


def _line(shown: Shown, at: Place) -> list[Line]:
    """The lines of a paragraph: one, or more where lines were broken by hand."""
    role = _role(shown)
    number = shown.number if shown.number != BULLET else ""
    if role == TITLE or (shown.level and not role.startswith("段首标题")):
        words = (number + shown.text.replace("\n", "")).strip()
        return [Line(words, role=TITLE, at=at) if role == TITLE else _heading(words, shown.level, at)]
    if role.startswith("段首标题") and shown.level:
        return [_run_in(number + shown.text.strip(), shown, at)]
    role = BODY if role in _PLAIN or role.startswith("段首标题") else role
    return [
        Line(words.strip(), role=role, at=at) for words in (number + shown.text).split("\n") if words.strip()
    ]


def _heading(words: str, depth: int, at: Place) -> Line:
    _, _, end = number_in(words)
    return Line(words[end:].strip(), depth, number=words[:end].strip(), at=at)


def _run_in(words: str, shown: Shown, at: Place) -> Line:
    """A heading in its paragraph; a paragraph that has lost the heading is text."""
    head = words[: shown.head].strip()
    if not head:
        return Line(words, at=at)
    line = _heading(head.removesuffix("。"), shown.level, at)
    return replace(line, run_in=True, rest=words[shown.head :].strip())


def _closed(lines: Iterable[Line]) -> Iterator[Line]:
    """What stands behind the beginning of the closing words is part of them."""
    closing = False
    for line in lines:
        closing = not line.depth and (closing or line.role == CLOSING)
        yield replace(line, role=CLOSING) if closing and line.role == BODY else line


def _recognised(lines: list[Line]) -> list[Line]:
    """The lines of a file whose styles say nothing."""
    return [_by_number(line) for line in lines]


def _by_number(line: Line) -> Line:
    style, _, _ = number_in(line.text)
    depth = (
        ("一、", "（一）", "1.", "（1）").index(style) + 1
        if style in ("一、", "（一）", "1.", "（1）")
        else 0
    )
    short = len(line.text) <= 40 and line.text[-1] not in "。；，"
    return _heading(line.text, depth, line.at) if depth and short and line.role == BODY else line
