"""What stands before the text and behind it: title, 副题, 署名, 称呼; 落款, 日期, 附件, 附注."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.chinese import length
from drafter.cleaning import ORGANISATION, role_of
from drafter.formats.page import CLOSING, FRONT, TITLE, Line, number_in
from drafter.formats.points import LONGEST_TITLE, ORDER, is_short
from drafter.outline import BODY

HEAD_LINES = 8
"""Lines at the top among which the title and what goes with it are looked for."""
TAIL_LINES = 14

_FINISHED = re.compile(r"[。；;]")
_OCCASION = re.compile(r"^(?:——)?在.{4,50}(?:讲话|致辞|发言|报告|讲稿|演讲|汇报|主持词|上|会)$")
_SUBTITLE = re.compile(r"\s*(?:—{2,4}|-{2,4})\s*(?=[^\s—-])")
_NAMED = re.compile(r"^(?:\[[^\[\]]{1,6}\]\s*)?(?:(?:标题|题目|题)[：:]\s*)?")
_BYLINE = re.compile(
    r"^(?:[□■◎●○▪◆◇]\s*)?(?:(?:作者|撰稿|撰文|执笔|署名|文|报告人|发言人|主讲人|演讲人|讲话人|汇报人|述职人)\s*[：:/／|｜]\s*)?"
)
_TAILS = (
    (
        "署名",
        re.compile(
            r"(?<=[。！？”）])\s*[（(]?(?:作者|撰稿|执笔|供稿|通讯员|文)[：:/]\s*([^\s（）()。，：:]{2,20})[）)]?\s*$"
        ),
    ),
    (
        "题注",
        re.compile(
            r"(?<=[。！？”）])\s*[（(]((?:本文)?(?:作者|笔者)(?:系|为|单位|是|现任|[：:])[^（）()]{2,60})[）)]\s*$"
        ),
    ),
    (
        "来源",
        re.compile(
            r"(?<=[。！？”）])\s*[（(]((?:来源|原载|摘自|选自|转自|本文选自|原标题)[^（）()]{2,60})[）)]\s*$"
        ),
    ),
    (
        "",
        re.compile(
            r"(?<=[。！？”）])\s*(?:[（(]\s*)?(?:编辑|责编|责任编辑|标签|编审|审核|校对|来源)\s*[：:][^。（）()]{1,20}[）)]?\s*$"
        ),
    ),
)


def opening(lines: Sequence[Line], other_headings: bool) -> tuple[list[Line], int]:
    """The title and what goes with it, each with its role, and how many lines that took.

    `other_headings`: the text has headings without numbers, so a second short line may be the first.
    """
    front: list[Line] = []
    for n, line in enumerate(lines[:HEAD_LINES]):
        role = _front_role(line, front, other_headings)
        if not role:
            return front, n
        if role != TITLE:
            front.append(replace(line, text=plain(line.text, role), role=role))
        elif _title(front):
            front[0] = replace(front[0], text=f"{front[0].text} {line.text}")
        else:
            front[:0] = _headed(line)
    return front, min(len(lines), HEAD_LINES)


def _title(front: Sequence[Line]) -> Line | None:
    return front[0] if front and front[0].role == TITLE else None


def _front_role(line: Line, front: Sequence[Line], other_headings: bool) -> str:
    """The role of a line at the top; "" where the text begins."""
    if line.role == TITLE and not _title(front):
        return TITLE
    if line.depth or line.role != BODY:
        return line.role if line.role in FRONT and not line.depth else ""
    role = role_of(line.text)
    if role:
        role = {"日期": "题注", "附注": "题注"}.get(role, role)
        return role if role in FRONT and (role != "副题" or _title(front)) else ""
    if not _may_stand_above(line.text):
        return ""
    title = _title(front)
    if not title:
        begun = bool(front) and (front[-1].role == "称呼" or bool(number_in(line.text)[0]))
        return "" if begun else TITLE
    return _role_under(title, line.text, len(front) == 1 and not other_headings)


def _may_stand_above(text: str) -> bool:
    """Whether a line may be a title or go with one: short, no sentence, no point."""
    fits = 2 <= length(text) <= LONGEST_TITLE and text[-1] not in "：:，,"
    return fits and not _FINISHED.search(text) and number_in(text)[0] not in ORDER


def _role_under(title: Line, text: str, next_to_it: bool) -> str:
    """The role of a line under the title: the occasion, who speaks, the title's second half."""
    if _OCCASION.match(text):
        return "副题"
    if ORGANISATION.match(text) and length(text) <= 25:
        return "署名"
    half = (
        next_to_it
        and is_short(text)
        and "，" not in text
        and "：" not in text[:7]
        and text[-1] not in "！？!?"
    )
    return TITLE if half and length(title.text) + length(text) <= LONGEST_TITLE else ""


def _headed(line: Line) -> Iterator[Line]:
    """The title line, with its 副题 where that stands behind it."""
    title, *sub = _SUBTITLE.split(_NAMED.sub("", line.text), maxsplit=1)
    yield replace(line, text=title.strip("《》 ") if _is_book(title) else title.strip(), role=TITLE, depth=0)
    yield from (replace(line, text=text, role="副题", depth=0) for text in sub)


def _is_book(title: str) -> bool:
    return title.startswith("《") and title.endswith("》") and title.count("《") == 1


def plain(text: str, role: str) -> str:
    """The words of a 副题 without its dash, of a 署名 without 作者：, of any other as they stand."""
    if role == "副题":
        return re.sub(r"^\s*(?:[—―–]+|-{2,})\s*", "", text)
    if role == "署名":
        return _BYLINE.sub("", text)
    return text.strip("（）()") if role == "题注" else text


def closing(lines: Sequence[Line]) -> tuple[list[Line], int]:
    """The lines behind the text, each with its role, and where they begin."""
    tail: list[Line] = []
    n = len(lines)
    while n and len(tail) < TAIL_LINES:
        role = _tail_role(lines[n - 1], tail)
        if not role:
            break
        n -= 1
        tail.insert(0, replace(lines[n], role=role, text=plain(lines[n].text, role)))
    return _annexed(lines, tail, n)


def _tail_role(line: Line, tail: Sequence[Line]) -> str:
    """The role of a line at the end; "" where it is text."""
    if line.role != BODY or line.depth or line.run_in:
        return line.role if not line.depth and line.role not in (BODY, TITLE) else ""
    text = line.text
    role = role_of(text)
    dated = bool(tail) and tail[0].role in ("日期", "落款")
    if role == "题注":
        return "日期" if re.match(r"^[（(]?.{4}年", text) else "附注"
    if role == "署名":
        return "落款" if dated else role
    if role in ("日期", "来源", "附注", "附件", CLOSING):
        return role
    return (
        "落款"
        if dated and len(text) <= 30 and not _FINISHED.search(text) and ORGANISATION.match(text)
        else ""
    )


def _annexed(lines: Sequence[Line], tail: list[Line], n: int) -> tuple[list[Line], int]:
    """The tail with an 附件 above it, whose list may run over several lines."""
    start = next((i for i in range(max(0, n - 6), n) if role_of(lines[i].text) == "附件"), n)
    if any(length(line.text) > 40 or line.depth for line in lines[start:n]):
        return tail, n
    return [*(replace(line, role="附件") for line in lines[start:n]), *tail], start


def tails(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """`lines` without a （作者系…） or 作者：… behind the last words, and those, each with its role."""
    kept, found = list(lines), []
    for n in range(max(0, len(lines) - 3), len(lines)):
        for role, pattern in _TAILS:
            tail = None if kept[n].depth else pattern.search(kept[n].text[-90:])
            if tail:
                kept[n] = replace(kept[n], text=kept[n].text[: -len(tail[0])].rstrip())
                found += [Line(tail[1], role=role, at=kept[n].at)] if role else []
    return kept, found
