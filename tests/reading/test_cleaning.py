"""The rules of cleaning, one by one: what goes, and what only looks as if it should."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.cleaning import clean, decode, tidy
from drafter.cleaning.characters import canonical, punctuated
from drafter.cleaning.decoding import ENCODINGS
from drafter.cleaning.pinyin import is_pinyin
from drafter.cleaning.script import simplified
from tests.reading.noise import traditional, with_jammer

SPEECH = (Path(__file__).parent / "cases" / "speech-numbered.txt").read_text("utf-8")


def rows(text: str) -> list[str]:
    return [row.text for row in clean(text).rows]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("length", [10, 30, 100])
def test_text_is_read_in_any_of_its_encodings(encoding: str, length: int) -> None:
    speech = traditional(SPEECH) if encoding == "big5hkscs" else SPEECH
    for start in range(0, 400, 37):
        piece = speech[start : start + length].encode(encoding, "ignore").decode(encoding)
        assert decode(piece.encode(encoding)) == piece


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_cut_end_and_stray_bytes_spoil_no_more_than_themselves(encoding: str) -> None:
    speech = traditional(SPEECH) if encoding == "big5hkscs" else SPEECH
    data = speech[:300].encode(encoding, "ignore")
    assert decode(data[:-1])[:280] == speech[:280] or encoding == "big5hkscs"
    middle = len(data) // 4 * 2
    spoilt = decode(data[:middle] + b"\xff\xff" + data[middle:])
    assert sum(char in speech for char in spoilt) >= 0.97 * len(spoilt)


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_believed(mark: str) -> None:
    assert decode(SPEECH.encode(mark)) == SPEECH


@pytest.mark.parametrize(
    "note", ["zhì", "lǜ", "ɡuān", "bì lù lán lǚ", "chuōlì", "fā", "nǚ", "xī’ān", "zhi\u0300", "ér"]
)
def test_pinyin_with_tones_is_a_note(note: str) -> None:
    assert is_pinyin(note)
    assert rows(f"提质({note})增效，落到实处，见到成效。") == ["提质增效，落到实处，见到成效。"]


@pytest.mark.parametrize("words", ["GDP", "PPP", "R&D", "café", "résumé", "App", "A", "rumor", "de", "CEO"])
def test_other_latin_words_in_brackets_stay(words: str) -> None:
    assert not is_pinyin(words)
    text = f"这是一个说法（{words}），大家都听说过。"
    assert rows(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "一加一大于二，就是1+1>2的道理，人人都懂。",
        "按照GB/T 9704-2012的规定，公文用A4纸印制。",
        "请拨打029-63903870咨询，或者到窗口办理。",
        "三年的增速分别是8.1% 7.2% 6.3%，一年比一年稳。",
        "发展P2P、B2B等新业态，实行7×24小时服务。",
        "会议时间是10:30-11:45，请提前五分钟到场。",
        "文号是（2020）12号，印发范围是各科室。",
        "人均收入达到1,024元，增长了3.5个百分点。",
        "他说：“A+B=C，这就是公式。”大家都笑了。",
    ],
)
def test_what_only_looks_like_garbage_stays(text: str) -> None:
    assert rows(text) == [text]


@given(st.integers(0, 10_000))
def test_forum_garbage_is_taken_out_whatever_it_is(seed: int) -> None:
    line = f"第{seed}条经验是把话说短，把事做实，把人记住。"
    assert rows(with_jammer(f"{line}\n")) == [line]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("起著作用，這是國家的大事", "起着作用，这是国家的大事"),
        ("以創新著力推動，這個時代", "以创新着力推动，这个时代"),
        ("顯著提升，這是國家的大事", "显著提升，这是国家的大事"),
        ("以嚴謹著稱，這是國家的大事", "以严谨著称，这是国家的大事"),
        ("讀原著、學原文，這個時代", "读原著、学原文，这个时代"),
        ("意味著後院乾淨，這是鬆一口氣", "意味着后院干净，这是松一口气"),
        ("他說：「這個時代」", "他说：“这个时代”"),
    ],
)
def test_traditional_script_becomes_simplified(before: str, after: str) -> None:
    assert simplified(before) == (after, True)


@pytest.mark.parametrize(
    "text", [SPEECH, "显著的成绩，卓著的功勋，着力推进", "他姓鍾，名字里有一个字是繁体" * 9]
)
def test_a_simplified_document_is_left_alone(text: str) -> None:
    assert simplified(text) == (text, False)


@pytest.mark.parametrize(
    ("half", "full"),
    [
        ("同志们:今天开会,讲三点;请大家记一记!好不好?", "同志们：今天开会，讲三点；请大家记一记！好不好？"),
        ("办公室(主任)和(党组)", "办公室（主任）和（党组）"),
        ("去年(GDP)增长", "去年（GDP）增长"),
        ("f(x)=1, g(x)=2", "f(x)=1, g(x)=2"),
        ("(1)加强学习", "（1）加强学习"),
        ("比例是3:1,很高", "比例是3:1，很高"),
        ("“好”,他说", "“好”，他说"),
        ("收入1,000元,增长5%,不错.", "收入1,000元，增长5%，不错。"),
        ("一. 修旧如旧", "一. 修旧如旧"),
    ],
)
def test_punctuation_is_full_width_where_chinese_touches_it(half: str, full: str) -> None:
    assert punctuated(half) == full
    assert punctuated(full) == full


def test_what_looks_the_same_is_the_same() -> None:
    assert canonical("ＡＢＣ１２３％") == "ABC123%"
    assert canonical("⼒\u200b争\u00ad上\ufeff游") == "力争上游"
    assert canonical("㈠⑵⒊❹") == "（一）（2）3.④"
    assert tidy(" 新  时代 ，要 有 新作为。 ") == "新时代，要有新作为。"
    assert tidy("锻造中枢  书写服务") == "锻造中枢 书写服务"


@given(st.text("会议，。（）()说:; ab12“”一、\u3000"))
def test_tidy_twice_is_tidy_once(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


def test_what_was_taken_out_is_kept_with_its_line() -> None:
    cleaned = clean(f"首页 > 文稿 > 正文\n{SPEECH}责任编辑：某某\n某ICP备10000000号\n")
    assert [(row.line, row.text) for row in cleaned.noise] == [
        (1, "首页 > 文稿 > 正文"),
        (SPEECH.count("\n") + 2, "责任编辑：某某"),
        (SPEECH.count("\n") + 3, "某ICP备10000000号"),
    ]


def test_a_clean_document_loses_not_a_line() -> None:
    cases = (Path(__file__).parent / "cases").glob("*.page")
    for source in (path.with_suffix(".txt") for path in cases):
        if source.exists() and "-" not in source.stem.removeprefix("speech-"):
            text = source.read_bytes()
            if text.isascii() or not text.startswith(b"\xff\xfe"):
                assert clean(decode(text)).noise == (), source.stem


def test_signs_that_other_programs_left_are_taken_out() -> None:
    copied = (
        "政 府 工 作 报 告\n&nbsp;&nbsp;&ldquo;大家好&rdquo;，<b>今天</b>讲三点，[color=red]请记住[/color]。"
        "<br/>第二段也在这里，说得很清楚。\n第三段就是这里，说得更清楚。"
    )
    assert rows(copied) == [
        "政府工作报告",
        "“大家好”，今天讲三点，请记住。",
        "第二段也在这里，说得很清楚。",
        "第三段就是这里，说得更清楚。",
    ]


CALLS = [
    "同志们！",
    "同志们、朋友们！",
    "各位领导、同志们：",
    "女士们、先生们，朋友们！",
    "尊敬的各位来宾，女士们、先生们：",
    "各位代表！",
    "老师们、同学们！",
    "青年朋友们！",
    "全镇的父老乡亲们：",
    "孩子们，",
]
REFRAINS = ["我们怎么办？", "这，就是担当！", "路在脚下。", "人民至上，是不变的初心", "向前走，莫回头"]


def _said_again(line: str, place: int) -> list[str]:
    """The speech with a line before its paragraph `place`, a little later, and at its end."""
    title, *body = SPEECH.splitlines()
    return [title, *body[:place], line, *body[place : place + 2], line, *body[place + 2 :], line]


@pytest.mark.parametrize("line", [*CALLS, *REFRAINS])
@pytest.mark.parametrize("place", range(8))
def test_what_a_speaker_says_again_stays_wherever_it_stands(line: str, place: int) -> None:
    speech = _said_again(line, place)
    assert rows("\n".join(speech)) == speech


@pytest.mark.parametrize("line", [*CALLS, *REFRAINS])
@pytest.mark.parametrize("place", range(4, 8))
def test_what_a_speaker_says_again_stays_on_a_page_of_the_web(line: str, place: int) -> None:
    speech = _said_again(line, place)
    assert rows("\n".join(["首页 > 文稿 > 正文", *speech, "责任编辑：某某"])) == speech
    at = speech.index(line)
    page = [*speech[:at], "▲图片来源网络", line, "▲图片来源网络", *speech[at + 1 :]]
    assert rows("\n".join(["首页 > 文稿 > 正文", *page])) == speech


@pytest.mark.parametrize("line", ["我们怎么办？", "向前走，莫回头", "青春不负山河"])
def test_a_refrain_that_is_the_title_too_stays(line: str) -> None:
    body = SPEECH.splitlines()[1:]
    speech = [line, *body[:3], line, *body[3:5], line, *body[5:], line]
    assert rows("\n".join(speech)) == speech


@pytest.mark.parametrize("heading", ["勇于担当作为", "坚定理想信念", "善于真抓实干"])
def test_a_heading_that_is_a_part_of_the_title_stays(heading: str) -> None:
    paragraphs = [line for line in SPEECH.splitlines() if len(line) > 60][:2]
    essay = ["坚定理想信念 勇于担当作为 善于真抓实干", paragraphs[0], heading, paragraphs[1]]
    assert rows("\n".join(essay)) == essay


def test_a_subtitle_and_a_signature_that_say_a_name_again_stay() -> None:
    paragraphs = [line for line in SPEECH.splitlines() if len(line) > 60]
    speech = [
        "不误农时、不负春光",
        "——在“不误农时、不负春光”行动推进会上的讲话",
        "青桐镇人民政府",
        *paragraphs,
        "青桐镇人民政府",
        "2024年3月8日",
    ]
    assert rows("\n".join(speech)) == speech


def test_a_title_of_which_the_text_says_no_word_stays() -> None:
    speech = ["星光不负赶路人，江河眷顾奋楫者", *SPEECH.splitlines()[1:]]
    assert rows("\n".join(speech)) == speech
    advert = "亚洲娱乐平台，欢迎光临，天天送彩金"
    assert rows("\n".join([advert, SPEECH])) == rows(SPEECH)


@pytest.mark.parametrize("before", ["", "2024年讲话范文：", "【范文】"])
def test_a_title_that_its_page_shows_twice_stands_once(before: str) -> None:
    title, *body = [line for line in SPEECH.splitlines() if not line.startswith("同志们")]
    assert rows("\n".join([before + title, title, *body])) == [before + title, *body]
    intro = "下面这一篇讲话写得很实在，今天抄在这里，给大家参考。"
    assert rows("\n".join([before + title, intro, title, *body])) == [before + title, intro, *body]


def test_the_motto_of_a_site_goes_wherever_it_stands() -> None:
    title, *body = SPEECH.splitlines()
    motto = "海量文稿 一站搜齐"
    page = [motto, "首页 > 文稿 > 正文", title, *body[:3], motto, *body[3:], "责任编辑：某某", motto]
    assert rows("\n".join(page)) == [title, *body]


@pytest.mark.parametrize("line", ["同志们、朋友们！", "路在脚下", "向前走，莫回头"])
def test_a_refrain_is_no_head_of_a_page(line: str) -> None:
    title, *body = SPEECH.splitlines()
    speech = [title, *(part for paragraph in body for part in (paragraph, line))]
    printed = [title, *(f"　　{part}" for part in speech[1:])]
    broken = [part[i : i + 26] for part in printed for i in range(0, len(part), 26)]
    assert rows("\n".join(broken)) == speech


def _printed(width: int, lines: int) -> Iterator[str]:
    """The speech as a PDF gives it: broken lines, a number and a head on each page."""
    for number, paragraph in enumerate(SPEECH.splitlines()):
        shown = paragraph if number == 0 else f"　　{paragraph}"
        yield from (shown[i : i + width] for i in range(0, len(shown), width))
        if number % lines == lines - 1:
            yield from (f"- {number // lines + 1} -", "粮食安全工作文件汇编")


def test_the_heads_and_numbers_of_pages_part_no_paragraph() -> None:
    assert rows("\n".join(_printed(26, 5))) == rows(SPEECH)


def test_a_head_without_a_number_parts_no_paragraph() -> None:
    lines = list(_printed(26, 99))
    for n in range(len(lines) // 9 * 9, 0, -9):
        lines.insert(n, "粮食安全工作文件汇编")
    assert rows("\n".join(lines)) == rows(SPEECH)


def test_an_empty_line_behind_every_line_parts_no_paragraph() -> None:
    assert rows("\n\n".join(_printed(26, 99))) == rows(SPEECH)


def test_the_five_lines_of_an_honest_paper_stay() -> None:
    paper = [
        "青桐社区议事会纪要",
        "时间：2024年5月6日下午",
        "地点：社区二楼会议室",
        "会议听取了加装电梯进展情况汇报，大家围绕费用分摊作了充分讨论，形成以下意见。",
        "由三名退休老同志全程监督招标和施工，意见请发至邮箱 qingtong@example.com，随时收集。",
        "联系电话：0573-88021234",
    ]
    assert rows("\n".join(paper)) == paper
