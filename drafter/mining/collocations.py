"""搭配: a verb and what it takes (畅通信息渠道), where nothing else stands between two marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.bank import Phrase
from drafter.mining.lexicon import any_of
from drafter.mining.objects import is_pair, objects_of_verbs
from drafter.mining.view import Clause, Found, Passage, Span, View

SHORTEST, LONGEST = 4, 12

_HAN = re.compile("[\u4e00-\u9fff]+")
_BAD = re.compile(
    "[等这那其该某们了让令]|有(?![效力序机])|使(?![命用])|一些|之间|以来|过程中|得[住起]|者$|之[一二三四五]$|的[是人事]"
)


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
    return passage.tags[start] in "vd" or passage.first_word(*clause.units[i + 1]) in objects_of_verbs()


def _stands(passage: Passage, text: str, unit: Span) -> bool:
    """Whether a unit is of words alone, and of such as do not lean on the text around it."""
    return bool(_HAN.fullmatch(text)) and not _BAD.search(text) and not passage.names(*unit)
