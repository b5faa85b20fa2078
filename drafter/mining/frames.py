"""句框 and 过渡: the fixed words of a sentence, its slots shown as ….

A frame is written as it is shown: … is a slot, …… a slot that may hold commas, （甲|乙|） one of some
words or none.  The phrase has the words that the text has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from drafter.bank import Phrase
from drafter.mining.view import Found, Passage, View

FRAMES = {
    "定位": (
        "既是…，（又是|更是|也是）…",
        "…是…的（根本保障|重要保障|有力保障|坚实保障|必然要求|内在要求|题中之义|应有之义|关键所在|重要前提|重要途径|必由之路|必然选择"
        "|首要任务|根本途径|根本保证|重要基础|坚实基础|有力支撑|重要支撑|基础和前提|重中之重|关键一环|重要一环|重要抓手|有效途径|现实途径|关键举措"
        "|治本之策|长久之计|活力之源|力量之源|动力之源|应有之意|根本所在|源泉所在）",
        "作为…，（必须|要|应当|应|理应|更要|更应）…",
        "…发挥得如何，直接影响到…",
        "…直接（关系到|关系着|影响着|影响到|决定着）…",
        "…离不开…",
        "…，…是（关键|根本|基础|前提|核心|保障|重点|灵魂|支撑）",
    ),
    "辩证": (
        "看似…，实则…",
        "（绝不是|并不是|从来不是|不是）…，而是…",
        "（绝非|并非）…，而是…",
        "既要…，（又要|也要|更要|还要）…",
        "既…，（又|也|更）…",
        "既…又…",
        "一方面……，另一方面…",
        "没有…，就没有…",
        "（越是|越）…，（越是|越要|越）…",
        "与其…，不如…",
        "宁可…，也不…",
        "虽…，但…",
        "固然…，但…",
        "有…，更有…",
    ),
    "递进": (
        "不仅（仅是|是|要|能够|能|需要|有|在于|）…，（更是|更要|更能够|更能|更需要|更有|更在于|更|而且是|而且|还要|还能|还|也是|也要|也能|也需要|也）…",
        "不（只是|单是|光是|只|单|光）…，（更是|更要|更|还要|还|也）…",
        "不但…，而且…",
    ),
    "释义": (
        "贵在“…”二字",
        "重在…，贵在…",
        "所谓…，（就是|是指|即）…",
        "…，就是要…",
        "（关键|根本|重点|核心|要害|本质|前提|基础|意义|价值|魅力|出路）（在于|就在于|就是要|就是）…",
        "（说到底|归根结底|归根到底|究其根本），…",
        "（体现|彰显|说明|印证|揭示|诠释）了…（的重要性|的必要性|的规律|的真谛|的内涵|的担当|的情怀|的决心）",
        "…意味着…",
    ),
    "举措": (
        "始终以…为…，在…上…",
        "（坚持以|以）…为（抓手|牵引|导向|引领|重点|核心|目标|契机|突破口|着力点|主线|根本|基础|支撑|载体|依托|中心|统领|先导|己任|荣|本|要|先|镜|鉴|乐|师|魂|标|重|准绳|遵循）",
        "（把|将）…（作为|摆在|放在|融入|贯穿于|转化为|落实到|贯彻到|体现到|置于|当作|落到|纳入|变成|建在|写在|摆到|列入|化为）…",
        "在…上（狠下功夫|下功夫|求突破|见实效|出实招|发力|做文章|动脑筋|作表率|当表率|走在前|作示范|打头阵|见真章|用力|持续用力|精准发力）",
        "从…（入手|着手|做起|抓起|出发|切入|发力|破题）",
        "哪里…就…到哪里",
        "哪里…，哪里就…",
        "（由|从）…（向|到）…转变",
        "变…为…",
        "…与…相（结合|统一|促进|融合|协调）",
        "（以|用）…（书写|诠释|谱写|绘就|践行|彰显|擦亮|守护|破解|推动|促进|引领|带动|赋能|筑牢|护航|点亮|凝聚|激发|培育|回应|换取|撑起|保障）…",
        "（通过|借助|依托|运用）…，（不断|切实|进一步|有效|全面|确保|推动|实现|使|让|提升|提高|增强）…",
        "对…，要…；对…，要…",
        "在…中…，在…中…",
        "在…上…，在…上…",
        "能…则…",
        "（做到|坚持）…、…、…相（结合|统一）",
        "让…（成为|落到实处|落地生根|深入人心|蔚然成风|看得见|更有|更加|不再|真正）…",
    ),
    "收束": (
        "（只有|唯有|惟有）……，（才能够|才能|方能|才会|才可能|方可|才）…",
        "（唯有如此|只有如此|惟有如此|只有这样|唯有这样|如此），（才能|方能|才会|方可）…",
        "（为|向）…（提供|奠定|注入|凝聚|贡献|增添|创造|积蓄|汇聚）（更加|更多|更|）（坚实|强大|有力|根本|持久|磅礴|坚强|良好|强劲）的…",
        "（凝聚起|汇聚起|凝聚|汇聚）…的（强大合力|磅礴力量|强大力量|智慧和力量|强大动力|强大正能量）",
        "在…中（彰显|书写|绽放|展现|实现|贡献|谱写|检验|锤炼|成长）…",
        "必将…",
    ),
    "反面": (
        "（失去|没有|离开|缺少|丢掉）…，（便如同|就如同|便|就会|就|则|都是）…",
        "（如果|倘若|假如|若是|若）…，（就会|就|便会|便|则会|则|极易|势必|必然|难免|将会|将）…",
        "一旦…，（就会|就|便会|便|则|将会|将|势必|后果）…",
        "任何…都（可能|会|不能|不可|是|应|要|必须）…",
        "（决不能|绝不能|不能|不可|切不可|切忌）…，（更不能|更不可|也不能|更要|而要|而应）…",
        "…不等于…",
        "（否则|反之|不然），…",
    ),
    "结语": (
        "不是一蹴而就的…，而是…",
        "…是一项（长期|系统|艰巨|复杂）…",
        "（任重而道远|任重道远|永远在路上|没有完成时|只有进行时）",
        "为…（贡献|增光|添彩|作出|做出）…",
        "（让|使）……（行稳致远|更上一层楼|熠熠生辉|永放光芒|生生不息|不断前行|薪火相传）",
    ),
    "因果": (
        "之所以…，（是因为|就在于|正是因为|原因在于|根本在于|关键在于|在于）…",
        "（正是|正因为|正由于）…，才…",
        "（究其原因|究其根源|究其根本），…",
        "（因为|由于）…，所以…",
    ),
    "条件": (
        "（无论|不论|不管）…，（都|也|始终）…",
        "只要…，就…",
        "（即使|即便|哪怕|纵使）…，也…",
        "（要想|想要|若想|要）…，（就必须|就要|必须|首先要|关键要|离不开）…",
        "面对…，（必须|我们要|我们必须|要|更要|唯有|既要|应）…",
    ),
}  # fmt: skip
"""Frames by what they do in a paragraph."""

CUES = {
    "承上": (
        "为此，…", "对此，…", "正因如此，…", "正因为如此，…", "有鉴于此，…", "基于此，…", "正是在这样的…，…", "这（就|也|）要求我们…", "这（就|）要求我们：",
        "由此可见，…", "可以说，…", "具体到…层面，…", "具体（来说|而言|来讲），…", "面对这样的…，…", "在这（一|个）…，…", "与此同时，…", "不仅如此，…",
        "更为重要的是，…", "更重要的是，…", "换言之，…", "换句话说，…",
    ),
    "转折": ("诚然，…", "不可否认，…", "毋庸讳言，…", "毋庸置疑，…", "然而，…", "当然，…", "反观…，…", "值得注意的是，…", "但也（应|要）看到，…", "也要看到，…"),
    "总结": ("综上所述，…", "综上，…", "总之，…", "总而言之，…", "归根结底，…", "一言以蔽之，…", "说到底，…", "概括起来，…", "（只有|唯有）（这样|如此），（才能|方能）…"),
    "依据": ("根据…，我认为…", "实践（充分|）证明，…", "事实（充分|）证明，…", "历史（充分|）（证明|表明|告诉我们），…", "众所周知，…", "从…来看，…", "站在…，…", "立足…，…要…", "纵观…，…"),
    "展望": ("面向未来，…", "展望未来，…", "新时代新征程（上|），…", "新征程上，…", "新形势下，…", "进入新时代，…", "放眼…，…", "回望…，…", "回顾…，…", "奋进新征程，…", "下一步，…"),
    "起因": ("究其原因，…", "当前，…", "近年来，…", "长期以来，…", "一段时间以来，…", "随着…，…", "围绕…，我（谈|讲）…", "下面，（我|）…"),
}  # fmt: skip
"""Frames that open a sentence and tie it to the one before, by how they do."""

_SLOT, _WIDE = "[^，。；：！？…“”]{1,18}?", "[^。；：！？…]{1,48}?"
_PART = re.compile("……|…|（[^）]*）|[^…（）]+")


class Frame(NamedTuple):
    """A frame ready to be searched: how it is shown, a word it cannot do without, its pattern."""

    parts: tuple[str, ...]
    key: tuple[str, ...]
    pattern: re.Pattern[str]
    function: str


def frames(view: View) -> Iterator[Found]:
    """The 句框 of a document."""
    table = _table("句框")
    for passage in view.passages:
        for text, function in {found[:2]: None for found in _found(passage, table)}:
            yield Found(Phrase("句框", text, function=function), passage.number)


def transitions(view: View) -> Iterator[Found]:
    """The 过渡 of a document: what its sentences begin with."""
    table = _table("过渡")
    for passage in view.body():
        starts = {sentence.start for sentence in passage.sentences}
        for text, function, start in _found(passage, table):
            if start in starts:
                yield Found(Phrase("过渡", text, function=function), passage.number)


def _found(passage: Passage, table: tuple[Frame, ...]) -> Iterator[tuple[str, str, int]]:
    for frame in table:
        if any(key in passage.text for key in frame.key):
            for found in frame.pattern.finditer(passage.text):
                if _at_words(passage, found):
                    yield _text(frame, found), frame.function, found.start()


def _at_words(passage: Passage, found: re.Match[str]) -> bool:
    """Whether every fixed word begins where a word of the text does, and is no part of a longer one."""
    for i, words in enumerate(found.groups(), 1):
        start = found.start(i) + (len(words) - len(words.lstrip("，；：、“”")))
        bare = words.strip("，；：、“”")
        if bare and not (
            passage.edges[start] == "1" and _begins(bare, passage.first_word(start, len(passage.text)))
        ):
            return False
    return True


def _begins(words: str, word: str) -> bool:
    return words.startswith(word) or (word.startswith(words) and len(words) > 1)


def _text(frame: Frame, found: re.Match[str]) -> str:
    words = iter(found.groups())
    return "".join("…" if part in ("…", "……") else next(words) for part in frame.parts)


@cache
def _table(kind: str) -> tuple[Frame, ...]:
    tables = {"句框": FRAMES, "过渡": CUES}
    return tuple(_frame(frame, function) for function, some in tables[kind].items() for frame in some)


def _frame(written: str, function: str) -> Frame:
    parts = tuple(_PART.findall(written))
    fixed = [part for part in parts if part not in ("…", "……")]
    longest = max(fixed, key=lambda part: min(map(len, part.strip("（）").split("|"))))
    pattern = "".join(map(_pattern, parts[:-1])) + _last(parts[-1])
    return Frame(parts, tuple(longest.strip("（）").split("|")), re.compile(pattern), function)


def _pattern(part: str) -> str:
    if part == "…":
        return _SLOT
    if part == "……":
        return _WIDE
    return f"({part.strip('（）')})"


def _last(part: str) -> str:
    """The last slot need not be read to its end."""
    return "(?=[^，。；：！？…])" if part == "…" else _pattern(part)
