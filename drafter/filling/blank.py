"""A blank answers file: every name that a template asks for, where it belongs, with what it wants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drafter.filling.answers import TEMPLATE, example_of
from drafter.filling.asking import Shape, shapes
from drafter.outline import About, Ask, Outline


def blank(template: Outline) -> str:
    """The answers file to fill in; as it stands it answers nothing."""
    about = template.about or About("")
    asks = {ask.name: ask for ask in about.asks}
    lines = _lines(template, shapes(template), asks, "", "")
    return "\n".join([f"{TEMPLATE}: {about.id}", *lines, ""])


def _lines(
    template: Outline, wanted: Mapping[str, Shape], asks: Mapping[str, Ask], above: str, indent: str
) -> Iterator[str]:
    """The lines under `above`; the first of a list's item begins with its dash."""
    for field in _fields(wanted, above):
        name = f"{above}.{field}" if above else field
        yield f"{indent}{field}:{_note(template, asks.get(name))}"
        many = Shape.LIST in wanted.get(name, Shape.FIELDS)
        inner = list(_lines(template, wanted, asks, name, indent + "  "))
        if many and inner:
            yield f"{indent}- {inner[0].removeprefix(indent + '  ')}"
            yield from inner[1:]
        elif many:
            yield f"{indent}- "
        else:
            yield from inner


def _fields(wanted: Mapping[str, Shape], above: str) -> list[str]:
    start = f"{above}." if above else ""
    inner = (name.removeprefix(start) for name in wanted if name.startswith(start))
    return list(dict.fromkeys(name.partition(".")[0] for name in inner))


def _note(template: Outline, ask: Ask | None) -> str:
    """What a line wants, as a comment."""
    if not ask:
        return ""
    example = example_of(template, ask.name)
    may = "（可不填）" if ask.optional else ""
    return f"  # {may}{ask.help}" + (f"　例：{example}" if example else "")
