"""The outline as the writer edits it: YAML with Chinese keys.  It loses blanks at the ends of lines.

A plain string is a paragraph; `落款: 文字` is a paragraph of another role; a text of several
lines holds one sentence a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from drafter import yamlfile
from drafter.formats.page import ENDING, FRONT, MARKERS
from drafter.outline import (
    BODY,
    NO_NUMBER,
    About,
    Ask,
    Credit,
    Form,
    Outline,
    Paragraph,
    Section,
    Source,
)
from drafter.problem import Problem, stop
from drafter.yamlfile import Node, near
from drafter.yamlslips import swallowed

NOTE = "只改冒号后面的字；【】里是要填的空。改完用 draft export 重新出稿。"

_ABOUT = {"编号": "id", "名称": "name", "用于": "use", "参数": "asks", "示例": "example"}
_FRONT = {"副题": "subtitle", "署名": "byline", "题注": "note", "称呼": "salutation"}
_OUTLINE = {
    **_ABOUT,
    "题目": "title",
    **_FRONT,
    "题下": "front",
    "总起": "body",
    "要点": "sections",
    "结语": "ending",
    "句式": "forms",
    "已给": "given",
    "出处": "credits",
}
_SECTION = {
    "标题": "heading",
    "序号": "marker",
    "段首": "run_in",
    "每": "each",
    "仅当": "when",
    "段落": "body",
    "分项": "sections",
}
_FORM = {"写": "text", "每": "each", "连": "joint", "出处": "source"}
_ASK = {"说明": "help", "类型": "kind", "选填": "optional"}
_CREDIT = {"语": "text", "类": "kind", "自": "sources", "备选": "alternatives"}
_YES = frozenset({"是", "true", "True", "yes", "1"})
_ROLES = (*FRONT, *ENDING, "引语", BODY)


def read(data: bytes, path: Path) -> Outline:
    """The outline that a YAML text holds; all that is wrong with it is said at once."""
    root = yamlfile.parse(data, path)
    if root.is_mapping() and any(key.text() == "模板" for key, _ in root.pairs()):
        cure = f"用 draft --template 骨架 --answers {path.name}"
        raise stop("这是一份答卷，不是提纲", root.at, cure)
    fields = _fields(root, _OUTLINE)
    outline = Outline(
        title=_text(fields.get("题目")),
        front=_front(fields),
        body=_body(fields.get("总起")),
        sections=_sections(fields.get("要点")),
        ending=_body(fields.get("结语")),
        given=_mapping(fields.get("已给")),
        forms=_forms(fields.get("句式")),
        credits=tuple(_credit(item) for item in _items(fields.get("出处"))),
        about=_about(fields),
        at=root.at,
    )
    root.verdict()
    return replace(outline, problems=(*_strange_roles(outline), *swallowed(data.decode("utf-8-sig"), path)))


def _strange_roles(outline: Outline) -> Iterator[Problem]:
    """Roles that look like a slip of the pen; any word may be a role, and an unknown one looks like 正文."""
    for paragraph in outline.paragraphs():
        hint = "" if paragraph.role in _ROLES else near(paragraph.role, _ROLES)
        if hint.startswith("是不是"):
            yield Problem(f"“{paragraph.role}”没有自己的版式，按正文排", paragraph.at, hint)


def write(outline: Outline) -> bytes:
    """The outline as YAML, in the order of the page, what the machine needs at the end."""
    tree = _without_empty(
        **_about_tree(outline.about),
        题目=outline.title,
        **_front_tree(outline.front),
        总起=[_paragraph_tree(p) for p in outline.body],
        要点=[_section_tree(s) for s in outline.sections],
        结语=[_paragraph_tree(p) for p in outline.ending],
        句式={name: _forms_tree(forms) for name, forms in outline.forms.items()},
        已给=dict(outline.given),
        出处=[_credit_tree(credit) for credit in outline.credits],
    )
    return yamlfile.dump(tree, NOTE)


def _fields(node: Node, keys: Mapping[str, str]) -> dict[str, Node]:
    return node.fields(keys, {english: chinese for chinese, english in keys.items()})


def _text(node: Node | None) -> str:
    """A text of one line."""
    return node.text().replace("\n", "") if node else ""


def _items(node: Node | None) -> list[Node]:
    return node.items() if node else []


def _mapping(node: Node | None) -> dict[str, Any]:
    return {key.text(): value.plain() for key, value in node.pairs()} if node else {}


def _front(fields: Mapping[str, Node]) -> tuple[Paragraph, ...]:
    """副题, 署名 … each under its own key, or any of them in 题下 in the order of the page."""
    named = [Paragraph(_text(fields[role]), role, fields[role].at) for role in _FRONT if role in fields]
    return (*named, *_body(fields.get("题下")))


def _body(node: Node | None) -> tuple[Paragraph, ...]:
    return tuple(map(_paragraph, _items(node)))


def _paragraph(node: Node) -> Paragraph:
    if not node.is_mapping():
        _refuse_glued(node, _ROLES)
        return Paragraph(node.text(), at=node.text_at())
    (key, value), *more = node.pairs() or [(node, node)]
    if more or not value.is_text():
        node.fail("这里应当是一段文字", "含半角冒号的文字加引号")
    return Paragraph(value.text() if value.is_text() else "", key.text(), node.at)


def _sections(node: Node | None) -> tuple[Section, ...]:
    return tuple(map(_section, _items(node)))


def _section(node: Node) -> Section:
    if node.is_text():
        _refuse_glued(node, _SECTION)
        return Section(_text(node), at=node.at)
    fields = _fields(node, _SECTION)
    return Section(
        heading=_text(fields.get("标题")),
        body=_body(fields.get("段落")),
        sections=_sections(fields.get("分项")),
        run_in=_text(fields.get("段首")) in _YES,
        marker=_marker(fields.get("序号")),
        each=_text(fields.get("每")),
        when=_text(fields.get("仅当")),
        at=node.at,
    )


def _refuse_glued(node: Node, keys: Iterable[str]) -> None:
    """A key whose colon has no blank behind it is no key to YAML."""
    said, colon, _ = node.text().partition(":")
    if colon and said in keys:
        node.fail(f"“{said}”后面的冒号没有跟空格", "写成“键: 值”")


def _marker(node: Node | None) -> str:
    marker = _text(node)
    if node and marker not in ("", NO_NUMBER, *MARKERS) and not marker.startswith("="):
        node.fail(f"不认识的序号“{marker}”", "可用：" + " ".join((*MARKERS, NO_NUMBER, "=三、")))
    return marker


def _forms(node: Node | None) -> dict[str, tuple[Form, ...]]:
    if not node:
        return {}
    return {key.text(): tuple(map(_form, _alternatives(value))) for key, value in node.pairs()}


def _alternatives(node: Node) -> list[Node]:
    return [node] if node.is_mapping() else node.items()


def _form(node: Node) -> Form:
    if node.is_text():
        return Form(_text(node))
    fields = _fields(node, _FORM)
    return Form(*(_text(fields.get(key)) for key in _FORM))


def _about(fields: Mapping[str, Node]) -> About | None:
    if not fields.keys() & _ABOUT.keys():
        return None
    return About(
        id=_text(fields.get("编号")),
        name=_text(fields.get("名称")),
        use=_text(fields.get("用于")),
        asks=_asks(fields.get("参数")),
        example=_mapping(fields.get("示例")),
    )


def _asks(node: Node | None) -> tuple[Ask, ...]:
    return tuple(_ask(key.text(), value) for key, value in node.pairs()) if node else ()


def _ask(name: str, node: Node) -> Ask:
    if node.is_text():
        return Ask(name, _text(node))
    fields = _fields(node, _ASK)
    kind = _text(fields.get("类型")) or Ask(name).kind
    return Ask(name, _text(fields.get("说明")), kind, _text(fields.get("选填")) in _YES)


def _credit(node: Node) -> Credit:
    fields = _fields(node, _CREDIT)
    sources = tuple(_source(_text(item)) for item in _items(fields.get("自")))
    alternatives = tuple(_text(item) for item in _items(fields.get("备选")))
    return Credit(_text(fields.get("语")), _text(fields.get("类")), sources, alternatives)


def _source(text: str) -> Source:
    found = re.fullmatch(r"(.*) 第(\d+)段", text)
    return Source(found[1], int(found[2])) if found else Source(text)


def _about_tree(about: About | None) -> dict[str, Any]:
    if not about:
        return {}
    asks = {ask.name: _ask_tree(ask) for ask in about.asks}
    return {
        "编号": about.id,
        "名称": about.name,
        "用于": about.use,
        "参数": asks,
        "示例": dict(about.example),
    }


def _ask_tree(ask: Ask) -> str | dict[str, str]:
    if ask == Ask(ask.name, ask.help):
        return ask.help
    return _without_empty(说明=ask.help, 类型=ask.kind, 选填="是" if ask.optional else "")


def _front_tree(front: tuple[Paragraph, ...]) -> dict[str, Any]:
    roles = [paragraph.role for paragraph in front]
    if roles == [role for role in _FRONT if role in roles]:
        return {paragraph.role: paragraph.text for paragraph in front}
    return {"题下": [_paragraph_tree(paragraph) for paragraph in front]}


def _paragraph_tree(paragraph: Paragraph) -> str | dict[str, str]:
    return paragraph.text if paragraph.role == BODY else {paragraph.role: paragraph.text}


def _section_tree(section: Section) -> dict[str, Any]:
    return {"标题": section.heading} | _without_empty(
        序号=section.marker,
        段首="是" if section.run_in else "",
        每=section.each,
        仅当=section.when,
        段落=[_paragraph_tree(p) for p in section.body],
        分项=[_section_tree(s) for s in section.sections],
    )


def _forms_tree(forms: Iterable[Form]) -> Any:
    trees = [_form_tree(form) for form in forms]
    return trees[0] if len(trees) == 1 else trees


def _form_tree(form: Form) -> str | dict[str, str]:
    if form == Form(form.text):
        return form.text
    return _without_empty(写=form.text, 每=form.each, 连=form.joint, 出处=form.source)


def _credit_tree(credit: Credit) -> dict[str, Any]:
    sources = [str(source) for source in credit.sources]
    return _without_empty(语=credit.text, 类=credit.kind, 自=sources, 备选=list(credit.alternatives))


def _without_empty(**fields: Any) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value}
