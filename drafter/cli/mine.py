"""`draft mine`: phrases of documents into a bank."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from drafter.cli import Command, machine, places


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
    report = mine_archive(
        paths, bank, jobs=jobs, cluster=cluster, progress=progress, own=own, cache=places.cache()
    )
    open_shelf([bank], places.cache())  # so that the first draft does not wait for the index
    for problem in report.problems:
        click.echo(f"跳过：{problem}", err=True)
    code = (1 if report.documents else 2) if report.problems else 0
    if as_json:
        machine.say(report.as_dict())
        return code
    click.echo(f"读了 {report.documents} 篇，{report.characters} 字；词库现有 {report.phrases} 条 → {bank}")
    click.echo("　".join(f"{kind} {n}" for kind, n in report.kinds.items()))
    return code


def _progress(done: int, total: int, characters: int, seconds: float) -> None:
    """One line that is written over: how far, how fast, how long still."""
    left = seconds / done * (total - done) if done else 0
    click.echo(
        f"\r{done}/{total} 篇　{characters / max(seconds, 0.001) / 1e4:.1f} 万字/秒　还要 {left:.0f} 秒 ",
        nl=False,
        err=True,
    )
    if done == total:
        click.echo(err=True)
