"""`draft phrases`: what the bank has to say about something."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.bank import KINDS, Hit, open_shelf
from drafter.cli import Command, machine, places


@click.command(cls=Command)
@click.argument("query", required=False, default="", metavar="[词]")
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice(KINDS), metavar="类", help="只要这一类，可以写几次"
)
@click.option(
    "--bank", "banks", multiple=True, type=click.Path(path_type=Path), metavar="文件夹", help="你自己的词库"
)
@click.option(
    "--limit", type=click.IntRange(1, 100000), default=20, metavar="数", show_default=True, help="最多几条"
)
@click.option("--json", "as_json", is_flag=True, help="给程序读的结果")
def command(query: str, kinds: tuple[str, ...], banks: tuple[Path, ...], limit: int, as_json: bool) -> None:
    """在词库里找短语，最切题的在前；不写词，就按词库的次序列出来。"""
    shelf = open_shelf(places.banks(banks), places.cache())
    hits = shelf.search(query, kinds, limit) if query else shelf.listed(kinds, limit)
    if as_json:
        machine.say([machine.hit(hit) for hit in hits])
        return
    for hit in hits:
        click.echo(_said(hit))
    if not hits:
        click.echo(f"词库里没有与“{query}”相关的短语", err=True)


def _said(hit: Hit) -> str:
    by = f"（{hit.phrase.by}）" if hit.phrase.by else ""
    more = f" 等{len(hit.sources)}处" if len(hit.sources) > 1 else ""
    return f"{hit.phrase.kind}  {hit.phrase.text}{by}  〔{hit.sources[0] if hit.sources else '自己'}{more}〕"
