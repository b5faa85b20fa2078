"""What is written as Markdown reads back equal, whatever signs stand in it."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from drafter.formats import markdown
from drafter.formats.page import lay_out, take_up
from drafter.outline import Outline, Paragraph, Section
from tests.trees import outlines

ANY = Path("稿.md")
SIGNS = "甲乙1*_`#<>&[]()!|~\\-+=.。：？！一是、 （）"
signs = st.text(SIGNS, min_size=1, max_size=12).map(str.strip).filter(bool)
paragraphs = st.lists(st.builds(Paragraph, signs, st.sampled_from(["正文", "引语"])), max_size=2).map(tuple)
sections = st.lists(
    st.builds(Section, signs.filter(lambda t: not t.endswith("。")), paragraphs, run_in=st.booleans()),
    max_size=3,
).map(tuple)
strange = st.builds(Outline, signs, body=paragraphs, sections=sections, ending=paragraphs)


@given(outlines)
def test_an_outline_of_any_shape_comes_back(outline: Outline) -> None:
    assert markdown.read(markdown.write(outline), ANY) == take_up(lay_out(outline))


@given(strange)
def test_no_sign_is_taken_for_markdown(outline: Outline) -> None:
    assert markdown.read(markdown.write(outline), ANY) == take_up(lay_out(outline))
