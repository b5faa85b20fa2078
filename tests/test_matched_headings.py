"""Matched sets of headings (套题): found whole, or left alone.  The headings are our own."""

import pytest

from drafter.bank import Phrase
from drafter.chinese import length
from drafter.mining import mine
from drafter.outline import Outline, Paragraph, Section


def sets(outline: Outline) -> list[Phrase]:
    return [phrase for phrase in mine(outline, "甲").sources if phrase.kind == "套题"]


def headed(*heads: str) -> Outline:
    return Outline("管仓", sections=tuple(Section(head, (Paragraph("略。"),)) for head in heads))


def units(outline: Outline) -> list[tuple[str, ...]]:
    return [phrase.units for phrase in sets(outline)]


# --- the set is whole


@pytest.mark.parametrize(
    "heads",
    [
        ("要做到收粮有序", "要做到存粮有方", "要做到调粮有度"),
        (
            "守好老粮仓，要有寸土不让的定力",
            "守好老粮仓，要有分毫不差的细心",
            "守好这老粮仓，要有经年不改的恒心",
        ),
        ("守仓护粮，众人巡查是关键", "守仓护粮，科学通风是手段", "守仓护粮，记账算账、日清月结是习惯"),
        ("优化仓储管理", "强化购销保障", "深化信息化建设", "改进收粮的办法"),
        (
            "始终以勤为先，在日日巡查上走前列",
            "始终以实为要，在颗粒归仓上见真功",
            "始终以严为绳，在按季轮换上作示范",
        ),
        ("以勤为本，守住仓门", "以账为据，管住出入", "以心换心，留住守仓人"),
        ("把牢仓门，不让一粒陈粮混入", "算清旧账，不让一两好粮流失", "修好老仓，不让一滴雨水漏进仓房"),
    ],
)
def test_headings_of_one_family_make_one_set(heads: tuple[str, ...]) -> None:
    assert units(headed(*heads)) == [heads]


def test_a_sibling_that_only_begins_a_paragraph_belongs_to_the_set() -> None:
    body = (Paragraph("略。"), Paragraph("守账如守命，马虎不得。账是粮仓的脸。"))
    outline = Outline(
        "管仓",
        sections=(
            Section("守仓如守家，松懈不得", body),
            Section("守门如守关，大意不得", (Paragraph("略。"),)),
        ),
    )
    assert units(outline) == [("守仓如守家，松懈不得", "守账如守命，马虎不得", "守门如守关，大意不得")]


def test_a_sibling_on_another_level_belongs_to_the_set() -> None:
    below = tuple(
        Section(f"好粮仓是{what}", (Paragraph("略。"),)) for what in ("安定人心的压舱石", "备战备荒的蓄水池")
    )
    outline = Outline("管仓", sections=(Section("好粮仓是丰年歉年的调节阀", (), below),))
    assert units(outline) == [
        ("好粮仓是丰年歉年的调节阀", "好粮仓是安定人心的压舱石", "好粮仓是备战备荒的蓄水池")
    ]


def test_numbered_paragraphs_are_a_family() -> None:
    points = ("大力整修老仓", "自觉接受监督", "狠抓队伍建设", "夯实仓储基础")
    body = tuple(Paragraph(f"{number}要{point}。") for number, point in zip("一二三四", points, strict=True))
    assert units(Outline("管仓", body=body)) == [points]


# --- or it is none


@pytest.mark.parametrize(
    "heads",
    [
        ("守仓要守得稳", "守仓要守得久", "守仓的人要先把自己的心守住"),
        ("要当好“护粮员”", "要当好“算账员”", "要当好“巡查员”", "要做好表率"),
        ("护好“门面”，在守门中立规矩", "护好“底账”，在记账中见功夫", "护好“家底”"),
        ("守仓护粮，贵在日日巡查", "守仓护粮，难在年年不松", "收粮的时节到了"),
        (
            "管好仓门，让进出有据，为守住粮食安全打基础",
            "管好账本，让收支有数，为守住粮食安全作支撑",
            "管好队伍，让一茬又一茬守仓人接得上、顶得住、信得过、用得好，为守住粮食安全添力量",
        ),
    ],
)
def test_a_set_that_would_leave_a_sibling_behind_is_left_alone(heads: tuple[str, ...]) -> None:
    assert not sets(headed(*heads))


def test_a_pair_beside_a_paragraph_like_it_is_left_alone() -> None:
    body = (Paragraph("略。"), Paragraph("用滴水穿石的耐心熬住清苦，守出一辈子的清白。略。"))
    outline = Outline(
        "管仓",
        sections=(
            Section("用燕子衔泥的恒心修好老仓，守住几代人的家底", (Paragraph("略。"),)),
            Section("用老牛拉车的恒心备足口粮，守住几代人的安稳", body),
        ),
    )
    assert not sets(outline)


def test_a_set_beside_a_paragraph_that_says_the_same_of_another_thing_is_left_alone() -> None:
    body = (Paragraph("略。"), Paragraph("巡查是守仓的一剂良方。略。"))
    heads = ("账目是管好粮仓的先行之举", "通风是管好粮仓的关键环节", "轮换是管好粮仓的长久之计")
    sections = tuple(Section(head, body if head == heads[-1] else (Paragraph("略。"),)) for head in heads)
    assert not sets(Outline("管仓", sections=sections))
    assert units(headed(*heads)) == [heads]


# --- what is no set


@pytest.mark.parametrize(
    "heads",
    [
        ("保管层面", "轮换层面"),
        ("转变一：收粮有序", "转变二：存粮有方"),
        ("夏粮收购阶段", "秋粮收购阶段"),
        ("关于当前粮情", "关于今年账目"),
        ("仓前细雨知春早，陇上新苗带露生", "一夜东风催稻熟，满村灯火待粮归"),
        ("守仓要诀之一，眼要勤", "守仓要诀之二，手要勤"),
        ("仓有门锁其粮不失，账有底稿其数不乱", "看天吃饭不如看仓，手里有粮心里不慌"),
        ("收粮", "今年的账怎么算才算得清楚", "结语"),
    ],
)
def test_labels_and_mere_neighbours_make_no_set(heads: tuple[str, ...]) -> None:
    assert not sets(headed(*heads))


@pytest.mark.parametrize(
    "heads",
    [
        ("轮换老粮，是守住口感的关键一招", "轮换老粮，盘活一池春水", "轮换老粮，是稳住市场的重要一环"),
        ("守仓人要提升辨粮的本领", "守仓人要政府多给支持和关怀"),
        ("合仓，源于信任", "合仓产生效益"),
    ],
)
def test_one_topic_of_which_unlike_things_are_said_makes_no_set(heads: tuple[str, ...]) -> None:
    assert not sets(headed(*heads))


@pytest.mark.parametrize(
    "heads", [("开头要短促有力", "结尾要余味悠长"), ("老粮仓该往何处去呢", "新粮仓该从何处来呢")]
)
def test_lessons_and_questions_make_no_set(heads: tuple[str, ...]) -> None:
    assert not sets(headed(*heads))


def test_headings_under_which_writing_is_taught_make_no_set() -> None:
    lesson = Paragraph("考生要先读懂粮仓。")
    heads = ("内容上，要用实", "形式上，要用活")
    filler = tuple(Paragraph("仓里有粮，心里不慌。") for _ in range(9))
    outline = Outline("管仓", body=filler, sections=tuple(Section(head, (lesson,)) for head in heads))
    assert not sets(outline)


# --- what is shown


@pytest.mark.parametrize(
    ("heads", "text"),
    [
        (
            (
                "始终以粮食安全为本，在守住仓廪粮囤上出实招",
                "始终以群众满意为尺，在改进购销服务上见真章",
                "始终以队伍过硬为基，在锤炼看家本领上下功夫",
            ),
            "始终以…为…，在…上…",
        ),
        (
            ("守好粮仓底线，要不断提高保管人员的本领感", "管好粮仓台账，要不断提升保管人员的责任感"),
            "…粮仓…，要不断…保管人员的…",
        ),
        (
            ("管粮先管人，要以老把式的经验为底", "管粮先管人，要以严规矩为绳", "管粮先管人，要以好作风为魂"),
            "管粮先管人，要以…为…",
        ),
    ],
)
def test_a_set_too_long_for_a_phrase_is_shown_by_its_pattern(heads: tuple[str, ...], text: str) -> None:
    assert [(phrase.text, phrase.units) for phrase in sets(headed(*heads))] == [(text, heads)]


def test_a_set_whose_pattern_says_little_is_shown_by_its_first_members() -> None:
    heads = ("严控入库，让以次充好的人员“进不来仓门”", "严查台账，让虚报冒领的人员“走出了账房”")
    (phrase,) = sets(headed(*heads))
    assert (phrase.text, phrase.units) == ("严控入库，让以次充好的人员“进不来仓门”；…", heads)


def test_a_set_without_a_pattern_shows_that_there_is_more_of_it() -> None:
    heads = ("修好老仓，守住家底", "建好新仓，添足后劲", "管好台账，理清来路", "带好队伍，接稳担子")
    (phrase,) = sets(headed(*heads))
    assert phrase.text == f"{'；'.join(heads[:3])}；…"
    assert phrase.units == heads
    assert length(phrase.text) <= 30
