"""A bank as one line of text: how it travels between processes and stands in a journal."""

from __future__ import annotations

import json

from drafter.bank.model import Bank, Context, Document, Phrase
from drafter.outline import Source


def packed(bank: Bank) -> str:
    """The bank as one line of JSON."""
    names = {source.document for sources in bank.sources.values() for source in sources}
    number = {name: n for n, name in enumerate(sorted(names))}
    phrases = [
        (*_fields(phrase), [part for s in sorted(sources) for part in (number[s.document], s.paragraph)])
        for phrase, sources in bank.sources.items()
    ]
    documents = [
        (
            d.name,
            d.fingerprint,
            [(c.start, c.heading, c.keywords) for c in d.contexts],
            d.marks,
            d.file,
            d.characters,
        )
        for d in bank.documents.values()
    ]
    states = [(*name, state) for name, state in bank.states.items()]
    return json.dumps((list(number), phrases, documents, states), ensure_ascii=False)


def _fields(phrase: Phrase) -> tuple[object, ...]:
    return phrase.kind, phrase.text, phrase.units, phrase.by, phrase.function, phrase.meaning


def unpacked(line: str) -> Bank:
    """The bank that the line holds; a `ValueError` where the line was cut off."""
    names, phrases, documents, states = json.loads(line)
    return Bank(
        {
            Phrase(kind, text, tuple(units), by, function, meaning): frozenset(
                Source(names[n], paragraph) for n, paragraph in zip(places[::2], places[1::2], strict=True)
            )
            for kind, text, units, by, function, meaning, places in phrases
        },
        {(kind, text): state for kind, text, state in states},
        {
            name: Document(
                name, sign, tuple(Context(s, h, tuple(w)) for s, h, w in contexts), tuple(marks), file, size
            )
            for name, sign, contexts, marks, file, size in documents
        },
    )
