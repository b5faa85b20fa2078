"""What the writer says of phrases: never again, you may again, or take these too.

Each verb tells of every phrase whether that was news, and does all of it or nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from drafter.bank.lock import alone
from drafter.bank.model import BANNED, KINDS, OWN, USABLE, Bank, Phrase
from drafter.bank.sameness import key
from drafter.bank.store import load, save
from drafter.chinese import han
from drafter.outline import Source
from drafter.problem import Place, stop

_IN_UNITS = ("排比", "套题")


def ban(folder: Path, *phrases: Phrase) -> list[bool]:
    """Never offer the phrases again, whichever bank they stand in."""
    return _say(folder, phrases, BANNED)


def restore(folder: Path, *phrases: Phrase) -> list[bool]:
    """Offer the phrases, although they were banned or have still to be checked."""
    return _say(folder, phrases, USABLE)


def add(folder: Path, *phrases: Phrase) -> list[bool]:
    """Put the writer's own phrases into the bank in `folder`, which is made where there is none.

    What the writer puts in may be used, whatever was said of it before; a 排比 or 套题 comes in its units.
    """
    for phrase in phrases:
        _check(phrase, folder)
    with alone(folder):
        bank = load(folder)
        sources, states = {**bank.sources}, {**bank.states}
        news = [_put(phrase, sources, states) for phrase in phrases]
        if any(news):
            save(Bank(sources, states, bank.documents), folder)
    return news


def _check(phrase: Phrase, folder: Path) -> None:
    """A `DraftError` where a phrase cannot be the writer's own."""
    if phrase.kind not in KINDS:
        raise stop(f"没有“{phrase.kind}”这一类", Place(folder), "可用：" + " ".join(KINDS))
    if len(phrase.text.splitlines()) > 1:
        raise stop("短语要写在一行里", hint="一次存一条，去掉里面的换行")
    if not han(phrase.text):
        raise stop(f"“{phrase.text}”里没有一个汉字", hint="句框连字带空一起写，例：不仅…，更…")


def _put(
    phrase: Phrase, sources: dict[Phrase, frozenset[Source]], states: dict[tuple[str, str], str]
) -> bool:
    """Put a phrase among the others; whether it was not the writer's own already."""
    name = (phrase.kind, phrase.text)
    known = next((old for old in sources if (old.kind, old.text) == name), _in_units(phrase))
    places = sources.get(known, frozenset())
    if Source(OWN) in places and states.get(name, USABLE) == USABLE:
        return False
    sources[known] = places | {Source(OWN)}
    wording = key(phrase.text)
    states |= {(kind, text): USABLE for kind, text in states if (kind, key(text)) == (phrase.kind, wording)}
    return True


def _in_units(phrase: Phrase) -> Phrase:
    """The phrase with the units that its marks part, where its kind has some."""
    if phrase.units or phrase.kind not in _IN_UNITS:
        return phrase
    mark = next((mark for mark in "；、，" if mark in phrase.text), "；")
    return replace(phrase, units=tuple(phrase.text.strip("。").split(mark)))


def _say(folder: Path, phrases: Sequence[Phrase], state: str) -> list[bool]:
    names = [(phrase.kind, phrase.text) for phrase in phrases]
    with alone(folder):
        bank = load(folder)
        news = [bank.states.get(name) != state for name in names]
        if any(news):
            save(Bank(bank.sources, {**bank.states, **dict.fromkeys(names, state)}, bank.documents), folder)
    return news
