"""Slips of the pen in the lines of a YAML text, which a parser blames on another line or swallows.

Lines of a block of text (below a | or >) are the writer's prose and never looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from drafter.problem import Place, Problem

_START = r"^[ \t　]*(?:-[ \t]+)*"
_WORD = r"[^\W\d][\w.]{0,7}"
_FULL_WIDTH = re.compile(r"^[\s　]*(?:-\s*)?([^\s　:：#\"'“‘\[{【]{1,8})：")
_NO_BLANK = rf"{_START}({_WORD}):(?=[^\s:/])"
_NO_COLON = rf"{_START}(?P<word>{_WORD})(?:[ \t　]+\S|\s*$)"
_PAIR = rf"{_START}(?:\"[^\"]*\"|'[^']*'|[^\s\"'{{\[#][^#]*?):(?:\s|$)"
"""Patterns for what a parser stumbled over, compiled only then."""
_COLON = re.compile(r":(?:\s|$)")
_ITEM = re.compile(r"\s*-\s")
_OPENED = re.compile(r"(?:^|[\s:-])[|>][+-]?\d?[+-]?\s*(?:#.*)?$")
_LOST = re.compile(rf"{_START}(?:[^\s:\"'#]+:[ \t]+)?[^\s\"'#|>{{\[][^\"']*?[ \t](?P<lost>#[^\s#!].*)$")
_NOTHING_ELSE = re.compile(rf"{_START}[^\s:\"'#]+:[ \t]+(?P<lost>#[^\s#!].*)$")

Line = tuple[int, str]


def slip_near(text: str, path: Path | None, near: int) -> Problem | None:
    """The slip that a parser stumbled over at line `near`: in that line, or in the one above it."""
    (above, begun), (n, line) = [(0, ""), (0, ""), *(line for line in _lines(text) if line[0] <= near)][-2:]
    slip = (_glued if _ITEM.match(line) else _slip)(n, line, path)
    if slip or len(_COLON.findall(line)) > 1 or (_ITEM.match(begun) and _depth(line) <= _depth(begun)):
        return slip
    return _slip(above, begun, path)


def full_width_colon(text: str, path: Path | None) -> Problem | None:
    """The first line that looks like a key closed by ：, or is indented with full-width blanks."""
    return next((slip for n, line in _lines(text) if (slip := _full_width(n, line, path))), None)


def swallowed(text: str, path: Path | None) -> Iterator[Problem]:
    """Words behind a # that was hardly meant to begin a comment, which has a blank behind its #."""
    run = [*_lines(text)]
    for (n, line), (_, below) in zip(run, [*run[1:], (0, "")], strict=True):
        found = _LOST.match(line)
        if not found and not _is_deeper(below, line):
            found = _NOTHING_ELSE.match(line)
        if found:
            place = Place(path, n, found.start("lost") + 1)
            yield Problem(
                f"“{found['lost'].rstrip()[:20]}”没有读进来",
                place,
                "是正文就给整段加引号；是说明就在 # 后面空一格",
            )


def _slip(n: int, line: str, path: Path | None) -> Problem | None:
    """A key that is not closed as it should be, or not closed at all."""
    found = re.match(_NO_COLON, line)
    if (slip := _glued(n, line, path)) or re.match(_PAIR, line) or not found:
        return slip
    place = Place(path, n, found.start("word") + 1)
    return Problem(f"“{found['word']}”后面缺半角冒号", place, "写成“键: 值”")


def _glued(n: int, line: str, path: Path | None) -> Problem | None:
    """A key whose colon is full-width, or has no blank behind it."""
    found = re.match(_NO_BLANK, line)
    if (slip := _full_width(n, line, path)) or not found:
        return slip
    return Problem(f"“{found[1]}”后面的冒号没有跟空格", Place(path, n, found.end()), "写成“键: 值”")


def _full_width(n: int, line: str, path: Path | None) -> Problem | None:
    if slip := _FULL_WIDTH.match(line):
        return Problem(f"“{slip[1]}”后面用了全角冒号", Place(path, n, slip.end()), "改成半角冒号加空格“: ”")
    if line.startswith("　"):
        return Problem("用全角空格缩进", Place(path, n, 1), "改成半角空格")
    return None


def _lines(text: str) -> Iterator[Line]:
    """The lines that are no blocks of text, no comments and not empty, counted from 1."""
    block = -1
    for n, line in enumerate(text.splitlines(), 1):
        if not line.strip(" \t　"):
            continue
        depth = _depth(line)
        if 0 <= block < depth:
            continue
        block = -1
        if not line.lstrip().startswith("#"):
            yield n, line
            block = depth if _OPENED.search(line) else -1


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _is_deeper(below: str, line: str) -> bool:
    return _depth(below) > _depth(line) or below.lstrip().startswith("- ")
