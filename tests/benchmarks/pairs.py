"""Two commands side by side in one run: the machine's mood touches both alike."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Sequence
from statistics import median


def seconds_of(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ratio(one: Callable[[], object], other: Callable[[], object], pairs: int = 9) -> float:
    """How many times as long `one` takes as `other`: medians of interleaved pairs, after a warm-up."""
    one(), other()
    times = [(seconds_of(one), seconds_of(other)) for _ in range(pairs)]
    return median(a for a, _ in times) / median(b for _, b in times)


def least_ratio(
    one: Callable[[], object], other: Callable[[], object], enough: float, pairs: int = 9, rounds: int = 3
) -> float:
    """The least of several ratios, measured until one is `enough`: other work can only add to them."""
    least = float("inf")
    for _ in range(rounds):
        least = min(least, ratio(one, other, pairs))
        if least <= enough:
            break
    return least


def least_times(
    works: Sequence[Callable[[], object]], enough: Callable[..., bool], rounds: int = 5
) -> list[float]:
    """The least time of each work, measured in turns until they are `enough`: others can only add."""
    least = [float("inf")] * len(works)
    for _ in range(rounds):
        least = [min(time, seconds_of(work)) for time, work in zip(least, works, strict=True)]
        if enough(*least):
            break
    return least


def process(command: Sequence[str], **kwargs: object) -> Callable[[], object]:
    """Running a whole process, from nothing to its exit."""
    return lambda: subprocess.run(command, check=True, capture_output=True, **kwargs)  # type: ignore[call-overload]
