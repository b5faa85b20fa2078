"""Garbage that forums strew into a copied text: 2 ]; C* O) n4 R7 E!"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.chinese import HAN

_JAMMER = re.compile(r"(?:[ -;] [?-~]){4,}")
"""As Discuz makes it: a character of 32..59, a space, a character of 63..126, at least five times."""
_RUN = re.compile(f"[^{HAN}，。、；：？！“”‘’《》（）【】…—\n]{{9,}}")
_WORD = re.compile("[A-Za-z0-9]+")
_SYMBOL = re.compile(r"[^A-Za-z0-9\s]")
_ODD = re.compile(r"[`~^{}\\|<>$#@&*_=\[\]\"'!?;]")


def jammers(text: str) -> Iterator[tuple[int, int]]:
    """The spans of what the forum program strews in."""
    yield from (found.span() for found in _JAMMER.finditer(text))


def crumbs(text: str) -> Iterator[tuple[int, int]]:
    """The spans that are left of it where spaces were lost; formulas, numbers, addresses are none."""
    yield from (found.span() for found in _RUN.finditer(text) if _is_garbage(found[0].strip()))


def _is_garbage(run: str) -> bool:
    """Many crumbs of letters and digits among symbols of several odd kinds."""
    words = _WORD.findall(run)
    if len(run) < 9 or len(words) < 4 or max(map(len, words)) > 2 or "://" in run or "www." in run:
        return False
    symbols = len(_SYMBOL.findall(run))
    letters = sum(char.isalpha() for word in words for char in word)
    return symbols >= 3 and symbols / len(run) > 0.12 and letters >= 2 and len(set(_ODD.findall(run))) >= 2
