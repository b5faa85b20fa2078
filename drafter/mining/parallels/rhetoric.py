"""Which groups of parallel units are figures of speech, and which are mere lists of things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from operator import eq

from drafter.mining.lexicon import any_of, listed
from drafter.mining.likeness import SHAPED, shape
from drafter.mining.view import Group, Passage, Span

_STANDING = ("他山", "但愿", "但行", "由此及")
"""What begins as a word does that points, and does not."""
_REFERRING = re.compile(
    "[这那]是|的同时|[让使将把对给]其(?![他中])|第[一二三四五六七八九十]|[^\u4e00-\u9fff“”‘’《》、，；：]"
)
"""What a unit that can stand anywhere does not have."""
_TRAILING = ("另外", "此外", "同时", "因此", "否则", "但是")
_CLAUSES = frozenset("，；。？！")
"""What parts clauses, which are figures by what they have in common; the units of a list must show it."""
_NAMED = re.compile("(?:计划|项目|栏目|专栏|活动)”?$")
_RHETORIC = re.compile("[之所不最更既又越敢勇善必则有无以在要能把将使让从与]")
_SAYING = re.compile("[vw].*n|[dp]|[ailn].*u.*n")


def is_figure(passage: Passage, group: Group) -> bool:
    """Whether the units say something, name nobody, and are no mere list of things (印章管理、档案管理)."""
    units = group.units
    sizes = [end - start for start, end in units]
    if min(sizes) < 2:
        return False
    if any(passage.names(*unit) or _points(passage.text[slice(*unit)]) for unit in units):
        return False
    if passage.text[units[0].end] in _CLAUSES and passage.text[units[0].start] != "“":
        return True
    if _joined_unevenly(passage, units):
        return False
    return any(sign(passage, group) for sign in (_shaped, _marked, _telling, _coined, _serial))


def _points(unit: str) -> bool:
    """Whether a unit points to what stands around it (这…, 把其…, …同时)."""
    if _REFERRING.search(unit) or unit.endswith(_TRAILING):
        return True
    return any_of("pointing").match(unit) is not None and not unit.startswith(_STANDING)


def _shaped(passage: Passage, group: Group) -> bool:
    """Most units are built as a verb and its object, a subject and what is said of it, …"""
    shaped = sum(shape(passage, unit) in SHAPED for unit in group.units)
    most = len(group.units) / 2
    return shaped > most or (shaped == most and _shared_edge(passage, group.units))


def _marked(passage: Passage, group: Group) -> bool:
    """Most units have a word that makes a figure: 之 所 不 最 更 有 无 …"""
    marked = sum(bool(_RHETORIC.search(passage.text, *unit)) for unit in group.units)
    return marked > len(group.units) / 2


def _telling(passage: Passage, group: Group) -> bool:
    """Most units are long enough to say something, and do."""
    long = [unit for unit in group.units if unit.end - unit.start > 4]
    telling = sum(bool(_SAYING.search(passage.tags, *unit)) for unit in long)
    return telling > len(group.units) / 2 and group.likeness > 0.73


def _coined(passage: Passage, group: Group) -> bool:
    """“低级红”“高级黑”, “千里眼”“顺风耳”: in quotation marks, and coined alike or all of them 喻体."""
    if passage.text[group.units[0].start] != "“":
        return False
    inner = [passage.text[a + 1 : b - 1] for a, b in group.units]
    if all(map(_NAMED.search, inner)):
        return False
    if all(text in listed("vehicles") for text in inner):
        return True
    return min(map(len, inner)) > 2 and all(sum(map(eq, a, b)) for a, b in pairwise(inner))


def _serial(passage: Passage, group: Group) -> bool:
    """Names of things that make a figure: 综合性、复杂性…; 大局意识、学习意识…"""
    texts = [passage.text[a:b] for a, b in group.units]
    if len(texts) < 3 or min(map(len, texts)) < 3 or max(map(len, texts)) > 6:
        return False
    firsts, lasts = {text[0] for text in texts}, {text[-1] for text in texts}
    if (len(firsts) == 1 and passage.tags[group.units[0].start] == "a") or lasts <= listed("affixes"):
        return len(firsts) == 1 or len(lasts) == 1
    named = texts[0][:2] in listed("work")
    pairs = len({text[-2:] for text in texts}) == 1 or (not named and len({text[:2] for text in texts}) == 1)
    return pairs and not any(passage.last_word(*unit) in listed("work") for unit in group.units)


def _joined_unevenly(passage: Passage, units: Sequence[Span]) -> bool:
    """命运和党的命运、社会主义的命运: whether one unit of a list is itself of two."""
    if passage.text[units[0].end] != "、":
        return False
    joints = [[i for i in range(a + 1, b - 1) if passage.text[i] in "和与及"] for a, b in units]
    words = [sum(passage.edges[i : i + 2] == "11" for i in some) for some in joints]
    return len(set(map(len, joints))) > 1 and len(set(words)) > 1


def _shared_edge(passage: Passage, units: Sequence[Span]) -> bool:
    """Whether all the units begin or end with the same character."""
    text = passage.text
    return len({text[a] for a, _ in units}) == 1 or len({text[b - 1] for _, b in units}) == 1
