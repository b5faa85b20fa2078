"""Web pages: the words of their blocks on one side, a plain page that a browser shows on the other.

The room that knows what HTML is; which of the blocks are the essay is told by its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from itertools import islice
from pathlib import Path

from lxml import etree

from drafter.chinese import HAN
from drafter.cleaning import HEADING, LEAD, Cleaned, Row, clean_rows, decode
from drafter.formats.page import ENDING, FRONT, TITLE, Line, lay_out
from drafter.formats.structure import understood
from drafter.outline import BODY, Outline
from drafter.problem import Place, stop


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


DROPPED = _names(
    "script style noscript template nav footer aside title head button select option textarea svg iframe"
    " object video audio canvas map figcaption rt rp"
)
BLOCKS = _names(
    "address article blockquote body center dd div dl dt fieldset figure form header h1 h2 h3 h4 h5 h6 hr"
    " html li main ol p pre section table tbody td th thead tr ul"
)
MENUS = _names("li td div p ul ol dl dd table section")
"""Blocks that are a menu where more than half of their words are links."""
BOLD = _names("b strong")
ROLES = frozenset((*FRONT, *ENDING))
"""Classes that say the role of a paragraph, as the pages that are written here have them."""

_SET_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
_NOT_SHOWN = re.compile(r"display\s*:\s*none")
_SITE_NAME = re.compile(r"\s*[-_|｜–]+\s*")
_JAMMED = re.compile(r"\bjammer\b")
_HEADINGS = re.compile(r"h[1-6]$")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BROKEN = re.compile(rf"(?<=[{HAN}，。、；：？！”’）》])[ \t]*[\r\n]\s*(?=[{HAN}“‘（《])")
_BLANK = " \u3000\xa0\u2003\u2002"


_PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="generator" content="drafter">
<title>{title}</title>
<style>
body {{ max-width: 40em; margin: 2em auto; padding: 0 1em; line-height: 1.8; }}
body {{ font-family: FangSong, "Noto Serif CJK SC", serif; }}
h1, .副题, .署名, .题注 {{ text-align: center; }}
h2, h3, h4, h5, h6 {{ font-size: 1em; margin: 1em 0 0; text-indent: 2em; }}
p {{ margin: 0; text-indent: 2em; text-align: justify; }}
.称呼 {{ text-indent: 0; }}
.落款, .日期 {{ text-align: right; }}
</style>
</head>
<body>
{body}
</body>
</html>
"""


def write(outline: Outline) -> bytes:
    """The page as HTML: headings, paragraphs by role, nothing to load."""
    body = "\n".join(map(_block, lay_out(outline)))
    return _PAGE.format(title=escape(outline.title), body=body).encode()


def _block(line: Line) -> str:
    """A line as an element: its depth or its role is its name."""
    if line.role == TITLE:
        return f"<h1>{escape(line.text)}</h1>"
    if not line.depth:
        role = "" if line.role == BODY else f' class="{escape(line.role)}"'
        return f"<p{role}>{escape(line.text)}</p>"
    if line.run_in:
        return f'<p><b data-depth="{line.depth}">{escape(line.heading)}</b>{escape(line.rest)}</p>'
    level = min(line.depth + 1, 6)
    return f"<h{level}>{escape(line.heading)}</h{level}>"


def read(data: bytes, path: Path) -> Outline:
    """The outline of the essay that a web page holds."""
    return understood(cleaned(data, path), Place(path, 1))


def cleaned(data: bytes, path: Path) -> Cleaned:
    """The lines of the essay, and what else the page had."""
    root = _parsed(decode(data, path), path)
    rows = _titled(_Page().walk(root))
    text = clean_rows(rows if any(row.hint == TITLE for row in rows) else [*_named(root), *rows], web=True)
    if not text.rows:
        raise stop("网页里没有正文", Place(path), "在浏览器里打开，选中正文复制，存成 .txt")
    return text


def _parsed(text: str, path: Path) -> etree._Element:
    """The tree of a page, however broken it is."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise stop("网页里没有正文", Place(path), "检查是不是存错了文件") from error
    if root is None:
        raise stop("网页里没有正文", Place(path), "检查是不是存错了文件")
    return root


class _Page:
    """The walk over a page: the words of the block that is open, and a row for each that is closed."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._words: list[str] = []
        self._line = 0
        self._hint = ""
        self._kept_lines = 0
        self._in_link = 0
        self._size = self._linked = 0
        self._menus: list[tuple[int, int, int]] = []

    def walk(self, root: etree._Element) -> list[Row]:
        """The rows of the blocks that are shown and are no menus."""
        steps = etree.iterwalk(root, events=("start", "end"))
        for event, element in steps:
            hidden = _is_hidden(element)
            if event == "start" and hidden:
                steps.skip_subtree()
            elif event == "start":
                self._enter(element)
            else:
                if not hidden:
                    self._leave(element)
                self._say(element.tail)
        self._close()
        return self.rows

    def _enter(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in BLOCKS:
            self._close()
            role = element.get("class") or ""
            self._hint = tag if _HEADINGS.match(tag) else role if role in ROLES else self._hint
            self._kept_lines += tag == "pre"
        if tag in MENUS:
            self._menus.append((len(self.rows), self._size, self._linked))
        elif tag == "a":
            self._in_link += 1
        elif _is_bold(element) and self._words and self._words[-1] == LEAD:
            self._words.pop()
        if not self._words:
            self._line = element.sourceline or 0  # type: ignore[assignment]  # unknown to its stubs
        self._say(element.text)

    def _leave(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in BLOCKS or tag == "br":
            self._close()
            self._hint = "" if tag in BLOCKS else self._hint
            self._kept_lines -= tag == "pre"
        if tag in MENUS:
            self._drop_menu(*self._menus.pop())
        elif tag == "a":
            self._in_link -= 1
        elif _is_bold(element) and LEAD not in self._words:
            self._words.append(LEAD)

    def _say(self, text: str | None) -> None:
        """Take the words between two tags."""
        if not text:
            return
        size = len(text.strip())
        self._size += size
        self._linked += size if self._in_link else 0
        first, *others = text.split("\n") if self._kept_lines else [text]
        self._words.append(first)
        for line in others:
            self._close()
            self._words.append(line)

    def _close(self) -> None:
        """Make a row of the words since the last block."""
        raw = _SPACE.sub(" ", _BROKEN.sub("", "".join(self._words))).strip(" ")
        self._words.clear()
        text = raw.strip(_BLANK)
        if text.strip(LEAD):
            indented = raw[0] in _BLANK
            self.rows.append(Row(text, self._line, indented=indented, hint=self._hint))

    def _drop_menu(self, first: int, size: int, linked: int) -> None:
        """Forget the rows of a block that is links for the greater part."""
        if (self._linked - linked) * 2 > self._size - size:
            del self.rows[first:]
            self._size, self._linked = size, linked


def _is_hidden(element: etree._Element) -> bool:
    if element.tag in DROPPED:
        return True
    shows = not _NOT_SHOWN.search(element.get("style") or "") and not _JAMMED.search(
        element.get("class") or ""
    )
    return not shows


def _is_bold(element: etree._Element) -> bool:
    return element.tag in BOLD or bool(_SET_BOLD.search(element.get("style") or ""))


def _named(root: etree._Element) -> Iterator[Row]:
    """What the page is called in the bar of the browser, without the name of its site."""
    for element in islice(root.iter("title"), 1):
        name = _SITE_NAME.split((element.text or "").strip())[0].strip()
        if name:
            yield Row(_SPACE.sub(" ", name))


def _titled(rows: list[Row]) -> list[Row]:
    """`rows` whose <h1> … say what they are: the highest, where it is the only one, is the title."""
    levels = sorted({row.hint for row in rows if _HEADINGS.match(row.hint)})
    if levels and sum(row.hint == levels[0] for row in rows) == 1:
        title, *levels = levels
    else:
        title = ""
    hints = {level: f"{HEADING}{depth}" for depth, level in enumerate(levels, 1)} | {title: TITLE}
    return [replace(row, hint=hints.get(row.hint, row.hint)) if row.hint else row for row in rows]
