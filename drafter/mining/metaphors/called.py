"""X是Y的“Z”, 当好Y的“Z”, X是一艘Y的Z: what something is called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.mining.lexicon import any_of, listed
from drafter.mining.metaphors.pictures import ground_end, is_thing
from drafter.mining.metaphors.subjects import subject_before, subject_in
from drafter.mining.view import Clause, Passage, Span

_END = re.compile("[”’]?(?:[，。；、：！？和与“]|$)")
_MORE = re.compile("”(?:[、和]?“[^“”]{2,6}”)*")
_POINTS_BACK = re.compile("其(?![中实他余])|[这那][个些种]")
_HANGS = re.compile("(?:不[仅只光但单]|[更也却又]像|原本|本来|曾经?|看似)$")
"""What makes a figure lean on what stands before or behind it."""
_TAKES = re.compile("[把将以]")
"""What makes a doing of 作为."""
_DOSE = re.compile("一[剂针][\u4e00-\u9fff]{2,3}")
_LEAST_SAID = 4
"""How much is said with a vehicle in quotation marks."""


def called(passage: Passage, unit: Span, found: re.Match[str], first: Clause | None) -> Iterator[str]:
    """X是Y的“Z” with its subject, or nothing; 当好Y的“Z” from the verb on."""
    text, verb = found.string, _verb_before(passage, unit, found)
    if not verb or not _END.match(text, found.end()):
        return
    end, start = _end(text, found), unit.start + verb.start()
    if _DOSE.fullmatch(text, verb.end(), end) or _leans(passage, unit, verb):
        return
    if verb[0] in listed("callings"):
        start = subject_in(passage, unit, verb.start())
        if start < 0 and first and verb[0].endswith("是") and not text[: verb.start()].strip("更也正就"):
            start = subject_before(passage, first)
    if end and start < unit.start and passage.text.startswith("，是", unit.start + end):
        return  # one of several that the subject is
    yield from _shown(passage, start, _twin_end(passage.text, unit.start + end) if end else 0)


def _twin_end(text: str, end: int) -> int:
    """Where a figure that ends at `end` ends with the vehicles that 、 adds: 传家宝、生命线."""
    twin = _twin().match(text, end)
    return twin.end() if twin else end


@cache
def _twin() -> re.Pattern[str]:
    vehicle = f"(?:{any_of('vehicles').pattern})"
    return re.compile(f"(?:、(?:“{vehicle}”|{vehicle}))+(?=[，。；！？]|$)")


def counted(passage: Passage, unit: Span, found: re.Match[str]) -> Iterator[str]:
    """X是一艘Y的Z: the unit from its subject on, if it ends with a thing."""
    whole = is_thing(passage, unit.end) and unit.end - unit.start - found.end() > 1
    if whole and not _leans(passage, unit, found):
        end = unit.end if "的" in found.string[found.end() :] else ground_end(passage, unit.end)
        yield from _shown(passage, subject_in(passage, unit, found.start()), end)


def _leans(passage: Passage, unit: Span, verb: re.Match[str]) -> bool:
    """Whether the figure hangs on another (不仅是…), or its subject is the second of two (真理，规律是…)."""
    lead = verb.string[: verb.start()]
    if _HANGS.search(lead) or verb[0].startswith("不仅") or (verb[0] == "作为" and not _TAKES.search(lead)):
        return True
    before = passage.text[: unit.start]
    alone = max(before.rfind(mark) for mark in "。！？；") + 1
    other = passage.first_word(alone, unit.start - 1) if before.endswith("，") else ""
    return len(other) > 1 and other == before[alone:-1] and passage.tags[alone] == "n"


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


def _is_strong(vehicle: str, verb: str) -> bool:
    return vehicle != "支柱" and (vehicle not in listed("weak") or "是" in verb or "为" in verb)


def _of(text: str, start: int, end: int) -> bool:
    """Whether between the verb and the vehicle stands what it is the vehicle of."""
    return text[start:end].endswith(("的", "这一", "一个", "一大")) or 1 < end - start <= 3


def _end(text: str, found: re.Match[str]) -> int:
    """Where the vehicle ends, with another that 和 adds; 0 where something else is added."""
    more = _MORE.match(text, found.end()) if _is_quoted(found) else None
    end = more.end() if more else found.end()
    if text[end : end + 1] not in ("和", "与", "及"):
        return end
    other = any_of("vehicles").match(text, end + 1)
    return other.end() if other and not _is_quoted(found) and _END.match(text, other.end()) else 0


def _shown(passage: Passage, start: int, end: int) -> Iterator[str]:
    """The words between `start` and `end`, if there are any that name nobody and point nowhere."""
    text = passage.text[start:end] if start >= 0 else ""
    if text and not passage.names(start, end) and not _POINTS_BACK.search(text):
        yield text


@cache
def _calls() -> re.Pattern[str]:
    """The verbs that stand before a vehicle."""
    return re.compile(f"{any_of('callings').pattern}|{any_of('handlings').pattern}")
