"""A document as the miners see it: cut into words once, and into sentences, clauses and units.

A passage is a paragraph or a heading.  Its words are not kept as objects but as strings as long as its
text: `tags` has the part of speech of every character, `edges` a 1 where a word begins, and `beats` the
same with every word of four characters in two halves, as it is spoken.  So a span of the text is a span
of them all, and two spans are compared as fast as two strings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from drafter.bank import Phrase
from drafter.chinese import COMMON, Dictionary, dictionary
from drafter.mining.lexicon import any_of, listed, moulds
from drafter.outline import Outline, Section

HEADING = "标题"
LONGEST = 30
"""Han characters in a phrase."""
_SILENT = ("署名", "题注", "日期", "落款", "来源", "附件", "附注")
_GAP = "〔待"
_LONGER = re.compile("10+")
"""The edges of a word of two characters and more."""

_TAGS = {
    "vn": "w", "an": "n", "nz": "n", "ng": "n", "j": "n", "vg": "v", "vi": "v", "vq": "v",
    "ad": "a", "ag": "a", "z": "a", "b": "a", "vd": "d", "df": "d", "dg": "d",
}  # fmt: skip
_PERSON, _PLACE = "R", "P"
_LANDS = frozenset("省市县区州镇")
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛"
    "叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺"
    "赖龚习温莫商列诸屠焦鲁华齐"
)
_DIGIT = re.compile(r"[\d%％A-Za-z]")
_QUOTED = re.compile("“[^“”]{0,300}(?:“[^“”]{0,100}”[^“”]{0,300}){0,9}”|（[^（）]*）|《[^《》]*》|‘[^‘’]*’")
_MARKS = str.maketrans("，。；：、！？", "·······")
_SENTENCE = re.compile("[^。！？…]+")
_CLAUSE = re.compile("([^，；：—]+)([，；：—]?)")
_UNIT = re.compile("[^、]+")
_LEADS = frozenset("一二三四五六七八九十（(0123456789第首其再最同此")
_LEAD = re.compile(
    "(?:[一二三四五六七八九十]{1,3}(?:是要?|要|、)|[（(][一二三四五六七八九十\\d]+[）)]|\\d+[.、]"
    "|第[一二三四五六七八九十]+[，、是]?|首先|其次|再次|最后|同时|此外)"
)


class Span(NamedTuple):
    start: int
    end: int


class Clause(NamedTuple):
    """What stands between two commas; its units stand between two 、."""

    start: int
    end: int
    mark: str
    units: tuple[Span, ...]


class Sentence(NamedTuple):
    start: int
    end: int
    clauses: tuple[Clause, ...]
    quoted: bool


Units = Sequence[Span]
"""What is compared: stretches of one passage, in their order."""


class Group(NamedTuple):
    """Units that are alike, in their order, and how alike they are."""

    units: tuple[Span, ...]
    likeness: float


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or heading: where it stands, its text, and what is known of its words."""

    number: int
    heading: str
    role: str
    text: str
    tags: str
    edges: str
    beats: str
    sentences: tuple[Sentence, ...]
    is_lesson: bool
    """Whether it says what is said only where essays are taught and marked."""

    def words(self, start: int, end: int) -> list[str]:
        """The words that begin in a span, which is to end where one does."""
        starts = [i for i in range(start, end) if self.edges[i] == "1"]
        return [self.text[a:b] for a, b in pairwise([*starts, end])]

    def tagged_words(self, start: int, end: int) -> Iterator[tuple[str, str]]:
        """The words of a span, each with its part of speech."""
        starts = [i for i in range(start, end) if self.edges[i] == "1"]
        return ((self.text[a:b], self.tags[a]) for a, b in pairwise([*starts, end]))

    def telling_words(self, tags: frozenset[str]) -> Iterator[str]:
        """The words of two characters and more whose part of speech is one of `tags`."""
        spans = (found.span() for found in _LONGER.finditer(self.edges))
        return (self.text[a:b] for a, b in spans if self.tags[a] in tags)

    def first_word(self, start: int, end: int) -> str:
        after = self.edges.find("1", start + 1, end)
        return self.text[start : after if after > 0 else end]

    def last_word(self, start: int, end: int) -> str:
        return self.text[self.edges.rfind("1", start, end) : end]

    def has_digits(self, start: int, end: int) -> bool:
        """Whether a figure or a Latin letter stands there."""
        return _DIGIT.search(self.text, start, end) is not None

    def names_someone(self, start: int, end: int) -> bool:
        """Whether a person is named there."""
        return _PERSON in self.tags[start:end]

    def names(self, start: int, end: int) -> bool:
        """Whether a person, a place, or the house or exam that the text is about is named there."""
        tags = self.tags[start:end]
        return _PERSON in tags or _PLACE in tags or moulds("houses").search(self.text, start, end) is not None


@dataclass(frozen=True, slots=True)
class View:
    """A document in passages; its headings once more, in families of one level under one heading."""

    title: str
    passages: tuple[Passage, ...]
    families: tuple[tuple[Passage, ...], ...]
    dictionary: Dictionary

    def speech(self) -> Iterator[Passage]:
        """The passages that are no lesson in how to pass a written exam."""
        return (passage for passage in self.passages if not passage.is_lesson)

    def body(self) -> Iterator[Passage]:
        """The passages of running text."""
        return (passage for passage in self.passages if passage.role != HEADING)


class Found(NamedTuple):
    """A phrase, and the number of the paragraph where it stands."""

    phrase: Phrase
    paragraph: int


def teaches(text: str) -> bool:
    """Whether a text has a word that stands only where essays are taught and marked."""
    return any_of("marking").search(text) is not None


def view_of(outline: Outline, folder: Path | None = None) -> View:
    """`outline` for the miners; `folder` keeps the dictionary."""
    known = dictionary(folder)
    roles = zip(outline.numbered(), _roles(outline), strict=True)
    every = [_passage(number, heading, role, text, known) for (number, heading, text), role in roles]
    heads = iter([passage for passage in every if passage.role == HEADING])
    families = tuple(_families(outline.sections, heads))
    passages = tuple(passage for passage in every if _speaks(passage))
    return View(outline.title, passages, families, known)


def _speaks(passage: Passage) -> bool:
    return bool(passage.text) and passage.role not in _SILENT and _GAP not in passage.text


def _families(sections: Sequence[Section], heads: Iterator[Passage]) -> Iterator[tuple[Passage, ...]]:
    """The headings of `sections` as one family, then the families under each of them."""
    family: list[Passage] = []
    below: list[tuple[Passage, ...]] = []
    for section in sections:
        family.append(next(heads))
        below += _families(section.sections, heads)
    yield tuple(filter(_speaks, family))
    yield from below


def _roles(outline: Outline) -> Iterator[str]:
    """The role of each text that `Outline.numbered` gives."""
    if outline.title:
        yield "题目"
    yield from (paragraph.role for paragraph in (*outline.front, *outline.body))
    for _, section in outline.walk():
        yield HEADING
        yield from (paragraph.role for paragraph in section.body)
    yield from (paragraph.role for paragraph in outline.ending)


def _passage(number: int, heading: str, role: str, text: str, known: Dictionary) -> Passage:
    words = known.words(text)
    sign = _signs(known)
    tags = "".join([sign[word] for word in words])
    edges = "".join([_EDGES[len(word)] for word in words])
    beats = "".join([_BEATS[len(word)] for word in words])
    return Passage(number, heading, role, text, tags, edges, beats, tuple(_sentences(text)), teaches(text))


_EDGES = tuple("1" + "0" * (size - 1) for size in range(64))
_BEATS = tuple("1010" if size == 4 else edges for size, edges in enumerate(_EDGES))


class _Signs(dict[str, str]):
    """The tag of a word in one letter, once for each of its characters."""

    def __init__(self, known: Dictionary) -> None:
        super().__init__()
        self.known = known

    def __missing__(self, word: str) -> str:
        tag = self.known.tags.get(word, "x")
        self[word] = (_name(word, tag) or self._letter(word, tag)) * len(word)
        return self[word]

    def _letter(self, word: str, tag: str) -> str:
        """jieba's tag in a letter, except where it takes a mere compound or an idiom for something else."""
        if len(word) == 4 and tag in ("l", "i", "nr", "ns", "nt"):
            return "n" if tag == "l" and self._is_compound(word) else "i" if tag == "i" else "l"
        return "n" if tag[0] == "n" else _TAGS.get(tag, tag[0])

    def _is_compound(self, word: str) -> bool:
        """企业改制, 天下大事: two known words, the second a common noun or the name of some work."""
        tags, first, second = self.known.tags, word[:2], word[2:]
        if first not in tags or (first in listed("verbs") and first not in listed("work")):
            return False
        named = tags.get(second, "x").startswith(("n", "vn")) or second in listed("work")
        return named and self.known.seen(second) >= COMMON


def _name(word: str, tag: str) -> str:
    """jieba calls half of the language a name; a surname and two characters are one."""
    if word in listed("places") or (tag in ("ns", "nt") and len(word) == 4 and word[-1] in _LANDS):
        return _PLACE
    person = tag.startswith("nr") and word[0] in SURNAMES and len(word) == 3
    return _PERSON if person or word in listed("people") else ""


@cache
def _signs(known: Dictionary) -> _Signs:
    return _Signs(known)


def _sentences(text: str) -> Iterator[Sentence]:
    """The sentences of `text`, marks inside a quotation apart; then those inside quotations."""
    quoted = [Span(*found.span()) for found in _QUOTED.finditer(text)]
    hidden = _QUOTED.sub(lambda found: found[0].translate(_MARKS), text) if quoted else text
    yield from _cut(hidden, 0, len(text), quoted=False)
    for start, end in quoted:
        if end - start > 7 and text[start] == "“":
            yield from _cut(text, start + 1, end - 1, quoted=True)


def _cut(text: str, start: int, end: int, *, quoted: bool) -> Iterator[Sentence]:
    for found in _SENTENCE.finditer(text, start, end):
        a, b = found.span()
        yield Sentence(a, b, tuple(_clauses(text, a, b)), quoted)


def _clauses(text: str, start: int, end: int) -> Iterator[Clause]:
    for found in _CLAUSE.finditer(text, start, end):
        a, b = found.span(1)
        while a < b and text[a] in "”’ ":
            a += 1
        if a < b and text[a] in _LEADS and (lead := _LEAD.match(text, a, b)):
            a = lead.end()
        if a < b:
            units = _UNIT.finditer(text, a, b) if "、" in text[a:b] else ()
            yield Clause(a, b, found[2], tuple(Span(*unit.span()) for unit in units) or (Span(a, b),))
