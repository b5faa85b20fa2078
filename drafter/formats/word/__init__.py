"""Word files: the page of the look on one side, the outline on the other.

Written straight as WordprocessingML: every style, font and setting is said here or does not stand
in the file, and the same outline gives the same bytes.
"""

from __future__ import annotations

from pathlib import Path

from drafter.formats.look import Look
from drafter.outline import Outline


def write(outline: Outline, *, look: Look, clean: bool = False, todo: bool = True) -> bytes:
    """The outline as a Word file in that look.

    Gaps are yellow and listed on a last page (`todo`), credits are comments.  A `clean` copy has
    none of them, and is refused while a gap is open.
    """
    from drafter.formats.word.writing import document

    return document(outline, look, clean=clean, todo=todo)


def read(data: bytes, path: Path) -> Outline:
    """The outline that a Word file shows: one of ours with all edits made in Word, or anybody's.

    Comments, highlights and the list of gaps are gone; credits are kept where their words still
    stand; what could not be read is among the outline's problems.
    """
    from drafter.formats.word.reading import document

    return document(data, path)


def look_from(data: bytes, path: Path) -> Look:
    """The look of a writer's own Word file: its styles are taken, its contents ignored.

    Styles that it lacks are completed from 公文, and named among the look's problems.
    """
    from drafter.formats.word.taking import look_in

    return look_in(data, path)


def look_file(look: Look) -> bytes:
    """The look as a Word file that shows each of its styles, to edit in Word."""
    from drafter.formats.word.specimen import specimen

    return write(specimen(look), look=look, todo=False)
