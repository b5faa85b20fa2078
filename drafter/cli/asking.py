"""Questions on a terminal: one hole at a time, skipped with Enter, nothing lost by Ctrl-C."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from drafter import yamlfile
from drafter.files import write_whole
from drafter.filling.answers import pruned, with_value
from drafter.filling.questions import questions, value_of
from drafter.outline import Outline


def ask(template: Outline, given: Mapping[str, Any]) -> dict[str, Any]:
    """The answers to what `given` leaves open; Ctrl-C keeps those that were given so far."""
    known, asked = dict(given), set[str]()
    click.echo("一项一项地问；直接回车就留空，Ctrl-C 停下（已答的会存好）。", err=True)
    try:
        while left := [q for q in questions(template, known) if q.path not in asked]:
            question = left[0]
            asked.add(question.path)
            said = _prompt(f"[{len(asked)}/{len(asked) + len(left) - 1}] {question.words}", question.example)
            if said:
                value = value_of(said, question.ask, template)
                known = with_value(known, question.path, value, template)
    except (click.Abort, KeyboardInterrupt):
        _keep(template, known)
        raise click.exceptions.Exit(1) from None
    return dict(pruned(known))


def _prompt(question: str, example: str) -> str:
    hint = f"\n  例：{example}\n" if example else "\n"
    answer: str = click.prompt(
        f"{question}{hint}>", default="", show_default=False, prompt_suffix=" ", err=True
    )
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
