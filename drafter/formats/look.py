"""How a page looks, as data: the figures of GB/T 9704-2012, and the looks made of them.

A role is a paragraph style; a look says what each style is like.  Nothing here knows of a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from drafter.outline import BODY
from drafter.problem import Problem

FIXED, USUAL, DERIVED, PRACTICE = "规定", "一般", "推算", "惯例"


class Figure(NamedTuple):
    """One figure of the page: how strongly it binds, and the clause that says so ("" is none)."""

    value: float
    unit: str
    strength: str
    clause: str = ""


STANDARD: Mapping[str, Figure] = {
    "纸宽": Figure(210, "mm", FIXED, "5.1"),
    "纸高": Figure(297, "mm", FIXED, "5.1"),
    "天头": Figure(37, "mm", FIXED, "5.2.1"),
    "订口": Figure(28, "mm", FIXED, "5.2.1"),
    "版心宽": Figure(156, "mm", FIXED, "5.2.1"),
    "版心高": Figure(225, "mm", FIXED, "5.2.1"),
    "下白边": Figure(35, "mm", DERIVED, "5.2.1"),
    "右白边": Figure(26, "mm", DERIVED, "5.2.1"),
    "每面行数": Figure(22, "行", USUAL, "5.2.3"),
    "每行字数": Figure(28, "字", USUAL, "5.2.3"),
    "行距": Figure(28.95, "pt", DERIVED, "5.2.3"),  # 22 of them fill 225 mm; 29 pt leaves room for 21
    "字距": Figure(-0.25, "pt", DERIVED, "5.2.3"),  # 28 × 16 pt does not fit into 156 mm without it
    "字号": Figure(16, "pt", USUAL, "5.2.2"),
    "标题字号": Figure(22, "pt", USUAL, "7.3.1"),
    "标题上空": Figure(2, "行", PRACTICE),  # 7.3.1 has it under the red line, which these pages lack
    "称谓上空": Figure(1, "行", FIXED, "7.3.2"),
    "左空": Figure(2, "字", FIXED, "7.3.3"),
    "附件说明上空": Figure(1, "行", FIXED, "7.3.4"),
    "署名上空": Figure(1, "行", FIXED, "7.3.5.2"),
    "署名右空": Figure(2, "字", FIXED, "7.3.5.2"),
    "日期右移": Figure(2, "字", FIXED, "7.3.5.2"),
    "页码字号": Figure(14, "pt", USUAL, "7.5"),
    "页码空": Figure(1, "字", FIXED, "7.5"),
    "页码距版心": Figure(7, "mm", FIXED, "7.5"),
    "页脚": Figure(25, "mm", DERIVED, "7.5"),  # so that the middle of the number stands there
    "页脚行高": Figure(18, "pt", PRACTICE),
    "大字": Figure(18, "pt", PRACTICE),
    "大字行距": Figure(1.5, "倍", PRACTICE),
}
"""The page of the standard.  7 mm is measured from the type area to the middle of the number."""


def _of(name: str) -> float:
    return STANDARD[name].value


class Face(NamedTuple):
    """The type of a role: how strongly the standard asks for it, and where."""

    font: str
    strength: str
    clause: str = ""


SONG_TITLE, HEI, KAI, FANGSONG, SONG = "方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312", "宋体"
LATIN = "Times New Roman"
FACES: Mapping[str, Face] = {
    "题目": Face(SONG_TITLE, USUAL, "7.3.1"),
    "标题 1": Face(HEI, USUAL, "7.3.3"),
    "标题 2": Face(KAI, USUAL, "7.3.3"),
    "标题 3": Face(FANGSONG, USUAL, "7.3.3"),
    "标题 4": Face(FANGSONG, USUAL, "7.3.3"),
    BODY: Face(FANGSONG, USUAL, "5.2.2"),
    "副题": Face(KAI, PRACTICE),
    "署名": Face(KAI, PRACTICE),
    "题注": Face(KAI, PRACTICE),
    "引语": Face(KAI, PRACTICE),
    "页脚": Face(SONG, USUAL, "7.5"),
    "页码": Face(SONG, USUAL, "7.5"),
}
"""The standard names kinds of type (小标宋、仿宋 …) and no foundry's files; the rest is as 正文."""
OTHER_NAMES: Mapping[str, str] = {
    SONG_TITLE: "华文中宋",
    HEI: "SimHei",
    KAI: "楷体",
    FANGSONG: "仿宋",
    SONG: "SimSun",
}
"""What the same type is called on other machines."""

ROOT, TITLE, CLOSING, TODO, FOOTER, PAGE_NUMBER = "底本", "题目", "结语", "待补清单", "页脚", "页码"
SIGNATURES = ("落款", "署名", "日期")
HEADING_LEVELS = 9


def heading_style(depth: int, *, run_in: bool = False) -> str:
    """The style of a heading: 标题 2, or 段首标题 2 where it is the first sentence of its paragraph."""
    return f"{'段首标题' if run_in else '标题'} {min(depth, HEADING_LEVELS)}"


@dataclass(frozen=True, slots=True)
class Style:
    """What the paragraphs of a role are like: points, lines above, characters of indent.

    `line` is the height of its lines where it leaves the page's rhythm; `level` is the outline level
    that the navigation pane shows, 0 is text; `keeps` stays on the page of what follows; `parent`
    is the style it grows from.
    """

    font: str = FANGSONG
    latin: str = LATIN
    size: float = 16
    align: str = "both"
    first: float = 0
    above: float = 0
    line: float = 0
    level: int = 0
    keeps: bool = False
    parent: str = ROOT


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and margins in mm, and the rhythm of the lines: `pitch` points each, or `times` the type.

    The lines stand on a `grid` of that many points where they look for one.

    `numbered`: 外侧 is right on odd and left on even pages, 居中 is the middle, "" is no number.
    """

    width: float = _of("纸宽")
    height: float = _of("纸高")
    top: float = _of("天头")
    bottom: float = _of("下白边")
    left: float = _of("订口")
    right: float = _of("右白边")
    footer: float = _of("页脚")
    pitch: float = _of("行距")
    grid: float = _of("行距")
    times: float = 1
    tracking: float = _of("字距")
    numbered: str = "外侧"


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken over from a writer's own Word file: its styles and fonts as they stand there.

    `ids` names them, by role and by the name they have there; `letters` is the type of each heading.
    """

    styles: str
    fonts: str
    ids: Mapping[str, str]
    letters: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Look:
    """A page, a style for each role, and what was missing where it was taken from a file."""

    name: str
    page: Page
    styles: Mapping[str, Style]
    taken: Taken | None = None
    problems: tuple[Problem, ...] = field(default=(), compare=False)

    def style(self, name: str) -> Style:
        """The style of that name; what is not known looks like 正文."""
        return self.styles.get(name) or replace(self.styles[BODY], parent=BODY)

    def tracking(self, style: Style) -> float:
        """What goes between two characters, in points: only lines of the body's size must hold 28."""
        return self.page.tracking if style.size == self.styles[BODY].size else 0

    @property
    def em(self) -> float:
        """The width of a character of the body, in points."""
        return self.styles[BODY].size + self.page.tracking

    @property
    def line(self) -> float:
        """The height of a line of text, in points."""
        return self.page.pitch or self.page.times * self.styles[BODY].size * 1.3

    @property
    def width(self) -> float:
        """How wide the type area is, in points."""
        return (self.page.width - self.page.left - self.page.right) * 72 / 25.4


def _official() -> dict[str, Style]:
    """The roles of an official page; a heading of level 5 and below looks like level 4."""
    size = _of("字号")
    text = Style(size=size, first=_of("左空"))
    flush = replace(text, align="left", first=0)
    head, foot = Style(size=size, align="center"), Style(latin=SONG, size=_of("页码字号"), align="left")
    signature = Style(size=size, align="right")
    levels = range(1, HEADING_LEVELS + 1)
    roles = {
        ROOT: Style(size=size),
        BODY: text,
        TITLE: Style(size=_of("标题字号"), align="center", above=_of("标题上空"), keeps=True),
        **{heading_style(n): replace(text, level=n, keeps=True) for n in levels},
        **{heading_style(n, run_in=True): replace(text, level=n, parent=BODY) for n in levels},
        **dict.fromkeys(("副题", "署名", "题注"), head),
        "称呼": flush,
        "引语": text,
        **dict.fromkeys((CLOSING, "附注", "来源"), replace(text, parent=BODY)),
        "附件": flush,
        **dict.fromkeys(("落款", "落款署名", "日期"), signature),
        TODO: flush,
        FOOTER: replace(foot, line=_of("页脚行高")),
        PAGE_NUMBER: foot,
    }
    faces = {name: FACES[name].font if name in FACES else FANGSONG for name in roles}
    return {name: replace(style, font=faces[name]) for name, style in roles.items()}


def _enlarged(size: float, title: float) -> dict[str, Style]:
    """The official styles, larger, for reading aloud from a lectern."""
    sizes = {TITLE: title, FOOTER: _of("页码字号"), PAGE_NUMBER: _of("页码字号")}
    return {name: replace(style, size=sizes.get(name, size)) for name, style in _official().items()}


def _essay() -> dict[str, Style]:
    """A plain essay: 宋体 小四, headings in 黑体, as journals and newspapers take it in."""
    fonts = {FANGSONG: SONG, KAI: KAI, SONG_TITLE: HEI, HEI: HEI, SONG: SONG}
    sizes = {TITLE: 18, heading_style(1): 14, FOOTER: 10.5, PAGE_NUMBER: 10.5}
    return {
        name: replace(style, font=fonts[style.font], size=sizes.get(name, 12), above=min(style.above, 1))
        for name, style in _official().items()
    }


LOOKS: Mapping[str, Look] = {
    "公文": Look("公文", Page(), _official()),
    "大字版": Look(
        "大字版", Page(pitch=0, grid=0, times=_of("大字行距"), tracking=0), _enlarged(_of("大字"), title=26)
    ),
    "文章": Look(
        "文章",
        Page(top=25.4, bottom=25.4, left=31.8, right=31.8, footer=15, pitch=0, grid=0, times=1.5, tracking=0,
             numbered="居中"),
        _essay(),
    ),
}  # fmt: skip
"""The looks that are shipped."""
