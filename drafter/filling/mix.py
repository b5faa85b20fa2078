"""The mix (虚实比): how much of a page is the writer's, the template's, the bank's, quoted, missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

from drafter import holes
from drafter.chinese import length
from drafter.filling.drawer import leaves
from drafter.filling.pen import QUOTATION
from drafter.filling.showing import GAP, shown
from drafter.holes import Hole
from drafter.outline import Credit, Outline

SLOT = 2
"""Han characters; an answer so short is a word in the template's sentence, not a sentence of the writer's."""

SHARES = ("gap", "quotation", "bank", "author", "template")
"""Whose the words can be, in the order in which they are claimed."""


@dataclass(frozen=True, slots=True)
class Mix:
    """Shares of the Han characters of a page; they add up to 1."""

    author: float = 0.0
    template: float = 0.0
    bank: float = 0.0
    quotation: float = 0.0
    gap: float = 0.0

    def rounded(self) -> dict[str, float]:
        return {share: round(value, 2) for share, value in asdict(self).items()}


def mix(outline: Outline) -> Mix:
    """Whose the words of the page are, by Han characters.

    A mark 〔待…〕 is a gap, what a credit covers is quoted or the bank's, what was answered is
    the writer's; headings and all else the template made.
    """
    page = shown(outline)
    claims = _claims(outline)
    answers = {answer for answer, owner in claims if owner == "author"}
    headings = {section.heading for _, section in page.walk()}
    count = dict.fromkeys(SHARES, 0)
    for text, _ in page.texts():
        known = claims if text not in headings or text in answers else [c for c in claims if c[1] == "gap"]
        for owner, words in _owned(text, known):
            count[owner] += length(words)
    total = sum(count.values()) or 1
    return Mix(**{share: n / total for share, n in count.items()})


def held(outline: Outline) -> tuple[Credit, ...]:
    """The credits whose words still stand on the page."""
    page = "\n".join(text for text, _ in shown(outline).texts())
    return tuple(credit for credit in outline.credits if re.search(_pattern(credit), page))


def _claims(outline: Outline) -> list[tuple[str, str]]:
    """Patterns of words and who owns them, the strongest claim first, the longest words first."""
    quoted = [(_pattern(c), "quotation" if c.kind == QUOTATION else "bank") for c in outline.credits]
    answers = [re.escape(words) for words in _answered(outline.given) if length(words) > SLOT]
    return [
        (GAP.pattern, "gap"),
        *sorted(quoted, key=lambda claim: claim[1] != "quotation"),
        *((words, "author") for words in sorted(set(answers), key=lambda w: (-len(w), w))),
    ]


def _pattern(credit: Credit) -> str:
    """The words of a credit; the slots of a frame belong to whoever filled them."""
    return "([^。！？]*?)".join(map(re.escape, credit.text.split("…")))


def _answered(given: Mapping[str, object]) -> Iterator[str]:
    """The words of the answers, without the holes in them and without their closing mark."""
    for answer in leaves(given):
        for part in holes.split(answer):
            words = part.words[1:] if isinstance(part, Hole) else re.split(r"〔待[^〔〕]*〕", part)
            yield from (word.rstrip("。；，、") for word in words if word.rstrip("。；，、"))


def _owned(text: str, claims: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The text in pieces, each with its owner."""
    owners = ["template"] * len(text)
    for pattern, owner in claims:
        for found in re.finditer(pattern, text):
            free = [i for i in range(*found.span()) if owners[i] == "template" and not _in_slot(found, i)]
            if len(free) == found.end() - found.start() or owner != "author":
                for i in free:
                    owners[i] = owner
    yield from zip(owners, text, strict=True)


def _in_slot(found: re.Match[str], i: int) -> bool:
    return any(found.start(n) <= i < found.end(n) for n in range(1, (found.re.groups or 0) + 1))
