"""Questions on a terminal: one hole at a time, skipped with Enter, nothing lost by Ctrl-C."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import click

from drafter import yamlfile
from drafter.files import write_whole
from drafter.fill.answers import POINTS, example_of, items_of, pruned, with_value
from drafter.outline import About, Ask, Outline

LIST = "列表"


class Question(NamedTuple):
    """What is asked: the path that the answer is set at, the words, an example."""

    path: str
    words: str
    example: str
    ask: Ask


def ask(template: Outline, given: Mapping[str, Any]) -> dict[str, Any]:
    """The answers to what `given` leaves open; Ctrl-C keeps those that were given so far."""
    known, asked = dict(given), set[str]()
    click.echo("一项一项地问；直接回车就留空，Ctrl-C 停下（已答的会存好）。")
    try:
        while left := [q for q in _questions(template, known) if q.path not in asked]:
            question = left[0]
            asked.add(question.path)
            said = _prompt(f"[{len(asked)}/{len(asked) + len(left) - 1}] {question.words}", question.example)
            if said:
                known = with_value(known, question.path, _value(said, question.ask, template), template)
    except (click.Abort, KeyboardInterrupt):
        _keep(template, known)
        raise click.exceptions.Exit(1) from None
    return dict(pruned(known))


def _value(said: str, ask: Ask, template: Outline) -> Any:
    """The answer as it is set: the points part at spaces, other lists at ；."""
    if ask.kind != LIST:
        return said
    parts = said.split() if ask.name == POINTS else re.split("[；;]", said)
    return items_of(ask.name, [part.strip() for part in parts if part.strip()], template)


def _questions(template: Outline, known: Mapping[str, Any]) -> Iterator[Question]:
    """What is still open: of the whole, then point by point, in the order of the template."""
    asks = [ask for ask in (template.about or About("")).asks if not ask.optional]
    of_points = [ask for ask in asks if ask.name.startswith(f"{POINTS}.")]
    for ask in asks:
        if ask not in of_points:
            yield from _open(template, ask, known)
        if ask.name == POINTS:
            for n in range(len(known.get(POINTS, ()))):
                yield from (q for a in of_points for q in _open(template, a, known, n))


def _open(template: Outline, ask: Ask, known: Mapping[str, Any], point: int = -1) -> Iterator[Question]:
    """The places of one name that have no answer yet: one, or one in each item of a list."""
    for path, words, there in _places(ask.name.split("."), known, point):
        if not there:
            how = "" if ask.kind != LIST else "（用空格分开）" if ask.name == POINTS else "（用“；”分开）"
            yield Question(
                path, f"{words}{ask.help}{how}", example_of(template, ask.name, max(point, 0)), ask
            )


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
                    yield f"{head}[{n + 1}].{path}", f"“{_key(item, n)}”{words or '：'}", there


def _key(item: Any, n: int) -> str:
    """What an item is called: its first answer."""
    return next((v for v in item.values() if isinstance(v, str)), "") or f"第{n + 1}项"


def _prompt(question: str, example: str) -> str:
    hint = f"\n  例：{example}\n" if example else "\n"
    answer: str = click.prompt(f"{question}{hint}>", default="", show_default=False, prompt_suffix=" ")
    return answer.encode("utf-8", "surrogateescape").decode("utf-8", "ignore").strip()


def _keep(template: Outline, known: Mapping[str, Any]) -> None:
    """The answers so far, in a file of their own that overwrites none."""
    name = template.about.id if template.about else "草稿"
    if not known:
        return click.echo("\n还没有答，什么也没存", err=True)
    names = (Path(f"{name}-答卷{n or ''}.yaml") for n in range(10**6))
    path = next(name for name in names if not name.exists())
    write_whole({path: yamlfile.dump({"模板": name, **known})})
    return click.echo(f"\n已答的存在 {path}；接着写：draft --template {name} --answers {path}", err=True)
