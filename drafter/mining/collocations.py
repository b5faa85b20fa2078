"""搭配: a verb and what it takes (畅通信息渠道), where nothing else stands between two marks.

Which verb takes what is an editor's knowledge: `lists/takes.txt` has it.  What the list does not pair is
no 搭配, however often it is written; so 发挥特色 and 发展方式 are left, and with them some good ones.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from drafter.bank import Phrase
from drafter.mining.lexicon import any_of, lines, listed
from drafter.mining.view import Clause, Found, Passage, Span, View

SHORTEST, LONGEST = 4, 12

_INSIDE = re.compile("[cpryfdsRxtmq]")
_HAN = re.compile("[\u4e00-\u9fff]+")
_BAD = re.compile(
    "[等这那其该某们了让令]|有(?![效力序机])|使(?![命用])|一些|之间|以来|过程中|得[住起]|者$|之[一二三四五]$|的[是人事]"
)
_VERB = 2
"""How long every verb of the dictionary is; some are two words to the one who cuts (提｜振)."""
_ADJECTIVES = frozenset("ail")
_ANY_IDIOM = "四字"
_OF = 6
"""How long an object that ends in 之基 or 之责 may be."""


def collocations(view: View) -> Iterator[Found]:
    """The verb–object pairs of a document, as far as the verb is known to take the object."""
    for passage in view.speech():
        for sentence in passage.sentences:
            for clause in sentence.clauses:
                yield from (
                    Found(Phrase("搭配", text), passage.number) for text in _in_clause(passage, clause)
                )


def _in_clause(passage: Passage, clause: Clause) -> Iterator[str]:
    for i, unit in enumerate(clause.units):
        start = _after_preludes(passage, unit)
        if SHORTEST <= unit.end - start <= LONGEST and _complete(passage, clause, i):
            text = passage.text[start : unit.end]
            if _stands(passage, text, Span(start, unit.end)) and is_pair(passage, Span(start, unit.end)):
                yield text


def _after_preludes(passage: Passage, unit: Span) -> int:
    """Where a unit begins, without 要 进一步 切实 and their like."""
    found = _preludes().match(passage.text, *unit)
    at_word = found and found.end() < unit.end and passage.edges[found.end()] == "1"
    return found.end() if found and at_word else unit.start


@cache
def _preludes() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of('preludes').pattern})+")


def _complete(passage: Passage, clause: Clause, i: int) -> bool:
    """Whether the object is not the first of a list (加强公文、会务…): a verb must follow the 、."""
    if i + 1 == len(clause.units):
        return True
    start = _after_preludes(passage, clause.units[i + 1])
    return passage.tags[start] in "vd" or passage.first_word(*clause.units[i + 1]) in _dictionary()


def _stands(passage: Passage, text: str, unit: Span) -> bool:
    """Whether a unit is of words alone, and of such as do not lean on the text around it."""
    return bool(_HAN.fullmatch(text)) and not _BAD.search(text) and not passage.names(*unit)


def is_pair(passage: Passage, unit: Span) -> bool:
    """Whether a verb of the dictionary stands first, and all the rest is an object that it takes."""
    thing = Span(unit.start + _VERB, unit.end)
    verb = passage.text[unit.start : thing.start]
    if verb not in _dictionary() or thing.start >= thing.end or passage.edges[thing.start] != "1":
        return False
    if verb in listed("serial") and is_pair(passage, thing):
        return True
    head = _head(passage, verb, thing)
    return _tells(head, thing) and _is_one_thing(passage, verb, thing, thing.end - len(head))


def _tells(head: str, thing: Span) -> bool:
    """Whether there is a head that says enough: 水平 with some word before it, 之基 with no long one."""
    size = thing.end - thing.start
    if head.startswith("之"):
        return size <= _OF
    return bool(head) and (size > len(head) or head not in listed("vague"))


def _head(passage: Passage, verb: str, thing: Span) -> str:
    """The words at the end of `thing` that the dictionary pairs with a verb; empty where it pairs none."""
    heads = _dictionary().get(verb, ())
    word = passage.first_word(*thing)
    idiom = passage.tags[thing.start] in "il" and len(word) == 4 == thing.end - thing.start
    if idiom and _ANY_IDIOM in heads:
        return word
    return max((head for head in heads if passage.text.endswith(head, *thing)), key=len, default="")


def _is_one_thing(passage: Passage, verb: str, thing: Span, head: int) -> bool:
    """Whether `thing` is a noun and what describes it: no sentence, nothing that another verb takes."""
    inner = _words_before(passage, thing, head)
    if _INSIDE.search(passage.tags, thing.start, head) or not listed("links").isdisjoint(inner):
        return False
    if passage.text[thing.start] in "之着" or verb in inner or not listed("exam").isdisjoint(inner):
        return False
    verbs = [word for word in inner if word in _dictionary() and not _is_noun(word)]
    if verbs and not _lets_in(passage, verbs, inner[0], Span(head, thing.end), thing):
        return False
    return "的" not in inner or (inner.count("的") == 1 and _describes(passage, thing))


def _words_before(passage: Passage, thing: Span, head: int) -> list[str]:
    """The words of `thing` before the one in which its head begins."""
    last = passage.edges.rfind("1", thing.start, head + 1)
    return passage.words(thing.start, last) if last > thing.start else []


def _lets_in(passage: Passage, verbs: Sequence[str], first: str, head: Span, thing: Span) -> bool:
    """Whether verbs may stand in an object: one that takes it too (建立健全…), or some before a 能力."""
    takers = [verb for verb in verbs if _head(passage, verb, thing)]
    return takers == verbs == [first] or (not takers and passage.text[slice(*head)] in listed("heads"))


def _is_noun(word: str) -> bool:
    """Whether a verb may describe a noun, or be one."""
    return any(word in listed(name) for name in ("work", "nouns", "attributes"))


def _describes(passage: Passage, thing: Span) -> bool:
    """Whether adjectives alone stand before the 的 (清正廉洁的形象): a sentence there is somebody's own."""
    of = passage.text.index("的", thing.start)
    start = thing.start + (passage.text[thing.start] in "出起好")
    return of > start and _ADJECTIVES.issuperset(passage.tags[start:of])


@cache
def _dictionary() -> Mapping[str, tuple[str, ...]]:
    """The verbs, each with the heads of what it takes."""
    heads: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for line in lines("takes"):
        verbs, taken = line.split("：")
        for verb in verbs.split():
            heads[verb] += tuple(taken.split())
    return dict(heads)
