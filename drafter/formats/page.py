"""The page: the flat run of lines that a document shows, and the tree behind it.

Numbers (一、（一）1. 一是 …) belong to the page.  They are drawn from the tree when it is laid
out and taken off when a page is taken up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from drafter.chinese import numeral, value_of
from drafter.outline import BODY, NO_NUMBER, Outline, Paragraph, Section
from drafter.problem import NOWHERE, Place

TITLE = "题目"
CLOSING = "结语"
DRESS = {"副题": ("——", ""), "题注": ("（", "）")}
"""What the page draws around a role, like a number before a heading."""
FRONT = ("副题", "署名", "题注", "称呼")
"""Roles that stand between the title and the text."""
ENDING = (CLOSING, "落款", "署名", "日期", "附件", "附注", "来源")
"""Roles that can only stand behind the last point."""

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_ORDINALS = ("首先", "其次", "再次", "最后")
_CIRCLED = "".join(chr(0x2460 + i) for i in range(20))


class Marker(NamedTuple):
    """A style of numbers: how number `n` of `total` is drawn, and how one is known."""

    draw: Callable[[int, int], str]
    sign: str


_matching = cache(re.compile)
"""A pattern by its text; who only draws numbers compiles none."""


def _ordinal(n: int, total: int) -> str:
    word = _ORDINALS[-1] if n == total and n > 1 else _ORDINALS[n - 1] if n < 4 else f"第{numeral(n)}"
    return f"{word}，"


def _counted(before: str, after: str) -> Marker:
    """A numeral that a word goes before or behind: 一抓, 第一部分."""
    end = after.replace(" ", "(?:[ 　：:]+|$)")
    return Marker(lambda n, _: f"{before}{numeral(n)}{after}", rf"{before}({_NUMERAL}){end}")


MARKERS: dict[str, Marker] = {
    **{f"第一{part}": _counted("第", f"{part} ") for part in ("部分", "章", "节", "篇")},
    "一、": Marker(lambda n, _: f"{numeral(n)}、", rf"({_NUMERAL})(?:、|[.．][ 　]*)"),
    "（一）": Marker(lambda n, _: f"（{numeral(n)}）", rf"[（(]({_NUMERAL})[）)]、?"),
    "1.": Marker(lambda n, _: f"{n}.", r"(\d{1,2})\.(?!\d)[ 　]*"),
    "1．": Marker(lambda n, _: f"{n}．", r"(\d{1,2})．(?!\d)[ 　]*"),
    "1、": Marker(lambda n, _: f"{n}、", r"(\d{1,2})、[ 　]*"),
    "（1）": Marker(lambda n, _: f"（{n}）", r"[（(](\d{1,2})[）)]、?"),
    "①": Marker(lambda n, _: _CIRCLED[(n - 1) % 20], rf"([{_CIRCLED}])[、.]?"),
    "第一，": Marker(lambda n, _: f"第{numeral(n)}，", rf"第({_NUMERAL})[，,]"),
    **{f"第一{mark}": _counted("第", mark) for mark in ("：", "点，", "点：")},
    "第一、": Marker(lambda n, _: f"第{numeral(n)}、", rf"第({_NUMERAL})、"),
    "首先，": Marker(_ordinal, rf"({'|'.join(_ORDINALS)})[，,、]"),
    "其一，": Marker(lambda n, _: f"其{numeral(n)}，", rf"其({_NUMERAL})[，,]"),
    **{f"一{verb}": _counted("", verb) for verb in "是要抓看靠讲在学干查促强做"},
    "一": Marker(lambda n, _: f"{numeral(n)} ", rf"({_NUMERAL})(?:[ 　]+|$)"),
    "——": Marker(lambda n, _: "——", "(——)(?!—)"),
}
"""The styles of numbers, each by its first number; `一要` and `一是` belong to the sentence."""

_FIRST_SIGNS = frozenset(f"一二三四五六七八九十0123456789（(第其首再最—{_CIRCLED}")
"""What every number begins with."""

BY_DEPTH = ("一、", "（一）", "1.", "（1）")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page.

    `depth` 0 is a paragraph of some `role`, n a heading of level n with its `number`; a run-in
    heading has the rest of its paragraph in `rest`.
    """

    text: str
    depth: int = 0
    role: str = BODY
    number: str = ""
    run_in: bool = False
    rest: str = ""
    at: Place = NOWHERE

    @property
    def heading(self) -> str:
        """The heading as it is written: its number, its text and the mark that closes a run-in."""
        closed = self.text[-1:] in ("。", "：", "？", "！")
        return f"{self.number}{self.text}{'。' if self.run_in and not closed else ''}"


def lay_out(outline: Outline) -> Iterator[Line]:
    """The lines of the page in reading order, the title first, headings with their numbers."""
    if outline.title:
        yield Line(_shown(outline.title), role=TITLE)
    yield from map(_line, (*outline.front, *outline.body))
    yield from _lay_sections(outline.sections, 1)
    for paragraph in outline.ending:
        line = _line(paragraph)
        yield replace(line, role=CLOSING) if line.role == BODY else line


def _lay_sections(sections: Sequence[Section], depth: int) -> Iterator[Line]:
    for section, number in zip(sections, numbers(sections, depth), strict=True):
        head = Line(_shown(section.heading), depth, number=number, run_in=section.run_in, at=section.at)
        body = section.body
        if section.run_in and body and body[0].role == BODY:
            head, body = replace(head, rest=_shown(body[0].text)), body[1:]
        yield head
        yield from map(_line, body)
        yield from _lay_sections(section.sections, depth + 1)


def numbers(sections: Sequence[Section], depth: int) -> Iterator[str]:
    """The number of each of these siblings, as it is drawn on the page; each style counts for itself."""
    styles = [section.marker or default_marker(depth) for section in sections]
    totals = Counter(number_in(style[1:])[0] if style.startswith("=") else style for style in styles)
    counts = Counter[str]()
    for style in styles:
        if style == NO_NUMBER:
            yield ""
        elif style.startswith("="):
            yield style[1:]
            pinned, value, _ = number_in(style[1:])
            counts[pinned] = value
        else:
            counts[style] += 1
            yield MARKERS[style].draw(counts[style], totals[style])


def default_marker(depth: int) -> str:
    return BY_DEPTH[min(depth, len(BY_DEPTH)) - 1]


def number_in(text: str) -> tuple[str, int, int]:
    """The number that `text` begins with: its style, its value, its length; ("", 0, 0) if none."""
    if text[:1] not in _FIRST_SIGNS:
        return "", 0, 0
    for style, marker in MARKERS.items():
        found = _matching(marker.sign).match(text)
        if found:
            return style, _value(found[1]), found.end()
    return "", 0, 0


def _value(sign: str) -> int:
    if sign in _ORDINALS:
        return _ORDINALS.index(sign) + 1
    return _CIRCLED.index(sign) + 1 if sign in _CIRCLED else value_of(sign)


def take_up(lines: Iterable[Line], at: Place = NOWHERE) -> Outline:
    """The outline that a page shows: each paragraph hangs under the last heading."""
    run = list(lines)
    title = run.pop(0).text if run and run[0].role == TITLE else ""
    front = _leading(run)
    ending = _trailing(run)
    body, sections = _gather(run, 1)
    return Outline(_kept(title), front, body, sections, ending, at=at)


def _leading(run: list[Line]) -> tuple[Paragraph, ...]:
    """The lines under the title, taken off the front of `run`."""
    n = next((i for i, line in enumerate(run) if line.depth or line.role not in FRONT), len(run))
    front, run[:n] = run[:n], []
    return tuple(map(_paragraph, front))


def _trailing(run: list[Line]) -> tuple[Paragraph, ...]:
    """The lines behind the last point, taken off the end of `run`."""
    n = len(run)
    while n and not run[n - 1].depth and run[n - 1].role in ENDING:
        n -= 1
    ending, run[n:] = run[n:], []
    return tuple(_paragraph(replace(x, role=BODY) if x.role == CLOSING else x) for x in ending)


def _gather(run: list[Line], depth: int) -> tuple[tuple[Paragraph, ...], tuple[Section, ...]]:
    starts = [i for i, line in enumerate(run) if line.depth]
    if not starts:
        return tuple(map(_paragraph, run)), ()
    top = min(run[i].depth for i in starts)
    cuts = [starts[0], *(i for i in starts[1:] if run[i].depth <= top), len(run)]
    heads = [run[i] for i in cuts[:-1]]
    markers = _markers(heads, depth)
    sections = tuple(
        _section(head, marker, run[a + 1 : b], depth)
        for head, marker, (a, b) in zip(heads, markers, pairwise(cuts), strict=True)
    )
    return tuple(map(_paragraph, run[: starts[0]])), sections


def _markers(heads: Sequence[Line], depth: int) -> Iterator[str]:
    """What to write down of each sibling's number: only what drawing would not give back."""
    known = [number_in(head.number)[:2] for head in heads]
    totals, counts = Counter(style for style, _ in known), Counter[str]()
    for head, (style, value) in zip(heads, known, strict=True):
        counts[style] += 1
        if not style:  # 1.1 is kept as it stands
            yield f"={head.number}" if head.number else NO_NUMBER
        elif number_in(MARKERS[style].draw(counts[style], totals[style]))[1] == value:
            yield "" if style == default_marker(depth) else style
        else:
            counts[style] = value
            yield f"={head.number}"


def _section(head: Line, marker: str, rest: list[Line], depth: int) -> Section:
    body, sections = _gather(rest, depth + 1)
    if head.rest:
        body = (Paragraph(_kept(head.rest), at=head.at), *body)
    return Section(_kept(head.text), body, sections, head.run_in, marker, at=head.at)


def _line(paragraph: Paragraph) -> Line:
    text = _shown(paragraph.text)
    before, behind = DRESS.get(paragraph.role, ("", ""))
    if before and text.startswith(before[0]):
        before = behind = ""
    return Line(f"{before}{text}{behind}", role=paragraph.role, at=paragraph.at)


def _paragraph(line: Line) -> Paragraph:
    before, behind = DRESS.get(line.role, ("", ""))
    text = line.text
    if before and text.startswith(before) and text.endswith(behind):
        text = text[len(before) : len(text) - len(behind)]
    return Paragraph(_kept(text), line.role, line.at)


def _shown(text: str) -> str:
    """Brackets that are no hole, as the reader sees them."""
    return re.sub(r"\\(【|\{\{|\{%)", r"\1", text)


def _kept(text: str) -> str:
    """Brackets of a page, marked as no hole."""
    return re.sub(r"【|\{\{|\{%", r"\\\g<0>", text)
