"""Sentences, words, numerals and lengths of Chinese text.  The only room that knows jieba."""

from __future__ import annotations

import re
from collections.abc import Iterator

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Han characters, for the inside of a regular expression's [ ]."""

_HAN = re.compile(f"[{HAN}]")
_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]*[”’」』）》]*|[。！？；]+[”’」』）》]*")
_DIGITS = "零一二三四五六七八九"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)} | {"两": 2, "〇": 0}


def sentences(text: str) -> list[str]:
    """Split after 。！？； keeping the closing quotes with their sentence."""
    return [s.strip() for s in _SENTENCE.findall(text) if s.strip()]


def han(text: str) -> str:
    """The Han characters of `text` alone."""
    return "".join(_HAN.findall(text))


def length(text: str) -> int:
    """How many Han characters `text` has, as the mix and the rules of length count."""
    return len(_HAN.findall(text))


def numeral(n: int) -> str:
    """1 → 一, 12 → 十二, 20 → 二十 (0 to 99)."""
    tens, ones = divmod(n, 10)
    head = "" if not tens else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones or not tens else "")


def counted(n: int) -> str:
    """The numeral before a measure word: 2 → 两, else as `numeral`."""
    return "两" if n == 2 else numeral(n)


def value_of(text: str) -> int:
    """一 → 1, 二十三 → 23, 12 → 12; 0 where `text` is no number up to 99."""
    if text.isascii():
        return int(text) if text.isdigit() else 0
    head, ten, tail = text.partition("十")
    if not ten:
        return _VALUES.get(text, 0)
    return _VALUES.get(head, 1) * 10 + _VALUES.get(tail, 0)


def runs(text: str, n: int) -> Iterator[str]:
    """Every run of `n` Han characters that stand side by side in `text`."""
    for block in re.findall(f"[{HAN}]{{{n},}}", text):
        yield from (block[i : i + n] for i in range(len(block) - n + 1))
