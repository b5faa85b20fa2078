"""`draft mine`: phrases of documents into a bank."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli import Command, machine, places

if TYPE_CHECKING:
    from drafter.archive import Report

_WIDTH = 20
"""Signs of the bar."""
_TOLD = 20
"""Documents that could not be read, told one by one."""


@click.command(cls=Command)
@click.argument("paths", nargs=-1, required=True, metavar="文稿或文件夹…")
@click.option("--bank", type=click.Path(path_type=Path), required=True, metavar="文件夹", help="存进哪个词库")
@click.option("--jobs", type=click.IntRange(1, 256), default=1, metavar="数", help="同时用几个进程")
@click.option("--cluster", metavar="地址", help="交给 dask 集群，如 tcp://主机:8786")
@click.option("--own", is_flag=True, help="这些是我自己的文稿：整句的开头、结尾、举措也收")
@click.option("--json", "as_json", is_flag=True, help="给程序读的结果")
def command(
    paths: tuple[str, ...], bank: Path, jobs: int, cluster: str | None, own: bool, as_json: bool
) -> int:
    """从文稿里挖短语，存进词库。

    文稿可以是文件、文件夹、通配符，或带 text 一栏的 .jsonl、.csv。
    同一篇挖两遍只算一遍；中途停下，再来一次接着挖。
    """
    from drafter.archive import mine_archive
    from drafter.bank import open_shelf

    progress = _progress if sys.stderr.isatty() and not as_json else None
    try:
        report = mine_archive(
            paths, bank, jobs=jobs, cluster=cluster, progress=progress, own=own, cache=places.cache()
        )
    except KeyboardInterrupt:
        click.echo("\n挖到的都留着：再运行同一条命令，就接着挖", err=True)
        raise click.Abort from None
    # the index is made now, so that the first draft does not wait for it
    unlisted = open_shelf([bank], places.cache()).unlisted if report.documents else 0
    for problem in report.problems[:_TOLD]:
        click.echo(f"跳过：{problem}", err=True)
    if report.problems[_TOLD:]:
        click.echo(f"……还有 {len(report.problems) - _TOLD} 处也跳过了", err=True)
    if as_json:
        machine.say(report.as_dict())
    else:
        click.echo("\n".join(_summary(report, bank, unlisted)))
    return (1 if report.documents else 2) if report.problems else 0


def _summary(report: Report, bank: Path, unlisted: int) -> Iterator[str]:
    """What was read, what the bank has to offer now, and what it keeps back."""
    from drafter.bank.index import TERMS_LISTED

    if not report.documents:
        yield "一篇也没有读到"
        return
    yield f"读了 {report.documents} 篇，{report.characters} 字；词库现有 {report.phrases} 条 → {bank}"
    offered = {kind: n - unlisted * (kind == "术语") for kind, n in report.kinds.items()}
    yield from filter(None, ["　".join(f"{kind} {n}" for kind, n in offered.items() if n)])
    if unlisted:
        yield f"还有 {unlisted} 条术语先存着：{TERMS_LISTED}"


def _progress(done: int, total: int, characters: int, seconds: float) -> None:
    """One line that is written over: how far, how fast, how long still."""
    share = done / total
    rate = characters / max(seconds, 0.001) / 1e4
    left = _span(seconds / done * (total - done))
    bar = f"{'█' * round(_WIDTH * share):░<{_WIDTH}} {share:.0%}"
    click.echo(f"\r{bar}　{done}/{total} 篇　{rate:.1f} 万字/秒　还要{left}\x1b[K", nl=False, err=True)
    if done == total:
        click.echo(err=True)


def _span(seconds: float) -> str:
    """A span of time as one says it."""
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 60:
        return f" {minutes} 分 {rest:02} 秒" if minutes else f" {rest} 秒"
    return f" {minutes // 60} 小时 {minutes % 60:02} 分"
