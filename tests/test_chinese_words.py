"""The dictionary: what it cuts, that both engines cut alike, and that it is kept."""

from pathlib import Path

import pytest

from drafter import chinese
from drafter.chinese import dictionary

TEXTS = (
    "要筑牢安全防线，畅通购销渠道。",
    "“三服务”不是口号，而是态度！",
    "2024年，App 上新了（第3版）。",
    "",
    "𠮷野家的粮仓",
)


def test_words_of_official_prose_are_whole() -> None:
    assert dictionary().words("筑牢忠诚之基，提质增效") == ["筑牢", "忠诚", "之", "基", "，", "提质增效"]


def test_a_word_knows_its_part_of_speech() -> None:
    tags = dictionary().tags
    assert (tags["筑牢"], tags["防线"]) == ("v", "n")


@pytest.mark.parametrize("text", TEXTS)
def test_nothing_is_lost_in_cutting(text: str) -> None:
    assert "".join(dictionary().words(text)) == text


@pytest.mark.parametrize("text", [*TEXTS, "各仓推行三清四查守住两条底线做到件件有着落" * 20])
def test_rjieba_cuts_as_the_plain_engine_does(text: str) -> None:
    pytest.importorskip("rjieba", reason="没有装 drafter[fast]")
    known = dictionary()
    plain = chinese.Dictionary(
        known.logs, known.tags, known.floor, chinese._plain_cut(known.logs, known.floor)
    )
    fast = chinese.Dictionary(
        known.logs, known.tags, known.floor, chinese._fast_cut(known.logs, known.tags, known.floor)
    )
    assert plain.words(text) == fast.words(text)


def test_a_dictionary_that_was_kept_is_the_dictionary_that_was_made(tmp_path: Path) -> None:
    made = dictionary()
    for _ in range(2):
        dictionary.cache_clear()
        kept = dictionary(tmp_path)
        assert (kept.logs, kept.tags, kept.floor) == (made.logs, made.tags, made.floor)
    assert len(list(tmp_path.iterdir())) == 1


def test_a_kept_dictionary_that_is_damaged_is_made_anew(tmp_path: Path) -> None:
    dictionary(tmp_path)
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:1000])
    dictionary.cache_clear()
    assert dictionary(tmp_path).words("筑牢防线") == ["筑牢", "防线"]


def test_a_folder_that_cannot_be_written_costs_no_word(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("这里不是文件夹")
    assert dictionary(tmp_path / "file").words("筑牢防线") == ["筑牢", "防线"]


def test_rare_words_tell_more_than_common_ones() -> None:
    known = dictionary()
    assert known.rarity("督查") > known.rarity("工作")
    assert known.rarity("没有这个词") >= known.rarity("督查")
