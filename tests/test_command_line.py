"""The command: what it writes, what it says, and how it leaves."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from drafter import yamlfile
from drafter.cli import COMMANDS, run
from drafter.cli.places import template_ids
from tests.docx_valid import faults

LIBRARY = Path(__file__).parent.parent / "examples" / "library.yaml"
ANSWERS = ["--template", "four-points", "--answers", str(LIBRARY)]


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def paragraphs(path: str) -> list[str]:
    assert not faults(path)
    return [p.text for p in Document(path).paragraphs if p.text.strip()]


def said(capsys: pytest.CaptureFixture[str], *args: str) -> Any:
    assert run([*args, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


# ---------------------------------------------------------------- making a draft


@pytest.mark.parametrize("template", template_ids())
def test_with_nothing_and_no_terminal_the_example_is_drafted_and_said_so(
    template: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--template", template]) == 0
    out = capsys.readouterr()
    assert "示例" in out.err
    document, outline = re.findall(r"已写 (.+)", out.out)
    assert Path(document).suffix == ".docx"
    assert Path(outline).with_suffix(".docx") == Path(document)
    assert len(paragraphs(document)) > 5


def test_a_draft_and_its_outline_are_called_after_the_title() -> None:
    assert run(ANSWERS) == 0
    assert Path("办好家门口的图书馆.docx").exists()
    assert Path("办好家门口的图书馆.yaml").exists()


def test_options_answer_without_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    made = said(
        capsys,
        "-t",
        "enumerated-is",
        "--topic",
        "谈谈值班",
        "--point",
        "守好电话",
        "--set",
        "要点[1].地位=电话是耳朵",
    )
    assert "一是" in "\n".join(paragraphs(made["document"]))
    assert made["document"] == "谈谈值班.docx"
    assert {"hole", "heading"} == set(made["gaps"][0])
    assert set(made["mix"]) == {"author", "template", "bank", "quotation", "gap"}


def test_an_edited_outline_is_exported_again() -> None:
    run([*ANSWERS, "-o", "x.docx"])
    outline = Path("x.yaml")
    text = outline.read_text("utf-8")
    outline.write_text(text.replace("门开在家门口", "灯亮在家门口"), "utf-8")
    assert run(["export", "x.yaml", "--force"]) == 0
    assert any("灯亮在家门口" in p for p in paragraphs("x.docx"))


def test_a_point_deleted_from_the_outline_takes_its_traces_along() -> None:
    run([*ANSWERS, "-o", "x.docx"])
    tree = yamlfile.parse(Path("x.yaml").read_bytes()).plain()
    del tree["要点"][1]
    Path("y.yaml").write_bytes(yamlfile.dump(tree))
    assert run(["export", "y.yaml"]) == 0
    text = "\n".join(paragraphs("y.docx"))
    assert "“近、暖、活”三个字：距离要近，服务要暖，资源要活。" in text
    assert "三、把资源盘活" in text
    assert "这三件小事" in text
    assert "准" not in text.replace("准备", "")


def test_a_point_added_by_hand_is_missed_where_the_points_are_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run([*ANSWERS, "-o", "x.docx"])
    text = Path("x.yaml").read_text("utf-8")
    hand = "- 标题: 把家底晒亮\n  段落: [账目上墙。]\n结语:"
    Path("x.yaml").write_text(text.replace("结语:", hand, 1), "utf-8")
    line = text[: text.index("结语:")].count("\n") + 1
    capsys.readouterr()
    assert run(["export", "x.yaml", "-o", "x.txt"]) == 0
    page = Path("x.txt").read_text("utf-8")
    assert "关键在“近、准、暖、活、〔待补：第五点·题眼〕”五个" in page
    assert "资源要活，〔待补：第五点·对象〕要〔待补：第五点·题眼〕。" in page
    err = capsys.readouterr().err
    assert f"留意：x.yaml:{line}:3 “把家底晒亮”在“已给”里没有答案" in err
    assert "添一项（题眼、对象、得），这里写一行“每: 点 = 要点[5]”" in err
    told = text.replace("结语:", hand.replace("  段落", "  每: 点 = 要点[5]\n  段落"), 1)
    told = told.replace(
        "    得: 多一条出路\n", "    得: 多一条出路\n  - {题眼: 亮, 对象: 家底, 得: 多一分放心}\n"
    )
    Path("x.yaml").write_text(told, "utf-8")
    assert run(["export", "x.yaml", "-o", "x.txt", "--force"]) == 0
    assert "关键在“近、准、暖、活、亮”五个字：" in Path("x.txt").read_text("utf-8")
    assert "留意" not in capsys.readouterr().err


def test_an_answer_may_be_added_to_an_outline(capsys: pytest.CaptureFixture[str]) -> None:
    run([*ANSWERS, "-o", "x.docx"])
    capsys.readouterr()
    settings = ["--set", "要点[2].补充=账目每季上墙", "--set", "要点[3].得=多一分安心"]
    assert run(["-t", "x.yaml", "--force", *settings]) == 0
    assert "留意" not in capsys.readouterr().err
    page = "\n".join(paragraphs("x.docx"))
    assert "账目每季上墙。选书的眼睛" in page
    assert "准一点，多一次翻阅；暖一点，多一分安心；活一点" in page
    assert page.count("账目每季上墙") == 1


def test_an_outline_without_a_point_is_filled_again_without_it(capsys: pytest.CaptureFixture[str]) -> None:
    run([*ANSWERS, "-o", "x.docx"])
    tree = yamlfile.parse(Path("x.yaml").read_bytes()).plain()
    del tree["要点"][0]
    Path("y.yaml").write_bytes(yamlfile.dump(tree))
    capsys.readouterr()
    credits = said(capsys, "-t", "y.yaml", "--force")["credits"]
    assert run(["-t", "y.yaml", "--force"]) == 0
    assert "留意" not in capsys.readouterr().err
    page = "\n".join(paragraphs("y.docx"))
    assert page.count("第三十四条") == 1
    assert "第三十三条" not in page
    assert all(credit["text"].partition("…")[0] in page for credit in credits)


def test_the_same_call_gives_the_same_bytes() -> None:
    for name in "ab":
        env = {**os.environ, "PYTHONPATH": str(LIBRARY.parent.parent), "PYTHONHASHSEED": str(ord(name))}
        command = [sys.executable, "-m", "drafter", *ANSWERS, "-o", f"{name}.docx"]
        subprocess.run(command, check=True, env=env, capture_output=True)
    assert Path("a.docx").read_bytes() == Path("b.docx").read_bytes()
    assert Path("a.yaml").read_bytes() == Path("b.yaml").read_bytes()


SLIPS = {
    "【没有闭上": ("【立论", "“【”没有成对", "补上“】”"),
    "】没有打开": ("立论】", "“】”没有成对", "补上“【”"),
    "〔没有闭上": ("〔待补：立论", "“〔”没有成对", "补上“〕”"),
    "方括号": ("[立论]", "括号不是填空的括号", "写成【名称】"),
    "花括号": ("｛立论｝", "括号不是填空的括号", "写成【名称】"),
    "空括号": ("【】", "【】里没有写要填什么", "写成【名称】"),
    "六角括号": ("〔立论〕", "括号不是填空的括号", "写成【名称】"),
    "可省少一半": ("可省）后面", "（可省）不在一行的开头", "写在行首"),
    "可省在中间": ("前面（可省）后面", "（可省）不在一行的开头", "写在行首"),
    "表达式没有闭上": ("{{ 立论 }", "“{{”没有成对", "写成【名称】"),
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_in_a_mark_is_said_with_its_line_and_never_on_a_clean_copy(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text, message, cure = SLIPS[name]
    Path("x.yaml").write_text(f"题目: 甲\n总起:\n- |\n  第一句。\n  {text}。\n要点: [乙, 丙]\n", "utf-8")
    assert run(["export", "x.yaml", "-o", "x.txt"]) == 0
    said = capsys.readouterr().err
    assert f"留意：x.yaml:5 {message}" in said
    assert cure in said
    assert run(["export", "x.yaml", "-o", "y.txt", "--clean"]) == 2
    assert message in capsys.readouterr().err
    assert not Path("y.txt").exists()


def test_brackets_of_the_text_are_no_slip(capsys: pytest.CaptureFixture[str]) -> None:
    text = "见县发〔2026〕5号文件【2024】，\\【立论】，【注：见附件】，[1]，（略），〔宋〕苏轼"
    Path("x.yaml").write_text(f"题目: 甲\n总起:\n- {text}。\n", "utf-8")
    assert run(["export", "x.yaml", "-o", "x.txt", "--clean"]) == 0
    assert "留意" not in capsys.readouterr().err


def test_the_list_of_what_is_missing_can_be_left_out() -> None:
    run([*ANSWERS, "-o", "a.docx"])
    run([*ANSWERS, "-o", "b.docx", "--no-todo"])
    run(["export", "a.yaml", "-o", "c.docx", "--no-todo"])
    lists = ["待补清单" in zipfile.ZipFile(f"{n}.docx").read("word/document.xml").decode() for n in "abc"]
    assert lists == [True, False, False]


def test_open_holes_are_findings_under_strict() -> None:
    assert run([*ANSWERS, "--strict"]) == 1


def test_a_clean_copy_is_refused_while_a_hole_is_open(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*ANSWERS, "--clean"]) == 2
    assert "在编馆员数" in capsys.readouterr().err
    assert not list(Path().iterdir())


def test_a_hole_put_back_is_filled_again_and_nothing_else_is_touched() -> None:
    run([*ANSWERS, "-o", "x.docx"])
    text = Path("x.yaml").read_text("utf-8")
    rerolled = text.replace("  门开在家门口，读书才能成为家常事。", "  【点.收束】。")
    Path("改.yaml").write_text(rerolled.replace("选书的眼睛", "选书的人"), "utf-8")
    assert run(["-t", "改.yaml", "--force"]) == 0
    page = "\n".join(paragraphs("改.docx"))
    assert "门开在家门口，读书才能成为家常事。" in page
    assert "选书的人向下看" in page
    assert Path("改.yaml").read_text("utf-8") == text.replace("选书的眼睛向", "选书的人向")


def test_a_template_of_ones_own_is_never_written_over(capsys: pytest.CaptureFixture[str]) -> None:
    own = "题目: 【题目】\n总起:\n- 说说【事】。\n"
    for call in (["--topic", "会风"], ["--topic", "会风", "-o", "会风.docx"], []):
        Path("会风.yaml").write_text(own, "utf-8")
        assert run(["-t", "会风.yaml", "--force", *call]) == 0
        assert Path("会风.yaml").read_text("utf-8") == own
    assert "示例" not in capsys.readouterr().err


def test_the_answers_file_is_never_written_over() -> None:
    answers = LIBRARY.read_bytes()
    Path("x.yaml").write_bytes(answers)
    assert run(["-t", "four-points", "--answers", "x.yaml", "-o", "x.docx", "--force"]) == 0
    assert Path("x.yaml").read_bytes() == answers
    assert Path("x-提纲.yaml").exists()


def test_answers_that_found_no_place_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    tree = yamlfile.parse(LIBRARY.read_bytes()).plain()
    del tree["要点"][3]["引文"]["篇"]
    Path("答卷.yaml").write_bytes(yamlfile.dump(tree))
    assert run(["-t", "four-points", "--answers", "答卷.yaml"]) == 0
    assert "要点[4].引文.文" in capsys.readouterr().err


def test_a_point_of_one_word_is_no_verb_with_its_object(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--point", "会议", "--point", "开短会议", "--point", "督查"]
    assert run(["-t", "enumerated-is", "--topic", "谈谈机关", *words]) == 0
    assert "留意：要点.题要的是动宾短语：会议、督查 → 写清做什么，如“把" in capsys.readouterr().err
    assert run(["-t", "four-points", "--topic", "值班", "--point", "近"]) == 0
    assert "动宾短语" not in capsys.readouterr().err


def test_words_the_bank_does_not_know_are_marked_and_explained(capsys: pytest.CaptureFixture[str]) -> None:
    setting = "立论=【用:不存在的话】，【用：不仅是…，更是…｜甲】，（待补：人数），会要开短,话要说准"
    assert run(["-t", "four-points", "--set", setting, "-o", "x.txt"]) == 0
    page = Path("x.txt").read_text("utf-8")
    assert "〔待核：不存在的话〕，〔待核：不仅是…，更是…〕，〔待补：人数〕" in page
    err = capsys.readouterr().err
    assert "句框有 2 处空，给了 1 处" in err
    assert "半角标点" in err


@pytest.mark.parametrize(("state", "reason"), [("待核", "这一条还待核"), ("禁用", "这一条禁用了")])
def test_words_that_may_not_be_used_are_refused_with_their_state(
    state: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("词库").mkdir()
    Path("词库/四字.yaml").write_text(f"- 短语: 仓满不骄\n  状态: {state}\n", "utf-8")
    assert run(["-t", "four-points", "--set", "立论=【用：仓满不骄】", "--bank", "词库", "-o", "x.txt"]) == 0
    assert f"{reason}" in (err := capsys.readouterr().err)
    assert '--restore "仓满不骄" --bank' in err


@pytest.mark.parametrize("template", ["four-points", "enumerated-is", "number-ladder"])
def test_one_fitting_phrase_is_enough_for_a_point(template: str) -> None:
    Path("词库").mkdir()
    Path("词库/搭配.yaml").write_text("- 短语: 疏通果园水渠\n", "utf-8")
    call = ["-t", template, "--topic", "管好果园", "--point", "水渠", "--bank", "词库", "-o", "x.txt"]
    assert run(call) == 0
    assert "要疏通果园水渠" in Path("x.txt").read_text("utf-8")


def test_answers_compute_nothing() -> None:
    assert run(["-t", "four-points", "--set", "立论={{ 7*7 }}{% raw %}", "-o", "x.txt"]) == 0
    assert "{{ 7*7 }}{% raw %}" in Path("x.txt").read_text("utf-8")


@pytest.mark.parametrize("template", template_ids())
def test_a_blank_answers_file_can_be_filled_in(template: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["templates", template]) == 0
    blank = capsys.readouterr().out
    Path("答卷.yaml").write_text(blank.replace("题目:", "题目: 填一填", 1), "utf-8")
    made = said(capsys, "-t", template, "--answers", "答卷.yaml")
    assert made["document"] == "填一填.docx"
    assert "留意" not in capsys.readouterr().err


def test_the_machine_interface_is_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    (template,) = said(capsys, "templates", "four-points")
    assert template.keys() == {"id", "name", "use", "asks"}
    assert "题目" in [ask["name"] for ask in template["asks"]]
    phrase = said(capsys, "phrases", "督查", "--kind", "排比", "--limit", "1")[0]
    assert phrase.keys() >= {"text", "kind", "score", "units", "sources", "state"}
    assert phrase["sources"][0].keys() == {"document", "paragraph"}
    assert len(said(capsys, "phrases")) == 20
    Path("文.txt").write_text(
        "把会议开短\n\n会要开短，话要说准，事要办实。散会之后，各回各位，各办各事。\n", "utf-8"
    )
    mined = said(capsys, "mine", "文.txt", "--bank", "我的")
    assert mined.keys() >= {"documents", "characters", "phrases", "kinds", "seconds"}
    assert mined["documents"] == 1
    read = said(capsys, "outline", "文.txt")
    assert read.keys() == {
        "title", "subtitle", "byline", "salutation", "front", "body", "sections", "ending", "problems",
    }  # fmt: skip


# ---------------------------------------------------------------- reading

COPY = """首页 > 公文 > 心得
把会议开短
一、先把议题减下来。会前三天报议题(yì)，能合并的合并。
二、再把发言压下来。每人五分钟，到点铃响。
分享到：微信 微博 QQ空间
"""


def test_what_was_taken_out_of_a_copy_can_be_seen(capsys: pytest.CaptureFixture[str]) -> None:
    Path("旧稿.txt").write_text(COPY, "utf-8")
    assert run(["outline", "旧稿.txt", "--show-noise"]) == 0
    out, err = capsys.readouterr()
    assert "一、先把议题减下来。" in out
    assert "去掉：旧稿.txt:3:1 (yì)" in err
    assert "分享到" in err


def test_a_document_becomes_an_outline_to_edit(capsys: pytest.CaptureFixture[str]) -> None:
    Path("旧稿.txt").write_text(COPY, "utf-8")
    assert run(["outline", "旧稿.txt", "-o", "提纲.yaml"]) == 0
    assert run(["export", "提纲.yaml", "-o", "新稿.txt"]) == 0
    assert Path("新稿.txt").read_text("utf-8").splitlines() == [
        "把会议开短",
        "一、先把议题减下来。会前三天报议题，能合并的合并。",
        "二、再把发言压下来。每人五分钟，到点铃响。",
    ]
    capsys.readouterr()
    read = said(capsys, "outline", "旧稿.txt")
    assert read["title"] == "把会议开短"
    assert [s["number"] for s in read["sections"]] == ["一、", "二、"]
    assert read["sections"][0]["run_in"] is True


# ---------------------------------------------------------------- on a terminal


def on_a_terminal(*args: str, types: bytes) -> str:
    """What the command says on a real terminal, while somebody types."""
    command = [sys.executable, "-m", "drafter", *args]
    process, parent = pty.fork()
    if not process:
        os.execve(sys.executable, command, {**os.environ, "PYTHONPATH": str(LIBRARY.parent.parent)})
    heard = b""
    for key in types.splitlines(keepends=True):
        heard += until(b"> ", parent)
        os.write(parent, key)
    heard += until(b"nothing more", parent)
    os.waitpid(process, 0)
    return heard.decode("utf-8", "replace")


def until(sign: bytes, terminal: int) -> bytes:
    """What the terminal shows up to `sign`, or to its end."""
    heard = b""
    while not heard.endswith(sign):
        try:
            heard += os.read(terminal, 4096)
        except OSError:
            break
    return heard


def test_a_terminal_is_asked_and_enter_leaves_a_hole() -> None:
    answers = ["办好小食堂", "", "", "", "", "近 暖"] + [""] * 40
    heard = on_a_terminal("-t", "enumerated-is", types="\n".join(answers).encode())
    assert "[1/" in heard
    assert "例：" in heard
    text = "\n".join(paragraphs("办好小食堂.docx"))
    assert "一是要近。" in text
    assert "〔待补：" in text


def test_ctrl_c_keeps_what_was_answered() -> None:
    heard = on_a_terminal("-t", "enumerated-is", types="办好小食堂\n\n\n\n\n近 暖\n\x03\n".encode())
    assert "enumerated-is-答卷.yaml" in heard
    kept = yamlfile.parse(Path("enumerated-is-答卷.yaml").read_bytes()).plain()
    assert kept["题目"] == "办好小食堂"
    assert kept["要点"] == [{"题": "近"}, {"题": "暖"}]
    assert not Path("办好小食堂.docx").exists()


def test_the_fields_of_a_list_are_asked_item_by_item() -> None:
    answers = ["办会", "", "", "筹备会务", "", "通知要早；台账要细", "发得早", "列得细", "当天发"] + [""] * 20
    heard = on_a_terminal("-t", "triads", types="\n".join(answers).encode())
    assert "“筹备会务”“通知要早”：" in heard
    text = "\n".join(paragraphs("办会.docx"))
    assert "（一）“通知要早”，发得早。当天发。" in text
    assert "台账要细" in text


def test_half_a_character_does_not_lose_the_answers() -> None:
    on_a_terminal("-t", "triads", types="办会".encode() + b"\xe5\xa5\n" + b"\n" * 20)
    assert Path("办会.docx").exists()


# ---------------------------------------------------------------- bad input

BROKEN: dict[str, tuple[str | bytes, str]] = {
    "全角冒号": ("题目：办好食堂\n", "全角冒号"),
    "两个冒号": ("题目: 办好: 食堂\n立论: 好\n", "冒号"),
    "缩进用 Tab": ("题目: 好\n要点:\n\t- 题眼: 近\n", "Tab"),
    "项名写错": ("题木: 办好食堂\n", "是不是“题目”？"),
    "点里的项名写错": ("要点:\n- 题眼: 近\n  地未: 前提\n", "是不是“地位”？"),
    "写了两遍": ("题目: 甲\n题目: 乙\n", "写了两遍"),
    "引号不成对": ('题目: "办好食堂\n立论: 好\n', "引号"),
    "别名": ("题目: &a 甲\n立论: *a\n", "别名"),
    "不是 UTF-8": ("题目: 办好食堂".encode("gb18030"), "UTF-8"),
    "空文件": ("", "空"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_answers_file_is_explained_and_nothing_is_written(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text, word = BROKEN[name]
    Path("答卷.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    assert run(["--template", "four-points", "--answers", "答卷.yaml"]) == 2
    err = capsys.readouterr().err
    assert word in err
    assert "答卷.yaml" in err
    assert "→" in err
    assert [path.name for path in Path().iterdir()] == ["答卷.yaml"]


SLIPS_OF_THE_PEN = {
    "项名后面没有冒号": ("立论 甲\n现状: 乙\n", "答卷.yaml:1:1 “立论”后面缺半角冒号"),
    "冒号后面没有空格": ("题目:甲\n现状: 乙\n", "答卷.yaml:1:3 “题目”后面的冒号没有跟空格"),
    "只有一行": ("# 说明\n\n题目:甲\n", "答卷.yaml:3:3 “题目”后面的冒号没有跟空格"),
    "列表没有冒号": ("要点\n- 题眼: 近\n", "答卷.yaml:1:1 “要点”后面缺半角冒号"),
    "点的第一项": ("要点:\n- 题眼 近\n  对象: 距离\n", "答卷.yaml:2:3 “题眼”后面缺半角冒号"),
    "点里的一项": ("要点:\n- 题眼: 近\n  对象 距离\n  动补: 拉近\n", "答卷.yaml:3:3 “对象”后面缺半角冒号"),
    "点里没有空格": (
        "要点:\n- 题眼: 近\n  对象:距离\n  动补: 拉近\n",
        "答卷.yaml:3:5 “对象”后面的冒号没有跟空格",
    ),
    "末行": ("题目: 甲\n愿景 乙\n", "答卷.yaml:2:1 “愿景”后面缺半角冒号"),
    "值里有空格不相干": ("小结: 甲 乙\n立论: 丙: 丁\n", "答卷.yaml:2:6 一行里有两个半角冒号"),
    "缩进才是错": ("要点:\n- 题眼: 近\n  举措:\n  - 甲 乙\n 收束: 丙\n", "答卷.yaml:5:2 缩进没有对齐"),
}


@pytest.mark.parametrize("name", SLIPS_OF_THE_PEN)
def test_a_slip_of_the_pen_is_said_of_its_own_line(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    text, said = SLIPS_OF_THE_PEN[name]
    Path("答卷.yaml").write_text(text, "utf-8")
    assert run(["--template", "four-points", "--answers", "答卷.yaml"]) == 2
    assert f"错误：{said}" in capsys.readouterr().err


NOWHERE = {
    "名字写错": ("【理论】", "没有“理论”这一项 → 是不是“立论”？"),
    "点里的名字写错": ("【点.地为】", "没有“点.地为”这一项 → 是不是“点.地位”？"),
    "词类写错": ("【排笔(点.题眼)】", "词库没有“排笔”这一类 → 是不是“排比”？"),
    "还没有取": ("【用：件件有回音】", "【用：件件有回音】还没有从词库取 → 用 draft --template x.yaml"),
}


@pytest.mark.parametrize("name", NOWHERE)
def test_a_hole_that_leads_nowhere_is_said_with_its_line(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    hole, said = NOWHERE[name]
    run([*ANSWERS, "-o", "x.docx"])
    capsys.readouterr()
    assert run(["export", "x.yaml", "--force"]) == 0
    assert "留意" not in capsys.readouterr().err
    text = Path("x.yaml").read_text("utf-8")
    Path("x.yaml").write_text(text.replace("选书的眼睛", f"{hole}选书的眼睛"), "utf-8")
    line = text[: text.index("选书的眼睛")].count("\n") + 1
    assert run(["export", "x.yaml", "--force"]) == 0
    assert f"留意：x.yaml:{line} {said}" in capsys.readouterr().err
    if name == "还没有取":
        assert run(["-t", "x.yaml", "--force"]) == 0
        assert "件件有回音选书的眼睛" in Path("x.yaml").read_text("utf-8")


def test_the_command_alone_shows_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 0
    out, err = capsys.readouterr()
    assert "用法：draft" in out
    assert not err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- 标题 甲\n  段落: [乙]\n", "稿.yaml:3:3 “标题”后面缺半角冒号"),
        ("- 标题:甲\n  段落: [乙]\n", "稿.yaml:3:5 “标题”后面的冒号没有跟空格"),
        ("- 标题:甲\n- 乙\n", "稿.yaml:3:3 “标题”后面的冒号没有跟空格"),
        ("- 甲\n结语\n- 乙\n", "稿.yaml:4:1 “结语”后面缺半角冒号"),
        ("- 甲\n结语:\n- 落款:乙\n", "稿.yaml:5:3 “落款”后面的冒号没有跟空格"),
    ],
)
def test_a_slip_in_an_outline_is_said_of_its_own_line(
    text: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("稿.yaml").write_text(f"题目: 好\n要点:\n{text}", "utf-8")
    assert run(["export", "稿.yaml"]) == 2
    assert f"错误：{said}" in capsys.readouterr().err


def test_words_lost_behind_a_sign_of_a_comment_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    Path("稿.yaml").write_text(
        "题目: 好 #1   \n要点:  # 两点\n- 标题: #乙\n- 甲  # 说明\n- 'x #y'\n", "utf-8"
    )
    assert run(["export", "稿.yaml"]) == 0
    err = capsys.readouterr().err
    assert "留意：稿.yaml:1:7 “#1”没有读进来 → 是正文就给整段加引号" in err
    assert "留意：稿.yaml:3:7 “#乙”没有读进来" in err
    assert err.count("没有读进来") == 2
    Path("答卷.yaml").write_text("题目: 好 #1\n立论: 甲\n", "utf-8")
    assert run(["-t", "four-points", "--answers", "答卷.yaml"]) == 0
    assert "答卷.yaml:1:7 “#1”没有读进来" in capsys.readouterr().err


def test_all_wrong_names_are_said_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    Path("答卷.yaml").write_text("题木: 甲\n要点:\n- 题言: 近\n", "utf-8")
    assert run(["--template", "four-points", "--answers", "答卷.yaml"]) == 2
    err = capsys.readouterr().err
    assert "答卷.yaml:1:1" in err
    assert "答卷.yaml:3:3" in err


SHAPES = {
    "点里只有字": ("要点: [短, 实]\n", "“要点”的这一项这样写不对", "分写 题眼"),
    "点写成一句话": ("要点: 短、实\n", "“要点”不是一句话", "前面加“- ”"),
    "点忘了横线": ("要点:\n  题眼: 短\n", "“要点”这样写不对", "前面加“- ”"),
    "引文写成一句话": ("要点:\n- 题眼: 短\n  引文: 学而时习之\n", "“要点.引文”不是一句话", "分写 法、条、文"),
    "题目写成列表": ("题目: [甲, 乙]\n", "“题目”只要一句话", "写在一行里"),
    "题目带标签": ("题目: !!python/name:os.system 甲\n", "不支持 YAML 标签", "感叹号"),
    "缩进没对齐": ("要点:\n- 题眼: 短\n   对象: 会\n", "缩进没有对齐", "左端对齐"),
}


@pytest.mark.parametrize("name", SHAPES)
def test_an_answer_of_another_shape_is_refused_with_the_right_one(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text, message, cure = SHAPES[name]
    Path("答卷.yaml").write_text(text, "utf-8")
    assert run(["--template", "four-points", "--answers", "答卷.yaml"]) == 2
    err = capsys.readouterr().err
    assert message in err
    assert cure in err
    assert [path.name for path in Path().iterdir()] == ["答卷.yaml"]


CALLS = {
    "没有这副骨架": (["--template", "four-pints"], "是不是“four-points”？"),
    "没有这个选项": (["--tempate", "x"], "是不是“--template”？"),
    "没有这个命令": (["exprot"], "是不是“export”？"),
    "没有这一项": (["-t", "four-points", "--set", "题木=甲"], "是不是“题目”？"),
    "写法有误": (["-t", "four-points", "--set", "题目"], "--set 题目=内容"),
    "句子写到列表上": (["-t", "four-points", "--set", "要点=甲"], "“要点”不是一句话"),
    "句子写到点上": (["-t", "four-points", "--set", "要点[1]=甲"], "“要点[1]”不是一句话"),
    "从零数起": (["-t", "four-points", "--set", "要点[0].地位=甲"], "写 要点[1]"),
    "数过了头": (["-t", "four-points", "--set", "要点[99999999].地位=甲"], "现有 0 个要点 → 写 要点[1]\n"),
    "没说第几个": (["-t", "four-points", "--point", "近", "--set", "要点.地位=甲"], "没有说是第几个要点"),
    "没有这个备选": (["-t", "four-points", "--pick", "标提=2"], "是不是“标题”？"),
    "没有那么多备选": (["-t", "four-points", "--pick", "标题=9"], "标题只有"),
    "不是文件名": (["-t", "four-points", "-o", "."], "文件名"),
    "没有这个文件": (["-t", "four-points", "--answers", "没有.yaml"], "没有这个文件"),
    "没有这个文件夹": (["-t", "four-points", "-o", "没有/x.docx"], "没有这个文件"),
    "没有这个词库": (["-t", "four-points", "--bank", "没有"], "词库"),
    "没有这种格式": (["-t", "four-points", "-o", "x.pdf"], "可用：.yaml .docx"),
    "没有这种版式": (["-t", "four-points", "--look", "公闻"], "是不是“公文”？"),
    "没给骨架": (["new"], "--template"),
    "不是数": (["-t", "four-points", "--seed", "x"], "--seed"),
}


@pytest.mark.parametrize("name", CALLS)
def test_a_wrong_call_is_explained_and_nothing_is_written(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    args, word = CALLS[name]
    assert run(args) == 2
    err = capsys.readouterr().err
    assert word in err
    assert "Traceback" not in err
    assert not list(Path().iterdir())


def test_a_file_that_cannot_be_written_leaves_nothing_behind(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*ANSWERS, "-o", "/proc/x.docx"]) == 2
    assert "写不进去" in capsys.readouterr().err


def test_an_existing_file_is_never_overwritten_unasked(capsys: pytest.CaptureFixture[str]) -> None:
    Path("x.yaml").write_text("我的", "utf-8")
    assert run([*ANSWERS, "-o", "x.docx"]) == 2
    assert "x.yaml" in capsys.readouterr().err
    assert Path("x.yaml").read_text("utf-8") == "我的"
    assert not Path("x.docx").exists()
    assert run([*ANSWERS, "-o", "x.docx", "--force"]) == 0


# ---------------------------------------------------------------- the wall


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_in_chinese(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([name, "--help"]) == 0
    assert re.search("[一-鿿]{5}", capsys.readouterr().out)


def test_drafting_loads_no_dictionary_and_no_reader() -> None:
    code = (
        f"import sys; from drafter.cli import run; run({[*ANSWERS, '-o', 'x.docx']!r}); print(*sys.modules)"
    )
    env = {**os.environ, "PYTHONPATH": str(LIBRARY.parent.parent)}
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=True)
    modules = set(loaded.stdout.split())
    assert modules.isdisjoint(
        {"jieba", "rjieba", "opencc", "drafter.cleaning", "drafter.mining", "concurrent"}
    )


# ---------------------------------------------------------------- the bank


def test_a_phrase_is_banned_restored_and_added_in_a_bank_of_ones_own(
    capsys: pytest.CaptureFixture[str],
) -> None:
    (first, *_) = said(capsys, "phrases", "督查", "--kind", "搭配")
    assert run(["phrases", "--ban", first["text"], "--bank", "我的"]) == 0
    assert run(["phrases", "--add", "马上就办", "--kind", "四字", "--bank", "我的"]) == 0
    capsys.readouterr()
    left = said(capsys, "phrases", "督查", "--kind", "搭配", "--bank", "我的")
    assert first["text"] not in [phrase["text"] for phrase in left]
    assert said(capsys, "phrases", "马上就办", "--bank", "我的")[0]["sources"] == [
        {"document": "自己", "paragraph": 0}
    ]
    assert run(["phrases", "--restore", first["text"], "--bank", "我的"]) == 0
    capsys.readouterr()
    assert said(capsys, "phrases", "督查", "--kind", "搭配", "--bank", "我的")[0] == first
