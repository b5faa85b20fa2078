"""Lines that are said again: the title, by its page; the call to the audience, by the speaker."""

from __future__ import annotations

import re

from drafter.chinese import HAN
from drafter.cleaning.furniture import talks_of_pages
from drafter.cleaning.looks import is_numbered, role_of

_FEWEST = 4
"""Characters from which on words are a title's, and not a word that it has too."""

HAN_RUN = re.compile(f"[{HAN}]{{2,}}")
"""Two Han characters and more in a row: words, where a sign may stand between single ones."""
_JOINT = re.compile(r"[：:】\]〗》|｜]|[—―–]+|-{2,}")
_CALL = re.compile("^[^。；;？?：:]{1,40}(?<![我你您他她它咱人])们[，,！!：:]$")


def calls(text: str) -> bool:
    """Whether a line calls the audience: 同志们、朋友们！ 各位代表： 青年朋友们，"""
    return role_of(text) == "称呼" or (bool(_CALL.match(text)) and not talks_of_pages(text))


def says_title(text: str, title: str) -> bool:
    """Whether a line is `title` again, or what stands before or behind a joint of it: 范文：… or …——…

    A part of a title that no such sign parts from the rest may be the heading of a point.
    """
    words = bare(text)
    if len(words) < _FEWEST or (is_numbered(text) and role_of(text) != "副题"):
        return False
    return words in _stretches(title)


def _stretches(title: str) -> set[str]:
    """The parts of a title that its joints leave, alone and together with their neighbours."""
    parts = [bare(part) for part in _JOINT.split(title)]
    ends = range(1, len(parts) + 1)
    return {"".join(parts[start:end]) for end in ends for start in range(end)}


def bare(text: str) -> str:
    """The Han characters of `text`, single ones between other signs apart."""
    return "".join(HAN_RUN.findall(text))
