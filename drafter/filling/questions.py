"""What is still to be asked: each hole that no answer fills, in the order in which a writer thinks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from drafter.filling.answers import example_of, items_of
from drafter.filling.points import POINTS
from drafter.outline import About, Ask, Outline

LIST = "列表"


class Question(NamedTuple):
    """What is asked: the path that the answer is set at, the words, an example."""

    path: str
    words: str
    example: str
    ask: Ask


def questions(template: Outline, known: Mapping[str, Any]) -> Iterator[Question]:
    """What is still open: of the whole, then point by point, in the order of the template."""
    asks = [ask for ask in (template.about or About("")).asks if not ask.optional]
    of_points = [ask for ask in asks if ask.name.startswith(f"{POINTS}.")]
    for ask in asks:
        if ask not in of_points:
            yield from _open(template, ask, known)
        if ask.name == POINTS:
            for n in range(len(known.get(POINTS, ()))):
                yield from (question for field in of_points for question in _open(template, field, known, n))


def value_of(said: str, ask: Ask, template: Outline) -> Any:
    """The answer as it is set: points part at spaces, the items of other lists at ；."""
    if ask.kind != LIST:
        return said
    parts = said.split() if ask.name == POINTS else re.split("[；;]", said)
    return items_of(ask.name, [part.strip() for part in parts if part.strip()], template)


def _open(template: Outline, ask: Ask, known: Mapping[str, Any], point: int = -1) -> Iterator[Question]:
    """The places of one name that have no answer yet: one, or one in each item of a list."""
    for path, words, there in _places(ask.name.split("."), known, point):
        if not there:
            how = "" if ask.kind != LIST else "（用空格分开）" if ask.name == POINTS else "（用“；”分开）"
            example = example_of(template, ask.name, max(point, 0))
            yield Question(path, f"{words}{ask.help}{how}", example, ask)


def _places(steps: Sequence[str], value: Any, point: int) -> Iterator[tuple[str, str, bool]]:
    """Where a name can stand in the answers so far: its path, the words that lead to it, is it there."""
    head, *rest = steps
    if not isinstance(value, Mapping):
        return
    inside = value.get(head)
    if not rest:
        yield head, "", inside is not None
    elif isinstance(inside, list):
        for n, item in enumerate(inside):
            if point in (-1, n):
                for path, words, there in _places(rest, item, -1):
                    yield f"{head}[{n + 1}].{path}", f"“{_name_of(item, n)}”{words or '：'}", there


def _name_of(item: Mapping[str, Any], n: int) -> str:
    """What an item is called: its first answer."""
    return next((value for value in item.values() if isinstance(value, str)), "") or f"第{n + 1}项"
