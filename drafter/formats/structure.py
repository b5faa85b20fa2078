"""The headings, levels and roles of a page that shows them by its words alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from drafter.chinese import length
from drafter.cleaning import HEADING, HIDDEN, LEAD, Cleaned, Row, role_of
from drafter.formats import matter
from drafter.formats.levels import LOST, placed
from drafter.formats.page import CLOSING, Line, number_in, take_up
from drafter.formats.points import LONGEST, ORDER, is_short, without_bullet
from drafter.formats.series import points_of
from drafter.outline import BODY, Outline
from drafter.problem import NOWHERE, Place, Problem

MOST_CLOSING, LAST = 3, 5
"""How many paragraphs round off a text, and among how many at its end they are looked for."""

_CLOSING = re.compile(
    "同志们[！，：,!:]|各位[^，。！：；]{0,12}[！，：,!:]|(?:朋友|老师|同学)们[！，：]|总之|综上|总而言之|一言以蔽之|让我们|我(?:们)?(?:坚)?相信"
    "|最后[，,]|新征程上|站在新的|奋斗正当时|征途漫漫|不忘初心，|“?雄关漫道|潮平|千里之行|以上(?:是|就是|汇报|报告|发言|，)"
    "|我的(?:发言|汇报|讲话|演讲)|谢谢|感谢(?:大家|各位|聆听)|(?:述职|汇报|发言|报告)完毕|衷心|祝愿|预祝|祝|只有这样|星光不|道阻且长|未来已来|空谈误国|路虽远"
)
"""How paragraphs begin that round off a whole text."""
_THANKS = re.compile("谢谢(?:大家|各位|同志们)?[！!。]$")


def understood(cleaned: Cleaned, at: Place = NOWHERE) -> Outline:
    """The outline of a cleaned text, with what is amiss in it."""
    lines = recognised([line_of(row, at.path) for row in cleaned.rows])
    return replace(take_up(lines, at), problems=(*_gaps(cleaned, at.path), *problems(lines)))


def _gaps(cleaned: Cleaned, path: Path | None) -> Iterator[Problem]:
    """Where the source hides a part, or has characters that could not be read."""
    for row in cleaned.rows:
        at = Place(path, row.line, row.column)
        if row.hint == HIDDEN:
            yield Problem("原文在这里藏了一段（登录或回复后才可见）", at, "取得全文再读一次")
        elif "\ufffd" in row.text:
            yield Problem(f"有 {row.text.count(chr(0xFFFD))} 个字读坏了（�）", at, "对照原文补上")


def line_of(row: Row, path: Path | None) -> Line:
    """The line of a row, with what its format knows: depth, role, bold words at its head."""
    at = Place(path, row.line, row.column)
    text, rest = row.text.replace(LEAD, ""), ""
    if row.hint.startswith(HEADING) and row.hint != HEADING:
        return Line(text, int(row.hint[len(HEADING) :]), at=at)
    head, bold, behind = without_bullet(row.text).partition(LEAD)
    if bold and not behind.strip() and not row.hint:
        return Line(text, role=HEADING, at=at)
    if bold and _is_lead(head, behind):
        colon = "：" if behind[0] == "：" else ""
        text, rest = head.strip().removesuffix("。") + colon, behind.replace(LEAD, "").lstrip("。： ")
    return Line(text, role=row.hint or BODY, run_in=bool(rest), rest=rest, at=at)


def _is_lead(head: str, rest: str) -> bool:
    """Whether bold words are a heading, and not a word that is stressed."""
    closed = head[-1:] in "。：？！" or rest[0] in "。：" or bool(number_in(head)[0])
    return closed and 2 <= length(head) <= LONGEST and bool(rest.strip("。 "))


def recognised(lines: Sequence[Line]) -> list[Line]:
    """`lines` with the headings, numbers, levels and roles that their words show.

    What a format knows may stand in the lines already: role 题目; `depth` of a heading; role 标题 for
    a line set as a heading of unknown depth; `run_in` with a `rest` for words set in bold at the head
    of a paragraph (depth 0); any role of a paragraph.  It is kept; the rest is found out.
    """
    body, tails = matter.tails(lines)
    after, end = matter.closing(body)
    body = body[:end]
    bare = any(is_short(line.text) and _heads(body, n) for n, line in enumerate(body) if n > 2)
    before, start = matter.opening(body, bare)
    body = list(placed(body[start:], points_of(body[start:])))
    named = any(line.role == "署名" for line in (*before, *after))
    extra = [line for line in tails if not (named and line.role == "署名")]
    before += [line for line in extra if line.role != "来源"]
    return [*before, *_with_closing(body), *after, *(line for line in extra if line.role == "来源")]


def _heads(lines: Sequence[Line], n: int) -> bool:
    """Whether line `n` stands between paragraphs as a heading does."""
    if n + 1 >= len(lines) or number_in(lines[n].text)[0] or role_of(lines[n].text):
        return False
    return not is_short(lines[n + 1].text) and not is_short(lines[n - 1].text)


def _with_closing(lines: Sequence[Line]) -> list[Line]:
    """`lines` with the paragraphs behind the last point that round off the whole text."""
    start = _after_equal_points(lines) or _after_a_turn(lines)
    return [
        replace(line, role=CLOSING) if n >= start and line.role == BODY else line
        for n, line in enumerate(lines)
    ]


def _after_equal_points(lines: Sequence[Line]) -> int:
    """Where the last of several points has as many paragraphs as each of the others; 0 where they differ."""
    heads = [n for n, line in enumerate(lines) if line.depth]
    if len(heads) < 2 or any(lines[n].depth > 1 for n in heads):
        return 0
    *sizes, last = (end - n - 1 + bool(lines[n].rest) for n, end in pairwise([*heads, len(lines)]))
    alike = len(set(sizes)) == 1 and (len(sizes) > 1 or bool(lines[heads[-1]].rest))
    more = 0 < last - sizes[0] <= MOST_CLOSING
    return heads[-1] + 1 + sizes[0] - bool(lines[heads[-1]].rest) if alike and sizes[0] and more else 0


def _after_a_turn(lines: Sequence[Line]) -> int:
    """Where one of the last paragraphs begins as closing words do; behind all where none does."""
    last = max((n for n, line in enumerate(lines) if line.depth), default=len(lines))
    first = last + 1 + (not lines[last].rest) if last < len(lines) else last
    near = range(max(first, len(lines) - LAST), len(lines))
    turns = (n for n in near if _CLOSING.match(lines[n].text) or _THANKS.search(lines[n].text[-12:]))
    return next(turns, len(lines))


def problems(lines: Sequence[Line]) -> Iterator[Problem]:
    """What is amiss in the numbers of the headings: gaps, repetitions, a beginning that is missing."""
    open_: dict[int, tuple[str, int]] = {}
    for line in lines:
        if not line.depth:
            continue
        style, value, _ = number_in(line.number)
        known, before = open_.get(line.depth, (style, 0))
        open_ = {depth: seen for depth, seen in open_.items() if depth < line.depth} | {
            line.depth: (style, value)
        }
        if line.text == LOST:
            yield Problem(f"原文缺“{line.number}”的标题和内容", line.at, "补上这一节，或删去它")
        elif style in ORDER and style == known and value not in (before + 1, 1):
            told = f"编号“{line.number}”重复" if value == before else f"编号“{line.number}”接不上前面"
            yield Problem(told, line.at, "对照原文补上缺的一节，或改编号")
