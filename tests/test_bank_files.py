"""The bank on disk: what was saved is loaded, and a person may have been at it in between."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from drafter.bank import BANNED, Bank, Phrase, load, save, union
from drafter.bank.wire import packed, unpacked
from drafter.bank.writing import PHRASES_NOTE
from drafter.outline import Source
from drafter.problem import DraftError
from tests.banks import banks, small_bank


@given(banks())
@settings(max_examples=200)
def test_what_was_saved_is_loaded(bank: Bank) -> None:
    with TemporaryDirectory() as name:
        save(bank, Path(name))
        assert load(Path(name)) == bank


@given(banks())
def test_the_same_bank_gives_the_same_bytes(bank: Bank) -> None:
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        save(bank, Path(one))
        save(load(Path(one)), Path(other))
        assert _bytes(Path(one)) == _bytes(Path(other))


@given(banks())
def test_a_bank_travels_as_one_line(bank: Bank) -> None:
    line = packed(bank)
    assert "\n" not in line
    assert unpacked(line) == bank


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@given(banks())
@settings(max_examples=50)
def test_the_files_are_the_yaml_that_they_look_like(bank: Bank) -> None:
    """A reader that knows nothing of our regular form reads the same phrases."""
    from drafter.yamlfile import parse

    with TemporaryDirectory() as name:
        save(bank, Path(name))
        texts = {
            (path.stem, said.get("短语"))
            for path in Path(name).glob("*.yaml")
            for entry in parse(path.read_bytes()).plain()
            for said in (entry, *entry.get("异文", ()))
            if path.stem != "文档"
        }
    assert texts == {(p.kind, p.text) for p in bank.sources} | {*bank.states}


def test_a_saved_phrase_is_easy_to_read(tmp_path: Path) -> None:
    save(small_bank(), tmp_path)
    assert (tmp_path / "引语.yaml").read_text("utf-8") == PHRASES_NOTE + (
        "- 短语: 书要一页一页翻\n  谁说: 老园丁\n  状态: 待核\n  出处: 读书的学问 第3段\n"
    )


def test_spellings_of_one_phrase_stand_under_the_best_known(tmp_path: Path) -> None:
    one, other = (
        Phrase("比喻", "将分散的手指握成有力的拳头"),
        Phrase("比喻", "把分散的“手指”握成有力的“拳头”"),
    )
    save(
        Bank({one: frozenset({Source("甲", 1), Source("乙", 2)}), other: frozenset({Source("丙", 3)})}),
        tmp_path,
    )
    assert (tmp_path / "比喻.yaml").read_text("utf-8") == PHRASES_NOTE + (
        "- 短语: 将分散的手指握成有力的拳头\n  出处:\n  - 乙 第2段\n  - 甲 第1段\n"
        "  异文:\n  - 短语: 把分散的“手指”握成有力的“拳头”\n    出处: 丙 第3段\n"
    )


def test_a_person_may_delete_add_and_ban(tmp_path: Path) -> None:
    path = tmp_path / "四字.yaml"
    path.write_text(
        "# 我的四字短语\n\n- 短语: 细水长流\n  状态: 禁用\n  出处: [甲 第1段]   # 用滥了\n"
        "- 人勤地不懒\n- {短语: 手不释卷, 出处: 乙}\n",
        encoding="utf-8",
    )
    bank = load(tmp_path)
    assert bank.sources == {
        Phrase("四字", "细水长流"): {Source("甲", 1)},
        Phrase("四字", "人勤地不懒"): {Source("自己")},
        Phrase("四字", "手不释卷"): {Source("乙")},
    }
    assert bank.states == {("四字", "细水长流"): BANNED}


def test_a_phrase_written_by_hand_twice_is_one(tmp_path: Path) -> None:
    (tmp_path / "四字.yaml").write_text("- 短语: 细水长流\n  出处: [甲]\n- 细水长流\n", encoding="utf-8")
    assert load(tmp_path).sources == {Phrase("四字", "细水长流"): {Source("甲"), Source("自己")}}


def test_what_windows_makes_of_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "四字.yaml").write_bytes("\ufeff- 短语: 细水长流\r\n  出处: [甲 第1段]\r\n".encode())
    assert load(tmp_path).sources == {Phrase("四字", "细水长流"): {Source("甲", 1)}}


NOTED = """\
# 老园丁的词库

# 春天用过一次
- 短语: 细水长流   # 领导爱听
  状态: 禁用
  # 第二处要核
  出处:
  - 甲 第1段
  - "乙#2 第2段"   # 见“#2”
# 秋天用

- 人勤地不懒
- {短语: 手不释卷, 出处: 乙}
# 深了一层
- 短语: 一丝不苟
    状态: 待核
- 短语: "一心#一意"
# 还要再找
"""
KEPT = """\
# 老园丁的词库

# 深了一层
- 短语: 一丝不苟
  状态: 待核
  出处: 自己
# 还要再找
- 短语: "一心#一意"
  出处: 自己
# 秋天用
- 短语: 人勤地不懒
  出处: 自己
- 短语: 手不释卷
  出处: 乙
# 春天用过一次
# 领导爱听
# 第二处要核
# 见“#2”
- 短语: 细水长流
  状态: 禁用
  出处:
  - "乙#2 第2段"
  - 甲 第1段
"""


@pytest.mark.parametrize("note", ["", "\n".join(PHRASES_NOTE.splitlines()[:2]) + "\n", PHRASES_NOTE])
def test_what_a_person_noted_stays_with_the_phrase(tmp_path: Path, note: str) -> None:
    path = tmp_path / "四字.yaml"
    path.write_text(note + NOTED, encoding="utf-8")
    bank = load(tmp_path)
    for _ in range(2):
        save(load(tmp_path), tmp_path)
        assert path.read_text("utf-8") == PHRASES_NOTE + KEPT
        assert load(tmp_path) == bank


def test_a_note_on_a_spelling_stands_over_all_of_them(tmp_path: Path) -> None:
    path = tmp_path / "比喻.yaml"
    path.write_text("- 短语: 将水引到渠里\n  异文:\n  # 少用\n  - 把“水”引到渠里\n", encoding="utf-8")
    for _ in range(2):
        save(load(tmp_path), tmp_path)
        assert path.read_text("utf-8").startswith(f"{PHRASES_NOTE}# 少用\n- 短语: 将水引到渠里\n")


@pytest.mark.parametrize("unit", ["，", "看天浇水，看土浇水"])
def test_a_single_unit_with_a_comma_is_one_unit_however_it_is_read(unit: str, tmp_path: Path) -> None:
    bank = Bank({Phrase("排比", "看天浇水", (unit,)): frozenset({Source("甲", 1)})})
    save(bank, tmp_path)
    path = tmp_path / "排比.yaml"
    path.write_text(path.read_text("utf-8").replace("- 短语: ", "-\n  短语: "), encoding="utf-8")
    assert load(tmp_path) == bank


@given(banks(), banks())
def test_notes_change_no_bank(one: Bank, other: Bank) -> None:
    """Wherever a note stands, what is saved over it is loaded."""
    with TemporaryDirectory() as name:
        save(one, Path(name))
        for path in Path(name).glob("*.yaml"):
            noted = re.sub("^( *)(?=- 短语)", r"\1# 甲：“乙”\n\1", path.read_text("utf-8"), flags=re.M)
            path.write_text(noted, encoding="utf-8")
        assert load(Path(name)) == one
        save(other, Path(name))
        assert load(Path(name)) == other


BROKEN = {
    "a state nobody knows": ("- 短语: 甲\n- 短语: 乙\n  状态: 禁止\n", 4, "不认识的状态“禁止”"),
    "a key nobody knows": ("- 短语: 甲\n\n- 短语: 乙\n  出出: [丙]\n", 5, "不认识的键“出出”"),
    "an entry without a phrase": ("- 短语: 甲\n- 出处: [丙]\n", 3, "这一条没有“短语”"),
    "a quotation mark left open": ('- 短语: 甲\n- 短语: "乙\n  出处: [丙]\n', 3, "引号没有成对"),
    "a tab": ("- 短语: 甲\n\t状态: 禁用\n", 3, "缩进用了 Tab"),
    "a star": ("- 短语: *甲\n", 2, "以 * 或 & 开头"),
    "no list at all": ("短语：甲\n", 2, "全角冒号"),
    "a key without its colon": ("- 短语 抓好春播\n", 2, "“短语”后面要用半角冒号"),
    "a full-width colon": ("- 短语：抓好春播\n", 2, "“短语”后面要用半角冒号"),
    "a colon without a space": ("- 甲\n- 短语:抓好春播\n", 3, "“短语”后面要用半角冒号"),
    "a full-width colon in the deep": ("- 短语: 甲\n    状态：禁用\n", 3, "“状态”后面要用半角冒号"),
    "a state without its colon": ("- 短语: 甲\n  状态 禁用\n", 3, "“状态”后面要用半角冒号"),
    "a word without a colon": ("- 短语: 甲\n  状态禁用\n", 3, "缺半角冒号"),
    "a state in the line of the phrase": ("- 抓好春播 状态：禁用\n", 2, "“状态”跟在别的文字后面"),
    "a state under a bare phrase": ("- 抓好春播\n  状态: 禁用\n", 2, "“抓好春播”前面没有“短语: ”"),
    "a line that runs on": ("- 抓好春播\n  抓好秋收\n", 3, "接到了上一行的文字后面"),
    "a source that runs on": ("- 短语: 甲\n  出处:\n  - 乙\n    丙\n", 5, "接到了上一行的文字后面"),
    "a source below the first": ("- 短语: 甲\n  出处: 乙 第1段\n  - 丙 第2段\n", 4, "缩进没有对齐"),
    "a dash without a space": ("- 短语: 甲\n-乙\n", 3, "“-”后面没有空格"),
    "a dash that is too wide": ("- 短语: 甲\n－ 乙\n", 3, "不是半角的“-”"),
}


@pytest.mark.parametrize(("text", "line", "message"), BROKEN.values(), ids=BROKEN)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    path = tmp_path / "四字.yaml"
    path.write_text(f"# 注\n{text}", encoding="utf-8")
    with pytest.raises(DraftError) as caught:
        load(tmp_path)
    problem = caught.value.problems[0]
    assert message in problem.message
    assert problem.hint
    assert problem.at.path == path
    assert problem.at.line == line


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    (tmp_path / "四字.yaml").write_text("- 短语：甲\n- 短语: 乙\n- 短语：丙\n", encoding="utf-8")
    (tmp_path / "搭配.yaml").write_text("- 短语: 丁\n  状态: 禁止\n", encoding="utf-8")
    with pytest.raises(DraftError) as caught:
        load(tmp_path)
    places = [
        (problem.at.path and problem.at.path.stem, problem.at.line) for problem in caught.value.problems
    ]
    assert places == [("四字", 1), ("四字", 3), ("搭配", 2)]


@pytest.mark.parametrize("text", ["功能完备", "状态良好", "“短语”也是语", "短语", "出处不明 一律不用"])
def test_a_phrase_may_begin_like_a_key(tmp_path: Path, text: str) -> None:
    (tmp_path / "四字.yaml").write_text(f"- {text}\n- 短语: {text}甲\n", encoding="utf-8")
    assert {phrase.text for phrase in load(tmp_path).sources} == {text, f"{text}甲"}


def test_a_section_without_its_paragraph_is_said_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "文档.yaml"
    for cells in ("一, 标题", "3", ""):
        path.write_text(f"- 文档: 甲\n  各节:\n  - [{cells}]\n", encoding="utf-8")
        with pytest.raises(DraftError, match="这一节写得不对") as caught:
            load(tmp_path)
        assert caught.value.problems[0].at.line == 3


def test_a_phrase_whose_source_was_left_blank_is_the_writers_own(tmp_path: Path) -> None:
    (tmp_path / "四字.yaml").write_text("- 短语: 细水长流\n  出处:\n", encoding="utf-8")
    assert load(tmp_path).sources == {Phrase("四字", "细水长流"): {Source("自己")}}


def test_a_file_of_another_ending_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "四字.yml").write_text("- 短语: 细水长流\n", encoding="utf-8")
    with pytest.raises(DraftError, match=r"改名为 四字\.yaml"):
        load(tmp_path)


def test_a_file_that_is_no_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "讲话稿.yaml").write_text("题目: 讲话\n", encoding="utf-8")
    with pytest.raises(DraftError, match="不是短语的类别"):
        load(tmp_path)


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(DraftError, match="没有这个词库文件夹"):
        load(tmp_path / "没有")


def test_a_kind_that_has_run_empty_leaves_no_file(tmp_path: Path) -> None:
    save(small_bank(), tmp_path)
    save(Bank(), tmp_path)
    assert [*tmp_path.iterdir()] == []


def test_two_banks_saved_one_over_the_other_are_their_union(tmp_path: Path) -> None:
    one, other = small_bank(), Bank({Phrase("四字", "细水长流"): frozenset({Source("自己")})})
    save(one, tmp_path)
    save(union(load(tmp_path), other), tmp_path)
    assert load(tmp_path) == union(one, other)
