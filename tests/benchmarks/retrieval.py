"""How often a query finds what was meant: the bank's own ranking beside FTS5's bm25 with the same weights.

    python -m tests.benchmarks.retrieval [CORPUS]

Seeds, a heading: of a bank without its document; right is what stands under a heading of the same topic.
Seeds, a word: the name of a topic; right is what stands under its headings.
Corpus, a heading or a word of some: of a bank without all headings; right is what stood under them.
Off topic: how many questions that hardly a phrase can answer are answered all the same.
The seeds favour a ranking that trusts headings, for the topics were made of them; the corpus does not.
"""

from __future__ import annotations

import re
import sqlite3
import sys
import time
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import NamedTuple

from drafter.archive import name_of
from drafter.bank import SEEN, Bank, Context, Phrase, gathered, shelf_of
from drafter.bank.cutting import pairs
from drafter.bank.relevance import COLUMNS
from drafter.formats import read
from drafter.mining import mine
from drafter.outline import Source
from tests.shared import SHARED

TOPICS = {
    "忠诚": "忠诚|理想信念|讲政治|政治担当|正确方向|把好关口|天线",
    "学习": "学习|理论|党性|素质|素养",
    "督查": "督查|实效性|落实|效果评估",
    "廉洁": "廉洁|自律|纪律",
    "调研": "参谋|调查研究|信息报送|服务决策|超前性|严密性|地气",
    "协调": "协调|处得稳|协作",
    "文稿": "文稿|细节|抓得细|严谨",
    "管理": "规范机关|高效机关|流程|内部管理|行政管理",
    "创新": "创新|智慧|信息化",
    "后勤": "后勤|保障有力|服务运转",
    "大局": "大局|管得宽|站位",
    "队伍": "团队|氛围|品格|基层实践",
}
"""What the headings of the seeds are about, by the words in them."""
WORDS = {
    "学习意识": "学习", "督查": "督查", "廉洁": "廉洁", "调研": "调研", "服务决策": "调研", "协调": "协调",
    "政治忠诚": "忠诚", "创新": "创新", "文稿起草": "文稿", "后勤保障": "后勤", "大局意识": "大局",
    "团队建设": "队伍", "流程规范": "管理",
}  # fmt: skip
OFF_TOPIC = (
    "量子色动力学", "红烧排骨的做法", "足球世界杯决赛", "显卡驱动安装", "光合作用", "基因剪刀", "火山喷发",
    "贝多芬交响曲", "恐龙灭绝", "钢琴调音", "台风路径", "洗衣机维修", "珊瑚礁潜水", "微积分习题", "星座运势",
    "猫咪绝育", "咖啡拉花", "滑雪装备", "葡萄酒年份", "围棋定式",
)  # fmt: skip
TOP = 10
SAMPLE = 250

Place = tuple[str, int]
"""A section: its document, and the paragraph that it begins with."""
Name = tuple[str, str]
Ranker = Callable[[Bank], Callable[[str], Sequence[Name]]]


class Question(NamedTuple):
    text: str
    right: frozenset[Name]
    bank: Bank


def mined(folder: Path) -> Iterator[Bank]:
    for path in sorted(folder.glob("*.txt")):
        outline = read(path)
        yield mine(outline, name_of(outline, path.stem), own=True)


def section(bank: Bank, source: Source) -> Context | None:
    """The section that a source stands in."""
    document = bank.documents.get(source.document)
    contexts = sorted(document.contexts) if document else []
    at = bisect_right([context.start for context in contexts], source.paragraph) - 1
    return contexts[at] if at >= 0 else None


def under(bank: Bank) -> Mapping[Place, set[Name]]:
    """The phrases of each section."""
    found: defaultdict[Place, set[Name]] = defaultdict(set)
    for phrase, sources in bank.sources.items():
        for source in sources:
            if context := section(bank, source):
                found[source.document, context.start].add((phrase.kind, phrase.text))
    return found


def headings(bank: Bank) -> Mapping[Place, str]:
    return {(d.name, c.start): c.heading for d in bank.documents.values() for c in d.contexts if c.heading}


def topics(heading: str) -> set[str]:
    return {topic for topic, words in TOPICS.items() if re.search(words, heading)}


def about(bank: Bank, wanted: set[str]) -> frozenset[Name]:
    """The phrases that stand under a heading of one of the topics."""
    phrases, named = under(bank), headings(bank)
    return frozenset().union(*(phrases[place] for place in named if topics(named[place]) & wanted))


def without(bank: Bank, name: str) -> Bank:
    kept = {p: frozenset(s for s in sources if s.document != name) for p, sources in bank.sources.items()}
    documents = {other: document for other, document in bank.documents.items() if other != name}
    return Bank({phrase: sources for phrase, sources in kept.items() if sources}, {}, documents)


def without_headings(bank: Bank) -> Bank:
    documents = {
        name: replace(document, contexts=tuple(replace(context, heading="") for context in document.contexts))
        for name, document in bank.documents.items()
    }
    return Bank(bank.sources, {}, documents)


def seeds_by_heading(seeds: Bank) -> Iterator[Question]:
    for name in seeds.documents:
        rest = without(seeds, name)
        for place, heading in headings(seeds).items():
            if place[0] == name and (right := about(rest, topics(heading))):
                yield Question(heading, right, rest)


def seeds_by_word(seeds: Bank) -> Iterator[Question]:
    return (Question(word, about(seeds, {topic}), seeds) for word, topic in WORDS.items())


def corpus_by_heading(corpus: Bank) -> Iterator[Question]:
    phrases, named, bare = under(corpus), headings(corpus), without_headings(corpus)
    fit = [place for place in sorted(named) if len(phrases[place]) >= 5 and 4 <= len(named[place]) <= 30]
    for place in Random(7).sample(fit, min(SAMPLE, len(fit))):
        yield Question(named[place], frozenset(phrases[place]), bare)


def corpus_by_word(corpus: Bank) -> Iterator[Question]:
    """Words of two characters or more that stand in two to eight headings."""
    phrases, bare, known = under(corpus), without_headings(corpus), words_of(corpus)
    places: defaultdict[str, set[Place]] = defaultdict(set)
    for place, heading in headings(corpus).items():
        for word in known(heading):
            if len(word) > 1:
                places[word].add(place)
    fit = sorted(word for word, some in places.items() if 2 <= len(some) <= 8)
    for word in Random(8).sample(fit, min(SAMPLE, len(fit))):
        yield Question(word, frozenset().union(*(phrases[place] for place in places[word])), bare)


def words_of(bank: Bank) -> Callable[[str], list[str]]:
    return shelf_of(bank).words


def ours(bank: Bank) -> Callable[[str], Sequence[Name]]:
    shelf = shelf_of(bank)
    return lambda query: [(h.phrase.kind, h.phrase.text) for h in shelf.search(query, (), 20, SEEN)]


def bm25(bank: Bank) -> Callable[[str], Sequence[Name]]:
    """All rows with a word of the query, by FTS5's own bm25: it visits every one of them."""
    table, known = sqlite3.connect(":memory:"), words_of(bank)
    table.execute("create virtual table f using fts5(text, heading, keywords, content='', tokenize='ascii')")
    phrases = sorted(bank.sources)
    rows = ((n, *row(phrase, bank)) for n, phrase in enumerate(phrases))
    table.executemany("insert into f(rowid, text, heading, keywords) values(?,?,?,?)", rows)
    weights = ", ".join(map(str, COLUMNS.values()))
    query = f"select rowid from f where f match ? order by bm25(f, {weights}), rowid limit 20"

    def ask(text: str) -> Sequence[Name]:
        words = " OR ".join(f'"{" ".join(pairs(word))}"' for word in known(text))
        found = table.execute(query, (words,)) if words else ()
        return [(phrases[n].kind, phrases[n].text) for (n,) in found]

    return ask


def row(phrase: Phrase, bank: Bank) -> tuple[str, str, str]:
    contexts = [c for source in sorted(bank.sources[phrase])[:3] if (c := section(bank, source))]
    texts = (phrase.text, *(unit for unit in phrase.units if unit not in phrase.text))
    columns = (texts, [c.heading for c in contexts], [w for c in contexts for w in c.keywords])
    text, heading, keywords = (" ".join(pairs("\n".join(column))) for column in columns)
    return text, heading, keywords


RANKERS: Mapping[str, Ranker] = {"ours": ours, "bm25": bm25}


class Figures(NamedTuple):
    """In how many questions the first ten held a right answer, how many of ten were, 1 / the first's rank."""

    hits: int
    precision: float
    reciprocal: float
    milliseconds: float


def measured(ranker: Ranker, questions: Sequence[Question]) -> Figures:
    ask = {id(q.bank): ranker(q.bank) for q in {id(q.bank): q for q in questions}.values()}
    start = time.perf_counter()
    answers = [ask[id(q.bank)](q.text) for q in questions]
    seconds = time.perf_counter() - start
    ranks = [
        [n for n, phrase in enumerate(some) if phrase in q.right]
        for q, some in zip(questions, answers, strict=True)
    ]
    total = len(questions)
    return Figures(
        sum(bool(rank) and rank[0] < TOP for rank in ranks),
        sum(n < TOP for rank in ranks for n in rank) / TOP / total,
        sum(1 / (rank[0] + 1) for rank in ranks if rank) / total,
        seconds * 1000 / total,
    )


def judge(label: str, questions: Sequence[Question]) -> None:
    print(f"{label}: {len(questions)} questions")
    for name, ranker in RANKERS.items():
        hits, precision, reciprocal, each = measured(ranker, questions)
        hit = f"hit@10 {hits}/{len(questions)} = {hits / len(questions):.2f}"
        print(f"  {name:6} {hit}  P@10 {precision:.2f}  MRR {reciprocal:.2f}  {each:.1f} ms")


def main(corpus_folder: Path) -> None:
    seeds = gathered(mined(SHARED / "seeds"))
    corpus = gathered(mined(corpus_folder))
    judge("seeds, a heading", [*seeds_by_heading(seeds)])
    judge("seeds, a word", [*seeds_by_word(seeds)])
    judge("corpus, a heading", [*corpus_by_heading(corpus)])
    judge("corpus, a word", [*corpus_by_word(corpus)])
    for label, bank in (("seeds", seeds), ("corpus", corpus)):
        for name, ranker in RANKERS.items():
            answered = [text for text in OFF_TOPIC if ranker(bank)(text)]
            print(f"off topic, {label}, {name}: {len(answered)} of {len(OFF_TOPIC)} answered")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED / "corpus")
