"""An outline as a Word file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from unicodedata import east_asian_width

from drafter.formats.look import SIGNATURES, TITLE, TODO, Look, heading_style
from drafter.formats.page import Line, lay_out
from drafter.formats.word.markup import HEAD, NOTHING, Xml, joined, part, tag, text, twips
from drafter.formats.word.notes import AUTHOR, Note, placed, said
from drafter.formats.word.package import packed
from drafter.formats.word.styles import (
    fonts,
    footers,
    id_of,
    section,
    sentence_style,
    settings,
    styles,
    tracking,
)
from drafter.formats.word.title import breaks
from drafter.outline import BODY, Outline
from drafter.problem import DraftError, Place, Problem

GAP = re.compile(r"〔待[补核定]：[^〕]*〕")
HEADS = (TITLE, "副题", "署名", "题注")
"""What stands at the head of the page, above the blank line."""
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ATTACHED = re.compile(r"附件[：:]\s*")
_NUMBERED = re.compile(r"\d+[.．]\s*")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the file: its style, its words, and what is said of this one alone.

    `head` counts the characters of a run-in heading; a line begins at each of `breaks`; `above`,
    `left`, `hanging` and `right` are points.
    """

    style: str
    text: str
    head: int = 0
    breaks: tuple[int, ...] = ()
    above: float = 0
    left: float = 0
    hanging: float = 0
    right: float = 0
    new_page: bool = False
    at: Place = Place()


def document(outline: Outline, look: Look, *, clean: bool, todo: bool) -> bytes:
    """The Word file; where it is to be clean, a `DraftError` names every gap that is still open."""
    blocks = list(laid_out(outline, look))
    gaps = list(open_gaps(blocks))
    if clean and gaps:
        raise DraftError(
            *(Problem(f"还有没清的标记：{words}", at, f"{where}：补上或删去") for words, where, at in gaps)
        )
    notes = [] if clean else placed(outline.credits, [block.text for block in blocks])
    if gaps and todo:
        blocks += todo_list(gaps)
    return _packed(outline.title, blocks, notes, look, clean=clean)  # fmt: skip


def laid_out(outline: Outline, look: Look) -> Iterator[Block]:
    """The paragraphs of the page, each in its place."""
    lines = list(lay_out(outline))
    text = len(lines) - len(outline.ending)
    blocks = [_block(line, look) for line in lines[:text]]
    blocks += _ending(lines[text:], look)
    above = ""
    for block in blocks:
        yield replace(block, above=look.line * _blank_lines(above, block.style))
        above = block.style


def _block(line: Line, look: Look) -> Block:
    if line.depth and line.run_in:
        style = heading_style(line.depth, run_in=True)
        return Block(style, line.heading + line.rest, len(line.heading), at=line.at)
    if line.depth:
        return Block(heading_style(line.depth), line.heading, at=line.at)
    cuts = breaks(line.text, int(look.width / look.style(TITLE).size)) if line.role == TITLE else ()
    return Block(line.role, line.text, breaks=cuts, at=line.at)


def _blank_lines(above: str, style: str) -> int:
    """Between the head and the text, above the list of attachments, above the signature."""
    if above in HEADS:
        return int(style not in HEADS)
    kinds = [_kind(above), _kind(style)]
    return int(bool(above) and kinds[0] != kinds[1] and kinds[1] in ("附件", "落款"))


def _kind(style: str) -> str:
    return "落款" if style in (*SIGNATURES, "落款署名") else style


def _ending(lines: Sequence[Line], look: Look) -> Iterator[Block]:
    """What stands behind the text, set from the right edge or hung from 附件："""
    blocks = [
        Block("落款署名" if line.role == "署名" else line.role, line.text, at=line.at) for line in lines
    ]
    signed = [block for block in blocks if _kind(block.style) == "落款"]
    edges = dict(zip(map(id, signed), _right_edges(signed, look), strict=True))
    attached = 0.0
    for block in blocks:
        if block.style == "附件":
            attached = _attached(block.text, attached, look)
            yield _hung(block, attached, look)
        else:
            yield replace(block, right=edges.get(id(block), 0))


def _right_edges(signed: Sequence[Block], look: Look) -> Iterator[float]:
    """How far each ends from the right edge: the date begins 2 characters behind the start of the
    name, and the longer of the two ends 2 characters from the edge."""
    two = 2 * _em(look)
    widths = [_width(block.text, look) for block in signed]
    names = max((w for b, w in zip(signed, widths, strict=True) if b.style != "日期"), default=0)
    dates = max((w for b, w in zip(signed, widths, strict=True) if b.style == "日期"), default=0)
    start = two + (dates + two if names and dates >= names else max(names, dates))
    for block, width in zip(signed, widths, strict=True):
        yield max(0.0, start - width - (two if block.style == "日期" and names else 0))


def _attached(text: str, before: float, look: Look) -> float:
    """Where the names of attachments stand in line: behind 附件： and the number."""
    head = _ATTACHED.match(text)
    number = _NUMBERED.match(text, head.end() if head else 0)
    return _width(text[: (number or head).end()], look) if head else before  # type: ignore[union-attr]


def _hung(block: Block, names: float, look: Look) -> Block:
    head = _ATTACHED.match(block.text)
    number = _NUMBERED.match(block.text, head.end() if head else 0)
    own = _width(block.text[: number.end() if number else head.end() if head else 0], look)
    return replace(block, left=2 * _em(look) + names, hanging=own)


def _em(look: Look) -> float:
    style = look.style(BODY)
    return style.size + tracking(style, look)


def _width(text: str, look: Look) -> float:
    """How wide the text is in the type of the body, in points."""
    style = look.style(BODY)
    gap = tracking(style, look)
    return sum(style.size * (1 if east_asian_width(c) in "WFA" else 0.5) + gap for c in text)


def open_gaps(blocks: Iterable[Block]) -> Iterator[tuple[str, str, Place]]:
    """Every 〔待…〕 of the page, the heading it stands under, and its place in the source."""
    heading = TITLE
    for block in blocks:
        if "标题" in block.style:
            heading = block.text[: block.head or None]
        elif heading == TITLE and block.style not in HEADS:
            heading = "总起"
        yield from ((found[0], heading, block.at) for found in GAP.finditer(block.text))


def todo_list(gaps: Sequence[tuple[str, str, Place]]) -> Iterator[Block]:
    """What is still to be filled in, on a page of its own behind the text: no page of the essay
    moves when the list goes."""
    yield Block(TODO, f"待补清单（共{len(gaps)}处，补完即删）", new_page=True)
    for n, (words, heading, _) in enumerate(gaps, 1):
        yield Block(TODO, f"{n}. {words.strip('〔〕')}（{heading}）")


def _packed(title: str, blocks: Sequence[Block], notes: Sequence[Note], look: Look, *, clean: bool) -> bytes:
    feet = footers(look)
    files = {f"footer{n}.xml": foot for n, foot in enumerate(feet.values(), 1)}
    if notes:
        files["comments.xml"] = _comments(notes, look)
    files |= {
        "styles.xml": styles(look, [block.style for block in blocks]),
        "settings.xml": settings(look, clean=clean),
        "fontTable.xml": fonts(look),
    }
    ids = {name: f"rId{n}" for n, name in enumerate(files, 1)}
    footer_ids = {kind: ids[f"footer{n}.xml"] for n, kind in enumerate(feet, 1)}
    body = tag("body", *_paragraphs(blocks, notes, look), section(look, footer_ids))
    return packed({
        "[Content_Types].xml": _content_types(files),
        "_rels/.rels": _package_relations(),
        "docProps/core.xml": _properties(title),
        "word/document.xml": part("document", body),
        "word/_rels/document.xml.rels": _relations({ids[name]: (_kind_of(name), name) for name in files}),
        **{f"word/{name}": content for name, content in files.items()},
    })  # fmt: skip


def _kind_of(name: str) -> str:
    return name.removesuffix(".xml").rstrip("0123456789")


def _content_types(files: Iterable[str]) -> bytes:
    overrides = {"/word/document.xml": "document.main"} | {f"/word/{name}": _kind_of(name) for name in files}
    lines = "".join(
        f'<Override PartName="{name}" ContentType="{_TYPES}.{kind}+xml"/>' for name, kind in overrides.items()
    )
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f"{lines}</Types>"
    ).encode()  # fmt: skip


def _package_relations() -> bytes:
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    return _relations({"rId1": ("officeDocument", "word/document.xml"), "rId2": (core, "docProps/core.xml")})


def _relations(targets: Mapping[str, tuple[str, str]]) -> bytes:
    lines = "".join(
        f'<Relationship Id="{name}" Type="{kind if ":" in kind else f"{_RELATIONS}/{kind}"}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'.encode()


def _properties(title: str) -> bytes:
    """The title alone: no author, no date, no advertisement."""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{text(title)}</dc:title></cp:coreProperties>'
    ).encode()


def _comments(notes: Sequence[Note], look: Look) -> bytes:
    return part("comments", *(_comment(n, note) for n, note in enumerate(notes)))


def _comment(n: int, note: Note) -> Xml:
    """Without a date: it says where words come from, not when."""
    style = tag("pPr", tag("pStyle", val="CommentText"))
    mark = tag("r", tag("rPr", tag("rStyle", val="CommentReference")), tag("annotationRef"))
    paragraphs = (tag("p", style, mark, _run(said(credit))) for credit in note.credits)
    return tag("comment", *paragraphs, id=n, author=AUTHOR, initials=AUTHOR[0])


def _paragraphs(blocks: Sequence[Block], notes: Sequence[Note], look: Look) -> Iterator[Xml]:
    of_block: dict[int, list[tuple[int, Note]]] = {}
    for n, note in enumerate(notes):
        of_block.setdefault(note.text, []).append((n, note))
    for i, block in enumerate(blocks):
        yield tag("p", _placing(block, look), *_runs(block, of_block.get(i, ()), look))


def _placing(block: Block, look: Look) -> Xml:
    indent = {}
    if block.left:
        indent = {"left": twips(block.left), "hanging": twips(block.hanging)}
    if block.right:
        indent = {"right": twips(block.right)}
    return tag(
        "pPr",
        tag("pStyle", val=id_of(block.style, look)),
        tag("pageBreakBefore") if block.new_page else NOTHING,
        tag("spacing", before=twips(block.above)) if block.above else NOTHING,
        tag("ind", **indent) if indent else NOTHING,
    )


def _runs(block: Block, notes: Sequence[tuple[int, Note]], look: Look) -> Iterator[Xml]:
    """The words, cut where a heading ends, a gap, a comment or a line begins or ends."""
    gaps = [found.span() for found in GAP.finditer(block.text)] if block.style != TODO else []
    swallowed = [(i - 1, i) for i in block.breaks if block.text[i - 1] == "　"]
    spans = [*gaps, *swallowed, *((note.start, note.end) for _, note in notes)]
    cuts = sorted({0, block.head, len(block.text), *block.breaks, *(i for span in spans for i in span)})
    starts = {note.start: n for n, note in notes}
    ends = {note.end: n for n, note in notes}
    head = tag("rStyle", val=id_of(sentence_style(block.style), look)) if block.head else NOTHING
    for a, b in zip(cuts, [*cuts[1:], cuts[-1]], strict=True):
        if a in ends:
            yield from _comment_end(ends[a])
        if a in starts:
            yield tag("commentRangeStart", id=starts[a])
        if a in block.breaks:
            yield tag("r", tag("br"))
        if a < b:
            yield _run(block.text[a:b], head if b <= block.head else NOTHING, hidden=(a, b) in swallowed,
                       marked=any(x <= a < y for x, y in gaps))  # fmt: skip


def _comment_end(n: int) -> Iterator[Xml]:
    yield tag("commentRangeEnd", id=n)
    yield tag("r", tag("rPr", tag("rStyle", val="CommentReference")), tag("commentReference", id=n))


_HINT = tag("rFonts", hint="eastAsia")
"""Said of every run, or “ ” — … come out narrow."""


def _run(words: str, style: Xml = NOTHING, *, hidden: bool = False, marked: bool = False) -> Xml:
    """A run; a full-width space that a line break stands for is kept, hidden."""
    letters = joined(style, _HINT, tag("vanish") if hidden else NOTHING,
                     tag("highlight", val="yellow") if marked else NOTHING)  # fmt: skip
    return tag("r", tag("rPr", letters), *_words(words))


def _words(words: str) -> Iterator[Xml]:
    for n, line in enumerate(words.split("\n")):
        if n:
            yield tag("br")
        yield tag("t", text(line), **{"xml:space": "preserve"})
