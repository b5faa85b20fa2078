"""Which sentences are built alike: the sign by which first sentences are known as headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from drafter.chinese import HAN

_CLAUSES = re.compile("[，、；：,;: ]")
_NOT_HAN = re.compile(f"[^{HAN}]")


def groups(heads: Sequence[tuple[int, str]], reach: int = 3) -> list[list[int]]:
    """The places whose heads are built alike, in series; a head may stand `reach` lines behind the last."""
    found: list[list[tuple[int, str]]] = []
    near: list[list[tuple[int, str]]] = []
    for place, head in heads:
        near = [group for group in near if place - group[-1][0] <= reach]
        home = next((group for group in reversed(near) if _joins(head, group)), None)
        if home is None:
            home = []
            found.append(home)
            near.append(home)
        home.append((place, head))
    return [[place for place, _ in group] for group in found if _is_series([head for _, head in group])]


COMMON = 0.46
"""Share of the longer head that must stand, in its order, in the other too."""
PIVOTS = frozenset("要有得不能在更必应须是为以让把靠重")
"""Words on which two heads of one length turn: 脸色要好看, 手脚要勤快."""
RUN = 6
"""Characters that two heads share in one run by more than chance or subject."""


def _joins(head: str, group: Sequence[tuple[int, str]]) -> bool:
    return any(likeness(head, other) for _, other in group[-3:])


def _is_series(heads: Sequence[str]) -> bool:
    """Three that are alike, or two that are alike beyond chance."""
    if len(heads) < 2:
        return False
    return len(heads) > 2 or likeness(heads[0], heads[1]) > 1


@lru_cache(4096)
def likeness(one: str, other: str) -> int:
    """0 where two heads are built differently, 1 where alike, 2 where more alike than by chance."""
    a, b = _NOT_HAN.sub("", one), _NOT_HAN.sub("", other)
    if not a or not b or a == b or max(len(a), len(b)) > 2 * min(len(a), len(b)) + 2:
        return 0
    first, last = _same(a, b), _same(a[::-1], b[::-1])
    rhythm, other_rhythm = _rhythm(one), _rhythm(other)
    if first >= 3 or last >= 3 or _has_common(a, b) or _shares(a, b):
        return 2
    if rhythm == other_rhythm and (_aligned(a, b) or len(rhythm) > 1):
        pivots = any(x == y and x in PIVOTS for x, y in zip(a, b, strict=True))
        return 2 if len(rhythm) > 1 or pivots or first + last >= 2 or _aligned(a, b) >= 2 else 1
    if len(rhythm) != len(other_rhythm):
        return 0
    if len(a) == len(b) <= SHORT_COMMAND and len(rhythm) == 1:
        return 1
    return int((bool(first or last) and abs(len(a) - len(b)) <= 2) or (_commands(one) and _commands(other)))


_COMMAND = re.compile(
    "(?:推[动进行广]|加[快强大紧]|深[入化耕]|积极|大力|坚[持决定]|着力|扎实|持续|强化|提[升高]|优化|完善|健全|促进|保[障护持]|支持|落实"
    "|扩大|稳[定妥步住]|全[面力]|统筹|做[好优强大]|抓[好紧牢实]|巩固|培[育养]|发展|建[设立好]|打[造好]|实施|严[格肃守]|切实|发挥|弘扬|增强"
    "|改[善进革]|创新|激[发活]|防范|化解|维护|解决|营造|构建|规范|引导|鼓励|关[心注]|重视|注重|突出|牢记|树立|聚焦|紧[盯扣]|围绕|立足|夯实"
    "|筑牢|守[住牢]|压实|拓[展宽]|畅通|盘活|有[力效序]|更[加好]|进一步|切[实忌]|从严|依[法规]|精[准心]|严把|狠抓|用[好心]|办好|补齐|擦亮)"
)
SHORT_COMMAND = 24


def _commands(head: str) -> bool:
    """Whether a short head tells to do something, as the points of a plan do."""
    return len(head) <= SHORT_COMMAND and bool(_COMMAND.match(head))


def _same(a: str, b: str) -> int:
    """How many characters two texts begin with together."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))


def _shares(a: str, b: str) -> bool:
    return any(a[i : i + RUN] in b for i in range(len(a) - RUN + 1))


def _aligned(a: str, b: str) -> int:
    return sum(x == y for x, y in zip(a, b, strict=False))


def _rhythm(head: str) -> tuple[int, ...]:
    """The lengths of the clauses of a head."""
    return tuple(len(clause) for part in _CLAUSES.split(head) if (clause := _NOT_HAN.sub("", part)))


def _has_common(a: str, b: str) -> bool:
    """Whether enough of the longer one stands in the other in its order."""
    enough = COMMON * max(len(a), len(b))
    at_most = sum(map(set(b).__contains__, a))
    return at_most >= enough and _common(a, b) >= enough


def _common(a: str, b: str) -> int:
    """The length of the longest run of characters that both have in this order."""
    row = [0] * (len(b) + 1)
    for x in a:
        diagonal = 0
        for j, y in enumerate(b, 1):
            diagonal, row[j] = row[j], diagonal + 1 if x == y else max(row[j], row[j - 1])
    return row[-1]
