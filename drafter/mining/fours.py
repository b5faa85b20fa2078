"""四字: four characters that are more than two plain words, and no idiom of the dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import eq

from drafter.bank import Phrase
from drafter.mining.lexicon import listed
from drafter.mining.likeness import shape
from drafter.mining.view import Found, Group, Passage, Span, View

_FOUR = re.compile("[\u4e00-\u9fff]{4}")
_HAN, _ENDS = re.compile("[\u4e00-\u9fff]"), re.compile("[^\u4e00-\u9fff]|[的等地和与及]")
_OLD = frozenset("之而于以有无不必则所为其则能敢善自相")
_PLAIN, _PLAIN_ALONE = re.compile("[mqx]"), re.compile("[rmqxc]")
_ECHOING = re.compile(
    "(.).\\1.|.(.).\\2|..之[本基魂道策源路风心气力根脉要器翼势需举责德义志恩情福患忧弊害火光门魄邦乡冠象业治计民士材]|.之[有以无不所若如]."
)
_TERM = re.compile(
    "[的是了]|而言$|而论$|观之$|类推$|^(?:经过|由此|也有|才有)|总分|也$|^则|也就|就是|[说这那]|之[间中上下内外前后]$|[以年月]来$|以往$|[此如][类此]$|可知$|今日$|为止$|等等$|于此$"
    "|(?:所在|不足|短缺|紧缺)$|^(?:互相|相互|共同|反复|深入|观点|语言|行文|主旨|主题|条理|内容|情感|思路|书写|结构|层次|用词|逻辑|表达|分析|论证|见解|一般)|^下大力|^人生在世|^凡此种种"
    "|^(?:总的|大幅|积极|充分|深刻|高度|全面|认真|使之|属于|自拟|不[愿在]|毫无|[一二三四五六七八九十]大)"
)
"""Words of four characters that are terms, or lead from one sentence to the next."""
_FLAT = re.compile("[在对把将从向与及并其虽但使让]|不断|持续|始终|日益|逐步|更加|更[^有]|最|面向|进行|开展")
"""How a piece of a sentence begins."""
_LEANING = re.compile("[^民国党心人众]之所.|.之[以于].|自.而.|融[于入]..")
"""What says something only beside its sentence (手之所触, 师之以仁, 自高而低)."""
_SENTENCE = re.compile("[，,](?:莫[若如]|系乎|在于|不在|非|乃|可以[^，。]{1,4}[，。；”]|砉)")
"""How the sentence goes on of which four characters are only the subject."""
_OBJECT = re.compile("不[^得可能敢会愿想忘辱负]")
_LOOSE = re.compile("[的了是着过吗呢们这那其上中下里等]|[性化度力率感]$")


def four_characters(view: View) -> Iterator[Found]:
    """Units of four characters that echo (有章可循 真抓真管 忠诚之基), and the genre's own."""
    for passage in view.speech():
        for sentence in passage.sentences:
            for clause in sentence.clauses:
                for unit in clause.units:
                    if unit.end - unit.start == 4 and _stands_alone(passage, unit):
                        yield Found(Phrase("四字", passage.text[slice(*unit)]), passage.number)


def _torn(passage: Passage, unit: Span) -> bool:
    """Whether four characters of several words are a piece of their sentence."""
    text, words = passage.text[slice(*unit)], passage.edges.count("1", *unit)
    if words == 1:
        return _heads_a_list(passage, unit)
    if _LEANING.fullmatch(text) or _SENTENCE.match(passage.text, unit.end):
        return True
    object_ = passage.edges[unit.start + 2 : unit.end] == "10" and passage.tags[unit.start + 2] == "n"
    return (object_ and _OBJECT.match(text) is not None) or _trails(passage, unit)


def _heads_a_list(passage: Passage, unit: Span) -> bool:
    """联合｜政府、企业和农户: a verb and the first of what it takes."""
    if not passage.text.startswith("、", unit.end) or passage.tags[unit.start] == "i":
        return False
    next_ = next((i for i in range(unit.end + 1, len(passage.text)) if passage.text[i] in "、，。；"), 0)
    before = passage.text[unit.start - 1 : unit.start] in ("，", "。", "")
    old = not _OLD.isdisjoint(passage.text[slice(*unit)])
    return before and not old and passage.tags[unit.end + 1] in "nw" and next_ > unit.end + 5


def _trails(passage: Passage, unit: Span) -> bool:
    """…素质，道德之风。 The object of the clause before, behind a comma."""
    start, end = unit
    last = passage.text[start - 1 : start] == "，" and passage.text[end : end + 1] in ("。", "")
    return last and passage.text[start + 2] == "之" and "之" not in passage.text[max(start - 8, 0) : start]


def _stands_alone(passage: Passage, unit: Span) -> bool:
    text, tags = passage.text[slice(*unit)], passage.tags[slice(*unit)]
    if tags[0] in "ix" or not _FOUR.fullmatch(text) or passage.names(*unit):
        return False
    if _PLAIN_ALONE.search(tags) or _FLAT.match(text) or _torn(passage, unit):
        return False
    if passage.edges.count("1", *unit) == 1:
        return _is_turn(passage, unit)
    return _ECHOING.fullmatch(text) is not None and not _TERM.search(text)


def turns(passage: Passage, group: Group) -> Iterator[str]:
    """The units of a 排比 that are 四字."""
    for unit in group.units:
        text = passage.text[slice(*unit)]
        plain = _FLAT.match(text) or _LOOSE.search(text) or _TERM.search(text)
        if (
            _FOUR.fullmatch(text)
            and not plain
            and not _torn(passage, unit)
            and _is_whole(passage, unit)
            and _is_turn_among(passage, unit, group)
        ):
            yield text


def _is_whole(passage: Passage, unit: Span) -> bool:
    """Whether nothing that belongs to it stands before the unit or behind it (物｜不因不生)."""
    start, end = unit
    begins = not start or not _HAN.match(passage.text, start - 1) or passage.tags[start - 1] in "vpdcur"
    return begins and (end == len(passage.text) or _ENDS.match(passage.text, end) is not None)


def _is_turn_among(passage: Passage, unit: Span, group: Group) -> bool:
    """Whether four characters are more than two plain words, and no idiom of the dictionary."""
    words = passage.edges.count("1", *unit)
    if words == 1:
        return _is_turn(passage, unit)
    if words > 2:
        echoes = words == 4 or _echoes(passage, unit, group)
        return echoes and _holds(passage.text[slice(*unit)]) and not _PLAIN.search(passage.tags, *unit)
    if passage.text[unit.start + 1] in "于以之而":
        return _echoes(passage, unit, group)
    if passage.last_word(*unit) in listed("work"):
        return False
    serial = len(group.units) > 2 and all(end - start == 4 for start, end in group.units)
    return serial and shape(passage, unit) == "主谓" and passage.tags[unit.end - 1] in "ai"


def _holds(text: str) -> bool:
    """Whether one of the small words that make a phrase old stands in it."""
    return not _OLD.isdisjoint(text) and "可以" not in text


def _is_turn(passage: Passage, unit: Span) -> bool:
    """Whether a word of four characters is a turn of phrase (提质增效) and no term (光纤通信)."""
    text = passage.text[slice(*unit)]
    plain = text[:2] in listed("work") or (text[:2] in listed("verbs") and _OLD.isdisjoint(text))
    return passage.tags[unit.start] == "l" and not plain and not _TERM.search(text)


def _echoes(passage: Passage, unit: Span, group: Group) -> bool:
    text = passage.text[slice(*unit)]
    others = (passage.text[slice(*other)] for other in group.units if other != unit)
    return any(sum(map(eq, text, other)) for other in others)
