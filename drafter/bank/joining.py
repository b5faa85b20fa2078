"""Banks add by union: in any order, and twice is once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from drafter.bank.model import BANNED, UNCHECKED, USABLE, Bank, Context, Document, Phrase
from drafter.bank.sameness import exact, families
from drafter.outline import Source

_RANK = ("", UNCHECKED, BANNED, USABLE)
"""States from weak to strong: a ban stands over a doubt, and what the writer restored over both."""

_END = 6
"""Signs of a fingerprint behind the name of a document that has namesakes."""

Name = tuple[str, str]
"""A phrase by its kind and text."""

_T = TypeVar("_T", str, tuple[str, ...], tuple[Context, ...])


def union(*banks: Bank) -> Bank:
    """One bank of all of them."""
    return gathered(banks)


def gathered(banks: Iterable[Bank]) -> Bank:
    """One bank of a stream of them, of which it holds no more than the sum."""
    phrases: dict[Name, Phrase] = {}
    places: defaultdict[Name, set[Source]] = defaultdict(set)
    states: dict[Name, str] = {}
    documents: dict[str, Document] = {}
    for bank in banks:
        for document in bank.documents.values():
            _keep(documents, document)
        signed = _Renamed({name: _sign(document) for name, document in bank.documents.items()})
        for phrase, sources in bank.sources.items():
            name = (phrase.kind, phrase.text)
            phrases[name] = _merged(phrases[name], phrase) if name in phrases else phrase
            places[name].update(map(signed.__getitem__, sources))
        for name, state in bank.states.items():
            states[name] = stronger(states.get(name, ""), state)
    return _settled(phrases, places, states, documents)


def stronger(one: str, other: str) -> str:
    """Which of two states stands."""
    return max(one, other, key=_RANK.index)


class _Renamed(dict[Source, Source]):
    """Each source under the new name of its document."""

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__()
        self._names = names

    def __missing__(self, source: Source) -> Source:
        name = self._names.get(source.document, source.document)
        self[source] = moved = source if name == source.document else Source(name, source.paragraph)
        return moved


def _sign(document: Document) -> str:
    """What tells the document from every other: its exact text, or its name where that is not known."""
    return exact(document) or document.name


def _own_name(document: Document) -> str:
    """The document's name without the end that told it from its namesakes."""
    ends = (end for end in _ends(document) if document.name.endswith(end) and document.name != end)
    return document.name.removesuffix(next(ends, ""))


def _ends(document: Document) -> tuple[str, str]:
    """What tells a document from its namesakes: its file, or where that does not, a piece of its sign."""
    return f"〔{document.file}〕", f"·{exact(document)[:_END]}"


def _keep(documents: dict[str, Document], document: Document) -> None:
    """Put `document` under its sign, together with what is known of the same text."""
    old = documents.get(_sign(document), document)
    documents[_sign(document)] = Document(
        min(_own_name(old), _own_name(document)),
        max(old.fingerprint, document.fingerprint),
        _richer(old.contexts, document.contexts),
        tuple(sorted({*old.marks, *document.marks})),
        min(filter(None, (old.file, document.file)), default=""),
        max(old.characters, document.characters),
    )


def _settled(
    phrases: Mapping[Name, Phrase],
    places: Mapping[Name, set[Source]],
    states: Mapping[Name, str],
    documents: Mapping[str, Document],
) -> Bank:
    """The bank with its copies counted once and every document under a name of its own."""
    family = families(documents.values())
    names = _names_apart(documents)
    named = _Renamed(names)
    return Bank(
        {
            phrase: frozenset(map(named.__getitem__, _once(places[name], family)))
            for name, phrase in phrases.items()
        },
        states,
        {names[sign]: replace(document, name=names[sign]) for sign, document in documents.items()},
    )


def _once(sources: set[Source], family: Mapping[str, str]) -> Iterable[Source]:
    """The sources, those in copies of one document from the first copy alone."""
    if len(sources) < 2 or family.keys().isdisjoint(source.document for source in sources):
        return sources
    first: dict[str, str] = {}
    for source in sources:
        head = family.get(source.document, source.document)
        first[head] = min(source.document, first.get(head, source.document))
    return {s for s in sources if first[family.get(s.document, s.document)] == s.document}


def _names_apart(documents: Mapping[str, Document]) -> dict[str, str]:
    """The name of each document by its sign, with an end to it where others have the same."""
    namesakes: defaultdict[str, list[str]] = defaultdict(list)
    for sign, document in documents.items():
        namesakes[document.name].append(sign)
    return {
        sign: name + end
        for name, signs in namesakes.items()
        for sign, end in zip(signs, _ends_of([documents[sign] for sign in signs]), strict=True)
    }


def _ends_of(namesakes: Sequence[Document]) -> Iterator[str]:
    """What to put behind the names of documents that are called the same."""
    files = Counter(document.file for document in namesakes)
    by_file = "" not in files and len(files) == len(namesakes)
    for document in namesakes:
        if len(namesakes) == 1 or not exact(document):
            yield ""
        else:
            yield _ends(document)[0 if by_file else 1]


def _merged(one: Phrase, other: Phrase) -> Phrase:
    if one == other:
        return one
    return Phrase(
        one.kind,
        one.text,
        _richer(one.units, other.units),
        _richer(one.by, other.by),
        _richer(one.function, other.function),
        _richer(one.meaning, other.meaning),
    )


def _richer(one: _T, other: _T) -> _T:
    """The longer of two descriptions; of two as long, always the same one."""
    return max(one, other, key=lambda value: (len(value), value))
