"""Questions on a terminal: one hole at a time, skipped with Enter, nothing lost by Ctrl-C."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import click

from drafter import yamlfile
from drafter.files import write_whole
from drafter.fill.answers import KEY, POINTS, example_of, pruned, with_point, with_value
from drafter.outline import Ask, Outline

LIST = "列表"


class Question(NamedTuple):
    """What is asked: the path that the answer is set at, the words, an example, whether it is a list."""

    path: str
    words: str
    example: str
    is_list: bool = False


def ask(template: Outline, given: Mapping[str, Any]) -> dict[str, Any]:
    """The answers to what `given` leaves open; Ctrl-C keeps those that were given so far."""
    known = dict(given)
    click.echo("一项一项地问；直接回车就留空，Ctrl-C 停下（已答的会存好）。")
    try:
        if POINTS not in known:
            known = _with_points(template, known)
        questions = list(_questions(template, known))
        for i, question in enumerate(questions, 1):
            said = _prompt(f"[{i}/{len(questions)}] {question.words}", question.example)
            if said:
                value = re.split("[；;]", said) if question.is_list else said
                known = with_value(known, question.path, value, template)
    except (click.Abort, KeyboardInterrupt):
        kept = _keep(template, known)
        click.echo(
            f"\n已答的存在 {kept}；接着写：draft --template {_id(template)} --answers {kept}", err=True
        )
        raise click.exceptions.Exit(1) from None
    return dict(pruned(known))


def _with_points(template: Outline, known: dict[str, Any]) -> dict[str, Any]:
    asks = _asks(template)
    points = next((a for a in asks if a.name == POINTS), None)
    if points:
        key = next((a.name for a in asks if a.kind == KEY), POINTS)
        example = " ".join(dict.fromkeys(example_of(template, key, n) for n in range(9)))
        for point in _prompt(f"{points.help}（用空格分开）", example).split():
            known = with_point(known, point, template)
    return known


def _questions(template: Outline, known: Mapping[str, Any]) -> Iterator[Question]:
    """What is still open: first of the whole, then point by point, then the rest."""
    asks = [a for a in _asks(template) if not a.optional and a.kind != KEY]
    names = [a.name for a in asks]
    middle = names.index(POINTS) if POINTS in names else len(names)
    whole = [Question(a.name, a.help, example_of(template, a.name)) for a in asks if "." not in a.name]
    still = [q for q in whole if q.path != POINTS and q.path not in known]
    yield from (q for q in still if names.index(q.path) < middle)
    fields = [a for a in asks if a.name.startswith(f"{POINTS}.") and a.name.count(".") == 1]
    for n, point in enumerate(known.get(POINTS, ())):
        yield from _of_point(template, fields, n, point)
    yield from (q for q in still if names.index(q.path) > middle)


def _of_point(template: Outline, asks: list[Ask], n: int, point: Any) -> Iterator[Question]:
    if not isinstance(point, Mapping):
        return
    key = next((value for value in point.values() if isinstance(value, str)), str(n + 1))
    for ask in asks:
        field = ask.name.removeprefix(f"{POINTS}.")
        if field not in point:
            how = "（用“；”分开）" if ask.kind == LIST else ""
            example = example_of(template, ask.name, n)
            yield Question(
                f"{POINTS}[{n + 1}].{field}", f"“{key}”：{ask.help}{how}", example, ask.kind == LIST
            )


def _asks(template: Outline) -> tuple[Ask, ...]:
    return template.about.asks if template.about else ()


def _prompt(question: str, example: str) -> str:
    hint = f"\n  例：{example}\n" if example else "\n"
    answer: str = click.prompt(f"{question}{hint}>", default="", show_default=False, prompt_suffix=" ")
    return answer.strip()


def _keep(template: Outline, known: Mapping[str, Any]) -> Path:
    """The answers so far, in a file of their own that overwrites none."""
    names = (Path(f"{_id(template)}-答卷{n or ''}.yaml") for n in range(1000))
    path = next(name for name in names if not name.exists())
    write_whole({path: yamlfile.dump({"模板": _id(template), **known})})
    return path


def _id(template: Outline) -> str:
    return template.about.id if template.about else "草稿"
