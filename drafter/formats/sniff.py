"""What a file is, by what stands in it; the suffix decides only between kinds of plain text."""

from __future__ import annotations

import re
from pathlib import Path

from drafter.cleaning import decode
from drafter.problem import Place, stop

HEAD = 4096
"""Bytes by which a format is known."""

_STRANGERS = (
    (b"%PDF", "这是 PDF", "在阅读器里全选复制，存成 .txt；或用 Word 打开后另存为 .docx"),
    (b"\xd0\xcf\x11\xe0", "这是旧版 Word（.doc）或别的旧版 Office 文件", "用 Word 或 WPS 打开，另存为 .docx"),
    (b"{\\rtf", "这是 RTF", "用 Word 或 WPS 打开，另存为 .docx"),
    (b"\x89PNG", "这是图片", "先识别成文字，再存成 .txt"),
    (b"\xff\xd8\xff", "这是图片", "先识别成文字，再存成 .txt"),
    (b"GIF8", "这是图片", "先识别成文字，再存成 .txt"),
    (b"\x1f\x8b", "这是压缩包", "先解压"),
    (b"Rar!", "这是压缩包", "先解压"),
    (b"7z\xbc\xaf", "这是压缩包", "先解压"),
)
"""How files begin that nothing here can read, what they are, and the cure."""

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|meta|div|p|table)\b",
    re.I | re.S,
)
_TAGS = re.compile(
    r"</?(?:p|div|br|span|td|tr|table|h[1-6]|li|a|font|center|meta|script|body)\b[^>\n]*>", re.I
)
_MARKDOWN = re.compile(r"^#{1,6} \S", re.MULTILINE)
_YAML = re.compile(r"^(?:题目|总起|要点|参数|编号|title|sections):(?: |$)", re.MULTILINE)


def format_of(data: bytes, path: Path) -> str:
    """The suffix that the contents call for: .docx .html .md .yaml .txt; `DraftError` for a stranger."""
    for sign, name, cure in _STRANGERS:
        if data.startswith(sign):
            raise stop(f"{name}，读不了", Place(path), cure)
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return ".docx"
    return _kind_of(decode(_head(data), path), path.suffix.lower())


def _head(data: bytes) -> bytes:
    """The first lines, whole: where a character is cut, the encoding must be guessed."""
    return data[:HEAD].rpartition(b"\n")[0] or data[:HEAD]


def _kind_of(head: str, suffix: str) -> str:
    """The format of a text that begins with `head`."""
    if _HTML.match(head) or len(_TAGS.findall(head)) > 2 + head.count("\n") // 4:
        return ".html"
    if suffix in (".yaml", ".yml") or len(_YAML.findall(head)) > 1:
        return ".yaml"
    return ".md" if suffix in (".md", ".markdown") or _MARKDOWN.search(head) else ".txt"
