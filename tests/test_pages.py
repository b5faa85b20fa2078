"""The finished page, as LibreOffice sets it, against GB/T 9704-2012."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from drafter.formats.look import LOOKS
from drafter.formats.page import lay_out
from drafter.formats.word import look_file, look_from, write
from drafter.outline import Outline, Paragraph, Section
from tests.page_measure import EM, LEFT, LINE, RIGHT, TOP, Page, Row, needs_office, rendered

pytestmark = needs_office

SENTENCES = (
    "清晨的阅览室里坐着三位老人，他们每天比管理员来得还早；",
    "靠窗的那张桌子总是空着，等一个放学以后才来的孩子。",
    "书架是旧的，灯是新换的，地图上标着每个村到这里要走多久、坐哪趟车。",
    "有人问：“这里能不能借到讲种菜的书？”管理员记下来，下个月书就到了。",
)
LONG = "".join(SENTENCES[n % 4] for n in range(9))
WITHOUT_MARKS = "春夏秋冬东西南北山川草木日月星辰" * 12
NAME, DATE = "某某县图书馆读者服务部", "2026年8月1日"
SECTION = Section(
    "把路修到书架前", (Paragraph(LONG), Paragraph(LONG)), (Section("先问远近", (Paragraph(LONG),)),)
)
SPEECH = Outline(
    "在读者座谈会上的讲话",
    (Paragraph("——记一间村里的阅览室", "副题"), Paragraph("同志们：", "称呼")),
    (Paragraph(LONG), Paragraph(WITHOUT_MARKS)),
    (SECTION, replace(SECTION, heading="把灯留到九点后", run_in=True), SECTION, SECTION),
    (Paragraph("谢谢大家。"), Paragraph(NAME, "落款"), Paragraph(DATE, "日期")),
)
GAPS = replace(SPEECH, body=(Paragraph("去年来了〔待补：人次｜来源：登记簿〕。"), *SPEECH.body))
SHORT_NAME = replace(SPEECH, ending=(Paragraph("读书会", "落款"), Paragraph(DATE, "日期")))
ATTACHED = replace(SPEECH, ending=(
    Paragraph("附件：1.去年全县各乡镇阅览室开放时间和借阅情况的汇总表以及若干说明", "附件"),
    Paragraph("2.意见簿摘抄", "附件"),
    *SPEECH.ending[1:],
))  # fmt: skip
PUSHED = replace(SPEECH, front=(), body=(Paragraph("一行。"),) * 18, sections=())
LONG_TITLE = replace(SPEECH, title="在全县乡镇阅览室规范化建设现场推进会议上的讲话", front=())
OFFICIAL = LOOKS["公文"]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    files = {
        "speech": write(SPEECH, look=OFFICIAL),
        "gaps": write(GAPS, look=OFFICIAL),
        "no-list": write(GAPS, look=OFFICIAL, todo=False),
        "short-name": write(SHORT_NAME, look=OFFICIAL),
        "attached": write(ATTACHED, look=OFFICIAL),
        "pushed": write(PUSHED, look=OFFICIAL),
        "long-title": write(LONG_TITLE, look=OFFICIAL),
        "own-look": write(SPEECH, look=look_from(look_file(OFFICIAL), Path("我的版式.docx"))),
        "lectern": write(SPEECH, look=LOOKS["大字版"]),
        "essay": write(SPEECH, look=LOOKS["文章"]),
    }
    return rendered(files, tmp_path_factory.mktemp("pages"))


def row_of(words: str, pages: Iterable[Page]) -> Row:
    """The line that begins with these words."""
    return next(row for page in pages for row in page.rows if row.text.startswith(words))


def all_of(outline: Outline) -> str:
    """Every word of the outline, as the page shows it."""
    return "".join(f"{line.heading if line.depth else line.text}{line.rest}" for line in lay_out(outline))


def test_the_paper_is_a4(pages: dict[str, list[Page]]) -> None:
    sizes = {(round(page.width), round(page.height)) for name in pages for page in pages[name]}
    assert sizes == {(210, 297)}


@pytest.mark.parametrize("name", ["speech", "own-look"])
def test_a_full_page_has_22_lines(pages: dict[str, list[Page]], name: str) -> None:
    _, *full, _ = pages[name]
    assert [len(page.rows) for page in full] == [22] * len(full)
    assert len(full) > 2


def test_a_full_line_has_28_characters(pages: dict[str, list[Page]]) -> None:
    rows = [row for page in pages["speech"] for row in page.rows if set(row.text) <= set(WITHOUT_MARKS)]
    assert sorted({len(row.text) for row in rows if row.left < LEFT + 1}, reverse=True)[0] == 28
    assert max(len(row.text) for page in pages["speech"] for row in page.rows) == 28


def test_full_lines_end_at_the_edge_of_the_type_area(pages: dict[str, list[Page]]) -> None:
    full = [row for page in pages["speech"] for row in page.rows if len(row.text) == 28]
    assert all(abs(row.right - RIGHT) < 1.2 for row in full)


def test_no_word_of_the_outline_is_lost_on_the_page(pages: dict[str, list[Page]]) -> None:
    shown = "".join(page.text for page in pages["speech"])
    assert shown == all_of(SPEECH)


@pytest.mark.parametrize("name", ["speech", "gaps", "own-look"])
def test_page_numbers_stand_7_mm_below_on_the_outer_side(pages: dict[str, list[Page]], name: str) -> None:
    for n, page in enumerate(pages[name], 1):
        foot = page.foot
        assert foot
        assert foot.text == f"—{n}—"
        assert abs(foot.middle - (TOP + 225) - 7) < 0.8
        edge = RIGHT - foot.right if n % 2 else foot.left - LEFT
        assert abs(edge - 14 * 25.4 / 72) < 0.7


def test_two_lines_stay_free_above_the_title(pages: dict[str, list[Page]]) -> None:
    title = pages["speech"][0].rows[0]
    assert title.text == SPEECH.title
    assert abs(title.middle - (TOP + 2.5 * LINE)) < 1.5
    assert abs((title.left + title.right) / 2 - (LEFT + RIGHT) / 2) < 1


def test_a_long_title_is_split_by_sense(pages: dict[str, list[Page]]) -> None:
    lines = [row.text for row in pages["long-title"][0].rows[:2]]
    assert lines == ["在全县乡镇阅览室规范化建设", "现场推进会议上的讲话"]


def test_the_subtitle_follows_the_title_and_the_salutation_a_blank_line(pages: dict[str, list[Page]]) -> None:
    title, subtitle, salutation, text = pages["speech"][0].rows[:4]
    gaps = [
        subtitle.middle - title.middle,
        salutation.middle - subtitle.middle,
        text.middle - salutation.middle,
    ]
    assert [round(gap / LINE) for gap in gaps] == [1, 2, 1]
    assert abs(salutation.left - LEFT) < 0.7


def test_paragraphs_and_headings_begin_two_characters_in(pages: dict[str, list[Page]]) -> None:
    begins = [
        row_of(words, pages["speech"]) for words in (SENTENCES[0][:8], "一、", "（一）先", "二、", "谢谢")
    ]
    assert all(abs(row.left - LEFT - 2 * EM) < 1 for row in begins)


def test_a_run_in_heading_goes_on_in_its_line(pages: dict[str, list[Page]]) -> None:
    assert row_of("二、", pages["speech"]).text.startswith("二、把灯留到九点后。清晨")


def test_the_date_begins_two_characters_right_of_a_long_name(pages: dict[str, list[Page]]) -> None:
    name, date = row_of(NAME, pages["speech"]), row_of(DATE, pages["speech"])
    assert abs(RIGHT - name.right - 2 * EM) < 0.8
    assert abs(date.left - name.left - 2 * EM) < 0.8
    assert round((name.middle - row_of("谢谢", pages["speech"]).middle) / LINE) == 2


def test_a_date_that_is_longer_ends_two_characters_from_the_edge(pages: dict[str, list[Page]]) -> None:
    name, date = row_of("读书会", pages["short-name"]), row_of(DATE, pages["short-name"])
    assert abs(RIGHT - date.right - 2 * EM) < 0.8
    assert abs(date.left - name.left - 2 * EM) < 0.8


def test_a_signature_is_never_alone_on_its_page(pages: dict[str, list[Page]]) -> None:
    for name in ("speech", "attached", "pushed"):
        signed = next(page for page in pages[name] if NAME in page.text)
        assert not signed.rows[0].text.startswith(NAME)
        assert DATE in signed.text


def test_names_of_attachments_stand_in_line(pages: dict[str, list[Page]]) -> None:
    first, second = row_of("附件：", pages["attached"]), row_of("2.意见簿", pages["attached"])
    wrapped = row_of("表以及若干说明", pages["attached"])
    assert abs(first.left - LEFT - 2 * EM) < 0.8
    assert abs(second.left - LEFT - 5 * EM) < 0.8
    assert abs(wrapped.left - LEFT - 5.75 * EM) < 0.5


def test_the_list_of_gaps_moves_no_line_of_the_text(pages: dict[str, list[Page]]) -> None:
    *text, todo = pages["gaps"]
    assert [page.rows for page in text] == [page.rows for page in pages["no-list"]]
    assert todo.text.startswith("待补清单")
    assert "人次" in todo.text


def test_a_look_that_went_through_word_sets_the_same_pages(pages: dict[str, list[Page]]) -> None:
    assert [page.text for page in pages["own-look"]] == [page.text for page in pages["speech"]]


def test_the_lectern_copy_is_larger(pages: dict[str, list[Page]]) -> None:
    longest = max(len(row.text) for page in pages["lectern"] for row in page.rows)
    assert 22 <= longest <= 25
    assert max(len(page.rows) for page in pages["lectern"]) < 20


def test_a_plain_essay_has_its_number_in_the_middle(pages: dict[str, list[Page]]) -> None:
    foot = pages["essay"][0].foot
    assert foot
    assert abs((foot.left + foot.right) / 2 - 105) < 1
