"""Questions on a terminal: one hole at a time, skipped with Enter, nothing lost by Ctrl-C."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from drafter import yamlfile
from drafter.files import write_whole
from drafter.fill.answers import KEY, POINTS, example_of, pruned, with_point, with_setting
from drafter.outline import Ask, Outline


def ask(template: Outline, given: Mapping[str, Any]) -> dict[str, Any]:
    """The answers to what `given` leaves open; Ctrl-C keeps those that were given so far."""
    known = dict(given)
    click.echo("一项一项地问；直接回车就留空，Ctrl-C 停下（已答的会存好）。")
    try:
        if POINTS not in known:
            known = _ask_points(template, known)
        questions = list(_questions(template, known))
        for i, (setting, question, example) in enumerate(questions, 1):
            said = _prompt(f"[{i}/{len(questions)}] {question}", example)
            known = with_setting(known, f"{setting}={said}", template) if said else known
    except (click.Abort, KeyboardInterrupt):
        kept = _keep(template, known)
        click.echo(
            f"\n已答的存在 {kept}；接着写：draft --template {_id(template)} --answers {kept}", err=True
        )
        raise click.exceptions.Exit(1) from None
    return dict(pruned(known))


def _ask_points(template: Outline, known: dict[str, Any]) -> dict[str, Any]:
    asks = template.about.asks if template.about else ()
    points = next((a for a in asks if a.name == POINTS), None)
    if points:
        said = _prompt(f"{points.help}（用空格分开）", example_of(template, _key(asks) or POINTS))
        for point in said.split():
            known = with_point(known, point, template)
    return known


def _questions(template: Outline, known: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """What is still open: the path to set, the question, an example."""
    for ask in template.about.asks if template.about else ():
        name = ask.name
        if ask.optional or name == POINTS or ask.kind == KEY:
            continue
        if not name.startswith(f"{POINTS}."):
            if "." not in name and name not in known:
                yield name, ask.help, example_of(template, name)
        elif name.count(".") == 1 and ask.kind != "列表":
            yield from _of_points(template, ask, known.get(POINTS, []))


def _of_points(template: Outline, ask: Ask, points: list[Any]) -> Iterator[tuple[str, str, str]]:
    field = ask.name.removeprefix(f"{POINTS}.")
    for n, point in enumerate(points, 1):
        if isinstance(point, Mapping) and field not in point:
            key = next((value for value in point.values() if isinstance(value, str)), str(n))
            yield (
                f"{POINTS}[{n}].{field}",
                f"第{n}点（{key}）：{ask.help}",
                example_of(template, ask.name, n - 1),
            )


def _key(asks: tuple[Ask, ...]) -> str:
    return next((ask.name for ask in asks if ask.kind == KEY), "")


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
