"""One form for what looks the same: composed, visible characters, and Chinese punctuation."""

from __future__ import annotations

import re
import unicodedata

from drafter.chinese import HAN

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1e\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffc\ue000-\uf8ff]+"
)
_SPACE = re.compile("[\x85\u2028\u2029\u00a0\u1680\u2000-\u200a\u202f\u205f]")
_RADICAL = re.compile("[\u2e80-\u2fdf]")
_WIDE = {chr(c): chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F) if chr(c - 0xFEE0).isalnum()}
_SAME = (
    _WIDE
    | {"％": "%", "＋": "+", "＝": "=", "＆": "&", "＠": "@", "＃": "#", "｡": "。", "､": "、", "︰": "："}
    | {chr(0x3220 + n): f"（{sign}）" for n, sign in enumerate("一二三四五六七八九十")}
    | {chr(0x2474 + n): f"（{n + 1}）" for n in range(20)}
    | {chr(0x2488 + n): f"{n + 1}." for n in range(20)}
    | {chr(0x2776 + n): chr(0x2460 + n) for n in range(10)}
    | {"――": "——", "──": "——", "━━": "——", "﹣": "-", "﹒": "·", "•": "•", "﹐": "，", "﹑": "、"}
)
_FULL = dict(zip(",;:?!()", "，；：？！（）", strict=True))
_NEAR = f"[{HAN}“”‘’《》、。，；：？！（）【】…%]"
_HALF = re.compile(rf"(?<={_NEAR})[,;:?!]+|[,;:?!]+(?=[{HAN}“‘《（【])")
_BRACKETS = re.compile(r"\(([^()（）\n]{1,60})\)")
_LONE = re.compile(rf"(?<=[{HAN}“”‘’《》、。])[()]+|[()]+(?=[{HAN}“‘《])")
_STOP = re.compile(rf"(?<=[{HAN}”’）》])\.(?=[ \t]*$|[{HAN}“‘《])", re.MULTILINE)
_NUMERAL = re.compile("[一二三四五六七八九十]{1,3}$")


def canonical(text: str) -> str:
    """`text` with each character in its one form; lines stay where they are."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    text = _SPACE.sub(" ", text)
    text = _INVISIBLE.sub("", text)
    text = _RADICAL.sub(lambda m: unicodedata.normalize("NFKC", m[0]), text)
    for sign in _SAME.keys() & (set(text) | {"――", "──", "━━"}):
        text = text.replace(sign, _SAME[sign])
    return text


def punctuated(text: str) -> str:
    """`text` with , ; : ? ! ( ) in full width wherever Chinese touches them; 1,000 and 10:30 stay."""
    while (full := _widened(text)) != text:
        text = full
    return text


def _widened(text: str) -> str:
    """`text` with the marks widened that Chinese touches now; they may touch others."""
    if "(" in text:
        text = _BRACKETS.sub(_paired, text)
    if "." in text:
        text = _STOP.sub(_stop, text)
    return _HALF.sub(_full, _LONE.sub(_full, text))


def _full(found: re.Match[str]) -> str:
    return "".join(map(_FULL.__getitem__, found[0]))


def _stop(found: re.Match[str]) -> str:
    """A full stop behind Chinese words; behind a numeral that opens the line it belongs to the number."""
    return "." if _NUMERAL.match(found.string[: found.start()]) else "。"


def _paired(found: re.Match[str]) -> str:
    """Both brackets of a pair in full width, where Chinese stands in it or at its side."""
    before = found.string[found.start() - 1 : found.start()]
    after = found.string[found.end() : found.end() + 1]
    chinese = re.search(_NEAR, before + found[1] + after)
    return f"（{found[1]}）" if chinese else found[0]
