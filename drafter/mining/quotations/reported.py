"""What is said without quotation marks: 古人云：…, 总书记指出，…, and what is signed （宋·朱熹）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from drafter.chinese import length
from drafter.mining.lexicon import any_of, listed
from drafter.mining.quotations import speakers
from drafter.mining.view import Passage, Span, teaches

SHORTEST, LONGEST, LONGEST_SAYING = 6, 80, 48
"""What is told, in characters; a saying is shorter than what a leader is reported to have said."""

_TODAY = re.compile("[的了们让]")
_SPEAKS = re.compile(
    "(?:[云曰言讲道说谓叫]|[说讲]过|[说讲]得好)[：，](?![“‘「『\"'])|正所谓(?![：，“‘「『\"'])"
)
_REPORTS = re.compile(
    "(?:指出|强调|说过?|讲过?|写道|告诫[^，。]{0,6}|提出|提及|叮嘱|嘱托|认为|[有所]言|有云"
    "|所?(?:说|讲|言|指出|强调|告诫)的(?:那样)?)[：，](?![“‘「『\"'])"
)
"""The verb and its mark: first what may stand behind 古人 and 《书》, then behind a leader."""
_TELLS = re.compile("[云曰言讲道说谓叫过好出调及嘱托为样的](?:[：，]|(?<=谓))|告诫")
"""What any of them has; it is found fast."""
_REACH = 50
_SIGNED = re.compile("(?:^|[：。])([^。！？：“”（）《》\\d—]{6,60})[。！？]?(?=（|——)")
_EPIGRAPH = re.compile(
    "(?:\\d+[.、．]\\s*)?([^“”\\d]{4,150}?[。！？…])——"
    "([\u4e00-\u9fff]{2,7}(?:[·•][\u4e00-\u9fff]{1,6})?(?:《[^《》]{1,20}》)?|《[^《》]{1,20}》)$"
)
_NO_NAME = frozenset("vadwp")
"""The parts of speech of which no name is made."""
_SENTENCE = re.compile("[^。！？“”‘’'「」『』\"（）…]+")
_CLAUSE = re.compile("([^，；：]+)(?:[，；：。！？]|$)")
_ENDS = ("。", "！", "？", "…", "")
_NARRATES = re.compile(
    "[，；](?:这|那|体现|为我们|因此|所以|我们|可见|意思|深刻|足见|充分|告诉|说明|启[示迪]|而(?!是)|由此|在|为的|目的|旨在"
    "|[将把][^，。]{2,30}(?:比作|称为|视为|誉为))"
)
"""How a writer goes on who has told what somebody else said."""
_RESUMES = re.compile("才[会能是有]|从而|因此|因而|所以|于是|就[会能是]|也就")
"""How a writer goes on behind a saying of two clauses."""
_ASKS = re.compile("要|必须|应|需|[^，]+，要")
"""What asks for something, and may go on with where and how."""
_CUT = re.compile("[让将把使]")
"""What is only what somebody does with something."""
_PROSE = re.compile(r"\d|我们|这|[你您吗呢]|《")
_SHORT, _MIDDLING = 9, 14
"""How long the clauses of a saying are: several, or one or two."""


class Quotation(NamedTuple):
    """Words as they stand in a passage, without their marks, and who says them."""

    start: int
    end: int
    by: str


def reported(passage: Passage) -> Iterator[Quotation]:
    """What somebody is said to have said, in words that no quotation marks set apart."""
    text = passage.text
    if _TELLS.search(text):
        yield from _of_elders(text)
        yield from _of_leaders(text)
    if "——" in text or "（" in text:
        yield from _signed(passage)


def _signed(passage: Passage) -> Iterator[Quotation]:
    """What a paragraph ends with is a name, or a sentence is followed by one in brackets."""
    text = passage.text
    whole = _EPIGRAPH.match(text)
    if whole and length(whole[1]) >= SHORTEST and _is_name(passage, *whole.span(2)):
        yield Quotation(*whole.span(1), whole[2])
        return
    for found in _SIGNED.finditer(text):
        if by := speakers.signature(text, found.end()):
            yield Quotation(*found.span(1), by)


def _is_name(passage: Passage, start: int, end: int) -> bool:
    """Whether no word that stands there says what somebody does, or how."""
    work = passage.text.find("《", start, end)
    words = passage.tagged_words(start, work if work >= 0 else end)
    return not any(len(word) > 1 and tag in _NO_NAME for word, tag in words)


@cache
def _elder() -> re.Pattern[str]:
    """古人云， 《书》曰： 正所谓："""
    often = "[中里]?[也即就便常曾亦早还]*"
    return re.compile(
        f"(?P<by>(?<![\u4e00-\u9fff])[子诗书]|{any_of('elders').pattern}|《[^《》]{{1,12}}》){often}"
        "(?:[云曰言讲道说]|说过|常说|有言|有云|说得好|讲得好|言道)[：，]$"
        f"|(?P<name>{any_of('speakers').pattern}){often}(?:[云曰]|[有所]言|有云)[：，]$"
        f"|(?:{any_of('sayings').pattern})[：，]?$"
    )


@cache
def _leader() -> re.Pattern[str]:
    """习近平总书记多次指出，"""
    return re.compile(f"(?P<by>{speakers.person().pattern}){speakers.manner()}$")


def _of_elders(text: str) -> Iterator[Quotation]:
    for speaks in _SPEAKS.finditer(text):
        found = _elder().search(text, max(0, speaks.start() - _REACH), speaks.end())
        said = _first_saying(text, speaks.end()) if found else None
        if found and said and not (_is_ancient(found["by"]) and _TODAY.search(text, *said)):
            yield Quotation(*said, found["by"] or found["name"] or "")


def _is_ancient(by: str | None) -> bool:
    """Whether who speaks had not the words of today (孔子, 《诗》): one who does is retold."""
    return by is not None and by.endswith(("子", "诗", "书", "》"))


def _of_leaders(text: str) -> Iterator[Quotation]:
    for reports in _REPORTS.finditer(text):
        found = _leader().search(text, max(0, reports.start() - _REACH), reports.start())
        alone = found and not text.endswith(("和", "与", "及"), 0, found.start())
        new = found and alone and found["by"] not in listed("elders")
        retold = "那样" in reports[0] and _ASKS.match(text, reports.end())
        if found and new and not retold and (said := _sentence(text, reports.end())):
            yield Quotation(*said, found["by"])


def _first_saying(text: str, start: int) -> Span | None:
    """The saying that a sentence begins with: all of it, or its first clauses."""
    clauses = _clauses(text, start)
    goes_on = (n for n, clause in enumerate(clauses) if n > 1 and _RESUMES.match(text, clause.start))
    clauses = clauses[: next(goes_on, None)]
    count = _how_many([clause.end - clause.start for clause in clauses])
    end = clauses[count - 1].end if count else start
    fits = SHORTEST <= length(text[start:end]) <= LONGEST_SAYING and not _PROSE.search(text, start, end)
    return Span(start, end) if fits and not teaches(text[start:end]) else None


def _clauses(text: str, start: int) -> list[Span]:
    """The clauses of the sentence that begins at `start`, as far as it holds no marks."""
    sentence = _SENTENCE.match(text, start)
    if not sentence:
        return []
    clauses = [Span(*found.span(1)) for found in _CLAUSE.finditer(text, *sentence.span())]
    whole = text[sentence.end() : sentence.end() + 1] in _ENDS or sentence[0][-1] in "，；"
    return clauses if whole else clauses[:-1]


def _how_many(sizes: Sequence[int]) -> int:
    """How many of the clauses make the saying: a few short ones, pairs of one length, one; 0 for none."""
    if 0 < len(sizes) < 7 and max(sizes) <= _SHORT:
        odd = len(sizes) == 3 and sizes[0] == sizes[1] != sizes[2]
        return 2 if odd else len(sizes)
    for count in (6, 4, 2):
        pairs = [*zip(sizes[:count:2], sizes[1:count:2], strict=False)]
        if count <= len(sizes) and all(abs(one - other) < 2 and one <= _SHORT for one, other in pairs):
            return count
    if 0 < len(sizes) < 3 and max(sizes) <= _MIDDLING:
        return len(sizes)
    return 1 if sizes and sizes[0] <= _MIDDLING else 0


def _sentence(text: str, start: int) -> Span | None:
    """The sentence that begins at `start`, up to where the writer goes on."""
    sentence = _SENTENCE.match(text, start)
    if not sentence:
        return None
    goes_on = _NARRATES.search(text, *sentence.span())
    end = goes_on.start() if goes_on else sentence.end()
    whole = goes_on is not None or text[end : end + 1] in _ENDS
    if goes_on and goes_on[0].endswith(("在", "充分")) and _ASKS.match(text, start):
        whole = False
    fits = whole and not _CUT.match(text, start) and SHORTEST < length(text[start:end]) <= LONGEST
    return Span(start, end) if fits and not re.search(r"\d", text[start:end]) else None
