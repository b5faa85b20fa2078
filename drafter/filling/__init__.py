"""Fill the holes of a template from answers and a phrase bank, and show what is still open.

Answers come first, hole by hole; what no answer fills the bank may, by relevance.  What has no
hole is the writer's own and is never touched.  Derived parts (点数, previews, anything that speaks
of the points as a whole) stay holes: like numbers they are drawn when the page is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from drafter import holes
from drafter.filling.asking import asks
from drafter.filling.drawer import BankDrawer, words_of
from drafter.filling.pen import Drawer, Pen
from drafter.filling.points import Stand, expanded, is_unmade, list_of, stands
from drafter.filling.showing import GAP, gaps, shown
from drafter.holes import Known
from drafter.outline import Credit, Outline, Paragraph, Section

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
    topic = answered.title if not holes.is_open(answered.title) else ""
    return _filled(answered, BankDrawer(shelf, seed, words_of(answered), topic), picks or {})


def _filled(outline: Outline, drawer: Drawer | None, picks: Mapping[str, int]) -> Outline:
    live = _lists(outline.given) | set(map(list_of, outline.sections))
    scope = {name: value for name, value in outline.given.items() if name not in live}
    filler = _Filler(Pen(scope, outline.forms, drawer, picks, live=live), outline.given)
    made = replace(
        outline,
        title=filler.text(outline.title),
        front=filler.paragraphs(outline.front),
        body=filler.paragraphs(outline.body),
        sections=filler.sections(outline.sections),
        ending=filler.paragraphs(outline.ending),
    )
    return replace(made, credits=tuple(dict.fromkeys((*outline.credits, *filler.credits))))


def _lists(given: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(name for name, value in given.items() if isinstance(value, list))


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
        run = [*stands(expanded(sections, self.given), self.given)]
        return tuple(made for stand in run for made in self._inside(stand, run).section(stand.section))

    def section(self, section: Section) -> Iterator[Section]:
        """The section, where it holds."""
        known, holds = holes.evaluate(section.when, self.given) if section.when else (0, True)
        if is_unmade(section) or known is Known.NOT_YET:
            yield section
        elif known is not Known.NEVER and holds:
            yield replace(
                section,
                heading=self.text(section.heading),
                body=self.paragraphs(section.body),
                sections=self.sections(section.sections),
                when="",
            )

    def _inside(self, stand: Stand, peers: Iterable[Stand]) -> _Filler:
        """The filler for what stands in a section: it knows its item, and leaves its own lists live."""
        if not stand.name:
            return self
        item = {stand.name: stand.item}
        pen = self.pen.within(**item)
        pen = replace(
            pen,
            peers=tuple({stand.name: peer.item} for peer in peers if peer.name and peer.path == stand.path),
            turn=stand.n - 1,
            live=pen.live | set(map(list_of, stand.section.sections)),
        )
        return replace(self, pen=pen, given={**self.given, **item})
