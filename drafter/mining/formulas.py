"""提法: formulations that are copied to the letter.

“四个意识” and its like in quotation marks, the best known without them, and 字诀 (“快、稳、严”).
Where the text says what the number stands for, that is the meaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.bank import Phrase
from drafter.chinese import value_of
from drafter.mining.lexicon import any_of, listed
from drafter.mining.parallels import groups
from drafter.mining.view import Found, Group, Passage, View

_MANY = "二两三四五六七八九十双"
_COUNTED = re.compile(
    f"“([{_MANY}][\u4e00-\u9fff]{{1,6}}(?:、?[{_MANY}一][\u4e00-\u9fff]{{1,6}})?"
    "|一[个颗种项面条股名][\u4e00-\u9fff]{2}(?:、[二两][\u4e00-\u9fff]{2,6})?"
    "|一[\u4e00-\u9fff][一二两三双][\u4e00-\u9fff]|一[\u4e00-\u9fff]{1,3}、[一二两三][\u4e00-\u9fff]{1,3}"
    "|一号(?:工程|文件)|[百千万][\u4e00-\u9fff]{1,5}(?:工程|行动|计划)"
    "|[百千万][\u4e00-\u9fff]{2,4}、[百千万][\u4e00-\u9fff]{2,4})”"
)
_LETTERS = re.compile("“([^\\W一二三四五六七八九十\\da-zA-Z](?:、[\u4e00-\u9fff]){1,7})”")
_PLAIN = re.compile(
    f"[{_MANY}一]+(?:[年月日天次名位人个条件项分秒岁句点胎本元口级线亩]|十)+|.*[的了在].*.{{4}}"
    f"|[{_MANY}]+[尺匹人类米重次字碗杯部篇首只头辆场代届岁口间层级里寸鹿十手星轮边处]..?.?|[{_MANY}]+张(?!清单|网).*|[{_MANY}]+步[^走].*|[{_MANY}]位[^一].*|五四.*|八达.*|[{_MANY}]段.*"
)
_TIES = ("", "的", "等", "，", "这", "的这")


def formulas(view: View) -> Iterator[Found]:
    """The set formulations of a document, each with what it stands for where the text says so."""
    for passage in view.passages:
        for phrase in _formulas(view, passage):
            yield Found(phrase, passage.number)


def _formulas(view: View, passage: Passage) -> Iterator[Phrase]:
    text = passage.text
    counted = [found for found in _COUNTED.finditer(text) if _is_formula(view, found[1])]
    spelled = list(_LETTERS.finditer(text))
    lists = list(groups(passage)) if counted or spelled else []
    yield from (Phrase("提法", found[1], meaning=_meaning(passage, found, lists)) for found in counted)
    yield from (Phrase("提法", found[1], meaning=_spelled(passage, found, lists)) for found in spelled)
    yield from (Phrase("提法", found[0]) for found in any_of("formulations").finditer(text))


def _is_formula(view: View, text: str) -> bool:
    known = view.dictionary.tags.get(text, "")
    return not (
        known == "i" or text in listed("figures") or text in listed("vehicles") or _PLAIN.fullmatch(text)
    )


def _meaning(passage: Passage, formula: re.Match[str], lists: Sequence[Group]) -> str:
    """The list that says what a number counts: right before it, or of units that end as it does."""
    count = value_of(formula[1][0])
    for group in lists:
        if len(group.units) == count > 1 and group.units[0].start != formula.start():
            between = passage.text[group.units[-1].end : formula.start()]
            adjacent = group.units[-1].end <= formula.start() and between in _TIES
            if adjacent or _ends_as(passage, group, formula[1]):
                return passage.text[group.units[0].start : group.units[-1].end]
    return ""


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
