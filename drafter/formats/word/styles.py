"""A look as the styles of a Word file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from drafter.formats.look import (
    FOOTER,
    HEADING_LEVELS,
    PAGE_NUMBER,
    ROOT,
    TITLE,
    Look,
    Style,
    heading_style,
)
from drafter.formats.word.markup import NOTHING, Xml, part, tag, twips
from drafter.outline import BODY

RUN_IN = "段首标题"
HEADINGS = tuple(heading_style(n) for n in range(1, HEADING_LEVELS + 1))
LINKED: Mapping[str, str] = {f"{name} 字符": f"Heading {n} Char" for n, name in enumerate(HEADINGS, 1)}
"""The character styles that belong to the headings, as Word calls them."""
COMMENT, COMMENT_MARK = "批注文字", "批注引用"
BUILT_IN: Mapping[str, str] = {
    ROOT: "Normal",
    BODY: "Body Text",
    "题目": "Title",
    "副题": "Subtitle",
    "署名": "Signature",
    "题注": "caption",
    "称呼": "Salutation",
    "引语": "Quote",
    "结语": "Closing",
    "日期": "Date",
    COMMENT: "annotation text",
    COMMENT_MARK: "annotation reference",
    FOOTER: "footer",
    PAGE_NUMBER: "page number",
    **{name: f"heading {n}" for n, name in enumerate(HEADINGS, 1)},
}
"""Roles that Word has a style for.  Our own style of that name would clash in a Chinese Word, which
shows its Salutation as 称呼 and its Date as 日期; every other role is a style of its own name."""


def name_of(style: str) -> str:
    """What Word calls the style."""
    return BUILT_IN.get(style) or LINKED.get(style, style)


def id_of(style: str, look: Look) -> str:
    """The id by which a paragraph names its style; beside a writer's own styles, ours are marked."""
    if look.taken:
        return look.taken.ids.get(style) or f"draft{style}".replace(" ", "")
    name = name_of(style)
    return (name if name == style else name.title()).replace(" ", "")


def letters_of(heading: str) -> str:
    """The character style of a heading: its type alone, for the first sentence of a paragraph."""
    return f"{heading.removeprefix('段首')} 字符"


def styles(look: Look, used: Iterable[str]) -> bytes:
    """The styles of the look, and one for each other role in use, which then looks like 正文."""
    every = dict.fromkeys(_needed((*always(look), *used, COMMENT, COMMENT_MARK)))
    if not look.taken:
        return part("styles", _defaults(look), _UNUSED, *(drawn(name, look) for name in every))
    whole, close, end = look.taken.styles.rpartition("</")
    more = (drawn(name, look) for name in every if name not in look.taken.ids)
    return f"{whole}{''.join(more)}{close}{end}".encode()


def _needed(names: Iterable[str]) -> Iterator[str]:
    """The styles, and those that they cannot be without."""
    for name in names:
        yield name
        heading = name.removeprefix("段首")
        if heading in HEADINGS:
            yield heading
            yield letters_of(heading)


_UNUSED = tag("latentStyles", defUIPriority=99, defSemiHidden=1, defUnhideWhenUsed=1, defQFormat=0)
"""What Word has besides stays out of the way in its list of styles."""


def always(look: Look) -> list[str]:
    """The styles that a file has, whether it uses them or not: levels 1 to 4 and no run-in ones."""
    return [name for name in look.styles if name not in HEADINGS[4:] and not name.startswith(RUN_IN)]


def drawn(name: str, look: Look) -> Xml:
    """The style as markup."""
    if name == PAGE_NUMBER:
        return _character_style(name, look, *_letters(look.style(name), look).values())
    if name in LINKED:
        return _heading_letters(name, look)
    return _COMMENTS[name](name, look) if name in _COMMENTS else _paragraph_style(name, look)


def _paragraph_style(name: str, look: Look) -> Xml:
    """What is not as in the parent."""
    style = look.style(name)
    parent = "" if name == ROOT else style.parent
    ours = parent and not (look.taken and parent == ROOT)
    above = look.style(parent) if ours else None
    return tag(
        "style",
        tag("name", val=name_of(name)),
        tag("basedOn", val=id_of(parent, look)) if parent else NOTHING,
        tag("next", val=id_of(BODY, look)) if style.level or name == TITLE else NOTHING,
        tag("link", val=id_of(letters_of(name), look)) if name in HEADINGS else NOTHING,
        tag("uiPriority", val=1),
        tag("qFormat"),
        tag("pPr", *_differing(_paragraph(style, look), _paragraph(above, look) if above else {})),
        tag("rPr", *_differing(_letters(style, look), _letters(above, look) if above else {})),
        type="paragraph",
        **({"default": "1"} if name == ROOT else {}),
        **({} if name in BUILT_IN else {"customStyle": "1"}),
        styleId=id_of(name, look),
    )


def _heading_letters(name: str, look: Look) -> Xml:
    """Linked with the heading: who changes the one in Word changes the other."""
    heading = name.removesuffix(" 字符")
    link = tag("link", val=id_of(heading, look))
    if look.taken and heading in look.taken.letters:
        return _character_style(name, look, Xml(look.taken.letters[heading]), link=link)
    letters = _differing(_letters(look.style(heading), look), _letters(look.style(ROOT), look))
    return _character_style(name, look, *letters, link=link)


def _character_style(name: str, look: Look, *letters: Xml, link: Xml = NOTHING) -> Xml:
    return tag(
        "style",
        tag("name", val=name_of(name)),
        link,
        tag("uiPriority", val=1),
        tag("qFormat"),
        tag("rPr", *letters),
        type="character",
        **({} if name in BUILT_IN else {"customStyle": "1"}),
        styleId=id_of(name, look),
    )


def _comment_text(name: str, look: Look) -> Xml:
    return tag(
        "style",
        tag("name", val=name_of(name)),
        tag("basedOn", val=id_of(ROOT, look)),
        tag("pPr", tag("spacing", line=240, lineRule="auto"), tag("jc", val="left")),
        tag("rPr", tag("spacing", val=0), tag("sz", val=21), tag("szCs", val=21)),
        type="paragraph",
        styleId=id_of(name, look),
    )


def _comment_mark(name: str, look: Look) -> Xml:
    return _character_style(name, look, tag("sz", val=16), tag("szCs", val=16))


_COMMENTS = {COMMENT: _comment_text, COMMENT_MARK: _comment_mark}


def _differing(own: Mapping[str, Xml], parents: Mapping[str, Xml]) -> Iterator[Xml]:
    return (mark for key, mark in own.items() if parents.get(key) != mark)


def _paragraph(style: Style, look: Look) -> dict[str, Xml]:
    """All that is said of the paragraphs, in the order of the schema.

    No line goes to another page for the sake of a neater one: 22 lines on each.
    """
    return {
        "keepNext": tag("keepNext", val=int(style.keeps)),
        "keepLines": tag("keepLines", val=int(style.keeps)),
        "widowControl": tag("widowControl", val=0),
        "overflowPunct": tag("overflowPunct", val=1),  # LibreOffice loses marks where this is not said
        "snapToGrid": tag("snapToGrid", val=0),
        "spacing": tag("spacing", before=twips(style.above * look.line), after=0, **_rhythm(style, look)),
        "ind": tag("ind", left=0, right=0, **_first_line(style, look)),
        "jc": tag("jc", val=style.align),
        "outlineLvl": tag("outlineLvl", val=style.level - 1 if style.level else 9),
    }


def _first_line(style: Style, look: Look) -> dict[str, str | float]:
    """The indent in characters, as Word counts, and in twips for those that do not."""
    if not style.first:
        return {}
    em = style.size + look.tracking(style)
    return {"firstLineChars": round(style.first * 100), "firstLine": twips(style.first * em)}


def _rhythm(style: Style, look: Look) -> dict[str, str | float]:
    exact = style.line or look.page.pitch
    if exact:
        return {"line": twips(exact), "lineRule": "exact"}
    return {"line": round(look.page.times * 240), "lineRule": "auto"}


def _letters(style: Style, look: Look) -> dict[str, Xml]:
    latin, half_points = style.latin, round(style.size * 2)
    return {
        "rFonts": tag("rFonts", ascii=latin, hAnsi=latin, eastAsia=style.font, cs=latin),
        "spacing": tag("spacing", val=twips(look.tracking(style))),
        "sz": tag("sz", val=half_points),
        "szCs": tag("szCs", val=half_points),
    }


def _defaults(look: Look) -> Xml:
    letters = _letters(look.style(ROOT), look)
    language = tag("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    return tag("docDefaults", tag("rPrDefault", tag("rPr", letters["rFonts"], language)), tag("pPrDefault"))
