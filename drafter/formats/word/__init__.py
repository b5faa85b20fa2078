"""Word files: the page of the look on one side, the outline on the other.

Written straight as WordprocessingML: every style, font and setting is said here or does not stand
in the file, and the same outline gives the same bytes.
"""

from __future__ import annotations

from drafter.formats.look import Look
from drafter.outline import Outline


def write(outline: Outline, *, look: Look, clean: bool = False, todo: bool = True) -> bytes:
    """The outline as a Word file in that look.

    Gaps are yellow and listed on a last page (`todo`), credits are comments.  A `clean` copy has
    none of them, and is refused while a gap is open.
    """
    from drafter.formats.word.writing import document

    return document(outline, look, clean=clean, todo=todo)
