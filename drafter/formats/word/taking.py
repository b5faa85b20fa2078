"""A look from a writer's own Word file: its styles are taken, its contents ignored."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from lxml import etree
from lxml.etree import _Element

from drafter.formats.look import LOOKS, ROOT, TITLE, Look, Taken, heading_style
from drafter.formats.word.freeing import heading_type, name_fonts, unembedded, without_numbers
from drafter.formats.word.markup import HEAD, W
from drafter.formats.word.measuring import fitted, numbered_in, page_of
from drafter.formats.word.numbering import said
from drafter.formats.word.package import opened
from drafter.formats.word.parsing import main_part, tree, w
from drafter.formats.word.styles import COMMENT, COMMENT_MARK, LINKED, name_of
from drafter.outline import BODY
from drafter.problem import Place, Problem, stop

_BASE = LOOKS["公文"]
_OTHER_NAMES: Mapping[str, tuple[str, ...]] = {
    TITLE: ("标题", "公文标题", "文章标题"),
    BODY: ("正文文本", "body text first indent", "正文首行缩进", "公文正文"),
    "副题": ("副标题",),
    "署名": ("作者",),
    "落款": ("发文机关署名",),
    "日期": ("成文日期",),
    **{
        heading_style(n): (f"标题 {n}", f"标题{n}", f"{numeral}级标题")
        for n, numeral in enumerate("一二三四", 1)
    },
}
"""What writers call the styles of these roles themselves."""
_ASKED = (TITLE, *(heading_style(n) for n in range(1, 5)), BODY, "副题", "署名", "称呼", "落款", "日期")
"""The roles whose style a look should have; what is missing of the others is not worth a word."""


def look_in(data: bytes, path: Path) -> Look:
    """The look of a Word file, completed from 公文 where it has no style for a role."""
    at = Place(path)
    with opened(data, at) as package:
        name = main_part(package, at)
        parts = _Parts(package, posixpath.dirname(name), at)
        document, styles = tree(package, name, at), parts.tree("styles.xml")
        if document is None or styles is None:
            raise stop("文件里没有样式，不能当版式用", at, "用 draft look 公文 -o 我的版式.docx 生成一份再改")
        fonts = unembedded(parts.tree("fontTable.xml"))
        numbered = numbered_in(parts.footers(), parts.tree("settings.xml"))
        name_fonts(styles, parts.tree("theme/theme1.xml"))
    ids = _ids(styles, document)
    automatic = without_numbers(styles, {ids[role] for role in _ASKED if role in ids})
    letters = heading_type(styles, ids)
    look = Look(
        path.stem,
        page_of(document, numbered),
        _BASE.styles,
        Taken(_markup(styles), _markup(fonts), ids, letters),
        tuple(_problems(ids, automatic, numbered, document, at)),
    )
    return fitted(look, styles, ids)


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts beside the document."""

    package: ZipFile
    folder: str
    at: Place

    def tree(self, name: str) -> _Element | None:
        return tree(self.package, f"{self.folder}/{name}", self.at)

    def footers(self) -> Iterator[_Element]:
        names = (name for name in self.package.namelist() if name.startswith(f"{self.folder}/footer"))
        yield from (x for name in names if (x := tree(self.package, name, self.at)) is not None)


def _problems(
    ids: Mapping[str, str], automatic: Sequence[str], numbered: str, document: _Element, at: Place
) -> Iterator[Problem]:
    missing = "、".join(name for name in _ASKED if name not in ids)
    if missing:
        cure = "按“公文”补上了；想自己定，就在 Word 里新建同名样式"
        yield Problem(f"版式文件里没有这些样式：{missing}", at, cure)
    if automatic:
        cure = "编号没有用：序号由稿子写成文字，粘贴到别处不会乱"
        yield Problem(f"样式带自动编号：{'、'.join(automatic)}", at, cure)
    if _set_by_hand(document):
        cure = "用 draft look 公文 -o 我的版式.docx 生成一份，在它的样式里改"
        yield Problem("字体字号多半直接设在文字上，没有设进样式，带不过来", at, cure)
    if not numbered:
        yield Problem("版式文件没有页码，成稿也就没有", at, "想要页码，就在版式文件的页脚里插入")


def _set_by_hand(document: _Element) -> bool:
    """Whether most of the words have their type from no style."""
    counts = {True: 0, False: 0}
    for run in document.iter(w("r")):
        fonts = run.find(w("rPr/rFonts"))
        direct = run.find(w("rPr/sz")) is not None or (fonts is not None and fonts.get(w("eastAsia")))
        counts[bool(direct)] += sum(len(t.text or "") for t in run.iterfind(w("t")))
    return counts[True] > counts[False]


def _markup(root: _Element | None) -> str:
    """The part as text; our own styles go in with the prefix w."""
    if root is None:
        return ""
    if root.nsmap.get("w") != W:
        etree.cleanup_namespaces(root, top_nsmap={"w": W}, keep_ns_prefixes=[p for p in root.nsmap if p])
    return HEAD + etree.tostring(root, encoding="unicode")


def _ids(styles: _Element, document: _Element) -> dict[str, str]:
    """The id of each style, by its own name and by the role that it plays here."""
    every = [
        style for style in styles.iterfind(w("style")) if style.get(w("type")) in ("paragraph", "character")
    ]
    own = {said(style, w("name")).lower(): style.get(w("styleId")) or "" for style in every}
    default = _default(every)
    ids = {said(style, w("name")): style.get(w("styleId")) or "" for style in every}
    for role in (*_BASE.styles, *LINKED, COMMENT, COMMENT_MARK):
        names = (name_of(role).lower(), role, *_OTHER_NAMES.get(role, ()))
        found = next((own[name] for name in names if name in own), "")
        if found:
            ids[role] = found
    return {**ids, ROOT: default, BODY: _body(document, ids, default)} if default else ids


def _default(styles: Iterable[_Element]) -> str:
    """The style of a paragraph that names none."""
    plain = (x for x in styles if x.get(w("default")) in ("1", "true") and x.get(w("type")) == "paragraph")
    return next((style.get(w("styleId")) or "" for style in plain), "")


def _body(document: _Element, ids: Mapping[str, str], default: str) -> str:
    """The style of the text: the one named so where it is in use, else the one in use most."""
    used: Counter[str] = Counter()
    for paragraph in document.iter(w("p")):
        words = sum(len(t.text or "") for t in paragraph.iter(w("t")))
        used[said(paragraph, w("pPr/pStyle")) or default] += words
    named = ids.get(BODY, "")
    free = {*ids.values(), default} - {ids[role] for role in _BASE.styles if role in ids} | {default}
    most = next((name for name, words in used.most_common() if words and name in free), "")
    return named if used[named] else most or named or default
