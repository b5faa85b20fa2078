"""比喻: what something is called, or is turned into, or is like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.bank import Phrase
from drafter.chinese import is_closed, length
from drafter.mining.lexicon import any_of, listed
from drafter.mining.view import LONGEST, Clause, Found, Passage, Span, View

_TURNED = re.compile(
    "[将把][^，。；：、“”]{0,10}“[^“”，。]{1,6}”[^，。；“”]{0,4}"
    "(?:成|作为|变作|当作|化为|转化为|变为|炼为)(?!员|效|就|长|立)[^，。；“”]{0,8}“[^“”，。]{1,6}”"
)
"""将“沙粒”捏成“砖块”."""
_PICTURE = re.compile("一[个座股剂把盏面块只根颗团道条缕抹阵双扇艘场片棵朵泓张]|的|之")
_IS_A = re.compile("是一[盏把面扇艘剂束颗粒叶缕泓棵朵座股](?!手)")
"""What is counted by the measure word of a thing: 青春是一艘远航的船."""
_END = re.compile("[”’]?(?:[，。；、：！？和与“]|$)")
_MORE = re.compile("”(?:[、和]?“[^“”]{2,6}”)*")
_SAYS_NOTHING = re.compile(".*(?:这种|那些|什么|其[“中]|实际上|仍然|虽|不能|不会|并不|并非)")
_POINTS_BACK = re.compile("其(?![中实他余])|[这那][个些种]")
_LEANS = re.compile("[时后中上下里说看言外前]$|[了，]")
"""What a clause has that is no subject of the next one."""
_BARE = re.compile("一[条个][\u4e00-\u9fff]{1,4}")
_NO_PICTURE = re.compile(
    "之于|般的|样的|“[^”]*[，·]|是否|不|如同“[^”]*”[\u4e00-\u9fff]|犹如“[^”]*”[\u4e00-\u9fff]"
)
_MIGHT = re.compile("[会能]|也$")
"""What compares without a picture, or says more than the picture."""
_HANGS = re.compile("(?:不[仅只光但单]|[更也却又]像|原本|本来|曾经?|看似)$")
"""What makes a figure lean on what stands before or behind it."""
_TAKES = re.compile("[把将以]")
"""What makes a doing of 作为."""
_PARTNER = re.compile("，([\u4e00-\u9fff]{1,2}之[\u4e00-\u9fff]{1,3})(?=[，。；：！？]|$)")
_BEARS = re.compile("[\u4e00-\u9fff]之[\u4e00-\u9fff]{1,3}$")
"""鸟之双翼，车之双轮: what stands in pairs."""
_BESIDE = re.compile("，([^，。；：！？]+)")
"""The clause behind a picture."""
_DOSE = re.compile("一[剂针][\u4e00-\u9fff]{2,3}")
_GROUND = 12
"""How long the clause is that says what the picture means."""
_SUBJECT, _LONGEST_SUBJECT = 2, 12
_LEAST_SAID = 4
"""How long a subject is, and how much is said with a vehicle in quotation marks."""


@cache
def _calls() -> re.Pattern[str]:
    """The verbs that stand before a vehicle."""
    return re.compile(f"{any_of('callings').pattern}|{any_of('handlings').pattern}")


@cache
def _likens() -> re.Pattern[str]:
    return re.compile(f"(?<!不)(?:{any_of('likenings').pattern})")


@cache
def _essence() -> re.Pattern[str]:
    """补足精神之钙: a thing of the hand for a thing of the mind."""
    things = "[基钙舵魂源翼帆桥盾剑堤灯锚窗门根火光]"
    return re.compile(f"(?:{any_of('strengthens').pattern})[\u4e00-\u9fff]{{2,4}}之{things}")


@cache
def _turns() -> re.Pattern[str]:
    return re.compile(f"(?:【[^】]*】|(?:{any_of('turns').pattern})(?![种个些样说]))+")


def metaphors(view: View) -> Iterator[Found]:
    """The figures of a document, each as short as it can stand."""
    for passage in view.speech():
        yield from (Found(Phrase("比喻", text), passage.number) for text in _texts(passage))


def _texts(passage: Passage) -> Iterator[str]:
    """What something is turned into, then what is called or likened to something, clause by clause."""
    text = passage.text
    if "“" in text:
        yield from (found[0] for found in _TURNED.finditer(text) if _things(passage, found))
    for sentence in passage.sentences:
        if not any(sign.search(text, sentence.start, sentence.end) for sign in _signs()):
            continue
        for before, clause in zip((None, *sentence.clauses), sentence.clauses, strict=False):
            first = before if before and before.start == sentence.clauses[0].start else None
            yield from filter(_is_short, _in_clause(passage, clause, first))


@cache
def _signs() -> tuple[re.Pattern[str], ...]:
    """What a sentence has that has a figure."""
    return any_of("vehicles"), any_of("likenings"), re.compile("之|是一")


def _things(passage: Passage, found: re.Match[str]) -> bool:
    """Whether both quotation marks hold things, and no doings."""
    ends = [found.start() + i for i, mark in enumerate(found[0]) if mark == "”"]
    things = all(passage.tags[end - 1] == "n" for end in ends)
    return things and _is_short(found[0]) and not passage.names(*found.span())


def _in_clause(passage: Passage, clause: Clause, first: Clause | None) -> Iterator[str]:
    """What `clause` has, and `first`, the clause that its sentence begins with, if it is the next one."""
    for unit in clause.units:
        text = passage.text[slice(*unit)]
        for found in any_of("vehicles").finditer(text):
            yield from _called(passage, unit, found, first if unit.start == clause.start else None)
        if counted := _IS_A.search(text):
            yield from _counted(passage, unit, counted)
        if "之" in text and _essence().fullmatch(text) and not passage.names(*unit):
            yield text
    like = _likens().search(passage.text, clause.start, clause.end)
    if like and passage.edges[like.start()] == "1" == passage.edges[like.end() : like.end() + 1]:
        yield from _likened(passage, clause, first, like)


def _called(passage: Passage, unit: Span, found: re.Match[str], first: Clause | None) -> Iterator[str]:
    """X是Y的“Z” with its subject, or nothing; 当好Y的“Z” from the verb on."""
    text, verb = found.string, _verb_before(passage, unit, found)
    if not verb or not _END.match(text, found.end()):
        return
    end, start = _end(text, found), unit.start + verb.start()
    if _DOSE.fullmatch(text, verb.end(), end) or _leans(passage, unit, verb):
        return
    if verb[0] in listed("callings"):
        start = _subject(passage, unit, verb.start())
        if start < 0 and first and verb[0].endswith("是") and not text[: verb.start()].strip("更也正就"):
            start = _before(passage, first)
    if end and start < unit.start and passage.text.startswith("，是", unit.start + end):
        return  # one of several that the subject is
    yield from _shown(passage, start, unit.start + end if end else 0)


def _counted(passage: Passage, unit: Span, found: re.Match[str]) -> Iterator[str]:
    """X是一艘Y的Z: the unit from its subject on, if it ends with a thing."""
    whole = _is_thing(passage, unit.end) and unit.end - unit.start - found.end() > 1
    if whole and not _leans(passage, unit, found):
        end = unit.end if "的" in found.string[found.end() :] else _ground_end(passage, unit.end)
        yield from _shown(passage, _subject(passage, unit, found.start()), end)


def _leans(passage: Passage, unit: Span, verb: re.Match[str]) -> bool:
    """Whether the figure hangs on another (不仅是…), or its subject is the second of two (真理，规律是…)."""
    lead = verb.string[: verb.start()]
    if _HANGS.search(lead) or verb[0].startswith("不仅") or (verb[0] == "作为" and not _TAKES.search(lead)):
        return True
    before = passage.text[: unit.start]
    alone = max(before.rfind(mark) for mark in "。！？；") + 1
    other = passage.first_word(alone, unit.start - 1) if before.endswith("，") else ""
    return len(other) > 1 and other == before[alone:-1] and passage.tags[alone] == "n"


def _ground_end(passage: Passage, end: int) -> int:
    """Where the clause ends that says what a picture does (童年是一座园子，藏着…)."""
    clause = re.compile("，[^，。；：、！？“”]{4,}(?=[，。；！？]|$)").match(passage.text, end)
    tells = clause and passage.tags[end + 1] == "v" and clause.end() - end <= _GROUND
    return clause.end() if clause and tells else end


def _shown(passage: Passage, start: int, end: int) -> Iterator[str]:
    """The words between `start` and `end`, if there are any that name nobody and point nowhere."""
    text = passage.text[start:end] if start >= 0 else ""
    if text and not passage.names(start, end) and not _POINTS_BACK.search(text):
        yield text


def _before(passage: Passage, clause: Clause) -> int:
    """Where the subject begins in the clause before (水是生命之源，是…); -1 if it is not there."""
    start = _behind_turns(passage, clause.start)
    text = passage.text[start : clause.end]
    leans = (
        _says_nothing(passage, start, clause.end) or _LEANS.search(text) or any_of("backgrounds").match(text)
    )
    return start if clause.mark == "，" and not leans and len(text) > 3 else -1


def _behind_turns(passage: Passage, start: int) -> int:
    """Where a clause comes to what it is about."""
    lead = _turns().match(passage.text, start)
    return lead.end() if lead else start


def _says_nothing(passage: Passage, start: int, end: int) -> bool:
    """Whether a subject says nothing by itself: 它, 这种…"""
    text = passage.text
    return bool(any_of("pointers").match(text, start, end) or _SAYS_NOTHING.match(text, start, end))


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
    verbs = _calls().finditer(found.string, 0, found.start())
    whole = [verb for verb in verbs if _is_word(passage, unit.start + verb.start(), verb[0])]
    if len(whole) > 1 and whole[-1][0] in listed("uses") and whole[-2].end() == whole[-1].start():
        whole.pop()
    last = whole[-1] if whole else None
    if last is None or _asks(found.string, last):
        return None
    near = _of(found.string, last.end(), found.start()) and _is_strong(found[0], last[0])
    quoted = _is_quoted(found) and last[0] != "当" and not _is_mere(found, last)
    return last if near or quoted else None


def _is_mere(found: re.Match[str], verb: re.Match[str]) -> bool:
    """Whether it is not said of what it is the vehicle (信用是“基石”, 运费成为“拦路虎”)."""
    between = found.string[verb.end() : found.start() - 1]
    if verb[0].endswith("成为"):
        return not between
    said = found.string[: verb.start()] + between
    return verb[0].endswith("是") and "的" not in said and len(said) < _LEAST_SAID


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
    start = _behind_turns(passage, quoted + 2 if quoted >= 0 else unit.start)
    end = unit.start + verb
    says = not _says_nothing(passage, start, end) and not _cut_off(passage, start)
    return start if says and _SUBJECT <= end - start <= _LONGEST_SUBJECT else -1


def _cut_off(passage: Passage, start: int) -> bool:
    """Whether a subject is the last of several (粮价、运费成为…): the others stand before a 、."""
    mark = max(passage.text.rfind(each, 0, start) for each in "，。；：！？")
    before = passage.text[mark + 1 : start]
    return before.endswith("、") and "是" not in before and not before[:-1].isdigit()


def _is_strong(vehicle: str, verb: str) -> bool:
    return vehicle != "支柱" and (vehicle not in listed("weak") or "是" in verb or "为" in verb)


def _of(text: str, start: int, end: int) -> bool:
    """Whether between the verb and the vehicle stands what it is the vehicle of."""
    return text[start:end].endswith(("的", "这一", "一个", "一大")) or 1 < end - start <= 3


def _likened(passage: Passage, clause: Clause, first: Clause | None, like: re.Match[str]) -> Iterator[str]:
    """X犹如一座Y, its subject in the same clause or in the one before; with its partner."""
    start = _behind_turns(passage, clause.start)
    if like.start() - start > _LONGEST_SUBJECT or _MIGHT.search(passage.text[start : like.start()]):
        return
    if like.start() == start and first:
        start = _before(passage, first)
    subject = start >= 0 and like.start() > start and not _says_nothing(passage, start, like.start())
    if subject and _pictures(passage, start, like, clause.end) and not passage.names(start, clause.end):
        told = clause.end if passage.text.startswith("，有", clause.end) else _ground_end(passage, clause.end)
        end = _partner_end(passage.text, told)
        if end > clause.end or not _goes_on(passage, end):
            yield passage.text[start:end]


def _goes_on(passage: Passage, end: int) -> bool:
    """Whether the picture is painted on (春风，滋润着…), or another stands beside it (脉搏，强劲的心脏)."""
    other = _BESIDE.match(passage.text, end)
    if not other:
        return False
    thing = "的" in other[1] and passage.tags[other.end() - 1] == "n" and passage.tags[end + 1] in "an"
    return passage.tags[end + 1] == "v" or passage.text.startswith("着", end + 3) or thing


def _partner_end(text: str, end: int) -> int:
    """Where the second half of a pair ends, or the first if it stands alone."""
    other = _PARTNER.match(text, end) if _BEARS.search(text, max(0, end - 6), end) else None
    return other.end(1) if other else end


def _pictures(passage: Passage, start: int, like: re.Match[str], end: int) -> bool:
    """Whether what something is like is a thing with more said of it, and stands for no argument."""
    text = passage.text
    plain = _BARE.fullmatch(text, like.end(), end) or _NO_PICTURE.search(text, start, end)
    pictured = _PICTURE.search(text, like.end(), end) is not None
    return pictured and not plain and _is_thing(passage, end)


def _is_thing(passage: Passage, end: int) -> bool:
    return passage.tags[end - 1] in "nil"


def _is_short(text: str) -> bool:
    quoted = is_closed(text) and "‘" not in text
    return quoted and 4 <= length(text) <= LONGEST and not re.search(r"\d", text)
