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
from drafter.filling.pen import NAMED, Pen
from drafter.filling.points import (
    POINTS,
    Scope,
    Stand,
    are_gone,
    count,
    is_unmade,
    item_of,
    list_of,
    lists_of,
    made_lists,
    stands,
    with_list,
)
from drafter.holes import Hole
from drafter.outline import Outline, Paragraph, Section

_OPTIONAL = re.compile(r"[（(【［\[][ 　]*可省[ 　]*[）)】］\]][：: 　]*")
"""What a line begins with that is left out while it is open; however hurried it is typed."""

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
            sections=self._sections(source.sections, self.pen, source.given),
            ending=self._paragraphs(source.ending, self.pen),
            forms={},
        )

    @cached_property
    def made(self) -> frozenset[str]:
        return made_lists(self.source)

    @cached_property
    def pen(self) -> Pen:
        """The scope of the whole: every list of points as its sections now are, and their count."""
        given, sections = self.source.given, _certain(self.source.sections)
        gone: dict[str, list[Any]] = {POINTS: []} if POINTS in given and are_gone(sections) else {}
        scope = given
        for path, items in {**gone, **lists_of(sections, given, self.made)}.items():
            scope = with_list(scope, path, items)
        unmade = {list_of(section) for _, section in self.source.walk() if is_unmade(section)}
        scope = {name: value for name, value in scope.items() if name not in unmade}
        counts = {} if unmade else {"点数": counted(count(sections))}
        return Pen({**scope, **counts}, self.source.forms)

    def _sections(self, sections: Sequence[Section], pen: Pen, given: Scope) -> tuple[Section, ...]:
        run = enumerate(stands(_certain(sections), given), 1)
        return tuple(self._section(stand, n, pen, given) for n, stand in run)

    def _section(self, stand: Stand, n: int, pen: Pen, given: Scope) -> Section:
        """The section as it is drawn in the scope of `pen`; `given` holds the items as they were given."""
        section, item = stand.section, item_of(stand, given, self.made) if stand.name else ""
        bound = {stand.name: item} if stand.name else {}
        inner = pen.within(**bound, 序=numeral(n), 几=counted(n))
        key = next((v for v in leaves(item) if len(v) <= 6 and not (holes.is_open(v) or "〔" in v)), "")
        given = {**given, stand.name: stand.item} if stand.name else given
        return replace(
            section,
            heading=self._line(section.heading, inner, key),
            body=self._paragraphs(section.body, inner, key),
            sections=self._sections(section.sections, inner, given),
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
        mark = _OPTIONAL.match(line)
        said = pen.line(line[mark.end() :] if mark else line).text
        if mark and holes.is_open(said):
            return ""
        return _marked(said, key)

    def _line(self, text: str, pen: Pen, key: str = "") -> str:
        return _marked(pen.text(text).text, key)


def _certain(sections: Sequence[Section]) -> list[Section]:
    """The sections that hold; of the others it is not known yet."""
    return [section for section in sections if not section.when]


def _marked(text: str, key: str = "") -> str:
    """The text with each open hole as a mark that says what is missing."""
    marked = "".join(part if isinstance(part, str) else _mark(part, key) for part in holes.split(text))
    typed = _TYPED.sub(r"〔待\1：\2〕", _UNCLOSED.sub(r"〔待核：\1〕", marked))
    typed = _BARE.sub(r"〔待\1：内容〕", typed)
    return _LOOSE.sub(lambda found: f"〔待{found[1]}：{found[2] or '内容'}〕", typed)


_TYPED = re.compile(r"[（(\[［【]待([补核定])充?[：:]([^（(\[［〔〕］\])）】]*)[）)\]］】〕]")
"""A mark as a hurried writer types it."""

_BARE = re.compile(r"[（(\[［【]待(补|核)[充实]?[）)\]］】]")

_LOOSE = re.compile(r"〔待([补核定])充?[：:\s]*((?:[^〔〕]|〔[^〔〕]*〕)*)〕")
"""A mark with a half-width colon, or none."""

_UNCLOSED = re.compile(r"(?<!\\)【(用[^【】。]*)】?")
"""Words of the bank that were asked for in a way nobody understands."""


def _mark(hole: Hole, key: str) -> str:
    if hole.call and hole.call not in (NAMED, *KINDS):
        return hole.raw
    if hole.words:
        return f"〔待核：{hole.words[0]}〕" if hole.call == NAMED else f"〔待补：{hole.call}〕"
    name = hole.call or hole.path.split(".")[-1] or hole.expression
    return f"〔待补：{key}·{name}〕" if key else f"〔待补：{name}〕"
