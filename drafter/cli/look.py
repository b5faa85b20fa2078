"""`draft look`: a look as a Word file, to edit in Word."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli import Command
from drafter.cli.writing import look_of
from drafter.files import write_whole
from drafter.problem import Place, stop

FILE = click.Path(path_type=Path)


@click.command(cls=Command)
@click.argument("name", required=False, default="公文", metavar="[版式]")
@click.option("--output", "-o", type=FILE, required=True, metavar="文件", help="写到哪个 .docx")
@click.option("--force", is_flag=True, help="覆盖已有的文件")
def command(name: str, output: Path, force: bool) -> None:
    """把一种版式写成 Word 文件，在 Word 里改它的样式，出稿时用 --look 这个文件。"""
    from drafter.formats.word import look_file

    if output.suffix.lower() != ".docx":
        raise stop("版式要写成 Word 文件", Place(output), "文件名以 .docx 结尾")
    write_whole({output: look_file(look_of(name))}, force=force)
    click.echo(f"已写 {output}")
