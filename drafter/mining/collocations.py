"""搭配: a verb and what it takes (畅通信息渠道), where nothing else stands between two marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.bank import Phrase
from drafter.mining.lexicon import listed
from drafter.mining.view import Clause, Found, Passage, Span, View

SHORTEST, LONGEST = 4, 12

_LEADS = re.compile(
    "(?:要|必须|应当|应该|应|须|需要|就要|还要|也要|更要|不断|切实|着力|始终|进一步|努力|坚决|自觉|更好地?|积极|大力|深入|全面|认真|严格|充分"
    "|扎实|深刻|时刻|牢牢|有效|持续|主动|真正|继续|稳步|有序|全力|合力|共同|逐步|尽快|及时|并|从而|进而|以|来|能够|可以|才能|方能)+"
)
_INSIDE = re.compile("[cpryfdsRxtmq]")
_HAN = re.compile("[\u4e00-\u9fff]+")
_BAD = re.compile(
    "[等这那其该某们了让令]|有(?![效力序机])|使(?![命用])|一些|之间|以来|过程中|得[住起]|者$|之[一二三四五]$|的[是人事]"
)


def collocations(view: View) -> Iterator[Found]:
    """The verb–object pairs of a document, with the verbs that take many an object."""
    for passage in view.speech():
        for sentence in passage.sentences:
            for clause in sentence.clauses:
                yield from (
                    Found(Phrase("搭配", text), passage.number) for text in _in_clause(passage, clause)
                )


def _in_clause(passage: Passage, clause: Clause) -> Iterator[str]:
    for i, unit in enumerate(clause.units):
        start = _after_leads(passage, unit)
        if SHORTEST <= unit.end - start <= LONGEST and _complete(passage, clause, i):
            verb = passage.first_word(start, unit.end)
            if verb in listed("verbs") and _takes(passage, start, unit.end, verb):
                yield passage.text[start : unit.end]


def _after_leads(passage: Passage, unit: Span) -> int:
    """Where a unit begins, without 要 进一步 切实 and their like."""
    found = _LEADS.match(passage.text, *unit)
    at_word = found and found.end() < unit.end and passage.edges[found.end()] == "1"
    return found.end() if found and at_word else unit.start


def _complete(passage: Passage, clause: Clause, i: int) -> bool:
    """Whether the object is not the first of a list (加强公文、会务…): a verb must follow the 、."""
    if i + 1 == len(clause.units):
        return True
    start = _after_leads(passage, clause.units[i + 1])
    return passage.tags[start] in "vd" or passage.first_word(*clause.units[i + 1]) in listed("verbs")


def _takes(passage: Passage, start: int, end: int, verb: str) -> bool:
    """Whether all that stands behind the verb is its object."""
    text = passage.text[start:end]
    if not _HAN.fullmatch(text) or _BAD.search(text) or passage.names(start, end):
        return False
    last = passage.last_word(start, end)
    inner = passage.tags[start + len(verb) : end - len(last)]
    if text[len(verb) :].startswith(("之", "着")) or not _is_object(passage, start, end, inner):
        return False
    if _INSIDE.search(inner) or _goes_on(passage, start + len(verb), end, verb):
        return False
    return "的" not in text or _describes(passage, text, start, len(verb))


def _goes_on(passage: Passage, start: int, end: int, verb: str) -> bool:
    """Whether another verb takes the object (推进…打好基础): one that follows a noun, or any odd one."""
    words = passage.words(start, end)
    if words[-1] in listed("heads") or words[-1] in listed("work"):
        return False
    verbs = [word in listed("verbs") for word in words[:-1]]
    return any(verbs[1:]) or (verbs[:1] == [True] and verb not in listed("serial"))


def _is_object(passage: Passage, start: int, end: int, inner: str) -> bool:
    """Whether the last word is a noun, or an idiom right behind the verb."""
    last, tag = passage.last_word(start, end), passage.tags[end - 1]
    if tag in "il":
        return not inner
    return tag == "n" or last in listed("work") or last in listed("nouns") or passage.text[end - 2] == "之"


def _describes(passage: Passage, text: str, start: int, verb: int) -> bool:
    """Whether the 的 belongs to the object (清正廉洁的形象), not to the whole (筑牢防线的排头兵)."""
    of = text.index("的")
    if of <= verb or text[of + 1 :] in listed("vehicles") or passage.tags[start + of - 1] not in "ailv":
        return False
    alone = passage.edges.count("1", start + verb, start + of) == 1
    return not (alone and passage.tags[start + verb] == "v")
