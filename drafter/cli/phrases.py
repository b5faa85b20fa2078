"""`draft phrases`: what the bank has to say about something, and what the writer says of the bank."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import chain
from pathlib import Path

import click

from drafter.bank import KINDS, SEEN, USABLE, Hit, IndexedShelf, Phrase, open_shelf, states
from drafter.bank.cutting import pairs
from drafter.bank.index import TERMS_LISTED
from drafter.bank.model import STATES
from drafter.bank.relevance import ALL
from drafter.bank.sameness import key
from drafter.cli import Command, machine, places
from drafter.problem import DraftError, Problem, stop

FOLDER = click.Path(path_type=Path)
KIND = click.Choice(KINDS)
_ASKED, _NEAR = 20, 0.51
"""Phrases among which the one that was meant is looked for, and how alike it must be."""
_CHANGES: Mapping[str, tuple[Callable[..., list[bool]], str, str]] = {
    "add": (states.add, "已存", "已有"),
    "ban": (states.ban, "已禁用，哪个词库里的都不再用", "早已禁用"),
    "restore": (states.restore, "已恢复", "早已恢复"),
}
"""What the writer may say of a phrase: how it is done, how confirmed, and how where it was so before."""


@click.command(cls=Command)
@click.argument("query", required=False, default="", metavar="[词]")
@click.option("--kind", "kinds", multiple=True, type=KIND, metavar="类", help="只要这一类，可以写几次")
@click.option(
    "--bank", "banks", multiple=True, type=FOLDER, metavar="文件夹", help="你自己的词库，可以写几次"
)
@click.option("--limit", type=click.IntRange(1), default=20, metavar="数", show_default=True, help="最多几条")
@click.option(
    "--ban",
    multiple=True,
    metavar="短语",
    help="以后不再用这一条，不论它在哪个词库里，可以写几次（记在你自己的词库里，有几个就记在头一个）",
)
@click.option("--restore", multiple=True, metavar="短语", help="禁用、待核的，恢复可用，可以写几次")
@click.option(
    "--add", multiple=True, metavar="短语", help="把自己的短语存进词库，要用 --kind 说明是哪一类，可以写几次"
)
@click.option("--json", "as_json", is_flag=True, help="给程序读的结果")
def command(
    query: str,
    kinds: tuple[str, ...],
    banks: tuple[Path, ...],
    limit: int,
    ban: tuple[str, ...],
    restore: tuple[str, ...],
    add: tuple[str, ...],
    as_json: bool,
) -> None:
    """在词库里找短语，最切题的在前；不写词，就按词库的次序列出来。"""
    wishes = {"add": add, "ban": ban, "restore": restore}
    said = {wish: [*dict.fromkeys(map(str.strip, texts))] for wish, texts in wishes.items() if texts}
    if len(said) > 1 or (said and query) or any("" in texts for texts in said.values()):
        cure = "例：--ban 甲 --ban 乙 --bank 文件夹"
        raise stop("--add、--ban、--restore 一次用一种，每写一次后面跟一条短语", hint=cure)
    for wish, texts in said.items():
        own = _own(banks)
        changed = _changed(wish, texts, kinds, banks)
        lines = (f"{confirmed}，记在 {own}：{_line(hit, banks)}" for hit, confirmed in changed)
        return _show([hit for hit, _ in changed], as_json, lines)
    shelf = open_shelf(places.banks(banks), places.cache())
    hits = shelf.search(query, kinds, limit, SEEN) if query else shelf.listed(kinds, limit)
    for line in () if hits else _no_answer(query, kinds, shelf.unlisted):
        click.echo(line, err=True)
    return _show(hits, as_json, _answer(query, hits, banks))


def _changed(
    wish: str, texts: Sequence[str], kinds: tuple[str, ...], banks: tuple[Path, ...]
) -> list[tuple[Hit, str]]:
    """Do what is wished to the phrases that are meant; each as it stands then, with what was done to it."""
    change, done, was_so = _CHANGES[wish]
    meant = [Phrase(_one(kinds), text) for text in texts] if wish == "add" else _named(texts, kinds, banks)
    news = change(banks[0], *meant)
    shelf = open_shelf(places.banks(banks), places.cache())
    return [
        (hit, done if new else was_so)
        for phrase, new in zip(meant, news, strict=True)
        for hit in _exactly(shelf, phrase.text, (phrase.kind,))
    ]


def _own(banks: tuple[Path, ...]) -> Path:
    """The bank that takes what the writer says: the first, for it lies over the others."""
    if not banks:
        raise stop("没有说记在哪个词库里", hint="加 --bank 你自己的词库")
    first, *others = banks
    places.banks(tuple(others))
    return first


def _one(kinds: tuple[str, ...]) -> str:
    if len(kinds) != 1:
        wrong = "只能存进一类" if kinds else "没有说是哪一类"
        raise stop(wrong, hint="加一个 --kind，可用：" + " ".join(KINDS))
    return kinds[0]


def _named(texts: Sequence[str], kinds: tuple[str, ...], banks: tuple[Path, ...]) -> list[Phrase]:
    """The phrases, in any state, that are these texts."""
    shelf = open_shelf(places.banks(tuple(bank for bank in banks if bank.is_dir())), places.cache())
    found = {text: [hit.phrase for hit in _exactly(shelf, text, kinds or KINDS)] for text in texts}
    if unknown := [_unknown(text, kinds, shelf) for text in texts if not found[text]]:
        raise DraftError(*unknown)
    return [*dict.fromkeys(chain.from_iterable(found.values()))]


def _unknown(text: str, kinds: tuple[str, ...], shelf: IndexedShelf) -> Problem:
    alike = shelf.search(" ".join(pairs(text)), kinds, _ASKED, STATES)
    near = _nearest(text, [hit.phrase.text for hit in alike])
    cure = f"是不是“{near}”？" if near else "先用 draft phrases 找到它，照原文写"
    return Problem(f"词库里没有“{text}”", hint=cure)


def _nearest(said: str, known: Iterable[str]) -> str:
    """Of the phrases that share more than half of their characters with what was said, the nearest."""
    texts = {key(text): text for text in known}
    return next((texts[near] for near in get_close_matches(key(said), texts, 1, _NEAR)), "")


def _exactly(shelf: IndexedShelf, text: str, kinds: tuple[str, ...]) -> list[Hit]:
    """The phrases that are this text, give or take its marks."""
    hits = (hit for hit in shelf.look_up(text) if hit.phrase.kind in kinds)
    return [hit for hit in hits if key(hit.phrase.text) == key(text)]


def _show(hits: list[Hit], as_json: bool, lines: Iterable[str]) -> None:
    if as_json:
        return machine.say([machine.hit(hit) for hit in hits])
    for line in lines:
        click.echo(line)
    return None


def _answer(query: str, hits: list[Hit], banks: tuple[Path, ...]) -> Iterator[str]:
    """First what has the words of the query, then what has some or only stands where it is spoken of."""
    yield from (_line(hit, banks) for hit in hits if hit.said > ALL or not query)
    around = [_line(hit, banks) for hit in hits if query and hit.said <= ALL]
    if around:
        some = any(hit.said for hit in hits if hit.said <= ALL)
        lacking = f"只有“{query}”里的几个字，或" if some else f"字面没有“{query}”，"
        yield f"{lacking}出自讲它的段落："
    yield from around


def _no_answer(query: str, kinds: tuple[str, ...], unlisted: int) -> Iterator[str]:
    yield f"词库里没有与“{query}”相关的短语" if query else "词库里没有这样的短语"
    if "术语" in kinds and unlisted:
        yield f"有 {unlisted} 条术语没有列出：{TERMS_LISTED}"


def _line(hit: Hit, banks: tuple[Path, ...]) -> str:
    """A phrase with its state, its speaker, where it stands, and whether that is in the shipped bank."""
    by = f"（{hit.phrase.by}）" if hit.phrase.by else ""
    more = f" 等{len(hit.sources)}处" if len(hit.sources) > 1 else ""
    state = "" if hit.state == USABLE else f"〔{hit.state}〕"
    bank = "自带词库：" if banks and hit.bank == len(banks) else ""
    source = hit.sources[0] if hit.sources else "自己"
    also = f"  又作：{'；'.join(hit.variants)}" if hit.variants else ""
    short = "…" in hit.phrase.text and hit.phrase.units
    whole = f"  分项：{'；'.join(hit.phrase.units)}" if short else ""
    return f"{hit.phrase.kind}  {hit.phrase.text}{state}{by}  〔{bank}{source}{more}〕{whole}{also}"
