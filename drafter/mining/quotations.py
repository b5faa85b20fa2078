"""引语: what somebody said, with who said it; without a speaker only where it is plainly a saying."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.bank import Phrase
from drafter.chinese import length
from drafter.mining.lexicon import any_of
from drafter.mining.view import LESSON, SURNAMES, Found, Passage, View

SHORTEST, LONGEST, LONGEST_BARE = 6, 150, 40

_QUOTATION = re.compile("“([^“”]{0,300}(?:“[^“”]{0,100}”[^“”]{0,300}){0,9})”")
_SAYS = re.compile(
    "(?:指出|强调|说过|说到|说道|说|要求|讲过|讲到|讲道|提出|曾言|有言|有云|认为|告诫|指示|写道|写到|谈到|谈道|嘱托|号召|常讲|讲|道|云|曰"
    "|言|名言|所言|诗句|古训|古语|格言|诗云|警句|论断|话|提到|提倡|主张|推崇|感慨|感叹|呼吁|倡导|赋予|勉励|寄语)"
    "(?:我们|全党|大家|过|的|是|了|中|里)?[：，]?(?:[\u4e00-\u9fff、]{0,6})$"
)
_TITLED = (
    f"[{SURNAMES}][\u4e00-\u9fff]{{0,3}}(?:书记|主席|总理|同志|部长|教授|院士|先生)(?![处科])|子(?=曰)"
    "|(?<=[学想作业育术人国]家)(?!曾|[们所也在])[\u4e00-\u9fff·]{2,7}?(?=[也则所就还便]?(?:曾|说)|说|指出|认为|有[句言云]|在|写道|强调|提出)"
    "|(?<=诗人|学者|校长|总统|首相)(?!曾|[们所也在])[\u4e00-\u9fff·]{2,7}?(?=[也则所就还便]?(?:曾|说)|说|指出|认为|有[句言云]|在|写道|强调|提出)"
)
_WRITTEN = re.compile(
    "《[^《》]{1,20}》|党的[\u4e00-\u9fff]{2,8}(?:报告|大会|全会)|(?:十[五六七八九]|二十)大(?:报告)?"
    "|中央[\u4e00-\u9fff]{2,6}会议|[十二]{1,3}[五六七八九]?届[一二三四五六七]中全会"
)
_NAME = re.compile("R+")
_PROSE = re.compile(
    "[^\u4e00-\u9fff，。；：！？‘’]|如何|[你您吗呢啊吧呀嘛哦]|我们|他们|这个|那个|怎么|什么样"
)
_MODERN = re.compile("[的了]")
_OLD = re.compile("[之乎者矣焉兮莫其岂何孰勿毋亦皆则]")
_BREAK = re.compile("[。！？；”]")
_SOURCE = re.compile("[，。]?(?:——|(?:这是|语出|出自|是))")
_DECIDED = re.compile("大$|[会告]$|(?:纲要|决定|意见|规划|报告|大纲|通知|条例|办法)》$")
"""Meetings and papers, whose few words in quotation marks are what they call a policy."""
_REACH = 60
_COMMON_NAME = 7.0
"""The logarithm of 1100: a word seen more often is no name of two characters."""
_AS_THEME = re.compile(
    "”?(?:为主?题|为话题|为中心|的[\u4e00-\u9fff]{0,2}(?:要求|说法|观点|题目|现象|问题|原则|机制|战略))"
)
"""What follows the name of something, and no saying."""
_THESIS = re.compile("是(?:前提|基础|根本).*是(?:关键|保障|重点)|急.{1,5}所急|[上下]移|为.{1,6}所急")
_SPEAKS = re.compile(
    "(?:也|就|曾|还|便|常|早就|在[^，。]{1,10})*(?:[说讲]过?的?|说道|道|云|曰|有言|有云|有诗云|言|写道|诗[中云里]|词[中云里]|笔下|指出)"
    "[：，]?"
)


def quotations(view: View) -> Iterator[Found]:
    """The quotations of a document."""
    for passage in view.passages:
        if "“" in passage.text:
            yield from (Found(phrase, passage.number) for phrase in _quotations(view, passage))


def _quotations(view: View, passage: Passage) -> Iterator[Phrase]:
    for found in _QUOTATION.finditer(passage.text):
        words = found[1]
        if SHORTEST <= length(words) <= LONGEST and not re.search(r"\d", words):
            by = _speaker(view, passage, found.start(), found.end())
            if _is_label(passage.text, found, by):
                continue
            if by or _is_saying(passage.text, found.start(), words):
                yield Phrase("引语", words, by=by)


@cache
def _person() -> re.Pattern[str]:
    return re.compile(f"{any_of('speakers').pattern}|{_TITLED}")


def _is_label(text: str, found: re.Match[str], by: str) -> bool:
    """Whether it names a theme, a slogan or a policy, or what an exam asks for, and says nothing."""
    words = found[1]
    if LESSON.search(words) or (not by and (_AS_THEME.match(text, found.end()) or _THESIS.search(words))):
        return True
    return _DECIDED.search(by) is not None and length(words) <= 10 and not re.search("[，。；]", words)


def _speaker(view: View, passage: Passage, start: int, end: int) -> str:
    """Who says what stands between `start` and `end`; "" where nobody is named."""
    text = passage.text
    begin = start - len(_BREAK.split(text[max(0, start - _REACH) : start])[-1])
    lead = text[begin:start]
    name = _last_named(passage, begin, start) or _speaking(view, passage, begin, start)
    if name and (
        _SAYS.search(lead)
        or lead.endswith(("：", name, f"{name}，", f"{name}的", f"{name}中", f"{name}诗中"))
    ):
        return name
    after = _SOURCE.match(text, end)
    source = after and (_person().match(text, after.end()) or _WRITTEN.match(text, after.end()))
    return source[0] if source else ""


def _last_named(passage: Passage, start: int, end: int) -> str:
    """The last person named between `start` and `end`, else the last work or meeting."""
    people = (*_person().finditer(passage.text, start, end), *_NAME.finditer(passage.tags, start, end))
    named = people or tuple(_WRITTEN.finditer(passage.text, start, end))
    last = max((found.span() for found in named), key=lambda span: span[1], default=(0, 0))
    return passage.text[slice(*last)]


def _speaking(view: View, passage: Passage, start: int, end: int) -> str:
    """A name of two or three characters right before the verb of saying (李斯道：)."""
    for at in range(start, end):
        if passage.edges[at] == "1" and passage.text[at] in SURNAMES:
            name = passage.first_word(at, end)
            if _is_name(view, name) and _SPEAKS.fullmatch(passage.text, at + len(name), end):
                return name
    return ""


def _is_name(view: View, name: str) -> bool:
    """Whether the dictionary has it for a name, and it is no common word (曾经)."""
    known = view.dictionary
    rare = known.logs.get(name, known.floor) - known.floor < _COMMON_NAME
    return len(name) in (2, 3) and rare and known.tags.get(name, "").startswith("nr")


def _is_saying(text: str, start: int, words: str) -> bool:
    """Whether it is balanced and old or set apart enough to be a quotation without a speaker."""
    if not SHORTEST < length(words) <= LONGEST_BARE or _PROSE.search(words) or "、" in words:
        return False
    parts = [part for part in re.split("[，；。！？]", words) if part]
    sizes = [length(part) for part in parts]
    even = len(set(sizes)) == 1 or sizes[::2] == sizes[1::2]
    old, echoes = _OLD.search(words) is not None, _echoes(*parts[:2]) if len(parts) > 1 else False
    if len(parts) < 2 or not (even or (old and max(sizes) <= 12)) or (_MODERN.search(words) and not echoes):
        return False
    begins = not text[:start] or text[start - 1] in "。！？："
    return begins or old or echoes or sizes[0] in (5, 7)


def _echoes(one: str, other: str) -> bool:
    return sum(a == b for a, b in zip(one, other, strict=False)) > 1
