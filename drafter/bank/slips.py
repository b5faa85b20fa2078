"""Slips of a hand in a bank file that YAML would take for words of a phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from drafter.problem import Place, Problem

_KEYS = "短语|分项|谁说|功能|释义|状态|出处|异文|文档|文件|字数|指纹|原件|各节"
_GAP = "[ \\t　]"
_SLIPS = (
    (
        rf"^(?: *-{_GAP}*| +)(?P<it>{_KEYS})(?:{_GAP}*：|:(?=\S)|{_GAP}+(?=[^\s:#]))",
        "“{}”后面要用半角冒号加空格",
        "写成“{}: …”，同一条的键左端对齐",
    ),
    (
        rf"^(?P<dash> *)- (?!(?:{_KEYS}) *:)(?P<it>[^\n:\[{{\"']+)\n(?P=dash) +(?:{_KEYS}):\s",
        "“{}”前面没有“短语: ”",
        "写成“- 短语: {}”",
    ),
    (
        rf"^ *-[^\n]*[^\s-]{_GAP}+(?P<it>{_KEYS}){_GAP}*：",
        "“{}”跟在别的文字后面",
        "另起一行，写成“  {}: …”",
    ),
    (r"^ *(?P<it>-)(?=[^\s-])", "“{}”后面没有空格", "一条用半角的“- ”打头"),
    (r"^ *(?P<it>[－—–])", "“{}”不是半角的“-”", "一条用半角的“- ”打头"),
)
"""What a slip looks like, what is wrong with it, and the cure."""


def slips(text: str, path: Path) -> Iterator[Problem]:
    """Every slip in the text, at its line of it."""
    for pattern, message, cure in _SLIPS:
        for slip in re.finditer(pattern, text, re.M):
            said, start = slip["it"], slip.start("it")
            place = Place(path, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
            yield Problem(message.format(said), place, cure.format(said))
