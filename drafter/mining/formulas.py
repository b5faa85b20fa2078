"""提法: formulations that are copied to the letter.

“四个意识” and its like in quotation marks, the best known without them, and 字诀 (“快、稳、严”).
Where the text says what the number stands for, that is the meaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.bank import Phrase
from drafter.chinese import value_of
from drafter.mining.metaphors import VEHICLES
from drafter.mining.parallels import Group, groups
from drafter.mining.view import Found, Passage, View

_NUMBER = "一二两三四五六七八九十百千双"
_COUNTED = re.compile(
    f"“((?:[{_NUMBER}][\u4e00-\u9fff·]{{1,9}})|(?:[{_NUMBER}][\u4e00-\u9fff]{{1,6}}、[{_NUMBER}][\u4e00-\u9fff]{{1,6}}))”"
)
_LETTERS = re.compile("“([\u4e00-\u9fff](?:、[\u4e00-\u9fff]){1,7})”")
_MEASURE = re.compile(
    f"[{_NUMBER}]+[年月日天次名位人个条件项分秒岁句点]?|[{_NUMBER}][个条位种只件](?:人|字|月|小时)"
)
_FIGURES = frozenset(
    [
        "一盘棋",
        "一刀切",
        "一把手",
        "一窝蜂",
        "一阵风",
        "一言堂",
        "一张网",
        "一条心",
        "一股劲",
        "一股绳",
        "一团火",
        "一锅粥",
        "一亩三分地",
        "一锤子买卖",
        "一张白纸",
        "一面镜子",
        "一杯水",
        "一桶水",
        "一句话",
        "一滴水",
        "一颗心",
        "一家人",
        "一条龙",
        "一头热",
        "一边倒",
        "一风吹",
        "一棍子打死",
        "一看就会",
        "一学就懂",
        "二传手",
        "三把火",
        "三板斧",
        "千里马",
        "百家饭",
        "一招鲜",
        "一口气",
        "一阵子",
        "一页书",
        "一棵树",
        "千里之堤",
        "一线天",
        "一步到位",
        "一步登天",
        "一锤定音",
        "双刃剑",
        "百宝箱",
        "百事通",
        "万金油",
        "百科全书",
        "半拉子",
    ]
)
_BARE = re.compile(
    "习近平新时代中国特色社会主义思想|习近平[法经外生强文][^，。、；“”]{1,4}思想|以习近平同志为核心的党中央|党的(?:全面|集中统一)领导"
    "|中国特色社会主义(?:道路|理论体系|制度|文化|法治体系|法治道路)|社会主义核心价值观|中国式现代化|中华民族伟大复兴(?:的中国梦)?"
    "|新时代党的建设总要求|全面从严治党|全面依法治国|全面深化改革|全面建设社会主义现代化国家|全面建成小康社会|人类命运共同体"
    "|中央八项规定及其实施细则精神|中央八项规定(?:精神)?|以人民为中心的发展思想|立党为公、执政为民|新发展理念|新发展格局"
    "|创新、协调、绿色、开放、共享|供给侧结构性改革|国家治理体系和治理能力现代化|共建共治共享|全过程人民民主|绿水青山就是金山银山"
    "|不忘初心、牢记使命|伟大建党精神|世界百年未有之大变局|社会主义现代化强国|乡村振兴战略|可持续发展战略|创新驱动发展战略"
    "|科教兴国战略|人才强国战略|区域协调发展战略|健康中国|美丽中国|平安中国|法治中国|数字中国|依法治国|以德治国|为人民服务"
    "|政治判断力、政治领悟力、政治执行力|民主集中制|党风廉政建设|总体国家安全观|一国两制|长江三角洲区域一体化|京津冀协同发展"
    "|两个(?:维护|确立|结合|毫不动摇|务必|一百年)|四个(?:意识|自信|全面|伟大|服从)|五位一体|三严三实|三会一课|四不两直|三重一大"
    "|一岗双责|一带一路|三大攻坚战|六个必须坚持|四风问题|八项规定"
)
_TIES = ("", "的", "等", "，", "这", "的这")


def formulas(view: View) -> Iterator[Found]:
    """The set formulations of a document, each with what it stands for where the text says so."""
    for passage in view.passages:
        for phrase in _formulas(view, passage):
            yield Found(phrase, passage.number)


def _formulas(view: View, passage: Passage) -> Iterator[Phrase]:
    text = passage.text
    if "“" in text:
        for found in _COUNTED.finditer(text):
            if _is_formula(view, found[1]):
                yield Phrase("提法", found[1], meaning=_meaning(passage, found))
        for found in _LETTERS.finditer(text):
            yield Phrase("提法", found[1], meaning=_spelled(passage, found))
    for found in _BARE.finditer(text):
        yield Phrase("提法", found[0])


def _is_formula(view: View, text: str) -> bool:
    known = view.dictionary.tags.get(text, "")
    return not (known == "i" or text in _FIGURES or text in VEHICLES or _MEASURE.fullmatch(text))


def _meaning(passage: Passage, formula: re.Match[str]) -> str:
    """The list that says what a number counts: right before it, or of units that end as it does."""
    count = value_of(formula[1][0])
    for group in groups(passage):
        if len(group.units) == count > 1 and group.units[0].start != formula.start():
            between = passage.text[group.units[-1].end : formula.start()]
            adjacent = group.units[-1].end <= formula.start() and between in _TIES
            if adjacent or _ends_as(passage, group, formula[1]):
                return passage.text[group.units[0].start : group.units[-1].end]
    return ""


def _ends_as(passage: Passage, group: Group, text: str) -> bool:
    """四种意识: 大局意识、学习意识、…"""
    return len(text) > 3 and all(passage.text.endswith(text[-2:], 0, end) for _, end in group.units)


def _spelled(passage: Passage, formula: re.Match[str]) -> str:
    """安、专、研: 安于本职、精于业务、勤于研究, if such a list stands in the passage."""
    letters = formula[1].split("、")
    for group in groups(passage):
        units = [passage.text[a:b] for a, b in group.units]
        if len(units) == len(letters) and all(a in b for a, b in zip(letters, units, strict=True)):
            return passage.text[group.units[0].start : group.units[-1].end]
    return ""
