"""Banks add by union: in any order, and twice is once."""

from __future__ import annotations

from hypothesis import given, settings

from drafter.bank import BANNED, UNCHECKED, USABLE, Bank, Context, Document, Phrase, fingerprint, union
from drafter.outline import Source
from tests.banks import ESSAY, OTHER, banks


@given(banks(), banks(), banks())
@settings(max_examples=200)
def test_banks_add_in_any_order(a: Bank, b: Bank, c: Bank) -> None:
    assert union(a, b) == union(b, a)
    assert union(union(a, b), c) == union(a, union(b, c)) == union(c, a, b)


@given(banks(), banks())
def test_twice_is_once(a: Bank, b: Bank) -> None:
    assert union(a, a) == union(a)
    assert union(union(a, b), b) == union(a, b)


@given(banks())
def test_an_empty_bank_adds_nothing(bank: Bank) -> None:
    assert union(bank, Bank()) == union(bank)


def _mined(name: str, text: str, paragraph: int = 1, phrase: str = "细水长流", file: str = "") -> Bank:
    document = Document(name, fingerprint(text), (Context(1, "开头"),), (), file)
    return Bank({Phrase("四字", phrase): frozenset({Source(name, paragraph)})}, {}, {name: document})


def test_the_same_text_under_another_name_is_one_document() -> None:
    both = union(_mined("原稿", ESSAY), _mined("转贴", ESSAY))
    assert [*both.documents] == ["原稿"]
    assert [*both.sources.values()] == [frozenset({Source("原稿", 1)})]


def test_a_reposted_copy_with_small_changes_counts_once() -> None:
    copy = ESSAY.replace("老把式", "老人家").replace("发亮。", "发亮，") + "（转自网络）"
    both = union(_mined("原稿", ESSAY, 1), _mined("转贴", copy, 2))
    assert len(both.documents) == 2
    assert len(*both.sources.values()) == 1


def test_what_only_the_copy_has_keeps_its_source() -> None:
    copy = f"{ESSAY}细水长流。"
    both = union(_mined("原稿", ESSAY, 1, "人勤地不懒"), _mined("转贴", copy, 2))
    assert both.sources[Phrase("四字", "细水长流")] == {Source("转贴", 2)}


def test_two_documents_of_one_title_stay_two() -> None:
    both = union(_mined("总结", ESSAY, 1), _mined("总结", OTHER, 2))
    names = [source.document for source in both.sources[Phrase("四字", "细水长流")]]
    assert sorted(both.documents) == sorted(names)
    assert len(names) == 2
    assert all(name.startswith("总结·") for name in names)


def test_documents_of_one_title_are_told_apart_by_their_files() -> None:
    both = union(_mined("总结", ESSAY, 1, file="上半年"), _mined("总结", OTHER, 2, file="下半年"))
    assert {*both.documents} == {"总结〔上半年〕", "总结〔下半年〕"}
    assert union(both, _mined("总结", ESSAY, 1, file="上半年")) == both


def test_different_documents_both_count() -> None:
    both = union(_mined("甲", ESSAY), _mined("乙", OTHER))
    assert len(*both.sources.values()) == 2


def test_a_ban_stands_over_a_doubt_and_the_writers_restoring_over_both() -> None:
    name = ("引语", "为有源头")
    doubt, ban, restored = (Bank({}, {name: state}) for state in (UNCHECKED, BANNED, USABLE))
    assert union(doubt, ban).states[name] == BANNED
    assert union(restored, ban, doubt).states[name] == USABLE
    assert union(Bank(), doubt).states[name] == UNCHECKED
