"""Mine a whole archive into a bank: any number of documents, on any number of machines, in one go or many."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from drafter.archive.crew import worked
from drafter.archive.journal import forget, journalled, replayed, written
from drafter.archive.texts import Text, found, how_many, texts
from drafter.bank import KINDS, Bank, gathered, load, save
from drafter.bank.lock import alone
from drafter.bank.wire import packed, unpacked
from drafter.chinese import length
from drafter.formats import read_from
from drafter.mining import mine as mine_phrases
from drafter.outline import Outline
from drafter.problem import DraftError, Problem

Reader = Callable[[bytes, Path], Outline]
Miner = Callable[[Outline, str], Bank]
Progress = Callable[[int, int, int, float], None]
"""Called with documents done, documents in all, characters read, seconds gone."""

_BATCH = 32 * 1024
"""Bytes of text that are handed to a worker at once."""
_LONGEST_AUTHOR = 12


@dataclass(frozen=True, slots=True)
class Report:
    """What was read, what the bank now holds, and what could not be read."""

    documents: int
    characters: int
    phrases: int
    kinds: Mapping[str, int]
    seconds: float
    problems: tuple[Problem, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The report as the machine interface shows it."""
        return {
            "documents": self.documents,
            "characters": self.characters,
            "phrases": self.phrases,
            "kinds": dict(self.kinds),
            "seconds": round(self.seconds, 2),
            "problems": [str(problem) for problem in self.problems],
        }


class Mined(NamedTuple):
    """What a worker makes of a text: its bank in one line, or what is wrong with it."""

    line: str = ""
    characters: int = 0
    problems: tuple[Problem, ...] = ()


def mine_archive(
    paths: Iterable[str | Path],
    folder: Path,
    *,
    jobs: int = 1,
    cluster: str | None = None,
    progress: Progress | None = None,
    own: bool = False,
    cache: Path | None = None,
    read: Reader = read_from,
    mine: Miner | None = None,
) -> Report:
    """Mine all texts at `paths` into the bank in `folder`, those that it has not mined before.

    However the work is done, and however often it was broken off, the bank is the same to the byte.
    `own`: the texts are the writer's own, so that whole sentences of theirs may be kept.
    """
    files, unread = found(paths)
    tally = _Tally(how_many(files), progress, [*unread])
    mine = mine or partial(mine_phrases, own=own, cache=None if cluster else cache)
    work = partial(_mined, read=read, mine=mine, own=own)
    with alone(folder):
        new = tally.without(_known(folder), texts(files), own)
        results = worked(work, _batches(new, 1 if jobs == 1 and not cluster else _BATCH), jobs, cluster)
        lines = written(folder, tally.lines(chain.from_iterable(results)))
        bank = gathered(chain(replayed(folder), map(unpacked, lines), _loaded(folder)))
        if journalled(folder):
            save(bank, folder)
        forget(folder)
    return tally.report(bank)


def _known(folder: Path) -> dict[str, int]:
    """The marks of all files that were mined into the bank, or into its journal, and their lengths.

    The whole bank is read, so that a mistake in it is said before the work, not behind it.
    """
    banks = chain(_loaded(folder), replayed(folder))
    mined = (document for bank in banks for document in bank.documents.values())
    return {mark: document.characters for document in mined for mark in document.marks}


def _loaded(folder: Path) -> Iterator[Bank]:
    """The bank on the disk, read only when its turn comes."""
    yield load(folder)


def _batches(some: Iterable[Text], size: int) -> Iterator[list[Text]]:
    """The texts in groups of `size` bytes or a little more."""
    batch: list[Text] = []
    for text in some:
        batch.append(text)
        if sum(len(text.data) for text in batch) >= size:
            yield batch
            batch = []
    if batch:
        yield batch


def _mined(batch: Sequence[Text], read: Reader, mine: Miner, own: bool) -> list[Mined]:
    return [_mined_one(text, read, mine, text.mark(own)) for text in batch]


def _mined_one(text: Text, read: Reader, mine: Miner, mark: str) -> Mined:
    try:
        outline = read(text.data, text.path)
    except DraftError as error:
        row = text.at if text.at.line else None  # the path of a row is made up, its place is not
        return Mined(problems=tuple(replace(problem, at=row or problem.at) for problem in error.problems))
    name = name_of(outline, text.title or text.path.stem)
    bank = mine(outline, name)
    characters = sum(length(piece) for piece, _ in outline.texts())
    marked = {
        name: replace(document, marks=(mark,), file=text.path.stem, characters=characters)
        for name, document in bank.documents.items()
    }
    return Mined(packed(replace(bank, documents=marked)), characters)


def name_of(outline: Outline, otherwise: str) -> str:
    """How a document is called in the bank: its title, or what else there is, and its author."""
    title = " ".join(re.sub(r"\\(?=[【{])", "", outline.title or otherwise).split())
    bylines = (p.text for p in (*outline.front, *outline.ending) if p.role == "署名")
    author = re.sub(r"^\s*(?:作者|文|撰稿|撰文)\s*[：:/／]\s*", "", next(bylines, "")).strip()
    return f"{title}（{author}）" if author and len(author) <= _LONGEST_AUTHOR else title


class _Tally:
    """Counts what goes by, and tells how far the work is."""

    def __init__(self, total: int, progress: Progress | None, problems: list[Problem]) -> None:
        self._total = total
        self._progress = progress
        self._problems = problems
        self._started = time.perf_counter()
        self._documents = self._characters = self._done = 0

    def without(self, known: Mapping[str, int], some: Iterable[Text | Problem], own: bool) -> Iterator[Text]:
        """The texts that are not known; what cannot be read is kept as a problem."""
        for text in some:
            if isinstance(text, Problem):
                self._count(Mined(problems=(text,)))
                continue
            mark = next(filter(known.__contains__, (text.mark(own), text.mark(True))), None)
            if mark is None:
                yield text
            else:
                self._count(Mined(characters=known[mark]))

    def lines(self, results: Iterable[Mined]) -> Iterator[str]:
        """The banks among the results."""
        for result in results:
            if result.line:
                yield result.line
            self._count(result)

    def _count(self, result: Mined) -> None:
        self._done += 1
        self._documents += not result.problems
        self._characters += result.characters
        self._problems += result.problems
        if self._progress:
            self._progress(self._done, self._total, self._characters, self._seconds())

    def _seconds(self) -> float:
        return time.perf_counter() - self._started

    def report(self, bank: Bank) -> Report:
        """What has become of it."""
        kinds = Counter(phrase.kind for phrase in bank.sources)
        by_kind = {kind: kinds[kind] for kind in KINDS if kinds[kind]}
        problems = tuple(self._problems)
        return Report(
            self._documents, self._characters, len(bank.sources), by_kind, self._seconds(), problems
        )
