"""What stands around the text: paper and margins, page numbers, settings, the table of fonts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drafter.formats.look import FOOTER, LATIN, OTHER_NAMES, PAGE_NUMBER, Look
from drafter.formats.word.markup import NOTHING, Xml, mm, part, tag, text, twips
from drafter.formats.word.styles import id_of

_WORD = "http://schemas.microsoft.com/office/word"


def fonts(look: Look) -> bytes:
    """The fonts of the look, each with the name that other machines know it by."""
    if look.taken and look.taken.fonts:
        return look.taken.fonts.encode()
    names = dict.fromkeys([LATIN, *(style.font for style in look.styles.values())])
    return part("fonts", *map(_font, names))


def _font(name: str) -> Xml:
    if name == LATIN:
        return tag(
            "font",
            tag("charset", val="00"),
            tag("family", val="roman"),
            tag("pitch", val="variable"),
            name=name,
        )
    return tag(
        "font",
        tag("altName", val=OTHER_NAMES[name]) if name in OTHER_NAMES else NOTHING,
        tag("charset", val="86"),
        tag("family", val="auto"),
        tag("pitch", val="default"),
        name=name,
    )


def settings(look: Look, *, clean: bool) -> bytes:
    """The settings: a final copy also asks Word to keep no name of who saved it."""
    return part(
        "settings",
        tag("zoom", percent=100),
        tag("removePersonalInformation") if clean else NOTHING,
        tag("defaultTabStop", val=420),
        tag("evenAndOddHeaders") if look.page.numbered == "外侧" else NOTHING,
        tag("characterSpacingControl", val="doNotCompress"),
        tag(
            "compat",
            tag("doNotExpandShiftReturn"),
            tag("useFELayout"),
            tag("compatSetting", name="compatibilityMode", uri=_WORD, val=15),
        ),
        tag("themeFontLang", val="en-US", eastAsia="zh-CN"),
    )


def footers(look: Look) -> dict[str, bytes]:
    """The page numbers — 1 —, by the kind of page: one character in from the outer edge."""
    if look.page.numbered == "外侧":
        return {"default": _footer(look, "right"), "even": _footer(look, "left")}
    return {"default": _footer(look, "center")} if look.page.numbered else {}


def _footer(look: Look, side: str) -> bytes:
    indent = {} if side == "center" else {f"{side}Chars": 100, side: twips(look.style(PAGE_NUMBER).size)}
    placed = tag("pPr", tag("pStyle", val=id_of(FOOTER, look)), tag("ind", **indent), tag("jc", val=side))
    return part("ftr", tag("p", placed, *_page_number(look)))


def _page_number(look: Look) -> Iterator[Xml]:
    """Each run with its own style, else the number falls back to the font of the text."""
    letters = tag("rPr", tag("rStyle", val=id_of(PAGE_NUMBER, look)), tag("rFonts", hint="eastAsia"))
    yield tag("r", letters, _literal("— "))
    yield tag("r", letters, tag("fldChar", fldCharType="begin"))
    yield tag("r", letters, tag("instrText", text(" PAGE "), **{"xml:space": "preserve"}))
    yield tag("r", letters, tag("fldChar", fldCharType="separate"))
    yield tag("r", letters, _literal("1"))
    yield tag("r", letters, tag("fldChar", fldCharType="end"))
    yield tag("r", letters, _literal(" —"))


def _literal(words: str) -> Xml:
    return tag("t", text(words), **{"xml:space": "preserve"})


def section(look: Look, footer_ids: Mapping[str, str]) -> Xml:
    """Paper, margins and grid: lines only, for LibreOffice draws a grid of characters too wide."""
    page = look.page
    references = (tag("footerReference", type=kind, **{"r:id": name}) for kind, name in footer_ids.items())
    margins = {
        "top": page.top,
        "right": page.right,
        "bottom": page.bottom,
        "left": page.left,
        "header": 15,
        "footer": page.footer,
        "gutter": 0,
    }
    return tag(
        "sectPr",
        *references,
        tag("pgSz", w=mm(page.width), h=mm(page.height)),
        tag("pgMar", **{side: mm(size) for side, size in margins.items()}),
        tag("docGrid", type="lines", linePitch=twips(page.grid)) if page.grid else NOTHING,
    )
