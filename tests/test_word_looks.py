"""A look is data; it goes out as a Word file, and any Word file can be one."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Mm, Pt

from drafter.formats.look import LOOKS, Look
from drafter.formats.word import look_file, look_from, read, write
from tests.docx_valid import SCHEMA, errors
from tests.word_samples import EVERYTHING, PLAIN

HERE = Path("我的版式.docx")
needs_schema = pytest.mark.skipif(not SCHEMA.exists(), reason="no schema beside this checkout")


def saved(document: Document) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def own() -> Document:
    """公文 as a file, for the writer to edit."""
    return docx.Document(BytesIO(look_file(LOOKS["公文"])))


def stranger() -> Document:
    """A file that knows nothing of us, with some text in it."""
    document = docx.Document()
    document.add_paragraph("这些话不该出现在别的稿子里。")
    return document


def part(data: bytes, name: str) -> str:
    return zipfile.ZipFile(BytesIO(data)).read(name).decode()


def style_of(data: bytes, name: str) -> str:
    """The style of that name, as markup."""
    found = re.search(
        rf'<w:style (?:(?!</w:style>).)*<w:name w:val="{name}"/>.*?</w:style>', part(data, "word/styles.xml")
    )
    assert found
    return found[0]


@pytest.mark.parametrize("look", LOOKS.values(), ids=lambda look: str(look.name))
def test_a_look_comes_back_from_its_file(look: Look) -> None:
    taken = look_from(look_file(look), HERE)
    assert taken.problems == ()
    assert {name: style.size for name, style in taken.styles.items()} == {
        name: style.size for name, style in look.styles.items()
    }
    assert abs(taken.line - look.line) < 0.1
    assert taken.page.numbered == look.page.numbered
    assert [round(size) for size in (taken.page.top, taken.page.left, taken.page.footer)] == [
        round(size) for size in (look.page.top, look.page.left, look.page.footer)
    ]


def test_the_file_of_a_look_shows_each_of_its_styles() -> None:
    used = {paragraph.style.name for paragraph in own().paragraphs if paragraph.style}
    shown = {
        "Title",
        "Subtitle",
        "Heading 1",
        "Heading 2",
        "Heading 3",
        "Heading 4",
        "Body Text",
        "Quote",
        "Date",
    }
    assert shown | {"落款", "附件", "附注", "段首标题 1", "段首标题 2"} <= used


def test_a_style_edited_in_word_is_the_style_of_the_draft() -> None:
    document = own()
    document.styles["Body Text"].font.size = Pt(14)
    document.styles["Heading 1"].font.bold = True
    document.sections[0].left_margin = Mm(30)
    look = look_from(saved(document), HERE)
    data = write(PLAIN, look=look)
    assert 'w:sz w:val="28"' in style_of(data, "Body Text")
    assert "<w:b/>" in style_of(data, "heading 1")
    assert (look.styles["正文"].size, look.styles["题目"].size, round(look.page.left)) == (14, 22, 30)


def test_the_words_of_the_file_stay_behind() -> None:
    for document in (own(), stranger()):
        data = write(PLAIN, look=look_from(saved(document), HERE))
        texts = [paragraph.text for paragraph in docx.Document(BytesIO(data)).paragraphs]
        assert texts[0] == PLAIN.title
        assert not any("样子" in text or "不该" in text for text in texts)


def test_missing_styles_are_completed_and_named() -> None:
    look = look_from(saved(stranger()), HERE)
    problem = next(problem for problem in look.problems if "没有这些样式" in problem.message)
    assert problem.message == "版式文件里没有这些样式：署名、称呼、落款、日期"
    assert problem.at.path == HERE
    assert "公文" in problem.hint
    data = write(EVERYTHING, look=look)
    assert '<w:basedOn w:val="Normal"/>' in style_of(data, "Salutation")


def test_styles_that_others_call_by_their_own_name_are_found() -> None:
    document = stranger()
    for name in ("公文标题", "一级标题", "称呼", "落款", "日期", "署名"):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).font.size = Pt(15)
    taken = look_from(saved(document), HERE).taken
    assert taken
    assert (taken.ids["称呼"], taken.ids["落款"]) == ("称呼", "落款")


def test_the_most_used_style_is_the_text() -> None:
    document = stranger()
    document.styles.add_style("公文内容", WD_STYLE_TYPE.PARAGRAPH).font.size = Pt(15)
    document.add_paragraph("这一段最长，用的是自己的样式，所以正文就照它的样子来排。", "公文内容")
    look = look_from(saved(document), HERE)
    assert look.styles["正文"].size == 15
    data = write(PLAIN, look=look)
    body = next(p for p in docx.Document(BytesIO(data)).paragraphs if p.text == "灯亮着，人就会来。")
    assert body.style
    assert body.style.name == "公文内容"


def test_fonts_and_colours_of_a_theme_are_called_by_name() -> None:
    data = write(PLAIN, look=look_from(saved(stranger()), HERE))
    assert not re.search(
        r"(ascii|hAnsi|eastAsia|cs|theme)Theme|theme(Color|Tint|Shade)", part(data, "word/styles.xml")
    )
    assert 'w:ascii="Calibri"' in part(data, "word/styles.xml")


def test_styles_do_not_number_paragraphs() -> None:
    document = stranger()
    marks = document.styles["Heading 1"].element.get_or_add_pPr()
    marks.get_or_add_numPr().get_or_add_numId().val = 1
    look = look_from(saved(document), HERE)
    assert any("样式带自动编号：heading 1" in problem.message for problem in look.problems)
    assert "numPr" not in part(write(PLAIN, look=look), "word/styles.xml")


def test_type_that_is_set_by_hand_cannot_be_taken_and_is_said() -> None:
    def said(document: Document) -> bool:
        problems = look_from(saved(document), HERE).problems
        return any("没有设进样式" in problem.message for problem in problems)

    document = stranger()
    assert not said(document)
    document.add_paragraph().add_run("这一段的字号直接设在文字上，比别的都长得多。").font.size = Pt(16)
    assert said(document)


def test_page_numbers_stand_where_the_file_has_them() -> None:
    assert look_from(saved(stranger()), HERE).page.numbered == ""
    assert look_from(look_file(LOOKS["文章"]), HERE).page.numbered == "居中"
    assert "footerReference" not in part(
        write(PLAIN, look=look_from(saved(stranger()), HERE)), "word/document.xml"
    )


def test_a_run_in_heading_has_the_type_of_the_file_s_heading() -> None:
    document = own()
    document.styles["Heading 1"].font.italic = True
    data = write(EVERYTHING, look=look_from(saved(document), HERE))
    assert "<w:i/>" in style_of(data, "Heading 1 Char")


@needs_schema
@pytest.mark.parametrize("document", [own(), stranger()], ids=["own", "stranger"])
def test_a_draft_in_a_taken_look_keeps_to_the_schema(document: Document) -> None:
    data = write(EVERYTHING, look=look_from(saved(document), HERE))
    assert list(errors(data)) == []
    assert read(data, HERE).sections == read(write(EVERYTHING, look=LOOKS["公文"]), HERE).sections


def test_a_look_is_taken_again_from_a_draft_in_it() -> None:
    first = look_from(saved(own()), HERE)
    again = look_from(write(EVERYTHING, look=first), HERE)
    assert again.problems == ()
    pages = [part(write(PLAIN, look=look), "word/document.xml") for look in (first, again)]
    assert pages[0] == pages[1]


def test_ids_of_styles_are_said_once() -> None:
    for document in (own(), stranger()):
        data = write(EVERYTHING, look=look_from(saved(document), HERE))
        ids = re.findall(r'w:styleId="([^"]*)"', part(data, "word/styles.xml"))
        assert len(ids) == len(set(ids))


def test_a_file_without_styles_is_no_look() -> None:
    from drafter.problem import DraftError
    from tests.word_parts import document, p

    with pytest.raises(DraftError, match="没有样式"):
        look_from(document(p("只有一段话。")), HERE)
