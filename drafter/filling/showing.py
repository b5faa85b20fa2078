"""The page of an outline: derived parts drawn, open sentences and sections left out where they may
be, the rest of what is open marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from drafter import holes
from drafter.bank.model import KINDS
from drafter.chinese import counted, numeral
from drafter.filling.drawer import leaves
from drafter.filling.pen import MADE, NAMED, Pen, each_of, item_of
from drafter.holes import Hole
from drafter.outline import NO_NUMBER, Outline, Paragraph, Section

OPTIONAL = "（可省）"
GAP = re.compile(r"〔待[补核定]：(?:[^〔〕]|〔[^〔〕]*〕)*〕")
"""A mark of something missing; the number of a document, 〔2026〕, may stand in it."""


def shown(outline: Outline) -> Outline:
    """The outline as its page shows it: derived parts drawn, open sentences that may be left out
    left out, every other open hole a visible mark 〔待补：…〕."""
    return _Shower(outline).outline()


def gaps(outline: Outline) -> list[tuple[str, str]]:
    """What the writer still owes: each mark on the page, with the heading that it stands under."""
    page = shown(outline)
    return [(mark[1:-1], heading) for _, heading, text in page.numbered() for mark in GAP.findall(text)]


@dataclass(frozen=True)
class _Shower:
    """Draws what is derived and marks what is open."""

    source: Outline

    def outline(self) -> Outline:
        source = self.source
        return replace(
            source,
            title=self._line(source.title, self.pen),
            front=self._paragraphs(source.front, self.pen),
            body=self._paragraphs(source.body, self.pen),
            sections=self._sections(source.sections, self.pen),
            ending=self._paragraphs(source.ending, self.pen),
            forms={},
        )

    @cached_property
    def pen(self) -> Pen:
        """The scope of the whole: every list of points as its sections now are, and their count."""
        given = self.source.given
        lists: dict[str, list[Any]] = {}
        unmade = set()
        for section in self.source.sections:
            made = MADE.fullmatch(section.each)
            if made:
                lists.setdefault(made[2], []).extend(item_of(section, given).values())
            elif section.each:
                unmade.add((each_of(section.each) or ("", ""))[1])
        points = [s for s in self.source.sections if MADE.fullmatch(s.each) or s.marker != NO_NUMBER]
        if not self.source.sections:
            lists = {name: [] for name, value in given.items() if isinstance(value, list)}
        scope = {name: value for name, value in given.items() if name not in unmade}
        count = {} if unmade else {"点数": counted(len(points))}
        return Pen({**scope, **lists, **count}, self.source.forms)

    def _sections(self, sections: Sequence[Section], pen: Pen) -> tuple[Section, ...]:
        certain = [section for section in sections if not section.when]
        return tuple(self._section(section, n, pen) for n, section in enumerate(certain, 1))

    def _section(self, section: Section, n: int, pen: Pen) -> Section:
        inner = pen.within(
            **item_of(section, {**self.source.given, **pen.scope}), 序=numeral(n), 几=counted(n)
        )
        item = next(iter(item_of(section, {**self.source.given, **pen.scope}).values()), "")
        key = next((v for v in leaves(item) if len(v) <= 6 and not (holes.is_open(v) or "〔" in v)), "")
        return replace(
            section,
            heading=self._line(section.heading, inner, key),
            body=self._paragraphs(section.body, inner, key),
            sections=self._sections(section.sections, inner),
            each="",
            when="",
        )

    def _paragraphs(self, paragraphs: Iterable[Paragraph], pen: Pen, key: str = "") -> tuple[Paragraph, ...]:
        drawn = (replace(p, text=self._text(p.text, pen, key)) for p in paragraphs)
        return tuple(p for p in drawn if p.text)

    def _text(self, text: str, pen: Pen, key: str = "") -> str:
        """The lines of a paragraph run together, open ones left out where they may be."""
        return "".join(self._sentence(line, pen, key) for line in text.split("\n"))

    def _sentence(self, line: str, pen: Pen, key: str) -> str:
        said = pen.line(line.removeprefix(OPTIONAL)).text
        if line.startswith(OPTIONAL) and holes.is_open(said):
            return ""
        return _marked(said, key)

    def _line(self, text: str, pen: Pen, key: str = "") -> str:
        return _marked(pen.text(text).text, key)


def _marked(text: str, key: str = "") -> str:
    """The text with each open hole as a mark that says what is missing."""
    marked = "".join(part if isinstance(part, str) else _mark(part, key) for part in holes.split(text))
    return _TYPED.sub(r"〔待\1：\2〕", _UNCLOSED.sub(r"〔待核：\1〕", marked))


_TYPED = re.compile(r"[（(\[［【]待([补核定])[：:]([^（(\[［〔〕］\])）】]*)[）)\]］】]")
"""A mark as a hurried writer types it."""

_UNCLOSED = re.compile(r"(?<!\\)【(用[^【】。]*)】?")
"""Words of the bank that were asked for in a way nobody understands."""


def _mark(hole: Hole, key: str) -> str:
    if hole.call and hole.call not in (NAMED, *KINDS):
        return hole.raw
    if hole.words:
        return f"〔待核：{hole.words[0]}〕" if hole.call == NAMED else f"〔待补：{hole.call}〕"
    name = hole.call or hole.path.split(".")[-1] or hole.expression
    return f"〔待补：{key}·{name}〕" if key else f"〔待补：{name}〕"
