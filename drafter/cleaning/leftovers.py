"""What other programs left in a text that was copied out of them: &nbsp;, <b>, [color=red]."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

_ENTITY = re.compile(
    r"&(?:amp;)?(?:nbsp|ensp|emsp|ldquo|rdquo|lsquo|rsquo|mdash|ndash|hellip|middot|bull|quot|amp|lt|gt|#\d{2,6});"
)
_TAG = re.compile(
    r"</?(?:p|b|i|u|em|strong|span|font|div|center|td|tr|table|tbody|a|img|h[1-6]|o:p)(?:\s[^<>\n]{0,300})?/?>",
    re.I,
)
_CODE = re.compile(
    r"\[/?(?:b|i|u|s|p|url|img|size|color|align|font|quote|indent|table|tr|td|backcolor|attach|hide|free)(?:=[^\[\]\n]{0,60})?\]"
)


def without_entities(text: str) -> str:
    """`text` with the signs that web pages spell out: &ldquo; is “."""
    return _ENTITY.sub(lambda m: unescape(unescape(m[0])).replace("\n", " "), text) if "&" in text else text


def tags(text: str) -> Iterator[tuple[int, int]]:
    """The spans of tags of a web page."""
    if "</" in text or "/>" in text:
        yield from (found.span() for found in _TAG.finditer(text))


def codes(text: str) -> Iterator[tuple[int, int]]:
    """The spans of forum codes."""
    if "[/" in text:
        yield from (found.span() for found in _CODE.finditer(text))
