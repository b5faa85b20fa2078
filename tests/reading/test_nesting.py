"""Headings of every form, in any combination and nesting, are read back from the plain page."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.formats import text
from drafter.outline import NO_NUMBER, Outline, Paragraph, Section

UNDER = {
    "第一部分": ("一、", "（一）"),
    "一": ("（一）", "1.", NO_NUMBER),
    "一、": ("（一）", "1.", "1、", "一是", "一要", "第一，", "首先，", "——", NO_NUMBER),
    "（一）": ("1.", "（1）", "①", "一是", "——", NO_NUMBER),
    "1.": ("（1）", "①", NO_NUMBER),
    "1、": ("（1）", "①"),
    "第一，": ("一是", "①"),
    "首先，": ("一是",),
    "一是": (),
}
"""The styles that stand under a style, as writers mix them."""
SPOKEN = frozenset(["一是", "一要", "第一，", "首先，", "——", "①", NO_NUMBER])
"""Styles whose headings open their paragraphs."""

THINGS = (
    "理论武装",
    "队伍建设",
    "服务质量",
    "责任意识",
    "基层基础",
    "民生实事",
    "作风纪律",
    "项目建设",
    "督查考核",
    "文化传承",
)
FORMS = ("要抓好{}", "在{}上下功夫", "坚持{}是根本", "{}要常抓不懈", "把{}放在心上")
SENTENCES = (
    "田埂上的事要到田埂上去看，坐在屋里是想不明白的。",
    "老邻居们搬来板凳，一边择菜一边把主意说给社区听。",
    "账要一笔一笔地算，路要一步一步地走，人要一个一个地带。",
    "雨下了三天，值班的人轮流守在堤上，谁也没有说过一句累。",
    "那本蓝皮的登记簿翻得卷了边，里面记着两千多户人家的门牌。",
)


def sections(dice: random.Random, style: str) -> Iterator[Section]:
    """Parallel headings of one style, half the time with another style under them."""
    inner = dice.choice(UNDER.get(style, ()) or ("",)) if dice.random() < 0.6 else ""
    run_in = not inner and (style in SPOKEN or dice.random() < 0.5)
    form = dice.choice(FORMS)
    for thing in dice.sample(THINGS, dice.randint(3, 4)):
        body = tuple(
            Paragraph("".join(dice.sample(SENTENCES, 2))) for _ in range(1 if run_in else dice.randint(1, 2))
        )
        under = tuple(sections(dice, inner)) if inner else ()
        yield Section(form.format(thing), body, under, run_in, style)


def speech(seed: int) -> Outline:
    dice = random.Random(seed)
    points = tuple(sections(dice, dice.choice(list(UNDER))))
    return Outline("在全镇工作例会上的讲话", body=(Paragraph(dice.choice(SENTENCES)),), sections=points)


def headings(outline: Outline) -> list[tuple[int, str, bool]]:
    return [(depth, section.heading, section.run_in) for depth, section in outline.walk()]


@pytest.mark.parametrize("seed", range(100))
def test_headings_in_any_nesting_are_read_back_from_the_plain_page(seed: int) -> None:
    outline = speech(seed)
    assert headings(text.read(text.write(outline), Path("稿.txt"))) == headings(outline)
