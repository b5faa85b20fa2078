"""引语: what somebody said, with who said it; without a speaker only where it is plainly a saying."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from drafter.bank import Phrase
from drafter.chinese import length
from drafter.mining.lexicon import any_of, listed
from drafter.mining.quotations import speakers
from drafter.mining.quotations.reported import Quotation, reported
from drafter.mining.quotations.sayings import is_saying
from drafter.mining.view import Found, Passage, Span, View, teaches

SHORTEST, LONGEST = 6, 150
SHORTEST_OLD = 4
"""A quotation, in characters; and what the people say, which may be as short as an idiom."""

_QUOTATION = re.compile(
    "“([^“”]{0,300}(?:“[^“”]{0,100}”[^“”]{0,300}){0,9})”"
    '|「([^「」]{0,300})」|『([^『』]{0,300})』|"([^"]{0,300})"'
)
_MARKS = re.compile('[“「『"]')
_IN_FULL = {"子": "孔子", "《诗》": "《诗经》", "《书》": "《尚书》"}
"""Who is meant where the old language says no more (子曰)."""
_DECIDED = re.compile("大$|[会告]$|组织$|(?:纲要|决定|意见|规划|报告|大纲|通知|条例|办法)》$")
"""Meetings and papers, whose few words in quotation marks are what they call a policy."""
_AS_THEME = re.compile(
    '[”」』"]?(?:作?为[主副]?标?题|为话题|为中心'
    "|的[\u4e00-\u9fff]{0,2}(?:要求|说法|观点|论点|题目|现象|问题|原则|机制|战略))"
)
_NAMED = re.compile(
    '(?:依次为|分别为|名为|论点|标题|命题|题目|主题|题为|口号|注解|解释|定义|对联式)[^，。“]{0,3}[：，]?[“「『"]'
)
"""What follows the name of something, and no saying; and what stands before it."""
_TREATED = re.compile('[”」』"](?:的(?:问题|题目|课题|讲话)|[^，。；“”]{0,6}歌词)')
"""What follows what somebody spoke of, or a song."""
_COUNTED = re.compile('[”」』"]的?“?(?:\\d+|[一二两三四五六七八九十双]+)[大字项条百个]')
"""What follows the parts of a formulation that counts them: ”五大发展理念."""
_THING = re.compile("[^，。；是]+(?:活动|战略|制度|体系|工程|机制|精神)")
"""A mere name."""
_ORDER = re.compile("进一步|牢牢|切实|着力|不断|大力")
"""How a single clause begins that is cut out of what is to be done."""
_RESUMES = re.compile("若能?|则|而|也|就|才|并|从而|因此")
"""How a second half begins that has its subject in the first."""
_SLIP = re.compile("之之|的的|是是|让让|了了|··")
"""What only a slip of the pen writes twice."""
_QUOTING = re.compile("(?:[传谚诗书子]|古人|孔子)[曰云]|[^，。]{0,3}……")
"""What begins with somebody else's words, or in the middle of a sentence."""
_TALK = re.compile("[^。！？]{0,10}[吧吗呢啊呀][。！？]?|.*是不是因此[^。！？]*？")
"""What one says to another, or asks him."""
_CLAIMS = re.compile('(?:(?:论点|论据|中心句)[^，。“]{0,3}|(?:开头|结尾|开篇)[^，。“]{0,4})[：，]?[“「『"]$')
"""What leads to a sentence of somebody's essay."""
_NUMBERED = re.compile("[两三四五六七八九十][个大种项][^，。；]{2,8}$")
"""四个全面, which is a formulation whoever says it."""
_INTRODUCED_BEHIND = re.compile(
    "(?:[，。！？]|[，。！？]?[这一][一句首副]*[\u4e00-\u9fff]{0,4}|的|[，。]?这?就?正?是[^，。；“”]{0,24}?)"
    "(?:名言|诗句|古训|俗语|谚语|古语|警句|格言|诗(?![意情])|俗话|老话|古话|对联|家训|遗训|箴言|警词|座右铭)"
)
_SOMEBODY = re.compile(
    "有(?:人|位|名|个|句)[\u4e00-\u9fff]{0,8}(?:说|言|讲|道|叫[做作]?|写道|指出)过?[：，]?$"
)


def quotations(view: View) -> Iterator[Found]:
    """The quotations of a document, each as whole as it stands anywhere there."""
    found = [
        Found(Phrase("引语", passage.text[start:end], by=_IN_FULL.get(by, by)), passage.number)
        for passage in view.passages
        for start, end, by in (*_marked(view, passage), *reported(passage))
    ]
    phrases = {quotation.phrase for quotation in found}
    yield from (quotation for quotation in found if not _is_part(quotation.phrase, phrases))


def _is_part(phrase: Phrase, phrases: Iterable[Phrase]) -> bool:
    """Whether the document has the words in a longer quotation, with a speaker if these have one."""
    return any(
        len(other.text) > len(phrase.text) and phrase.text in other.text and (other.by or not phrase.by)
        for other in phrases
    )


def _marked(view: View, passage: Passage) -> Iterator[Quotation]:
    """What stands in quotation marks and is said by somebody, or is a saying."""
    if not _MARKS.search(passage.text):
        return
    marked = [
        next(Span(*found.span(n)) for n in range(1, 5) if found[n] is not None)
        for found in _QUOTATION.finditer(passage.text)
    ]
    yield from (words for words in _said(view, passage, marked) if _is_quotation(view, passage, words))


def _said(view: View, passage: Passage, marked: Iterable[Span]) -> Iterator[Quotation]:
    """All words in quotation marks, with who says them or, having said those before, says them on."""
    last = Quotation(0, 0, "")
    for start, end in marked:
        said_on = last.by and speakers.says_on(passage, last.end + 1, start - 1)
        if said_on and _RESUMES.match(passage.text, start):
            continue
        by = speakers.before(view, passage, start - 1) or speakers.behind(view, passage, end + 1)
        last = Quotation(start, end, by or (last.by if said_on else ""))
        yield last


def _is_quotation(view: View, passage: Passage, words: Quotation) -> bool:
    text = passage.text[words.start : words.end]
    if len(text) < SHORTEST_OLD or re.search(r"\d", text) or _is_label(passage.text, words):
        return False
    if words.by:
        return (SHORTEST_OLD if words.by in listed("elders") else SHORTEST) <= length(text) <= LONGEST
    introduced = _is_introduced(passage.text, words)
    return is_saying(view, passage, words.start, words.end, introduced=introduced)


@cache
def _introduced() -> re.Pattern[str]:
    return re.compile(
        f"(?:{any_of('sayings').pattern}|{any_of('mentions').pattern})(?:的|中|里|是|叫[做作]?)?[：，]?$"
    )


def _is_introduced(text: str, words: Quotation) -> bool:
    """正所谓“…”, or “…”这句古训."""
    lead = text[max(0, words.start - 12) : words.start - 1]
    return bool(
        _introduced().search(lead) or _SOMEBODY.search(lead) or _INTRODUCED_BEHIND.match(text, words.end + 1)
    )


def _is_label(text: str, words: Quotation) -> bool:
    """Whether it names a theme, a slogan or a policy, or what an exam asks for, and says nothing."""
    said, lead = text[words.start : words.end], text[max(0, words.start - 9) : words.start]
    themes = _AS_THEME.match(text, words.end) or _NAMED.search(lead[-8:])
    if (themes and not words.by) or _COUNTED.match(text, words.end) or _CLAIMS.search(lead):
        return True
    if _TREATED.match(text, words.end):
        return True
    if teaches(said) or _NUMBERED.match(said) or _QUOTING.match(said):
        return True
    if _THING.fullmatch(said) or _TALK.fullmatch(said) or _SLIP.search(said):
        return True
    if re.search("[，。；]", said):
        return False
    return _ORDER.match(said) is not None or (_DECIDED.search(words.by) is not None and length(said) <= 10)
