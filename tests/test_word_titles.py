"""A long title is split where the sense is."""

from itertools import pairwise

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from drafter.formats.word.title import breaks

SPLIT = (
    "把灯留到九点以后的阅览室，|给晚来的人留一张桌子",
    "点亮“一盏灯”　温暖“夜归人”|——阅览室的故事",
    "守好书架里的“老地方”　|办好家门口的“新课堂”",
    "在全县乡镇综合阅览室规范化建设|现场推进会议上的讲话",
    "坚持以读者为中心的服务理念|扎实推进城乡阅览服务一体建设",
    "把“小窗口”办成“大民生”——|关于村级阅览室建设的调研与体会",
    "推动《中华人民共和国公共图书馆法》|在基层落地见效的几点思考",
    "关于二〇二六年全县阅览室开放情况、|借阅情况和意见办理情况的汇报",
)
LONG = st.text("甲乙丙丁的和与，、“”《》　建设推进0", min_size=1, max_size=75)


def lines(title: str, widest: int = 20) -> list[str]:
    cuts = (0, *breaks(title, widest), len(title))
    return [title[a:b] for a, b in pairwise(cuts)]


@pytest.mark.parametrize("split", SPLIT)
def test_a_long_title_is_split_by_sense(split: str) -> None:
    assert lines(split.replace("|", "")) == split.split("|")


@pytest.mark.parametrize("title", ["把灯留到九点", "一二三四五六七八九十一二三四五六七八九十"])
def test_a_title_that_fits_is_left_alone(title: str) -> None:
    assert lines(title) == [title]


@for_all(LONG)
def test_no_line_ends_in_a_word_that_leads_on(title: str) -> None:
    assert not any(line[-1] in "的和与“《" for line in lines(title)[:-1])
    assert not any(line[0] in "的，、”》" for line in lines(title)[1:])


@for_all(LONG)
def test_lines_that_are_split_fit_and_lose_nothing(title: str) -> None:
    split = lines(title)
    assert "".join(split) == title
    assert len(split) == 1 or all(len(line.strip("　")) <= 20 or "0" in line for line in split)


def test_no_known_word_is_divided() -> None:
    title = "关于推进阅览服务工作发展机制体系建设创新的意见"
    assert all(word in "|".join(lines(title)) for word in ("推进", "服务", "发展", "机制", "建设", "创新"))
