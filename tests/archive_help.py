"""Texts, a reader and a miner to test archives with, and a way to run a mining that can be killed.

python -m tests.archive_help FOLDER BANK JOBS
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

from drafter.archive import mine_archive
from drafter.bank import Bank, Context, Document, Phrase, fingerprint
from drafter.outline import Outline, Paragraph, Source

PLACES = ("河边", "井台", "晒场", "渡口", "果园", "磨坊", "山脚", "桥头")
WORKS = ("修渠", "育苗", "晒谷", "撑船", "嫁接", "碾米", "巡山", "铺路")
WAYS = ("起早贪黑", "有条不紊", "精打细算", "同心协力", "一丝不苟", "不慌不忙", "轻车熟路", "持之以恒")


def essay(n: int) -> str:
    """The `n`-th essay of our own: a title and some ten sentences."""
    lines = [f"第{n}篇见闻"]
    for k in range(10):
        a, b, c = (n * 7 + k * 3) % 8, (n * 5 + k * 11 + n // 8) % 8, (n + k * k + n // 64) % 8
        lines.append(f"{PLACES[a]}的人们{WAYS[c]}地{WORKS[b]}，到了第{n * 10 + k}天，{PLACES[b]}也有人来看。")
    return "\n".join(lines)


def write_essays(folder: Path, count: int, first: int = 0) -> Path:
    """A folder of `count` essays."""
    folder.mkdir(parents=True, exist_ok=True)
    for n in range(first, first + count):
        (folder / f"{n:04}.txt").write_text(essay(n), encoding="utf-8")
    return folder


def read_lines(data: bytes, path: Path) -> Outline:
    """The first line is the title, every other a paragraph."""
    title, *lines = data.decode().splitlines()
    return Outline(title, body=tuple(map(Paragraph, lines)))


def mine_idioms(outline: Outline, document: str) -> Bank:
    """The four characters before 地."""
    places: defaultdict[Phrase, set[Source]] = defaultdict(set)
    for n, _, text in outline.numbered():
        for found in re.finditer("人们(.{4})地", text):
            places[Phrase("成语", found[1])].add(Source(document, n))
    text = "\n".join(text for text, _ in outline.texts())
    about = Document(document, fingerprint(text), (Context(1, outline.title),))
    return Bank({phrase: frozenset(where) for phrase, where in places.items()}, {}, {document: about})


def mine_slowly(outline: Outline, document: str) -> Bank:
    """The same, with some arithmetic to do for each document."""
    sum(n * n for n in range(200_000))
    return mine_idioms(outline, document)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a bank, what the miner leaves lying included."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


if __name__ == "__main__":
    archive, bank, jobs = sys.argv[1:]
    mine_archive([archive], Path(bank), jobs=int(jobs), read=read_lines, mine=mine_slowly)
