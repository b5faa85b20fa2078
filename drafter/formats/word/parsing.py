"""The parts of a Word file as trees, and what its paragraphs show; nothing of outlines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from zipfile import ZipFile

from lxml import etree
from lxml.etree import _Element

from drafter.formats.word.markup import W
from drafter.formats.word.numbering import Numbers
from drafter.formats.word.package import content
from drafter.problem import Place, stop

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_HOLDERS = (
    "ins",
    "moveTo",
    "hyperlink",
    "smartTag",
    "customXml",
    "fldSimple",
    "bdo",
    "dir",
    "sdt",
    "sdtContent",
)
"""Elements that are there for something else than the words that they hold."""
_CLEAN_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-", "ptab": "\t"}
_TOC = "toc "
_DEEPEST = 9


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def value(element: _Element | None, path: str, attribute: str = "val") -> str:
    """The attribute of the element at `path` (a/b, below `element`), "" where there is none."""
    found = element.find("/".join(map(w, path.split("/")))) if element is not None else None
    return (found.get(w(attribute)) or "") if found is not None else ""


def on(element: _Element | None, path: str) -> bool:
    """Whether the switch at `path` stands there and is not turned off."""
    found = element.find("/".join(map(w, path.split("/")))) if element is not None else None
    return found is not None and found.get(w("val")) not in ("0", "false", "off")


def tree(package: ZipFile, name: str, at: Place) -> _Element | None:
    """The root of a part, None where there is no such part; entities and networks are out of reach."""
    data = content(package, name, at).replace(_STRICT, W.encode())
    if not data:
        return None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise stop("Word 文件内部损坏，或藏有恶意内容", at, "用 Word 打开，另存为新的 .docx") from error
    if root.getroottree().docinfo.doctype:
        raise stop("Word 文件里有不该有的 DTD 声明，没有读它", at, "用 Word 打开，另存为新的 .docx")
    return root


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """What each style id is called, the outline level and the list that its paragraphs have."""

    names: dict[str, str] = field(default_factory=dict)
    levels: dict[str, int] = field(default_factory=dict)
    lists: dict[str, tuple[str, int]] = field(default_factory=dict)
    default: str = ""


def style_sheet(root: _Element | None) -> StyleSheet:
    """The styles of a file, what they inherit included."""
    every = {} if root is None else {x.get(w("styleId")) or "": x for x in root.iterfind(w("style"))}
    sheet = StyleSheet(
        default=next(
            (i for i, x in every.items() if x.get(w("default")) == "1" and x.get(w("type")) == "paragraph"),
            "",
        )
    )
    for name, style in every.items():
        sheet.names[name] = value(style, "name")
        for ancestor in _line_of(style, every):
            level = value(ancestor, "pPr/outlineLvl")
            if level.isdigit() and name not in sheet.levels:
                sheet.levels[name] = int(level) + 1
            number = value(ancestor, "pPr/numPr/numId")
            if number and name not in sheet.lists:
                sheet.lists[name] = (number, _depth(value(ancestor, "pPr/numPr/ilvl")))
    return sheet


def _line_of(style: _Element, every: dict[str, _Element]) -> Iterator[_Element]:
    """The style and those it is based on."""
    for _ in range(20):
        yield style
        parent = every.get(value(style, "basedOn"))
        if parent is None:
            return
        style = parent


def _depth(said: str) -> int:
    return int(said) if said.isdigit() else 0


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph as it is shown: the name of its style, its automatic number, its words.

    `level` is its outline level (0 is text), `head` the words at its start in a character style of
    a run-in heading; `comments` are the ids of those that begin in it.
    """

    style: str
    text: str
    number: str = ""
    level: int = 0
    head: int = 0
    centred: bool = False
    comments: tuple[str, ...] = ()


def paragraphs(body: _Element, sheet: StyleSheet, numbers: Numbers) -> Iterator[Shown]:
    """Every paragraph in reading order: those of tables and text boxes too, changes accepted."""
    _choose(body)
    carried = ""
    for element in _blocks(body):
        shown = _shown(element, sheet, numbers)
        if on(element, "pPr/rPr/del") or on(element, "pPr/rPr/moveFrom"):
            carried += shown.text
        elif not shown.style.lower().startswith(_TOC):
            yield Shown(
                shown.style,
                carried + shown.text,
                shown.number,
                shown.level,
                shown.head and shown.head + len(carried),
                shown.centred,
                shown.comments,
            )
            carried = ""


def _choose(body: _Element) -> None:
    """Of what is said twice, for newer programs and older ones, keep the first."""
    for both in list(body.iter(f"{_MC}AlternateContent")):
        choice, fallback = both.find(f"{_MC}Choice"), both.find(f"{_MC}Fallback")
        if choice is not None and fallback is not None:
            both.remove(fallback)


def _blocks(holder: _Element) -> Iterator[_Element]:
    for element in holder:
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if name == "p":
            yield element
            for box in element.iter(w("txbxContent")):
                yield from _blocks(box)
        elif name == "tr" and on(element, "trPr/del"):
            continue
        elif name in ("tbl", "tr", "tc", "AlternateContent", "Choice", "Fallback", *_HOLDERS):
            yield from _blocks(element)


def _shown(element: _Element, sheet: StyleSheet, numbers: Numbers) -> Shown:
    style = value(element, "pPr/pStyle") or sheet.default
    text, head = _words(element, sheet)
    direct = value(element, "pPr/outlineLvl")
    level = int(direct) + 1 if direct.isdigit() else sheet.levels.get(style, 0)
    number = value(element, "pPr/numPr/numId")
    depth = _depth(value(element, "pPr/numPr/ilvl"))
    if not number and style in sheet.lists:
        number, depth = sheet.lists[style]
    return Shown(
        sheet.names.get(style, style),
        text,
        numbers.next(number, depth) if number not in ("", "0") and text.strip() else "",
        level if level <= _DEEPEST else 0,
        head,
        value(element, "pPr/jc") == "center",
        tuple(x.get(w("id")) or "" for x in element.iter(w("commentRangeStart"))),
    )


def _words(paragraph: _Element, sheet: StyleSheet) -> tuple[str, int]:
    """The words, and how many characters at their start are a run-in heading."""
    text, head, leading = "", 0, True
    for run in _runs(paragraph):
        words = _run_text(run)
        leading = leading and (
            not words or sheet.names.get(value(run, "rPr/rStyle"), "").startswith("段首标题")
        )
        text += words
        head = len(text) if leading else head
    return text, head


def _runs(holder: _Element) -> Iterator[_Element]:
    """The runs that are shown: what was inserted, not what was deleted."""
    for element in holder:
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if name == "r":
            yield element
        elif name in _HOLDERS:
            yield from _runs(element)


def _run_text(run: _Element) -> str:
    words = "".join(_pieces(run))
    hidden = on(run, "rPr/vanish") and words.strip()
    return "" if hidden else words


def _pieces(run: _Element) -> Iterator[str]:
    for element in run:
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if name == "t":
            yield element.text or ""
        elif name == "ruby":
            yield from (_run_text(base) for base in element.iterfind(f"{w('rubyBase')}/{w('r')}"))
        elif name == "br" and element.get(w("type")) in ("page", "column"):
            continue
        else:
            yield _CLEAN_BREAKS.get(name, "")
