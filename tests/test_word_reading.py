"""Word files are taken back: ours with every edit, anybody's by styles and words, bombs not at all."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st
from lxml.etree import _Element

from drafter.formats.look import LOOKS
from drafter.formats.page import lay_out, take_up
from drafter.formats.word import look_from, read, write
from drafter.outline import Credit, Outline, Paragraph, Section, Source
from drafter.problem import DraftError
from tests.page_measure import converted, needs_office
from tests.trees import outlines
from tests.word_parts import W, document, p, r, zipped
from tests.word_samples import CREDITED, EVERYTHING, FRAME, GAPPED, PHRASE, PLAIN, QUOTATION

HERE = Path("稿.docx")
OFFICIAL = LOOKS["公文"]
ROAD = "从村口走到这里要二十分钟，雨天还要更久一些，所以车要一直开到门口去接。"
"""A paragraph long enough to be no heading."""


def page_of(outline: Outline) -> Outline:
    """The outline as any page shows it."""
    return take_up(lay_out(outline))


def back(outline: Outline) -> Outline:
    return read(write(outline, look=OFFICIAL), HERE)


def edited(outline: Outline, edit: Callable[[Document], object]) -> Outline:
    """What is read when a writer has edited the file."""
    document = docx.Document(BytesIO(write(outline, look=OFFICIAL)))
    edit(document)
    saved = BytesIO()
    document.save(saved)
    return read(saved.getvalue(), HERE)


def headings(outline: Outline) -> list[tuple[int, str, bool]]:
    return [(depth, section.heading, section.run_in) for depth, section in outline.walk()]


def texts(outline: Outline) -> list[str]:
    return [paragraph.text for paragraph in outline.paragraphs()]


# what we wrote


@settings(deadline=None)
@for_all(outlines)
def test_word_keeps_what_a_page_shows(outline: Outline) -> None:
    assert back(outline) == page_of(outline)


@pytest.mark.parametrize("outline", [PLAIN, CREDITED, GAPPED, EVERYTHING], ids=lambda o: str(o.title))
def test_what_was_written_is_read_with_its_credits(outline: Outline) -> None:
    assert back(outline) == replace(page_of(outline), credits=outline.credits)


@pytest.mark.parametrize("look", LOOKS.values(), ids=lambda look: str(look.name))
def test_every_look_is_read_alike(look: object) -> None:
    assert isinstance(look, type(OFFICIAL))
    own = look_from(write(PLAIN, look=look), HERE)
    assert read(write(EVERYTHING, look=look), HERE) == back(EVERYTHING)
    assert read(write(EVERYTHING, look=own), HERE) == back(EVERYTHING)


@needs_office
def test_what_libreoffice_saved_again_is_read_alike(tmp_path: Path) -> None:
    samples = {"plain": PLAIN, "credited": CREDITED, "gapped": GAPPED, "everything": EVERYTHING}
    files = {name: write(outline, look=OFFICIAL) for name, outline in samples.items()}
    saved = converted(files, tmp_path, "docx")
    for name, outline in samples.items():
        assert read(saved[name].read_bytes(), HERE) == back(outline), name


def test_a_title_in_several_lines_is_one_title() -> None:
    title = "守好书架里的“老地方”　办好家门口的“新课堂”"
    assert back(replace(PLAIN, title=title)).title == title


def test_nothing_written_is_nothing_read() -> None:
    assert back(Outline()) == Outline()


# what the writer edited


def test_a_heading_added_in_word_is_there() -> None:
    def add(document: Document) -> None:
        ending = next(x for x in document.paragraphs if x.text.startswith("账算清了"))
        ending.insert_paragraph_before("三、三问冷暖", "Heading 1")
        ending.insert_paragraph_before("冬天要有火。", "Body Text")

    outline = edited(PLAIN, add)
    assert [section.heading for section in outline.sections] == ["先问远近", "再问早晚", "三问冷暖"]
    assert outline.sections[2].body == (Paragraph("冬天要有火。"),)
    assert outline.ending == PLAIN.ending


def test_a_heading_deleted_in_word_is_gone() -> None:
    def delete(document: Document) -> None:
        for paragraph in document.paragraphs:
            if "早晚" in paragraph.text or "收工" in paragraph.text:
                _remove(paragraph._element)

    assert [section.heading for section in edited(PLAIN, delete).sections] == ["先问远近"]


def _remove(element: _Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def test_a_paragraph_typed_behind_the_closing_words_belongs_to_them() -> None:
    def add(document: Document) -> None:
        name = next(x for x in document.paragraphs if x.text == "某某县图书馆")
        name.insert_paragraph_before("谢谢大家。", "Body Text")

    assert texts(edited(PLAIN, add))[-4:] == [
        "账算清了，灯就亮了。",
        "谢谢大家。",
        "某某县图书馆",
        "2026年8月1日",
    ]
    assert edited(PLAIN, add).ending[1] == Paragraph("谢谢大家。")


def test_credits_are_kept_where_the_words_still_stand() -> None:
    def rewrite(document: Document) -> None:
        for run in (run for paragraph in document.paragraphs for run in paragraph.runs):
            run.text = run.text.replace("有来有回", "来了又来").replace("有人等", "有人问")

    assert edited(CREDITED, rewrite).credits == (FRAME, QUOTATION)


def test_a_comment_deleted_in_word_is_a_credit_less() -> None:
    def delete(document: Document) -> None:
        _remove(next(iter(document.comments))._comment_elm)

    assert edited(CREDITED, delete).credits == (PHRASE, QUOTATION)


def test_a_gap_stays_a_gap_and_the_list_of_gaps_is_no_text() -> None:
    outline = back(GAPPED)
    assert outline.title == GAPPED.title
    assert outline.body == GAPPED.body
    assert not any("待补清单" in text for text in texts(outline))


def test_a_credit_with_no_source_and_strange_signs_is_said_and_understood() -> None:
    credit = Credit("甲｜乙：丙", "四字", (), ("丁｜戊",))
    assert back(replace(PLAIN, body=(Paragraph("说：甲｜乙：丙。"),), credits=(credit,))).credits == (credit,)
    source = Credit("灯亮着", "开头", (Source("第3段说明 第12段", 4),))
    assert back(replace(PLAIN, credits=(source,))).credits == (source,)


# what others wrote


def test_headings_by_style_are_believed() -> None:
    file = docx.Document()
    file.add_heading("把灯留到九点", 0)
    for heading, level in (("先问远近", 1), ("（一）走路的", 2), ("再问早晚", 1)):
        file.add_heading(heading, level)
        file.add_paragraph(ROAD)
    outline = _saved(file)
    assert outline.title == "把灯留到九点"
    assert headings(outline) == [(1, "先问远近", False), (2, "走路的", False), (1, "再问早晚", False)]


def test_a_title_in_the_only_first_heading_is_a_title() -> None:
    file = docx.Document()
    file.add_heading("把灯留到九点", 1)
    for heading in ("先问远近", "再问早晚"):
        file.add_heading(heading, 2)
        file.add_paragraph(ROAD)
    assert _saved(file).title == "把灯留到九点"
    assert headings(_saved(file)) == [(1, "先问远近", False), (1, "再问早晚", False)]


def test_a_heading_style_on_everything_is_not_believed() -> None:
    file = docx.Document()
    for words in ("把灯留到九点", ROAD, "一、先问远近", ROAD, "二、再问早晚", ROAD):
        file.add_paragraph(words, "Heading 1")
    assert headings(_saved(file)) == [(1, "先问远近", False), (1, "再问早晚", False)]


def test_where_styles_say_nothing_the_words_do() -> None:
    file = docx.Document()
    for words in (
        "把灯留到九点",
        "——一本小账",
        "同志们：",
        ROAD,
        "一、先问远近",
        ROAD,
        "（一）走路的",
        ROAD,
        "二、再问早晚",
        ROAD,
    ):
        file.add_paragraph(words)
    outline = _saved(file)
    assert outline.title == "把灯留到九点"
    assert [paragraph.role for paragraph in outline.front] == ["副题", "称呼"]
    assert headings(outline) == [(1, "先问远近", False), (2, "走路的", False), (1, "再问早晚", False)]


def test_bold_first_sentences_are_headings_in_their_paragraph() -> None:
    file = docx.Document()
    file.add_paragraph("把灯留到九点")
    file.add_paragraph(ROAD)
    for words in ("先问远近。", "再问早晚。", "三问冷暖。"):
        paragraph = file.add_paragraph()
        paragraph.add_run(words).bold = True
        paragraph.add_run(ROAD)
    assert headings(_saved(file)) == [(1, words, True) for words in ("先问远近", "再问早晚", "三问冷暖")]


def test_a_name_at_the_right_edge_behind_the_text_signs_it() -> None:
    file = docx.Document()
    for words in ("把灯留到九点", ROAD, "一、先问远近", ROAD, "二、再问早晚", ROAD):
        file.add_paragraph(words)
    for words in ("读书会", "2026年8月1日"):
        file.add_paragraph(words).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    assert _saved(file).ending == (Paragraph("读书会", "落款"), Paragraph("2026年8月1日", "日期"))


def _saved(file: Document) -> Outline:
    saved = BytesIO()
    file.save(saved)
    return read(saved.getvalue(), HERE)


NUMBERING = """
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="（%2）"/></w:lvl>
</w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>
"""


def listed(words: str, level: int) -> str:
    return p(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>')


def test_automatic_numbers_are_read_as_the_page_shows_them() -> None:
    body = "".join(
        listed(words, level) + p(ROAD)
        for words, level in (("先问远近", 0), ("走路的", 1), ("坐车的", 1), ("再问早晚", 0), ("上工的", 1))
    )
    outline = read(document(p("把灯留到九点") + p(ROAD) + body, numbering=NUMBERING), HERE)
    assert headings(outline) == [
        (1, "先问远近", False),
        (2, "走路的", False),
        (2, "坐车的", False),
        (1, "再问早晚", False),
        (2, "上工的", False),
    ]
    assert outline.sections[0].marker == ""


def words_of(body: str) -> list[str]:
    """The paragraphs of a body, read."""
    outline = read(document(body), HERE)
    return [outline.title, *texts(outline)] if outline.title else texts(outline)


def test_tracked_changes_are_read_in_their_final_state() -> None:
    body = (
        f"<w:p>{r('灯亮着，')}<w:del>{r('没有人来。').replace('w:t', 'w:delText')}</w:del>"
        f"<w:ins>{r('人就会来，这是常有的事。')}</w:ins></w:p>"
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{r('这一段和下一段')}</w:p>{p('本来是分开的，现在连起来了。')}"
        f"<w:p><w:moveFrom>{r('搬走的话。')}</w:moveFrom>{r('留下的话一直都在这里放着。')}</w:p>"
    )
    assert words_of(body) == [
        "灯亮着，人就会来，这是常有的事。",
        "这一段和下一段本来是分开的，现在连起来了。",
        "留下的话一直都在这里放着。",
    ]


def test_tables_text_boxes_and_fields_are_read() -> None:
    words = f"<w:txbxContent>{p('框里的话也是话，一句都不能少。')}</w:txbxContent>"
    box = f"<w:r><w:pict><v:textbox>{words}</v:textbox></w:pict></w:r>"
    choice = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    twice = f"<mc:AlternateContent>{choice}</mc:AlternateContent>"
    cells = "".join(f"<w:tc>{p(f'表里{side}边的话，也要读到。')}</w:tc>" for side in "左右")
    link = f"<w:p><w:hyperlink>{r('链接里的话，')}</w:hyperlink>{r('照样是话。')}</w:p>"
    sound, sign = r("dēng"), r("灯")
    ruby = f"<w:ruby><w:rt>{sound}</w:rt><w:rubyBase>{sign}</w:rubyBase></w:ruby>"
    body = (
        f"<w:p>{r('框外的话放在前面，先把它读完。')}<w:r>{twice}</w:r></w:p>"
        f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
        f"<w:sdt><w:sdtContent>{link}</w:sdtContent></w:sdt>"
        f"<w:p><w:r>{ruby}</w:r>{r('下有人读书，读到很晚很晚。')}</w:p>"
    )
    assert words_of(body) == [
        "框外的话放在前面，先把它读完。",
        "框里的话也是话，一句都不能少。",
        "表里左边的话，也要读到。",
        "表里右边的话，也要读到。",
        "链接里的话，照样是话。",
        "灯下有人读书，读到很晚很晚。",
    ]


def test_what_is_left_out_is_said() -> None:
    lost = "<w:r><w:footnoteReference w:id='1'/></w:r><w:r><w:drawing/></w:r>"
    body = (
        p("灯亮着，人就会来，这是常有的事。")
        + f"<w:p>{r('这里有一条脚注，还有一幅图。')}{lost}</w:p>"
        + p("一、先问远近\t3", '<w:pStyle w:val="T"/>')
    )
    outline = read(
        document(
            body,
            styles='<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>',
            comments=f'<w:comment w:id="0" w:author="张三">{p("再想想")}</w:comment>',
        ),
        HERE,
    )
    assert [problem.message for problem in outline.problems] == [
        "没有读入图片（1处）",
        "没有读入脚注（1处）",
        "没有读入别人的批注（1处）",
        "没有读入目录行（1处）",
    ]


def test_hidden_words_are_not_read() -> None:
    hidden = r("看不见的话。", "<w:vanish/>")
    assert words_of(f"<w:p>{r('看得见的话，')}{hidden}{r('一句一句往下读。')}</w:p>") == [
        "看得见的话，一句一句往下读。"
    ]


def test_the_strict_dialect_is_read_too() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    data = document(p(ROAD))
    body = f'<w:document xmlns:w="{strict}"><w:body>{p(ROAD)}</w:body></w:document>'
    assert texts(read(zipped({"word/document.xml": body}), HERE)) == texts(read(data, HERE)) == [ROAD]


# what nobody should open


def bomb(entities: int = 9) -> str:
    """The billion laughs."""
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, entities))
    body = f'<w:document xmlns:w="{W}"><w:body>{p("&a8;")}</w:body></w:document>'
    return f'<!DOCTYPE d [<!ENTITY a0 "ha">{lines}]>{body}'


NO_WORD = {
    "empty zip": (zipped({}), "不是 Word 文件"),
    "another zip": (zipped({"readme.txt": "你好"}), "不是 Word 文件"),
    "other bytes": (b"\x89PNG\r\n" * 50, "不是 Word 文件"),
    "half a file": (write(PLAIN, look=OFFICIAL)[:3000], "不是 Word 文件"),
    "old or locked": (b"\xd0\xcf\x11\xe0" + bytes(600), ".doc"),
    "rtf": (b"{\\rtf1 abc}", "RTF"),
    "a part that swells": (zipped({"word/document.xml": b"<" + b" " * 120_000_000}), "大得不正常"),
    "too many parts": (zipped({f"{n}.xml": "" for n in range(6000)}), "多得不像"),
    "entities": (zipped({"word/document.xml": bomb()}), "DTD|恶意"),
    "deep tags": (zipped({"word/document.xml": "<a>" * 20000 + "</a>" * 20000}), "损坏"),
    "broken tags": (zipped({"word/document.xml": "<w:document"}), "损坏"),
    "nothing said": (document(""), "没有正文"),
}  # fmt: skip


@pytest.mark.parametrize("kind", NO_WORD)
def test_what_is_no_word_file_is_refused_at_once_with_place_and_cure(kind: str) -> None:
    data, message = NO_WORD[kind]
    begun = time.perf_counter()
    with pytest.raises(DraftError, match=message) as refusal:
        read(data, HERE)
    (problem,) = refusal.value.problems
    assert problem.at.path == HERE
    assert problem.hint
    assert time.perf_counter() - begun < 3


@settings(deadline=None)
@for_all(st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_damaged_file_is_read_or_refused_and_nothing_else(damages: list[tuple[float, int]]) -> None:
    data = bytearray(write(EVERYTHING, look=OFFICIAL))
    for place, byte in damages:
        data[int(place * len(data))] = byte
    with suppress(DraftError):
        read(bytes(data), HERE)
    with suppress(DraftError):
        look_from(bytes(data), HERE)


def test_a_look_is_refused_like_any_file() -> None:
    for data, _ in NO_WORD.values():
        with pytest.raises(DraftError):
            look_from(data, HERE)


def test_a_section_without_words_is_a_heading_of_nothing() -> None:
    assert headings(back(Outline("题", sections=(Section(""), Section("")))))[0][0] == 1
