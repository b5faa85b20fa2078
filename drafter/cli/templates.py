"""`draft templates`: the skeletons, and what each asks for."""

from __future__ import annotations

from typing import Any

import click

from drafter import formats
from drafter.cli import Command, machine, places
from drafter.filling.answers import example_of
from drafter.filling.blank import blank
from drafter.outline import About, Outline


@click.command(cls=Command)
@click.argument("id_", required=False, metavar="[编号]")
@click.option("--json", "as_json", is_flag=True, help="给程序读的结果")
def command(id_: str | None, as_json: bool) -> None:
    """列出骨架；给出编号，就写出这副骨架的空白答卷，存成文件填：draft templates four-points > 答卷.yaml"""
    ids = [id_] if id_ else places.template_ids()
    templates = [formats.read(places.template(said)) for said in ids]
    if as_json:
        return machine.say([_described(template) for template in templates])
    if id_:
        return click.echo(blank(templates[0]), nl=False)
    for about in (template.about or About("") for template in templates):
        click.echo(f"{about.id}  {about.name}：{about.use}")
    return None


def _described(template: Outline) -> dict[str, Any]:
    about = template.about or About("")
    asks = [machine.ask(ask, example_of(template, ask.name)) for ask in about.asks]
    return {"id": about.id, "name": about.name, "use": about.use, "asks": asks}
