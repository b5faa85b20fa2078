"""How a line may open a point: with a number, a bullet, a label, bold words, or a sentence of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.chinese import HAN, length
from drafter.formats.page import MARKERS, Line, number_in

SHORT, LEAD, LABEL, BULLET, BOLD, GIVEN = "短行", "首句", "冒号", "圆点", "黑体", "样式"
"""The styles of points that have no number."""
PART, ITEM = "篇题", "分项"
"""A short line that has numbered points under it; a bullet under a bullet."""
LONGEST = 40
"""Han characters of a heading; a longer one is a paragraph."""
LONGEST_TITLE = 60
LONGEST_SPOKEN = 30
"""Han characters of a heading that only 一是, 首先 or the like shows."""
LABEL_LENGTH = 16

ORDER = {
    PART: 0,
    **{f"第一{part}": rank for rank, part in ((1, "篇"), (1, "部分"), (2, "章"), (3, "节"))},
    "一": 9,
    "一、": 10,
    "（一）": 20,
    "1.": 30,
    "1 ": 30,
    "1.1": 32,
    "1.1.1": 34,
    "（1）": 40,
    "①": 50,
    SHORT: 60,
}
"""How deep a style stands among the others; those that are not here stand where they are met."""

SAME = {"1、": "1.", "1．": "1."}
"""Styles that writers mix in one series."""

_DECIMAL = re.compile(rf"(\d{{1,2}}(?:\.\d{{1,2}}){{0,2}})[ 　]+([{HAN}“].*)$")
DECIMALS = ("1 ", "1.1", "1.1.1")

_SENTENCE = re.compile(r"[^。！？!?]*[。！？!?]+[”’）》」]*")
_BULLET = re.compile(rf"^(?:[-*](?=[ 　{HAN}“])|>(?=[ 　])|[•●■◆○·◇□▪▲★※➢►✦✓√])[ 　]*(?=\S)")
_PARAGRAPH_END = re.compile("[。；！？：][”’）]*$")
_INSIDE = re.compile("[。；？！](?![”’）》])")
_FIELD = re.compile(
    "(?:会议|活动|演讲|发言|学习|讨论)?(?:时间|地点|主持人?|参[加会]人员?|出席|列席|记录人?|缺席|人员|对象|单位|姓名|主题|形式|议题|范围)："
)
"""A line of the form that stands over minutes."""
_DANGLING = re.compile("(?:[是在和与及或把被对从由于以让使而且]|，.*的)$")
_ENDS = "。；！？，、…"
_SAYING = re.compile(
    "(?:指出|强调|要求|认为|表示|提出|说|云|曰|写道|说道|问道|答道|讲过|问|答|告诉我们|是|必须|如下|包括|为|有|例如|比如|譬如"
    "|如|注|即|记者|主持人|备注|示例|例)$"
)
_QUOTED = re.compile("指出|强调|说过|曾说|说道|古人云|常言|俗话|有言|曰|写道|告诉我们|“[^”]{9,}”")
_CONNECTIVE = re.compile(
    "然而|但是|但|因此|因而|所以|当前|近年来|同时|此外|另外|总之|综上|可见|诚然|毋庸|当然|于是|从而|由此|故而|不过|事实上|其实|例如|比如|譬如"
    "|如今|今天|目前|现在|曾几何时|众所周知|同志们|各位|朋友们|这|那|他|她|它|可是|或许|也许|与此同时|据|对此|为此|首先|其次|再次|最后|一方面|另一方面"
    "|如果|假如|正如|正是|有人|试想|难怪|显然|不可否认|随着|记得|那么|何谓|所谓|只有"
)


@dataclass(frozen=True, slots=True)
class Point:
    """A line as the head of a point: the style of its number, the number, the heading and what follows it."""

    style: str
    text: str
    number: str = ""
    value: int = 0
    rest: str = ""
    closed: bool = False

    @property
    def alone(self) -> bool:
        """Whether the heading has its line for itself."""
        return not self.rest


def numbered(line: Line) -> Point | None:
    """The point that a numbered line opens."""
    style, value, end = number_in(line.text)
    if not style:
        return _decimal(line.text)
    number = line.text[:end].strip()
    drawn = MARKERS[style].draw(value, 0)
    number = drawn if drawn.endswith(" ") else number
    head, rest, closed = cut(line.text[end:].strip())
    if rest.startswith("——"):  # a quotation and who said it
        return None
    return Point(SAME.get(style, style), head, number, value, rest, closed)


def _decimal(text: str) -> Point | None:
    """The point of a line that is numbered 1.1 or 1.1.1, or 1 alone."""
    found = _DECIMAL.match(text)
    if not found or not is_short(found[2]):
        return None
    parts = found[1].split(".")
    return Point(DECIMALS[len(parts) - 1], found[2], found[1], int(parts[-1]))


def cut(text: str) -> tuple[str, str, bool]:
    """A paragraph as heading and rest, and whether a 。 closed the heading: at a ：, a 。 or a wide gap."""
    found = _SENTENCE.match(text)
    sentence = found[0] if found else text
    label = _label(sentence, text)
    if label:
        return label, text[len(label) :].strip(), False
    head, gap, behind = sentence.partition(" ")
    if gap and found and 2 <= length(head) <= 30 and length(text) - length(head) >= 20 and "，" in behind:
        return head, text[len(head) :].strip(), False
    return sentence.removesuffix("。"), text[len(sentence) :].strip(), sentence.endswith("。")


def _label(sentence: str, text: str) -> str:
    """The words before a ：, with it, where they name what follows."""
    label, colon, _ = sentence.partition("：")
    rest = text[len(label) + 1 :]
    if not colon or length(label) > LABEL_LENGTH or "，" in label or length(rest) < 12:
        return ""
    if length(label) < 2 or label.count("“") != label.count("”") or not _PARAGRAPH_END.search(text[-4:]):
        return ""
    return "" if _SAYING.search(label) or rest.startswith("“") else label.strip() + "："


def bulleted(line: Line) -> Point | None:
    """The point that a line with a bullet opens, where it has a heading."""
    found = _BULLET.match(line.text)
    if not found:
        return None
    head, rest, closed = cut(line.text[found.end() :])
    return Point(BULLET, head, rest=rest, closed=closed)


def without_bullet(text: str) -> str:
    """A list item without its sign."""
    return _BULLET.sub("", text, count=1)


def labelled(line: Line) -> Point | None:
    """The point that opens with a label and a ：."""
    head, rest, _ = cut(line.text)
    return Point(LABEL, head, rest=rest) if rest and head.endswith("：") else None


def led(line: Line) -> Point | None:
    """The point whose first sentence may be its heading."""
    head, rest, closed = cut(line.text)
    fits = closed and 3 <= length(head) <= LONGEST and length(rest) >= max(12, length(head))
    if not fits or _QUOTED.search(head) or _CONNECTIVE.match(head):
        return None
    return Point(LEAD, head, rest=rest, closed=True)


def is_short(text: str) -> bool:
    """Whether a line may be a heading that stands alone."""
    plain = text.rstrip("”’）》】")
    return (
        plain[-1:] not in _ENDS
        and 2 <= length(text) <= LONGEST
        and text[-1:] not in "：:"
        and not _INSIDE.search(text)
        and not (text[0] in "“‘【[" and text[-1] in "”’】]")
        and not _DANGLING.search(text)
        and not _FIELD.match(text)
    )
