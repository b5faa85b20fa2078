"""Points that stand in the outline and in no answers: what speaks of the points cannot name them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.filling.points import Scope, items_of, stands, unknown
from drafter.filling.showing import shown
from drafter.outline import Outline, Section
from drafter.problem import Problem


def unanswered(outline: Outline) -> Iterator[Problem]:
    """The points added by hand that the page must name and cannot, each with what it needs."""
    page = "\n".join(text for text, _ in shown(outline).texts())
    yield from _unanswered(outline.sections, outline.given, page)


def _unanswered(sections: Sequence[Section], scope: Scope, page: str) -> Iterator[Problem]:
    run = [*stands(sections, scope)]
    name = next((stand.name for stand in run if stand.name), "点")
    strange = [stand for stand in run if stand.path and not stand.name]
    for n, stand in enumerate(strange, 1):
        mark = re.escape(unknown(stand.n)[:-1])
        if fields := dict.fromkeys(re.findall(rf"{mark}(?:·([^〕]*))?〕", page)):
            said = f"（{'、'.join(filter(None, fields))}）" if any(fields) else ""
            item = f"{name} = {stand.path}[{len(items_of(stand.path, scope)) + n}]"
            yield Problem(
                f"“{stand.section.heading}”在“已给”里没有答案，说到各点的地方缺它",
                stand.section.at,
                f"“已给”的“{stand.path}”末尾添一项{said}，这里写一行“每: {item}”；或者把那几句改成自己的话",
            )
    for stand in run:
        inner = {**scope, stand.name: stand.item} if stand.name else scope
        yield from _unanswered(stand.section.sections, inner, page)
