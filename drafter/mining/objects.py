"""Which verb takes what: an editor's knowledge, which `lists/takes.txt` has.

What the list does not pair is no verb with its object, however often it is written; so 发挥特色 and
发展方式 are none, and with them some good ones.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from drafter.mining.lexicon import lines, listed
from drafter.mining.view import Passage, Span

_INSIDE = re.compile("[cpryfdsRxtmq]")
_VERB = 2
"""How long every verb of the dictionary is; some are two words to the one who cuts (提｜振)."""
_ADJECTIVES = frozenset("ail")
_ANY_IDIOM = "四字"
_OF = 6
"""How long an object that ends in 之基 or 之责 may be."""


def is_pair(passage: Passage, unit: Span) -> bool:
    """Whether a verb of the dictionary stands first, and all the rest is an object that it takes."""
    thing = Span(unit.start + _VERB, unit.end)
    verb = passage.text[unit.start : thing.start]
    if verb not in objects_of_verbs() or thing.start >= thing.end or passage.edges[thing.start] != "1":
        return False
    if verb in listed("serial") and is_pair(passage, thing):
        return True
    head = _head(passage, verb, thing)
    return _tells(head, thing) and _is_one_thing(passage, verb, thing, thing.end - len(head))


def ends_in_object(passage: Passage, unit: Span) -> bool:
    """Whether a verb of the dictionary stands first, and last what it takes, whatever stands between."""
    thing = Span(unit.start + _VERB, unit.end)
    return thing.start < thing.end and bool(_head(passage, passage.text[unit.start : thing.start], thing))


def _tells(head: str, thing: Span) -> bool:
    """Whether there is a head that says enough: 水平 with some word before it, 之基 with no long one."""
    size = thing.end - thing.start
    if head.startswith("之"):
        return size <= _OF
    return bool(head) and (size > len(head) or head not in listed("vague"))


def _head(passage: Passage, verb: str, thing: Span) -> str:
    """The words at the end of `thing` that the dictionary pairs with a verb; empty where it pairs none."""
    heads = objects_of_verbs().get(verb, ())
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
    verbs = [word for word in inner if word in objects_of_verbs() and not _is_noun(word)]
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
def objects_of_verbs() -> Mapping[str, tuple[str, ...]]:
    """The verbs, each with the heads of what it takes."""
    heads: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for line in lines("takes"):
        verbs, taken = line.split("：")
        for verb in verbs.split():
            heads[verb] += tuple(taken.split())
    return dict(heads)
