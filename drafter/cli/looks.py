"""Looks by name or by Word file."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.files import read_bytes
from drafter.formats.look import LOOKS, Look
from drafter.problem import stop
from drafter.yamlfile import near


def look(said: str) -> Look:
    """The look of that name, or of the Word file at that path; what it lacks is said."""
    if said in LOOKS:
        return LOOKS[said]
    path = Path(said)
    if path.suffix.lower() != ".docx":
        raise stop(f"没有“{said}”这种版式", hint=near(said, LOOKS))
    from drafter.formats.word import look_from

    taken = look_from(read_bytes(path), path)
    for problem in taken.problems:
        click.echo(f"留意：{problem}", err=True)
    return taken
