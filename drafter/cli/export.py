"""`draft export`: an edited outline as a document."""

from __future__ import annotations

from pathlib import Path

import click

from drafter import formats
from drafter.cli import Command
from drafter.cli.writing import document, read_over, remark
from drafter.files import write_whole
from drafter.filling import gaps
from drafter.filling.misnamed import unfetched

FILE = click.Path(path_type=Path)


@click.command(cls=Command)
@click.argument("outline", type=FILE, metavar="提纲")
@click.option("--output", "-o", type=FILE, metavar="文件", help="写到哪里（.docx .md .txt .html）")
@click.option("--look", metavar="版式", help="版式：公文、大字版、文章，或你自己的 Word 文件")
@click.option("--clean", is_flag=True, help="清稿：不带批注和标记；还有空就不出")
@click.option("--no-todo", is_flag=True, help="Word 末尾不附待补清单")
@click.option("--force", is_flag=True, help="覆盖已有的文件")
def command(
    outline: Path, output: Path | None, look: str | None, clean: bool, no_todo: bool, force: bool
) -> None:
    """把改好的提纲出成文稿，默认是同名的 Word。"""
    draft = formats.read(outline)
    path = output or outline.with_suffix(".docx")
    write_whole({path: document(draft, path, look, clean=clean, todo=not no_todo)}, force=force)
    remark(*draft.problems, *unfetched(draft))
    read_over(draft)
    click.echo(f"已写 {path}")
    if owed := gaps(draft):
        click.echo(f"还缺 {len(owed)} 处：" + "；".join(dict.fromkeys(hole for hole, _ in owed)))
