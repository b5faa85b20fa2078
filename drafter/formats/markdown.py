"""Markdown: # is the title, ## the first level; the role of a paragraph stands in a comment above it.

A heading line that ends with 。： ？or ！ begins the paragraph below it.  What was written here is read
back to the letter; a note from elsewhere is read by its # and ** and, below them, by its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from drafter.cleaning import HEADING, LEAD, Cleaned, Row, clean_rows, decode, rows_of
from drafter.formats.page import TITLE, Line, lay_out, number_in, take_up
from drafter.formats.structure import understood
from drafter.outline import BODY, Outline
from drafter.problem import Place, stop

OURS = "<!-- 提纲 -->"
"""The first line of a file that was written here."""
ALONE = "独行"
"""Over a heading that ends as a run-in does and is none."""
APART = "<!---->"
"""Between a number and words that would be read as a part of it."""

_SPECIAL = re.compile(r"[\\`*_\[\]<>&]|^(?:[#+\-=~|])|^(\d+)(?=[.)])|!$", re.MULTILINE)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_COMMENT = re.compile(r"<!-- (\S+) -->$")
_ATX = re.compile(r"(#{1,9}) ?(.*)$")


def write(outline: Outline) -> bytes:
    """The page in Markdown."""
    blocks = (block for line in lay_out(outline) for block in _blocks(line))
    return "".join(f"{block}\n\n" for block in (OURS, *blocks)).rstrip("\n").encode() + b"\n"


def _blocks(line: Line) -> Iterator[str]:
    """A heading or a paragraph, under the comment that says what cannot be seen of it."""
    if line.role == TITLE:
        yield f"# {escaped(line.text)}"
    elif line.depth:
        closes = line.heading[-1:] in _CLOSERS
        note = f"<!-- {ALONE} -->\n" if closes and not line.run_in else ""
        yield f"{note}{'#' * (line.depth + 1)} {_numbered(line)}".rstrip()
        yield from [escaped(line.rest)] if line.rest else []
    else:
        yield escaped(line.text) if line.role == BODY else f"<!-- {line.role} -->\n{escaped(line.text)}"


_CLOSERS = ("。", "：", "？", "！")


def _numbered(line: Line) -> str:
    """The heading, with a sign where its number could not be told from its words."""
    words = line.heading.removeprefix(line.number)
    gap = "" if number_in(line.heading)[2] == len(line.number) else APART
    return f"{line.number}{gap}{escaped(words)}"


def escaped(text: str) -> str:
    """`text` so that Markdown shows it as it stands."""
    return _SPECIAL.sub(lambda m: f"{m[1]}\\" if m[1] else f"\\{m[0]}", text)


def read(data: bytes, path: Path) -> Outline:
    """The outline of a Markdown file, exactly where it was written here."""
    text = decode(data, path)
    at = Place(path, 1)
    return take_up(_exact(text, path), at) if _is_ours(text) else understood(cleaned(data, path), at)


def cleaned(data: bytes, path: Path) -> Cleaned:
    """The lines of a note, and what was taken out of it; nothing of what was written here."""
    text = decode(data, path)
    note = Cleaned(tuple(rows_of(text))) if _is_ours(text) else clean_rows(tuple(_rows(text)))
    if not note.rows:
        raise stop("文件里没有正文", Place(path), "检查是不是存错了文件")
    return note


def _is_ours(text: str) -> bool:
    return text.lstrip().startswith(OURS)


def _exact(text: str, path: Path) -> Iterator[Line]:
    """The lines of a page that was written here; a run-in heading takes its paragraph in."""
    head: Line | None = None
    for line in _exact_lines(text, path):
        if head and not line.depth and line.role == BODY:
            yield replace(head, rest=line.text)
            head = None
            continue
        if head:
            yield head
        head = line if line.run_in else None
        if not head:
            yield line
    if head:
        yield head


def _exact_lines(text: str, path: Path) -> Iterator[Line]:
    note = ""
    for n, raw in enumerate(text.split("\n"), 1):
        comment, atx = _COMMENT.match(raw), _ATX.match(raw)
        if raw == OURS:
            continue
        if comment:
            note = comment[1]
        elif raw:
            at = Place(path, n, 1)
            yield (
                _exact_heading(atx[2], len(atx[1]) - 1, note, at)
                if atx
                else Line(unescaped(raw), role=note or BODY, at=at)
            )
            note = ""


def _exact_heading(words: str, depth: int, note: str, at: Place) -> Line:
    """The title, or a heading with its number."""
    if not depth:
        return Line(unescaped(words), role=TITLE, at=at)
    number, apart, text = words.partition(APART)
    end = 0 if apart else number_in(unescaped(words))[2]
    text = unescaped(text if apart else words)[end:]
    number = number if apart else unescaped(words)[:end]
    run_in = note != ALONE and text.endswith(_CLOSERS)
    return Line(text.removesuffix("。") if run_in else text, depth, number=number, run_in=run_in, at=at)


def unescaped(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)


_FENCE = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.MULTILINE | re.DOTALL)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)
_UNDERLINED = re.compile(r"^([^\n#>*-][^\n]*)\n(=+|-{3,}) *$", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,200}\]\([^()\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,200})\]\([^()\n]{0,2000}\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]+?)\1")
_EMPHASIS = re.compile(r"(?<![\w*])[*_](?=\S)([^*_\n]+?)(?<=\S)[*_](?![\w*])|`([^`\n]+)`|~~([^~\n]+)~~")
_RULE = re.compile(r"^(?: *[-*_]){3,} *$|^\|?[ :|-]+\|[ :|-]*$")
LONGEST_RULE = 200
_HEADING = re.compile(r"(#{1,6}) *(.+?) *#*$")


def _rows(text: str) -> Iterator[Row]:
    """The lines of a note, with what its signs say of them as hints."""
    text = _blanked(_FRONT_MATTER, _uncommented(_blanked(_FENCE, text.replace(LEAD, ""))))
    text = _UNDERLINED.sub(lambda m: f"{'#' if m[2][0] == '=' else '##'} {m[1]}\n", text)
    titles = len(re.findall(r"^# *[^#\n]", text, re.MULTILINE))
    apart = False
    for n, raw in enumerate(text.split("\n"), 1):
        words = raw.strip(" \t\u3000")
        if words and not (len(words) < LONGEST_RULE and _RULE.match(words)):
            yield _row(words, n, len(raw) - len(raw.lstrip()) + 1, apart, titles == 1)
        apart = not words


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    """`text` without what the pattern finds; the lines stay where they are."""
    return pattern.sub(lambda m: "\n" * m[0].count("\n"), text)


def _uncommented(text: str) -> str:
    """`text` without its comments; the lines stay where they are."""
    first, *others = text.split("<!--")
    closed = (other.partition("-->") for other in others)
    return first + "".join(
        "\n" * hidden.count("\n") + shown if end else f"<!--{hidden}" for hidden, end, shown in closed
    )


def _row(words: str, line: int, column: int, apart: bool, titled: bool) -> Row:
    heading = _HEADING.match(words)
    if heading:
        depth = len(heading[1]) - titled
        return Row(
            _inline(heading[2]).replace(LEAD, ""),
            line,
            column,
            False,
            apart,
            f"{HEADING}{depth}" if depth else TITLE,
        )
    text = _inline(words.removeprefix(">").strip().strip("|").replace(" | ", " "))
    return Row(text, line, column, column > 1, apart, "引语" if words.startswith(">") else "")


def _inline(words: str) -> str:
    """The words without the signs of Markdown; bold words at the head are marked."""
    words = _LINK.sub(r"\1", _IMAGE.sub("", words))
    lead = _STRONG.match(re.sub(r"^(?:[-*+•]|\d+\.) +", "", words))
    if lead:
        words = words.replace(lead[0], lead[2] + LEAD, 1)
    words = _STRONG.sub(r"\2", words)
    return unescaped(_EMPHASIS.sub(lambda m: m[1] or m[2] or m[3], words)).strip()
