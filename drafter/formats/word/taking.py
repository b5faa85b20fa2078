"""A look from a writer's own Word file: its styles are taken, its contents ignored."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path
from zipfile import ZipFile

from lxml import etree
from lxml.etree import _Element

from drafter.formats.look import (
    LOOKS,
    ROOT,
    TITLE,
    Look,
    Page,
    Style,
    Taken,
    heading_style,
)
from drafter.formats.word.markup import HEAD, W
from drafter.formats.word.numbering import said
from drafter.formats.word.package import opened
from drafter.formats.word.parsing import ancestry, main_part, on, tree, w
from drafter.formats.word.styles import COMMENT, COMMENT_MARK, HEADINGS, LINKED, letters_of, name_of
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
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_THEME_FONTS = {"asciiTheme": "ascii", "hAnsiTheme": "hAnsi", "eastAsiaTheme": "eastAsia", "cstheme": "cs"}
_TINTS = ("themeColor", "themeTint", "themeShade", "themeFill", "themeFillTint", "themeFillShade")


def look_in(data: bytes, path: Path) -> Look:
    """The look of a Word file, completed from 公文 where it has no style for a role."""
    at = Place(path)
    with opened(data, at) as package:
        name = main_part(package, at)
        parts = _Parts(package, posixpath.dirname(name), at)
        document, styles = tree(package, name, at), parts.tree("styles.xml")
        if document is None or styles is None:
            raise stop("文件里没有样式，不能当版式用", at, "用 draft look 公文 -o 我的版式.docx 生成一份再改")
        fonts = parts.tree("fontTable.xml")
        numbered = _numbered(parts)
        _name_fonts(styles, _theme_fonts(parts.tree("theme/theme1.xml")))
    automatic = _without_numbers(styles)
    ids = _ids(styles, document)
    letters = _letters(styles, ids)
    playing = {ids[role] for role in _ASKED if role in ids}
    look = Look(
        path.stem,
        _page(document, numbered),
        _BASE.styles,
        Taken(_markup(styles), _markup(_unembedded(fonts)), ids, letters),
        tuple(_problems(ids, [name for i, name in automatic.items() if i in playing], numbered, at)),
    )
    return _fitted(look, styles, ids)


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
    ids: Mapping[str, str], automatic: Sequence[str], numbered: str, at: Place
) -> Iterator[Problem]:
    missing = "、".join(name for name in _ASKED if name not in ids)
    if missing:
        cure = "按“公文”补上了；想自己定，就在 Word 里新建同名样式"
        yield Problem(f"版式文件里没有这些样式：{missing}", at, cure)
    if automatic:
        cure = "编号没有用：序号由稿子写成文字，粘贴到别处不会乱"
        yield Problem(f"样式带自动编号：{'、'.join(automatic)}", at, cure)
    if not numbered:
        yield Problem("版式文件没有页码，成稿也就没有", at, "想要页码，就在版式文件的页脚里插入")


def _markup(root: _Element | None) -> str:
    """The part as text; our own styles go in with the prefix w."""
    if root is None:
        return ""
    if root.nsmap.get("w") != W:
        etree.cleanup_namespaces(root, top_nsmap={"w": W}, keep_ns_prefixes=[p for p in root.nsmap if p])
    return HEAD + etree.tostring(root, encoding="unicode")


def _unembedded(fonts: _Element | None) -> _Element | None:
    """The font table without the fonts that lie in the file."""
    for font in () if fonts is None else fonts:
        for child in [x for x in font if "embed" in str(x.tag)]:
            font.remove(child)
    return fonts


def _without_numbers(styles: _Element) -> dict[str, str]:
    """The styles that number their paragraphs by themselves, by id; they no longer do."""
    names = {}
    for style in styles.iterfind(w("style")):
        marks, numbers = style.find(w("pPr")), style.find(w("pPr/numPr"))
        if marks is not None and numbers is not None:
            marks.remove(numbers)
            names[style.get(w("styleId")) or ""] = said(style, w("name"))
    return names


def _theme_fonts(theme: _Element | None) -> dict[str, str]:
    """What the fonts of the theme are called: majorEastAsia, minorAscii …"""
    fonts: dict[str, str] = {}
    for weight in ("major", "minor"):
        scheme = None if theme is None else next(theme.iter(f"{_DRAWING}{weight}Font"), None)
        if scheme is None:
            continue
        latin = _typeface(scheme, "latin")
        chinese = _typeface(scheme, "font[@script='Hans']")
        fonts |= {f"{weight}Ascii": latin, f"{weight}HAnsi": latin, f"{weight}Bidi": _typeface(scheme, "cs")}
        fonts[f"{weight}EastAsia"] = _typeface(scheme, "ea") or chinese
    return fonts


def _typeface(scheme: _Element, path: str) -> str:
    found = scheme.find(f"{_DRAWING}{path}")
    return (found.get("typeface") or "") if found is not None else ""


def _name_fonts(styles: _Element, fonts: Mapping[str, str]) -> None:
    """Fonts and colours by their own names, for the theme stays behind."""
    for element in styles.iter(etree.Element):
        for theme, own in _THEME_FONTS.items():
            name = fonts.get(element.get(w(theme)) or "")
            if name:
                element.set(w(own), name)
        for mark in (*_THEME_FONTS, *_TINTS):
            element.attrib.pop(w(mark), "")


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


def _letters(styles: _Element, ids: Mapping[str, str]) -> dict[str, str]:
    """The type of each heading as it stands in its style, which its linked style follows."""
    every = {style.get(w("styleId")): style for style in styles.iterfind(w("style"))}
    letters = {}
    for name in HEADINGS:
        marks = every[ids[name]].find(w("rPr")) if name in ids else None
        if marks is not None:
            letters[name] = "".join(etree.tostring(x, encoding="unicode", with_tail=False) for x in marks)
            _follow(every.get(ids.get(letters_of(name))), marks)
    return letters


def _follow(linked: _Element | None, marks: _Element) -> None:
    """Give the linked style the type of its heading."""
    if linked is not None:
        for old in linked.findall(w("rPr")):
            linked.remove(old)
        linked.append(deepcopy(marks))


def _page(document: _Element, numbered: str) -> Page:
    """Paper, margins and grid of the last section."""
    page = replace(_BASE.page, numbered=numbered)
    section = document.find(w("body/sectPr"))
    if section is None:
        return page
    return replace(
        page,
        width=_mm(section, "pgSz", "w") or page.width,
        height=_mm(section, "pgSz", "h") or page.height,
        top=_mm(section, "pgMar", "top") or page.top,
        bottom=_mm(section, "pgMar", "bottom") or page.bottom,
        left=_mm(section, "pgMar", "left") or page.left,
        right=_mm(section, "pgMar", "right") or page.right,
        footer=_mm(section, "pgMar", "footer") or page.footer,
        grid=_grid(section.find(w("docGrid"))),
    )


def _grid(grid: _Element | None) -> float:
    """The pitch of the lines' grid in points, 0 where there is none."""
    if grid is None or grid.get(w("type")) in (None, "default"):
        return 0
    return _points(grid.get(w("linePitch")) or "")


def _mm(section: _Element, path: str, attribute: str) -> float:
    element = section.find(w(path))
    return round(_points((element.get(w(attribute)) or "") if element is not None else "") * 25.4 / 72, 2)


def _points(twips: str) -> float:
    """Points from the twentieths of which Word makes its measures, 0 where they are no number."""
    return int(twips) / 20 if re.fullmatch("-?[0-9]{1,6}", twips) else 0


def _numbered(parts: _Parts) -> str:
    """Where the file has its page numbers, "" where it has none."""
    feet = [foot for foot in parts.footers() if _shows_page(foot)]
    settings = parts.tree("settings.xml")
    if len(feet) > 1 and settings is not None and on(settings, "evenAndOddHeaders"):
        return "外侧"
    return "居中" if feet else ""


def _shows_page(footer: _Element) -> bool:
    codes = [x.text or "" for x in footer.iter(w("instrText"))]
    codes += [x.get(w("instr")) or "" for x in footer.iter(w("fldSimple"))]
    return any("PAGE" in code.upper().split() for code in codes)


def _fitted(look: Look, styles: _Element, ids: Mapping[str, str]) -> Look:
    """The look with the sizes of the file; what is completed keeps its proportion to the text."""
    every = {style.get(w("styleId")) or "": style for style in styles.iterfind(w("style"))}
    defaults = styles.find(w("docDefaults/rPrDefault"))

    def measured(name: str) -> _Measured:
        style = every.get(ids.get(name, ""))
        return _Measured([] if style is None else list(ancestry(style, every)), defaults)

    body = measured(BODY)

    def fitted(name: str, style: Style) -> Style:
        if name in ids:
            size = measured(name).size
        else:
            size = body.size if style.parent == BODY else round(style.size * body.size / 8) / 2
        return replace(style, size=size)

    page = replace(look.page, pitch=body.pitch, times=body.times, tracking=body.tracking)
    return replace(look, page=page, styles={name: fitted(name, style) for name, style in look.styles.items()})


@dataclass(frozen=True, slots=True)
class _Measured:
    """What a style comes to with those it is based on."""

    line: Sequence[_Element]
    defaults: _Element | None

    def _first(self, path: str, attribute: str = "val") -> str:
        elements = (*self.line, *([self.defaults] if self.defaults is not None else []))
        found = (x.find(w(path)) for x in elements)
        return next((v for x in found if x is not None and (v := x.get(w(attribute)))), "")

    @property
    def size(self) -> float:
        return _points(self._first("rPr/sz")) * 10 or 10

    @property
    def tracking(self) -> float:
        return _points(self._first("rPr/spacing"))

    @property
    def pitch(self) -> float:
        exact = self._first("pPr/spacing", "lineRule") == "exact"
        return _points(self._first("pPr/spacing", "line")) if exact else 0

    @property
    def times(self) -> float:
        counted = self._first("pPr/spacing", "lineRule") in ("", "auto")
        return _points(self._first("pPr/spacing", "line")) / 12 or 1 if counted else 1
