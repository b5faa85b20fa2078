"""What of a copied text is text: noise out, script and punctuation made one.

Everything that is taken out is kept beside the text, each piece with its line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from drafter.chinese import HAN
from drafter.cleaning.characters import canonical, punctuated
from drafter.cleaning.damage import damaged, mended
from drafter.cleaning.decoding import decode
from drafter.cleaning.jammer import crumbs, jammers
from drafter.cleaning.joining import joined
from drafter.cleaning.leftovers import codes, tags, without_entities
from drafter.cleaning.looks import ORGANISATION, is_numbered, role_of
from drafter.cleaning.pinyin import notes
from drafter.cleaning.rows import HEADING, HIDDEN, LEAD, Row, is_finished, rows_of
from drafter.cleaning.script import simplified
from drafter.cleaning.sieve import sifted

__all__ = [
    "HEADING",
    "HIDDEN",
    "LEAD",
    "ORGANISATION",
    "Cleaned",
    "Row",
    "clean",
    "clean_rows",
    "decode",
    "role_of",
    "rows_of",
    "tidy",
]

CONVERTED = 3
"""Pinyin notes from which on a page is known to have gone through a converter."""

_LINE_END = re.compile("\r\n?|\x85|\u2028|\u2029")
_SPACES = re.compile("[ \t\u3000]+")
_MARKS = "“”‘’《》、。，；：？！（）【】…"
_BEFORE_MARK = re.compile(" (?=[，。、；：？！])")
_LOOSE = re.compile(f"(?<=[{HAN}{_MARKS}]) (?=[{HAN}{_MARKS}])")
_SPREAD = re.compile(f"(?:[{HAN}{_MARKS}\\d] ){{3,}}[{HAN}{_MARKS}\\d]$")
"""A title whose characters a PDF has set apart: 政 府 工 作 报 告."""
_HEAD = re.compile("[^。！？；：]{0,40}[。！？；：]? ?")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The rows that are the text, and what was taken out of the source."""

    rows: tuple[Row, ...]
    noise: tuple[Row, ...] = ()


def clean(text: str) -> Cleaned:
    """The text of a copied page, line by line."""
    return clean_rows(tuple(rows_of(_LINE_END.sub("\n", text.replace(LEAD, "")))))


def clean_rows(rows: Sequence[Row], web: bool = False) -> Cleaned:
    """The rows that are the text; `web`: they come from a web page, with its menus."""
    if not rows:
        return Cleaned(())
    purged, polluted = _purged(rows)
    sift = sifted(joined(purged.rows), web or polluted)
    noise = sorted((*purged.noise, *sift.noise), key=lambda row: (row.line, row.column))
    return Cleaned(tuple(row for row in map(_finished, sift.text) if row.text), tuple(noise))


def tidy(text: str) -> str:
    """One paragraph, its characters and punctuation made one."""
    return _finished(Row(canonical(text).strip())).text


def _purged(rows: Sequence[Row]) -> tuple[Cleaned, bool]:
    """The rows without what stands between their words, and whether that was web dirt."""
    text = canonical(without_entities("\n".join(row.text for row in rows)))
    text, left = _cut(text, tags(text))
    text, coded = _cut(text, codes(text))
    text, pinyin = _cut(text, notes(text))
    text, strewn = _cut(text, jammers(text))
    text, rest = _cut(text, crumbs(text))
    text, traditional = simplified(text)
    lost: Pieces = []
    if traditional or len(pinyin) >= CONVERTED:
        text = mended(text)
        text, lost = _cut(text, damaged(text))
    pieces = (*left, *coded, *pinyin, *strewn, *rest, *lost)
    noise = tuple(replace(rows[i], text=piece) for i, piece in pieces)
    lines = (replace(row, text=line.strip()) for row, line in zip(rows, text.split("\n"), strict=True))
    polluted = len(pieces) >= CONVERTED or bool(strewn)
    return Cleaned(tuple(row for row in lines if row.text), noise), polluted


Pieces = list[tuple[int, str]]
"""What was cut out of a text, each with the index of its line."""


def _cut(text: str, spans: Iterable[tuple[int, int]]) -> tuple[str, Pieces]:
    """`text` without `spans`, and what stood there."""
    cuts = list(spans)
    if not cuts:
        return text, []
    ends = list(accumulate(len(line) + 1 for line in text.split("\n")))
    edges = zip([0, *(stop for _, stop in cuts)], [*(start for start, _ in cuts), len(text)], strict=True)
    pieces = [(bisect_right(ends, start), text[start:stop].strip()) for start, stop in cuts]
    return "".join(text[a:b] for a, b in edges), pieces


def _finished(row: Row) -> Row:
    """`row` with its punctuation in full width and without the spaces that Chinese does not have."""
    text = punctuated(row.text)
    if " " in text or "\u3000" in text or "\t" in text:
        text = _spaced(text)
    return row if text == row.text else replace(row, text=text)


def _spaced(text: str) -> str:
    """One space where there are several; in running text none between Chinese characters.

    A heading keeps its spaces, also where its paragraph goes on behind it.
    """
    text = _BEFORE_MARK.sub("", _SPACES.sub(" ", text)).strip()
    if _SPREAD.match(text):
        return text.replace(" ", "")
    if not ("。" in text or is_finished(text)):
        return text
    head = _HEAD.match(text) if is_numbered(text) else None
    end = head.end() if head else 0
    return text[:end] + _LOOSE.sub("", text[end:])
