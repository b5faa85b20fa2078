"""Fill the holes of a template from answers and a phrase bank, and show what is still open.

Answers come first, hole by hole; what no answer fills the bank may, by relevance.  What has no
hole is the writer's own and is never touched.  Derived parts (点数, previews, anything that speaks
of the points as a whole) stay holes: like numbers they are drawn when the page is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from drafter import holes
from drafter.filling.asking import asks
from drafter.filling.drawer import BankDrawer, words_of
from drafter.filling.pen import MADE, Drawer, Pen, each_of, item_of, listed
from drafter.filling.showing import GAP, gaps, shown
from drafter.holes import Known
from drafter.outline import Credit, Outline, Paragraph, Section
from drafter.problem import stop

if TYPE_CHECKING:
    from drafter.bank import Shelf

__all__ = ["GAP", "asks", "fill", "gaps", "shown"]


def fill(
    template: Outline,
    answers: Mapping[str, Any],
    shelf: Shelf | None = None,
    *,
    seed: int = 0,
    picks: Mapping[str, int] | None = None,
) -> Outline:
    """The template with every hole filled that `answers` and the bank on `shelf` can fill.

    `picks` names, by hole, which of its alternatives to take, counted from 1.
    """
    answered = _filled(replace(template, given={**template.given, **answers}), None, picks or {})
    if shelf is None:
        return answered
    return _filled(answered, BankDrawer(shelf, seed, words_of(answered)), picks or {})


def _filled(outline: Outline, drawer: Drawer | None, picks: Mapping[str, int]) -> Outline:
    scope = {name: value for name, value in outline.given.items() if not isinstance(value, list)}
    filler = _Filler(Pen(scope, outline.forms, drawer, picks), outline.given)
    made = replace(
        outline,
        title=filler.text(outline.title),
        front=filler.paragraphs(outline.front),
        body=filler.paragraphs(outline.body),
        sections=filler.sections(outline.sections),
        ending=filler.paragraphs(outline.ending),
    )
    return replace(made, credits=tuple(dict.fromkeys((*outline.credits, *filler.credits))))


def _each(section: Section) -> tuple[str, str] | None:
    """The name and the list of `点 in 要点`; None for a section that is one of a kind, or made."""
    if not section.each or MADE.fullmatch(section.each):
        return None
    bound = each_of(section.each)
    if not bound:
        raise stop(f"“每”写法有误：{section.each}", section.at, "写成“点 in 要点”")
    return bound


@dataclass(frozen=True)
class _Filler:
    """Fills the nodes of a tree; keeps whom the texts owe."""

    pen: Pen
    given: Mapping[str, Any]
    credits: list[Credit] = field(default_factory=list)

    def text(self, text: str) -> str:
        said = self.pen.text(text)
        self.credits.extend(said.credits)
        return said.text

    def paragraphs(self, paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
        return tuple(replace(p, text=self.text(p.text)) for p in paragraphs)

    def sections(self, sections: tuple[Section, ...]) -> tuple[Section, ...]:
        return tuple(made for section in sections for made in self.section(section))

    def section(self, section: Section) -> Iterator[Section]:
        """The sections that stand for this one: none, one, or one per item."""
        bound = _each(section)
        if not bound:
            yield from self._kept(section)
            return
        known, items = holes.look_up(bound[1], self.given)
        if known is Known.NOT_YET:
            yield section
        elif known is Known.YES:
            for n in range(1, len(listed(items)) + 1):
                yield from self._kept(replace(section, each=f"{bound[0]} = {bound[1]}[{n}]"))

    def _kept(self, section: Section) -> Iterator[Section]:
        inner = self._inside(section)
        known, holds = holes.evaluate(section.when, inner.given) if section.when else (0, True)
        if known is Known.NOT_YET:
            yield section
        elif known is not Known.NEVER and holds:
            yield replace(
                section,
                heading=inner.text(section.heading),
                body=inner.paragraphs(section.body),
                sections=inner.sections(section.sections),
                when="",
            )

    def _inside(self, section: Section) -> _Filler:
        found = MADE.fullmatch(section.each)
        if not found:
            return self
        name, items = found[1], listed(holes.look_up(found[2], self.given)[1] or [])
        peers = tuple({name: item} for item in items)
        pen = replace(self.pen.within(**item_of(section, self.given)), peers=peers, turn=int(found[3]) - 1)
        return replace(self, pen=pen, given={**self.given, **item_of(section, self.given)})
