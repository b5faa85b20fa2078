"""引语: what somebody said, with who said it; without a speaker only where it is plainly a saying."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.bank import Phrase
from drafter.chinese import length
from drafter.mining.view import Found, Passage, View

SHORTEST, LONGEST, LONGEST_BARE = 6, 120, 40

_QUOTATION = re.compile("“([^“”]*(?:“[^“”]*”[^“”]*)*)”")
_SAYS = re.compile(
    "(?:指出|强调|说过|说到|说道|说|要求|讲过|讲到|讲道|提出|曾言|有言|有云|认为|告诫|指示|写道|写到|谈到|谈道|嘱托|号召|常讲|讲|道|云|曰"
    "|言|名言|所言|诗句|古训|古语|格言|诗云|警句|论断|话|提到|提倡|主张|推崇|感慨|感叹|呼吁|倡导|赋予|勉励|寄语)"
    "(?:我们|全党|大家|过|的|是|了|中|里)?[：，]?(?:[\u4e00-\u9fff、]{0,6})$"
)
_PERSON = (
    "习近平总书记|习近平主席|习近平同志|习近平|习总书记|总书记|邓小平同志|邓小平|毛泽东同志|毛泽东|毛主席|江泽民同志|江泽民|胡锦涛同志|胡锦涛"
    "|周恩来总理|周恩来同志|周恩来|周总理|刘少奇|朱德|陈云|李克强总理|李克强|温家宝总理|温家宝|列宁|马克思|恩格斯|孙中山|鲁迅|古人|先贤|先哲|圣人"
    "|古语|俗话|俗语|常言|老话|谚语|民谚|古训|古诗|诗人|哲人|哲学家|思想家|孔子|孟子|老子|庄子|荀子|墨子|韩非子|韩非|管子|管仲|商鞅|王阳明"
    "|王守仁|朱熹|诸葛亮|苏轼|苏东坡|李白|杜甫|白居易|刘禹锡|韩愈|柳宗元|范仲淹|欧阳修|王安石|司马光|司马迁|陆游|辛弃疾|文天祥|顾炎武|曾国藩"
    "|林则徐|龚自珍|郑板桥|于谦|李世民|唐太宗|魏征|贾谊|董仲舒|张载|程颢|屈原|曹操|陶渊明|王勃|王维|王之涣|孟浩然|荣格|柏拉图|亚里士多德|苏格拉底"
    "|培根|歌德|爱因斯坦|牛顿|卢梭|孟德斯鸠|伏尔泰|康德|黑格尔|罗曼·罗兰|高尔基|托尔斯泰|雨果|巴尔扎克|莎士比亚|梁启超|陶行知|蔡元培|雷锋|焦裕禄"
    "|《[^《》]{1,20}》|党的[\u4e00-\u9fff]{2,8}(?:报告|大会|全会)|[\u4e00-\u9fff]{2,4}(?:书记|主席|总理|同志|部长|教授|院士|先生)(?!处|科)"
)
_SPEAKER = re.compile(_PERSON)
_PROSE = re.compile("[你您吗呢啊吧呀嘛哦]|我们|他们|这个|那个|怎么|什么样")
_INNER = re.compile("[，；。、！？]")
_BREAK = re.compile("[。！？；”]")
_AFTER = re.compile(f"[，。]?(?:——|这是|语出|出自|是|正如)?({_PERSON})")
_REACH = 60


def quotations(view: View) -> Iterator[Found]:
    """The quotations of a document."""
    for passage in view.passages:
        if "“" in passage.text:
            yield from (Found(phrase, passage.number) for phrase in _quotations(passage))


def _quotations(passage: Passage) -> Iterator[Phrase]:
    for found in _QUOTATION.finditer(passage.text):
        words = found[1]
        if SHORTEST <= length(words) <= LONGEST and not re.search(r"\d", words):
            by = _speaker(passage.text, found.start(), found.end())
            if by or _is_saying(words):
                yield Phrase("引语", words, by=by)


def _speaker(text: str, start: int, end: int) -> str:
    """Who says what stands between `start` and `end`; "" where nobody is named."""
    lead = _BREAK.split(text[max(0, start - _REACH) : start])[-1]
    named = _SPEAKER.findall(lead)
    if named and _SAYS.search(lead):
        return str(named[-1])
    if named and lead.endswith((named[-1], named[-1] + "：", named[-1] + "，", named[-1] + "的")):
        return str(named[-1])
    after = _AFTER.match(text, end)
    return (
        after[1]
        if after and after[0].startswith(("，出自", "，语出", "——", "，这是", "。这是", "，是"))
        else ""
    )


def _is_saying(words: str) -> bool:
    """Whether it is balanced or classical enough to be a quotation without a speaker."""
    if not SHORTEST < length(words) <= LONGEST_BARE or _PROSE.search(words):
        return False
    parts = [part for part in re.split("[，；。！？]", words) if part]
    if len(parts) < 2 or "、" in words:
        return False
    sizes = [length(part) for part in parts]
    return (
        len(set(sizes)) == 1
        or (max(sizes) - min(sizes) <= 3 and words[-1] in "。！？；")
        or sizes[::2] == sizes[1::2]
    )
