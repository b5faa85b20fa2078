"""The `draft` command: it opens files, calls one verb, and prints.

Here alone stand the folders that are taken when none is named, and here alone a `DraftError`
becomes words on the terminal.  Exit codes: 0 done, 1 findings or open holes under --strict,
2 the call or a file is wrong.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from drafter.problem import DraftError
from drafter.yamlfile import near

COMMANDS = {
    "new": "从骨架出稿（默认命令）：写出 Word 和可改的提纲",
    "outline": "把任何文稿读成提纲",
    "export": "把改好的提纲出成 Word、Markdown、纯文本",
    "mine": "从文稿里挖短语，存进词库",
    "phrases": "在词库里找短语",
    "templates": "列出骨架，看一副骨架要填什么",
    "look": "把一种版式写成 Word，在 Word 里改",
}
"""The commands and what the list of them says; each is a module of the same name, loaded when called."""

_SAID = {"Usage": "用法", "Options": "选项", "Commands": "命令", "Arguments": "参数"}


class Formatter(click.HelpFormatter):
    """Help with Chinese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, "用法：")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_SAID.get(heading, heading))


class Context(click.Context):
    formatter_class = Formatter


class Command(click.Command):
    """A command whose own help option speaks Chinese."""

    context_class = Context

    def __init__(self, name: str | None, **kwargs: Any) -> None:
        super().__init__(name, **{"options_metavar": "[选项]", **kwargs})

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = "显示这份说明"
        return option


class Draft(click.Group):
    """The group: loads a command when it is called, and `new` where none is named."""

    context_class = Context

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"drafter.cli.{cmd_name}").command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        args = args or ["--help"]
        if args[0].startswith("-") and args[0] not in ("--help", "--version"):
            args = ["new", *args]
        return super().parse_args(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("命令"):
            formatter.write_dl(list(COMMANDS.items()))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = "显示这份说明；某个命令的说明：draft 命令 --help"
        return option

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS:
            raise click.UsageError(_no_command(args[0]), ctx)
        return super().resolve_command(ctx, args)


def _no_command(said: str) -> str:
    from drafter.cli.places import template_ids

    template = near(said, template_ids())
    cure = f"{template[:-1]}：draft --template …" if template.startswith("是不是") else near(said, COMMANDS)
    return f"没有“{said}”这个命令 → {cure}"


@click.group(cls=Draft, options_metavar="[选项]", subcommand_metavar="命令 …")
@click.version_option(package_name="drafter", prog_name="draft", message="draft %(version)s", help="显示版本")
def draft() -> None:
    """写中文讲话和文章的起草助手：骨架 + 词库 + 你自己的内容 → 排好版的 Word。

    \b
    draft --template four-points                 用示例出一篇看看
    draft --template four-points --answers 答卷.yaml
    draft export 题目.yaml                       改完提纲再出稿
    """


def main(args: Sequence[str] | None = None) -> None:
    """Run the command and leave with its exit code; whatever went wrong is said in Chinese."""
    sys.exit(run(args))


def run(args: Sequence[str] | None = None) -> int:
    try:
        result: Any = draft.main(args=args, prog_name="draft", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except DraftError as error:
        for problem in error.problems:
            click.echo(f"错误：{problem}", err=True)
    except click.UsageError as error:
        click.echo(f"错误：{_in_chinese(error)}", err=True)
        if error.ctx:
            click.echo(f"用法见：{error.ctx.command_path} --help", err=True)
    except click.Abort:
        click.echo("已停下", err=True)
        return 1
    return 2


def _in_chinese(error: click.UsageError) -> str:
    """What is wrong with the call."""
    if isinstance(error, click.NoSuchOption):
        options = [name for p in (error.ctx.command.params if error.ctx else ()) for name in p.opts]
        return f"没有 {error.option_name} 这个选项 → {near(error.option_name, options)}"
    if isinstance(error, click.MissingParameter):
        name = error.param.get_error_hint(error.ctx) if error.param and error.ctx else ""
        return f"还缺 {name} → 补上再来"
    if isinstance(error, click.BadOptionUsage):
        return f"{error.option_name} 后面要跟一个值 → 例：{error.option_name} 值"
    if isinstance(error, click.BadParameter):
        name = error.param.get_error_hint(error.ctx) if error.param and error.ctx else ""
        return f"{name} 的值不对 → {_wanted(error.param.type if error.param else None)}"
    if "extra argument" in error.format_message():
        return '多写了一个词 → 词里有空格，就用引号括起来："甲 乙"'
    return error.format_message()


def _wanted(kind: click.ParamType[Any] | None) -> str:
    """What a parameter takes."""
    if isinstance(kind, click.Choice):
        return "可用：" + " ".join(map(str, kind.choices))
    if isinstance(kind, click.IntRange):
        return f"要一个数，不小于 {kind.min}"
    return "要一个整数" if kind is click.INT else "检查这个值"
