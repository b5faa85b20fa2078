"""Drafts one after the other: each new one takes other phrases, and any of them can be made again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from drafter.bank import Bank, Context, Document, Phrase, save
from drafter.cli import run
from drafter.outline import Source

VERBS = ("疏通", "维护", "测量", "加固", "清理", "改造", "看护", "延伸", "绘制", "巡查", "丈量", "养护")


@pytest.fixture(autouse=True)
def bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bank with a dozen phrases about one thing, all of them as fit."""
    phrases = {Phrase("搭配", f"{verb}水渠"): frozenset({Source("修渠记", 2)}) for verb in VERBS}
    save(
        Bank(phrases, {}, {"修渠记": Document("修渠记", "", (Context(1, "水渠", ("水渠",)),))}),
        tmp_path / "词库",
    )
    (tmp_path / "稿").mkdir()
    monkeypatch.chdir(tmp_path / "稿")
    return tmp_path / "词库"


def _drafted(title: str, bank: Path, capsys: pytest.CaptureFixture[str], *more: str) -> Any:
    capsys.readouterr()
    call = ["-t", "four-points", "--topic", title, "--point", "水渠", "--bank", str(bank), *more]
    assert run([*call, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def _phrases(draft: Any) -> set[str]:
    return {credit["text"] for credit in draft["credits"] if credit["kind"] == "搭配"}


def test_each_new_draft_of_a_folder_takes_phrases_that_the_last_ones_did_not(
    bank: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drafts = [_drafted(f"水渠之{n}", bank, capsys) for n in range(3)]
    assert [draft["seed"] for draft in drafts] == [0, 1, 2]
    first, second, third = map(_phrases, drafts)
    assert len(first) == len(second) == len(third) == 3
    assert not first & second
    assert not second & third


def test_a_draft_made_again_keeps_its_phrases(bank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = _drafted("水渠之一", bank, capsys)
    bytes_of = {path: path.read_bytes() for path in Path().iterdir()}
    _drafted("水渠之二", bank, capsys)
    assert _drafted("水渠之一", bank, capsys, "--force") == first
    assert {path: path.read_bytes() for path in bytes_of} == bytes_of


def test_the_same_answers_under_another_name_are_the_same_draft(
    bank: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in "甲乙":
        _drafted("水渠之一", bank, capsys, "-o", f"{name}.docx")
    assert Path("甲.yaml").read_bytes() == Path("乙.yaml").read_bytes()
    assert Path("甲.docx").read_bytes() == Path("乙.docx").read_bytes()


def test_a_seed_that_is_given_is_kept(bank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = _drafted("水渠之一", bank, capsys)
    again = _drafted("水渠之二", bank, capsys, "--seed", "0")
    assert (again["seed"], _phrases(again)) == (0, _phrases(first))
    Path("答卷").write_text("种子: 5\n", "utf-8")
    assert _drafted("水渠之三", bank, capsys, "--answers", "答卷")["seed"] == 5
    assert _drafted("水渠之四", bank, capsys)["seed"] == 6


def test_an_answer_of_several_lines_hides_no_seed(bank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    long = ("--set", "立论=先看水\n\n再修渠")
    assert _drafted("水渠之一", bank, capsys, *long)["seed"] == 0
    assert _drafted("水渠之二", bank, capsys, *long)["seed"] == 1


def test_filling_a_draft_again_keeps_its_seed(bank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for n in range(2):
        _drafted(f"水渠之{n}", bank, capsys)
    capsys.readouterr()
    assert run(["-t", "水渠之0.yaml", "--set", "立论=先看水", "--bank", str(bank), "--force", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["seed"] == 0


def test_what_else_lies_in_the_folder_does_no_harm(bank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("怪.yaml").write_bytes(b"\xff\xfe\x00: [")
    Path("夹.yaml").mkdir()
    Path("断.yaml").symlink_to("没有")
    Path("答卷.yaml").write_text("模板: four-points\n种子: 9\n", "utf-8")
    assert _drafted("水渠之一", bank, capsys)["seed"] == 0
    Path("elsewhere").mkdir()
    assert _drafted("水渠之二", bank, capsys, "-o", "elsewhere/稿.docx")["seed"] == 0
