"""Pinyin notes of converted pages: 提質(zhì)增效 is 提質增效."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from drafter.chinese import HAN

_INITIAL = "zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]|"
_FINAL = (
    "[aoeiuv]|ai|ei|ui|ao|ou|iu|ie|ue|ve|er|an|en|in|un|vn|ang|eng|ing|ong|ia|iao|ian|iang|iong|ua|uo|uai"
    "|uan|uang"
)
_SYLLABLE = re.compile(f"(?:{_INITIAL})(?:{_FINAL})|n|ng|m|hm|hng|ê")
_TONES = "\u0300\u0301\u0304\u030c\u0306"
_TONE = re.compile(f"[{_TONES}]")
_TONED = "āáǎăàēéěĕèīíǐĭìōóǒŏòūúǔŭùǖǘǚǜńňǹḿ"
_LETTERS = f"a-zA-ZüÜvɑɡê{_TONED}{_TONES}"
_NOTE = re.compile(rf" ?[(（\[〔] *([{_LETTERS}][{_LETTERS} '’·，,-]{{0,40}})[)）\]〕]")
_IS_HAN = re.compile(f"[{HAN}]")
_PARTS = re.compile(r"[\s'’·，,-]+")
RESIDUE = re.compile(rf"[?？]?[(（]?[a-z]*[{_TONED}][a-z]*[)）]")
"""What is left of a note whose character was lost: ?lián)"""


def notes(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the notes that are wholly pinyin with tones and stand behind a Han character."""
    for found in _NOTE.finditer(text):
        if _IS_HAN.match(text[found.start() - 1 : found.start()]) and is_pinyin(found[1]):
            yield found.span()


@lru_cache(4096)
def is_pinyin(note: str) -> bool:
    """Whether every part of `note` is one syllable with its tone, or several run together."""
    parts = [part for part in _PARTS.split(note) if part]
    return bool(parts) and all(_is_toned(part) for part in parts)


def _is_toned(part: str) -> bool:
    spelled = unicodedata.normalize("NFD", part.replace("ɑ", "a").replace("ɡ", "g"))
    letters = _TONE.sub("", spelled).replace("u\u0308", "v").replace("ê", "ê").lower()
    return _splits(letters, len(_TONE.findall(spelled)))


def _splits(letters: str, syllables: int) -> bool:
    """Whether `letters` is so many syllables."""
    if not syllables:
        return not letters
    cuts = range(min(6, len(letters)), 0, -1)
    return any(_SYLLABLE.fullmatch(letters[:n]) and _splits(letters[n:], syllables - 1) for n in cuts)
