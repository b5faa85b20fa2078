"""Whatever the lines are, structure loses no word of them and keeps their order, places and numbers."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.chinese import han
from drafter.cleaning import Cleaned, Row
from drafter.formats.page import Line, lay_out
from drafter.formats.structure import recognised, understood
from drafter.outline import Outline
from drafter.problem import Place

LOST = "〔待补：标题〕"
ORDERED = ["一、", "二、", "三、", "（一）", "（二）", "1.", "2.", "1、", "（1）", "①", "②", "第一章 "]
SPOKEN = [
    "一是",
    "二是",
    "三是",
    "一要",
    "第一，",
    "第二，",
    "首先，",
    "其次，",
    "最后，",
    "——",
    "- ",
    "• ",
    "一 ",
    "二 ",
]
heads = st.sampled_from([*ORDERED, *SPOKEN, "", ""])
words = st.sampled_from(
    ["要抓学习", "站位更高", "坚持为民是根本", "青山", "守好底线，办好实事", "为什么要读书", "方法：多走多看"]
)
closers = st.sampled_from(["。", "", "：", "，", "？"])
bodies = st.sampled_from(
    ["", "山里的路要一步一步走，急不得也慢不得，走到了才算数。", "书里有答案。田里也有答案。"]
)
lines = st.builds("{}{}{}{}".format, heads, words, closers, bodies)
pages = st.lists(lines, min_size=1, max_size=14)


def outline_of(page: list[str]) -> Outline:
    return understood(Cleaned(tuple(Row(line, n, 1) for n, line in enumerate(page, 1))))


def shown(line: Line) -> str:
    return line.heading + line.rest if line.depth else line.text


@given(pages)
def test_no_word_is_lost_and_none_is_added(page: list[str]) -> None:
    laid = [shown(line) for line in lay_out(outline_of(page)) if line.text != LOST]
    assert han("".join(laid)) == han("".join(page))


@given(pages)
@settings(max_examples=50)
def test_lines_keep_their_order_and_their_places(page: list[str]) -> None:
    places = [
        line.at.line for line in recognised([Line(line, at=Place(None, n)) for n, line in enumerate(page, 1)])
    ]
    assert places == sorted(places)


@given(pages)
def test_a_heading_is_never_deeper_than_one_below_the_last(page: list[str]) -> None:
    depth = 0
    for deep, _ in outline_of(page).walk():
        assert deep <= depth + 1
        depth = deep


@given(pages)
def test_every_number_is_drawn_as_it_stood(page: list[str]) -> None:
    text = re.sub(r"\s", "", "".join(page))
    for line in lay_out(outline_of(page)):
        if line.depth and line.text != LOST:
            assert re.sub(r"\s", "", line.number + line.text) in text
