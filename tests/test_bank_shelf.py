"""Asking a bank: what is this phrase, what is there about that, which one to take."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.bank import (
    BANNED,
    UNCHECKED,
    USABLE,
    Bank,
    Context,
    Document,
    Hit,
    Phrase,
    open_shelf,
    pick,
    save,
    shelf_of,
)
from drafter.bank.choice import Said
from drafter.bank.cutting import words_of
from drafter.bank.model import OWN
from drafter.outline import Source
from tests.banks import ESSAY, small_bank


def _texts(hits: list[Hit]) -> list[str]:
    return [hit.phrase.text for hit in hits]


def test_a_phrase_is_found_by_its_text_whatever_its_marks() -> None:
    shelf = shelf_of(small_bank())
    hit = shelf.find("看天浇水，看土浇水，看花浇水")
    assert hit is not None
    assert hit.phrase.kind == "排比"
    assert hit.sources == (Source("浇水的学问", 4),)


def test_a_phrase_is_found_by_one_of_its_units() -> None:
    hit = shelf_of(small_bank()).find("看土浇水")
    assert hit is not None
    assert hit.phrase.units[1] == "看土浇水"


def test_a_frame_is_found_with_its_slots() -> None:
    assert shelf_of(small_bank()).find("哪里…就…到哪里") is not None


def test_what_is_not_there_is_not_found() -> None:
    assert shelf_of(small_bank()).find("看人浇水") is None


def test_words_of_its_own_rank_above_a_heading_above_nothing() -> None:
    texts = _texts(shelf_of(small_bank()).search("浇水"))
    assert texts[0].startswith("看天浇水")
    assert {"细水长流", "把握时节", "摸清花木脾性"} <= {*texts[1:]}
    assert "静心读书" not in texts


def test_what_no_phrase_speaks_of_has_no_answer() -> None:
    assert shelf_of(small_bank()).search("图书馆") == []
    assert shelf_of(small_bank()).search("，。") == []


def test_an_answer_needs_a_fair_part_of_what_was_asked() -> None:
    shelf = shelf_of(small_bank())
    assert shelf.search("时节与航天发动机制造") == []
    assert shelf.search("量子色动力学") == []
    assert _texts(shelf.search("时节 书桌"))


@pytest.mark.parametrize(
    ("text", "heading", "keyword", "score"),
    [
        ("疏通水渠", "修水渠", "水渠", 1.0),
        ("疏通水渠", "修堤坝", "水渠", 1.8 / 2.4),
        ("疏通水渠", "修水渠", "堤坝", 1.6 / 2.4),
        ("早出晚归", "修水渠", "水渠", 1.4 / 2.4),
        ("疏通水渠", "修堤坝", "堤坝", 1.0 / 2.4),
        ("早出晚归", "修堤坝", "水渠", 0.8 / 2.4),
        ("早出晚归", "修水渠", "堤坝", 0.6 / 2.4),
    ],
)
def test_a_word_counts_most_in_the_phrase_then_among_the_keywords_then_in_the_heading(
    text: str, heading: str, keyword: str, score: float
) -> None:
    shelf = {"甲": Document("甲", "", (Context(1, heading, (keyword,)),)), "乙": Document("乙")}
    sources = {
        Phrase("搭配", text): frozenset({Source("甲", 2)}),
        Phrase("搭配", "静心读书"): frozenset({Source("乙", 1)}),
    }
    (hit,) = shelf_of(Bank(sources, {}, shelf)).search("水渠")
    assert hit.phrase.text == text
    assert hit.score == pytest.approx(score, abs=0.001)


def test_a_page_may_be_asked_and_is_answered_soon() -> None:
    names = {Phrase("搭配", f"{ESSAY[n : n + 2]}水渠"): frozenset({Source("甲", 1)}) for n in range(120)}
    words = tuple(dict.fromkeys(ESSAY[n : n + 2] for n in range(0, 120, 2)))
    shelf = shelf_of(Bank(names, {}, {"甲": Document("甲", "", (Context(1, "", words),))}))
    start = time.perf_counter()
    assert shelf.search("水渠" + ESSAY * 40, limit=5) == shelf.search("水渠" + ESSAY, limit=5)
    shelf.search("".join(chr(0x4E00 + n) for n in range(5000)))
    assert time.perf_counter() - start < 2


def test_a_query_is_answered_best_by_what_has_all_of_its_words() -> None:
    texts = _texts(shelf_of(small_bank()).search("看花浇水把握时节"))
    assert texts[:2] == ["看天浇水、看土浇水、看花浇水", "把握时节"]


def test_a_phrase_is_about_one_of_its_sections_not_about_the_sum_of_them() -> None:
    contexts = (Context(1, "上", ("水渠",)), Context(5, "中", ("果树",)), Context(9, "下", ("果树", "水渠")))
    sources = {
        Phrase("四字", "总而言之"): frozenset({Source("甲", 2), Source("甲", 6)}),
        Phrase("四字", "水到渠成"): frozenset({Source("甲", 10)}),
    }
    texts = _texts(shelf_of(Bank(sources, {}, {"甲": Document("甲", "", contexts)})).search("果树 水渠"))
    assert texts[-1] == "总而言之"


def test_turns_that_fit_anything_stand_behind_what_is_about_it() -> None:
    shelf = {"甲": Document("甲", "", (Context(1, "修水渠", ("水渠",)), Context(5, "别的", ("水渠",))))}
    places = {
        Phrase("过渡", "下面，我…"): 2,
        Phrase("句框", "不仅要…，更要…"): 3,
        Phrase("句框", "水渠…到哪里，…就到哪里"): 3,
        Phrase("搭配", "疏通水渠"): 4,
        Phrase("四字", "早出晚归"): 6,
    }
    bank = Bank({phrase: frozenset({Source("甲", n)}) for phrase, n in places.items()}, {}, shelf)
    texts = _texts(shelf_of(bank).search("水渠"))
    assert {*texts[:2]} == {"水渠…到哪里，…就到哪里", "疏通水渠"}
    assert texts[2] == "早出晚归"
    assert {*texts[3:]} == {"下面，我…", "不仅要…，更要…"}
    assert len(shelf_of(bank).search("水渠", ("过渡",))) == 1


def test_kinds_narrow_the_answers() -> None:
    hits = shelf_of(small_bank()).search("浇水", ("搭配", "四字"))
    assert {hit.phrase.kind for hit in hits} == {"搭配", "四字"}


def test_a_single_character_is_a_query() -> None:
    assert "收拾书桌" in _texts(shelf_of(small_bank()).search("桌"))


SHELF = shelf_of(small_bank())


@given(st.text(max_size=30) | st.text('浇水读书的 “”*"()AND:-', max_size=30))
def test_anything_may_be_asked(text: str) -> None:
    assert all(0 < hit.score <= 1 for hit in SHELF.search(text))
    assert SHELF.find(text) is None or SHELF.look_up(text)


def test_a_quotation_without_a_source_is_not_offered_but_can_be_seen() -> None:
    shelf = shelf_of(small_bank())
    assert "书要一页一页翻" not in _texts(shelf.search("读书"))
    assert "书要一页一页翻" in _texts(shelf.search("读书", states=(USABLE, UNCHECKED)))
    assert shelf.find("书要一页一页翻") is None


def test_a_banned_phrase_is_neither_offered_nor_found() -> None:
    bank = small_bank()
    shelf = shelf_of(Bank(bank.sources, {("搭配", "静心读书"): BANNED}, bank.documents))
    assert "静心读书" not in _texts(shelf.search("读书"))
    assert shelf.find("静心读书") is None


def test_the_better_known_comes_first() -> None:
    shelf = {name: Document(name, "", (Context(1, "修渠"),)) for name in "甲乙丙"}
    bank = Bank(
        {
            Phrase("搭配", "疏通水渠"): frozenset({Source("甲", 1)}),
            Phrase("搭配", "维护水渠"): frozenset({Source("甲", 1), Source("乙", 2)}),
            Phrase("搭配", "测量水渠"): frozenset({Source("丙", 1), Source("丙", 2)}),
        },
        {},
        shelf,
    )
    assert _texts(shelf_of(bank).search("水渠"))[0] == "维护水渠"
    assert _texts(shelf_of(bank).listed())[0] == "维护水渠"


def _well_known_canals(**more: Phrase) -> Bank:
    """A hundred phrases on water channels, under a heading and among keywords that say so, and `more`."""
    shelf = {name: Document(name, "", (Context(1, "修水渠", ("水渠",)),)) for name in "甲乙丙"}
    names = [f"{verb}{what}水渠" for verb in "修看护挖清量测查通连" for what in "东西南北高低长短新旧"]
    known = {Phrase("搭配", name): frozenset(Source(name, 2) for name in shelf) for name in names}
    others = {phrase: frozenset({Source(where)}) for where, phrase in more.items()}
    return Bank({**known, **others}, {}, shelf)


def test_the_writers_own_comes_before_the_well_known() -> None:
    shelf = shelf_of(_well_known_canals(自己=Phrase("搭配", "守住水渠")))
    assert _texts(shelf.search("水渠"))[0] == "守住水渠"
    assert _texts(shelf.search("水渠", ("搭配",), limit=1)) == ["守住水渠"]
    assert _texts(shelf.listed(limit=1)) == ["守住水渠"]


def test_what_fits_better_stays_before_the_writers_own() -> None:
    shelf = shelf_of(_well_known_canals(自己=Phrase("搭配", "守住水渠"), 丁=Phrase("搭配", "水渠的闸门")))
    assert _texts(shelf.search("水渠", limit=1)) == ["守住水渠"]
    assert _texts(shelf.search("水渠 闸门", limit=1)) == ["水渠的闸门"]


def test_the_writers_own_comes_first_from_whichever_bank() -> None:
    own = Bank({Phrase("搭配", "守住水渠"): frozenset({Source("自己")})})
    for banks in ((own, _well_known_canals()), (_well_known_canals(), own)):
        assert _texts(shelf_of(*banks).search("水渠", limit=1)) == ["守住水渠"]


def test_what_the_writer_restored_comes_first_with_the_places_where_it_stands() -> None:
    name, known = ("搭配", "连旧水渠"), _well_known_canals()
    places = known.sources[Phrase(*name)]
    restored = Bank({}, {name: USABLE})
    for shelf in (shelf_of(restored, known), shelf_of(Bank(known.sources, {name: USABLE}, known.documents))):
        first, *others = shelf.search("水渠", limit=200)
        assert (first.phrase.text, first.score, frozenset(first.sources)) == (name[1], 1.0, places)
        assert name[1] not in _texts(others)
        assert _texts(shelf.listed(limit=1)) == [name[1]]


def test_a_restoring_of_what_is_not_there_adds_nothing() -> None:
    shelf = shelf_of(Bank({}, {("成语", "一丝不苟"): USABLE, ("句框", "…"): USABLE}), small_bank())
    assert not {"一丝不苟", "…"} & {*_texts(shelf.listed(limit=100))}
    assert shelf.find("一丝不苟") is None


def test_terms_are_offered_by_a_large_bank_alone() -> None:
    names = [f"第{n}篇" for n in range(120)]
    shelf = {name: Document(name) for name in names}
    sources = {
        Phrase("术语", "滴灌设施"): frozenset(Source(name, 1) for name in names[:2]),
        Phrase("术语", "大棚设施"): frozenset(Source(name, 1) for name in names[:1]),
        Phrase("术语", "晒场设施"): frozenset({Source("自己")}),
    }
    large = shelf_of(Bank(sources, {("术语", "粮仓设施"): USABLE}, shelf))
    small = shelf_of(Bank(sources, {}, {name: shelf[name] for name in names[:50]}))
    assert {*_texts(large.search("设施"))} == {"滴灌设施", "晒场设施"}
    assert _texts(small.search("设施")) == ["晒场设施"]
    assert (large.unlisted, small.unlisted) == (1, 2)


def test_spellings_of_one_phrase_are_one_answer() -> None:
    one, other = Phrase("搭配", "维护水渠的安全"), Phrase("搭配", "维护“水渠”安全")
    bank = Bank({one: frozenset({Source("甲", 1), Source("乙", 1)}), other: frozenset({Source("丙", 1)})})
    (hit,) = shelf_of(bank).search("水渠")
    assert hit.phrase == one
    assert hit.variants == (other.text,)
    assert len(hit.sources) == 3
    assert shelf_of(bank).find(other.text) == hit.__class__(one, 1.0, hit.sources, USABLE, hit.variants)


def test_the_writers_bank_lies_over_the_shipped_one() -> None:
    name = ("搭配", "静心读书")
    banned, restored = Bank({}, {name: BANNED}), Bank({}, {name: USABLE})
    assert shelf_of(banned, small_bank()).find(name[1]) is None
    assert shelf_of(restored, banned, small_bank()).find(name[1]) is not None
    assert shelf_of(banned, restored, small_bank()).find(name[1]) is None


def test_a_phrase_of_two_banks_is_one_answer() -> None:
    texts = _texts(shelf_of(small_bank(), small_bank()).search("浇水"))
    assert texts == _texts(shelf_of(small_bank()).search("浇水"))
    assert _texts(shelf_of(small_bank(), small_bank()).listed()) == _texts(shelf_of(small_bank()).listed())


def test_what_is_banned_or_stands_in_two_banks_takes_no_place_of_others() -> None:
    names = [("搭配", f"{verb}{what}水渠") for verb in "修看护挖" for what in "东西南北高低长短"]
    canals = Bank({Phrase(*name): frozenset({Source("甲", 1)}) for name in names})
    banned = Bank({}, dict.fromkeys(sorted(names)[:10], BANNED))
    assert len(shelf_of(canals, canals).search("水渠", limit=30)) == 30
    assert len(shelf_of(banned, canals).search("水渠", limit=22)) == 22
    assert len(shelf_of(banned, canals, canals).search("水渠", limit=100)) == 22


def test_a_bank_that_changes_leaves_the_index_of_the_other_alone(tmp_path: Path) -> None:
    shipped, own, cache = tmp_path / "自带", tmp_path / "自己", tmp_path / "缓存"
    save(small_bank(), shipped)
    for text in ("静心读书", "早起读书"):
        save(Bank({Phrase("搭配", text): frozenset({Source("自己")})}), own)
        assert text in _texts(open_shelf([own, shipped], cache).search("读书"))
        assert len([*cache.iterdir()]) == 2
    made = sorted(path.stat().st_mtime_ns for path in cache.iterdir())
    open_shelf([own, shipped], cache)
    assert sorted(path.stat().st_mtime_ns for path in cache.iterdir()) == made


def test_a_ban_of_what_is_not_there_adds_nothing() -> None:
    assert shelf_of(Bank({}, {("成语", "一丝不苟"): BANNED})).listed(states=(BANNED,)) == []


def test_the_index_is_kept_and_made_anew_when_the_bank_changes(tmp_path: Path) -> None:
    folder, cache = tmp_path / "词库", tmp_path / "缓存"
    save(small_bank(), folder)
    assert _texts(open_shelf([folder], cache).search("细水长流")) == ["细水长流"]
    (index,) = cache.iterdir()
    made = index.stat().st_mtime_ns
    open_shelf([folder], cache)
    assert index.stat().st_mtime_ns == made
    (folder / "四字.yaml").unlink()
    assert open_shelf([folder], cache).search("细水长流") == []
    assert [*cache.iterdir()] == [index]


def test_a_ban_in_the_file_reaches_the_index_at_once(tmp_path: Path) -> None:
    folder, cache = tmp_path / "词库", tmp_path / "缓存"
    save(small_bank(), folder)
    path = folder / "引语.yaml"
    for state, found in ((UNCHECKED, False), (USABLE, True), (BANNED, False)):
        path.write_text(path.read_text("utf-8").replace(UNCHECKED, state).replace(USABLE, state), "utf-8")
        assert (open_shelf([folder], cache).find("书要一页一页翻") is not None) is found


def test_a_spoilt_index_is_made_anew(tmp_path: Path) -> None:
    save(small_bank(), tmp_path / "词库")
    open_shelf([tmp_path / "词库"], tmp_path / "缓存")
    (index,) = (tmp_path / "缓存").iterdir()
    index.write_bytes(b"no database" * 500)
    assert open_shelf([tmp_path / "词库"], tmp_path / "缓存").find("细水长流") is not None


def test_without_a_place_to_keep_it_the_index_is_made_in_memory(tmp_path: Path) -> None:
    save(small_bank(), tmp_path / "词库")
    (tmp_path / "文件").write_text("", "utf-8")
    for cache in (None, tmp_path / "文件"):
        assert open_shelf([tmp_path / "词库"], cache).find("细水长流") is not None


@pytest.mark.parametrize("order", [1, -1])
def test_the_answers_do_not_depend_on_the_order_of_mining(order: int) -> None:
    bank = small_bank()
    sources = dict([*bank.sources.items()][::order])
    shelf = shelf_of(Bank(sources, bank.states, dict([*bank.documents.items()][::order])))
    expected = shelf_of(bank)
    assert shelf.search("时节") == expected.search("时节")
    assert shelf.listed() == expected.listed()


def test_what_a_draft_says_already_is_not_said_again() -> None:
    said = Said(["应当把握时节勤浇水。"])
    assert said.has(Phrase("举措", "把握时节勤浇水勤松土"))
    assert said.has(Phrase("搭配", "应当把握时节，勤浇水"))
    assert not said.has(Phrase("举措", "把握时节勤松土"))
    said.add("勤松土")
    assert said.has(Phrase("排比", "勤松土、勤施肥", ("勤松土", "勤施肥")))


CANALS = tuple(
    f"{verb}水渠" for verb in ("疏通", "维护", "测量", "加固", "清理", "改造", "看护", "延伸", "绘制")
)


def _picked(seed: int, names: tuple[str, ...] = CANALS) -> list[str]:
    sources = {Phrase("搭配", name): frozenset({Source("甲", 1)}) for name in names}
    best = {Phrase("搭配", "挖开水渠旁的水渠"): frozenset({Source("甲", 1), Source("乙", 1)})}
    about = {"甲": Document("甲", "", (Context(1, "修渠"),)), "乙": Document("乙")}
    return _texts([*pick(shelf_of(Bank({**sources, **best}, {}, about)), ("搭配",), "水渠", seed)])


def test_pick_begins_with_the_best_known_and_keeps_to_its_seed() -> None:
    assert _picked(0)[0] == "挖开水渠旁的水渠"
    assert _picked(5) == _picked(5)
    assert all(sorted(_picked(seed)) == sorted(_picked(0)) for seed in (1, 7, -3, 10**18))


def test_one_draft_after_the_other_begins_with_what_was_used_longest_ago() -> None:
    drafts = [{*_picked(seed)[:3]} for seed in range(30)]
    assert all(not one & other for one, other in pairwise(drafts))
    assert all(set.union(*drafts[n : n + 6]) == {*_picked(0)} for n in range(25))


def test_pick_never_puts_another_before_what_fits_better() -> None:
    shelf = shelf_of(small_bank())
    for seed in range(20):
        assert _texts([*pick(shelf, (), "浇水", seed)])[0].startswith("看天浇水")


def test_of_what_fits_as_well_pick_takes_what_has_to_do_with_the_topic() -> None:
    names = ("修好水渠", "看好水渠", "量好水渠")
    about = {"甲": Document("甲", "", (Context(1, "水渠"), Context(2, "果园的水渠")))}
    places = {Phrase("搭配", name): frozenset({Source("甲", 1 + (name == "量好水渠"))}) for name in names}
    shelf = shelf_of(Bank(places, {}, about))
    for seed in range(5):
        assert _texts([*pick(shelf, ("搭配",), "水渠", seed, within="果园")])[0] == "量好水渠"


def test_pick_takes_what_says_the_word_before_what_stood_under_it_and_the_writers_own_first() -> None:
    about = {"甲": Document("甲", "", (Context(1, "水渠", ("水渠",)), Context(5, "别的")))}
    names = {"看好闸门": Source("甲", 1), "修好水渠": Source("甲", 5), "量好水渠": Source(OWN, 1)}
    places = {Phrase("搭配", name): frozenset({source}) for name, source in names.items()}
    assert _texts([*pick(shelf_of(Bank(places, {}, about)), ("搭配",), "水渠")]) == [
        "量好水渠",
        "修好水渠",
        "看好闸门",
    ]


def test_pick_says_little_of_another_topic_and_what_is_plain_first() -> None:
    names = ("疏通水渠", "疏通煤矿水渠", "提升煤矿水渠排放能力", "提升果园水渠排放能力", "形成水渠合力")
    places = {Phrase("搭配", name): frozenset({Source("甲", 1)}) for name in names}
    picked = _texts([*pick(shelf_of(Bank(places)), ("搭配",), "水渠", within="果园")])
    assert sorted(picked[:3]) == ["形成水渠合力", "提升果园水渠排放能力", "疏通水渠"]
    assert picked[3:] == ["疏通煤矿水渠"]


def test_what_is_said_of_something_else_is_short_or_of_the_topic() -> None:
    about = {"甲": Document("甲", "", (Context(1, "", ("果园",)), Context(5, "别的", ("别的",))))}
    names = {"承担果园水渠责任": 1, "承担煤矿水渠责任": 5, "维护煤矿水渠": 5}
    places = {Phrase("搭配", text): frozenset({Source("甲", n)}) for text, n in names.items()}
    picked = _texts([*pick(shelf_of(Bank(places, {}, about)), ("搭配",), "水渠", within="果园管理")])
    assert sorted(picked) == ["承担果园水渠责任", "维护煤矿水渠"]


def test_what_only_stands_under_a_heading_comes_from_one_document_and_a_plain_heading() -> None:
    about = {
        "甲": Document("甲", "", (Context(1, "管好水渠"),)),
        "乙": Document("乙", "", (Context(1, "水渠要修"),)),
        "丙": Document("丙", "", (Context(1, "水渠通到村口，果园里的新枝全靠剪得勤"),)),
    }
    names = {"看好闸门": "甲", "扎紧堤坝": "甲", "锁好库房": "乙", "剪好新枝": "丙"}
    places = {Phrase("搭配", text): frozenset({Source(name, 1)}) for text, name in names.items()}
    assert sorted(_texts([*pick(shelf_of(Bank(places, {}, about)), ("搭配",), "水渠")])) == [
        "扎紧堤坝",
        "看好闸门",
    ]


def test_every_document_with_enough_under_its_heading_has_its_turn() -> None:
    about = {name: Document(name, "", (Context(1, "管好水渠"),)) for name in "甲乙丙"}
    doings = ("看好闸门", "扎紧堤坝", "锁好库房")
    places = {
        Phrase("搭配", f"{doing}{name}"): frozenset({Source(name, 1)})
        for name in "甲乙丙"
        for doing in doings
    }
    shelf = shelf_of(Bank(places, {}, about))
    homes = [{text[-1] for text in _texts([*pick(shelf, ("搭配",), "水渠", seed)])} for seed in range(6)]
    assert all(len(home) == 1 for home in homes)
    assert set().union(*homes) == {*"甲乙丙"}


def test_whole_sentences_and_sets_may_say_more_than_the_query() -> None:
    long = {"举措": "每月组织一次水渠巡查，发现淤塞当天清理", "提法": "节水灌溉水渠管护责任制"}
    places = {Phrase(kind, text): frozenset({Source("甲", 1)}) for kind, text in long.items()}
    for kind, text in long.items():
        assert _texts([*pick(shelf_of(Bank(places)), (kind,), "水渠")]) == [text]


def test_what_fits_is_found_behind_much_that_is_better_known_and_does_not() -> None:
    known = frozenset({Source("甲", 1), Source("乙", 1)})
    places = {Phrase("搭配", f"加强煤矿煤炭转运{n}号水渠"): known for n in range(60)}
    bank = Bank({**places, Phrase("搭配", "疏通水渠"): frozenset({Source("甲", 1)})})
    assert _texts([*pick(shelf_of(bank), ("搭配",), "水渠")]) == ["疏通水渠"]


def test_a_heading_with_a_word_that_the_bank_does_not_know_says_nothing() -> None:
    about = {"甲": Document("甲", "", (Context(1, "管好水渠"),))}
    bank = Bank({Phrase("搭配", "看好闸门"): frozenset({Source("甲", 1)})}, {}, about)
    assert _texts([*pick(shelf_of(bank), ("搭配",), "水渠")]) == ["看好闸门"]
    assert not [*pick(shelf_of(bank), ("搭配",), "量子水渠")]


@pytest.mark.parametrize("query", ["放管渠改革", "“放管渠”改革"])
@pytest.mark.parametrize("text", ["深化“放管渠”改革", "持续深化放管渠改革"])
def test_quotation_marks_make_no_difference_to_what_is_chosen(query: str, text: str) -> None:
    bank = Bank({Phrase("搭配", text): frozenset({Source("甲", 1)})})
    assert _texts([*pick(shelf_of(bank), ("搭配",), query)]) == [text]


@pytest.mark.parametrize(("query", "text"), [("12345热线", "用好12345热线"), ("APP", "用好APP")])
def test_numbers_and_letters_of_a_query_are_asked_for(query: str, text: str) -> None:
    bank = Bank({Phrase("搭配", text): frozenset({Source("甲", 1)})})
    assert _texts([*pick(shelf_of(bank), ("搭配",), query)]) == [text]


def test_what_the_query_has_in_two_is_left_where_the_topic_has_something() -> None:
    about = {"甲": Document("甲", "", (Context(1, "", ("果园",)), Context(5, "别的", ("别的",))))}
    names = {"疏通果园水渠": 1, "疏通煤矿水渠": 5}
    places = {Phrase("搭配", text): frozenset({Source("甲", n)}) for text, n in names.items()}
    picked = _texts([*pick(shelf_of(Bank(places, {}, about)), ("搭配",), "疏通水渠", within="果园管理")])
    assert picked == ["疏通果园水渠"]


def test_a_short_phrase_comes_before_a_long_one_that_has_the_words_apart() -> None:
    about = {"甲": Document("甲", "", (Context(1, "", ("保护", "环境")),))}
    long = "保护好我们村里村外边边角角处处都有的各种各样的小环境"
    bank = Bank(
        {
            Phrase("搭配", text): frozenset({Source("甲", 9)})
            for text in (long, "保护生态的环境", "保护生态环境")
        },
        {},
        about,
    )
    assert _texts(shelf_of(bank).search("保护环境"))[-1] == long


def test_a_word_of_two_scripts_is_asked_for_as_it_is_written() -> None:
    bank = Bank({Phrase("搭配", "推进AI赋能产业"): frozenset({Source("甲", 1)})})
    assert _texts([*pick(shelf_of(bank), ("搭配",), "ai")]) == ["推进AI赋能产业"]


def test_the_very_words_come_before_what_is_better_known() -> None:
    about = {"甲": Document("甲", "", (Context(1, "服务群众", ("服务", "群众")),))}
    known = frozenset({Source("甲", n) for n in range(1, 4)})
    places = {Phrase("成语", f"{a}心{b}意"): known for a in "一真诚全" for b in "一真诚全热好美善足快直"}
    bank = Bank({**places, Phrase("搭配", "服务群众"): frozenset({Source("甲", 9)})}, {}, about)
    assert _texts(shelf_of(bank).search("服务群众"))[0] == "服务群众"


def test_a_verb_and_its_object_are_found_apart_too() -> None:
    about = {"甲": Document("甲", "", (Context(1, "", ("保护", "环境", "保护环境")),))}
    bank = Bank({Phrase("搭配", "保护生态环境"): frozenset({Source("甲", 1)})}, {}, about)
    assert _texts(shelf_of(bank).search("保护环境")) == ["保护生态环境"]


def test_a_word_gives_its_last_character_to_one_that_needs_it() -> None:
    known = {"凝聚", "凝聚力", "力量", "保护", "生态"}
    assert [*words_of("凝聚力量", known.__contains__)] == ["凝聚", "力量"]
    assert [*words_of("凝聚力保护", known.__contains__)] == ["凝聚力", "保护"]
    assert [*words_of("保护生态", known.__contains__)] == ["保护", "生态"]


def test_the_end_of_a_word_and_the_beginning_of_another_are_no_word() -> None:
    about = {"甲": Document("甲", "", (Context(1, "", ("办公", "平台", "公平")),))}
    names = ("建设办公平台", "促进公平")
    bank = Bank({Phrase("搭配", name): frozenset({Source("甲", 9)}) for name in names}, {}, about)
    assert _texts([*pick(shelf_of(bank), ("搭配",), "公平")]) == ["促进公平"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("和平", ["和平"]),
        ("水和土", ["水", "土"]),
        ("服务和保障", ["服务", "保障"]),
        ("的", []),
        ("是对", []),
        ("水", ["水"]),
    ],
)
def test_what_the_bank_does_not_know_is_cut_at_small_words(query: str, words: list[str]) -> None:
    assert [*words_of(query, lambda _: False)] == words


def test_what_speaks_only_of_the_common_word_of_a_topic_is_shown_and_not_written() -> None:
    names = ("修好水渠", "看好水渠", "量好水渠", "管好闸门")
    shelf = shelf_of(Bank({Phrase("搭配", name): frozenset({Source("甲", 1)}) for name in names}))
    assert "修好水渠" in _texts(shelf.search("水渠闸门"))
    assert _texts([*pick(shelf, (), "水渠闸门")]) == ["管好闸门"]
    assert _texts(shelf.search("水"))
    assert not [*pick(shelf, (), "水")]


def test_importing_the_bank_loads_neither_sqlite_nor_yaml_nor_a_dictionary() -> None:
    code = "import sys, drafter.bank; print(sorted({'sqlite3', 'yaml', 'jieba'} & sys.modules.keys()))"
    root = str(Path(__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={**os.environ, "PYTHONPATH": root}
    )
    assert done.stdout.strip() == "[]", done.stderr
