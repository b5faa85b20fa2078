"""The folders that are taken when none is named: what is shipped, and where to keep what is derived."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from drafter.problem import Place, stop
from drafter.yamlfile import near

_HERE = Path(__file__).resolve().parent.parent
TEMPLATE = ".yaml"


def shipped(name: str) -> Path:
    """The folder `templates` or `phrasebank`: inside the installed package, or beside its source."""
    installed = _HERE / "shipped" / name
    return installed if installed.is_dir() else _HERE.parent / name


def cache() -> Path:
    """Where the machine keeps what can be made anew: indexes, dictionaries."""
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = home / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return base / "drafter"


def banks(named: tuple[Path, ...]) -> list[Path]:
    """The banks to draw on: the writer's own, in the order named, over the shipped one."""
    for folder in named:
        if not folder.is_dir():
            raise stop("没有这个词库文件夹", Place(folder), "先用 draft mine 文稿 --bank 文件夹 建一个")
    return [*named, shipped("phrasebank")]


def template_ids() -> list[str]:
    return sorted(path.stem for path in shipped("templates").glob(f"*{TEMPLATE}"))


def template(said: str) -> Path:
    """The file of a template: a path, or the id of a shipped one."""
    path = Path(said)
    if path.suffix in (".yaml", ".yml"):
        return path
    if said not in template_ids():
        raise stop(f"没有“{said}”这副骨架", hint=near(said, template_ids()))
    return shipped("templates") / f"{said}{TEMPLATE}"
