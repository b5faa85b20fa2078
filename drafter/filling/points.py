"""Which answers each section stands for, whatever the writer has moved, deleted or added since.

A made section names its item by number and by name, `点 = 要点[2]（准）`; lists that sections were
made from are read off the sections as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from drafter import holes
from drafter.chinese import numeral
from drafter.filling.drawer import leaves
from drafter.filling.pen import each_of, listed
from drafter.holes import Known
from drafter.outline import NO_NUMBER, Outline, Section
from drafter.problem import stop

POINTS = "要点"
ALONE = "单独"
"""What a section that is no point, beside points, says instead of its item: it never had one."""

_MADE = re.compile(r"\s*(\w+)\s*=\s*([\w.]+)\[(\d+)\]\s*(?:（(.*)）)?\s*(?:第(\d+)遍)?\s*")
_LONGEST = 12
"""Characters of the name of an item."""

Scope = Mapping[str, Any]


class _Made(NamedTuple):
    """What a made section says: the name that holds its item, the list, the number and name of the
    item, and which time siblings are made from that list."""

    name: str
    path: str
    n: int
    called: str
    time: int


@dataclass(frozen=True, slots=True)
class Stand:
    """A section, the list that it is a point of, its number there, and its item under `name`.

    Where nobody knows its item it has no `name`, and its number is its place among the points.
    """

    section: Section
    path: str
    n: int
    name: str = ""
    item: Any = None


def is_point(section: Section) -> bool:
    """Whether a section counts among its siblings: it was made, or was added by hand and has a number."""
    made = _made(section)
    return made.time == 1 if made else section.each != ALONE and section.marker != NO_NUMBER


def count(sections: Sequence[Section]) -> int:
    """How many points there are: where the first that were made stand, else among these sections."""
    below = [section.sections for _, section in Outline(sections=tuple(sections)).walk()]
    points = next((group for group in (sections, *below) if any(map(_made, group))), sections)
    return sum(map(is_point, points))


def are_gone(sections: Sequence[Section]) -> bool:
    """Whether all points have been deleted: only sections are left that stood beside them."""
    return not sections or any(section.each == ALONE for section in sections)


def list_of(section: Section) -> str:
    """The list that a section is made from, or will be."""
    made = _made(section)
    return made.path if made else _each(section)[1]


def bound_in(section: Section, bound: Mapping[str, str]) -> dict[str, str]:
    """What the name of its item stands for inside a section, all the way up: 项 → 要点.分项."""
    made = _made(section)
    name, path = (made.name, made.path) if made else _each(section)
    head, _, rest = path.partition(".")
    return {name: ".".join(filter(None, [bound.get(head, head), rest]))} if name else {}


def is_unmade(section: Section) -> bool:
    """Whether the section still stands for all the items of a list."""
    return bool(_each(section)[1])


def expanded(sections: Sequence[Section], scope: Scope) -> tuple[Section, ...]:
    """The sections, one per item instead of each `点 in 要点` whose list is known."""
    paths = [_each(section)[1] for section in sections]
    making = any(holes.look_up(path, scope)[0] is Known.YES for path in paths if path)
    return tuple(
        one
        for i, (section, path) in enumerate(zip(sections, paths, strict=True))
        for one in (_made_from(section, scope, paths[:i].count(path)) if path else [_alone(section, making)])
    )


def _alone(section: Section, making: bool) -> Section:
    return replace(section, each=ALONE) if making and not section.each else section


def _made_from(section: Section, scope: Scope, before: int) -> Iterator[Section]:
    """One section per item of the list that `before` siblings were made from already."""
    name, path = _each(section)
    known, items = holes.look_up(path, scope)
    again = f"第{before + 1}遍" if before else ""
    if known is Known.NOT_YET:
        yield section
    elif known is Known.YES:
        for n, item in enumerate(listed(items), 1):
            called = f"（{_called(item)}）" if _called(item) else ""
            yield replace(section, each=f"{name} = {path}[{n}]{called}{again}")


def stands(sections: Sequence[Section], scope: Scope) -> Iterator[Stand]:
    """What each of these siblings stands for; no item stands twice."""
    found = [_made(section) for section in sections]
    items = {made.path: items_of(made.path, scope) for made in found if made}
    taken = _taken(found, items)
    path = next(iter(items), "")
    for i, (section, made) in enumerate(zip(sections, found, strict=True)):
        path = made.path if made else path
        if made and i in taken:
            n = taken[i]
            yield Stand(section, path, n + 1, made.name, items[path][n])
        else:
            yield Stand(section, path if is_point(section) else "", sum(map(is_point, sections[: i + 1])))


def lists_of(sections: Sequence[Section], scope: Scope, made: Iterable[str]) -> dict[str, list[Any]]:
    """Each list that these sections were made from, as they stand: their order, none that is gone.

    `made` are all such lists of the outline, those below an item too.
    """
    lists: dict[str, list[Any]] = {}
    for stand in stands(sections, scope):
        if stand.path and is_point(stand.section):
            lists.setdefault(stand.path, []).append(item_of(stand, scope, made))
    for section in sections:
        if not _made(section):
            lists = {**lists_of(section.sections, scope, made), **lists}
    return lists


def item_of(stand: Stand, scope: Scope, made: Iterable[str]) -> Any:
    """The item that a section stands for, its own lists as the sections below it stand."""
    if not stand.name:
        return _unknown(items_of(stand.path, scope), stand.n)
    bound = {stand.name: stand.item}
    below = lists_of(stand.section.sections, {**scope, **bound}, made)
    for path in made:
        if path.startswith(f"{stand.name}."):
            bound = with_list(bound, path, below.get(path, []))
    return bound[stand.name]


def with_list(scope: Scope, path: str, items: list[Any]) -> dict[str, Any]:
    """The scope with a list put at `path`."""
    head, _, rest = path.partition(".")
    inside = scope.get(head)
    if not rest:
        return {**scope, head: items}
    return {**scope, head: with_list(inside, rest, items)} if isinstance(inside, Mapping) else dict(scope)


def made_lists(outline: Outline) -> frozenset[str]:
    """Every list that sections of the outline were made from."""
    return frozenset(made.path for _, section in outline.walk() if (made := _made(section)))


def unknown(n: int, name: str = "") -> str:
    """The mark for what nobody knows of a point that was added by hand."""
    return f"〔待补：第{numeral(n)}点{'·' * bool(name)}{name}〕"


def _unknown(peers: Sequence[Any], n: int) -> Any:
    """An item in the shape of its peers, that asks for each of its fields."""
    texts = [
        name for peer in peers if isinstance(peer, Mapping) for name in peer if isinstance(peer[name], str)
    ]
    return {name: unknown(n, name) for name in texts} or unknown(n)


def _made(section: Section) -> _Made | None:
    found = _MADE.fullmatch(section.each)
    if not found:
        return None
    return _Made(found[1], found[2], int(found[3]), found[4] or "", int(found[5] or 1))


def _each(section: Section) -> tuple[str, str]:
    """The name and the list of `点 in 要点`; empty for a section that is one of a kind, or made."""
    if section.each in ("", ALONE) or _MADE.fullmatch(section.each):
        return "", ""
    bound = each_of(section.each)
    if not bound:
        raise stop(f"“每”写法有误：{section.each}", section.at, "写成“点 in 要点”或“点 = 要点[1]”")
    return bound


def items_of(path: str, scope: Scope) -> list[Any]:
    """The items of a list; none where it is not known."""
    known, items = holes.look_up(path, scope)
    return listed(items) if known is Known.YES else []


def _called(item: Any) -> str:
    """The name of an item: its first text."""
    return next(leaves(item), "").replace("\n", "").strip()[:_LONGEST]


def _taken(found: Sequence[_Made | None], items: Mapping[str, Sequence[Any]]) -> dict[int, int]:
    """Which item of its list each section takes: the one of its name, else the one of its number."""
    names = {path: [_called(item) for item in items[path]] for path in items}
    takers: dict[tuple[str, int, int], int] = {}
    for place in (_by_name, _by_number):
        for i, made in enumerate(found):
            n = place(made, names[made.path]) if made and i not in takers.values() else -1
            if made and n >= 0:
                takers.setdefault((made.path, made.time, n), i)
    return {i: n for (_, _, n), i in takers.items()}


def _by_name(made: _Made, names: Sequence[str]) -> int:
    if names[made.n - 1 : made.n] == [made.called]:
        return made.n - 1
    return names.index(made.called) if made.called and names.count(made.called) == 1 else -1


def _by_number(made: _Made, names: Sequence[str]) -> int:
    return made.n - 1 if made.n <= len(names) else -1
