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


def process(command: Sequence[str], **kwargs: object) -> Callable[[], object]:
    """Running a whole process, from nothing to its exit."""
    return lambda: subprocess.run(command, check=True, capture_output=True, **kwargs)  # type: ignore[call-overload]
