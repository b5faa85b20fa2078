"""What the writer says of a phrase: never again, you may again, or take this one too.

Each verb tells whether that was news.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from drafter.bank.lock import alone
from drafter.bank.model import BANNED, KINDS, OWN, USABLE, Bank, Phrase
from drafter.bank.store import load, save
from drafter.chinese import han
from drafter.outline import Source
from drafter.problem import Place, stop

_IN_UNITS = ("排比", "套题")


def ban(folder: Path, phrase: Phrase) -> bool:
    """Never offer the phrase again, whichever bank it stands in."""
    return _say(folder, phrase, BANNED)


def restore(folder: Path, phrase: Phrase) -> bool:
    """Offer the phrase, although it was banned or has still to be checked."""
    return _say(folder, phrase, USABLE)


def add(folder: Path, phrase: Phrase) -> bool:
    """Put the writer's own phrase into the bank in `folder`, which is made where there is none.

    What the writer puts in may be used, whatever was said of it before; a 排比 or 套题 comes in its units.
    """
    if phrase.kind not in KINDS:
        raise stop(f"没有“{phrase.kind}”这一类", Place(folder), "可用：" + " ".join(KINDS))
    if len(phrase.text.splitlines()) > 1:
        raise stop("短语要写在一行里", hint="一次存一条，去掉里面的换行")
    if not han(phrase.text):
        raise stop(f"“{phrase.text}”里没有一个汉字", hint="句框连字带空一起写，例：不仅…，更…")
    with alone(folder):
        bank, name = load(folder), (phrase.kind, phrase.text)
        known = next((old for old in bank.sources if (old.kind, old.text) == name), _in_units(phrase))
        places = bank.sources.get(known, frozenset())
        if Source(OWN) in places and bank.states.get(name, USABLE) == USABLE:
            return False
        restored = {name: USABLE} if name in bank.states else {}
        sources = {**bank.sources, known: places | {Source(OWN)}}
        save(Bank(sources, {**bank.states, **restored}, bank.documents), folder)
    return True


def _in_units(phrase: Phrase) -> Phrase:
    """The phrase with the units that its marks part, where its kind has some."""
    if phrase.units or phrase.kind not in _IN_UNITS:
        return phrase
    mark = next((mark for mark in "；、，" if mark in phrase.text), "；")
    return replace(phrase, units=tuple(phrase.text.strip("。").split(mark)))


def _say(folder: Path, phrase: Phrase, state: str) -> bool:
    with alone(folder):
        bank, name = load(folder), (phrase.kind, phrase.text)
        if bank.states.get(name) == state:
            return False
        save(Bank(bank.sources, {**bank.states, name: state}, bank.documents), folder)
    return True
