"""Draft Chinese speeches and essays: the verbs and the types, each loaded when it is first used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from drafter.bank import Bank, Phrase
    from drafter.filling import fill, gaps, shown
    from drafter.formats import read, write
    from drafter.mining import mine
    from drafter.outline import Credit, Outline, Paragraph, Section, Source
    from drafter.problem import DraftError, Place, Problem

__all__ = [
    "Bank", "Credit", "DraftError", "Outline", "Paragraph", "Phrase", "Place", "Problem", "Section", "Source",
    "fill", "gaps", "mine", "read", "shown", "write",
]  # fmt: skip

_ROOMS = {
    "bank": ("Bank", "Phrase"),
    "filling": ("fill", "gaps", "shown"),
    "formats": ("read", "write"),
    "mining": ("mine",),
    "outline": ("Credit", "Outline", "Paragraph", "Section", "Source"),
    "problem": ("DraftError", "Place", "Problem"),
}


def __getattr__(name: str) -> Any:
    """A verb or type, out of the room where it lives."""
    for room, names in _ROOMS.items():
        if name in names:
            return getattr(import_module(f"drafter.{room}"), name)
    raise AttributeError(f"module 'drafter' has no attribute {name!r}")
