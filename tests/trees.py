"""Outlines, templates and answers of every shape, for the laws."""

from __future__ import annotations

from hypothesis import strategies as st

from drafter.outline import Form, Outline, Paragraph, Section

words = st.text("甲乙丙丁戊己，1", min_size=1, max_size=8).map(lambda s: f"庚{s}辛")
roles = st.sampled_from(["正文", "引语", "附注"])
paragraphs = st.lists(st.builds(Paragraph, words, roles), max_size=3).map(tuple)
front = st.lists(st.builds(Paragraph, words, st.sampled_from(["副题", "署名", "称呼"])), max_size=2).map(
    tuple
)
endings = st.lists(st.builds(Paragraph, words, st.sampled_from(["正文", "落款", "日期"])), max_size=2).map(
    tuple
)
markers = st.sampled_from(["", "无", "一是", "第一，", "①", "=七、"])


def _section(deeper: st.SearchStrategy[tuple[Section, ...]]) -> st.SearchStrategy[Section]:
    return st.builds(Section, words, paragraphs, deeper, run_in=st.booleans(), marker=markers)


sections = st.recursive(
    st.lists(_section(st.just(())), max_size=2).map(tuple),
    lambda deeper: st.lists(_section(deeper), max_size=3).map(tuple),
    max_leaves=6,
)
outlines = st.builds(Outline, words, front, paragraphs, sections, endings)

NAMES = "xyz"
ITEMS = "pq"
holes = st.sampled_from(
    ["{{ x }}", "【y】", "【z】", "{{ x }}与【y】", "【式】", "【点数】", "（可省）【z】", "【排比(x)】"]
)
inner_holes = st.sampled_from(
    ["【点.p】", "【点.q】", "【式中】", "【几】", "【序】", "【x】", "（可省）【点.q】"]
)
texts = st.lists(words | holes, min_size=1, max_size=3).map("\n".join)
inner_texts = st.lists(words | inner_holes, min_size=1, max_size=3).map("\n".join)
holed = st.lists(st.builds(Paragraph, texts), max_size=2).map(tuple)
repeated = st.builds(
    Section,
    heading=words | inner_holes,
    body=st.lists(st.builds(Paragraph, inner_texts), max_size=2).map(tuple),
    each=st.just("点 in 要点"),
    when=st.sampled_from(["", "", "点.q", "y"]),
)
single = st.builds(Section, heading=words | holes, body=holed, when=st.sampled_from(["", "x", "y == '甲'"]))
forms = st.fixed_dictionaries(
    {
        "式": st.sampled_from(
            [
                (Form("【点.p】", "点 in 要点", "、"),),
                (Form("【x】【y】"), Form("【z】")),
                (Form("“【x】”", source="【y】"), Form("【z】")),
            ]
        ),
        "式中": st.sampled_from(
            [(Form("【点.p】了【点.q】"), Form("【点.p】")), (Form("【x】【点.q】"), Form("【点.p】"))]
        ),
    }
)
templates = st.builds(
    Outline,
    words | holes,
    body=holed,
    sections=st.lists(repeated | single, max_size=2).map(tuple),
    ending=holed,
    forms=forms,
)
items = st.lists(st.dictionaries(st.sampled_from(ITEMS), words, max_size=2), min_size=1, max_size=3)
answers = st.fixed_dictionaries({}, optional={"x": words, "y": words, "z": words, "要点": items})
