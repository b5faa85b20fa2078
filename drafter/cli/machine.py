"""What `--json` prints: keys in English, stable."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import click

from drafter.bank import Hit
from drafter.formats.page import numbers
from drafter.outline import Ask, Credit, Outline, Paragraph, Section
from drafter.problem import Problem


def say(thing: object) -> None:
    """Print one JSON object on standard output, UTF-8 wherever it goes."""
    click.echo(json.dumps(thing, ensure_ascii=False, indent=1).encode())


def outline(page: Outline) -> dict[str, Any]:
    """The shown outline, as a machine reads it."""
    front = {paragraph.role: paragraph.text for paragraph in reversed(page.front)}
    return {
        "title": page.title or None,
        "subtitle": front.get("副题", "").lstrip("—-－ ") or None,
        "byline": front.get("署名") or _byline_below(page),
        "salutation": front.get("称呼") or None,
        "front": [_role(paragraph) for paragraph in page.front],
        "body": [paragraph.text for paragraph in page.body],
        "sections": list(_sections(page.sections, 1)),
        "ending": [_role(paragraph) for paragraph in page.ending],
        "problems": [problem(p) for p in page.problems],
    }


def _byline_below(page: Outline) -> str | None:
    return next((p.text for p in page.ending if p.role == "署名"), None)


def _role(paragraph: Paragraph) -> dict[str, str]:
    return {"role": paragraph.role, "text": paragraph.text}


def _sections(sections: Sequence[Section], depth: int) -> Iterator[dict[str, Any]]:
    for section, number in zip(sections, numbers(sections, depth), strict=True):
        yield {
            "number": number,
            "heading": section.heading.rstrip("。："),
            "run_in": section.run_in,
            "body": [paragraph.text for paragraph in section.body],
            "sections": list(_sections(section.sections, depth + 1)),
        }


def problem(problem: Problem) -> dict[str, Any]:
    return {
        "message": problem.message,
        "hint": problem.hint,
        "path": str(problem.at.path or ""),
        "line": problem.at.line,
    }


def credit(credit: Credit) -> dict[str, Any]:
    return {
        "text": credit.text,
        "kind": credit.kind,
        "sources": [{"document": s.document, "paragraph": s.paragraph} for s in credit.sources],
        "alternatives": list(credit.alternatives),
    }


def hit(hit: Hit) -> dict[str, Any]:
    phrase = hit.phrase
    extra = {
        "units": list(phrase.units),
        "by": phrase.by,
        "function": phrase.function,
        "meaning": phrase.meaning,
        "variants": list(hit.variants),
    }
    return {
        "text": phrase.text,
        "kind": phrase.kind,
        "score": round(hit.score, 4),
        **{key: value for key, value in extra.items() if value},
        "sources": [{"document": s.document, "paragraph": s.paragraph} for s in hit.sources],
        "state": hit.state,
    }


def ask(ask: Ask, example: str) -> dict[str, Any]:
    return {
        "name": ask.name,
        "help": ask.help,
        "type": ask.kind,
        "optional": ask.optional,
        "example": example,
    }
