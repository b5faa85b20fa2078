"""A bank of a million phrases: how long it takes to make, to index and to ask.

    python -m tests.benchmarks.million [PHRASES]

The phrases are put together from our own list of words, commoner words oftener, as in real text.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import accumulate
from pathlib import Path
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import TypeVar

from drafter.bank import Bank, Context, Document, Phrase, Shelf, load, open_shelf, save
from drafter.outline import Source

Result = TypeVar("Result")

HEADS = (
    "推强完提落把优健深压改守构拓畅激培巩防化保服统协督检调参引组动凝树弘传发治护用开"
    "共简整盘对走倾回解办反跟评"
)
TAILS = (
    "动善升实握化全好进住造建展通发育固范解障务筹调促查研谋划传导织员聚立扬承理护放享合活接访听应决馈踪估核责"
)
WORDS = [head + tail for step, head in enumerate(HEADS) for tail in TAILS[step % 3 :]]
"""Some 2 600 words of two characters; the n-th is about 1/n as common as the first."""
KINDS = ("搭配", "四字", "举措", "比喻", "排比", "提法")


def words() -> Callable[[], str]:
    """A word at a time, as often as it should come."""
    random = Random(20)
    order = random.sample(WORDS, len(WORDS))
    weights = [*accumulate(1 / (n + 10) for n in range(len(order)))]
    return lambda: random.choices(order, cum_weights=weights)[0]


def queries(count: int) -> list[str]:
    """Questions of one, two or three words, from the 20th commonest on."""
    random = Random(20)
    order = random.sample(WORDS, len(WORDS))
    ranks = (int(20 * 100 ** random.random()) for _ in range(3 * count))
    return [" ".join(order[next(ranks)] for _ in range(1 + n % 3)) for n in range(count)]


def phrases(count: int, word: Callable[[], str]) -> Iterator[Phrase]:
    """Different phrases of three to nine words in one to three clauses."""
    random = Random(21)
    seen: set[str] = set()
    while len(seen) < count:
        clauses = [word() + word() + word() for _ in range(random.choice((1, 1, 2, 3)))]
        text = "、".join(clauses)
        if text not in seen:
            seen.add(text)
            yield Phrase(KINDS[len(seen) % len(KINDS)], text, tuple(clauses) if len(clauses) > 1 else ())


def documents(count: int, word: Callable[[], str]) -> Iterator[Document]:
    """Documents of five sections, each with a heading and twelve keywords."""
    for n in range(count):
        contexts = tuple(
            Context(4 * part + 1, word() + word() + word(), tuple(word() for _ in range(12)))
            for part in range(5)
        )
        yield Document(f"关于{word()}{word()}工作的发言之{n}", "", contexts)


def big_bank(count: int) -> Bank:
    """A bank of `count` phrases, fifty to a document; most stand in one place, some in two or three."""
    random, word = Random(22), words()
    named = {document.name: document for document in documents(max(1, count // 50), word)}
    names = [*named]

    def places() -> frozenset[Source]:
        many = random.choice((1, 1, 1, 1, 2, 2, 3))
        return frozenset(Source(random.choice(names), random.randint(1, 20)) for _ in range(many))

    return Bank({phrase: places() for phrase in phrases(count, word)}, {}, named)


def timed(what: str, work: Callable[[], Result]) -> Result:
    start = time.perf_counter()
    result = work()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{what:34}{time.perf_counter() - start:8.2f} s   peak {peak} MB", flush=True)
    return result


def milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def ask(shelf: Shelf, kinds: tuple[str, ...], asked: Sequence[str]) -> None:
    times = [milliseconds(partial(shelf.search, query, kinds, 20)) for query in asked]
    figures = f"median {median(times):.2f}  p95 {quantiles(times, n=20)[-1]:.2f}  max {max(times):.2f} ms"
    print(f"  {'、'.join(kinds) or 'any kind':20} {figures}")


FIRST_QUERY = """
import sys, time
from pathlib import Path
from drafter.bank import open_shelf
start = time.perf_counter()
open_shelf([Path(sys.argv[1])], Path(sys.argv[2])).search(sys.argv[3], limit=20)
print((time.perf_counter() - start) * 1000)
"""


def first_query(folder: Path, cache: Path, query: str) -> None:
    call = [sys.executable, "-c", FIRST_QUERY, str(folder), str(cache), query]
    times = [float(subprocess.run(call, capture_output=True, check=True).stdout) for _ in range(5)]
    print("first query of a fresh process     " + "  ".join(f"{ms:.1f}" for ms in times) + " ms")


DRAFT = ("-m", "drafter", "new", "-t", "four-points", "--topic", "机关工作", "--seed", "0", "--force")
POINTS = ("推动", "完善", "提升", "落实")


def draft(home: Path, *banks: Path) -> float:
    """Seconds of the processor for one draft, indexes being made."""
    call = [sys.executable, *DRAFT, "-o", str(home / "draft.docx")]
    call += [word for point in POINTS for word in ("--point", point)]
    call += [word for bank in banks for word in ("--bank", str(bank))]
    start = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(call, capture_output=True, check=True, env={**os.environ, "XDG_CACHE_HOME": str(home)})
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    return end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime


def drafts(home: Path, bank: Path) -> None:
    """By turns, for other work on the machine slows both."""
    draft(home, bank)
    small, large = zip(*((draft(home), draft(home, bank)) for _ in range(11)), strict=True)
    figures = f"{median(small):.3f} s with the shipped bank, {median(large):.3f} s with this one over it"
    print(f"draft new: {figures}, {median(large) / median(small):.2f} times")


def size(folder: Path) -> str:
    return f"{sum(path.stat().st_size for path in folder.iterdir()) / 1e6:.0f} MB"


def main(count: int) -> None:
    with TemporaryDirectory() as name:
        folder, cache = Path(name, "bank"), Path(name, "drafter")
        call = f"from tests.benchmarks.million import *; save(big_bank({count}), Path({str(folder)!r}))"
        subprocess.run([sys.executable, "-c", call], check=True)  # its memory is not ours
        print(f"{count} phrases, {size(folder)} of YAML")
        shelf = timed("index built from YAML", lambda: open_shelf([folder], cache))
        print(f"index of {size(cache)}")
        asked = queries(300)
        for count in (1, 2, 3):
            print(f"queries of {count} {'words' if count > 1 else 'word'}")
            for kinds in ((), ("搭配",), ("搭配", "举措", "排比")):
                ask(shelf, kinds, [query for query in asked if len(query.split()) == count])
        first_query(folder, cache, asked[1])
        drafts(Path(name), folder)
        bank = timed("loaded as a bank", lambda: load(folder))
        timed("saved", lambda: save(bank, Path(name, "again")))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
