"""An outline that a writer has edited: every point keeps its own words, and what is derived follows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from drafter import formats, yamlfile
from drafter.filling import fill, gaps, shown
from drafter.formats import yaml as yaml_format
from drafter.outline import Form, Outline, Paragraph, Section

HOUSE = Path(__file__).parent.parent
NAMES = ("four-points", "number-ladder", "triads", "always-as", "colon-series", "enumerated-is")


def template(name: str) -> Outline:
    return formats.read(HOUSE / "templates" / f"{name}.yaml")


def example(name: str) -> dict[str, Any]:
    about = template(name).about
    assert about
    return dict(about.example)


LIBRARY = yamlfile.parse((HOUSE / "examples" / "library.yaml").read_bytes()).plain()
ANSWERS = [(name, example(name)) for name in NAMES] + [("four-points", LIBRARY)]


def page(outline: Outline) -> Outline:
    return replace(shown(outline), given={}, credits=(), about=None)


def written_and_read(outline: Outline) -> Outline:
    return yaml_format.read(yaml_format.write(outline), Path("稿.yaml"))


def cut(
    sections: tuple[Section, ...], item: dict[str, Any], least: int, draw: st.DrawFn
) -> tuple[tuple[Section, ...], dict[str, Any]]:
    """Some of the made sections in some order, and the answers as if only those had been given."""
    made = [section for section in sections if "[" in section.each]
    if not made:
        return sections, item
    field = made[0].each.partition("[")[0].rpartition("=")[2].rpartition(".")[2].strip()
    order = draw(st.lists(st.sampled_from(range(len(made))), min_size=least, unique=True))
    kept, items = [], []
    for n in order:
        inner = item[field][n]
        below = (
            cut(made[n].sections, inner, 1, draw) if isinstance(inner, dict) else (made[n].sections, inner)
        )
        kept.append(replace(made[n], sections=below[0]))
        items.append(below[1])
    others = tuple(section for section in sections if "[" not in section.each)
    return (*kept, *others), {**item, field: items}


@st.composite
def edits(draw: st.DrawFn) -> tuple[Outline, Outline, list[Any]]:
    """A draft with some of its points in some order, the draft that those alone would have made,
    and answers in another order."""
    name, answers = draw(st.sampled_from(ANSWERS))
    draft = fill(template(name), answers)
    sections, kept = cut(draft.sections, answers, 0, draw)
    return (
        replace(draft, sections=sections),
        fill(template(name), kept),
        draw(st.permutations(answers["要点"])),
    )


@for_all(edits())
def test_whatever_points_are_kept_the_page_is_what_they_alone_would_have_made(
    edit: tuple[Outline, Outline, list[Any]],
) -> None:
    edited, wanted, shuffled = edit
    edited = written_and_read(replace(edited, about=None))
    assert page(edited) == page(wanted)
    assert page(fill(edited, {})) == page(wanted)
    assert page(fill(edited, {"要点": shuffled})) == page(wanted)


@for_all(edits(), st.data())
def test_a_point_added_by_hand_or_copied_takes_nothing_from_the_others(
    edit: tuple[Outline, Outline, list[Any]], data: st.DataObject
) -> None:
    edited, wanted, _ = edit
    count = len(edited.sections)
    new = data.draw(st.sampled_from([Section("手加的一点"), *edited.sections[:1]]))
    at = data.draw(st.integers(min(1, count), count))
    more = replace(
        edited, sections=(*edited.sections[:at], replace(new, heading="手加"), *edited.sections[at:])
    )
    left = [section for section in page(more).sections if section.heading != "手加"]
    assert [s.body for s in left] == [s.body for s in page(wanted).sections]
    assert [s.sections for s in left] == [s.sections for s in page(wanted).sections]
    assert fill(more, {}).sections[at].heading == "手加"


POINTS = Outline(
    "题",
    body=(Paragraph("这【点数】点：【各】。"),),
    sections=(
        Section("抓好【点.名】", (Paragraph("甲。\n（可省）【点.补】。"),), each="点 in 要点"),
        Section("结尾", marker="无"),
    ),
    forms={"各": (Form("【点.名】", "点 in 要点", "、"),)},
)
GIVEN = {"要点": [{"名": "甲"}, {"名": "乙", "补": "乙的话"}, {"名": "丙"}]}


def preview(*sections: Section, **given: Any) -> str:
    return shown(replace(fill(POINTS, GIVEN), sections=sections, given={**GIVEN, **given})).body[0].text


def points() -> tuple[Section, ...]:
    return fill(POINTS, GIVEN).sections


def test_no_point_left_is_none_counted() -> None:
    assert preview() == "这零点：〔待补：各〕。"
    assert preview(points()[-1]) == "这零点：〔待补：各〕。"


def test_a_point_added_by_hand_is_counted_and_what_nobody_knows_of_it_is_marked() -> None:
    first, *rest = points()
    assert preview(first, Section("抓好丁"), *rest) == "这四点：甲、〔待补：第二点·名〕、乙、丙。"


def test_a_copied_point_is_a_point_added_by_hand() -> None:
    first, second, *rest = points()
    assert preview(first, second, replace(second, heading="抓好丁"), *rest) == (
        "这四点：甲、乙、〔待补：第三点·名〕、丙。"
    )


def test_a_point_whose_answers_are_gone_takes_nobody_elses() -> None:
    left = [point for point in GIVEN["要点"] if point["名"] != "甲"]
    assert preview(*points(), 要点=left) == "这三点：〔待补：第一点·名〕、乙、丙。"


def test_a_point_may_be_renamed_in_the_answers() -> None:
    renamed = [{"名": "庚"}, *GIVEN["要点"][1:]]
    assert preview(*points(), 要点=renamed) == "这三点：庚、乙、丙。"


def test_a_section_of_the_template_that_is_no_point_is_none() -> None:
    more = replace(POINTS, sections=(Section("情况"), *POINTS.sections))
    draft = fill(more, GIVEN)
    assert shown(draft).body[0].text == "这三点：甲、乙、丙。"
    assert page(fill(draft, {})) == page(draft)


def test_what_is_made_twice_from_one_list_is_counted_once() -> None:
    twice = replace(POINTS, sections=(*POINTS.sections, Section("再抓【点.名】", each="点 in 要点")))
    draft = fill(twice, GIVEN)
    assert shown(draft).body[0].text == "这三点：甲、乙、丙。"
    fewer = replace(draft, sections=(*draft.sections[1:4], *draft.sections[5:]))
    assert shown(fewer).body[0].text == "这两点：乙、丙。"
    assert [s.heading for s in shown(fewer).sections] == ["抓好乙", "抓好丙", "结尾", "再抓乙", "再抓丙"]


def test_points_may_stand_below_a_heading_of_their_own() -> None:
    below = replace(POINTS, sections=(Section("做法", sections=POINTS.sections),))
    draft = fill(below, GIVEN)
    (above,) = draft.sections
    fewer = replace(draft, sections=(replace(above, sections=above.sections[1:]),))
    assert shown(fewer).body[0].text == "这两点：乙、丙。"


@pytest.mark.parametrize("n", range(3))
def test_the_items_of_a_point_may_all_go(n: int) -> None:
    draft = fill(template("triads"), example("triads"))
    if n < len(draft.sections):
        bare = replace(draft.sections[n], sections=())
        edited = replace(draft, sections=(*draft.sections[:n], bare, *draft.sections[n + 1 :]))
        assert "〔待补" in shown(edited).sections[n].heading
        assert len(gaps(edited)) == len(gaps(draft)) + 1
