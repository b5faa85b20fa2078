"""Writing a Word file costs no more than the barest call of python-docx."""

from __future__ import annotations

import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from statistics import median

import docx

from drafter.formats.look import LOOKS
from drafter.formats.word import read, write
from drafter.outline import Outline
from tests.word_samples import LONG, PLAIN

PAIRS = 9


def bare(outline: Outline) -> None:
    """The same paragraphs through python-docx, with nothing else done to them."""
    document = docx.Document()
    for text, _ in outline.texts():
        document.add_paragraph(text)
    document.save(BytesIO())


def ours(outline: Outline) -> None:
    write(outline, look=LOOKS["公文"])


def timed(work: Callable[[Outline], None], outline: Outline) -> float:
    begun = time.perf_counter()
    work(outline)
    return time.perf_counter() - begun


def ratio(outline: Outline) -> float:
    """Our time over the bare time: medians of interleaved pairs, after one of each to warm up."""
    pairs = [(timed(ours, outline), timed(bare, outline)) for _ in range(PAIRS + 1)][1:]
    return median(a for a, _ in pairs) / median(b for _, b in pairs)


def test_300_paragraphs_with_100_comments_cost_at_most_half_as_much_again() -> None:
    assert len(LONG.body) == 300
    assert len(list(docx.Document(BytesIO(write(LONG, look=LOOKS["公文"]))).comments)) == 100
    assert ratio(LONG) <= 1.5


def test_a_short_speech_costs_at_most_15_ms() -> None:
    assert median(timed(ours, PLAIN) for _ in range(PAIRS)) <= 0.015


def test_reading_is_linear_in_length() -> None:
    short, long = (write(Outline(LONG.title, body=LONG.body * n), look=LOOKS["公文"]) for n in (4, 16))

    def reading(data: bytes) -> float:
        begun = time.perf_counter()
        read(data, Path("稿.docx"))
        return time.perf_counter() - begun

    assert median(reading(long) for _ in range(3)) < 8 * median(reading(short) for _ in range(3))
