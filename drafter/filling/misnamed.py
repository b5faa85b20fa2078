"""Holes of a draft that nothing can fill as they are typed: names nobody asks for, words not yet fetched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from drafter import holes
from drafter.bank.model import KINDS
from drafter.filling.answers import OWN
from drafter.filling.asking import asked_in, asks
from drafter.filling.pen import LIVE, NAMED
from drafter.filling.points import bound_in
from drafter.holes import Hole
from drafter.outline import Outline, Section, by_line
from drafter.problem import Place, Problem
from drafter.yamlfile import near

Bound = Mapping[str, str]
"""What a name stands for inside a section: 点 → 要点."""


class _Found(NamedTuple):
    hole: Hole
    bound: Bound
    at: Place


def misnamed(draft: Outline, template: Outline) -> Iterator[Problem]:
    """Holes whose names neither the template asks for nor an answer has."""
    known = {*asks(template), *_answered(draft.given, ""), *LIVE} - {*OWN}
    for hole, bound, at in _holes(draft):
        names = asked_in(hole, bound, draft.forms) if not hole.call else ()
        if any(name not in known for name in names):
            said = hole.path or hole.expression
            meant = near(said, _choices(known, bound, draft))
            cure = (
                meant if meant.startswith("是不是") else "看骨架要哪几项（draft templates）；是正文就写成\\【"
            )
            yield Problem(f"没有“{said}”这一项", at, cure)


def unfetched(draft: Outline) -> Iterator[Problem]:
    """Calls of the bank that wait to be answered, or that name no kind of it."""
    for hole, _, at in _holes(draft):
        if hole.call in (NAMED, *KINDS):
            cure = f"用 draft --template {at.path or '这份提纲'} --force 取进来"
            yield Problem(f"{hole.raw}还没有从词库取", at, cure)
        elif hole.call and (kind := near(hole.call, KINDS)).startswith("是不是"):
            yield Problem(f"词库没有“{hole.call}”这一类", at, kind)


def _choices(known: set[str], bound: Bound, draft: Outline) -> Iterator[str]:
    """The names that could be meant here, as they are written here."""
    for name, path in bound.items():
        yield from (f"{name}.{n.removeprefix(f'{path}.')}" for n in sorted(known) if n.startswith(f"{path}."))
    yield from sorted(name for name in known if "." not in name)
    yield from draft.forms


def _answered(value: object, above: str) -> Iterator[str]:
    """The path of every answer: 要点, 要点.题眼 …"""
    if above:
        yield above
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _answered(inner, f"{above}.{name}" if above else name)
    elif isinstance(value, list):
        for inner in value:
            yield from _answered(inner, above)


def _holes(draft: Outline) -> Iterator[_Found]:
    lines = by_line(draft)
    yield from _in_texts([(lines.title, lines.at)], {})
    yield from _in_texts([(p.text, p.at) for p in (*lines.front, *lines.body)], {})
    yield from _in_sections(lines.sections, {})
    yield from _in_texts([(p.text, p.at) for p in lines.ending], {})


def _in_sections(sections: Sequence[Section], bound: Bound) -> Iterator[_Found]:
    for section in sections:
        inner = {**bound, **bound_in(section, bound)}
        yield from _in_texts([(section.heading, section.at), *((p.text, p.at) for p in section.body)], inner)
        yield from _in_sections(section.sections, inner)


def _in_texts(texts: Sequence[tuple[str, Place]], bound: Bound) -> Iterator[_Found]:
    for text, at in texts:
        yield from (_Found(part, bound, at) for part in holes.split(text) if isinstance(part, Hole))
