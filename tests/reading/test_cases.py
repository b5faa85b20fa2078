"""Documents of every form and with every noise, each with the outline that a reader should make of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.formats import html, markdown, text
from drafter.formats.page import Line, lay_out
from drafter.outline import Outline
from tests.reading.measure import Score, score, total
from tests.reading.noise import NOISES, SUFFIX, plain
from tests.reading.notation import notation_of, page_of

CASES = Path(__file__).parent / "cases"
PAGES = sorted(CASES.glob("*.page"))


def _is_clean(page: Path) -> bool:
    """Whether the source is the page as a writer would save it."""
    source = page.with_suffix(".txt")
    if page.stem == "minutes":  # 时间：… is what the head of a web page says too
        return False
    return source.exists() and source.read_bytes() == plain(page.read_text("utf-8")).encode()


CLEAN = [page for page in PAGES if _is_clean(page)]
READERS = {".txt": text.read, ".md": markdown.read, ".html": html.read, ".htm": html.read}


def source_of(page: Path) -> Path:
    return next(path for path in CASES.glob(f"{page.stem}.*") if path.suffix in READERS)


def outline_of(source: Path) -> Outline:
    return READERS[source.suffix](source.read_bytes(), source)


def scored(outline: Outline, page: str) -> Score:
    return score(list(lay_out(outline)), page_of(page))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_document_is_read_into_the_outline_that_stands_beside_it(page: Path) -> None:
    assert notation_of(outline_of(source_of(page))) == page.read_text("utf-8")


def test_headings_and_text_of_all_cases_together_are_right() -> None:
    result = total(scored(outline_of(source_of(page)), page.read_text("utf-8")) for page in PAGES)
    assert len(PAGES) >= 40
    assert result.f1 >= 0.95, f"headings F1 {result.f1:.3f}"
    assert result.level >= 0.95 * result.right, f"levels {result.level} of {result.right}"
    assert result.error <= 0.005, f"character error rate {result.error:.4f}"


@pytest.mark.parametrize("noise", NOISES)
def test_noise_of_one_kind_is_taken_out_of_every_document(noise: str) -> None:
    result = list(_noisy(noise))
    assert total(result).f1 >= 0.95, f"headings F1 {total(result).f1:.3f}"
    assert total(result).error <= 0.005, f"character error rate {total(result).error:.4f}"
    assert max(each.error for each in result) <= 0.015, f"worst {max(each.error for each in result):.4f}"


def _noisy(noise: str) -> Iterator[Score]:
    suffix = SUFFIX.get(noise, ".txt")
    for page in CLEAN:
        expected = page.read_text("utf-8")
        source = NOISES[noise](expected).encode()
        yield scored(READERS[suffix](source, page.with_suffix(suffix)), expected)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_was_read_and_written_as_markdown_reads_back_equal(page: Path) -> None:
    outline = outline_of(source_of(page))
    assert markdown.read(markdown.write(outline), page) == outline


def test_every_heading_and_paragraph_knows_its_line() -> None:
    source = CASES / "speech-numbered.txt"
    raw = source.read_text("utf-8").splitlines()
    outline = outline_of(source)
    for _, section in outline.walk():
        assert section.heading in raw[section.at.line - 1]
    for paragraph in outline.paragraphs():
        assert paragraph.text[:10] in raw[paragraph.at.line - 1].replace("（", "")
    assert all(line.at.path == source for line in _with_place(outline))


def _with_place(outline: Outline) -> list[Line]:
    return [line for line in lay_out(outline) if line.depth]
