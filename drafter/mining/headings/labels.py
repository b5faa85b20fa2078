"""Which headings say something that another text can say too."""

from __future__ import annotations

import re

from drafter.chinese import is_closed, length
from drafter.mining.lexicon import any_of, listed
from drafter.mining.view import LONGEST, Passage, Span

_SHORTEST = 2
_COUNTED = "一二三四五六七八九十"
_COUNTS = re.compile(f"第.{{1,3}}[步段层]|[层方]面$|之[{_COUNTED}]，|^[{_COUNTED}]，")
_ASKS = ("吗", "呢", "也", "矣", "乎")
"""How a question ends, and what the ancients said."""
_ODD = re.compile(r"[\dA-Za-z①-⑳【】（）《》→\s-]")
_NAMES = frozenset("nwt")
"""The parts of speech of a mere name: nouns, the names of doings, times."""


def serves(passage: Passage, span: Span) -> bool:
    """Whether a heading can be one of a set: it says something, is short, and is nobody's own."""
    text = passage.text[slice(*span)]
    return (
        _SHORTEST <= length(text) <= LONGEST
        and not is_label(text)
        and not _is_a_thing(text, passage.tags[slice(*span)])
        and not text.endswith(_ASKS)
        and passage.first_word(*span) not in listed("connectives")
        and not _ODD.search(text)
        and not passage.names(*span)
        and is_closed(text)
    )


def is_label(text: str) -> bool:
    """Whether a heading only counts or names a part of the text: 转变一, 方法：…, 结语."""
    counted = text.partition("：")[0].rstrip(_COUNTED)
    return not text or counted in listed("labels") or _COUNTS.search(text) is not None


def _is_a_thing(text: str, tags: str) -> bool:
    """Whether a heading is but a noun and what belongs to it: 老仓的问题; but 通风是手段 says something."""
    named = text.endswith(tuple(listed("labels"))) and not {"是", "，"} & set(text)
    return _NAMES.issuperset(tags.lstrip("p")) or (named and not tags.lstrip("da").startswith(("v", "p")))


def is_taught(text: str) -> bool:
    """Whether a heading is about how essays are written."""
    return any_of("lessons").search(text) is not None
