"""Texts and sources as they stand in the YAML of a bank."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import lru_cache

from drafter.outline import Source

_ODD = r":#,\[\]{}\"\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff"
PLAIN = rf"(?:[^\W_]|[《〈“‘（〔【…—])[^{_ODD}]*(?<!\s)"
"""A text that YAML takes as it stands, in a list too."""
QUOTED = r'"(?:[^"\\\n]|\\.)*"'
ONE = rf"(?:{PLAIN}|{QUOTED})"
_PLACE = re.compile(r"(.+) 第(\d{1,7})段")
_ITEM = re.compile(ONE)


def scalar(text: str) -> str:
    """The text as it is written: plain, or in double quotes where YAML wants them."""
    return text if re.fullmatch(PLAIN, text) and text != "null" else _quoted(text)


def _quoted(text: str) -> str:
    return re.sub(
        r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", _escaped, json.dumps(text, ensure_ascii=False)
    )


def _escaped(sign: re.Match[str]) -> str:
    return f"\\u{ord(sign[0]):04x}"


def flow(texts: Iterable[str]) -> str:
    """The texts as a list in one line; a single one with a ， in quotes, for it would be read as a slip."""
    some = [*texts]
    write = _quoted if len(some) == 1 and "，" in some[0] else scalar
    return f"[{', '.join(map(write, some))}]"


def text_of(written: str) -> str:
    """The text that `scalar` has written."""
    return str(json.loads(written)) if written.startswith('"') else written


def texts_of(written: str) -> tuple[str, ...]:
    """The texts that `flow` has written, without its brackets."""
    if '"' in written:
        return tuple(map(text_of, _ITEM.findall(written)))
    return tuple(written.split(", ")) if written else ()


def place_of(source: Source) -> str:
    """The source as it is written; paragraph 0 is said where the name would be read as a place."""
    if source.paragraph or not _PLACE.fullmatch(source.document):
        return str(source)
    return f"{source.document} 第0段"


@lru_cache(1 << 16)
def source_of(written: str) -> Source:
    """The source that `place_of` has written; a name alone is a document."""
    found = _PLACE.fullmatch(written)
    return Source(found[1], int(found[2])) if found else Source(written)
