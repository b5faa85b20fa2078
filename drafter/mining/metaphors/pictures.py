"""How far a picture goes: to its thing, to what the thing does, to its partner."""

from __future__ import annotations

import re

from drafter.mining.view import Passage

_PARTNER = re.compile("，([\u4e00-\u9fff]{1,2}之[\u4e00-\u9fff]{1,3})(?=[，。；：！？]|$)")
_BEARS = re.compile("[\u4e00-\u9fff]之[\u4e00-\u9fff]{1,3}$")
"""鸟之双翼，车之双轮: what stands in pairs."""
_BESIDE = re.compile("，([^，。；：！？]+)")
"""The clause behind a picture."""
_GROUND = 12
"""How long the clause is that says what the picture means."""


def is_thing(passage: Passage, end: int) -> bool:
    """Whether what ends there is a noun or an idiom."""
    return passage.tags[end - 1] in "nil"


def ground_end(passage: Passage, end: int) -> int:
    """Where the clause ends that says what a picture does (童年是一座园子，藏着…)."""
    clause = re.compile("，[^，。；：、！？“”]{4,}(?=[，。；！？]|$)").match(passage.text, end)
    tells = clause and passage.tags[end + 1] == "v" and clause.end() - end <= _GROUND
    return clause.end() if clause and tells else end


def partner_end(text: str, end: int) -> int:
    """Where the second half of a pair ends, or the first if it stands alone."""
    other = _PARTNER.match(text, end) if _BEARS.search(text, max(0, end - 6), end) else None
    return other.end(1) if other else end


def goes_on(passage: Passage, end: int) -> bool:
    """Whether the picture is painted on (春风，滋润着…), or another stands beside it (脉搏，强劲的心脏)."""
    other = _BESIDE.match(passage.text, end)
    if not other:
        return False
    thing = "的" in other[1] and passage.tags[other.end() - 1] == "n" and passage.tags[end + 1] in "an"
    return passage.tags[end + 1] == "v" or passage.text.startswith("着", end + 3) or thing
