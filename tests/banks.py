"""Banks to test with: any bank at all, and a small one of our own writing."""

from __future__ import annotations

from hypothesis import strategies as st

from drafter.bank import (
    BANNED,
    KINDS,
    UNCHECKED,
    USABLE,
    Bank,
    Context,
    Document,
    Phrase,
    fingerprint,
)
from drafter.outline import Source

SIGNS = "甲乙丙丁把将的，、：“”…—《》 :,#[]{}\"'\\&*!|>%@`-?~12ab·𠮷\ufeff\u2028"
texts = st.text(SIGNS, min_size=1, max_size=8).map(str.strip).filter(lambda t: t and t.isprintable())
ESSAY = (
    "清早起来先看天色，云低就晚一点出门，云高就早一点下田。老把式常说，人勤地不懒，地里的活计一天也拖不得。"
    "修渠的时候大家轮着上，谁家有事邻居就搭把手，到了秋后分粮食，也没有人计较多一斗少一斗。"
    "村东头的老井用了三代人，井绳换了又换，井台磨得发亮，孩子们在井边听来的故事，比书本上的还要多。"
)
OTHER = (
    "码头上的灯整夜亮着，装卸工分成三班，前一班把货单交给后一班，少一个箱子都要当面说清楚。"
    "领班的本子上记着每条船的吃水和钟点，潮水不等人，晚一刻就要再等半天，所以谁也不敢马虎。"
)
BODIES = (
    *("", "春播秋收一年到头都在地里忙着", ESSAY, OTHER, ESSAY[12:], f"{ESSAY}又写了几句新话在后头。"),
    *(f"{ESSAY[:70]}{OTHER[:60]}", f"{OTHER}{ESSAY[:20]}"),
)
"""Texts of which some are nearly alike."""


def _document(
    name: str, body: str, start: int, heading: str, words: list[str], mark: str, file: str, size: int
) -> Document:
    context = Context(start, heading, tuple(words))
    return Document(name, body and fingerprint(body), (context,), (mark,), file, size)


documents = st.builds(
    _document,
    st.sampled_from(("甲文", "乙文", "丙文：上", "null", "12 号")),
    st.sampled_from(BODIES),
    st.integers(1, 9),
    texts,
    st.lists(texts, max_size=3),
    st.sampled_from(("a1", "b2")),
    st.sampled_from(("", "初稿", "定稿")),
    st.integers(0, 9),
)
phrases = st.builds(
    Phrase,
    st.sampled_from(KINDS[:3]),
    texts,
    st.lists(texts, max_size=3).map(tuple),
    *[st.just("") | texts] * 3,
)


@st.composite
def banks(draw: st.DrawFn) -> Bank:
    """A bank as mining makes them: no two phrases of one name, sources in its own documents."""
    shelf = {document.name: document for document in draw(st.lists(documents, max_size=4))}
    places = st.builds(Source, st.sampled_from((*shelf, "自己")), st.integers(0, 9))
    some = {(p.kind, p.text): p for p in draw(st.lists(phrases, max_size=5))}
    sources = {p: frozenset(draw(st.lists(places, min_size=1, max_size=4))) for p in some.values()}
    names = st.sampled_from([*some, ("成语", "一丝不苟")])
    states = draw(st.dictionaries(names, st.sampled_from((USABLE, UNCHECKED, BANNED)), max_size=3))
    return Bank(sources, states, shelf)


def small_bank() -> Bank:
    """A few phrases of two documents, about watering and about reading."""
    water, books = "浇水的学问", "读书的学问"
    shelf = {
        water: Document(
            water,
            fingerprint("给花浇水"),
            (Context(1, "", ("花木", "园丁")), Context(3, "浇水要勤", ("浇水", "花木", "时节"))),
        ),
        books: Document(books, fingerprint("开卷有益"), (Context(2, "读书要静", ("读书", "书桌", "时节")),)),
    }
    where = {
        Phrase("排比", "看天浇水、看土浇水、看花浇水", ("看天浇水", "看土浇水", "看花浇水")): (water, 4),
        Phrase("搭配", "把握时节"): (water, 4),
        Phrase("搭配", "摸清花木脾性"): (water, 5),
        Phrase("四字", "细水长流"): (water, 3),
        Phrase("句框", "哪里…就…到哪里", function="举措"): (water, 6),
        Phrase("搭配", "静心读书"): (books, 2),
        Phrase("搭配", "收拾书桌"): (books, 3),
        Phrase("引语", "书要一页一页翻", by="老园丁"): (books, 3),
        Phrase("四字", "手不释卷"): (books, 4),
    }
    sources = {phrase: frozenset({Source(*place)}) for phrase, place in where.items()}
    return Bank(sources, {("引语", "书要一页一页翻"): UNCHECKED}, shelf)
