"""What is no essay is refused in Chinese, with the place and a cure, in bounded time."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.formats import html, markdown, sniff, text
from drafter.outline import Outline
from drafter.problem import DraftError

HERE = Path("稿")
SENTENCE = "这是一个没有尽头的长句子，说的是时间，"

NOTHING = {
    "empty": (text.read, b""),
    "blank": (text.read, b" \n\n\xe3\x80\x80\n"),
    "binary": (text.read, random.Random(1).randbytes(50_000)),
    "zeros": (text.read, bytes(50_000)),
    "digits": (text.read, b"0571-88001234\n- 1 -\n***\n"),
    "comment": (markdown.read, b"<!-- a -->\n\n---\n"),
    "no-words": (html.read, b"<html><body><img src='a.png'></body></html>"),
    "no-html": (html.read, b""),
    "menu": (html.read, "<ul>{}</ul>".format("<li><a href='/'>首页</a></li>" * 50).encode()),
    "script": (html.read, b"<script>" + b"a" * 100_000),
    "nested": (html.read, b"<div>" * 10_000 + "深".encode()),
}


@pytest.mark.parametrize("case", NOTHING)
def test_what_has_no_text_is_refused_with_a_cure(case: str) -> None:
    read, data = NOTHING[case]
    with pytest.raises(DraftError) as refused:
        read(data, HERE)
    problem = refused.value.problems[0]
    assert problem.at.path == HERE
    assert problem.hint


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", ".doc"),
        (b"{\\rtf1", "RTF"),
        (b"\x89PNG\r\n", "图片"),
    ],
)
def test_a_file_of_another_kind_is_called_by_its_name(data: bytes, name: str) -> None:
    with pytest.raises(DraftError, match=name):
        sniff.format_of(data, HERE)


@pytest.mark.parametrize(
    ("content", "path", "format_"),
    [
        ("<!DOCTYPE html><html><body><p>甲</p></body></html>", "稿.txt", ".html"),
        ("<p>第一段</p>\n<p>第二段</p>\n<p>第三段</p>", "稿.txt", ".html"),
        ("# 题目\n\n## 一、甲\n\n正文。", "稿.txt", ".md"),
        ("题目: 甲\n要点:\n- 标题: 乙\n", "稿.txt", ".yaml"),
        ("题目\n\n一、甲\n正文里说 1 < 2，也说 3 > 2。", "稿.txt", ".txt"),
        ("题目\n\n正文。", "稿.html", ".txt"),
        ("没有记号的笔记。", "稿.md", ".md"),
    ],
)
def test_the_contents_tell_the_format_where_the_suffix_lies(content: str, path: str, format_: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
        assert sniff.format_of(content.encode(encoding), Path(path)) == format_


def test_a_zip_is_left_to_the_word_reader() -> None:
    assert sniff.format_of(b"PK\x03\x04rest", Path("稿.txt")) == ".docx"


@pytest.mark.parametrize(
    ("read", "data"),
    [
        (text.read, (SENTENCE * 60_000).encode()),
        (text.read, ("甲乙丙丁" * 300_000).encode()),
        (text.read, b"a.b@" * 500_000 + "字。".encode()),
        (text.read, ("短行\n" * 60_000).encode()),
        (text.read, "".join(f"要抓好{n % 9}短行。{SENTENCE}就是这样。\n" for n in range(5_000)).encode()),
        (markdown.read, b"<!-- " * 200_000 + "字。".encode()),
        (markdown.read, b"[" * 500_000 + "字。".encode()),
        (html.read, b"<b>" * 200 + "字很深的一句话。".encode() + b"<i>" * 5_000),
    ],
)
def test_one_endless_line_or_many_strange_ones_are_read_all_the_same(
    read: Callable[[bytes, Path], Outline], data: bytes
) -> None:
    outline = read(data, HERE)
    assert outline.body or outline.sections or outline.title
