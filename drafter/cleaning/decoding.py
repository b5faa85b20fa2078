"""Bytes to text: the encoding under which the bytes read most like Chinese."""

from __future__ import annotations

import codecs
from functools import cache
from pathlib import Path

from drafter.problem import Place, stop

ENCODINGS = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
SAMPLE = 8192
"""Bytes that are tried under every encoding."""

LOST = -30.0
UNKNOWN = -16.0
CONTROL = -18.0
ASCII = -7.0
PUNCTUATION = dict.fromkeys("，。、“”；：？！《》（）‘’—…·「」『』\u3000", -4.0)
UNREADABLE = -13.0
"""Mean score below which the bytes are no text in any of the encodings."""


def decode(data: bytes, path: Path | None = None) -> str:
    """The text that `data` holds, truncated ends and stray bytes forgiven; `DraftError` where it is none."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if b"\0" not in data[:SAMPLE]:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    return data.decode(_likeliest(data, path), "replace")


def _likeliest(data: bytes, path: Path | None) -> str:
    sample = _telling(data)
    scores = {encoding: score(sample.decode(encoding, "replace")) for encoding in ENCODINGS}
    best = max(ENCODINGS, key=scores.__getitem__)
    if scores[best] < UNREADABLE:
        raise stop("这不是文本：认不出文字编码", Place(path), "用原来的软件打开，另存为 UTF-8 文本或 .docx")
    return best


def _telling(data: bytes) -> bytes:
    """The part of `data` in which the encodings differ, cut at an even place for UTF-16."""
    first = next((i for i, byte in enumerate(data[: 64 * SAMPLE]) if byte > 0x7F or not byte), 0)
    start = max(0, first - 64) & ~1
    return data[start : start + SAMPLE]


def score(text: str) -> float:
    """The mean log probability of the characters of `text`, as Chinese."""
    known = frequencies()
    return sum(known.get(char, UNKNOWN) for char in text) / max(1, len(text))


@cache
def frequencies() -> dict[str, float]:
    """The log probability of every common character."""
    table = dict.fromkeys(map(chr, range(0x20, 0x7F)), ASCII)
    table |= dict.fromkeys(map(chr, range(0x20)), CONTROL) | dict.fromkeys("\r\n\t", ASCII)
    table |= PUNCTUATION | {"\ufffd": LOST}
    for line in Path(__file__).with_name("frequencies.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            logarithm, characters = line.split()
            table |= dict.fromkeys(characters, float(logarithm))
    return table
