"""The outline: the one tree that every other room reads or makes.

A document is read into it, the writer edits it as YAML, and it is written out
as a page.  A template is an outline whose texts still have holes in them, so
there is no second class for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from drafter.problem import NOWHERE, Place, Problem

BODY = "正文"
NO_NUMBER = "无"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, and the role it plays on the page: 正文, 称呼, 引语, 落款, …"""

    text: str
    role: str = BODY
    at: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, the paragraphs under it, then the sections under those.

    `run_in`: the heading is the first sentence of its first paragraph.
    `marker`: the style of its number by a sample (一、 （一） 1. 一是 …); "" is the style of its
    level, 无 is none, and `=三、` is that very number, from which the next go on.
    `each` (点 in 要点) makes one section per item and `when` keeps it only where it holds.
    A section that was made says which item it is, `点 = 要点[1]（近）`; one beside such that is none
    says 单独.
    """

    heading: str
    body: tuple[Paragraph, ...] = ()
    sections: tuple[Section, ...] = ()
    run_in: bool = False
    marker: str = ""
    each: str = ""
    when: str = ""
    at: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Form:
    """One way to say something: a text, or one text per item (`each`) strung on a `joint`.

    `source` says where words that are quoted come from; without it they are not said at all.
    """

    text: str
    each: str = ""
    joint: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """Where a phrase stands: a document, and its paragraph counted from 1 (0: not known)."""

    document: str
    paragraph: int = 0

    def __str__(self) -> str:
        return f"{self.document} 第{self.paragraph}段" if self.paragraph else self.document


@dataclass(frozen=True, slots=True)
class Credit:
    """Words that are not the writer's: a bank phrase or a quotation, and where it comes from.

    A credit holds as long as its text still stands to the letter; in a 句框, … is any words.
    """

    text: str
    kind: str
    sources: tuple[Source, ...] = ()
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ask:
    """What the writer is asked for: a hole's path (要点.题眼) and how to ask.

    `kind` is 题眼 (the word that stands for a point), 短语, 整句, 列表 or 事实; what is `optional`
    is not asked on a terminal.
    """

    name: str
    help: str = ""
    kind: str = "短语"
    optional: bool = False


@dataclass(frozen=True, slots=True)
class About:
    """What a template says of itself: how it is called, when to use it, what it asks, an example."""

    id: str
    name: str = ""
    use: str = ""
    asks: tuple[Ask, ...] = ()
    example: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole document, and the answers that it has been given so far.

    `forms` names the sentence patterns that its holes may call, each with its alternatives.
    `problems` is what the reader had to report.
    """

    title: str = ""
    front: tuple[Paragraph, ...] = ()
    body: tuple[Paragraph, ...] = ()
    sections: tuple[Section, ...] = ()
    ending: tuple[Paragraph, ...] = ()
    given: Mapping[str, Any] = field(default_factory=dict)
    forms: Mapping[str, tuple[Form, ...]] = field(default_factory=dict)
    credits: tuple[Credit, ...] = ()
    about: About | None = None
    problems: tuple[Problem, ...] = field(default=(), compare=False)
    at: Place = field(default=NOWHERE, compare=False)

    def walk(self) -> Iterator[tuple[int, Section]]:
        """Every section in reading order, each with its depth (1 is the top)."""
        return _walk(self.sections, 1)

    def numbered(self) -> Iterator[tuple[int, str, str]]:
        """The page, paragraph by paragraph: its number from 1, the heading it stands under, its text.

        The title is a paragraph of the page, and so is a heading; a run-in heading shares the
        number of the paragraph that it opens.
        """
        n = 0
        for heading, text, shares in self._page():
            n += not shares
            yield n, heading, text

    def _page(self) -> Iterator[tuple[str, str, bool]]:
        """Heading above, text, and whether it stands in the paragraph of the text before."""
        if self.title:
            yield "", self.title, False
        yield from (("", p.text, False) for p in (*self.front, *self.body))
        for _, section in self.walk():
            yield section.heading, section.heading, False
            for i, paragraph in enumerate(section.body):
                yield section.heading, paragraph.text, section.run_in and i == 0
        yield from (("", p.text, False) for p in self.ending)

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph in reading order, front and ending too."""
        yield from self.front
        yield from self.body
        for _, section in self.walk():
            yield from section.body
        yield from self.ending

    def texts(self) -> Iterator[tuple[str, Place]]:
        """The title, every heading and every paragraph, in reading order."""
        yield self.title, self.at
        yield from ((p.text, p.at) for p in (*self.front, *self.body))
        for _, section in self.walk():
            yield section.heading, section.at
            yield from ((p.text, p.at) for p in section.body)
        yield from ((p.text, p.at) for p in self.ending)


def by_line(outline: Outline) -> Outline:
    """The outline with each line of a text as a paragraph of its own, at its own place."""
    return replace(
        outline,
        front=_lines(outline.front),
        body=_lines(outline.body),
        sections=tuple(map(_by_line, outline.sections)),
        ending=_lines(outline.ending),
    )


def _by_line(section: Section) -> Section:
    return replace(section, body=_lines(section.body), sections=tuple(map(_by_line, section.sections)))


def _lines(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    return tuple(
        replace(paragraph, text=text, at=_down(paragraph.at, n))
        for paragraph in paragraphs
        for n, text in enumerate(paragraph.text.split("\n"))
    )


def _down(at: Place, lines: int) -> Place:
    return replace(at, line=at.line + lines) if at.line else at


def _walk(sections: tuple[Section, ...], depth: int) -> Iterator[tuple[int, Section]]:
    for section in sections:
        yield depth, section
        yield from _walk(section.sections, depth + 1)


def without_places(outline: Outline) -> Outline:
    """The outline as a thing of its own: it no longer points into the file that it was made from."""
    return replace(
        outline,
        front=_unplaced(outline.front),
        body=_unplaced(outline.body),
        sections=tuple(map(_without_place, outline.sections)),
        ending=_unplaced(outline.ending),
        at=NOWHERE,
    )


def _without_place(section: Section) -> Section:
    sections = tuple(map(_without_place, section.sections))
    return replace(section, body=_unplaced(section.body), sections=sections, at=NOWHERE)


def _unplaced(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    return tuple(replace(paragraph, at=NOWHERE) for paragraph in paragraphs)
