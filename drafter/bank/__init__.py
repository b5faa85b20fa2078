"""The phrase bank: phrases by kind, each with the set of places where it stands.

Banks add by union: the same documents, in any order and any number of times, give the same bank.
On disk a bank is YAML that a person reads and prunes; the index that drafting asks is derived.
"""

from drafter.bank.choice import pick
from drafter.bank.joining import gathered, union
from drafter.bank.model import (
    BANNED,
    KINDS,
    OWN,
    UNCHECKED,
    USABLE,
    Bank,
    Context,
    Document,
    Hit,
    Phrase,
    Shelf,
)
from drafter.bank.sameness import fingerprint
from drafter.bank.shelf import SEEN, IndexedShelf, open_shelf, shelf_of
from drafter.bank.store import load, save

__all__ = [
    "BANNED",
    "KINDS",
    "OWN",
    "SEEN",
    "UNCHECKED",
    "USABLE",
    "Bank",
    "Context",
    "Document",
    "Hit",
    "IndexedShelf",
    "Phrase",
    "Shelf",
    "fingerprint",
    "gathered",
    "load",
    "open_shelf",
    "pick",
    "save",
    "shelf_of",
    "union",
]
