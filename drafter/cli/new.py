"""`draft new`: a draft from a template, as a Word file and as an outline to edit."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from drafter import formats, yamlfile
from drafter.bank.shelf import open_shelf
from drafter.cli import Command, machine, places
from drafter.cli.seeds import seed_for
from drafter.cli.writing import OUTLINES, document, read_over, remark
from drafter.files import read_bytes, write_whole
from drafter.filling import fill, gaps, shown
from drafter.filling.answers import (
    OWN,
    SEED,
    answered,
    is_draft,
    meant_for_another,
    picked,
    recorded,
    too_short,
    unused,
    with_point,
    with_setting,
)
from drafter.filling.drawer import refused
from drafter.filling.mix import Mix, held, mix
from drafter.outline import Outline, without_places
from drafter.problem import stop
from drafter.yamlslips import swallowed

FILE = click.Path(path_type=Path)
HOLLOW = 0.4
"""Below this share of the writer's own words a draft says 空话偏多."""


@click.command(cls=Command)
@click.option("--template", "-t", "template_", required=True, metavar="骨架", help="骨架的编号，或骨架文件")
@click.option("--answers", type=FILE, metavar="文件", help="答卷（YAML）：你自己的内容")
@click.option("--topic", metavar="题目", help="只给题目，其余从词库里找，找不到的留空")
@click.option("--point", "points", multiple=True, metavar="题眼", help="一个要点，可以写几次")
@click.option("--set", "settings", multiple=True, metavar="项=内容", help="给一项内容，如 要点[1].地位=…")
@click.option("--bank", "banks", multiple=True, type=FILE, metavar="文件夹", help="你自己的词库，可以写几次")
@click.option("--seed", type=int, metavar="数", help="用第几批词库短语；不写，每份新稿换下一批，重出的稿不换")
@click.option("--pick", "picks", multiple=True, metavar="项=第几个", help="这一处用第几个备选")
@click.option("--defaults", is_flag=True, help="在终端上也不提问")
@click.option(
    "--output", "-o", type=FILE, metavar="文件", help="写到哪里（.docx .md .txt .html），提纲写在旁边"
)
@click.option("--force", is_flag=True, help="覆盖已有的文件")
@click.option("--clean", is_flag=True, help="清稿：不带批注和标记；还有空就不出")
@click.option("--no-todo", is_flag=True, help="Word 末尾不附待补清单")
@click.option("--strict", is_flag=True, help="还有空就以 1 退出")
@click.option("--look", metavar="版式", help="版式：公文、大字版、文章，或你自己的 Word 文件")
@click.option("--json", "as_json", is_flag=True, help="给程序读的结果")
def command(
    template_: str,
    answers: Path | None,
    topic: str | None,
    points: tuple[str, ...],
    settings: tuple[str, ...],
    banks: tuple[Path, ...],
    seed: int | None,
    picks: tuple[str, ...],
    defaults: bool,
    output: Path | None,
    force: bool,
    clean: bool,
    no_todo: bool,
    strict: bool,
    look: str | None,
    as_json: bool,
) -> int:
    """从骨架出稿。

    内容可以写在答卷里（--answers），可以写在选项里（--topic --point --set），在终端上会一项一项地问；
    什么都不给，就用骨架自带的示例。写出两个文件：Word，和同名的 .yaml（改完用 draft export 再出稿）。
    """
    source = places.template(template_)
    template = formats.read(source)
    given = _given(template, answers, topic, points, settings)
    if not is_draft(template) and (not given.keys() - set(OWN) or (sys.stdin.isatty() and not defaults)):
        given = _asked(template, given, defaults)
    record = _record(template, given, seed, lambda draft: _names(draft, template, source, output, answers)[1])
    shelf = open_shelf(places.banks(banks), places.cache())
    drawn = fill(template, record, shelf, seed=int(record[SEED]), picks=picked(picks, template))
    draft = without_places(replace(drawn, about=None, credits=held(drawn)))
    page, outline = _names(draft, template, source, output, answers)
    shown_page = document(draft, page, look, clean=clean, todo=not no_todo)
    write_whole({page: shown_page, outline: formats.write(draft, outline)}, force=force)
    remark(*template.problems, *too_short(given, template))
    read_over(drawn if is_draft(template) else draft)
    remark(*refused(draft, shelf), *unused(draft, template.given))
    _report(draft, page, outline, as_json)
    return 1 if strict and gaps(draft) else 0


def _record(
    template: Outline, given: dict[str, Any], seed: int | None, place: Callable[[Outline], Path]
) -> dict[str, Any]:
    """What the draft is made from; where no seed is given, the one that is next where its outline stands."""
    if seed is None and SEED not in {**template.given, **given}:
        trial = fill(template, recorded(given, template, 0))
        outline = place(trial)
        seed = seed_for(outline, formats.write(without_places(trial), outline).decode())
    return recorded(given, template, seed)


def _given(
    template: Outline,
    answers: Path | None,
    topic: str | None,
    points: tuple[str, ...],
    settings: tuple[str, ...],
) -> dict[str, Any]:
    given = _from_file(answers, template) if answers else {}
    remark(*meant_for_another(given, template))
    if topic or points or settings:
        given = {**template.given, **given}
    if topic:
        given = with_setting(given, f"题目={topic}", template)
    for point in points:
        given = with_point(given, point, template)
    for setting in settings:
        given = with_setting(given, setting, template)
    return given


def _from_file(answers: Path, template: Outline) -> dict[str, Any]:
    data = read_bytes(answers)
    given = answered(yamlfile.parse(data, answers), template)
    remark(*swallowed(data.decode("utf-8-sig"), answers))
    return given


def _asked(template: Outline, given: Mapping[str, Any], defaults: bool) -> dict[str, Any]:
    """What a terminal answers; without one, the template's own example."""
    if sys.stdin.isatty() and not defaults:
        from drafter.cli.asking import ask

        return ask(template, given)
    example = template.about.example if template.about else {}
    if example:
        click.echo(
            "没有给内容：用骨架自带的示例。自己的内容用 --answers 或 --topic 给，或在终端上答。", err=True
        )
    return {**example, **given}


def _names(
    draft: Outline, template: Outline, source: Path, output: Path | None, answers: Path | None
) -> tuple[Path, Path]:
    """The document and the outline beside it, called after the title; a draft keeps its own name.

    The outline never takes the name of the answers or of the template that it is made from.
    """
    if output is not None and not output.suffix:
        raise stop(f"-o {output} 不是文件名", hint="写成 -o 名字.docx（或 .md .txt .html）")
    if output is None:
        title = shown(draft).title
        called = "" if "〔待" in title else re.sub(r'[\\/:*?"<>|\x00-\x1f]', " ", title).strip(" .")[:60]
        kind = template.about.name if template.about else ""
        named = Path(f"{called or kind or '草稿'}.docx")
        output = source.with_suffix(".docx") if is_draft(template) else named
    outline = output.with_suffix(".yaml")
    if not is_draft(template) and any(_is_same(outline, taken) for taken in (source, answers) if taken):
        outline = output.with_name(f"{output.stem}-提纲.yaml")
    return output.with_suffix(".docx") if output.suffix.lower() in OUTLINES else output, outline


def _is_same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def _report(draft: Outline, document: Path, outline: Path, as_json: bool) -> None:
    shares, owed = mix(draft), gaps(draft)
    if as_json:
        machine.say(
            {
                "outline": str(outline),
                "document": str(document),
                "template": draft.given.get("模板"),
                "seed": int(draft.given[SEED]),
                "mix": shares.rounded(),
                "gaps": [{"hole": hole, "heading": heading} for hole, heading in owed],
                "credits": [machine.credit(credit) for credit in draft.credits],
            }
        )
        return
    click.echo(f"已写 {document}\n已写 {outline}")
    click.echo(_in_words(shares))
    if owed:
        click.echo(f"还缺 {len(owed)} 处：")
        click.echo("\n".join(dict.fromkeys(f"  {_named(hole, heading)}" for hole, heading in owed)))


def _named(hole: str, heading: str) -> str:
    """A gap, with the heading it stands under where that is itself written."""
    return f"{hole}（{heading}）" if heading and "〔待" not in heading else hole


def _in_words(shares: Mix) -> str:
    names = {"author": "作者", "template": "模板", "bank": "词库", "quotation": "引文", "gap": "待补"}
    said = "｜".join(f"{names[share]} {value:.0%}" for share, value in shares.rounded().items())
    hollow = "。空话偏多：自己的内容不到四成" if shares.author < HOLLOW else ""
    return f"虚实比：{said}{hollow}"
