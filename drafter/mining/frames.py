"""句框 and 过渡: the fixed words of a sentence, its slots shown as ….

A frame is written in `lists/` as it is shown: … is a slot, …… a slot that may hold commas, （甲|乙|）
one of some words or none, ＾ before it says that nothing of its clause precedes, and 。 behind it that
nothing follows.  The phrase has the words that the text has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from drafter.bank import Phrase
from drafter.chinese import is_closed
from drafter.mining.lexicon import lines
from drafter.mining.view import Found, Passage, View

_SLOT, _WIDE = "[^，。；：！？…]{1,18}?", "[^。；：！？…]{1,48}?"
_ENDS = "(?=[，。；：！？、]|$)"
_STARTS = "(?<![^，。；：！？“])"
_JOINED = re.compile("[都也更就还][是有能会要应在不须将可]")
"""Two words that the dictionary has as one."""
_DEGREES = frozenset("最极较更颇尤甚")
"""Before a 为 that only makes an adverb of them (最为突出)."""
_CORRELATES = ("不仅", "不只", "不单", "不光", "既")
_GO_ON = frozenset(["是", "要", "能", "能够", "有", "需", "需要", "在", "在于", "会", "应", "应该", "仅"])
"""What 不仅 and 更 may go on with, if both do (不仅是…，更要… do not answer each other)."""
_PART = re.compile("……|…|（[^）]*）|[^…（）]+")


class Frame(NamedTuple):
    """A frame ready to be searched: how it is shown, what to search for, what it does."""

    parts: tuple[str, ...]
    pattern: re.Pattern[str]
    function: str


Table = Mapping[str, Sequence[Frame]]


def frames(view: View) -> Iterator[Found]:
    """The 句框 of a document."""
    table = _by_needed_words()
    for passage in view.speech():
        here = dict.fromkeys(frame for key, some in table.items() if key in passage.text for frame in some)
        finds = ((frame, found) for frame in here for found in frame.pattern.finditer(passage.text))
        yield from dict.fromkeys(_phrases(passage, "句框", finds))


def transitions(view: View) -> Iterator[Found]:
    """The 过渡 of a document: what its sentences begin with."""
    table = _by_first_character()
    for passage in view.body():
        for sentence in passage.sentences:
            here = table.get(passage.text[sentence.start], ())
            tried = ((frame, frame.pattern.match(passage.text, sentence.start)) for frame in here)
            finds = ((frame, found) for frame, found in tried if found)
            yield from _phrases(passage, "过渡", finds)


def _phrases(passage: Passage, kind: str, finds: Iterable[tuple[Frame, re.Match[str]]]) -> Iterator[Found]:
    for frame, found in finds:
        if (
            _at_words(passage, found)
            and not _is_torn(passage, found)
            and _ends(passage, frame, found)
            and _answers(passage, found)
            and is_closed(found[0])
            and not passage.names_someone(*found.span())
        ):
            yield Found(Phrase(kind, _text(frame, found), function=frame.function), passage.number)


def _at_words(passage: Passage, found: re.Match[str]) -> bool:
    """Whether every fixed word begins and ends where a word of the text does."""
    for i, words in enumerate(found.groups(), 1):
        start = found.start(i) + (len(words) - len(words.lstrip("，；：、“”")))
        bare = words.strip("，；：、“”")
        begins = passage.edges[start] == "1" and _begins(bare, passage.first_word(start, len(passage.text)))
        if bare and not (begins and _at_end(passage, start, start + len(bare))):
            return False
    return True


def _is_torn(passage: Passage, found: re.Match[str]) -> bool:
    """Whether a frame begins with the 为 of an adverb (最为突出), or behind the 既 that it answers."""
    before = passage.text[max(found.start() - 1, 0) : found.start()]
    return before == "既" or (found[0].startswith("为") and before in _DEGREES)


def _at_end(passage: Passage, start: int, end: int) -> bool:
    """Whether a word ends at `end`, or what the fixed word has of it is a word too: 都｜是, 落到｜实处."""
    if passage.edges[end : end + 1] in ("", "1"):
        return True
    last = max(start, passage.edges.rfind("1", 0, end))
    return end - last > 1 or _JOINED.match(passage.text, last) is not None


def _ends(passage: Passage, frame: Frame, found: re.Match[str]) -> bool:
    """Whether the last fixed word, where no slot follows it, is no half of a name (以…为根本｜目的)."""
    return frame.parts[-1] in ("…", "……") or passage.tags[found.end() : found.end() + 1] not in ("n", "w")


def _answers(passage: Passage, found: re.Match[str]) -> bool:
    """Whether the words that call for each other go on alike before their slots, if they go on at all."""
    if not found[0].startswith(_CORRELATES):
        return True
    ends = map(found.end, range(1, len(found.groups()) + 1))
    following = [passage.first_word(end, len(passage.text)) for end in ends]
    return _GO_ON.isdisjoint(following) or len(set(following)) == 1


def _begins(words: str, word: str) -> bool:
    return words.startswith(word) or (word.startswith(words) and len(words) > 1)


def _text(frame: Frame, found: re.Match[str]) -> str:
    words = iter(found.groups())
    return "".join("…" if part in ("…", "……") else next(words) for part in frame.parts)


@cache
def _by_needed_words() -> Table:
    """The frames, each under the words of which it must have one."""
    table: dict[str, list[Frame]] = {}
    for frame in map(_frame, lines("frames")):
        fixed = [part for part in frame.parts if part not in ("…", "……")]
        needed = min(fixed, key=lambda part: (part.count("|"), -len(part)))
        for key in _words_of(needed):
            table.setdefault(key, []).append(frame)
    return table


@cache
def _by_first_character() -> Table:
    """The cues, each under the characters that it may begin with."""
    table: dict[str, list[Frame]] = {}
    for frame in map(_frame, lines("cues")):
        for first in {words[0] for words in _words_of(frame.parts[0])}:
            table.setdefault(first, []).append(frame)
    return table


def _frame(line: str) -> Frame:
    function, written = line.split("\t")
    first, *others = parts = tuple(_PART.findall(written.removeprefix("＾").removesuffix("。")))
    start = _STARTS if written.startswith("＾") else ""
    pattern = start + _first(first) + "".join(map(_pattern, others[:-1])) + "".join(map(_last, others[-1:]))
    return Frame(parts, re.compile(pattern + (_ENDS if written.endswith("。") else "")), function)


def _words_of(part: str) -> list[str]:
    return part.strip("（）").split("|")


def _pattern(part: str) -> str:
    if part == "…":
        return _SLOT
    if part == "……":
        return _WIDE
    return f"({'|'.join(_words_of(part))})"


def _first(part: str) -> str:
    """The first slot need not be read from its beginning."""
    return "(?<=[^，。；：！？…])" if part == "…" else _pattern(part)


def _last(part: str) -> str:
    """The last slot need not be read to its end."""
    return "(?=[^，。；：！？…])" if part == "…" else _pattern(part)
