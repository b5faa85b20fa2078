"""The shipped templates: each asks what it describes, and draws what its model draws."""

import re
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from drafter import formats
from drafter.checks.seams import seams
from drafter.filling import asks, fill, gaps, shown
from drafter.filling.answers import pruned
from drafter.formats.page import lay_out
from drafter.outline import Outline
from tests.shared import gold, needs_shared

TEMPLATES = sorted((Path(__file__).parent.parent / "templates").glob("*.yaml"))
Headings = list[dict[str, Any]]


def template(name: str) -> Outline:
    return formats.read(next(path for path in TEMPLATES if path.stem == name))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_asks_what_its_parameters_describe(path: Path) -> None:
    about = formats.read(path).about
    assert about
    assert set(asks(formats.read(path))) == {ask.name for ask in about.asks}
    assert about.id == path.stem
    assert about.name
    assert about.use
    assert all(ask.help for ask in about.asks)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_the_example_of_a_template_makes_a_whole_essay(path: Path) -> None:
    outline = formats.read(path)
    assert outline.about
    draft = fill(outline, outline.about.example)
    page = shown(draft)
    assert len(gaps(draft)) <= 1
    assert len(page.sections) >= 2
    assert not list(seams(page))
    assert not any("【" in text or "（可省）" in text for text, _ in page.texts())


def slots(pattern: str, text: str) -> dict[str, str]:
    found = re.fullmatch(pattern, text)
    assert found, text
    return {name: value for name, value in found.groupdict().items() if value is not None}


def nested(headings: Headings) -> Iterator[tuple[str, list[str]]]:
    """Each heading of level 1 with the headings of level 2 under it."""
    for _, group in groupby(
        enumerate(headings), lambda pair: sum(h["level"] == 1 for h in headings[: pair[0] + 1])
    ):
        first, *rest = [heading["heading"] for _, heading in group]
        yield first, rest


def number_ladder(headings: Headings) -> dict[str, Any]:
    pattern = "(?P<动>..)“.(?P<量>.)(?P<名>..)”，(?P<成效>.+)"
    return {"要点": [slots(pattern, h["heading"]) for h in headings]}


ALWAYS = (
    "要做到(?P<事>..)有(?P<法>.)",
    "(?P<名>..)要更(?P<样>.)",
    "要着力建设(?P<机关>..)机关",
    "(?P<整句>要切实.*)",
    "要(?P<要>.*)",
)


def always_as(headings: Headings) -> dict[str, Any]:
    pattern = "始终以(?P<本>.+)为(?P<位>.)，在(?P<域>.+)上(?P<样>...)"
    points = []
    for first, rest in nested(headings):
        items = [next(slots(p, text) for p in ALWAYS if re.fullmatch(p, text)) for text in rest]
        points.append({**slots(pattern, first), "分项": [item.get("要") or item for item in items]})
    return {"要点": points}


def colon_series(headings: Headings) -> dict[str, Any]:
    points: list[dict[str, Any]] = []
    for h in headings:
        if h["level"] == 1:
            points.append({**slots("(?P<前>.+)：(?P<后>.+)", h["heading"]), "分项": []})
        elif h["level"] == 2:
            points[-1]["分项"].append({"题": h["heading"], "条目": []})
        else:
            points[-1]["分项"][-1]["条目"].append(h["heading"])
    *points, last = points
    answers: dict[str, Any] = pruned({"要点": points, "展望": last})
    return answers


def triads(headings: Headings) -> dict[str, Any]:
    points: list[dict[str, Any]] = []
    for first, rest in nested(headings):
        items = [slots("“(?P<字>.)”，(?P<句>.+)", text) for text in rest]
        points.append({"名": first[: first.index("，")], "分项": items[:3]})
        if len(items) > 3:
            points.append({"分项": [{}, {}, items[3]]})
    return {"要点": points}


def enumerated_is(headings: Headings) -> dict[str, Any]:
    texts = [h["heading"] for h in headings]
    return {"要点": [text[1:] if text.startswith("要") else {"整句": text} for text in texts]}


MODELS: dict[str, tuple[str, Callable[[Headings], dict[str, Any]]]] = {
    "number-ladder": ("000", number_ladder),
    "always-as": ("001", always_as),
    "colon-series": ("002", colon_series),
    "triads": ("003", triads),
    "enumerated-is": ("004", enumerated_is),
}


@needs_shared
@pytest.mark.parametrize("name", MODELS)
def test_the_slots_of_its_headings_draw_every_heading_of_the_model(name: str) -> None:
    seed, answers = MODELS[name]
    expected = gold(seed)["headings"]
    page = shown(fill(template(name), answers(expected)))
    drawn = [
        (line.depth, line.number, line.text.rstrip("："), line.run_in) for line in lay_out(page) if line.depth
    ]
    wanted = [(h["level"], h["number"], h["heading"], h["run_in"]) for h in expected]
    assert [heading for heading in drawn if "〔待补" not in heading[2]] == wanted


@needs_shared
def test_the_lost_sections_of_the_third_model_are_open_holes() -> None:
    page = shown(fill(template("triads"), triads(gold("003")["headings"])))
    third = page.sections[2]
    assert "〔待补" in third.heading
    assert ["〔待补" in section.heading for section in third.sections] == [True, True, False]
