"""Phrases drawn by lot from a corpus, each with the sentence around it, to be judged by hand.

    python -m tests.benchmarks.handcheck FOLDER KIND [KIND …] [--seed N] [--items N]

A precision is the share that a reader accepts; the figure says which seed the reader was given.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

from drafter.archive import name_of
from drafter.bank import KINDS, Phrase
from drafter.formats import read
from drafter.mining import mine

AROUND = 45
"""Characters of the paragraph that are shown before and behind a phrase."""


def mined(folder: Path, kinds: list[str]) -> Iterator[tuple[Phrase, str]]:
    """Each phrase of the folder's documents once, with the paragraph in which it first stands."""
    seen: set[tuple[str, str]] = set()
    for path in sorted(folder.rglob("*.txt")):
        outline = read(path)
        paragraphs = {n: f"{heading} ▏{text}" for n, heading, text in outline.numbered()}
        bank = mine(outline, name_of(outline, path.stem), own=True)
        for phrase, sources in sorted(bank.sources.items()):
            if phrase.kind in kinds and (phrase.kind, phrase.text) not in seen:
                seen.add((phrase.kind, phrase.text))
                yield phrase, paragraphs[min(sources).paragraph]


def around(phrase: Phrase, paragraph: str) -> str:
    """The phrase in 【】, a pattern by its units or its words, with what stands on both sides of it."""
    by_units = "…" in phrase.text and phrase.units
    pieces = (phrase.units[0], phrase.units[-1]) if by_units else phrase.text.split("…")
    between = ".*?" if by_units else "[^。；！？]*?"
    pattern = between.join(map(re.escape, pieces))
    found = re.search(pattern, paragraph) or re.search(re.escape(pieces[0]), paragraph)
    start, end = found.span() if found else (0, 0)
    before, behind = paragraph[max(start - AROUND, 0) : start], paragraph[end : end + AROUND]
    return f"{before}【{paragraph[start:end]}】{behind}"


def told(phrase: Phrase) -> str:
    """What else a writer is told of a phrase."""
    units = f"分项：{'；'.join(phrase.units)}" if "…" in phrase.text and phrase.units else ""
    return "；".join(filter(None, (phrase.by, phrase.function, phrase.meaning, units)))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("kinds", nargs="+", choices=KINDS, metavar="KIND")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--items", type=int, default=60)
    args = asked.parse_args()
    found = sorted(mined(args.folder, args.kinds))
    for kind in args.kinds:
        of_kind = [item for item in found if item[0].kind == kind]
        chosen = Random(args.seed).sample(of_kind, min(args.items, len(of_kind)))
        print(f"# {kind}: {len(chosen)} of {len(of_kind)}")
        for n, (phrase, paragraph) in enumerate(chosen, 1):
            print(f"{n}. {phrase.text}  {told(phrase)}\n     {around(phrase, paragraph)}")


if __name__ == "__main__":
    main()
