"""Writing a Word file costs no more than the barest call of python-docx."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from statistics import median

import docx

from drafter.formats.look import LOOKS
from drafter.formats.word import read, write
from drafter.outline import Outline
from tests.benchmarks.pairs import ratio, seconds_of
from tests.word_samples import LONG, PLAIN


def bare(outline: Outline) -> None:
    """The same paragraphs through python-docx, with nothing else done to them."""
    document = docx.Document()
    for text, _ in outline.texts():
        document.add_paragraph(text)
    document.save(BytesIO())


def ours(outline: Outline) -> bytes:
    return write(outline, look=LOOKS["公文"])


def test_300_paragraphs_with_100_comments_cost_at_most_half_as_much_again() -> None:
    assert len(LONG.body) == 300
    assert len(list(docx.Document(BytesIO(ours(LONG))).comments)) == 100
    assert ratio(lambda: ours(LONG), lambda: bare(LONG)) <= 1.5


def test_a_short_speech_costs_at_most_15_ms() -> None:
    ours(PLAIN)
    assert median(seconds_of(lambda: ours(PLAIN)) for _ in range(9)) <= 0.015


def test_reading_is_linear_in_length() -> None:
    short, long = (ours(Outline(LONG.title, body=LONG.body * n)) for n in (4, 16))
    assert ratio(lambda: read(long, Path("稿.docx")), lambda: read(short, Path("稿.docx")), pairs=3) < 8
