"""Who does the work: this process, several, or a cluster; the results come as they are done."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import parent_process
from threading import Thread
from typing import Any, TypeVar

from drafter.problem import stop

_Job = TypeVar("_Job")
_Result = TypeVar("_Result")
_IN_HAND = 3
"""Jobs for each worker that are handed out ahead of its results."""


def worked(
    work: Callable[[_Job], _Result], jobs: Iterable[_Job], hands: int, cluster: str | None
) -> Iterator[_Result]:
    """The result of every job, in any order; no more jobs are taken than there are hands for."""
    if hands == 1 and cluster is None:
        yield from map(work, jobs)
        return
    with _cluster(cluster) if cluster else _processes(hands) as (executor, workers):
        yield from _as_done(executor, work, iter(jobs), workers * _IN_HAND)


def _as_done(
    executor: Executor, work: Callable[[_Job], _Result], jobs: Iterator[_Job], ahead: int
) -> Iterator[_Result]:
    waiting: set[Future[_Result]] = {executor.submit(work, job) for job in islice(jobs, ahead)}
    while waiting:
        done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
        waiting |= {executor.submit(work, job) for job in islice(jobs, len(done))}
        yield from (future.result() for future in done)


@contextmanager
def _processes(hands: int) -> Iterator[tuple[Executor, int]]:
    executor = ProcessPoolExecutor(hands, initializer=_begin)
    try:
        yield executor, hands
    except BrokenProcessPool as error:
        cure = "用小一点的 --jobs 再运行一次；已经挖到的都在，接着来"
        raise stop("一个工作进程被系统终止了", hint=cure) from error
    finally:
        executor.shutdown(cancel_futures=True)


def _begin() -> None:
    """Leave Ctrl-C to the first process, and end when it does, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, args=(os.getppid(),), daemon=True).start()


def _end_with_parent(above: int) -> None:
    """End with the first process; a worker that Python 3.10 forked sees only that another is `above` it."""
    parent = parent_process()
    while parent and parent.is_alive() and os.getppid() == above:
        parent.join(0.5)
    os._exit(1)


@contextmanager
def _cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """The workers of a dask cluster; what a lost worker had in hand is given to another."""
    try:
        import distributed
    except ImportError as error:
        raise stop("没有装集群组件", hint="pip install 'drafter[cluster]'") from error
    connect: Any = distributed.Client  # it brings no types
    try:
        client = connect(address, timeout="8s")
    except (OSError, ValueError) as error:
        raise stop(f"连不上集群 {address}", hint="检查地址，如 tcp://主机:8786") from error
    try:
        workers = max(1, sum(client.nthreads().values()))
        yield client.get_executor(retries=3, pure=False), workers
    finally:
        client.close()
