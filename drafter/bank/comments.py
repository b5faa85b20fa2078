"""What a person noted in a file of phrases: lines that begin with #, and what stands behind a # in one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from drafter.bank.records import phrases_in
from drafter.bank.scalars import QUOTED
from drafter.bank.writing import PHRASES_NOTE

_OURS = {*PHRASES_NOTE.splitlines()}
_LINE = re.compile("^.*#.*$", re.M)
_COMMENT = re.compile(rf"{QUOTED}|'[^']*'|(?<!\S)(#.*)")
_ABOVE = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*(?=- )")
_ENTRY = re.compile("^- ", re.M)


def comments(path: Path) -> Mapping[str, Sequence[str]]:
    """The comments of a file by the text of the phrase that they stand above or beside; "" for the file."""
    text = path.read_text("utf-8-sig") if path.exists() else ""
    noted: defaultdict[str, list[str]] = defaultdict(list)
    if "#" in text.replace(PHRASES_NOTE, "", 1):
        for line in _LINE.finditer(text):
            said = [comment.rstrip() for comment in _COMMENT.findall(line[0])]
            own = [comment for comment in said if comment and comment not in _OURS]
            if own:
                noted[_meant(text, line.start(), path)] += own
    return noted


def _meant(text: str, at: int, path: Path) -> str:
    """The phrase that a comment in the line at `at` is about: the next one, or the one that it stands in.

    On top of the file, and parted from the phrase by an empty line, it is about the file.
    """
    above = _ABOVE.match(text, at)
    if above and "\n\n" in above[0] and not _ENTRY.search(text, 0, at):
        return ""
    start = above.end() if above else text.rfind("\n- ", 0, at) + 1
    end = text.find("\n- ", start) + 1 or len(text)
    return next((entry.phrase.text for entry in phrases_in(text[start:end], path)), "")
