"""What the writer says of a phrase: never again, you may again, or take this one too."""

from __future__ import annotations

from pathlib import Path

from drafter.bank.lock import alone
from drafter.bank.model import BANNED, KINDS, OWN, USABLE, Bank, Phrase
from drafter.bank.store import load, save
from drafter.outline import Source
from drafter.problem import Place, stop


def ban(folder: Path, phrase: Phrase) -> None:
    """Never offer the phrase again, whichever bank it stands in."""
    _say(folder, phrase, BANNED)


def restore(folder: Path, phrase: Phrase) -> None:
    """Offer the phrase, although it was banned or has still to be checked."""
    _say(folder, phrase, USABLE)


def add(folder: Path, phrase: Phrase) -> None:
    """Put the writer's own phrase into the bank in `folder`, which is made where there is none."""
    if phrase.kind not in KINDS:
        raise stop(f"没有“{phrase.kind}”这一类", Place(folder), "可用：" + " ".join(KINDS))
    with alone(folder):
        bank = load(folder)
        own = bank.sources.get(phrase, frozenset()) | {Source(OWN)}
        save(Bank({**bank.sources, phrase: own}, bank.states, bank.documents), folder)


def _say(folder: Path, phrase: Phrase, state: str) -> None:
    with alone(folder):
        bank = load(folder)
        states = {**bank.states, (phrase.kind, phrase.text): state}
        save(Bank(bank.sources, states, bank.documents), folder)
