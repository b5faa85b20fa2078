"""What a template asks: computed from its holes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Flag, auto

from drafter import holes
from drafter.filling.pen import LIVE, each_of
from drafter.filling.points import bound_in, list_of
from drafter.holes import Hole
from drafter.outline import Form, Outline, Section


class Shape(Flag):
    """How a name is used: as a text, as a list (whose items may be texts), or for its fields alone."""

    FIELDS = 0
    TEXT = auto()
    LIST = auto()


def asks(template: Outline) -> tuple[str, ...]:
    """The names that a template asks for, in the order of its text: 题目, 要点, 要点.题眼, …"""
    return tuple(shapes(template))


def shapes(template: Outline) -> Mapping[str, Shape]:
    """Every name that a template asks for, and how it uses what it gets."""
    asker = _Asker(template.forms)
    for text in (template.title, *(p.text for p in (*template.front, *template.body))):
        asker.text(text, {})
    asker.sections(template.sections, {})
    for paragraph in template.ending:
        asker.text(paragraph.text, {})
    return asker.found


def asked_in(hole: Hole, bound: Mapping[str, str], forms: Mapping[str, tuple[Form, ...]]) -> tuple[str, ...]:
    """The names that one hole asks for, where `bound` says what stands for what."""
    asker = _Asker(forms)
    asker.text(hole.raw, bound)
    return tuple(asker.found)


class _Asker:
    """Walks the holes of a template; `bound` is what a name stands for inside an each: 点 → 要点."""

    def __init__(self, forms: Mapping[str, tuple[Form, ...]]) -> None:
        self.forms = forms
        self.found: dict[str, Shape] = {}
        self.inside: list[str] = []

    def text(self, text: str, bound: Mapping[str, str]) -> None:
        for part in holes.split(text):
            if isinstance(part, Hole) and part.expression:
                self.expression(part.expression, bound)
            elif isinstance(part, Hole) and part.path:
                self.path(part.path, bound, Shape.FIELDS if part.call else Shape.TEXT)

    def expression(self, expression: str, bound: Mapping[str, str]) -> None:
        for name in sorted(holes.names_in(expression)):
            self.path(name, bound, Shape.FIELDS)

    def path(self, path: str, bound: Mapping[str, str], shape: Shape) -> None:
        head = path.partition(".")[0]
        if head in LIVE and head not in bound:
            return
        if head in self.forms and head not in bound:
            self.called(head, bound)
        elif name := _full(path, bound):
            self.found[name] = self.found.get(name, Shape.FIELDS) | shape

    def called(self, name: str, bound: Mapping[str, str]) -> None:
        """The names that a form asks for, where it is called."""
        if name not in self.inside:
            self.inside.append(name)
            for form in self.forms[name]:
                inner = {**bound, **self.each(form.each, bound)}
                self.text(form.text, {**inner, "序": ""} if form.each else inner)
                self.text(form.source, inner)
            self.inside.pop()

    def each(self, each: str, bound: Mapping[str, str]) -> dict[str, str]:
        found = each_of(each)
        if not found:
            return {}
        name, path = found
        self.path(path, bound, Shape.LIST)
        return {name: _full(path, bound)}

    def sections(self, sections: Iterable[Section], bound: Mapping[str, str]) -> None:
        for section in sections:
            if path := list_of(section):
                self.path(path, bound, Shape.LIST)
            inner = {**bound, **bound_in(section, bound)}
            if section.when:
                self.expression(section.when, inner)
            self.text(section.heading, inner)
            for paragraph in section.body:
                self.text(paragraph.text, inner)
            self.sections(section.sections, inner)


def _full(path: str, bound: Mapping[str, str]) -> str:
    """The path with what its first name stands for; nothing where that is counted, not asked."""
    head, _, rest = path.partition(".")
    root = bound.get(head, head)
    return ".".join(filter(None, [root, rest])) if root else ""
