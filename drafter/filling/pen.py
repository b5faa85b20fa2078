"""The pen: writes one text in one scope, hole by hole, and remembers whom the words are owed to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from drafter import holes
from drafter.bank.model import KINDS
from drafter.chinese import numeral
from drafter.holes import Hole, Known
from drafter.outline import Credit, Form, Source
from drafter.problem import NOWHERE, stop

LIVE = frozenset({"点数", "序", "几"})
"""Names that count the points: drawn with the page, never filled."""

QUOTATION = "引语"
NAMED = "用"
"""The call for words that the writer names."""

MOST = 200_000
"""Holes that one outline may come to, forms within forms counted."""

DEEPEST = 12
"""How many answers and forms may lie inside one another."""

_WORDS = re.compile(r"\w+(?:\.\w+)*")
"""The names and paths of an expression."""

_EACH = re.compile(r"\s*(\w+)\s+in\s+([\w.]+)\s*")

Drawn = tuple[str, Credit]
"""Words of the bank, and their credit."""


class Drawer(Protocol):
    """What a pen needs of the bank: words that the writer named, or a phrase about something."""

    def named(self, words: Sequence[str]) -> Drawn | None: ...

    def about(self, kind: str, about: str, peers: Sequence[str], n: int) -> Drawn | None: ...

    def mark(self) -> int: ...

    def give_back(self, mark: int) -> None: ...


def each_of(each: str) -> tuple[str, str] | None:
    """The name and the list of `点 in 要点`; None where it is none."""
    found = _EACH.fullmatch(each)
    return (found[1], found[2]) if found else None


@dataclass(frozen=True, slots=True)
class Said:
    """What a piece of text came to, how far it is known, and whom it owes."""

    text: str
    known: Known = Known.YES
    credits: tuple[Credit, ...] = ()


@dataclass(frozen=True)
class Pen:
    """Writes texts in one scope; what speaks of a `live` list stays open."""

    scope: Mapping[str, Any]
    forms: Mapping[str, tuple[Form, ...]]
    drawer: Drawer | None = None
    picks: Mapping[str, int] = field(default_factory=dict)
    turn: int = 0
    peers: tuple[Mapping[str, Any], ...] = ()
    live: frozenset[str] = frozenset()
    depth: int = 0
    work: list[Hole] = field(default_factory=list)

    def within(self, **names: Any) -> Pen:
        return replace(self, scope={**self.scope, **names}, live=self.live - names.keys())

    def text(self, text: str) -> Said:
        """A text of several lines, each hole filled that can be."""
        if "【" not in text and "{{" not in text:
            return Said(text)
        lines = [self.line(line) for line in text.split("\n")]
        return Said("\n".join(s.text for s in lines), _least(lines), _owed(lines))

    def line(self, text: str) -> Said:
        parts = holes.split(text)
        said = [Said(part) if isinstance(part, str) else self.hole(part) for part in parts]
        return Said(_seamed(parts, said), _least(said), _owed(said))

    def hole(self, hole: Hole) -> Said:
        self.work.append(hole)
        if len(self.work) > MOST:
            raise stop(f"{hole.raw}要填的太多", NOWHERE, "检查句式是不是一层套一层")
        if hole.call:
            return self.call(hole) if hole.call in (NAMED, *KINDS) else Said(hole.raw)
        if hole.path in self.forms and hole.path not in self.scope:
            return self.deeper(hole).form(hole)
        if hole.path in LIVE and hole.path not in self.scope:
            return Said(hole.raw)
        if not self.live.isdisjoint(_WORDS.findall(hole.path or hole.expression)):
            return Said(hole.raw, Known.NOT_YET)
        known, value = holes.evaluate(hole.path or hole.expression, self.scope)
        return self.worded(value, hole) if known is Known.YES else Said(hole.raw, known)

    def worded(self, value: Any, hole: Hole) -> Said:
        """An answer as text; it may have holes of its own, for the bank."""
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            value = "、".join(value)
        if isinstance(value, Mapping | list) or value in ("", None):
            return Said(hole.raw, Known.NEVER)
        said = self.deeper(hole).text(str(value).replace("\n", ""))
        return replace(said, known=Known.YES)

    def deeper(self, hole: Hole) -> Pen:
        """The pen for what stands inside a hole."""
        if self.depth >= DEEPEST:
            raise stop(f"{hole.raw}绕回了自己", NOWHERE, "检查它的句式或答案里的【】")
        return replace(self, depth=self.depth + 1)

    def form(self, hole: Hole) -> Said:
        """The first of a form's alternatives that can be said whole."""
        for form in self._alternatives(hole.path):
            if not self.live.isdisjoint(_WORDS.findall(form.each)):
                return Said(hole.raw, Known.NOT_YET)
            mark = self.drawer.mark() if self.drawer else 0
            said = self.saying(form)
            if said.known is Known.YES:
                return said
            if self.drawer:
                self.drawer.give_back(mark)
            if said.known is Known.NOT_YET and self.drawer is None:
                return Said(hole.raw, Known.NOT_YET)
        return Said(hole.raw, Known.NEVER if self.drawer else Known.NOT_YET)

    def _alternatives(self, name: str) -> Sequence[Form]:
        """The forms in their order; from the bank, each point begins with another."""
        forms = self.forms[name]
        if name in self.picks:
            return forms[self.picks[name] - 1 :]
        banked = [form for form in forms if _is_banked(form)]
        n = self.turn % len(banked) if banked else 0
        turned = iter(banked[n:] + banked[:n])
        return [next(turned) if _is_banked(form) else form for form in forms]

    def saying(self, form: Form) -> Said:
        said = self.strung(form) if form.each else self.line(form.text)
        if not form.source or said.known is not Known.YES:
            return said
        source = self.line(form.source)
        credit = Credit(said.text, QUOTATION, (Source(source.text),))
        return Said(said.text, source.known, (*said.credits, credit))

    def strung(self, form: Form) -> Said:
        bound = each_of(form.each)
        if not bound:
            raise stop(f"“每”写法有误：{form.each}", NOWHERE, "写成“点 in 要点”")
        name, items_path = bound
        known, items = holes.look_up(items_path, self.scope)
        if known is not Known.YES:
            return Said("", known)
        if not items:
            return Said("", Known.NEVER)
        said = [
            self.within(**{name: item, "序": numeral(i)}).line(form.text)
            for i, item in enumerate(listed(items), 1)
        ]
        return Said(_strung([s.text for s in said], form.joint), _least(said), _owed(said))

    def call(self, hole: Hole) -> Said:
        """Words of the bank: those that the writer named, or some of a kind about something."""
        if hole.words:
            drawn = self.drawer and self.drawer.named(hole.words)
            return Said(drawn[0], credits=(drawn[1],)) if drawn else Said(hole.raw)
        known, about = holes.look_up(hole.path, self.scope)
        if known is not Known.YES or not isinstance(about, str) or not about:
            return Said(hole.raw, max(known, Known.NOT_YET))
        if self.drawer is None:
            return Said(hole.raw, Known.NOT_YET)
        peers = [str(holes.look_up(hole.path, peer)[1]) for peer in self.peers]
        drawn = self.drawer.about(hole.call, about, peers, self.picks.get(hole.call, 1))
        return Said(drawn[0], credits=(drawn[1],)) if drawn else Said(hole.raw, Known.NEVER)


def _is_banked(form: Form) -> bool:
    return any(isinstance(part, Hole) and part.call and not part.words for part in holes.split(form.text))


def _least(said: Iterable[Said]) -> Known:
    return max((s.known for s in said), default=Known.YES)


def _owed(said: Iterable[Said]) -> tuple[Credit, ...]:
    return tuple(credit for s in said for credit in s.credits)


def listed(items: Any) -> list[Any]:
    return items if isinstance(items, list) else [items]


def _strung(texts: Sequence[str], joint: str) -> str:
    return joint.join(text.rstrip("。；，、") for text in texts[:-1]) + joint * (len(texts) > 1) + texts[-1]


def _seamed(parts: Sequence[holes.Part], said: Sequence[Said]) -> str:
    """The pieces put together: where a mark follows, an answer's own closing mark gives way."""
    texts = [s.text for s in said]
    for i, part in enumerate(parts[:-1]):
        if isinstance(part, Hole) and texts[i + 1][:1] in "。；，、：！？" and texts[i + 1]:
            texts[i] = texts[i].rstrip("。；，、")
    return "".join(texts)
