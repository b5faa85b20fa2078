"""Answers: what the writer gives to a template, from a file, from options, or from its example."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from drafter import holes
from drafter.bank.model import KINDS
from drafter.filling.asking import Shape, shapes
from drafter.filling.points import POINTS
from drafter.filling.showing import shown
from drafter.outline import Outline
from drafter.problem import NOWHERE, DraftError, Problem, stop
from drafter.yamlfile import Node, near

KEY = "题眼"
PHRASE = "动宾短语"
SHORT = 2
"""Characters of a word that is hardly a verb with its object."""

TEMPLATE, SEED = "模板", "种子"
OWN = (TEMPLATE, SEED)
"""What an answers file says of itself: no template asks for it."""

_STEP = re.compile(r"([^.\[\]]+)(?:\[(\d+)\])?(?:\.|$)")

Wanted = Mapping[str, Shape]


def answered(root: Node, template: Outline) -> dict[str, Any]:
    """The answers of a file; a `DraftError` names all that the template cannot take."""
    wanted = shapes(template)
    wrong = [*_wrong(root, "", wanted)]
    if wrong:
        raise DraftError(*wrong)
    given = {key.text(): _literal(value.plain()) for key, value in root.pairs()}
    root.verdict()
    kept: dict[str, Any] = pruned(given)
    return kept


def _literal(value: Any) -> Any:
    """The answer with its {{ as text: an answer may call the bank by 【用：…】, and compute nothing."""
    if isinstance(value, str):
        return re.sub(r"(?<!\\)(?:\{\{|\{%)", r"\\\g<0>", value)
    if isinstance(value, Mapping):
        return {key: _literal(item) for key, item in value.items()}
    return [_literal(item) for item in value] if isinstance(value, list) else value


def _wrong(node: Node, above: str, wanted: Wanted) -> Iterator[Problem]:
    """What is wrong with the answers under `above`: names nobody asks for, things of another kind."""
    for key, value in node.pairs():
        name = f"{above}.{key.text()}" if above else key.text()
        if name in OWN:
            continue
        if not _is_asked(name, wanted):
            yield Problem(f"骨架里没有“{name}”这一项", key.at, _cure(name, wanted))
            continue
        many, texts, fields = _taken(name, wanted)
        if value.is_text():
            if value.text() and not texts:
                yield Problem(f"“{name}”不是一句话", value.at, _shape_of(name, wanted))
        elif value.is_list() and not many:
            yield Problem(f"“{name}”只要一句话，不是列表", value.at, "写在一行里")
        elif value.is_list():
            yield from _wrong_items(value, name, wanted)
        elif many or not fields:
            yield Problem(f"“{name}”这样写不对", value.at, _shape_of(name, wanted))
        else:
            yield from _wrong(value, name, wanted)


def _wrong_items(items: Node, name: str, wanted: Wanted) -> Iterator[Problem]:
    _, texts, fields = _taken(name, wanted)
    for item in items.items():
        if item.is_mapping() and fields:
            yield from _wrong(item, name, wanted)
        elif not (item.is_text() and (texts or not item.text())):
            yield Problem(f"“{name}”的这一项这样写不对", item.at, _shape_of(name, wanted))


def _taken(name: str, wanted: Wanted) -> tuple[bool, bool, bool]:
    """Whether a name takes many things, a text, and fields of its own."""
    shape = wanted.get(name, Shape.FIELDS)
    fields = any(n.startswith(f"{name}.") for n in wanted)
    return Shape.LIST in shape, Shape.TEXT in shape or not (fields or shape), fields


def _shape_of(name: str, wanted: Wanted) -> str:
    """How a name is to be written."""
    many, texts, fields = _taken(name, wanted)
    inner = [n.removeprefix(f"{name}.") for n in wanted if n.startswith(f"{name}.")]
    names = "、".join(n for n in inner if "." not in n) or "一句话"
    if many:
        return f"每项一行，前面加“- ”{'；每项分写 ' + names if fields and not texts else ''}"
    return f"下一行缩进，分写 {names}" if fields else "写成一句话"


def _is_asked(path: str, wanted: Iterable[str]) -> bool:
    return path in OWN or any(name == path or name.startswith(f"{path}.") for name in wanted)


def _cure(path: str, wanted: Iterable[str]) -> str:
    """The nearest name that is asked for beside this one."""
    above, _, last = path.rpartition(".")
    inner = [name.removeprefix(f"{above}.") for name in wanted if not above or name.startswith(f"{above}.")]
    return near(last, dict.fromkeys(name.partition(".")[0] for name in inner))


def pruned(value: Any) -> Any:
    """The answers without empty ones; the items of a list keep their places, unless all are empty."""
    if isinstance(value, Mapping):
        kept = {key: pruned(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item not in ("", [], {}, None)}
    if isinstance(value, list):
        items = [pruned(item) for item in value]
        return items if any(items) else []
    return value


def with_point(given: Mapping[str, Any], point: str, template: Outline) -> dict[str, Any]:
    """The answers with one point more, known by its 题眼 alone."""
    return {**given, POINTS: [*given.get(POINTS, []), *items_of(POINTS, [point], template)]}


def items_of(name: str, texts: Iterable[str], template: Outline) -> list[Any]:
    """The items of a list that are known by one text each: under the field that stands for an item
    (its 题眼, else the first that must be given), or as texts where it has none."""
    asks = template.about.asks if template.about else ()
    fields = [ask for ask in asks if ask.name.rpartition(".")[0] == name]
    keys = [ask for ask in fields if ask.kind == KEY] or [ask for ask in fields if not ask.optional]
    field = keys[0].name.rpartition(".")[2] if keys else ""
    return [{field: _literal(text)} if field else _literal(text) for text in texts]


def with_setting(given: Mapping[str, Any], setting: str, template: Outline) -> dict[str, Any]:
    """The answers with `路径=内容` set."""
    path, found, value = setting.partition("=")
    if not found or not path.strip():
        raise stop(f"--set {setting} 写法有误", NOWHERE, "写成 --set 题目=内容，或 --set 要点[1].题眼=内容")
    return with_value(given, path.strip(), value, template)


def with_value(given: Mapping[str, Any], path: str, value: Any, template: Outline) -> dict[str, Any]:
    """The answers with a value at `path`: 题目, 要点[1].题眼 (of the first point) …"""
    wanted = shapes(template)
    steps = [(name, n) for name, n in _STEP.findall(path)]
    name = ".".join(name for name, _ in steps)
    if "".join(f".{step}[{n}]" if n else f".{step}" for step, n in steps)[1:] != path:
        raise stop(f"“{path}”写法有误", NOWHERE, "写成 要点[1].题眼，从 1 数起")
    if not _is_asked(name, wanted):
        raise stop(f"骨架里没有“{name}”这一项", NOWHERE, _cure(name, wanted))
    many, texts, _ = _taken(name, wanted)
    if isinstance(value, str) and (not texts or (many and not steps[-1][1])):
        raise stop(f"“{path}”不是一句话", NOWHERE, _shape_of(name, wanted))
    counted = [(step, int(n) if n else None) for step, n in steps]
    set_to: dict[str, Any] = _set(given, counted, _literal(value), path)
    return set_to


def _set(value: Any, steps: list[tuple[str, int | None]], new: Any, path: str) -> Any:
    if not steps:
        return new
    (name, n), *rest = steps
    fields = dict(value) if isinstance(value, Mapping) else {}
    inside = fields.get(name)
    if n is None and isinstance(inside, list) and rest:
        raise stop(f"“{path}”没有说是第几个{name}", NOWHERE, f"写成 {name}[1]……，从 1 数起")
    if n is None:
        return {**fields, name: _set(inside, rest, new, path)}
    items = list(inside) if isinstance(inside, list) else []
    if not 0 < n <= len(items) + 1:
        last = f" 到 {name}[{len(items) + 1}]" if items else ""
        raise stop(f"“{path}”：现有 {len(items)} 个{name}", NOWHERE, f"写 {name}[1]{last}")
    items[n - 1 :] = [_set(items[n - 1] if n <= len(items) else {}, rest, new, path), *items[n:]]
    return {**fields, name: items}


def example_of(template: Outline, name: str, n: int = 0) -> str:
    """The example answer to a name; where it belongs to the points, of point `n` counted from 0."""
    value: Any = template.about.example if template.about else {}
    for step in name.split("."):
        value = value[min(n, len(value) - 1)] if isinstance(value, list) and value else value
        value = value.get(step, "") if isinstance(value, Mapping) else ""
    if isinstance(value, list):
        return (" " if name == POINTS else "；").join(_name_of(item, name) for item in value)
    return value if isinstance(value, str) else ""


def _name_of(item: Any, name: str) -> str:
    """What an item says: a point by its first word, any other by its longest."""
    if not isinstance(item, Mapping):
        return str(item)
    texts = [text for text in item.values() if isinstance(text, str)]
    return (texts[0] if name == POINTS else max(texts, key=len)) if texts else ""


def recorded(given: Mapping[str, Any], template: Outline, seed: int | None) -> dict[str, Any]:
    """The answers with what the draft needs to be made again: its template, and its seed."""
    said = {**template.given, **given}.get(SEED, "0")
    if seed is None and not re.fullmatch(r"-?\d{1,18}", str(said)):
        raise stop(f"“{SEED}”要一个整数：{said}", NOWHERE, "写成 种子: 7，或删去这一行")
    made = {TEMPLATE: template.about.id} if template.about else {}
    return {**given, **made, SEED: str(said if seed is None else seed)}


def is_draft(outline: Outline) -> bool:
    """Whether the outline was drafted before: a draft remembers its seed, a template has none."""
    return SEED in outline.given


def meant_for_another(given: Mapping[str, Any], template: Outline) -> Iterator[Problem]:
    """Answers that name another template than the one that is filled."""
    name = template.about.id if template.about else ""
    if name and given.get(TEMPLATE, name) != name:
        yield Problem(f"这份答卷是给 {given[TEMPLATE]} 写的，现在用的是 {name}", hint="同名的项才用得上")


def too_short(given: Mapping[str, Any], template: Outline) -> Iterator[Problem]:
    """Answers of one word where the template wants a verb with its object: “要会议” says nothing."""
    said = [(re.sub(r"\[\d+\]", "", path), text) for path, text in _said(given, "")]
    for ask in template.about.asks if template.about else ():
        words = [text for name, text in said if name == ask.name and len(text) <= SHORT]
        if words and PHRASE in ask.help and ask.name != "题目":
            examples = (example_of(template, ask.name, n) for n in range(9))
            example = next(filter(None, examples), "")
            cure = f"写清做什么{f'，如“{example}”' if example else ''}"
            yield Problem(f"{ask.name}要的是{PHRASE}：{'、'.join(words)}", hint=cure)


def picked(picks: Iterable[str], template: Outline) -> dict[str, int]:
    """Which alternative to take, by hole, of `项=第几个`: a form of the template or a kind of phrase."""
    chosen = {}
    known = (*template.forms, *KINDS)
    for pick in picks:
        hole, _, n = pick.partition("=")
        if not n.isdecimal() or not int(n):
            raise stop(f"--pick {pick} 写法有误", NOWHERE, "写成 --pick 排比=2")
        if hole not in known:
            raise stop(f"--pick {pick}：没有“{hole}”这一处", NOWHERE, near(hole, known))
        most = len(template.forms.get(hole, ())) or int(n)
        if int(n) > most:
            raise stop(f"--pick {pick}：{hole}只有 {most} 个备选", NOWHERE, f"写 1 到 {most}")
        chosen[hole] = int(n)
    return chosen


def unused(draft: Outline, before: Mapping[str, Any]) -> Iterator[Problem]:
    """The answers, those given `before` apart, that have no place on the page, by their paths."""
    sources = (str(source) for credit in draft.credits for source in credit.sources)
    page = "\n".join([*(text for text, _ in shown(draft).texts()), *sources])
    known = {*_said(before, "")}
    new = [(path, text) for path, text in _said(draft.given, "") if (path, text) not in known]
    fallen = [path for path, text in new if path not in OWN and not _stands(text, page)]
    if fallen:
        cure = "看这副骨架要哪几项（draft templates）"
        yield Problem(f"这些内容没有用上：{'、'.join(fallen)}", hint=cure)


def _said(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for name, item in value.items():
            yield from _said(item, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for n, item in enumerate(value, 1):
            yield from _said(item, f"{path}[{n}]")
    elif isinstance(value, str):
        yield path, value


def _stands(answer: str, page: str) -> bool:
    """Whether the words of an answer are on the page, its holes apart."""
    pieces = (part for part in holes.split(answer) if isinstance(part, str))
    return all(piece.replace("\\", "").strip("。；，、 ") in page for piece in pieces)
