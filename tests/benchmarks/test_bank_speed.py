"""How the bank's costs grow; ratios of one run, so that they hold on any machine."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median

import pytest

from drafter.archive import mine_archive
from drafter.bank import Bank, Shelf, load, open_shelf, pick, save, union
from drafter.yamlfile import parse
from tests.archive_help import mine_slowly, read_lines, write_essays
from tests.benchmarks.million import big_bank, milliseconds, queries
from tests.benchmarks.pairs import least_times

SMALL, LARGE = 4_000, 32_000


@pytest.fixture(scope="module")
def banks(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """A bank and one that is eight times as large."""
    home = tmp_path_factory.mktemp("banks")
    folders = {size: home / str(size) for size in (SMALL, LARGE)}
    for size, folder in folders.items():
        save(big_bank(size), folder)
    return folders


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


def best(work: Callable[[], object], times: int = 3) -> float:
    return min(milliseconds(work) for _ in range(times))


def test_indexing_grows_with_the_bank_and_no_faster(banks: dict[int, Path]) -> None:
    small, large = (best(partial(open_shelf, [folder]), 2) for folder in banks.values())
    assert large < 8 * 2 * small


def test_reading_grows_with_the_bank_and_no_faster(banks: dict[int, Path]) -> None:
    small, large = (best(partial(load, folder), 2) for folder in banks.values())
    assert large < 8 * 2 * small


def test_our_regular_form_is_read_in_a_third_of_the_time_of_yaml(banks: dict[int, Path]) -> None:
    path = banks[SMALL] / "搭配.yaml"
    plain = best(lambda: parse(path.read_bytes()).plain())
    files = sum(1 for _ in banks[SMALL].glob("*.yaml")) - 1
    assert best(lambda: load(banks[SMALL])) < plain * files / 3


def test_a_kept_index_is_opened_and_asked_in_a_fraction_of_the_time_to_make_it(
    banks: dict[int, Path], cache: Path
) -> None:
    def answer() -> None:
        open_shelf([banks[SMALL]], cache).search("督查", (), 20)

    made = milliseconds(answer)
    assert best(answer) < made / 20


def test_a_question_hardly_costs_more_in_a_bank_eight_times_as_large(
    banks: dict[int, Path], cache: Path
) -> None:
    def cost(shelf: Shelf) -> float:
        return median(best(partial(shelf.search, query, (), 20)) for query in queries(60))

    small, large = (cost(open_shelf([folder], cache)) for folder in banks.values())
    assert large < 3 * small


def test_a_draft_hardly_costs_more_with_a_bank_eight_times_as_large(
    banks: dict[int, Path], cache: Path
) -> None:
    def draw(folder: Path) -> None:
        shelf = open_shelf([folder], cache)
        for query in queries(12):
            next(pick(shelf, ("搭配", "排比"), query, within="机关工作"), None)

    small, large = (best(partial(draw, folder)) for folder in banks.values())
    assert large < 3 * small


def test_adding_many_banks_costs_what_they_hold(banks: dict[int, Path]) -> None:
    bank = load(banks[LARGE])
    parts = [_part(bank, n) for n in range(50)]
    assert best(lambda: union(*parts)) < 4 * best(lambda: union(bank))


def _part(bank: Bank, n: int) -> Bank:
    sources = dict([*bank.sources.items()][n::50])
    named = {source.document for places in sources.values() for source in places}
    return Bank(sources, {}, {name: bank.documents[name] for name in named})


def _work(n: int) -> int:
    return sum(k * k for k in range(n))


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one processor")
def test_two_jobs_gain_most_of_what_two_bare_processes_gain(tmp_path: Path) -> None:
    archive = write_essays(tmp_path / "文稿", 200)
    fresh = count()

    def mine(jobs: int) -> None:
        bank = tmp_path / f"bank-{next(fresh)}"
        mine_archive([archive], bank, jobs=jobs, read=read_lines, mine=mine_slowly)

    def bare(jobs: int) -> None:
        with ProcessPoolExecutor(jobs) as pool:
            assert sum(pool.map(_work, [1_000_000] * 40))

    def gain_most(mine_one: float, mine_two: float, bare_one: float, bare_two: float) -> bool:
        return mine_one / mine_two >= 0.75 * min(bare_one / bare_two, 2)

    works = [partial(work, jobs) for work in (mine, bare) for jobs in (1, 2)]
    least = least_times(works, gain_most)
    print(f"two jobs gain {least[0] / least[1]:.2f}, two bare processes {least[2] / least[3]:.2f}")
    assert gain_most(*least)
