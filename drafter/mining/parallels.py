"""排比 and 四字: units side by side that are built alike.

Units are compared place by place: the same character, the same part of speech, the same word
boundary.  A list of 、 may begin in the middle of its first unit and end in the middle of its last
(形成更多｜有分量、有见地、有价值｜的调研成果), so those two are cut to fit the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import eq
from typing import NamedTuple

from drafter.bank import Phrase
from drafter.chinese import length
from drafter.mining.lexicon import listed
from drafter.mining.view import Clause, Found, Passage, Sentence, Span, View

LONGEST = 30
"""Han characters in a phrase."""
LISTED, CLAUSES, SENTENCES = 0.72, 0.74, 0.82
"""How alike units must be: between 、, between ，, and between full stops."""

_FILLERS = frozenset("的了和与及等也都还着过地得、，“”")
_JOINTS = frozenset("在之而于有无不以为最更既又要把将从自就当能上中下大所则必越各可善敢勇常")
_LEANING = re.compile(
    "既要|又要|更要|也要|还要|不仅要|不仅|而且|既|又|更|也|还|而|要|应|须|必须|并|以及|就要|就"
)
_PAIRS = (
    ("既", "又"), ("既", "也"), ("既", "更"), ("既", "还"), ("不仅", "更"), ("不仅", "也"), ("不仅", "还"),
    ("不仅", "而且"), ("不是", "而是"), ("看似", "实则"), ("一方面", "另一方面"), ("对内", "对外"),
)  # fmt: skip
_ANSWERS = frozenset(answer[0] for _, answer in _PAIRS)
_AFTER = re.compile("的|等|”|$|，|；|。|：")
_DIGIT = re.compile(r"[\d%％A-Za-z]")
_OLD = frozenset("之而于以有无不必则所为其则能敢善自相")
_AFFIXES = frozenset("性化力度者感型")
_PLAIN = re.compile("[mqx]")
_LEADING_IN = ("做到", "达到", "实现", "形成", "确保", "力求", "坚持", "力争")
_FOUR = re.compile("[\u4e00-\u9fff]{4}")
_TERM = re.compile(
    "[也就是说这那]|之[间中上下内外前后]$|以[来往]$|^由此|^总的|[此如][类此]$|可知$|^大幅|^积极|等等$|^使之|^属于|^自拟|^不[愿在]|^毫无|于此$|^[一二三四五六七八九十]大"
)
_POINTS = re.compile(
    "^(?:[这那该我你他她此]|有的|哪些|怎么|什么|如何|时至今日|与此同时|由此|各级|为使)|这是|那是|第[一二三四五六七八九十]|[^\u4e00-\u9fff“”‘’《》、，；：]"
)
_FLAT = re.compile(
    "^(?:[在对把将从向与及并其虽但使让]|不断|持续|始终|日益|逐步|更加|更[^有]|最|面向|进行|开展)"
    "|[的了是着过吗呢们这那其上中下里等]|[性化度力率感]$"
)
_QUOTES = re.compile("(?:“[^“”]{2,24}”[、，和]?){2,}")
_QUOTE = re.compile("“([^“”]+)”")
_RHETORIC = re.compile("[之所不最更既又越敢勇善必则有无以在要能把将使让从与]")
_SAYING = re.compile("[vw].*n|[dp]|a.*u.*n|n.*u.*n")


class Group(NamedTuple):
    """Units that are alike, in their order."""

    units: tuple[Span, ...]
    likeness: float


def parallels(view: View) -> Iterator[Found]:
    """The 排比 of a document, and the 四字 among their units."""
    for passage in view.passages:
        for group in groups(passage):
            yield from (Found(phrase, passage.number) for phrase in _phrases(passage, group))


def groups(passage: Passage) -> Iterator[Group]:
    """Every group of parallel units in `passage`, each place once."""
    taken: list[Group] = []
    for group in _all_groups(passage):
        if not any(_covers(earlier, group) for earlier in taken) and _worth(passage, group):
            taken.append(group)
            yield group


def _covers(earlier: Group, group: Group) -> bool:
    """Whether `group` shows no more than a group before it; one inside a single unit does."""
    start, end = group.units[0].start, group.units[-1].end
    inside = earlier.units[0].start <= start and end <= earlier.units[-1].end
    return inside and not any(a <= start and end <= b for a, b in earlier.units)


def _all_groups(passage: Passage) -> Iterator[Group]:
    for sentence in passage.sentences:
        for clause in sentence.clauses:
            if len(clause.units) > 1 and not _DIGIT.search(passage.text, clause.start, clause.end):
                yield from _listed(passage, clause.units)
        yield from _in_clauses(passage, sentence)
    yield from _in_sentences(passage)
    yield from _in_quotes(passage)


# --- how alike two units are ------------------------------------------------------------------------


def likeness(passage: Passage, one: Span, other: Span) -> float:
    """0 to 1: how alike two units are built."""
    if one.end - one.start == other.end - other.start:
        return _even(passage, one, other, one.end - one.start)
    return _uneven(passage, one, other)


def _even(passage: Passage, one: Span, other: Span, size: int) -> float:
    text, tags, beats = passage.text, passage.tags, passage.beats
    a, b = text[one.start : one.end], text[other.start : other.end]
    same = [x for x, y in zip(a, b, strict=True) if x == y]
    if len(same) > 0.85 * size or size < 2:
        return 0.0
    kinds: float = sum(map(eq, tags[one.start : one.end], tags[other.start : other.end])) / size
    cuts: float = sum(map(eq, beats[one.start : one.end], beats[other.start : other.end])) / size
    real = sum(x not in _FILLERS for x in same)
    need = 1 if size <= 6 else 2 if size <= 9 else 3
    anchors = min(1.0, (real + 0.5 * (len(same) - real)) / need)
    if size > 9 and a[0] != b[0] and a[-1] != b[-1] and cuts < 1:
        anchors -= 0.4
    strong = 0.1 if real > 1 or any(x in _JOINTS for x in same) else 0.0
    return min(1.0, 0.25 + 0.35 * anchors + strong + 0.2 * kinds + 0.15 * cuts)


def _uneven(passage: Passage, one: Span, other: Span) -> float:
    """Units of different length are alike by how they begin and how they end."""
    a, b = passage.text[one.start : one.end], passage.text[other.start : other.end]
    short, long = sorted((len(a), len(b)))
    if short < 4 or long - short > max(1, 0.34 * long):
        return 0.0
    head = _common(a, b)
    tail = min(_common(a[::-1], b[::-1]), short - head)
    real = sum(x not in _FILLERS for x in a[:head] + a[len(a) - tail :])
    if real < 2 or head + tail > 0.8 * short or not ((head and tail) or real > 3):
        return 0.0
    both = 0.12 * (bool(head) + bool(tail))
    return min(1.0, 0.2 + 0.45 * min(1.0, real / short / 0.4) + both + 0.08 * (head > 1) + 0.08 * (tail > 1))


def _common(a: str, b: str) -> int:
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


_SHAPES = {
    first + last: name
    for name, firsts, lasts in (
        ("动宾", "v", "nf"),
        ("主谓", "ns", "avil"),
        ("状中", "ad", "vwail"),
        ("状宾", "d", "n"),
        ("动补", "vw", "vwaild"),
    )
    for first in firsts
    for last in lasts
}


_SHORT_SHAPES = ("动宾", "成语", "并立")
_SHAPED = frozenset(_SHAPES.values()) | {"成语", "并立"}


def shape(passage: Passage, unit: Span) -> str:
    """How a unit is built: 动宾 主谓 状中 动补 成语 并立 单字, or "" for what is a mere name of things."""
    start, end = unit
    first, last = passage.tags[start], passage.tags[end - 1]
    words = passage.edges.count("1", start, end)
    if words == 1:
        return "成语" if first in "il" else ""
    if end - start == 3 and passage.text[start + 1] in "与和":
        return "并立"
    head = passage.first_word(start, end)
    names = head in listed("work") and head not in listed("verbs")
    if passage.last_word(start, end) in listed("work") or (names and last == "n"):
        return "动宾" if head in listed("verbs") and head not in listed("work") else ""
    return _SHAPES.get(first + last) or ("单字" if words > 2 and end - start == 4 else "")


def alike(passage: Passage, one: Span, other: Span, *, whole: bool = True) -> bool:
    """Whether two units without a common character are built alike all the same.

    `whole`: both stand between marks; a unit that was cut must be built exactly as the other is.
    """
    size = one.end - one.start
    if size != other.end - other.start or not 3 <= size <= 16:
        return False
    same_words = _same_words(passage, one, other)
    shapes = {shape(passage, one), shape(passage, other)}
    if shapes <= _SHAPED and size <= 8:
        one_shape = len(shapes) == 1 and (same_words or size == 3)
        if one_shape or (size <= 4 and whole and "成语" in shapes):
            return True
    if size < 6:
        return False
    a = passage.tags[one.start : one.end].replace("w", "v")
    b = passage.tags[other.start : other.end].replace("w", "v")
    if (a[0] == b[0] or {a[0], b[0]} <= set("ila")) and _same_place(passage, one, other):
        return True
    return same_words and sum(map(eq, a, b)) >= 0.66 * size and ("v" in a or "a" in a)


def _same_place(passage: Passage, one: Span, other: Span) -> bool:
    """常态化的信息互通、制度化的会商机制: the same 的, and what follows it in the same beats."""
    of = passage.text.find("的", *one) - one.start
    if of < 1 or of != passage.text.find("的", *other) - other.start:
        return False
    return _same_words(passage, Span(one.start + of, one.end), Span(other.start + of, other.end))


def _same_words(passage: Passage, one: Span, other: Span) -> bool:
    return passage.beats[one.start : one.end] == passage.beats[other.start : other.end]


# --- units between 、 -------------------------------------------------------------------------------


def _listed(passage: Passage, whole: Sequence[Span]) -> Iterator[Group]:
    units = tuple(_last_and(passage, whole))
    start = 0
    while start < len(units) - 1:
        score, one, other = _opening(passage, units, start)
        if score < LISTED:
            start += 1
            continue
        run, scores = [one, other], [score]
        while other == units[start + len(run) - 1] and start + len(run) < len(units):
            score, other = _next(passage, units, start + len(run), run[-1])
            if score < LISTED:
                break
            run.append(other)
            scores.append(score)
        yield Group(tuple(run), sum(scores) / len(scores))
        start += len(run) - 1


def _last_and(passage: Passage, units: Sequence[Span]) -> Iterator[Span]:
    """The units, the last one parted at its 和: 大局意识、学习意识和廉洁意识."""
    yield from units[:-1]
    start, end = units[-1]
    joint = next((i for i in range(start + 2, end - 2) if _is_and(passage, i)), 0)
    before = Span(max(units[-2].start, units[-2].end - joint + start), units[-2].end)
    if joint and likeness(passage, before, Span(start, joint)) >= LISTED:
        yield from (Span(start, joint), Span(joint + 1, end))
    else:
        yield units[-1]


def _is_and(passage: Passage, i: int) -> bool:
    return passage.text[i] in "和与及" and passage.edges[i : i + 2] == "11"


def _opening(passage: Passage, units: Sequence[Span], i: int) -> tuple[float, Span, Span]:
    """The two stretches around the 、 after unit `i` that are most alike, and how much they are."""
    one, other = units[i], units[i + 1]
    tails = list(_beginnings(passage, other)) if i + 2 == len(units) else [other]
    heads = list(_endings(passage, one))
    fits = (
        (_fit(passage, a, b, one, other), a, b)
        for b in tails
        for a in heads
        if _may_cut(passage, a, b, one, first=i == 0)
    )
    return max(fits, default=(0.0, one, other))


def _may_cut(passage: Passage, a: Span, b: Span, one: Span, *, first: bool) -> bool:
    """A unit may be cut to where it begins as the next does; the first one, to its length."""
    if a == one or passage.text[a.start] == passage.text[b.start]:
        return True
    return first and a.end - a.start == b.end - b.start


def _next(passage: Passage, units: Sequence[Span], i: int, model: Span) -> tuple[float, Span]:
    """Unit `i` as far as it goes on like `model`; only the last of a list may be cut."""
    tails = list(_beginnings(passage, units[i])) if i + 1 == len(units) else [units[i]]
    fits = [(_fit(passage, model, unit, model, units[i]), unit) for unit in tails]
    even = [fit for fit in fits if fit[0] >= LISTED and fit[1].end - fit[1].start == model.end - model.start]
    score, unit = max(even or fits)
    if unit == units[i] and _same_words(passage, model, unit):
        score = max(score, LISTED)
    return score, unit


def _endings(passage: Passage, unit: Span) -> Iterator[Span]:
    """`unit` without the words it begins with, one after the other."""
    return (Span(i, unit.end) for i in range(unit.start, unit.end - 1) if passage.edges[i] == "1")


def _beginnings(passage: Passage, unit: Span) -> Iterator[Span]:
    """`unit` without the words it ends with, one after the other."""
    inner = (i for i in range(unit.start + 2, unit.end) if passage.edges[i] == "1")
    return (Span(unit.start, i) for i in (*inner, unit.end) if passage.tags[i - 1] not in "cpu")


def _fit(passage: Passage, a: Span, b: Span, one: Span, other: Span) -> float:
    """How alike two units are, less what it costs that they were cut out of `one` and `other`."""
    size = a.end - a.start
    score, cut_head, cut_tail = likeness(passage, a, b), a != one, b != other
    ragged = cut_tail and not _AFTER.match(passage.text, b.end)
    twins = alike(passage, a, b, whole=_stands(passage, a, one) and not cut_tail)
    if (cut_head or ragged) and not twins and not _anchored(passage, a, b):
        return 0.0
    if twins and (size >= 4 or not (cut_head or cut_tail) or shape(passage, a) in _SHORT_SHAPES):
        score = max(score, LISTED + 0.03)
    if ragged:
        score -= 0.06 if size > 2 and _end_alike(passage, a, b) else 1.0
    if cut_head and passage.tags[a.start] == "n" and passage.tags[a.start - 1] in "na":
        score -= 0.08
    return score - 0.02 * (cut_head + cut_tail) + 0.005 * min(size, 8)


def _end_alike(passage: Passage, a: Span, b: Span) -> bool:
    """Whether two units end in words of one kind; a verbal noun is of either."""
    ends = {passage.tags[a.end - 1], passage.tags[b.end - 1]}
    return len(ends) == 1 or ends in ({"n", "w"}, {"v", "w"})


def _stands(passage: Passage, unit: Span, whole: Span) -> bool:
    """Whether a unit begins where the sentence begins it: at a mark, or behind a verb that leads in."""
    return unit == whole or passage.tags[unit.start - 1] in "vpdci"


def _anchored(passage: Passage, a: Span, b: Span) -> bool:
    """Whether what two cut units have in common holds them: how they begin, or two characters."""
    text = passage.text
    if text[a.start] == text[b.start]:
        return True
    same = sum(map(eq, text[a.start : a.end], text[b.start : b.end]))
    if a.end - a.start < 4:
        return text[a.end - 1] == text[b.end - 1] and _same_words(passage, a, b)
    if not same:
        return False
    if same > 1 or passage.tags[a.start] in "cdp" or _same_words(passage, a, b):
        return True
    return text.endswith(_LEADING_IN, 0, a.start)


# --- units between ， and 。 ---------------------------------------------------------------------------


def _in_clauses(passage: Passage, sentence: Sentence) -> Iterator[Group]:
    """Stretches between ； that are alike; pairs of clauses (A，B，A，B); then single clauses."""
    halves = list(_halves(sentence))
    if len(halves) > 1 and any(len(half) > 1 for half in halves):
        yield from _twins(passage, halves)
        spans = [Span(half[0].start, half[-1].end) for half in halves]
        yield from _runs(
            passage, [s if s.end - s.start <= 40 else Span(s.start, s.start) for s in spans], 0.66
        )
    else:
        halves = [sentence.clauses]
    for half in halves:
        clauses = [Span(c.start, c.end) for c in half if _can_stand(passage, c)]
        yield from _runs(passage, clauses, CLAUSES)
        if len(clauses) > 3:
            pairs = [Span(a.start, b.end) for a, b in zip(clauses[::2], clauses[1::2], strict=False)]
            yield from _runs(passage, pairs, 0.8)


def _twins(passage: Passage, halves: Sequence[tuple[Clause, ...]]) -> Iterator[Group]:
    """其身正，不令而行；其身不正，虽令不从: two halves of as many clauses that begin alike."""
    for one, other in pairwise(halves):
        a, b = Span(one[0].start, one[-1].end), Span(other[0].start, other[-1].end)
        begin = passage.text[a.start : a.start + 2] == passage.text[b.start : b.start + 2]
        if begin and len(one) == len(other) > 1 and abs(a.end - a.start - b.end + b.start) < 3:
            yield Group((a, b), 0.8)


def _halves(sentence: Sentence) -> Iterator[tuple[Clause, ...]]:
    """The clauses of a sentence, parted at its ；."""
    ends = [i + 1 for i, clause in enumerate(sentence.clauses) if clause.mark == "；"]
    for start, end in pairwise((0, *ends, len(sentence.clauses))):
        if start < end:
            yield sentence.clauses[start:end]


def _can_stand(passage: Passage, clause: Clause) -> bool:
    return clause.end - clause.start <= 34 and not _DIGIT.search(passage.text, clause.start, clause.end)


def _in_sentences(passage: Passage) -> Iterator[Group]:
    """Short sentences in a row, without the numbers that they may begin with."""
    units = [
        Span(s.clauses[0].start, s.end)
        for s in passage.sentences
        if s.clauses and not s.quoted and s.end - s.start <= 34
    ]
    yield from _runs(passage, [u for u in units if not _DIGIT.search(passage.text, *u)], SENTENCES)


def _in_quotes(passage: Passage) -> Iterator[Group]:
    """“甲”“乙”“丙”: quotations side by side, of one length or alike."""
    for found in _QUOTES.finditer(passage.text):
        units = [Span(*m.span()) for m in _QUOTE.finditer(passage.text, found.start(), found.end())]
        even = len({end - start for start, end in units}) == 1
        if even or all(likeness(passage, a, b) > 0.7 for a, b in pairwise(units)):
            yield Group(tuple(units), 0.8)


def _runs(passage: Passage, units: Sequence[Span], enough: float) -> Iterator[Group]:
    start = 0
    while start < len(units) - 1:
        run = [units[start]]
        scores: list[float] = []
        for following in units[start + 1 :]:
            score, before = _leaning(passage, run[-1], following, enough, first=not scores)
            if score < enough or following.start - run[-1].end > 6:
                break
            run[-1:] = [before, following]
            scores.append(score)
        if scores:
            yield Group(tuple(run), sum(scores) / len(scores))
        start += max(len(run) - 1, 1)


def _leaning(passage: Passage, one: Span, other: Span, enough: float, *, first: bool) -> tuple[float, Span]:
    """How alike two clauses are, as they stand or without 既 又 更; the first of a run may be cut."""
    if min(one.end - one.start, other.end - other.start) < 3:
        return 0.0, one
    score = _clause_score(passage, one, other, enough)
    if score >= enough or _correlated(passage, one, other):
        return max(score, enough), one
    if first and (start := next(_correlates(passage, one, other), 0)):
        return enough, Span(start, one.end)
    bare, bare_other = _bare(passage, one), _bare(passage, other)
    if (bare, bare_other) != (one, other):
        score = _clause_score(passage, bare, bare_other, enough)
        return score, bare if first and bare_other == other else one
    extra = one.end - one.start - (other.end - other.start)
    if first and extra > 0 and passage.edges[one.start + extra] == "1":
        cut = Span(one.start + extra, one.end)
        if passage.text[cut.start] == passage.text[other.start]:
            return _clause_score(passage, cut, other, enough), cut
    return score, one


def _clause_score(passage: Passage, one: Span, other: Span, enough: float) -> float:
    score = likeness(passage, one, other)
    if score < enough and one.end - one.start >= 4 and alike(passage, one, other):
        return enough + 0.01
    return score


def _correlates(passage: Passage, one: Span, other: Span) -> Iterator[int]:
    """Where in `one` the 不仅 stands that the 更 of `other` answers."""
    if passage.text[other.start] not in _ANSWERS:
        return
    for head, answer in _PAIRS:
        if len(head) > 1 and passage.text.startswith(answer, other.start):
            start = passage.text.find(head, *one)
            if start > one.start and _correlated(passage, Span(start, one.end), other):
                yield start


def _correlated(passage: Passage, one: Span, other: Span) -> bool:
    """既立足…，又着眼…: two clauses of one length that call for each other."""
    if passage.text[other.start] not in _ANSWERS:
        return False
    sizes = one.end - one.start, other.end - other.start
    if abs(sizes[0] - sizes[1]) > (2 if min(sizes) > 6 else 1):
        return False
    text = passage.text
    return any(text.startswith(a, one.start) and text.startswith(b, other.start) for a, b in _PAIRS)


def _bare(passage: Passage, unit: Span) -> Span:
    """`unit` without the words that lean on what stands before it."""
    found = _LEANING.match(passage.text, unit.start, unit.end - 3)
    return Span(found.end(), unit.end) if found and passage.edges[found.end()] == "1" else unit


# --- which groups are worth a place in the bank --------------------------------------------------


def _worth(passage: Passage, group: Group) -> bool:
    sizes = [end - start for start, end in group.units]
    if min(sizes) < 2 or (len(sizes) < 3 and max(sizes) < 4 and not _short_pair(passage, group.units)):
        return False
    if any(passage.names(*unit) or _POINTS.search(passage.text, *unit) for unit in group.units):
        return False
    return _rhetorical(passage, group)


def _short_pair(passage: Passage, units: Sequence[Span]) -> bool:
    """早准备、早安排 or 打基础、补短板: three characters that begin or end alike, or are two verbs."""
    if min(end - start for start, end in units) < 3:
        return False
    return _shared_edge(passage, units) or all(shape(passage, u) in _SHORT_SHAPES for u in units)


def _rhetorical(passage: Passage, group: Group) -> bool:
    """Whether the units say something, and are no mere list of things (印章管理、档案管理)."""
    units = group.units
    text, tags = passage.text, passage.tags
    most = len(units) / 2
    shared = _shared_edge(passage, units)
    if _filed(passage, units) and not all(_same_words(passage, units[0], unit) for unit in units):
        return False
    shaped = sum(shape(passage, unit) in _SHAPED for unit in units)
    if shaped > most or (shared and shaped == most):
        return True
    if sum(bool(_RHETORIC.search(text, *unit)) for unit in units) > most:
        return True
    long = [unit for unit in units if unit.end - unit.start > 4]
    if sum(bool(_SAYING.search(tags, *unit)) for unit in long) > most and group.likeness > 0.73:
        return True
    if text[units[0].start] == "“":
        return _quotable(passage, units)
    return len(units) > 2 and _series(passage, units) and not _filed(passage, units)


def _quotable(passage: Passage, units: Sequence[Span]) -> bool:
    """“低级红”“高级黑”, “千里眼”“顺风耳”: coined alike, or all of them figures."""
    inner = [passage.text[a + 1 : b - 1] for a, b in units]
    if all(text in listed("vehicles") for text in inner):
        return True
    return min(map(len, inner)) > 2 and all(sum(map(eq, a, b)) for a, b in pairwise(inner))


def _series(passage: Passage, units: Sequence[Span]) -> bool:
    """Names of things that make a figure: 综合性、复杂性…; 新理念、新思路…; 大局意识、学习意识…"""
    texts = [passage.text[a:b] for a, b in units]
    heads, tails = {text[:2] for text in texts}, {text[-2:] for text in texts}
    if min(map(len, texts)) < 3 or max(map(len, texts)) > 6:
        return False
    if len(heads) == 1 or len(tails) == 1:
        return True
    same = {text[-1] for text in texts}
    return (len(same) == 1 and same <= _AFFIXES) or (
        len({text[0] for text in texts}) == 1 and passage.tags[units[0].start] == "a"
    )


def _filed(passage: Passage, units: Sequence[Span]) -> bool:
    """Whether the units are fields of work that share nothing but what they are called (…建设、…建设)."""
    heads = {passage.last_word(*unit) for unit in units}
    return len(heads) == 1 and heads <= listed("work")


def _shared_edge(passage: Passage, units: Sequence[Span]) -> bool:
    """Whether all the units begin or end with the same character."""
    text = passage.text
    return len({text[a] for a, _ in units}) == 1 or len({text[b - 1] for _, b in units}) == 1


def _phrases(passage: Passage, group: Group) -> Iterator[Phrase]:
    for part in _parts(passage, group.units):
        units = tuple(passage.text[a:b] for a, b in part)
        text = passage.text[part[0].start : part[-1].end]
        if _closed(text) and all(map(_closed, units)):
            yield Phrase("排比", text, units)
    for unit in group.units:
        text = passage.text[slice(*unit)]
        if _FOUR.fullmatch(text) and not _FLAT.search(text) and _is_turn(passage, unit, group):
            yield Phrase("四字", text)


def _is_turn(passage: Passage, unit: Span, group: Group) -> bool:
    """Whether four characters are more than two plain words, and no idiom of the dictionary."""
    words = passage.edges.count("1", *unit)
    if words == 1:
        return is_turn(passage, unit)
    if words > 2:
        echoes = words == 4 or _echoes(passage, unit, group)
        return echoes and _holds(passage.text[slice(*unit)]) and not _PLAIN.search(passage.tags, *unit)
    if passage.text[unit.start + 1] in "于以之而":
        return _echoes(passage, unit, group)
    if passage.last_word(*unit) in listed("work"):
        return False
    return shape(passage, unit) == "主谓" and passage.tags[unit.end - 1] in "ai"


def _holds(text: str) -> bool:
    """Whether one of the small words that make a phrase old stands in it."""
    return not _OLD.isdisjoint(text) and "可以" not in text


def is_turn(passage: Passage, unit: Span) -> bool:
    """Whether a word of four characters is a turn of phrase (提质增效) and no term (光纤通信)."""
    return passage.tags[unit.start] == "l" and not _TERM.search(passage.text, *unit)


def _echoes(passage: Passage, unit: Span, group: Group) -> bool:
    text = passage.text[slice(*unit)]
    others = (passage.text[slice(*other)] for other in group.units if other != unit)
    return any(sum(map(eq, text, other)) for other in others)


def _parts(passage: Passage, units: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    """The units in stretches short enough for a phrase."""
    whole = length(passage.text[units[0].start : units[-1].end])
    step = -(-len(units) // -(-whole // LONGEST))
    for i in range(0, len(units), step):
        part = units[i : i + step]
        if len(part) > 1 and length(passage.text[part[0].start : part[-1].end]) <= LONGEST:
            yield part


def _closed(text: str) -> bool:
    return text.count("“") == text.count("”") and text.count("《") == text.count("》")
