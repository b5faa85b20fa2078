"""What a template asks: computed from its holes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from drafter import holes
from drafter.fill.pen import LIVE, each_of
from drafter.holes import Hole
from drafter.outline import Form, Outline, Section


def asks(template: Outline) -> tuple[str, ...]:
    """The names that a template asks for, in the order of its text: 题目, 要点, 要点.题眼, …"""
    asker = _Asker(template.forms)
    for text in (template.title, *(p.text for p in (*template.front, *template.body))):
        asker.text(text, {})
    asker.sections(template.sections, {})
    for paragraph in template.ending:
        asker.text(paragraph.text, {})
    return tuple(asker.found)


class _Asker:
    def __init__(self, forms: Mapping[str, tuple[Form, ...]]) -> None:
        self.forms = forms
        self.found: dict[str, None] = {}

    def text(self, text: str, bound: Mapping[str, str]) -> None:
        for part in holes.split(text):
            if isinstance(part, Hole):
                for path in [part.path] if part.path else _names(part):
                    self.path(path, bound)

    def path(self, path: str, bound: Mapping[str, str]) -> None:
        head, _, rest = path.partition(".")
        if head in LIVE and head not in bound:
            return
        if head in self.forms and head not in bound:
            for form in self.forms[head]:
                self.form(form, bound)
        elif bound.get(head, head):
            self.found.setdefault(".".join(filter(None, [bound.get(head, head), rest])))

    def form(self, form: Form, bound: Mapping[str, str]) -> None:
        inner = {**bound, **self.each(form.each, bound)}
        self.text(form.text, {**inner, "序": ""} if form.each else inner)
        self.text(form.source, inner)

    def each(self, each: str, bound: Mapping[str, str]) -> dict[str, str]:
        found = each_of(each)
        if not found:
            return {}
        name, path = found
        self.path(path, bound)
        head, _, rest = path.partition(".")
        return {name: ".".join(filter(None, [bound.get(head, head), rest]))}

    def sections(self, sections: Iterable[Section], bound: Mapping[str, str]) -> None:
        for section in sections:
            inner = {**bound, **self.each(section.each, bound)}
            self.text(f"{{{{ {section.when} }}}}" if section.when else "", inner)
            self.text(section.heading, inner)
            for paragraph in section.body:
                self.text(paragraph.text, inner)
            self.sections(section.sections, inner)


def _names(hole: Hole) -> set[str]:
    return holes.names_in(hole.expression) if hole.expression else set()
