"""Phrases a speech writer would steal: each miner goes over one document and yields what it finds.

A bank holds what each document proves by itself, so that banks may be added in any order.  What takes
the whole bank to judge (whether 术语 are used by enough documents) the bank's index judges.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from drafter.bank import UNCHECKED, Bank, Document, Phrase, fingerprint
from drafter.mining.collocations import collocations
from drafter.mining.contexts import contexts
from drafter.mining.formulas import formulas
from drafter.mining.fours import four_characters
from drafter.mining.frames import frames, transitions
from drafter.mining.headings import headings
from drafter.mining.idioms import idioms
from drafter.mining.measures import measures
from drafter.mining.metaphors import metaphors
from drafter.mining.openings import endings, openings
from drafter.mining.parallels import parallels
from drafter.mining.quotations import quotations
from drafter.mining.terms import terms
from drafter.mining.view import Found, View, view_of
from drafter.outline import Outline, Source

Miner = Callable[[View], Iterator[Found]]

MINERS: Mapping[str, Miner] = {
    "成语": idioms,
    "四字": four_characters,
    "提法": formulas,
    "引语": quotations,
    "比喻": metaphors,
    "搭配": collocations,
    "排比": parallels,
    "套题": headings,
    "句框": frames,
    "过渡": transitions,
    "术语": terms,
}
OWN_MINERS: Mapping[str, Miner] = {"举措": measures, "开头": openings, "结尾": endings}
"""Whole sentences: only from what the writer has written."""
_FIGURES = ("比喻", "排比")
"""What may be the whole of a quotation; whoever takes it for his own words has quoted without saying so."""


def mine(outline: Outline, document: str, *, own: bool = False, cache: Path | None = None) -> Bank:
    """The phrases of one document, as a bank; `own` where it is the writer's own.

    `cache` is the folder that keeps the dictionary from one process to the next.
    """
    view = view_of(outline, cache)
    places: defaultdict[Phrase, set[Source]] = defaultdict(set)
    for miner in (*MINERS.values(), *(OWN_MINERS.values() if own else ())):
        for phrase, paragraph in miner(view):
            places[phrase].add(Source(document, paragraph))
    text = "\n".join(text for text, _ in outline.texts())
    about = Document(document, fingerprint(text), tuple(contexts(view)))
    settled = dict(_settled(places))
    return Bank({p: frozenset(s) for p, s in settled.items()}, _states(settled), {document: about})


def _states(places: Mapping[Phrase, set[Source]]) -> dict[tuple[str, str], str]:
    """What is to be checked before it is used: quotations, and figures that stand nowhere but in them."""
    quoted: defaultdict[Source, list[str]] = defaultdict(list)
    for phrase, sources in places.items():
        for source in sources if phrase.kind == "引语" else ():
            quoted[source].append(phrase.text)
    cited = (
        phrase
        for phrase, sources in places.items()
        if phrase.kind == "引语"
        or (phrase.kind in _FIGURES and all(_stands_in(phrase, quoted.get(s, ())) for s in sources))
    )
    return {(phrase.kind, phrase.text): UNCHECKED for phrase in cited}


def _stands_in(phrase: Phrase, quotations: Sequence[str]) -> bool:
    """Whether one of the quotations has all of a phrase."""
    pieces = phrase.units or (phrase.text,)
    return any(all(piece in quotation for piece in pieces) for quotation in quotations)


def _settled(places: Mapping[Phrase, set[Source]]) -> Iterator[tuple[Phrase, set[Source]]]:
    """One phrase for each kind and text: the fullest, with the places of all."""
    same: defaultdict[tuple[str, str], list[Phrase]] = defaultdict(list)
    for phrase in places:
        same[phrase.kind, phrase.text].append(phrase)
    for phrases in same.values():
        fullest = max(phrases, key=lambda p: (len(p.meaning), len(p.by), len(p.units), p))
        yield fullest, set().union(*(places[phrase] for phrase in phrases))
