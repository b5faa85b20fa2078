"""What a figure is said of: where its subject begins, and whether it says something by itself."""

from __future__ import annotations

import re
from functools import cache

from drafter.mining.lexicon import any_of
from drafter.mining.view import Clause, Passage, Span

_SAYS_NOTHING = re.compile(".*(?:这种|那些|什么|其[“中]|实际上|仍然|虽|不能|不会|并不|并非)")
_LEANS = re.compile("[时后中上下里说看言外前]$|[了，]")
"""What a clause has that is no subject of the next one."""
SHORTEST, LONGEST = 2, 12
"""How long a subject is."""


def behind_turns(passage: Passage, start: int) -> int:
    """Where a clause comes to what it is about."""
    lead = _turns().match(passage.text, start)
    return lead.end() if lead else start


def says_nothing(passage: Passage, start: int, end: int) -> bool:
    """Whether a subject says nothing by itself: 它, 这种…"""
    text = passage.text
    return bool(any_of("pointers").match(text, start, end) or _SAYS_NOTHING.match(text, start, end))


def subject_in(passage: Passage, unit: Span, verb: int) -> int:
    """Where the subject of the verb begins; -1 where it says nothing, is not there, or is too long."""
    quoted = passage.text.rfind("。”", unit.start, unit.start + verb)
    start = behind_turns(passage, quoted + 2 if quoted >= 0 else unit.start)
    end = unit.start + verb
    says = not says_nothing(passage, start, end) and not _cut_off(passage, start)
    return start if says and SHORTEST <= end - start <= LONGEST else -1


def _cut_off(passage: Passage, start: int) -> bool:
    """Whether a subject is the last of several (粮价、运费成为…): the others stand before a 、."""
    mark = max(passage.text.rfind(each, 0, start) for each in "，。；：！？")
    before = passage.text[mark + 1 : start]
    return before.endswith("、") and "是" not in before and not before[:-1].isdigit()


def subject_before(passage: Passage, clause: Clause) -> int:
    """Where the subject begins in the clause before (水是生命之源，是…); -1 if it is not there."""
    start = behind_turns(passage, clause.start)
    text = passage.text[start : clause.end]
    leans = (
        says_nothing(passage, start, clause.end) or _LEANS.search(text) or any_of("backgrounds").match(text)
    )
    return start if clause.mark == "，" and not leans and len(text) > 3 else -1


@cache
def _turns() -> re.Pattern[str]:
    return re.compile(f"(?:【[^】]*】|(?:{any_of('turns').pattern})(?![种个些样说]))+")
