"""`draft templates`: the skeletons, and what each asks for."""

from __future__ import annotations

from typing import Any

import click

from drafter import formats
from drafter.cli import Command, machine, places
from drafter.filling.answers import example_of
from drafter.outline import About, Outline


@click.command(cls=Command)
@click.argument("id_", required=False, metavar="[编号]")
@click.option("--json", "as_json", is_flag=True, help="给程序读的结果")
def command(id_: str | None, as_json: bool) -> None:
    """列出骨架；给出编号，就列这副骨架要填什么。"""
    ids = [id_] if id_ else places.template_ids()
    templates = [formats.read(places.template(said)) for said in ids]
    if as_json:
        machine.say([_described(template) for template in templates])
        return
    for template in templates:
        about = template.about or About("")
        click.echo(f"{about.id}  {about.name}：{about.use}")
        if id_:
            click.echo("\n".join(_asked(template, about)))


def _described(template: Outline) -> dict[str, Any]:
    about = template.about or About("")
    asks = [machine.ask(ask, example_of(template, ask.name)) for ask in about.asks]
    return {"id": about.id, "name": about.name, "use": about.use, "asks": asks}


def _asked(template: Outline, about: About) -> list[str]:
    return [
        f"  {ask.name}{'（可不填）' if ask.optional else ''}：{ask.help}"
        + (f"  例：{example}" if (example := example_of(template, ask.name)) else "")
        for ask in about.asks
    ]
