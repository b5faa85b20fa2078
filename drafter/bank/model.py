"""What a bank is made of.  Records only; the verbs stand beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from drafter.outline import Source

KINDS = (
    "成语", "四字", "提法", "引语", "比喻", "搭配", "排比", "套题",
    "句框", "过渡", "举措", "开头", "结尾", "术语",
)  # fmt: skip

STATES = USABLE, UNCHECKED, BANNED = "可用", "待核", "禁用"


@dataclass(frozen=True, slots=True, order=True)
class Phrase:
    """A turn of phrase.  `kind` and `text` say which one it is; the rest describes it.

    `units` are the members of a 排比 or 套题; `by` is who says a 引语; `function` is what a 句框
    or 过渡 does (定位 辩证 释义 举措 收束 …), and of a 排比 what it can stand for in a sentence
    (做法 名词性 整句 反面); `meaning` is what a 提法 stands for, where the text says.
    A 句框 shows its slots as ….
    """

    kind: str
    text: str
    units: tuple[str, ...] = ()
    by: str = ""
    function: str = ""
    meaning: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Context:
    """A stretch of a document: from paragraph `start` on, under `heading`, about `keywords`."""

    start: int
    heading: str = ""
    keywords: tuple[str, ...] = ()


OWN = "自己"
"""The document of a phrase that the writer put in by hand."""


@dataclass(frozen=True, slots=True)
class Document:
    """A mined document: its name in every source, the fingerprint of its text, its sections.

    `file` is what its file is called and `characters` how long it is; `marks` tell the files that
    it was read from, so that they need not be read again.
    """

    name: str
    fingerprint: str = ""
    contexts: tuple[Context, ...] = ()
    marks: tuple[str, ...] = ()
    file: str = ""
    characters: int = 0


@dataclass(frozen=True, slots=True)
class Bank:
    """Where each phrase stands, what the writer thinks of it, and the documents behind them.

    `states` holds only what was said: a phrase that is not in it is usable, and 可用 in it means
    that the writer restored the phrase.
    """

    sources: Mapping[Phrase, frozenset[Source]] = field(default_factory=dict)
    states: Mapping[tuple[str, str], str] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)


class Entry(NamedTuple):
    """A phrase as it stands in a file; `state` is empty where the file says nothing of it."""

    phrase: Phrase
    sources: tuple[Source, ...] = ()
    state: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that answers a query, how well (higher is better), and where it stands.

    `variants` are other spellings of the same phrase (punctuation, 将 for 把, a 的 more or less);
    `said` is the share of the query that stands in the phrase itself, `headed` how much of a heading
    over it the query is, `near` how well it fits the topic that was asked within; `bank` counts from
    the topmost of the banks that were asked.
    """

    phrase: Phrase
    score: float
    sources: tuple[Source, ...]
    state: str = USABLE
    variants: tuple[str, ...] = ()
    said: float = 1.0
    headed: float = 0.0
    near: float = 0.0
    bank: int = 0

    @property
    def is_own(self) -> bool:
        """Whether the writer put the phrase in."""
        return any(source.document == OWN for source in self.sources)


class Shelf(Protocol):
    """What drafting needs of a bank, however large it is and wherever it lies."""

    def find(self, text: str) -> Hit | None:
        """The usable phrase that is `text`, or has it as a unit; None where there is none."""
        ...

    def look_up(self, text: str) -> list[Hit]:
        """Every phrase that is `text`, then every one that has it as a unit, in whatever state."""
        ...

    def search(self, about: str, kinds: tuple[str, ...] = (), limit: int = 20) -> list[Hit]:
        """Usable phrases about `about`, best first, nothing below the threshold of relevance; of what was
        found the very words come first."""
        ...

    def offered(
        self, about: str, kinds: tuple[str, ...], within: str, fits: Callable[[Hit], bool]
    ) -> list[Hit]:
        """Usable phrases that say `about`, or stand under a heading of it, and fit: first what is near the
        topic `within`, the best known before others."""
        ...
