"""开头 and 结尾: how a writer begins and ends, in sentences that another day could use.

What is lost: those of a paragraph that teaches how to write, and those that name a day, a figure, a person
or a place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.bank import Phrase
from drafter.chinese import is_closed, length
from drafter.mining.lexicon import listed
from drafter.mining.view import LONGEST, Found, Passage, Span, View

SHORTEST = 8


def openings(view: View) -> Iterator[Found]:
    """The first sentence of the body, if it is short enough to be remembered."""
    first = [passage for passage in list(view.body())[:2] if passage.role == "正文"][:1]
    for passage in (passage for passage in first if not passage.is_lesson):
        yield from _phrases("开头", passage, _sentences(passage)[:1])


def endings(view: View) -> Iterator[Found]:
    """The last sentence of the last paragraph, if it stands without the one before."""
    body = list(view.body())[-2:]
    for passage in body[-1:] if not any(passage.is_lesson for passage in body) else ():
        spans = _sentences(passage)[-1:]
        alone = [span for span in spans if passage.first_word(*span) not in listed("dangling")]
        yield from _phrases("结尾", passage, alone)


def _sentences(passage: Passage) -> list[Span]:
    """The sentences of a passage, each with the mark at its end."""
    return [Span(s.clauses[0].start, s.end + 1) for s in passage.sentences if s.clauses and not s.quoted]


def _phrases(kind: str, passage: Passage, spans: Sequence[Span]) -> Iterator[Found]:
    for span in spans:
        text = passage.text[slice(*span)]
        if SHORTEST <= length(text) <= LONGEST and _is_whole(text) and _is_anybodys(passage, span):
            yield Found(Phrase(kind, text), passage.number)


def _is_whole(text: str) -> bool:
    """Whether a sentence ends as one does, and closes what it opens."""
    return text[-1] in "。！？" and is_closed(text)


def _is_anybodys(passage: Passage, span: Span) -> bool:
    """Whether no day, figure, person, place or house is named."""
    return not passage.has_digits(*span) and not passage.names(*span)
