"""The paragraphs of a Word file, each in its place on the page, before any markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple
from unicodedata import east_asian_width

from drafter.formats.look import CLOSING, SIGNATURES, TITLE, TODO, Look, heading_style
from drafter.formats.page import Line, lay_out
from drafter.formats.word.title import breaks
from drafter.outline import BODY, Outline
from drafter.problem import NOWHERE, Place

GAP = re.compile(r"〔待[补核定]：(?:[^〔〕]|〔[^〔〕]*〕)*〕")
"""A mark of something missing; the number of a document, 〔2026〕, may stand in it."""
HEADS = (TITLE, "副题", "署名", "题注")
"""What stands at the head of the page, above the blank line."""
_FEW = 3
"""Lines that go to the next page with a signature; it never stands there alone for want of so few."""
_LABEL = re.compile(r"(附件[：:]\s*)?(\d+[.．]\s*)?")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the file: its style, its words, and what is said of this one alone.

    `head` counts the characters of a run-in heading; a line begins at each of `breaks`; `above`,
    `left` and `hanging` are points; `keeps` does not part from the signature that follows.
    """

    style: str
    text: str
    head: int = 0
    breaks: tuple[int, ...] = ()
    above: float = 0
    left: float = 0
    hanging: float = 0
    new_page: bool = False
    keeps: bool = False
    at: Place = NOWHERE


class Gap(NamedTuple):
    """A 〔待…〕 of the page: its words, the heading it stands under, its place in the source."""

    words: str
    heading: str
    at: Place


def laid_out(outline: Outline, look: Look) -> Iterator[Block]:
    """The paragraphs of the page, each in its place."""
    lines = list(lay_out(outline))
    text = len(lines) - len(outline.ending)
    blocks = [_block(line, look) for line in lines[:text]]
    blocks += _ending(lines[text:], look)
    for above, block, below in zip([None, *blocks], blocks, [*blocks[1:], None], strict=False):
        space = look.line * _blank_lines(above.style if above else "", block.style)
        signed = below is not None and _kind(below.style) == "落款"
        yield replace(block, above=space, keeps=signed and _width(block.text, look) < _FEW * look.width)


def _block(line: Line, look: Look) -> Block:
    if line.depth and line.run_in:
        style = heading_style(line.depth, run_in=True)
        return Block(style, line.heading + line.rest, len(line.heading), at=line.at)
    if line.depth:
        return Block(heading_style(line.depth), line.heading, at=line.at)
    widest = max(1, int(look.width / look.style(TITLE).size))
    cuts = breaks(line.text, widest) if line.role == TITLE else ()
    return Block(line.role, line.text, breaks=cuts, at=line.at)


def _blank_lines(above: str, style: str) -> int:
    """Between the head and the text, above the list of attachments, above the signature."""
    if above in HEADS:
        return int(style not in HEADS)
    kinds = [_kind(above), _kind(style)]
    return int(bool(above) and kinds[0] != kinds[1] and kinds[1] in ("附件", "落款"))


def _kind(style: str) -> str:
    return "落款" if style in (*SIGNATURES, "落款署名") else style


def _ending(lines: Sequence[Line], look: Look) -> Iterator[Block]:
    """What stands behind the text: the signature set from the right, attachments hung from 附件："""
    blocks = [_last(line) for line in lines]
    start = _start([block for block in blocks if _kind(block.style) == "落款"], look)
    names = 0.0
    for block in blocks:
        if block.style == "附件":
            names = max(names, _width(_label(block.text), look))
            yield _hung(block, names, look)
        elif _kind(block.style) == "落款":
            yield replace(block, left=start + 2 * look.em * (block.style == "日期"))
        else:
            yield block


def _last(line: Line) -> Block:
    return Block("落款署名" if line.role == "署名" else line.role, line.text, at=line.at)


def _start(signed: Sequence[Block], look: Look) -> float:
    """Where the name begins; the date begins 2 characters further right, and the longer of the two
    ends 2 characters from the edge."""
    two = 2 * look.em
    names = max((_width(block.text, look) for block in signed if block.style != "日期"), default=0.0)
    dates = max((_width(block.text, look) for block in signed if block.style == "日期"), default=0.0)
    longer = dates + two if dates >= names else names
    return max(0.0, look.width - two - longer)


def _hung(block: Block, names: float, look: Look) -> Block:
    """An attachment, its name at `names` in line with the others, 附件： and number before it."""
    return replace(block, left=2 * look.em + names, hanging=_width(_label(block.text), look))


def _label(text: str) -> str:
    found = _LABEL.match(text)
    return found[0] if found else ""


def _width(text: str, look: Look) -> float:
    """How wide the text is in the type of the body, in points; Word parts Han characters and digits."""
    size = look.style(BODY).size
    seams = sum(a.isalnum() and b.isalnum() and a.isascii() != b.isascii() for a, b in pairwise(text))
    return seams * size / 5 + sum(size * _share(c) + look.page.tracking for c in text)


def _share(character: str) -> float:
    """Of the width of a Han character."""
    return 1 if east_asian_width(character) in "WFA" else 0.25 if character in " .,:;" else 0.5


def open_gaps(blocks: Iterable[Block]) -> Iterator[Gap]:
    """Every 〔待…〕 of the page, in reading order."""
    heading = "总起"
    for block in blocks:
        if "标题" in block.style:
            heading = GAP.sub("……", block.text[: block.head or None])
        elif block.style in (CLOSING, *HEADS):
            heading = block.style
        elif _kind(block.style) in ("附件", "落款"):
            heading = _kind(block.style)
        elif heading in HEADS:
            heading = "总起"
        yield from (Gap(found[0], heading, block.at) for found in GAP.finditer(block.text))


def todo_list(gaps: Sequence[Gap]) -> Iterator[Block]:
    """What is still to be filled in, on a page of its own behind the text: no page of the essay
    moves when the list goes."""
    yield Block(TODO, f"待补清单（共{len(gaps)}处，补完即删）", new_page=True)
    for n, gap in enumerate(gaps, 1):
        yield Block(TODO, f"{n}. {gap.words[1:-1]}（{gap.heading}）")
