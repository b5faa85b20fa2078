"""A Word file as an outline: ours with the writer's edits in it, or anybody's."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from lxml.etree import _Element

from drafter.cleaning import HEADING, LEAD, Row, clean_rows, role_of
from drafter.formats.look import ROOT, TITLE, TODO, heading_style
from drafter.formats.page import CLOSING, Line, number_in, take_up
from drafter.formats.structure import understood
from drafter.formats.word.notes import credit_in, stands
from drafter.formats.word.numbering import Numbers
from drafter.formats.word.package import opened
from drafter.formats.word.parsing import Shown, main_part, paragraphs, style_sheet, tree, w
from drafter.formats.word.styles import BUILT_IN, RUN_IN
from drafter.outline import BODY, Credit, Outline
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
_CONTENTS = "toc"
_BELIEVED = (TITLE, "副题", "署名", "称呼", "引语", "日期", "落款")
"""Roles that a style of that name gives in anybody's file."""
_LAST = 5
"""Paragraphs at the end among which a signature stands."""
_LONGEST_HEADING = 80
_MOST_HEADINGS = 0.6
"""Of all paragraphs."""
_BLANK = " \t\u3000\xa0"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_LOST: Mapping[str, str] = {
    w("drawing"): "图片",
    w("pict"): "图片",
    w("object"): "嵌入的对象",
    w("footnoteReference"): "脚注",
    w("endnoteReference"): "尾注",
    w("sym"): "符号",
    _MATH: "公式",
}
"""What an outline has no place for."""


def document(data: bytes, path: Path) -> Outline:
    """The outline that the file shows; what was left out is among its problems."""
    at = Place(path)
    with opened(data, at) as package:
        name = main_part(package, at)
        root = tree(package, name, at)
        body = None if root is None else root.find(w("body"))
        if root is None or body is None:
            raise stop("这个压缩包不是 Word 文件", at, "用 Word 打开看看，另存为 .docx")
        folder = posixpath.dirname(name)
        sheet = style_sheet(tree(package, f"{folder}/styles.xml", at))
        numbers = Numbers(tree(package, f"{folder}/numbering.xml", at))
        comments = _comments(tree(package, f"{folder}/comments.xml", at))
    shown = list(paragraphs(body, sheet, numbers))
    kept = [p for p in shown if p.text.strip() and p.style != TODO and not _is_contents(p)]
    ours = any(style.name == TODO for style in sheet.values())
    outline = _ours(kept, path) if ours else _anybodys(kept, at)
    return replace(
        outline,
        at=at,
        credits=tuple(_standing(comments, kept)),
        problems=(*outline.problems, *_lost(root, shown, comments, at)),
    )


def _standing(comments: Iterable[Sequence[str]], shown: Iterable[Shown]) -> Iterator[Credit]:
    """The credits among the comments whose words still stand, each once."""
    page = "\n".join(_joined(paragraph.text) for paragraph in shown)
    said = dict.fromkeys(credit for words in comments for line in words if (credit := credit_in(line)))
    return (credit for credit in said if stands(credit, page))


def _comments(root: _Element | None) -> list[list[str]]:
    """The paragraphs of each comment."""
    comments = () if root is None else root.iterfind(w("comment"))
    return [[_plain(paragraph) for paragraph in comment.iterfind(w("p"))] for comment in comments]


def _plain(paragraph: _Element) -> str:
    return "".join(t.text or "" for t in paragraph.iter(w("t")))


def _lost(
    root: _Element, shown: Sequence[Shown], comments: Iterable[Sequence[str]], at: Place
) -> Iterator[Problem]:
    """What of the file has no place in an outline."""
    counts = Counter(kind for tag, kind in _LOST.items() for x in root.iter(tag) if not _has_box(x))
    counts["别人的批注"] = sum(not any(map(credit_in, words)) for words in comments)
    counts["目录行"] = sum(_is_contents(paragraph) for paragraph in shown)
    for kind, count in counts.items():
        if count:
            yield Problem(f"没有读入{kind}（{count}处）", at, "需要的话，到原文件里看")


def _has_box(element: _Element) -> bool:
    return next(element.iter(w("txbxContent")), None) is not None


def _is_contents(shown: Shown) -> bool:
    return shown.style.lower().startswith(_CONTENTS)


def _ours(shown: Iterable[Shown], path: Path) -> Outline:
    """The outline of a file that we made, and that others may have edited: its styles are believed."""
    lines = (line for n, paragraph in enumerate(shown, 1) for line in _lines(paragraph, Place(path, n)))
    return take_up(_closed(lines))


def _lines(shown: Shown, at: Place) -> Iterator[Line]:
    """The lines of a paragraph: one, or more where the writer broke it by hand."""
    role = _ROLES.get(shown.style.lower(), shown.style if shown.own else BODY)
    if role == TITLE:
        yield Line(_joined(shown.text), role=TITLE, at=at)
    elif shown.level and not shown.style.startswith(RUN_IN):
        yield _heading(_joined(shown.number + shown.text), shown.level, at)
    elif shown.level and shown.head:
        yield _run_in(shown, at)
    else:
        role = BODY if shown.level or role == ROOT else role
        words = (shown.number + shown.text).split("\n")
        yield from (Line(line.strip(), role=role, at=at) for line in words if line.strip())


def _joined(text: str) -> str:
    """A title whose lines were broken, in one."""
    return text.replace("\n", "").strip()


def _heading(words: str, depth: int, at: Place) -> Line:
    end = number_in(words)[2]
    return Line(words[end:].strip(), depth, number=words[:end].strip(), at=at)


def _run_in(shown: Shown, at: Place) -> Line:
    """A heading and the rest of its paragraph."""
    head, rest = shown.text[: shown.head].strip(), shown.text[shown.head :].strip()
    return replace(_heading(head.removesuffix("。"), shown.level, at), run_in=True, rest=rest)


def _closed(lines: Iterable[Line]) -> Iterator[Line]:
    """A paragraph behind the beginning of the closing words is part of them."""
    closing = False
    for line in lines:
        closing = not line.depth and (closing or line.role == CLOSING)
        yield replace(line, role=CLOSING) if closing and line.role == BODY else line


def _anybodys(shown: Sequence[Shown], at: Place) -> Outline:
    """The outline of a file that others made: what its styles do not say, its words do."""
    hints = _hints(shown)
    rows = [row for n, paragraph in enumerate(shown, 1) for row in _rows(paragraph, n, hints.get(n, ""))]
    cleaned = clean_rows(rows)
    if not cleaned.rows:
        raise stop("Word 文件里没有正文", at, "检查是不是存错了文件")
    return understood(cleaned, at)


def _hints(shown: Sequence[Shown]) -> dict[int, str]:
    """What the styles say of the paragraphs, by number from 1: 题目, a role, 标题 and its depth."""
    roles = {n: _ROLES.get(p.style.lower(), "") for n, p in enumerate(shown, 1)}
    hints = _signatures(shown) | {n: role for n, role in roles.items() if role in _BELIEVED}
    levels = {n: p.level for n, p in enumerate(shown, 1) if p.level and n not in hints}
    if not _honest([shown[n - 1] for n in levels], len(shown)):
        return hints
    if TITLE not in hints.values() and _is_title(levels):
        hints[1] = TITLE
        del levels[1]
    depths = {level: depth for depth, level in enumerate(sorted(set(levels.values())), 1)}
    return {n: f"{HEADING}{depths[level]}" for n, level in levels.items()} | hints


def _signatures(shown: Sequence[Shown]) -> dict[int, str]:
    """The names at the right edge behind the text; a date there is known by its words."""
    last = range(max(1, len(shown) - _LAST + 1), len(shown) + 1)
    names = ((n, shown[n - 1]) for n in last)
    return {n: "落款" for n, p in names if p.right and not p.level and not role_of(p.text.strip(_BLANK))}


def _honest(headings: Sequence[Shown], total: int) -> bool:
    """Whether these look like headings; else someone took the style for its looks."""
    short = all(len(heading.text) <= _LONGEST_HEADING for heading in headings)
    return short and len(headings) <= _MOST_HEADINGS * total


def _is_title(levels: Mapping[int, int]) -> bool:
    """Whether the first paragraph is a heading above all others."""
    return 1 in levels and all(levels[1] < level for n, level in levels.items() if n > 1)


def _rows(shown: Shown, n: int, hint: str) -> Iterator[Row]:
    """The lines of a paragraph, bold words at its head marked."""
    words = shown.number + shown.text
    if hint.startswith(HEADING) or hint == TITLE:
        words = _joined(words)
    elif lead := shown.head or shown.bold:
        words = f"{shown.number}{shown.text[:lead]}{LEAD}{shown.text[lead:]}"
    for line in words.split("\n"):
        text = line.strip(_BLANK)
        if text.strip(LEAD + _BLANK):
            yield Row(text, n, indented=line[0] in _BLANK, hint=hint)
