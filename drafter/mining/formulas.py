"""提法: formulations that are copied to the letter.

“四个意识” and its like in quotation marks, the best known without them, and 字诀 (“快、稳、严”).
Where the text says what the number stands for, that is the meaning.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from drafter.bank import Phrase
from drafter.chinese import is_closed, length, value_of
from drafter.mining.lexicon import any_of, listed
from drafter.mining.parallels import groups
from drafter.mining.view import LONGEST, Found, Group, Passage, Span, View

_MANY = "二两三四五六七八九十双"
_MEASURES = (
    "个年月日天次名位人元级线亩岁句点条件项分秒种类步层度章节只头辆场代届间里寸轮边处口者是方面样时成倍号路声票期"
    "国省市县区州镇乡村家户对手心意言语字起切般定些直同旦向旁再又也楼米吨公斤斗升寸尺丈块张把座幢栋所"
)
_COUNTED = re.compile(
    f'[“「『"]([新老反]?[{_MANY}][\u4e00-\u9fff]{{1,6}}(?:、?[{_MANY}一][\u4e00-\u9fff]{{1,6}})?'
    "|一[个颗种项面条股名][\u4e00-\u9fff]{2}(?:、[二两][\u4e00-\u9fff]{2,6})?"
    f"|一[\u4e00-\u9fff][一{_MANY}][\u4e00-\u9fff](?:[{_MANY}][\u4e00-\u9fff])?"
    "|一[\u4e00-\u9fff]{1,3}、[一二两三][\u4e00-\u9fff]{1,3}"
    "|一号(?:工程|文件)|[百千万][\u4e00-\u9fff]{1,5}(?:工程|行动|计划)|[十百千万]{2,3}"
    '|[百千万][\u4e00-\u9fff]{2,4}、[百千万][\u4e00-\u9fff]{2,4}|[\\dN]+(?:\\+[\\dNX]+)+)[”」』"]'
)
_LETTERS = re.compile('[“「『"]([^\\W一二三四五六七八九十\\da-zA-Z](?:、[\u4e00-\u9fff]){1,7})[”」』"]')
_DIGITS = "〇零一二三四五六七八九十百千万亿\\d"
_PAIRED = re.compile(
    f"[一{_MANY[:-1]}](?<![{_DIGITS}第].)(?:(?<!一)(?=[\u4e00-\u9fff][{_MANY}一])|(?<=一)(?=[\u4e00-\u9fff][两双]))"
    f"[^\\W{_DIGITS}一二两双{_MEASURES}](?:[一{_MANY}][^\\W{_DIGITS}一二两双{_MEASURES}]){{1,3}}(?![{_MANY}一])"
)
"""三会一课, 四不两直.  The patterns begin with what they consume, so that they are found fast."""
_UNITED = re.compile(
    f"[{_MANY}多百千万](?:(?<=[{_MANY}])(?<![{_DIGITS}第一].)[^\\W{_DIGITS}{_MEASURES}]"
    "(?:联动|融合|共治|同治|同步|协同|同创|同建|并举|并进|联创|分置|联审|联办)"
    "|(?<=[三四五六])级(?:联动|联创|书记)"
    f"|(?<=[{_MANY}多])(?<![{_DIGITS}].)位一体(?:总体布局)?"
    "|(?<=[百千万])[百千万]{1,2}[\u4e00-\u9fff]{0,3}(?:工程|行动|计划)"
    "|(?<=千)[\u4e00-\u9fff]{1,2}万[\u4e00-\u9fff]{1,2}(?:工程|行动|计划))"
)
_THREES = re.compile(
    "[稳促调惠防保降补扩](?<!、.)[\u4e00-\u9fff]{2}"
    "(?:、[稳促调惠防保去降补扩优转强破建提控增兜][\u4e00-\u9fff]{2}){2,7}(?![\u4e00-\u9fff]?、)"
)
"""稳增长、促改革、调结构."""
_PLAIN = re.compile(
    f"[{_MANY}一]+(?:[年月日天次名位人个条件项分秒岁句点胎本元口级线亩]|十)+|.*[的了在].*.{{4}}"
    f"|[{_MANY}]+[尺匹人类米重次字碗杯部篇首只头辆场代届岁口间层级里寸鹿十手星轮边处]..?.?|[{_MANY}]+张(?!清单|网).*|[{_MANY}]+步[^走].*|[{_MANY}]位[^一].*|五四.*|八达.*|.*(?:人物|产业|企业|专家|学家|连增)|[{_MANY}]段.*"
)
_TIE = re.compile("(?:的这|的|等|，|这|”)$")
_LEAD = re.compile("(?:，?(?:即|也就是|就是|分别是)|：|（|——|--)")
_REACH = 2 * LONGEST
_LONG = 4
"""A formulation so long holds no ground for doubt."""
_CUT = re.compile("驱动|联动|互动|并进|协同|融合|发展|[”」』]?(?:规划|方针|计划)")
"""What the formulation was cut from: “四轮”驱动."""
_LABEL = re.compile(f"[{_MANY}]个?[\u4e00-\u9fff]")
_COUNT = re.compile(f"[{_MANY}]个.*")
"""What only a list beside it makes plain: “三个关” “二通”; what may count the parts of an essay."""
_ABOUT_WRITING = re.compile("排比|对仗|修辞|层次|首句|段落|分论点|行文|写作|文章|点评|分析】")
_PLAN = re.compile(f"[十百]*[{_MANY}]五(?:规划|计划|时期)?")
_OTHER_HALF = re.compile("([，、；])([^“”，、；。！？]{2,14})[。]?[”」]")
"""What goes on in the same quotation marks behind a formulation."""


def formulas(view: View) -> Iterator[Found]:
    """The set formulations of a document, each with what it stands for where the text says so."""
    for passage in view.speech():
        for phrase in _formulas(view, passage):
            yield Found(phrase, passage.number)


def _formulas(view: View, passage: Passage) -> Iterator[Phrase]:
    text = passage.text
    counted = [
        found
        for found in _COUNTED.finditer(text)
        if _is_formula(view, found[1]) and not (len(found[1]) < _LONG and _CUT.match(text, found.end()))
    ]
    spelled = [found for found in _LETTERS.finditer(text) if found[1] not in listed("figures")]
    lists = list(groups(passage)) if counted or spelled else []
    for found in counted:
        meaning = _meaning(passage, found, lists)
        if meaning or not _is_label(text, found[1]):
            yield Phrase("提法", found[1], meaning=meaning)
    yield from (Phrase("提法", found[1], meaning=_spelled(passage, found, lists)) for found in spelled)
    inside = [found.span(1) for found in counted]
    for found in _bare(view, passage):
        if _is_whole(passage, found) and not _is_part(found, inside):
            yield Phrase("提法", text[found.start() : _whole_end(text, found)])


def _is_label(text: str, formula: str) -> bool:
    """Whether it counts what it does not name, or the parts of an essay, and not everybody knows it."""
    if formula in listed("formulations") or _of_number().fullmatch(formula):
        return False
    counts = _COUNT.fullmatch(formula) and _ABOUT_WRITING.search(text)
    return bool(_LABEL.fullmatch(formula) or counts)


def _is_part(found: re.Match[str], spans: Sequence[tuple[int, int]]) -> bool:
    """Whether it stands in a longer formulation (四个重大 in “四个重大界限”)."""
    size = found.end() - found.start()
    return any(a <= found.start() and found.end() <= b and size < b - a for a, b in spans)


def _whole_end(text: str, found: re.Match[str]) -> int:
    """Where the formulation ends, with its other half in the same quotation marks."""
    start, end = found.span()
    other = _OTHER_HALF.match(text, end) if text[start - 1 : start] in ("“", "「") else None
    if not other:
        return end
    last = re.split("[、，]", found[0])[-1]
    alike = last[:1] == other[2][:1] or length(last) == length(other[2])
    return other.end(2) if alike else end


def _bare(view: View, passage: Passage) -> Iterator[re.Match[str]]:
    """What is known by heart, and what is formed so and no part of it."""
    known = list(_known(passage.text))
    yield from known
    for found in _formed(view, passage):
        if not any(one.start() <= found.start() and found.end() <= one.end() for one in known):
            yield found


def _known(text: str) -> Iterator[re.Match[str]]:
    """The best known."""
    starts, end = _starts(), 0
    for first in _first().finditer(text):
        at = first.start()
        if at >= end and (pattern := starts.get(text[at : at + 2])) and (found := pattern.match(text, at)):
            yield found
            end = found.end()


@cache
def _first() -> re.Pattern[str]:
    """The characters that the best known begin with, before those that follow."""
    first, second = ("".join({start[n] for start in _starts()}) for n in (0, 1))
    return re.compile(f"[{re.escape(first)}](?=[{re.escape(second)}])")


@cache
def _starts() -> Mapping[str, re.Pattern[str]]:
    """By their first two characters; a 、 may stand as ， or not at all."""
    same: defaultdict[str, list[str]] = defaultdict(list)
    for formula in sorted(listed("formulations"), key=lambda text: (-length(text), text)):
        same[formula[:2]].append(re.escape(formula).replace("、", "[、，]?"))
    return {start: re.compile("|".join(formulas)) for start, formulas in same.items()}


@cache
def _of_number() -> re.Pattern[str]:
    """五个坚持, 三大攻坚战: what a number makes a formulation."""
    return re.compile(
        f"[{_MANY}](?<![{_DIGITS}第].)[{_MANY}]?[个大种项](?:{any_of('countables').pattern})(?!起来)"
    )


def _formed(view: View, passage: Passage) -> Iterator[re.Match[str]]:
    """What is formed as formulations are, and stands without quotation marks."""
    text = passage.text
    yield from _of_number().finditer(text)
    for found in _PAIRED.finditer(text):
        if found[0] not in view.dictionary.tags and _is_formula(view, found[0]):
            yield found
    yield from _UNITED.finditer(text)
    yield from (found for found in _THREES.finditer(text) if passage.edges[found.start()] == "1")


def _is_whole(passage: Passage, found: re.Match[str]) -> bool:
    """Whether no word begins before a short formulation or goes on behind it (中国梦想)."""
    size, edges = found.end() - found.start(), passage.edges
    begins = size >= _LONG or edges[found.start()] == "1"
    return begins and (size > _LONG or (edges[found.end() : found.end() + 1] or "1") == "1")


def _is_formula(view: View, text: str) -> bool:
    tags = view.dictionary.tags
    turned = text[:1] + text[3:] + text[2:3] + text[1:2] if len(text) == 4 else text
    return not (
        "i" in (tags.get(text), tags.get(turned))
        or text in listed("figures")
        or text in listed("vehicles")
        or _PLAIN.fullmatch(text)
        or _PLAN.fullmatch(text)
    )


def _meaning(passage: Passage, formula: re.Match[str], lists: Sequence[Group]) -> str:
    """The list that says what a number counts: beside it, or of units that end as it does."""
    if formula[1].endswith("位一体"):
        return ""
    counts = _counts(formula[1])
    for count in counts:
        if said := _listed_before(passage, formula, count) or _listed_behind(passage, formula, count):
            return said
    for group in lists:
        other = len(group.units) in counts and group.units[0].start != formula.start()
        if other and _ends_as(passage, group, formula[1]):
            return passage.text[group.units[0].start : group.units[-1].end]
    return ""


def _counts(formula: str) -> list[int]:
    """How many things may be counted: three in 三查, three or six in 三抓三促, four in 一高三低."""
    counts = [value_of(sign) for sign in formula if sign in _MANY + "一"]
    if max(counts, default=0) < 2:
        return []
    return [count for count in dict.fromkeys((counts[0], sum(counts))) if count > 1]


def _listed_before(passage: Passage, formula: re.Match[str], count: int) -> str:
    """以硬化、绿化、净化“三化”为重点: the list in front of it, its first unit cut to the second."""
    tie = _TIE.search(passage.text, max(0, formula.start() - 3), formula.start())
    end = tie.start() if tie else formula.start()
    least = max(0, end - _REACH)
    start = max(passage.text.rfind(mark, least, end) + 1 for mark in "，。；：！？")
    start = max(start, least)
    units = _units(passage.text, start, end)[-count:]
    if len(units) < count:
        return ""
    units[0] = _fitted(passage, units[0], units[1])
    return _shown(passage, units, formula[1]) if _names_them(passage, units, formula[1]) else ""


def _listed_behind(passage: Passage, formula: re.Match[str], count: int) -> str:
    """“三自”，即文化自觉、文化自信、文化自强: the list behind it, its last unit cut to the one before."""
    lead = _LEAD.match(passage.text, formula.end())
    if not lead:
        return ""
    most = re.compile("[，。；：！？（）]|$").search(passage.text, lead.end())
    units = _units(passage.text, lead.end(), most.start() if most else len(passage.text))
    if len(units) != count:
        return ""
    last, before = units[-1], units[-2]
    cut = Span(last.start, last.start + before.end - before.start)
    if cut.end < last.end and passage.edges[cut.end] == "1" and len({b - a for a, b in units[:-1]}) == 1:
        units[-1] = cut
    return _shown(passage, units, formula[1])


def _units(text: str, start: int, end: int) -> list[Span]:
    """What stands between 、 and before the last 和."""
    found = [Span(*unit.span()) for unit in re.compile("[^、“”]+").finditer(text, start, end)]
    if found and (joint := re.compile("[^和]{2,}(和)[^和]{2,}").fullmatch(text, *found[-1])):
        found[-1:] = [Span(found[-1].start, joint.start(1)), Span(joint.end(1), found[-1].end)]
    return found


def _fitted(passage: Passage, first: Span, second: Span) -> Span:
    """`first` without the words that lead in, where it is longer than `second`."""
    start = first.end - (second.end - second.start)
    fits = start > first.start and passage.edges[start] == "1"
    return Span(start, first.end) if fits else first


def _names_them(passage: Passage, units: Sequence[Span], formula: str) -> bool:
    """Whether a unit ends with the word counted, or all begin so; to an even list a long word may be new."""
    word = formula.lstrip(_MANY + "个大种项")
    texts = [passage.text[a:b] for a, b in units]
    even = len(word) > 1 and len(set(map(len, texts))) == 1
    return even or any(text.endswith(word) for text in texts) or all(text.startswith(word) for text in texts)


def _shown(passage: Passage, units: Sequence[Span], formula: str) -> str:
    """The list as it stands, if its units are about as long as each other and no more than a phrase."""
    sizes = [end - start for start, end in units]
    text = passage.text[units[0].start : units[-1].end]
    even = max(sizes) <= 2 * min(sizes) + 2 and min(sizes) > 1 and formula not in text
    return text if even and length(text) <= LONGEST and is_closed(text) else ""


def _ends_as(passage: Passage, group: Group, text: str) -> bool:
    """四种意识: 大局意识、学习意识、…"""
    return (
        len(text) > 3
        and "、" not in text
        and all(passage.text.endswith(text[-2:], 0, end) for _, end in group.units)
    )


def _spelled(passage: Passage, formula: re.Match[str], lists: Sequence[Group]) -> str:
    """安、专、研: 安于本职、精于业务、勤于研究, if such a list stands in the passage."""
    letters = formula[1].split("、")
    for group in lists:
        units = [passage.text[a:b] for a, b in group.units]
        if len(units) == len(letters) and all(a in b for a, b in zip(letters, units, strict=True)):
            return passage.text[group.units[0].start : group.units[-1].end]
    return ""
