"""What a hole is, and what it says of itself.  The only room that knows jinja2.

`【题目】` and `{{ 题目 }}` are one hole.  Inside stands a path (`点.题眼`), a call of the bank
(`排比(点.题眼)`, or with the words themselves `用：不仅是…，更是…｜甲｜乙`), or, in `{{ }}`, any
expression of Jinja2.  `【2024】` and `\\【题目】` are text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from drafter.problem import NOWHERE, DraftError, stop

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

LONGEST = 400
"""Characters of a hole."""

_NAME = r"[^\W\d]\w*"
_PATH = rf"{_NAME}(?:\.{_NAME})*"
_HOLE = re.compile(r"\\?(?:【(?P<plain>[^【】\n]{1,400})】|\{\{(?P<jinja>[^\n]{1,400}?)\}\})")
_PLAIN = re.compile(
    rf"(?P<path>{_PATH})|(?P<call>{_NAME})(?:[(（](?P<about>{_PATH})[)）]|[：:](?P<words>.+))", re.DOTALL
)


class Known(IntEnum):
    """How far a value is known: it is there, it may still be answered, it never will be."""

    YES = 0
    NOT_YET = 1
    NEVER = 2


@dataclass(frozen=True, slots=True)
class Hole:
    """One hole of a text: as it is written, and what it asks for (one of the four)."""

    raw: str
    path: str = ""
    call: str = ""
    words: tuple[str, ...] = ()
    expression: str = ""


Part = str | Hole


def is_open(text: str) -> bool:
    """Whether the text has a hole in it."""
    return any(isinstance(part, Hole) for part in split(text))


@lru_cache(4096)
def split(text: str) -> tuple[Part, ...]:
    """The text as a run of plain strings and holes."""
    return tuple(_split(text)) if "【" in text or "{{" in text else (text,)


def _split(text: str) -> Iterator[Part]:
    end = 0
    for found in _HOLE.finditer(text):
        hole = None if found[0].startswith("\\") else _hole(found)
        if hole:
            if found.start() > end:
                yield text[end : found.start()]
            yield hole
            end = found.end()
    if end < len(text):
        yield text[end:]


def _hole(found: re.Match[str]) -> Hole | None:
    raw, inside = found[0], (found["plain"] or found["jinja"]).strip()
    said = _PLAIN.fullmatch(inside)
    if said and said["path"]:
        return Hole(raw, path=said["path"])
    if said and said["about"]:
        return Hole(raw, call=said["call"], path=said["about"])
    if said and said["words"] and found["plain"]:
        words = re.sub("…{2,}|\\.{3,}", "…", said["words"])
        return Hole(raw, call=said["call"], words=tuple(re.split("[｜|]", words)))
    return Hole(raw, expression=inside) if found["jinja"] else None


def look_up(path: str, scope: Mapping[str, Any]) -> tuple[Known, Any]:
    """What `path` is in `scope`.  A field that a known item lacks will never come."""
    head, *rest = path.split(".")
    if head not in scope:
        return Known.NOT_YET, None
    value = scope[head]
    for name in rest:
        if not isinstance(value, Mapping) or name not in value:
            return Known.NEVER, None
        value = value[name]
    return Known.YES, value


def names_in(expression: str) -> set[str]:
    """The names that an expression of Jinja2 asks for."""
    from jinja2 import TemplateError, meta

    try:
        if len(expression) > LONGEST:
            raise ValueError(f"超过 {LONGEST} 字")
        return set(meta.find_undeclared_variables(_environment().parse(f"{{{{ {expression} }}}}")))
    except (TemplateError, AssertionError, ValueError, RecursionError) as error:
        raise _misread(expression, error) from error


def evaluate(expression: str, scope: Mapping[str, Any]) -> tuple[Known, Any]:
    """What an expression is: a path is looked up, all else goes through Jinja2's sandbox."""
    if re.fullmatch(_PATH, expression):
        return look_up(expression, scope)
    from jinja2 import TemplateError, Undefined, UndefinedError

    try:
        if not names_in(expression) <= scope.keys():
            return Known.NOT_YET, None
        value = _environment().compile_expression(expression, undefined_to_none=False)(**scope)
    except UndefinedError:
        return Known.NEVER, None
    except (TemplateError, ArithmeticError, TypeError, ValueError) as error:
        raise _misread(expression, error) from error
    return (Known.NEVER, None) if isinstance(value, Undefined) else (Known.YES, value)


def _misread(expression: str, error: Exception) -> DraftError:
    return stop(f"填空写法有误：{expression[:40]}（{error}）", NOWHERE, "写成【名称】或【点.名称】")


@lru_cache(1)
def _environment() -> SandboxedEnvironment:
    """Jinja2 that computes with plain data alone: no calls, no globals, nothing that can grow."""
    from jinja2 import StrictUndefined
    from jinja2.exceptions import SecurityError
    from jinja2.sandbox import SandboxedEnvironment

    class Plain(SandboxedEnvironment):
        intercepted_binops = frozenset({"*", "**", "%"})

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            raise SecurityError(f"不支持运算 {operator}")

        def is_safe_callable(self, obj: Any) -> bool:
            return False

    environment = Plain(undefined=StrictUndefined)
    environment.globals.clear()
    environment.filters = {name: environment.filters[name] for name in ("length", "join")}
    return environment
