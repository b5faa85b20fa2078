"""Which groups of parallel units are figures of speech, and which are mere lists of things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from operator import eq

from drafter.mining.lexicon import listed
from drafter.mining.likeness import SHAPED, SHORT_SHAPES, same_words, shape
from drafter.mining.view import Group, Passage, Span

_POINTING = re.compile(
    "^(?:[这那你她此]|他(?!山)|该[书文项案省市县区]|但(?![愿行])|并且|因为|以及|包括|例如|比如|太多|时至今日|与此同时|由此(?!及)|乃至|甚至|各级|为使)"
    "|(?:另外|此外|同时|因此|否则|但是)$|这是|那是|[让使将把对给]其(?![他中])|第[一二三四五六七八九十]|^(?:总而言之|简而言之|换言之|条理|行文|书写|段落|卷面|字迹|主旨|见解|字数|语病|落入俗套|[一二三四五]是|然而|可是|不过|它)|^(?:回首|展望)[^，]*，?$|[^\u4e00-\u9fff“”‘’《》、，；：]"
)
"""What a unit that can stand anywhere does not have."""
_LEAD = re.compile(
    "我们|围绕|针对|按照|根据|面对(?!面)|依托|随着|借助|为了|除了|经过|作为|由于|通过|正如|虽|尽管|如果"
)
"""What a clause begins with that only leads to the next one."""
_NAMED = re.compile("(?:计划|项目|栏目|专栏|活动)”?$")
_RHETORIC = re.compile("[之所不最更既又越敢勇善必则有无以在要能把将使让从与]")
_SAYING = re.compile("[vw].*n|[dp]|a.*u.*n|n.*u.*n")
_AFFIXES = frozenset("性化力度者感型")


def is_figure(passage: Passage, group: Group) -> bool:
    """Whether the units say something, name nobody, and are no mere list of things (印章管理、档案管理)."""
    units = group.units
    sizes = [end - start for start, end in units]
    if min(sizes) < 2 or (len(sizes) < 3 and max(sizes) < 4 and not _short_pair(passage, units)):
        return False
    if any(passage.names(*unit) or _POINTING.search(passage.text[slice(*unit)]) for unit in units):
        return False
    if passage.text[units[0].start] == "“" and any(passage.text[end - 1] != "”" for _, end in units):
        return False
    if _led(passage, units) or _governed(passage, units) or _joined_unevenly(passage, units):
        return False
    if _filed(passage, units) and not all(_does(passage, units[0], unit) for unit in units):
        return False
    return any(sign(passage, group) for sign in (_shaped, _marked, _telling, _coined, _serial))


def _led(passage: Passage, units: Sequence[Span]) -> bool:
    """Whether the first of them only leads to the others (围绕…，实施…)."""
    lead = _LEAD.match(passage.text, *units[0])
    leads = lead and not any(_LEAD.match(passage.text, *unit) for unit in units[1:])
    return bool(leads)


def _short_pair(passage: Passage, units: Sequence[Span]) -> bool:
    """早准备、早安排 or 打基础、补短板: three characters that begin or end alike, or are two verbs."""
    if min(end - start for start, end in units) < 3:
        return False
    return _shared_edge(passage, units) or all(shape(passage, u) in SHORT_SHAPES for u in units)


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
    """Names of things that make a figure: 综合性、复杂性…; 新理念、新思路…; 大局意识、学习意识…"""
    texts = [passage.text[a:b] for a, b in group.units]
    if len(texts) < 3 or min(map(len, texts)) < 3 or max(map(len, texts)) > 6:
        return False
    firsts, lasts = {text[0] for text in texts}, {text[-1] for text in texts}
    if (len(firsts) == 1 and passage.tags[group.units[0].start] == "a") or lasts <= _AFFIXES:
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


def _governed(passage: Passage, units: Sequence[Span]) -> bool:
    """Whether the first unit has a verb that takes them all (制订｜税收、土地优惠政策), and no figure's."""
    first, *others = (passage.tags[start] for start, _ in units)
    if first not in "vp" or any(other != "n" for other in others):
        return False
    return not any(map(eq, passage.text[slice(*units[0])], passage.text[slice(*units[1])]))


def _does(passage: Passage, first: Span, unit: Span) -> bool:
    """Whether a unit has the words of the first, and tells of a doing."""
    tells = shape(passage, unit) or not {"v", "d", "i"}.isdisjoint(passage.tags[slice(*unit)])
    return same_words(passage, first, unit) and bool(tells)


def _filed(passage: Passage, units: Sequence[Span]) -> bool:
    """Whether the units are fields of work that share nothing but what they are called (…建设、…建设)."""
    heads = {passage.last_word(*unit) for unit in units}
    return len(heads) == 1 and heads <= listed("work")


def _shared_edge(passage: Passage, units: Sequence[Span]) -> bool:
    """Whether all the units begin or end with the same character."""
    text = passage.text
    return len({text[a] for a, _ in units}) == 1 or len({text[b - 1] for _, b in units}) == 1


def use_of(passage: Passage, units: Sequence[Span]) -> str:
    """What a group can stand for in a sentence, where it is no verb: 名词性 or 整句."""
    if any("，" in passage.text[slice(*unit)] for unit in units):
        return "整句"
    things = sum(_is_thing(passage, unit) for unit in units)
    return "名词性" if things > len(units) / 2 else ""


def _is_thing(passage: Passage, unit: Span) -> bool:
    """政治判断力, 畅通政令的枢纽站: it ends in a noun that is no verb's object."""
    start, end = unit
    if passage.text[start] == "“" and passage.text.find("”", start) == end - 1:
        return end - start < 8
    end -= passage.text[end - 1] == "”"
    of = passage.text.rfind("的", start, end)
    if passage.tags[end - 1] != "n" or passage.tags[start] in "cdpf":
        return False
    if of < 0:
        return not any(tag in "vwd" for tag in passage.tags[start:end])
    return passage.tags[start] not in "vw" or passage.tags[of - 1] not in "ail"
