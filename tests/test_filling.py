"""Filling, point by point: what a hole may hold, what a form may cost, what a draft says of itself."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.bank import OWN, Bank, Phrase, shelf_of
from drafter.chinese import numeral, value_of
from drafter.filling import fill, gaps, shown
from drafter.outline import Form, Outline, Paragraph, Section, Source
from drafter.problem import DraftError


def text_of(template: Outline, **given: Any) -> str:
    return shown(fill(template, given)).body[0].text


def body(text: str, **forms: tuple[Form, ...]) -> Outline:
    return Outline("题", body=(Paragraph(text),), forms=forms)


def bank_of(*phrases: Phrase) -> Bank:
    return Bank({phrase: frozenset({Source("一篇", 3)}) for phrase in phrases})


POINTS = Outline(
    "题",
    body=(Paragraph("这【点数】点：【各】。"),),
    sections=(Section("抓好【点.名】", each="点 in 要点"),),
    forms={"各": (Form("【点.名】", "点 in 要点", "、"),)},
)


def test_an_expression_computes_with_plain_data_alone() -> None:
    assert text_of(body("{{ x | length }}{{ x ~ y }}"), x="甲乙", y="丙") == "2甲乙丙"


REFUSED = (
    "x * 9",
    "x ** 9",
    "range(9)",
    "x.upper()",
    "x | replace('甲', x)",
    "x | nosuch",
    "x if",
    "x + " * 101 + "x",
)


@pytest.mark.parametrize("expression", [*REFUSED, "(" * 190 + "x" + ")" * 190])
def test_an_expression_that_does_more_is_refused(expression: str) -> None:
    template = Outline("题", sections=(Section("甲", when=expression),))
    with pytest.raises(DraftError, match="填空写法有误"):
        fill(template, {"x": "甲", "range": "乙"})


@pytest.mark.parametrize("expression", ["x.__class__", "x.upper", "lipsum"])
def test_what_is_no_answer_stays_open(expression: str) -> None:
    assert "〔待补" in text_of(body(f"{{{{ {expression} }}}}"), x="甲")


def test_what_an_expression_does_not_find_stays_open() -> None:
    assert "〔待补" in text_of(body("{{ x[9] }}"), x=["甲"])


def test_forms_that_call_each_other_are_refused() -> None:
    with pytest.raises(DraftError, match="绕回了自己"):
        text_of(body("【甲】", 甲=(Form("【乙】"),), 乙=(Form("【甲】"),)))


def test_forms_that_multiply_are_refused() -> None:
    forms = {f"式{n}": (Form(f"【式{n + 1}】" * 10),) for n in range(9)}
    with pytest.raises(DraftError, match="要填的太多"):
        text_of(body("【式0】", **forms, 式9=(Form("【x】"),)), x="甲")


def test_a_bracket_that_calls_nothing_is_text() -> None:
    assert text_of(body("【见附件(题目)】【注：见附件】【2024】\\【题目】"), 题目="甲") == (
        "【见附件(题目)】【注：见附件】【2024】\\【题目】"
    )


def test_a_sentence_that_is_not_said_gives_its_phrases_back() -> None:
    shelf = shelf_of(bank_of(Phrase("搭配", "清理渠道淤泥"), Phrase("搭配", "加固渠道堤岸")))
    template = body(
        "【式】", 式=(Form("【搭配(x)】，【搭配(x)】，【搭配(x)】"), Form("【搭配(x)】，【搭配(x)】"))
    )
    filled = fill(template, {"x": "渠道"}, shelf)
    assert set(filled.body[0].text.split("，")) == {"清理渠道淤泥", "加固渠道堤岸"}


@pytest.mark.parametrize(
    ("units", "function", "said"),
    [
        (("渠道的眼睛", "渠道的耳朵"), "名词性", "完。"),
        (("渠道堵塞", "渠道荒废"), "反面", "完。"),
        (("渠道深深", "渠道长长"), "", "完。"),
        (("疏通渠道", "守好渠道"), "做法", "做到疏通渠道、守好渠道。完。"),
    ],
)
def test_only_what_somebody_does_and_should_follows_a_verb(
    units: tuple[str, ...], function: str, said: str
) -> None:
    phrase = Phrase("排比", "、".join(units), units, function=function)
    template = body("（可省）做到【排比(x)】。\n完。")
    assert shown(fill(template, {"x": "渠道"}, shelf_of(bank_of(phrase)))).body[0].text == said


def test_two_verbs_with_one_object_do_not_stand_in_one_draft() -> None:
    phrases = [Phrase("搭配", text) for text in ("畅通引水渠道", "疏通引水渠道")]
    filled = fill(body("【搭配(x)】，【搭配(x)】。"), {"x": "渠道"}, shelf_of(bank_of(*phrases)))
    assert filled.body[0].text.count("引水渠道") == 1


def test_what_the_writer_put_into_the_bank_follows_a_verb_whatever_it_is() -> None:
    own = {Phrase("排比", "渠道深深、渠道长长", ("渠道深深", "渠道长长")): frozenset({Source(OWN, 1)})}
    template = body("做到【排比(x)】。")
    said = shown(fill(template, {"x": "渠道"}, shelf_of(Bank(own)))).body[0].text
    assert said == "做到渠道深深、渠道长长。"


def test_a_flag_of_a_when_can_be_answered() -> None:
    template = Outline("题", sections=(Section("甲", when="要"), Section("乙", when="要 == '不'")))
    assert [s.heading for s in shown(fill(template, {"要": "是"})).sections] == ["甲"]
    assert [s.heading for s in shown(template).sections] == []


def test_one_item_is_a_list_of_one() -> None:
    assert shown(fill(POINTS, {"要点": {"名": "甲"}})).sections[0].heading == "抓好甲"


def test_a_mark_may_hold_the_number_of_a_document() -> None:
    assert gaps(body("依据〔待核：县发〔2026〕5号〕。")) == [("待核：县发〔2026〕5号", "")]


@pytest.mark.parametrize(
    "mark", ["（可省）", "(可省)", "（可省)", "（ 可省 ）", "【可省】", "[可省]", "(可省) ", "（可省）："]
)
def test_an_optional_sentence_is_known_however_it_is_typed(mark: str) -> None:
    assert text_of(body(f"甲。\n{mark}【题】。")) == "甲。"
    assert text_of(body(f"甲。\n{mark}乙。")) == "甲。乙。"


@pytest.mark.parametrize(
    "typed",
    [
        "〔待补:人数〕",
        "〔待补人数〕",
        "〔待补 人数〕",
        "〔待补充：人数〕",
        "（待补：人数）",
        "[待补:人数]",
        "【待补：人数】",
    ],
)
def test_a_mark_is_known_however_it_is_typed(typed: str) -> None:
    assert text_of(body(f"共{typed}。")) == "共〔待补：人数〕。"


@pytest.mark.parametrize("typed", ["（待补）", "〔待补〕", "(待补充)", "〔待补：〕"])
def test_a_mark_may_say_nothing(typed: str) -> None:
    assert text_of(body(f"共{typed}人。")) == "共〔待补：内容〕人。"


@pytest.mark.parametrize(
    "text", ["（待补充材料）", "会议地点（待定）", "县发〔2026〕5号", "〔待核：县发〔2026〕5号〕"]
)
def test_what_is_no_typed_mark_stays(text: str) -> None:
    assert text_of(body(text)) == text


@pytest.mark.parametrize("n", [1, 2, 10, 11, 20, 99, 100, 101, 110, 119, 120, 345, 999])
def test_a_numeral_is_read_as_it_is_written(n: int) -> None:
    assert value_of(numeral(n)) == n
