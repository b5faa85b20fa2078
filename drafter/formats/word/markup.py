"""WordprocessingML as text that cannot be broken: only `text` turns words into markup."""

from __future__ import annotations

from typing import NewType

Xml = NewType("Xml", str)

NOTHING = Xml("")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_SIGNS: dict[int, str | None] = dict.fromkeys((*range(32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF))
_SIGNS |= {ord(sign): sign for sign in "\t\n\r"} | {38: "&amp;", 60: "&lt;", 62: "&gt;", 34: "&quot;"}
"""What is written in another way, or may stand in no XML file at all."""


def text(words: str) -> Xml:
    """The words as markup, without the characters that no XML file may hold."""
    return Xml(words.translate(_SIGNS))


def tag(name: str, /, *inside: Xml, **attributes: str | float) -> Xml:
    """The element w:name; an attribute without a prefix is of that namespace too."""
    said = "".join(
        f' {key if ":" in key else f"w:{key}"}="{text(str(value))}"' for key, value in attributes.items()
    )
    content = "".join(inside)
    return Xml(f"<w:{name}{said}>{content}</w:{name}>" if content else f"<w:{name}{said}/>")


def joined(*pieces: Xml) -> Xml:
    return Xml("".join(pieces))


def part(name: str, /, *inside: Xml) -> bytes:
    """A whole part of the package, its root being w:name."""
    return f'{HEAD}<w:{name} xmlns:w="{W}" xmlns:r="{R}">{"".join(inside)}</w:{name}>'.encode()


def twips(points: float) -> int:
    return round(points * 20)


def mm(millimetres: float) -> int:
    return round(millimetres * 1440 / 25.4)
