"""An outline as a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.formats.look import TITLE, TODO, Look
from drafter.formats.word.frame import fonts, footers, section, settings
from drafter.formats.word.markup import NOTHING, Xml, joined, part, tag, text, twips
from drafter.formats.word.notes import AUTHOR, Note, placed, said
from drafter.formats.word.package import packed
from drafter.formats.word.sheet import GAP, Block, Gap, laid_out, open_gaps, todo_list
from drafter.formats.word.styles import COMMENT, COMMENT_MARK, id_of, letters_of, styles
from drafter.outline import Outline
from drafter.problem import DraftError, Problem


def document(outline: Outline, look: Look, *, clean: bool, todo: bool) -> bytes:
    """The Word file; where it is to be clean, a `DraftError` names every gap that is still open."""
    blocks = list(laid_out(outline, look))
    gaps = list(open_gaps(blocks))
    if clean and gaps:
        raise DraftError(
            *(Problem(f"还有没清的标记：{gap.words}", gap.at, f"{gap.heading}：补上或删去") for gap in gaps)
        )
    notes = [] if clean else placed(outline.credits, [block.text for block in blocks])
    body = joined(*_paragraphs(blocks, notes, look), _todo_list(gaps if todo else [], look))
    used = [block.style for block in blocks]
    title = next((block.text for block in blocks if block.style == TITLE), "")
    return _packed(title, body, notes, used, look, clean=clean)


def _packed(
    title: str, body: Xml, notes: Sequence[Note], used: Sequence[str], look: Look, *, clean: bool
) -> bytes:
    """The parts of the file around its body, and all of them in one."""
    feet = footers(look)
    files = {f"footer{n}": foot for n, foot in enumerate(feet.values(), 1)}
    if notes:
        files["comments"] = part("comments", *(_comment(n, note, look) for n, note in enumerate(notes)))
    files |= {"styles": styles(look, used), "settings": settings(look, clean=clean), "fontTable": fonts(look)}
    footer_ids = {kind: f"footer{n}" for n, kind in enumerate(feet, 1)}
    return packed(title, part("document", tag("body", body, section(look, footer_ids))), files)


def _comment(n: int, note: Note, look: Look) -> Xml:
    """Without a date: it says where words come from, not when."""
    style = tag("pPr", tag("pStyle", val=id_of(COMMENT, look)))
    mark = tag("r", tag("rPr", tag("rStyle", val=id_of(COMMENT_MARK, look))), tag("annotationRef"))
    paragraphs = (tag("p", style, mark, _run(said(credit))) for credit in note.credits)
    return tag("comment", *paragraphs, id=n, author=AUTHOR, initials=AUTHOR[0])


def _paragraphs(blocks: Sequence[Block], notes: Sequence[Note], look: Look) -> Iterator[Xml]:
    of_block: dict[int, list[tuple[int, Note]]] = {}
    for n, note in enumerate(notes):
        of_block.setdefault(note.text, []).append((n, note))
    for i, block in enumerate(blocks):
        yield tag("p", _placing(block, look), *_runs(block, of_block.get(i, ()), look))


def _todo_list(gaps: Sequence[Gap], look: Look) -> Xml:
    """The list of gaps in a frame of its own: it goes with one key, and no reader takes it for text."""
    if not gaps:
        return NOTHING
    lines = (tag("p", _placing(block, look), *_runs(block, (), look)) for block in todo_list(gaps))
    return tag("sdt", tag("sdtPr", tag("alias", val=TODO)), tag("sdtContent", *lines))


def _placing(block: Block, look: Look) -> Xml:
    return tag(
        "pPr",
        tag("pStyle", val=id_of(block.style, look)),
        tag("keepNext") if block.keeps else NOTHING,
        tag("pageBreakBefore") if block.new_page else NOTHING,
        tag("spacing", before=twips(block.above)) if block.above else NOTHING,
        tag("ind", left=twips(block.left), hanging=twips(block.hanging)) if block.left else NOTHING,
        tag("jc", val="left") if block.left else NOTHING,
    )


def _runs(block: Block, notes: Sequence[tuple[int, Note]], look: Look) -> Iterator[Xml]:
    """The words, cut where a heading ends, a gap, a comment or a line begins or ends."""
    gaps = [found.span() for found in GAP.finditer(block.text)] if block.style != TODO else []
    swallowed = [(i - 1, i) for i in block.breaks if block.text[i - 1] == "　"]
    spans = [*gaps, *swallowed, *((note.start, note.end) for _, note in notes)]
    cuts = sorted({0, block.head, len(block.text), *block.breaks, *(i for span in spans for i in span)})
    starts = {note.start: n for n, note in notes}
    ends = {note.end: n for n, note in notes}
    head = tag("rStyle", val=id_of(letters_of(block.style), look)) if block.head else NOTHING
    for a, b in zip(cuts, [*cuts[1:], cuts[-1]], strict=True):
        if a in ends:
            yield from _comment_end(ends[a], look)
        if a in starts:
            yield tag("commentRangeStart", id=starts[a])
        if a in block.breaks:
            yield tag("r", tag("br"))
        if a < b:
            style = head if b <= block.head else NOTHING
            marked = any(x <= a < y for x, y in gaps)
            yield _run(block.text[a:b], style, hidden=(a, b) in swallowed, marked=marked)


def _comment_end(n: int, look: Look) -> Iterator[Xml]:
    yield tag("commentRangeEnd", id=n)
    yield tag("r", tag("rPr", tag("rStyle", val=id_of(COMMENT_MARK, look))), tag("commentReference", id=n))


_HINT = tag("rFonts", hint="eastAsia")
"""Said of every run, or “ ” — … come out narrow."""


def _run(words: str, style: Xml = NOTHING, *, hidden: bool = False, marked: bool = False) -> Xml:
    """A run; a full-width space that a line break stands for is kept, hidden."""
    shown = tag("vanish") if hidden else tag("highlight", val="yellow") if marked else NOTHING
    return tag("r", tag("rPr", style, _HINT, shown), *_words(words))


def _words(words: str) -> Iterator[Xml]:
    for n, line in enumerate(words.split("\n")):
        if n:
            yield tag("br")
        yield tag("t", text(line), **{"xml:space": "preserve"})
