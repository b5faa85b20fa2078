"""What stands in a Word file that was written, as python-docx, a stranger to our code, reads it."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph

from drafter.formats.look import FACES, LOOKS, STANDARD
from drafter.formats.word import look_file, write
from drafter.outline import Credit, Outline, Paragraph, Section, Source
from drafter.problem import DraftError
from tests.docx_valid import SCHEMA, errors
from tests.word_samples import CREDITED, EVERYTHING, GAPPED, LONG, PLAIN

OFFICIAL = LOOKS["公文"]
OUTLINES = {"plain": PLAIN, "credited": CREDITED, "gapped": GAPPED, "everything": EVERYTHING, "long": LONG}


def opened(outline: Outline, *, clean: bool = False, todo: bool = True) -> Document:
    return docx.Document(BytesIO(write(outline, look=OFFICIAL, clean=clean, todo=todo)))


def todo_list(document: Document) -> list[WordParagraph]:
    """The paragraphs of the list of gaps, which is no text of the document."""
    assert not any("待补清单" in paragraph.text for paragraph in document.paragraphs)
    frames = document.element.body.iterfind(f"{qn('w:sdt')}/{qn('w:sdtContent')}/{qn('w:p')}")
    return [WordParagraph(element, document._body) for element in frames]


def part(data: bytes, name: str) -> str:
    return zipfile.ZipFile(BytesIO(data)).read(name).decode()


@pytest.mark.skipif(not SCHEMA.exists(), reason="no schema beside this checkout")
@pytest.mark.parametrize("look", LOOKS.values(), ids=lambda look: str(look.name))
@pytest.mark.parametrize("name", OUTLINES)
def test_every_part_keeps_to_the_schema(name: str, look: object) -> None:
    assert isinstance(look, type(OFFICIAL))
    assert list(errors(write(OUTLINES[name], look=look))) == []


@pytest.mark.skipif(not SCHEMA.exists(), reason="no schema beside this checkout")
@pytest.mark.parametrize("look", LOOKS.values(), ids=lambda look: str(look.name))
def test_a_look_as_a_file_keeps_to_the_schema(look: object) -> None:
    assert isinstance(look, type(OFFICIAL))
    assert list(errors(look_file(look))) == []


@pytest.mark.parametrize("name", OUTLINES)
def test_the_same_outline_gives_the_same_bytes(name: str) -> None:
    assert write(OUTLINES[name], look=OFFICIAL) == write(OUTLINES[name], look=OFFICIAL)


def test_the_file_says_no_date_and_no_author() -> None:
    package = zipfile.ZipFile(BytesIO(write(CREDITED, look=OFFICIAL)))
    assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = opened(CREDITED).core_properties
    assert properties.title == CREDITED.title
    assert (properties.author, properties.last_modified_by) == ("", "")


def test_headings_are_words_own_with_their_outline_levels() -> None:
    document = opened(EVERYTHING)
    styles = [paragraph.style for paragraph in document.paragraphs]
    names = [style.name for style in styles if style]
    assert names[0] == "Title"
    assert {"Heading 1", "Heading 3"} <= set(names)
    levels = [
        (style.name, style.element.find(".//" + qn("w:outlineLvl")).get(qn("w:val")))
        for style in document.styles
        if re.fullmatch(r"Heading [1-4]", style.name or "")
    ]
    assert levels == [(f"Heading {n}", str(n - 1)) for n in range(1, 5)]


def test_numbers_are_words_and_not_word_s_own_numbering() -> None:
    headings = [p.text for p in opened(PLAIN).paragraphs if p.style and p.style.name == "Heading 1"]
    assert headings == ["一、先问远近", "二、再问早晚"]
    assert "numPr" not in part(write(EVERYTHING, look=OFFICIAL), "word/document.xml")


def test_a_run_in_heading_has_its_level_and_its_sentence_the_type_of_it() -> None:
    outline = replace(PLAIN, sections=tuple(replace(s, run_in=True) for s in PLAIN.sections))
    document = opened(outline)
    paragraph = next(p for p in document.paragraphs if p.text.startswith("一、"))
    assert paragraph.text == "一、先问远近。从村口走到这里要二十分钟。"
    head, rest = paragraph.runs
    assert (head.text, rest.text) == ("一、先问远近。", "从村口走到这里要二十分钟。")
    assert paragraph.style
    assert paragraph.style.element.find(".//" + qn("w:outlineLvl")).get(qn("w:val")) == "0"
    assert head.style.element.find(".//" + qn("w:rFonts")).get(qn("w:eastAsia")) == "黑体"


def test_every_run_asks_for_chinese_marks() -> None:
    xml = part(write(EVERYTHING, look=OFFICIAL), "word/document.xml")
    runs = re.findall(r"<w:r>(.*?)</w:r>", xml)
    assert all('w:hint="eastAsia"' in run for run in runs if "<w:t " in run)


def test_no_font_comes_from_a_theme_and_each_has_a_second_name() -> None:
    data = write(PLAIN, look=OFFICIAL)
    assert "Theme=" not in part(data, "word/styles.xml")
    assert '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>' in part(data, "word/fontTable.xml")


def test_an_unknown_role_looks_like_text_under_its_own_name() -> None:
    paragraph = next(p for p in opened(EVERYTHING).paragraphs if p.text == "旁白")
    assert paragraph.style
    assert paragraph.style.name == "旁白"
    assert paragraph.style.base_style
    assert paragraph.style.base_style.name == "Body Text"


def test_markup_in_the_words_stays_words() -> None:
    outline = Outline("甲<乙 & “丙”", body=(Paragraph("1 < 2 > 0 & 'x' \"y\" ]]> \x0b\x00完"),))
    texts = [paragraph.text for paragraph in opened(outline).paragraphs]
    assert texts == ["甲<乙 & “丙”", "1 < 2 > 0 & 'x' \"y\" ]]> 完"]


def test_gaps_are_yellow_and_listed_on_a_last_page() -> None:
    paragraphs = opened(GAPPED).paragraphs
    yellow = [run.text for p in paragraphs for run in p.runs if run.font.highlight_color]
    assert yellow == ["〔待定：九点｜十点〕", "〔待补：人次｜来源：登记簿〕", "〔待核：三成〕"]
    todo = todo_list(opened(GAPPED))
    assert [p.text for p in todo] == [
        "待补清单（共3处，补完即删）",
        "1. 待定：九点｜十点（题目）",
        "2. 待补：人次｜来源：登记簿（总起）",
        "3. 待核：三成（总起）",
    ]
    assert todo[0].paragraph_format.page_break_before


def test_a_gap_is_listed_under_what_it_stands_in() -> None:
    gap = "甲〔待补：乙〕丙"
    outline = Outline(
        "题",
        (Paragraph(gap, "副题"), Paragraph(gap, "署名")),
        (Paragraph(gap),),
        (Section("抓" + gap, (Paragraph(gap),)), Section("段首", (Paragraph(gap),), run_in=True)),
        (Paragraph(gap), Paragraph(gap, "落款")),
    )
    places = [re.findall("（(.*)）", p.text)[-1] for p in todo_list(opened(outline))[1:]]
    assert places == ["副题", "署名", "总起", *["一、抓甲……丙"] * 2, "二、段首。", "结语", "落款"]


def test_the_list_of_gaps_can_be_left_out() -> None:
    assert todo_list(opened(GAPPED, todo=False)) == []
    assert todo_list(opened(PLAIN)) == []


def test_credits_are_comments_at_their_words() -> None:
    document = opened(CREDITED)
    said = [(comment.author, comment.text) for comment in document.comments]
    assert said == [
        (
            "draft",
            "来源：下乡笔记 第4段；读书随想｜备选 2：走到…，问到…｜备选 3：一…一…｜句框：哪里…就…到哪里",
        ),
        ("draft", "来源：下乡笔记 第7段｜备选 2：有问有答｜备选 3：有借有还｜四字：有来有回"),
        ("draft", "来源：旧县志｜引语：灯下有书声"),
    ]
    xml = part(write(CREDITED, look=OFFICIAL), "word/document.xml")
    ranges = re.findall(r'commentRangeStart w:id="\d"/>(.*?)<w:commentRangeEnd', xml)
    assert [re.sub("<[^>]*>", "", words) for words in ranges] == [
        "哪里有人等，车就开到哪里",
        "有来有回",
        "灯下有书声",
    ]


def test_credits_that_overlap_share_one_comment() -> None:
    outline = Outline(
        "题",
        body=(Paragraph("把灯留到九点以后。"),),
        credits=(
            Credit("灯留到", "搭配", (Source("甲", 1),)),
            Credit("把灯留到九点", "搭配", (Source("乙", 2),)),
        ),
    )
    (comment,) = opened(outline).comments
    assert [p.text for p in comment.paragraphs] == [
        "来源：乙 第2段｜搭配：把灯留到九点",
        "来源：甲 第1段｜搭配：灯留到",
    ]


def test_a_credit_whose_words_are_gone_has_no_comment() -> None:
    assert list(opened(replace(PLAIN, credits=CREDITED.credits)).comments) == []


def test_a_clean_copy_has_no_comment_no_highlight_and_no_name() -> None:
    data = write(CREDITED, look=OFFICIAL, clean=True)
    package = zipfile.ZipFile(BytesIO(data))
    assert "word/comments.xml" not in package.namelist()
    whole = "".join(package.read(name).decode() for name in package.namelist())
    assert not re.search("highlight|commentRange|draft|备选|下乡笔记", whole)
    assert "removePersonalInformation" in whole


def test_a_clean_copy_is_refused_while_a_gap_is_open() -> None:
    with pytest.raises(DraftError) as refusal:
        write(GAPPED, look=OFFICIAL, clean=True)
    assert [problem.message for problem in refusal.value.problems] == [
        "还有没清的标记：〔待定：九点｜十点〕",
        "还有没清的标记：〔待补：人次｜来源：登记簿〕",
        "还有没清的标记：〔待核：三成〕",
    ]
    assert refusal.value.problems[1].hint == "总起：补上或删去"


def test_odd_and_even_pages_have_their_own_number() -> None:
    document = opened(PLAIN)
    section = document.sections[0]
    assert document.settings.odd_and_even_pages_header_footer
    sides = [
        (footer.paragraphs[0].alignment, footer.paragraphs[0].text)
        for footer in (section.footer, section.even_page_footer)
    ]
    assert [str(side).split(" ")[0] for side, _ in sides] == ["RIGHT", "LEFT"]
    assert [text for _, text in sides] == ["— 1 —"] * 2


def test_paper_and_margins_are_those_of_the_standard() -> None:
    section = opened(PLAIN).sections[0]
    sizes = [section.page_width, section.page_height, section.top_margin, section.left_margin]
    assert [round(size.mm) for size in sizes if size] == [210, 297, 37, 28]


def test_each_figure_of_the_standard_says_how_strongly_it_binds() -> None:
    known = [(x.strength, x.clause) for x in STANDARD.values()]
    known += [(face.strength, face.clause) for face in FACES.values()]
    assert {strength for strength, _ in known} == {"规定", "一般", "推算", "惯例"}
    assert all(re.fullmatch(r"(\d+(\.\d+)+)?", clause) for _, clause in known)
    assert all(bool(clause) == (strength != "惯例") for strength, clause in known)


def test_writing_needs_no_library() -> None:
    program = (
        "import sys; from drafter.formats.look import LOOKS; from drafter.formats.word import write;"
        "from drafter.outline import Outline; write(Outline('题'), look=LOOKS['公文']);"
        "print(*{'docx', 'lxml', 'jieba', 'opencc', 'xml'} & set(sys.modules))"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == ""


def test_an_outline_with_nothing_in_it_is_a_page_with_nothing_on_it() -> None:
    assert [p.text for p in opened(Outline()).paragraphs] == []
    assert [p.text for p in opened(Outline(sections=(Section(""),))).paragraphs] == ["一、"]
