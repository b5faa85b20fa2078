"""The parts of a Word file as trees, and what its paragraphs show; nothing of outlines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import takewhile
from zipfile import ZipFile

from lxml import etree
from lxml.etree import _Element

from drafter.formats.word.markup import W
from drafter.formats.word.numbering import Numbers, said
from drafter.formats.word.package import content
from drafter.problem import Place, stop

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_HOLDERS = frozenset(
    ["ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "bdo", "dir", "sdt", "sdtContent"]
)
"""Elements that are there for something else than the words that they hold."""
_BOXES = frozenset(["tbl", "tr", "tc", "AlternateContent", "Choice", "Fallback"])
_SIGNS = {"br": "\n", "cr": "\n", "tab": "\t", "ptab": "\t", "noBreakHyphen": "-"}
_HEADING_TYPE = re.compile(r"(?:heading|标题) ?[1-9] (?:char|字符)", re.I)
_LEVEL_NAMES = re.compile(r"(?:heading|标题) ?([1-9])|([一二三四])级标题", re.I)
"""Names that tell the level of a heading where its style does not."""


def w(path: str) -> str:
    """`a/b` with the namespace of Word's own elements."""
    return "/".join(f"{{{W}}}{name}" for name in path.split("/"))


def on(element: _Element, path: str) -> bool:
    """Whether the switch at `path` stands there and is not turned off."""
    found = element.find(w(path))
    return found is not None and found.get(w("val")) not in ("0", "false", "off", "none")


def tree(package: ZipFile, name: str, at: Place) -> _Element | None:
    """The root of a part, None where there is no such part; entities and the network are out of reach."""
    data = content(package, name, at).replace(_STRICT, W.encode())
    if not data:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise stop("Word 文件内部损坏，或藏有恶意内容", at, "用 Word 打开，另存为新的 .docx") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise stop("Word 文件里有不该有的 DTD 声明，没有读它", at, "用 Word 打开，另存为新的 .docx")
    return root


def main_part(package: ZipFile, at: Place) -> str:
    """The part that the package names as its document."""
    root = tree(package, "_rels/.rels", at)
    for relation in () if root is None else root:
        if (relation.get("Type") or "").endswith("/officeDocument"):
            return (relation.get("Target") or "").lstrip("/")
    return "word/document.xml"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a style: its name, whether it is none of Word's own, its outline level (0 is
    text), its list, its weight."""

    name: str
    own: bool = False
    level: int = 0
    list: tuple[str, int] = ("", 0)
    bold: bool = False


def style_sheet(root: _Element | None) -> dict[str, Known]:
    """The styles of a file by id, with what they inherit; "" is the one of a paragraph that names none."""
    if root is None:
        return {"": Known("Normal")}
    every = {style.get(w("styleId")) or "": style for style in root.iterfind(w("style"))}
    sheet = {name: _known(list(ancestry(style, every))) for name, style in every.items()}
    plain = (
        name
        for name, x in every.items()
        if x.get(w("default")) in ("1", "true") and x.get(w("type")) == "paragraph"
    )
    return {"": sheet.get(next(plain, ""), Known("Normal")), **sheet}


def ancestry(style: _Element, every: Mapping[str, _Element]) -> Iterator[_Element]:
    """The style and those it is based on, nearest first; a circle is cut."""
    for _ in range(20):
        yield style
        parent = every.get(said(style, w("basedOn")))
        if parent is None:
            return
        style = parent


def _known(ancestry: list[_Element]) -> Known:
    name = said(ancestry[0], w("name"))
    level = next((v for x in ancestry if (v := said(x, w("pPr/outlineLvl")))), "")
    lists = ((said(x, w("pPr/numPr/numId")), said(x, w("pPr/numPr/ilvl"))) for x in ancestry)
    number, depth = next((found for found in lists if found[0]), ("", ""))
    bold = next((on(x, "rPr/b") for x in ancestry if x.find(w("rPr/b")) is not None), False)
    own = ancestry[0].get(w("customStyle")) in ("1", "true")
    return Known(name, own, _level(level) or _level_named(name), (number, _depth(depth)), bold)


def _level(said: str) -> int:
    """The outline level as people count it; 0 for text."""
    return int(said) + 1 if said.isdecimal() and int(said) < 9 else 0


def _level_named(name: str) -> int:
    found = _LEVEL_NAMES.fullmatch(name.strip())
    if not found:
        return 0
    return int(found[1]) if found[1] else "一二三四".index(found[2]) + 1


def _depth(said: str) -> int:
    return int(said) if said.isdecimal() else 0


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph as it is shown: the name of its style (`own` if it is none of Word's), its
    automatic number, its words.

    `level` is its outline level (0 is text); `head` counts the characters of a run-in heading at its
    start, `bold` those in bold type; `right` stands at the right edge.
    """

    style: str
    text: str
    own: bool = False
    number: str = ""
    level: int = 0
    head: int = 0
    bold: int = 0
    right: bool = False


def paragraphs(body: _Element, sheet: Mapping[str, Known], numbers: Numbers) -> Iterator[Shown]:
    """Every paragraph in reading order, those of tables and text boxes too, all changes accepted."""
    _choose(body)
    before = ""
    for element in _blocks(body):
        shown = _shown(element, sheet, numbers)
        if before:
            shown = replace(shown, text=before + shown.text, head=0, bold=0)
        if is_gone(element):
            before = shown.text
        else:
            yield shown
            before = ""
    if before:
        yield Shown("Normal", before)


def is_gone(paragraph: _Element) -> bool:
    """Whether the end of the paragraph was deleted, so that it goes on in the next one."""
    return any(paragraph.find(w(f"pPr/rPr/{change}")) is not None for change in ("del", "moveFrom"))


def _choose(body: _Element) -> None:
    """Of what is said twice, for newer programs and for older ones, keep the first."""
    for both in list(body.iter(f"{_MC}AlternateContent")):
        choice, fallback = both.find(f"{_MC}Choice"), both.find(f"{_MC}Fallback")
        if choice is not None and fallback is not None:
            both.remove(fallback)


def _blocks(holder: _Element) -> Iterator[_Element]:
    """The paragraphs in an element, each followed by those of its text boxes."""
    for element in holder:
        name = _local(element)
        if name == "p":
            yield element
            for box in element.iter(w("txbxContent")):
                if next(box.iterancestors(w("p"))) is element:
                    yield from _blocks(box)
        elif (name in _BOXES or name in _HOLDERS) and element.find(w("trPr/del")) is None:
            yield from _blocks(element)


def _local(element: _Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _shown(element: _Element, sheet: Mapping[str, Known], numbers: Numbers) -> Shown:
    style = sheet.get(said(element, w("pPr/pStyle"))) or sheet[""]
    runs = [(run, text) for run in _runs(element) if (text := _run_text(run))]
    direct = said(element, w("pPr/outlineLvl"))
    text = "".join(text for _, text in runs)
    return Shown(
        style.name,
        text,
        style.own,
        _number(element, style, numbers) if text.strip() else "",
        _level(direct) if direct else style.level,
        _leading(runs, lambda run: _is_heading(run, sheet)),
        _leading(runs, lambda run: on(run, "rPr/b") if run.find(w("rPr/b")) is not None else style.bold),
        said(element, w("pPr/jc")) in ("right", "end"),
    )


def _number(element: _Element, style: Known, numbers: Numbers) -> str:
    """The automatic number: the paragraph's own list goes before that of its style; 0 is none."""
    name, depth = said(element, w("pPr/numPr/numId")), _depth(said(element, w("pPr/numPr/ilvl")))
    if not name:
        name, depth = style.list
    return numbers.next(name, depth)


def _leading(runs: list[tuple[_Element, str]], has: Callable[[_Element], bool]) -> int:
    """How many characters there are before the first run that has it not."""
    return sum(len(text) for _, text in takewhile(lambda pair: has(pair[0]), runs))


def _is_heading(run: _Element, sheet: Mapping[str, Known]) -> bool:
    """Whether the run has the type of a heading, its paragraph being none."""
    name = said(run, w("rPr/rStyle"))
    return name in sheet and bool(_HEADING_TYPE.fullmatch(sheet[name].name))


def _runs(holder: _Element) -> Iterator[_Element]:
    """The runs that are shown: what was inserted, not what was deleted."""
    for element in holder:
        name = _local(element)
        if name == "r":
            yield element
        elif name in _HOLDERS:
            yield from _runs(element)


def _run_text(run: _Element) -> str:
    """The words of a run; hidden ones are not shown, but a space that a line break hides is."""
    text = "".join(_pieces(run))
    return "" if text.strip() and on(run, "rPr/vanish") else text


def _pieces(run: _Element) -> Iterator[str]:
    for element in run:
        name = _local(element)
        if name == "t":
            yield element.text or ""
        elif name == "ruby":
            yield from (_run_text(base) for base in element.iterfind(w("rubyBase/r")))
        elif element.get(w("type")) not in ("page", "column"):
            yield _SIGNS.get(name, "")
