"""The bank from the command line: searching, and what the writer says of a phrase; mining on a terminal."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from drafter.bank import Bank, Context, Document, Phrase, load, save
from drafter.cli import run
from drafter.cli.mine import _span
from drafter.outline import Source
from tests.archive_help import write_essays

ROOT = Path(__file__).parents[1]
OWN = ("--bank", "我的")


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _phrases(capsys: pytest.CaptureFixture[str], *args: str) -> Any:
    capsys.readouterr()
    assert run(["phrases", *args, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_what_was_changed_is_shown_as_it_stands_then(capsys: pytest.CaptureFixture[str]) -> None:
    (added,) = _phrases(capsys, "--add", "人勤地不懒", "--kind", "四字", *OWN)
    assert (added["kind"], added["state"]) == ("四字", "可用")
    assert [hit["state"] for hit in _phrases(capsys, "--ban", "人勤地不懒", *OWN)] == ["禁用"]
    assert _phrases(capsys, "地不懒", *OWN) == []
    assert [hit["state"] for hit in _phrases(capsys, "--restore", "人勤地不懒", *OWN)] == ["可用"]


def test_what_is_added_again_is_no_longer_banned(capsys: pytest.CaptureFixture[str]) -> None:
    for wish in ("--add", "--ban", "--add"):
        (hit,) = _phrases(capsys, wish, "人勤地不懒", "--kind", "四字", *OWN)
    assert hit["state"] == "可用"
    assert load(Path("我的")).sources == {Phrase("四字", "人勤地不懒"): {Source("自己")}}


def test_what_was_so_before_is_not_said_to_be_done(capsys: pytest.CaptureFixture[str]) -> None:
    heard = []
    for wish in ("--add", "--add", "--ban", "--ban", "--add", "--restore", "--ban", "--restore"):
        assert run(["phrases", wish, "人勤地不懒", "--kind", "四字", *OWN]) == 0
        heard.append(capsys.readouterr().out.partition("，")[0])
    assert heard == ["已存", "已有", "已禁用", "早已禁用", "已存", "早已恢复", "已禁用", "已恢复"]


def test_a_set_that_is_shown_by_its_pattern_is_shown_with_its_units(
    capsys: pytest.CaptureFixture[str],
) -> None:
    units = ("把渠修通惠一村", "把路修通惠四邻")
    save(Bank({Phrase("套题", "把…修通惠…", units): frozenset({Source("甲", 1)})}), Path("我的"))
    assert run(["phrases", "修通惠四邻", *OWN, "--limit", "1"]) == 0
    assert capsys.readouterr().out == "套题  把…修通惠…  〔甲 第1段〕  分项：把渠修通惠一村；把路修通惠四邻\n"


def test_a_mined_phrase_that_is_added_is_the_writers_own_too(capsys: pytest.CaptureFixture[str]) -> None:
    save(Bank({Phrase("四字", "人勤地不懒"): frozenset({Source("甲", 1)})}), Path("我的"))
    assert run(["phrases", "--add", "人勤地不懒", "--kind", "四字", *OWN]) == 0
    assert capsys.readouterr().out.startswith("已存")
    assert load(Path("我的")).sources == {Phrase("四字", "人勤地不懒"): {Source("甲", 1), Source("自己")}}


def test_a_set_that_is_added_comes_in_its_units(capsys: pytest.CaptureFixture[str]) -> None:
    (hit,) = _phrases(capsys, "--add", "把渠修通；把苗育壮；把谷晒干", "--kind", "套题", *OWN)
    assert hit["units"] == ["把渠修通", "把苗育壮", "把谷晒干"]


def test_marks_make_no_difference_to_a_ban(capsys: pytest.CaptureFixture[str]) -> None:
    one, other = Phrase("比喻", "将分散的“水”引到一条渠里"), Phrase("比喻", "把分散的水引到一条渠里")
    save(Bank({one: frozenset({Source("甲", 1)}), other: frozenset({Source("乙", 1)})}), Path("我的"))
    (hit,) = _phrases(capsys, "引到一条渠里", *OWN)
    assert hit["variants"]
    assert run(["phrases", "--ban", "将分散的水引到一条渠里", *OWN]) == 0
    assert _phrases(capsys, "引到一条渠里", *OWN) == []


def test_several_banks_are_asked_and_the_first_takes_what_is_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    both = ("--bank", "我的", "--bank", "同事的")
    for text, folder in (("修好东边的水渠", "我的"), ("修好西边的水渠", "同事的")):
        save(Bank({Phrase("搭配", text): frozenset({Source("甲", 1)})}), Path(folder))
    for banks in (both, (*both[2:], *both[:2])):
        hits = _phrases(capsys, "水渠", *banks)
        assert {hit["text"] for hit in hits} == {"修好东边的水渠", "修好西边的水渠"}
    assert run(["phrases", "--ban", "修好西边的水渠", *both]) == 0
    assert capsys.readouterr().out.startswith(
        "已禁用，哪个词库里的都不再用，记在 我的：搭配  修好西边的水渠〔禁用〕"
    )
    assert load(Path("我的")).states == {("搭配", "修好西边的水渠"): "禁用"}
    assert load(Path("同事的")).states == {}
    assert [hit["text"] for hit in _phrases(capsys, "水渠", *both)] == ["修好东边的水渠"]


def test_terms_that_are_not_offered_are_told_with_the_reason(capsys: pytest.CaptureFixture[str]) -> None:
    save(Bank({Phrase("术语", "滴灌设施"): frozenset({Source("甲", 1)})}), Path("我的"))
    for call in (["--kind", "术语"], ["滴灌", "--kind", "术语"]):
        assert run(["phrases", *call, *OWN]) == 0
        assert "有 1 条术语没有列出：词库里有 100 篇以上文稿" in capsys.readouterr().err
    assert run(["phrases", "滴灌", *OWN]) == 0
    assert "术语" not in capsys.readouterr().err


def test_mining_promises_no_terms_that_are_not_offered(capsys: pytest.CaptureFixture[str]) -> None:
    line = "粮仓温度要看，粮仓温度要记，粮仓温度要报，粮仓温度要存。"
    Path("粮仓.txt").write_text(f"看粮仓\n\n{line}\n", "utf-8")
    assert run(["mine", "粮仓.txt", *OWN]) == 0
    *offered, kept = capsys.readouterr().out.splitlines()
    assert "术语" not in "".join(offered)
    assert kept.startswith("还有 1 条术语先存着：词库里有 100 篇以上文稿")


def test_what_only_stands_where_a_word_is_spoken_of_is_told_apart(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shelf = {"甲": Document("甲", "", (Context(1, "修好水渠", ("水渠",)),)), "乙": Document("乙")}
    around = {Phrase("搭配", text): frozenset({Source("甲", 2)}) for text in ("起早贪黑", "轮流上工")}
    direct = {Phrase("搭配", "疏通水渠"): frozenset({Source("乙", 1)})}
    save(Bank({**around, **direct}, {}, shelf), Path("我的"))
    assert run(["phrases", "水渠", *OWN]) == 0
    first, head, *others = capsys.readouterr().out.splitlines()
    assert "疏通水渠" in first
    assert head == "字面没有“水渠”，出自讲它的段落："
    assert {line.split()[1] for line in others} == {"起早贪黑", "轮流上工"}
    assert {hit["text"] for hit in _phrases(capsys, "水渠", *OWN)} == {"疏通水渠", "起早贪黑", "轮流上工"}
    for call in (["疏通"], []):
        assert run(["phrases", *call, *OWN]) == 0
        assert "出自讲它的段落" not in capsys.readouterr().out


def test_what_the_shipped_bank_has_is_told_from_what_the_writers_have(
    capsys: pytest.CaptureFixture[str],
) -> None:
    save(Bank({Phrase("搭配", "督查水渠"): frozenset({Source("甲", 1)})}), Path("我的"))
    assert run(["phrases", "督查", "--kind", "搭配", *OWN]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if "〔自带词库：" not in line] == ["搭配  督查水渠  〔甲 第1段〕"]
    assert len(lines) > 1
    assert run(["phrases", "督查", "--kind", "搭配"]) == 0
    assert "自带词库" not in capsys.readouterr().out


def test_a_phrase_that_only_the_shipped_bank_has_is_banned_in_the_writers(
    capsys: pytest.CaptureFixture[str],
) -> None:
    (shipped,) = _phrases(capsys, "督查", "--kind", "搭配", "--limit", "1")
    assert run(["phrases", "--ban", shipped["text"], "--kind", "搭配", *OWN]) == 0
    heard = capsys.readouterr().out
    assert heard.startswith("已禁用，哪个词库里的都不再用，记在 我的：")
    assert "〔自带词库：" in heard
    assert load(Path("我的")).states == {("搭配", shipped["text"]): "禁用"}
    assert shipped["text"] not in [hit["text"] for hit in _phrases(capsys, "督查", *OWN)]
    assert shipped == _phrases(capsys, "督查", "--kind", "搭配", "--limit", "1")[0]


def test_what_has_only_some_of_the_words_is_told_apart_too(capsys: pytest.CaptureFixture[str]) -> None:
    places = {
        Phrase("搭配", text): frozenset({Source("甲", 1)})
        for text in ("疏通水渠闸门", "看好水渠", "管好果园")
    }
    save(Bank(places), Path("我的"))
    assert run(["phrases", "水渠闸门", *OWN]) == 0
    first, head, *_ = capsys.readouterr().out.splitlines()
    assert "疏通水渠闸门" in first
    assert head == "只有“水渠闸门”里的几个字，或出自讲它的段落："


REFUSED = {
    "两件事一起": (["--ban", "甲乙", "--restore", "甲乙", *OWN], "一次用一种"),
    "后面多一条": (["甲丙", "--ban", "甲乙", *OWN], "后面跟一条短语"),
    "空的": (["--add", " ", "--kind", "四字", *OWN], "后面跟一条短语"),
    "没有这一条": (["--ban", "建立督查", *OWN], "是不是“"),
    "只有空格": (["--add", "…，…", "--kind", "句框", *OWN], "里没有一个汉字"),
    "不是中文": (["--add", "one by one", "--kind", "四字", *OWN], "里没有一个汉字"),
    "写了两行": (["--add", "人勤\n地不懒", "--kind", "四字", *OWN], "短语要写在一行里"),
    "没有说哪一类": (["--add", "甲乙", *OWN], "没有说是哪一类"),
    "说了两类": (["--add", "甲乙", "--kind", "四字", "--kind", "成语", *OWN], "只能存进一类"),
    "没有说哪个词库": (["--ban", "甲乙"], "没有说记在哪个词库里"),
    "没有后一个词库": (["--add", "甲乙", "--kind", "四字", *OWN, "--bank", "没有"], "没有这个词库文件夹"),
}


@pytest.mark.parametrize(("call", "said"), REFUSED.values(), ids=REFUSED)
def test_a_wish_that_cannot_be_done_is_explained(
    call: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["phrases", *call]) == 2
    assert said in capsys.readouterr().err
    assert not Path("我的").exists()


def test_what_is_put_in_may_be_used_however_it_was_written_when_it_was_banned() -> None:
    save(Bank({Phrase("搭配", "静心的读书"): frozenset({Source("甲", 1)})}), Path("我的"))
    assert run(["phrases", "--ban", "静心的读书", *OWN]) == 0
    assert run(["phrases", "--add", "静心读书", "--kind", "搭配", *OWN]) == 0
    assert {*load(Path("我的")).states.values()} == {"可用"}


def test_of_several_phrases_all_are_put_in_or_none() -> None:
    assert run(["phrases", "--add", "人勤地不懒", "--add", "abc", "--kind", "四字", *OWN]) == 2
    assert not Path("我的").exists()


def test_several_phrases_are_banned_and_restored_in_one_call(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["phrases", "--add", "人勤地不懒", "--add", "书香满屋", "--kind", "四字", *OWN]) == 0
    assert run(["phrases", "--ban", "人勤地不懒", "--ban", "书香满屋", *OWN]) == 0
    assert capsys.readouterr().out.count("已禁用，") == 2
    assert run(["phrases", "--ban", "人勤地不懒", "--ban", "人勤地不懒", *OWN]) == 0
    assert capsys.readouterr().out.startswith("早已禁用")
    assert {*load(Path("我的")).states.values()} == {"禁用"}
    assert run(["phrases", "--restore", "人勤地不懒", "--restore", "书香满屋", *OWN]) == 0
    assert {*load(Path("我的")).states.values()} == {"可用"}


@pytest.mark.parametrize(
    ("meant", "near"),
    [
        ("一丝不够", "一丝不苟"),
        ("人勤地不赖", "人勤地不懒"),
        ("没有的话", ""),
        ("懒人不勤", ""),
        ("甲乙", ""),
    ],
)
def test_only_what_is_near_is_offered_for_what_is_not_there(
    meant: str, near: str, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = ("一丝不苟", "人勤地不懒", "园子里没有白流的汗，也没有白等的天")
    save(Bank({Phrase("四字", text): frozenset({Source("甲", 1)}) for text in texts}), Path("我的"))
    assert run(["phrases", "--ban", meant, *OWN]) == 2
    assert re.findall("是不是“(.*)”？", capsys.readouterr().err) == [near] * bool(near)


@pytest.mark.parametrize(
    "call", [["phrases", "督查"], ["--template", "four-points"], ["mine", "文稿"]], ids=["找", "出稿", "挖"]
)
def test_a_slip_in_a_bank_file_is_said_before_anything_is_done(
    call: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    write_essays(Path("文稿"), 1)
    Path("我的").mkdir()
    Path("我的", "搭配.yaml").write_text("- 短语 抓好督查\n", "utf-8")
    before = sorted(Path().rglob("*"))
    assert run([*call, *OWN]) == 2
    assert "搭配.yaml:1:3 “短语”后面要用半角冒号加空格" in capsys.readouterr().err
    assert sorted(Path().rglob("*")) == before


def test_an_off_topic_query_has_no_answer(capsys: pytest.CaptureFixture[str]) -> None:
    assert _phrases(capsys, "量子色动力学") == []
    assert run(["phrases", "量子色动力学"]) == 0
    assert "没有与“量子色动力学”相关的短语" in capsys.readouterr().err


def _on_a_terminal(*args: str, at: Callable[[int, bytes], object] = lambda process, heard: None) -> str:
    """What the command says on a terminal; `at` is told what was heard so far."""
    process, terminal = pty.fork()
    if not process:
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        os.execve(sys.executable, [sys.executable, "-m", "drafter", *args], env)
    heard = b""
    try:
        while piece := os.read(terminal, 4096):
            heard += piece
            at(process, heard)
    except OSError:
        pass
    os.waitpid(process, 0)
    return heard.decode("utf-8", "replace")


def test_a_terminal_sees_how_far_how_fast_and_how_long_still() -> None:
    write_essays(Path("文稿"), 5)
    heard = _on_a_terminal("mine", "文稿", "--bank", "词库")
    lines = re.findall(r"([█░]{20}) (\d+)%　(\d)/5 篇　[\d.]+ 万字/秒　还要 \d+ 秒", heard)
    assert [(share, done) for _, share, done in lines] == [(str(20 * n), str(n)) for n in range(1, 6)]
    assert lines[-1][0] == "█" * 20


def test_ctrl_c_says_that_nothing_is_lost() -> None:
    write_essays(Path("文稿"), 400)

    told: list[int] = []

    def interrupt(process: int, heard: bytes) -> None:
        if b"3/400" in heard and not told:
            told.append(process)
            os.kill(process, signal.SIGINT)

    heard = _on_a_terminal("mine", "文稿", "--bank", "词库", at=interrupt)
    assert "再运行同一条命令，就接着挖" in heard
    assert "Traceback" not in heard


@pytest.mark.parametrize(
    ("seconds", "said"), [(0.4, "0 秒"), (59.6, "1 分 00 秒"), (125, "2 分 05 秒"), (36_300, "10 小时 05 分")]
)
def test_a_span_is_said_as_one_says_it(seconds: float, said: str) -> None:
    assert _span(seconds).strip() == said


def test_of_many_files_that_cannot_be_read_the_first_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    Path("文稿").mkdir()
    for n in range(25):
        Path("文稿", f"{n}.doc").write_bytes(b"\xd0\xcf")
    write_essays(Path("文稿"), 1)
    assert run(["mine", "文稿", "--bank", "词库"]) == 1
    heard = capsys.readouterr().err
    assert heard.count("跳过：") == 20
    assert "还有 5 处" in heard


def test_where_nothing_was_read_nothing_is_made(capsys: pytest.CaptureFixture[str]) -> None:
    Path("空").mkdir()
    Path("坏.txt").write_bytes(b"")
    assert run(["mine", "空", "坏.txt", "--bank", "词库"]) == 2
    told = capsys.readouterr()
    assert told.out == "一篇也没有读到\n"
    assert told.err.count("跳过：") == 2
    assert {path.name for path in Path().iterdir()} == {"空", "坏.txt"}
