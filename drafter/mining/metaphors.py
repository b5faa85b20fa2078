"""比喻: what something is called, or is turned into, or is like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.bank import Phrase
from drafter.chinese import length
from drafter.mining.lexicon import any_of, listed
from drafter.mining.view import Clause, Found, Passage, Span, View

LONGEST = 30

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
_MIGHT = re.compile("[会能]")
"""What compares without a picture, or says more than the picture."""
_SUBJECT, _LONGEST_SUBJECT = 2, 12


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
        for before, clause in zip((None, *sentence.clauses), sentence.clauses, strict=False):
            first = before if before and before.start == sentence.clauses[0].start else None
            yield from filter(_is_short, _in_clause(passage, clause, first))


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
        yield from _likened(passage, clause, like)


def _called(passage: Passage, unit: Span, found: re.Match[str], first: Clause | None) -> Iterator[str]:
    """X是Y的“Z” with its subject, or nothing; 当好Y的“Z” from the verb on."""
    text, verb = found.string, _verb_before(passage, unit, found)
    if not verb or not _END.match(text, found.end()):
        return
    end, start = _end(text, found), unit.start + verb.start()
    if verb[0] in listed("callings"):
        start = _subject(passage, unit, verb.start())
        if start < 0 and first and verb[0].endswith("是") and not text[: verb.start()].strip("更也正就"):
            start = _before(passage, first)
    yield from _shown(passage, start, unit.start + end if end else 0)


def _counted(passage: Passage, unit: Span, found: re.Match[str]) -> Iterator[str]:
    """X是一艘Y的Z: the unit from its subject on, if it ends with a thing."""
    if _is_thing(passage, unit.end) and unit.end - unit.start - found.end() > 1:
        yield from _shown(passage, _subject(passage, unit, found.start()), unit.end)


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
    return last if near or (_is_quoted(found) and last[0] != "当") else None


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
    return text[start:end].endswith(("的", "这一", "一个", "一大")) or 0 < end - start <= 3


def _likened(passage: Passage, clause: Clause, like: re.Match[str]) -> Iterator[str]:
    """X犹如一座Y, without X where it says nothing."""
    start = _behind_turns(passage, clause.start)
    if like.start() - start > _LONGEST_SUBJECT or _MIGHT.search(passage.text, start, like.start()):
        return
    if _says_nothing(passage, start, like.start()) or passage.names(start, clause.end):
        start = like.start()
    if _pictures(passage, start, like, clause.end) and not passage.names(start, clause.end):
        yield passage.text[start : clause.end]


def _pictures(passage: Passage, start: int, like: re.Match[str], end: int) -> bool:
    """Whether what something is like is a thing with more said of it, and stands for no argument."""
    text = passage.text
    plain = _BARE.fullmatch(text, like.end(), end) or _NO_PICTURE.search(text, start, end)
    pictured = _PICTURE.search(text, like.end(), end) is not None
    return pictured and not plain and _is_thing(passage, end)


def _is_thing(passage: Passage, end: int) -> bool:
    return passage.tags[end - 1] in "nil"


def _is_short(text: str) -> bool:
    quoted = text.count("“") == text.count("”") and "‘" not in text
    return quoted and 4 <= length(text) <= LONGEST and not re.search(r"\d", text)
