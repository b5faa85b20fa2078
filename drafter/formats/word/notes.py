"""Credits as comments: what the comment says, where it stands, and the credit it says again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from drafter.outline import Credit, Source

AUTHOR = "draft"
_FRAME = "…"
_CLOSE = re.compile("[。！？；\n]")
_OTHER = r"｜备选 \d+："
_LAST = r"(.*?)｜([^｜：]{1,8})：(.*)"
_FIRST, _UNKNOWN = "来源：", "未注明"
_PARAGRAPH = r" 第(\d+)段$"


@dataclass(frozen=True, slots=True)
class Note:
    """A comment on the characters from `start` to `end` of text number `text`."""

    text: int
    start: int
    end: int
    credits: tuple[Credit, ...]


def said(credit: Credit) -> str:
    """The comment of a credit, for the reader: where from, what else, and what was taken."""
    sources = "；".join(map(str, credit.sources)) or _UNKNOWN
    others = "".join(f"｜备选 {n}：{other}" for n, other in enumerate(credit.alternatives, 2))
    return f"{_FIRST}{sources}{others}｜{credit.kind}：{credit.text}"


def credit_in(comment: str) -> Credit | None:
    """The credit that such a comment speaks of; None where it is somebody else's comment."""
    parts = re.split(_OTHER, comment)
    last = re.fullmatch(_LAST, parts[-1], re.S)
    if not (last and comment.startswith(_FIRST)):
        return None
    sources, *others = *parts[:-1], last[1]
    names = sources.removeprefix(_FIRST)
    known = () if names == _UNKNOWN else tuple(map(_source, names.split("；")))
    return Credit(last[3], last[2], known, tuple(others))


def _source(name: str) -> Source:
    paragraph = re.search(_PARAGRAPH, name)
    return Source(name[: paragraph.start()], int(paragraph[1])) if paragraph else Source(name)


def stands(credit: Credit, text: str) -> bool:
    """Whether the credited words are in the text, to the letter; … is any words of a sentence."""
    return _span(credit, text) is not None


def placed(credits: Iterable[Credit], texts: Sequence[str]) -> list[Note]:
    """A comment for each credit where its words first stand; credits that overlap share one."""
    page = "\n".join(texts)
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    spans = [(span, credit) for credit in credits if (span := _span(credit, page))]
    notes: list[Note] = []
    for (start, end), credit in sorted(spans, key=lambda found: found[0]):
        n = bisect_right(starts, start) - 1
        note = Note(n, start - starts[n], end - starts[n], (credit,))
        if notes and notes[-1].text == n and notes[-1].end > note.start:
            note = _together(notes.pop(), note)
        notes.append(note)
    return notes


def _together(one: Note, other: Note) -> Note:
    return Note(one.text, one.start, max(one.end, other.end), one.credits + other.credits)


def _span(credit: Credit, text: str) -> tuple[int, int] | None:
    words = [part for part in credit.text.split(_FRAME) if part]
    if _FRAME in credit.text and words:
        return _frame_span(words, text)
    start = text.find(credit.text) if credit.text else -1
    return (start, start + len(credit.text)) if start >= 0 else None


def _frame_span(words: Sequence[str], text: str) -> tuple[int, int] | None:
    """From the first word to the last, in this order and in one sentence; a few steps a sentence."""
    start = text.find(words[0])
    while start >= 0:
        end = start + len(words[0])
        for word in words[1:]:
            close = _CLOSE.search(text, end)
            limit = close.start() if close else len(text)
            found = text.find(word, end, limit + len(word))
            if found < 0:
                break
            end = found + len(word)
        else:
            return start, end
        start = text.find(words[0], max(limit, start + 1))
    return None
