"""Answers: what the writer gives to a template, from a file, from options, or from its example."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from drafter.fill.asking import asks
from drafter.outline import Outline
from drafter.problem import NOWHERE, DraftError, Place, Problem, stop
from drafter.yamlfile import Node, near

POINTS = "要点"
KEY = "题眼"
OWN = ("模板", "种子")
"""What an answers file says of itself: no template asks for it."""

_STEP = re.compile(r"([^.\[\]]+)(?:\[(\d+)\])?(?:\.|$)")


def answered(root: Node, template: Outline) -> dict[str, Any]:
    """The answers of a file; a `DraftError` names every one that the template does not ask for."""
    asked = asks(template)
    strange = [
        Problem(f"骨架里没有“{path}”这一项", at, _cure(path, asked))
        for path, at in _paths(root, "")
        if not _is_asked(path, asked)
    ]
    if strange:
        raise DraftError(*strange)
    given: dict[str, Any] = pruned({key.text(): value.plain() for key, value in root.pairs()})
    root.verdict()
    return given


def _paths(node: Node, above: str) -> Iterator[tuple[str, Place]]:
    """The path of every key in the file, lists left out: 要点.题眼; and where it stands."""
    if node.is_list():
        for item in node.items():
            yield from _paths(item, above)
    elif node.is_mapping():
        for key, value in node.pairs():
            path = f"{above}.{key.text()}" if above else key.text()
            yield path, key.at
            yield from _paths(value, path)


def _is_asked(path: str, asked: tuple[str, ...]) -> bool:
    return path in OWN or any(name == path or name.startswith(f"{path}.") for name in asked)


def _cure(path: str, asked: tuple[str, ...]) -> str:
    """The nearest name that is asked for beside this one."""
    above, _, _ = path.rpartition(".")
    beside = [name for name in asked if name.rpartition(".")[0] == above]
    return near(path, beside or asked)


def pruned(value: Any) -> Any:
    """The answers without empty ones; the items of a list keep their places."""
    if isinstance(value, Mapping):
        kept = {key: pruned(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item not in ("", [], {}, None)}
    return [pruned(item) for item in value] if isinstance(value, list) else value


def with_point(given: Mapping[str, Any], point: str, template: Outline) -> dict[str, Any]:
    """The answers with one point more, known by its 题眼 alone."""
    field = _key_of_points(template)
    item: Any = {field: point} if field else point
    return {**given, POINTS: [*given.get(POINTS, []), item]}


def _key_of_points(template: Outline) -> str:
    known = template.about.asks if template.about else ()
    keys = (ask.name for ask in known if ask.kind == KEY and ask.name.startswith(f"{POINTS}."))
    return next(keys, "").removeprefix(f"{POINTS}.")


def with_setting(given: Mapping[str, Any], setting: str, template: Outline) -> dict[str, Any]:
    """The answers with `路径=内容` set."""
    path, found, value = setting.partition("=")
    if not found or not path.strip():
        raise stop(f"--set {setting} 写法有误", NOWHERE, "写成 --set 题目=内容，或 --set 要点[1].题眼=内容")
    return with_value(given, path.strip(), value, template)


def with_value(given: Mapping[str, Any], path: str, value: Any, template: Outline) -> dict[str, Any]:
    """The answers with a value at `path`: 题目, 要点[1].题眼 (of the first point) …"""
    steps = [(name, int(n or 0)) for name, n in _STEP.findall(path)]
    name = ".".join(name for name, _ in steps)
    asked = asks(template)
    if not _is_asked(name, asked):
        raise stop(f"骨架里没有“{name}”这一项", NOWHERE, _cure(name, asked))
    set_to: dict[str, Any] = _set(given, steps, value)
    return set_to


def _set(value: Any, steps: list[tuple[str, int]], new: Any) -> Any:
    if not steps:
        return new
    (name, n), *rest = steps
    fields = dict(value) if isinstance(value, Mapping) else {}
    inside = fields.get(name)
    if n:
        items = list(inside) if isinstance(inside, list) else []
        items += [{} for _ in range(n - len(items))]
        items[n - 1] = _set(items[n - 1], rest, new)
        inside = items
    else:
        inside = _set(inside, rest, new)
    return {**fields, name: inside}


def example_of(template: Outline, name: str, n: int = 0) -> str:
    """The example answer to a name; where it belongs to the points, of point `n` counted from 0."""
    value: Any = template.about.example if template.about else {}
    for step in name.split("."):
        value = value[min(n, len(value) - 1)] if isinstance(value, list) and value else value
        value = value.get(step, "") if isinstance(value, Mapping) else ""
    if isinstance(value, list):
        texts = [item if isinstance(item, str) else _longest(item) for item in value]
        return "；".join(texts)
    return value if isinstance(value, str) else ""


def _longest(item: Mapping[str, Any]) -> str:
    """What an item has to say, among its short labels."""
    return max((value for value in item.values() if isinstance(value, str)), key=len, default="")
