"""YAML with the place of every node, and errors a writer can mend.  The only room that knows yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher, get_close_matches
from pathlib import Path
from typing import Any

import yaml

from drafter.problem import DraftError, Place, Problem, stop
from drafter.yamlslips import full_width_colon, slip_near

try:
    from yaml import CSafeDumper as _Dumper
    from yaml import CSafeLoader as _Loader
except ImportError:  # a PyYAML built without libyaml: slower, the same result
    from yaml import SafeDumper as _Dumper  # type: ignore[assignment]
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

DEEPEST = 40
LONGEST = 8 * 1024 * 1024
"""Bytes of a YAML file that a person still edits."""


_PLAIN_TAGS = {
    f"tag:yaml.org,2002:{kind}"
    for kind in ("str", "null", "bool", "int", "float", "timestamp", "merge", "value")
}


class Node:
    """A piece of a YAML file that knows its place and says what it should be.

    Every scalar is the text that stands in the file: 21:00 is not 1260.  What is wrong is
    gathered, so that all of it can be said at once: `fail` keeps it, `verdict` raises it.
    """

    def __init__(self, node: yaml.Node, path: Path | None, faults: list[Problem]) -> None:
        self._node = node
        self._path = path
        self._faults = faults
        self.at = Place(path, node.start_mark.line + 1, node.start_mark.column + 1)

    def is_text(self) -> bool:
        return isinstance(self._node, yaml.ScalarNode)

    def is_list(self) -> bool:
        return isinstance(self._node, yaml.SequenceNode)

    def is_mapping(self) -> bool:
        return isinstance(self._node, yaml.MappingNode)

    def fail(self, message: str, hint: str = "") -> None:
        """Keep a complaint about this place for the verdict."""
        self._faults.append(Problem(message, self.at, hint))

    def verdict(self) -> None:
        """Raise all that was complained of, in the order of the file."""
        if self._faults:
            raise DraftError(*sorted(dict.fromkeys(self._faults), key=lambda p: (p.at.line, p.at.column)))

    def text(self) -> str:
        """The text, its lines stripped and the empty ones gone."""
        if not isinstance(self._node, yaml.ScalarNode):
            braces = isinstance(self._node, yaml.CollectionNode) and self._node.flow_style
            self.fail(
                "这里应当是一段文字", "以括号开头的文字加引号" if braces else "列表和分项写到别的键下面"
            )
            return ""
        value = str(self._node.value)
        if not self._node.style and value in ("~", "null"):
            return ""
        if self._node.tag not in _PLAIN_TAGS:
            self.fail(f"不支持 YAML 标签 {self._node.tag}", "删去感叹号打头的部分，或给文字加引号")
        return "\n".join(filter(None, (line.strip() for line in value.split("\n"))))

    def line(self) -> str:
        """The text where one line is all that is wanted, and a line that runs on is a slip."""
        last = self._node.end_mark.line
        if self._is_plain() and last > self._node.start_mark.line:
            place = Place(self._path, last + 1, 1)
            cure = "一句话写在一行里；另一项和上面的键左端对齐，另一条用“- ”打头"
            self._faults.append(Problem("这一行接到了上一行的文字后面", place, cure))
        return self.text()

    def _is_plain(self) -> bool:
        """Whether it is a text without quotation marks."""
        return isinstance(self._node, yaml.ScalarNode) and not self._node.style

    def text_at(self) -> Place:
        """Where the text begins: that of a block below its sign."""
        block = isinstance(self._node, yaml.ScalarNode) and self._node.style in ("|", ">")
        return Place(self._path, self.at.line + 1) if block else self.at

    def items(self) -> list[Node]:
        """The nodes of a list; a single thing is a list of one."""
        if self.is_text():
            return [self] if self.text() else []
        if isinstance(self._node, yaml.SequenceNode):
            items = [self._child(item) for item in self._node.value]
            if self._node.flow_style and len(items) == 1 and items[0]._is_plain() and "，" in items[0].text():
                self.fail("方括号里用了中文逗号，几项成了一项", "改成半角逗号，或每项一行；真是一项就加引号")
            return items
        self.fail("这里应当是一个列表", "每项一行，前面加“- ”")
        return []

    def pairs(self) -> list[tuple[Node, Node]]:
        """The keys and values of a mapping, in the order of the file."""
        if isinstance(self._node, yaml.MappingNode):
            pairs = [(self._child(key), self._child(value)) for key, value in self._node.value]
            self._refuse_doubles([key for key, _ in pairs])
            return pairs
        if not (self.is_text() and not self.text()):
            self.fail("这里应当是一组“键: 值”", "键后面用半角冒号加一个空格")
        return []

    def _refuse_doubles(self, keys: list[Node]) -> None:
        said: set[str] = set()
        for key in keys:
            text = key.text()
            if text in said:
                key.fail(f"“{text}”写了两遍", "留下一处")
            said.add(text)

    def fields(self, known: Iterable[str], names: Mapping[str, str] | None = None) -> dict[str, Node]:
        """The values of a mapping by key; `names` turns other names of a key into the known one."""
        names = names or {}
        allowed = tuple(known)
        found: dict[str, Node] = {}
        for key, value in self.pairs():
            said = key.text()
            name = names.get(said, said)
            if name not in allowed:
                key.fail(f"不认识的键“{said}”", near(said, allowed))
            elif name in found and said != name:
                key.fail(f"“{said}”和“{name}”是同一项", "留下一处")
            found.setdefault(name, value)
        return found

    def plain(self) -> Any:
        """The node as str, list and dict only."""
        if isinstance(self._node, yaml.SequenceNode):
            return [item.plain() for item in self.items()]
        if isinstance(self._node, yaml.MappingNode):
            return {key.text(): value.plain() for key, value in self.pairs()}
        return self.text()

    def _child(self, node: yaml.Node) -> Node:
        return Node(node, self._path, self._faults)


def near(said: str, allowed: Iterable[str]) -> str:
    """A cure for a name that is not known: the nearest that is, or all of them."""
    choices = list(allowed)
    close = get_close_matches(said, choices, 9, 0.4)
    best = max(close, key=lambda name: _likeness(said, name), default="")
    return f"是不是“{best}”？" if close else "可用：" + " ".join(choices)


def _likeness(said: str, name: str) -> tuple[float, int]:
    """How like two names are; of equals, the one with more characters in the same place."""
    return SequenceMatcher(None, name, said).ratio(), sum(map(str.__eq__, said, name))


def parse(data: bytes, path: Path | None = None) -> Node:
    """The root of a YAML text; a `DraftError` with line, column and cure where it is broken."""
    at = Place(path)
    if len(data) > LONGEST:
        raise stop("YAML 文件过大", at, f"不超过 {LONGEST // 1024 // 1024} MB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise stop("不是 UTF-8 文字", Place(path, line), "用编辑器另存为 UTF-8") from error
    try:
        root = _compose(text, at)
    except yaml.YAMLError as error:
        raise _explained(error, text, path) from error
    if root is None:
        raise stop("文件是空的", at, "照示例写上“题目: …”")
    node = Node(root, path, [])
    if isinstance(root, yaml.ScalarNode):
        slip = slip_near(text, path, node.at.line) or full_width_colon(text, path)
        raise (
            DraftError(slip)
            if slip
            else stop("这里应当是一组“键: 值”", node.at, "键后面用半角冒号加一个空格")
        )
    return node


def _compose(text: str, at: Place) -> yaml.Node | None:
    """The node graph, within limits: no anchors (they can grow without end), no deep nesting."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent):
            raise stop(
                "不支持 YAML 的锚和别名（& *）",
                _spot(event.start_mark, at.path),
                "把内容照写一遍；若是文字，加引号",
            )
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                raise stop(f"嵌套超过 {DEEPEST} 层", _spot(event.start_mark, at.path), "减少层次")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    node: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    return node


def _spot(mark: Any, path: Path | None) -> Place:
    return Place(path, mark.line + 1, mark.column + 1)


_CURES = (
    ("mapping values are not allowed", "一行里有两个半角冒号", "值里的冒号用中文“：”，或给整个值加引号"),
    ("cannot start any token", "有不能直接用的符号（Tab、@、`、%）", "缩进用空格；以符号开头的文字加引号"),
    ("found character '\\t'", "缩进用了 Tab", "改成空格"),
    ("found a tab character", "缩进用了 Tab", "改成空格"),
    ("expected alphabetic or numeric", "以 * 或 & 开头", "给这段文字加引号"),
    ("did not find expected key", "缩进没有对齐，或引号没有成对", "同一组的键左端对齐；检查引号"),
    (
        "did not find expected '-' indicator",
        "这一行没有接上列表",
        "新的一项以“- ”开头、左端对齐；接着写上一项的，缩进两格",
    ),
    ("did not find expected ',' or", "方括号或花括号没有成对", "补上另一半；以括号开头的文字加引号"),
    ("could not find expected ':'", "这一行缺半角冒号", "写成“键: 值”；长文字放在“键: ”后面同一行"),
    ("unexpected end of stream", "引号没有成对", "补上另一半引号"),
    ("expected <document start>", "开头不是“键: 值”", "检查第一行"),
    ("special characters are not allowed", "有看不见的控制字符", "删掉它"),
)


def _explained(error: yaml.YAMLError, text: str, path: Path | None) -> DraftError:
    said = str(getattr(error, "problem", None) or error)
    begun = re.search("quoted scalar|simple key", str(getattr(error, "context", None)))
    mark = getattr(error, "context_mark" if begun else "problem_mark", None)
    at = _spot(mark, path) if mark else Place(path)
    quoted = begun and begun[0] == "quoted scalar"
    if slip := None if quoted else slip_near(text, path, at.line):
        return DraftError(slip)
    line = "".join(text.splitlines()[max(at.line - 1, 0) : at.line])
    if "mapping values are not allowed" in said and len(re.findall(r":(?:\s|$)", line)) < 2:
        return stop("缩进没有对齐", at, "同一组的键左端对齐")
    for sign, message, cure in _CURES:
        if sign in said:
            return stop(message, at, cure)
    return stop(f"YAML 写法有误（{said}）", at, "检查这一行的冒号、缩进和引号")


class _Readable(_Dumper):
    """A dumper that writes a text of several lines as a block, one line each."""


_Readable.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str", f"{text}\n" if "\n" in text else text, style="|" if "\n" in text else None
    ),
)


def dump(value: Any, note: str = "") -> bytes:
    """`value` as YAML, UTF-8, in its own order, under a comment `note`."""
    head = "".join(f"# {line}\n" for line in note.splitlines())
    text = yaml.dump(value, Dumper=_Readable, allow_unicode=True, sort_keys=False, width=2**20)
    return (head + text).encode()
