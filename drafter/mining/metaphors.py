"""比喻: what something is called, or is turned into, or is like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.bank import Phrase
from drafter.chinese import length
from drafter.mining.lexicon import any_of, listed
from drafter.mining.view import Clause, Found, Passage, Span, View

LONGEST = 30

_IS = re.compile(
    "既是|更是|就是|也是|又是|才是|正是|都是|不仅是|堪称|称为|称作|被誉为|视为|作为|成为|当好|当作|充当|扮演|可谓|乃是|是|做好|守好|当|做|争当|筑牢|筑起|建好|架起"
    "|搭建|打造|发挥|用好|握紧|牵住|抓住|扭住|念好|种好|上紧|拧紧|系好|扣好|绷紧|敲响|吹响|打好|下好|跑出|补足|亮出|织密|织牢|安上|装上|点燃|注入|化为|变成|转化为"
)
_TURNED = re.compile(
    "[将把][^，。；：、“”]{0,10}“[^“”，。]{1,6}”[^，。；“”]{0,4}(?:成|作为|变作|当作|化为|转化为|变为|炼为)(?!员|效|就|长|立)[^，。；“”]{0,8}“[^“”，。]{1,6}”"
)
_LIKE = re.compile("恰似|犹如|好比|好似|宛如|有如|(?<!不)如同")
_QUOTED = re.compile("“([\u4e00-\u9fff]{2,7})”")
_PICTURE = re.compile("一[个座股剂把盏面块只根颗团道条缕抹阵双扇艘场片棵朵泓张]|的|之")
_END = re.compile("[”’]?(?:[，。；、：！？和与“]|$)")
_ESSENCE = re.compile(
    "(?:筑牢|夯实|补足|补好|把稳|把牢|厚植|铸就|铸牢|种下|点亮|点燃|扬起|插上|架起|打开|系好|拧紧|守好|举起|撑起|筑起|培植|激活|引来)"
    "[\u4e00-\u9fff]{2,4}之[基钙舵魂源翼帆桥盾剑堤灯锚窗门根火光]"
)
"""补足精神之钙: a thing of the hand for a thing of the mind."""
_MORE = re.compile("”(?:[、和]?“[^“”]{2,6}”)*")
_DANGLING = re.compile(
    "它|两者|二者|三者|这|那|此|其|该|熟不知|殊不知|谁|什么|有人|我|你|他|她|种|些|真理|不仅|仍|也|又|更|还|都|有如|如同|那么|如果说|以此|可以说|"
    ".*(?:这种|那些|什么|其[“中]|实际上|仍然|虽)"
)
"""How a subject begins that says nothing by itself."""
_POINTS_BACK = re.compile("其(?![中实他余])|[这那][个些种]")
_BARE = re.compile("一[条个][\u4e00-\u9fff]{1,4}")
_NO_PICTURE = re.compile(
    "之于|般的|样的|“[^”]*[，·]|是否|不|如同“[^”]*”[\u4e00-\u9fff]|犹如“[^”]*”[\u4e00-\u9fff]"
)
_MIGHT = re.compile("[会能]")
"""What compares without a picture, or says more than the picture."""
_DOINGS = ("打造", "做好", "做", "发挥", "抓住", "守好", "建好", "用好", "当好", "点燃", "搭建")
"""Verbs that as often say what the vehicle is for: 是做好群众工作的“传家宝”."""
_NEEDS_SUBJECT = re.compile(".*[是为]|堪称|称作|当作|充当|扮演|可谓|变成")
"""Verbs that say what something is; the others say what to do, and the writer supplies who."""
_TURNS = re.compile(
    "(?:【[^】]*】|既要?|又要?|更要?|也要?|还要?|要|便|就|但|而|则|这(?![种个些样])也?|因为|所以|因此|如果(?!说)|自古以来|实际上"
    "|足见|可见|真正|从而|进而|只有|才能?|方能|方可)+"
)
_LEANS = re.compile(
    "^(?:在|当|对|从|随着|为了|作为|由于|尽管|即使|只要|除|如|通过|以|据|无论|不管|面对|自|有人|根据|正)|[时后中上下里说看言外前]$|[了，]"
)
"""What a clause has that is no subject of the next one."""
_SUBJECT, _LONGEST_SUBJECT = 2, 12


def metaphors(view: View) -> Iterator[Found]:
    """The figures of a document, each as short as it can stand."""
    for passage in view.speech():
        yield from (Found(Phrase("比喻", text), passage.number) for text in _texts(passage))


def _texts(passage: Passage) -> Iterator[str]:
    text = passage.text
    if "“" in text:
        yield from (found[0] for found in _TURNED.finditer(text) if _things(passage, found))
    if any_of("vehicles").search(text) or _LIKE.search(text) or "之" in text:
        for sentence in passage.sentences:
            for before, clause in zip((None, *sentence.clauses), sentence.clauses, strict=False):
                first = before if before and before.start == sentence.clauses[0].start else None
                yield from filter(_short, _in_clause(passage, clause, first))


def _things(passage: Passage, found: re.Match[str]) -> bool:
    """Whether both quotation marks hold things, and no doings."""
    ends = [found.start() + i for i, mark in enumerate(found[0]) if mark == "”"]
    return (
        _short(found[0])
        and not passage.names(*found.span())
        and all(passage.tags[end - 1] == "n" for end in ends)
    )


def _in_clause(passage: Passage, clause: Clause, first: Clause | None) -> Iterator[str]:
    """What `clause` has, and `first`, the clause that its sentence begins with, if it is the next one."""
    for unit in clause.units:
        text = passage.text[slice(*unit)]
        if found := any_of("vehicles").search(text):
            yield from _called(passage, unit, found, first if unit.start == clause.start else None)
        if _ESSENCE.fullmatch(text) and not passage.names(*unit):
            yield text
    like = _LIKE.search(passage.text, clause.start, clause.end)
    if like and passage.edges[like.start()] == "1" == passage.edges[like.end() : like.end() + 1]:
        yield from _likened(passage, clause, like)


def _called(passage: Passage, unit: Span, found: re.Match[str], first: Clause | None) -> Iterator[str]:
    """X是Y的“Z” with its subject, or nothing; 当好Y的“Z” from the verb on."""
    text, verb = found.string, _verb_before(passage, unit, found)
    if not verb or not _END.match(text, found.end()):
        return
    end, start = _end(text, found), unit.start + verb.start()
    if _NEEDS_SUBJECT.fullmatch(verb[0]):
        start = _subject(passage, unit, verb.start())
        if start < 0 and first and verb[0].endswith("是") and not text[: verb.start()].strip("更也正就"):
            start = _before(passage, first)
    called = passage.text[start : unit.start + end] if end and start >= 0 else ""
    if called and not passage.names(start, unit.start + end) and not _POINTS_BACK.search(called):
        yield called


def _before(passage: Passage, clause: Clause) -> int:
    """Where the subject begins in the clause before (水是生命之源，是…); -1 if it is not there."""
    lead = _TURNS.match(passage.text, clause.start)
    start = lead.end() if lead else clause.start
    leans = _DANGLING.match(passage.text, start, clause.end) or _LEANS.search(
        passage.text[start : clause.end]
    )
    return start if clause.mark == "，" and not leans and clause.end - start > 3 else -1


def _end(text: str, found: re.Match[str]) -> int:
    """Where the vehicle ends, with another that 和 adds; 0 where something else is added."""
    more = _MORE.match(text, found.end()) if _is_quoted(found) else None
    end = more.end() if more else found.end()
    if text[end : end + 1] not in ("和", "与", "及"):
        return end
    other = any_of("vehicles").match(text, end + 1)
    return other.end() if other and not _is_quoted(found) and _END.match(text, other.end()) else 0


def _verb_before(passage: Passage, unit: Span, found: re.Match[str]) -> re.Match[str] | None:
    """The verb that calls something by the vehicle; a bare vehicle must stand close behind it."""
    verbs = _IS.finditer(found.string, 0, found.start())
    whole = [verb for verb in verbs if _is_word(passage, unit.start + verb.start(), verb[0])]
    if len(whole) > 1 and whole[-1][0] in _DOINGS and whole[-2].end() == whole[-1].start():
        whole.pop()
    last = whole[-1] if whole else None
    if last is None or (_is_quoted(found) and not _asks(found.string, last)):
        return last
    close = _of(found.string, last.end(), found.start()) and _strong(found[0], last[0])
    return last if close and not _asks(found.string, last) else None


def _asks(text: str, verb: re.Match[str]) -> bool:
    """什么才是…的法宝"""
    return text.endswith(("什么", "谁", "哪里", "何处"), 0, verb.start())


def _is_quoted(found: re.Match[str]) -> bool:
    text, (start, end) = found.string, found.span()
    return text[start - 1 : start] == "“" and text[end : end + 1] == "”"


def _is_word(passage: Passage, start: int, verb: str) -> bool:
    """Whether the verb stands there and is no part of a longer word (当代 是否)."""
    return passage.edges[start] == "1" and verb.startswith(passage.first_word(start, len(passage.text)))


def _subject(passage: Passage, unit: Span, verb: int) -> int:
    """Where the subject of the verb begins; -1 where it says nothing, is not there, or is too long."""
    quoted = passage.text.rfind("。”", unit.start, unit.start + verb)
    start = quoted + 2 if quoted >= 0 else unit.start
    lead = _TURNS.match(passage.text, start)
    start = lead.end() if lead else start
    end = unit.start + verb
    says = not _DANGLING.match(passage.text, start, end) and not _cut_off(passage, start)
    return start if says and _SUBJECT <= end - start <= _LONGEST_SUBJECT else -1


def _cut_off(passage: Passage, start: int) -> bool:
    """Whether a subject is the last of several (粮价、运费成为…): the others stand before a 、."""
    mark = max(passage.text.rfind(each, 0, start) for each in "，。；：！？")
    before = passage.text[mark + 1 : start]
    return before.endswith("、") and "是" not in before and not before[:-1].isdigit()


def _strong(vehicle: str, verb: str) -> bool:
    return vehicle != "支柱" and (vehicle not in listed("weak") or "是" in verb or "为" in verb)


def _of(text: str, start: int, end: int) -> bool:
    """Whether between the verb and the vehicle stands what it is the vehicle of."""
    return text[start:end].endswith(("的", "这一", "一个", "一大")) or 0 < end - start <= 3


def _likened(passage: Passage, clause: Clause, like: re.Match[str]) -> Iterator[str]:
    lead = _TURNS.match(passage.text, clause.start)
    start = lead.end() if lead else clause.start
    if like.start() - start > _LONGEST_SUBJECT:
        return
    if _DANGLING.match(passage.text, start, like.start()) or passage.names(start, clause.end):
        start = like.start()
    bare = _BARE.fullmatch(passage.text, like.end(), clause.end)
    if (
        bare
        or _NO_PICTURE.search(passage.text, start, clause.end)
        or _MIGHT.search(like.string, start, like.start())
    ):
        return
    pictured = _PICTURE.search(passage.text, like.end(), clause.end) and passage.tags[clause.end - 1] in "nil"
    if pictured and not passage.names(start, clause.end):
        yield passage.text[start : clause.end]


def _short(text: str) -> bool:
    return (
        4 <= length(text) <= LONGEST
        and text.count("“") == text.count("”")
        and "‘" not in text
        and not re.search(r"\d", text)
    )
