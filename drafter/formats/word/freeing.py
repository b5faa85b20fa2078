"""Styles freed of what stays behind in their file: its theme, its lists, the fonts that lie in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from copy import deepcopy

from lxml import etree
from lxml.etree import _Element

from drafter.formats.word.numbering import said
from drafter.formats.word.parsing import w
from drafter.formats.word.styles import HEADINGS, letters_of

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_THEME_FONTS = {"asciiTheme": "ascii", "hAnsiTheme": "hAnsi", "eastAsiaTheme": "eastAsia", "cstheme": "cs"}
_TINTS = ("themeColor", "themeTint", "themeShade", "themeFill", "themeFillTint", "themeFillShade")


def unembedded(fonts: _Element | None) -> _Element | None:
    """The font table without the fonts that lie in the file."""
    for font in () if fonts is None else fonts:
        for child in [x for x in font if "embed" in str(x.tag)]:
            font.remove(child)
    return fonts


def without_numbers(styles: _Element, known: Collection[str]) -> list[str]:
    """Take their lists from all styles; the names of those among the known that had one."""
    names = []
    for style in styles.iterfind(w("style")):
        marks, numbers = style.find(w("pPr")), style.find(w("pPr/numPr"))
        if marks is not None and numbers is not None:
            marks.remove(numbers)
            names += [said(style, w("name"))] if style.get(w("styleId")) in known else []
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


def name_fonts(styles: _Element, theme: _Element | None) -> None:
    """Call fonts and colours by their own names, for the theme stays behind."""
    fonts = _theme_fonts(theme)
    for element in styles.iter(etree.Element):
        for mark, own in _THEME_FONTS.items():
            name = fonts.get(element.get(w(mark)) or "")
            if name:
                element.set(w(own), name)
        for mark in (*_THEME_FONTS, *_TINTS):
            element.attrib.pop(w(mark), "")


def heading_type(styles: _Element, ids: Mapping[str, str]) -> dict[str, str]:
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
