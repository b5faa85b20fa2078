"""WordprocessingML as text that cannot be broken: only `text` turns words into markup."""

from __future__ import annotations

import re
from typing import NewType

Xml = NewType("Xml", str)

NOTHING = Xml("")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def text(words: str) -> Xml:
    """The words as markup, without the characters that no XML file may hold."""
    return Xml(_FORBIDDEN.sub("", words).translate(_ESCAPES))


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
