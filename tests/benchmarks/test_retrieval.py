"""Questions find what was meant, on the seeds: the bars stand well under what the benchmark shows."""

from __future__ import annotations

import pytest

from drafter.bank import Bank, gathered
from tests.benchmarks.retrieval import bm25, measured, mined, ours, seeds_by_heading, seeds_by_word
from tests.shared import SHARED, needs_shared


@pytest.fixture(scope="module")
def seeds() -> Bank:
    return gathered(mined(SHARED / "seeds"))


@needs_shared
def test_a_heading_finds_phrases_of_its_topic_in_other_documents(seeds: Bank) -> None:
    questions = [*seeds_by_heading(seeds)]
    assert measured(ours, questions).hits >= 0.5 * len(questions)


@needs_shared
def test_the_name_of_a_topic_finds_its_phrases(seeds: Bank) -> None:
    questions = [*seeds_by_word(seeds)]
    figures = measured(ours, questions)
    assert figures.hits >= len(questions) - 2
    assert figures.precision >= 0.5


@needs_shared
def test_our_ranking_is_about_as_good_as_one_that_visits_every_row(seeds: Bank) -> None:
    questions = [*seeds_by_heading(seeds), *seeds_by_word(seeds)]
    assert measured(ours, questions).hits >= 0.9 * measured(bm25, questions).hits
