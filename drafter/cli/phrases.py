"""`draft phrases`: what the bank has to say about something, and what the writer says of the bank."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from drafter.bank import KINDS, SEEN, USABLE, Hit, IndexedShelf, Phrase, open_shelf, states
from drafter.cli import Command, machine, places
from drafter.problem import stop

FOLDER = click.Path(path_type=Path)
KIND = click.Choice(KINDS)


@click.command(cls=Command)
@click.argument("query", required=False, default="", metavar="[词]")
@click.option("--kind", "kinds", multiple=True, type=KIND, metavar="类", help="只要这一类，可以写几次")
@click.option("--bank", "banks", multiple=True, type=FOLDER, metavar="文件夹", help="你自己的词库")
@click.option("--limit", type=click.IntRange(1), default=20, metavar="数", show_default=True, help="最多几条")
@click.option("--ban", metavar="短语", help="以后不再用这一条（记在你自己的词库里）")
@click.option("--restore", metavar="短语", help="禁用、待核的，恢复可用")
@click.option("--add", metavar="短语", help="把自己的短语存进词库，要用 --kind 说明是哪一类")
@click.option("--json", "as_json", is_flag=True, help="给程序读的结果")
def command(
    query: str,
    kinds: tuple[str, ...],
    banks: tuple[Path, ...],
    limit: int,
    ban: str | None,
    restore: str | None,
    add: str | None,
    as_json: bool,
) -> None:
    """在词库里找短语，最切题的在前；不写词，就按词库的次序列出来。"""
    if add:
        states.add(_own(banks), Phrase(_one(kinds), add))
        return click.echo(f"已存：{add}")
    if ban or restore:
        shelf = open_shelf(places.banks(tuple(b for b in banks if b.is_dir())), places.cache())
        change, text = (states.ban, ban) if ban else (states.restore, restore or "")
        for phrase in _named(shelf, text or ""):
            change(_own(banks), phrase)
            click.echo(f"{'已禁用' if ban else '已恢复'}：{phrase.kind}  {phrase.text}")
        return None
    shelf = open_shelf(places.banks(banks), places.cache())
    return _show(
        shelf.search(query, kinds, limit, SEEN) if query else shelf.listed(kinds, limit), query, as_json
    )


def _own(banks: tuple[Path, ...]) -> Path:
    if not banks:
        raise stop("没有说记在哪个词库里", hint="加 --bank 你自己的词库")
    return banks[0]


def _one(kinds: tuple[str, ...]) -> str:
    if len(kinds) != 1:
        raise stop("没有说是哪一类", hint="加 --kind，可用：" + " ".join(KINDS))
    return kinds[0]


def _named(shelf: IndexedShelf, text: str) -> Iterator[Phrase]:
    """The phrases, of any kind and state, that are this text."""
    found = [hit.phrase for hit in shelf.look_up(text) if hit.phrase.text == text]
    if not found:
        raise stop(f"词库里没有“{text}”", hint="先用 draft phrases 找到它，照原文写")
    yield from found


def _show(hits: list[Hit], query: str, as_json: bool) -> None:
    if as_json:
        return machine.say([machine.hit(hit) for hit in hits])
    for hit in hits:
        click.echo(_said(hit))
    if not hits:
        click.echo(f"词库里没有与“{query}”相关的短语", err=True)
    return None


def _said(hit: Hit) -> str:
    by = f"（{hit.phrase.by}）" if hit.phrase.by else ""
    more = f" 等{len(hit.sources)}处" if len(hit.sources) > 1 else ""
    state = "" if hit.state == USABLE else f"〔{hit.state}〕"
    source = hit.sources[0] if hit.sources else "自己"
    return f"{hit.phrase.kind}  {hit.phrase.text}{state}{by}  〔{source}{more}〕"
