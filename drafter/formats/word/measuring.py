"""How large a writer's own page is: paper, margins, type, lines, and where its number stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml.etree import _Element

from drafter.formats.look import Look, Page, Style
from drafter.formats.word.parsing import ancestry, on, w
from drafter.outline import BODY


def page_of(document: _Element, numbered: str) -> Page:
    """Paper, margins and grid of the last section."""
    page = replace(Page(), numbered=numbered)
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


def numbered_in(footers: Iterable[_Element], settings: _Element | None) -> str:
    """Where the file has its page numbers, "" where it has none."""
    feet = [foot for foot in footers if _shows_page(foot)]
    if len(feet) > 1 and settings is not None and on(settings, "evenAndOddHeaders"):
        return "外侧"
    return "居中" if feet else ""


def _shows_page(footer: _Element) -> bool:
    codes = [x.text or "" for x in footer.iter(w("instrText"))]
    codes += [x.get(w("instr")) or "" for x in footer.iter(w("fldSimple"))]
    return any("PAGE" in code.upper().split() for code in codes)


def fitted(look: Look, styles: _Element, ids: Mapping[str, str]) -> Look:
    """The look with the sizes of the file; what is completed keeps its proportion to the text."""
    every = {style.get(w("styleId")) or "": style for style in styles.iterfind(w("style"))}
    defaults = styles.find(w("docDefaults/rPrDefault"))

    def measured(name: str) -> _Measured:
        style = every.get(ids.get(name, ""))
        return _Measured([] if style is None else list(ancestry(style, every)), defaults)

    body = measured(BODY)

    def size(name: str, style: Style) -> float:
        if name in ids:
            return measured(name).size
        return body.size if style.parent == BODY else round(style.size * body.size / 8) / 2

    page = replace(look.page, pitch=body.pitch, times=body.times, tracking=body.tracking)
    fitting = {name: replace(style, size=size(name, style)) for name, style in look.styles.items()}
    return replace(look, page=page, styles=fitting)


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
