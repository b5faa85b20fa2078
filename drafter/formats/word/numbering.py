"""Word's automatic numbers, as the reader of the page sees them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from lxml.etree import _Element

from drafter.chinese import numeral
from drafter.formats.word.markup import W

_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def _roman(n: int) -> str:
    signs = ""
    for value, sign in _ROMAN:
        signs += sign * (n // value)
        n %= value
    return signs


def _letter(n: int) -> str:
    return chr(ord("a") + (n - 1) % 26) * ((n - 1) // 26 + 1)


def _from(signs: str) -> Callable[[int], str]:
    return lambda n: signs[(n - 1) % len(signs)]


def _digits(n: int) -> str:
    return "".join(numeral(int(digit)) for digit in str(n)).replace("零", "〇")


def _chinese(n: int) -> str:
    return numeral(n) if n < 100 else _digits(n)


_CIRCLED = _from("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02}",
    "decimalFullWidth": lambda n: str(n).translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "chineseLegalSimplified": _from("壹贰叁肆伍陆柒捌玖拾"),
    "japaneseCounting": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "ideographDigital": _digits,
    "ideographTraditional": _from(_STEMS),
    "ideographZodiac": _from(_BRANCHES),
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "lowerLetter": _letter,
    "upperLetter": lambda n: _letter(n).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda n: _roman(n).upper(),
    "bullet": lambda n: "",
    "none": lambda n: "",
}
BULLET = "● "


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered: from where, with what signs, in what pattern."""

    start: int = 1
    format: str = "decimal"
    pattern: str = ""

    def sign(self, n: int) -> str:
        return _FORMATS.get(self.format, str)(n)


class Numbers:
    """The numbers of a document, handed out paragraph by paragraph in reading order."""

    def __init__(self, root: _Element | None) -> None:
        self._levels = dict(_lists(root)) if root is not None else {}
        self._counts: dict[str, dict[int, int]] = {}

    def next(self, number: str, depth: int) -> str:
        """The number of the next paragraph of that list at that level, "" where it shows none."""
        abstract, levels = self._levels.get(number, ("", {}))
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(abstract, {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        if level.format == "bullet":
            return BULLET
        return re.sub(r"%(\d)", lambda found: _sign(int(found[1]) - 1, counts, levels), level.pattern)


def _sign(depth: int, counts: Mapping[int, int], levels: Mapping[int, Level]) -> str:
    level = levels.get(depth, Level())
    return level.sign(counts.get(depth, level.start))


def _lists(root: _Element) -> Iterator[tuple[str, tuple[str, dict[int, Level]]]]:
    """Each list by its number: the list behind it, and that one's levels."""
    abstract = {
        element.get(_w("abstractNumId")): dict(map(_level, element.iterfind(_w("lvl"))))
        for element in root.iterfind(_w("abstractNum"))
    }
    for number in root.iterfind(_w("num")):
        behind = said(number, _w("abstractNumId"))
        yield number.get(_w("numId")) or "", (behind, abstract.get(behind, {}))


def _level(element: _Element) -> tuple[int, Level]:
    start, depth = said(element, _w("start")), element.get(_w("ilvl")) or ""
    style = said(element, _w("numFmt")) or "decimal"
    pattern = said(element, _w("lvlText"))
    return _whole(depth, 0), Level(_whole(start, 1), style, pattern)


def _whole(said: str, otherwise: int) -> int:
    return int(said) if said.isdecimal() else otherwise


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def said(element: _Element, path: str) -> str:
    """The w:val of the element at `path`, "" where there is none."""
    found = element.find(path)
    return (found.get(_w("val")) or "") if found is not None else ""
