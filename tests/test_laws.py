"""What must hold for every outline, template and answer."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import example, settings
from hypothesis import given as for_all
from hypothesis import strategies as st

from drafter import holes
from drafter.filling import asks, fill, shown
from drafter.formats import yaml as yaml_format
from drafter.mining import mine
from drafter.outline import Outline, Paragraph, Section
from tests.trees import answers, outlines, templates

HERE = Path("稿.yaml")
settings.register_profile("laws", deadline=None)
settings.load_profile("laws")


@for_all(outlines)
def test_yaml_keeps_everything(outline: Outline) -> None:
    assert yaml_format.read(yaml_format.write(outline), HERE) == outline


@for_all(templates, answers)
def test_yaml_keeps_a_template_and_a_draft(template: Outline, given: dict[str, Any]) -> None:
    for outline in (template, fill(template, given)):
        assert yaml_format.read(yaml_format.write(outline), HERE) == outline


@for_all(outlines, answers)
def test_fill_never_touches_what_has_no_hole(outline: Outline, given: dict[str, Any]) -> None:
    assert fill(outline, given) == replace(outline, given=given)


@settings(max_examples=300)
@for_all(templates, answers, answers)
def test_fill_in_two_goes_is_fill_at_once(template: Outline, a: dict[str, Any], b: dict[str, Any]) -> None:
    b = {name: value for name, value in b.items() if name not in a}
    assert fill(fill(template, a), b) == fill(template, {**a, **b})


@for_all(templates, answers)
def test_a_page_has_no_hole_left(template: Outline, given: dict[str, Any]) -> None:
    page = shown(fill(template, given))
    assert not any(holes.is_open(text) for text, _ in page.texts() if "排比" not in text)


@for_all(templates, answers)
def test_what_is_shown_twice_is_shown_once(template: Outline, given: dict[str, Any]) -> None:
    page = shown(fill(template, given))
    assert shown(page) == page


@for_all(templates, answers)
def test_an_answer_only_fills_what_is_asked(template: Outline, given: dict[str, Any]) -> None:
    asked = set(asks(template))
    unasked = {name: value for name, value in given.items() if name not in asked}
    assert replace(fill(template, unasked), given={}) == replace(fill(template, {}), given={})


odd = st.text("不稳准狠去粮从也的士既又1 ，、。；：“”《》", max_size=24)


@settings(max_examples=300)
@example("", "就必须大兴管粮之风，坚持管粮、管粮、再管粮，坚持守仓、守仓、再守仓")
@example("稳、准、狠", "争取粮库安全、粮农安心，实现粮库充实、粮农富裕，粮")
@for_all(odd, odd)
def test_whatever_is_written_can_be_mined(heading: str, text: str) -> None:
    paragraphs = (Paragraph(text),)
    mine(Outline("守粮仓", body=paragraphs, sections=(Section(heading, paragraphs),)), "稿", own=True)
