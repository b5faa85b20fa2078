"""What the writer says of a phrase: never again, you may again, or take this one too."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from drafter.bank.lock import alone
from drafter.bank.model import BANNED, KINDS, OWN, USABLE, Bank, Phrase
from drafter.bank.store import load, save
from drafter.outline import Source
from drafter.problem import Place, stop

_IN_UNITS = ("排比", "套题")


def ban(folder: Path, phrase: Phrase) -> None:
    """Never offer the phrase again, whichever bank it stands in."""
    _say(folder, phrase, BANNED)


def restore(folder: Path, phrase: Phrase) -> None:
    """Offer the phrase, although it was banned or has still to be checked."""
    _say(folder, phrase, USABLE)


def add(folder: Path, phrase: Phrase) -> None:
    """Put the writer's own phrase into the bank in `folder`, which is made where there is none.

    What the writer puts in may be used, whatever was said of it before; a 排比 or 套题 comes in its units.
    """
    if phrase.kind not in KINDS:
        raise stop(f"没有“{phrase.kind}”这一类", Place(folder), "可用：" + " ".join(KINDS))
    with alone(folder):
        bank, name = load(folder), (phrase.kind, phrase.text)
        known = next((old for old in bank.sources if (old.kind, old.text) == name), _in_units(phrase))
        sources = {**bank.sources, known: bank.sources.get(known, frozenset()) | {Source(OWN)}}
        restored = {name: USABLE} if name in bank.states else {}
        save(Bank(sources, {**bank.states, **restored}, bank.documents), folder)


def _in_units(phrase: Phrase) -> Phrase:
    """The phrase with the units that its marks part, where its kind has some."""
    if phrase.units or phrase.kind not in _IN_UNITS:
        return phrase
    mark = next((mark for mark in "；、，" if mark in phrase.text), "；")
    return replace(phrase, units=tuple(phrase.text.strip("。").split(mark)))


def _say(folder: Path, phrase: Phrase, state: str) -> None:
    with alone(folder):
        bank = load(folder)
        states = {**bank.states, (phrase.kind, phrase.text): state}
        save(Bank(bank.sources, states, bank.documents), folder)
