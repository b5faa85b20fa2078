"""A draft as a document: what `new` and `export` share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter import formats
from drafter.checks import check
from drafter.checks.marks import slips
from drafter.cli import places
from drafter.files import read_bytes
from drafter.filling import gaps, shown
from drafter.filling.answers import TEMPLATE
from drafter.filling.misnamed import misnamed
from drafter.filling.unanswered import unanswered
from drafter.outline import Outline, by_line
from drafter.problem import DraftError, Place, Problem, stop
from drafter.yamlfile import near

if TYPE_CHECKING:
    from drafter.formats.look import Look

OUTLINES = (".yaml", ".yml")


def document(draft: Outline, path: Path, look: str | None, *, clean: bool, todo: bool) -> bytes:
    """The page of a draft, in the format of `path`; a clean copy is refused while a hole is open."""
    if path.suffix.lower() in OUTLINES:
        raise stop(f"文稿不能写成 {path.suffix}", Place(path), "可用：.docx .md .txt .html")
    if clean and (left := [*_uncleared(draft)]):
        raise DraftError(*left)
    return formats.write(shown(draft), path, look=look_of(look) if look else None, clean=clean, todo=todo)


def _uncleared(draft: Outline) -> Iterator[Problem]:
    """What a clean copy may not show: what is missing, and marks that went wrong."""
    for hole, heading in gaps(draft):
        yield Problem(f"还有没清的标记：{hole}", hint=f"在“{heading or '开头或结尾'}”里，补上或删去")
    yield from slips(shown(by_line(draft)))


def look_of(said: str) -> Look:
    """The look of that name, or of the Word file at that path; what it lacks is said."""
    from drafter.formats.look import LOOKS
    from drafter.formats.word import look_from

    if said in LOOKS:
        return LOOKS[said]
    path = Path(said)
    if path.suffix.lower() != ".docx":
        raise stop(f"没有“{said}”这种版式", hint=near(said, LOOKS))
    taken = look_from(read_bytes(path), path)
    remark(*taken.problems)
    return taken


def remark(*problems: Problem) -> None:
    """Say what the writer should look at; nothing is stopped for it."""
    for problem in dict.fromkeys(problems):
        click.echo(f"留意：{problem}", err=True)


def read_over(draft: Outline) -> None:
    """Say what a careful reader would mark on the page, and what in the outline leads nowhere."""
    remark(*check(shown(by_line(draft))), *unanswered(draft), *_misnamed(draft))


def _misnamed(draft: Outline) -> Iterator[Problem]:
    """The holes that the template of the draft knows nothing of, where that template is shipped."""
    name = draft.given.get(TEMPLATE)
    if name in places.template_ids():
        yield from misnamed(draft, formats.read(places.template(name)))
