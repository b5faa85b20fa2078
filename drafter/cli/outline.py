"""`draft outline`: any document as an outline."""

from __future__ import annotations

from pathlib import Path

import click

from drafter import formats
from drafter.chinese import length
from drafter.cli import Command, machine
from drafter.files import write_whole
from drafter.filling import shown
from drafter.formats.page import Line, lay_out
from drafter.outline import BODY


@click.command(cls=Command)
@click.argument("file", type=click.Path(path_type=Path), metavar="文稿")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    metavar="文件",
    help="写成提纲 .yaml（或 .md .txt .docx）",
)
@click.option("--force", is_flag=True, help="覆盖已有的文件")
@click.option("--show-noise", is_flag=True, help="列出去掉了什么，各在第几行")
@click.option("--json", "as_json", is_flag=True, help="给程序读的结果")
def command(file: Path, output: Path | None, force: bool, show_noise: bool, as_json: bool) -> int:
    """把任何文稿读成提纲：题目、各级标题、正文，不是文稿的都去掉。"""
    outline = formats.read(file)
    if show_noise:
        for at, text in formats.noise_in(file):
            click.echo(f"去掉：{at} {text}", err=True)
    if output:
        written = outline if output.suffix.lower() in (".yaml", ".yml") else shown(outline)
        write_whole({output: formats.write(written, output)}, force=force)
    if as_json:
        machine.say(machine.outline(shown(outline)))
        return 0
    for problem in outline.problems:
        click.echo(f"留意：{problem}", err=True)
    if output:
        click.echo(f"已写 {output}")
        return 0
    for line in lay_out(shown(outline)):
        click.echo(_in_brief(line))
    return 0


def _in_brief(line: Line) -> str:
    """A heading whole, a paragraph by its first words and its length."""
    if line.depth:
        return "　" * (line.depth - 1) + line.heading
    if line.role != BODY or length(line.text) < 16:
        return f"【{line.role}】{line.text[:40]}"
    return f"　　{line.text[:12]}……（{length(line.text)}字）"
