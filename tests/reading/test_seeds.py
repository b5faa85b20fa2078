"""The five seeds are read into exactly the outlines that stand beside them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from drafter.formats import text
from drafter.formats.page import lay_out
from drafter.outline import BODY, Outline
from tests.shared import SHARED, gold, needs_shared

LOST = "〔待补"
SEEDS = ["000", "001", "002", "003", "004"]

pytestmark = needs_shared


def outline_of(seed: str) -> Outline:
    path = next((SHARED / "seeds").glob(f"{seed}*"))
    return text.read(path.read_bytes(), path)


def headings(outline: Outline) -> list[tuple[int, str, str, bool]]:
    return [
        (
            line.depth,
            line.number,
            line.text.rstrip("：") if line.run_in else line.text,
            line.run_in,
        )
        for line in lay_out(outline)
        if line.depth and not line.text.startswith(LOST)
    ]


def expected(seed: str) -> list[tuple[int, str, str, bool]]:
    return [
        (head["level"], head["number"], head["heading"], head["run_in"]) for head in gold(seed)["headings"]
    ]


def byline(outline: Outline) -> Any:
    return next((p.text for p in outline.front if p.role == "署名"), None)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_headings_of_a_seed_are_all_there_and_none_more(seed: str) -> None:
    assert headings(outline_of(seed)) == expected(seed)


@pytest.mark.parametrize("seed", SEEDS)
def test_title_byline_opening_and_closing_of_a_seed_are_known(seed: str) -> None:
    outline, wanted = outline_of(seed), gold(seed)
    assert (outline.title or None, byline(outline)) == (wanted["title"], wanted["byline"])
    subtitle = next((p.text for p in outline.front if p.role == "副题"), None)
    assert subtitle == wanted["subtitle"]
    assert len(outline.body) == wanted["opening"]
    assert len([p for p in outline.ending if p.role == BODY]) == wanted["closing"]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_seed_is_read_without_a_character_of_noise(seed: str) -> None:
    shown = "".join(t for t, _ in outline_of(seed).texts())
    for noise in (
        "(",
        ")",
        "�",
        "各界新闻",
        "隐藏内容",
        "复制链接",
        "http",
        "老秘网",
        "热词",
        "编辑",
        "在线播放",
    ):
        assert noise not in shown
    assert not any("a" <= char <= "z" for char in shown.replace("x", ""))  # 201x年 is the author's own


def test_the_corrupted_heading_is_mended() -> None:
    assert any("勇担当上打头阵" in section.heading for _, section in outline_of("001").walk())


def test_the_break_is_open_holes_and_a_problem() -> None:
    outline = outline_of("003")
    lost = [line.number for line in lay_out(outline) if line.text.startswith(LOST)]
    assert lost == ["三、", "（一）", "（二）"]
    assert any("三、" in problem.message for problem in outline.problems)
    assert any("藏了一段" in problem.message for problem in outline.problems)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_seed_written_as_text_reads_back_equal(seed: str) -> None:
    outline = outline_of(seed)
    assert text.read(text.write(outline), Path("稿.txt")) == outline
