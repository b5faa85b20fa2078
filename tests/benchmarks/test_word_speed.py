"""Writing a Word file costs no more than the barest call of python-docx."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx

from drafter.formats.look import LOOKS
from drafter.formats.word import read, write
from drafter.outline import Outline
from tests.benchmarks.pairs import least_ratio
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
    assert least_ratio(lambda: ours(LONG), lambda: bare(LONG), 1.5) <= 1.5


def test_a_short_speech_costs_less_than_an_empty_file_of_python_docx() -> None:
    assert least_ratio(lambda: ours(PLAIN), lambda: bare(Outline()), 0.5) <= 0.5


def test_reading_is_linear_in_length() -> None:
    short, long = (ours(Outline(LONG.title, body=LONG.body * n)) for n in (4, 16))
    here = Path("稿.docx")
    assert least_ratio(lambda: read(long, here), lambda: read(short, here), 7.9, pairs=3) < 8
