"""The zip around a Word file: packed the same way every time, unpacked within limits."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from drafter.formats.word.markup import HEAD, text
from drafter.problem import DraftError, Place, stop

_DAY = (1980, 1, 1, 0, 0, 0)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-"

MOST_MEMBERS = 5000
LARGEST_PART = 48 * 1024 * 1024
DENSEST = 250
"""How many bytes may come out of one, in a part of more than a megabyte; text gives some 20."""


def packed(title: str, document: bytes, files: Mapping[str, bytes]) -> bytes:
    """A Word file of this document and its other parts (styles, footer1 …), without a date of its own."""
    parts = {
        "[Content_Types].xml": _content_types(files),
        "_rels/.rels": _relations({
            "document": (f"{_OFFICE}/officeDocument", "word/document.xml"),
            "core": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        }),
        "docProps/core.xml": _properties(title),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _relations(
            {name: (f"{_OFFICE}/{_kind(name)}", f"{name}.xml") for name in files}
        ),
        **{f"word/{name}.xml": content for name, content in files.items()},
    }  # fmt: skip
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w") as package:
        for name, content in parts.items():
            package.writestr(_member(name), content)
    return whole.getvalue()


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _DAY)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.create_system = 0
    return member


def _kind(name: str) -> str:
    return name.rstrip("0123456789")


def _content_types(files: Mapping[str, bytes]) -> bytes:
    word = f"{_TYPE}officedocument.wordprocessingml"
    types = {
        "/docProps/core.xml": f"{_TYPE}package.core-properties+xml",
        "/word/document.xml": f"{word}.document.main+xml",
        **{f"/word/{name}.xml": f"{word}.{_kind(name)}+xml" for name in files},
    }
    lines = (f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in types.items())
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{_TYPE}package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{"".join(lines)}</Types>'
    ).encode()


def _relations(targets: Mapping[str, tuple[str, str]]) -> bytes:
    lines = (
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(lines)}</Relationships>'.encode()


def _properties(title: str) -> bytes:
    """The title alone: no author, no date, no advertisement."""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{text(title)}</dc:title></cp:coreProperties>'
    ).encode()


_SIGNS = (
    (b"\xd0\xcf\x11\xe0", "这是旧式的 .doc，或加了密码的文件", "用 Word 打开，去掉密码，另存为 .docx"),
    (b"{\\rtf", "这是 RTF 文件", "用 Word 打开，另存为 .docx"),
)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
"""What zipfile raises on a file that is damaged, encrypted or packed in a way it does not know."""


def opened(data: bytes, at: Place) -> zipfile.ZipFile:
    """The package; a `DraftError` where the bytes are none, or have an absurd number of parts."""
    for sign, message, cure in _SIGNS:
        if data.startswith(sign):
            raise stop(message, at, cure)
    try:
        package = zipfile.ZipFile(BytesIO(data))
    except _BROKEN as error:
        raise _no_word_file(at) from error
    if len(package.infolist()) > MOST_MEMBERS:
        raise stop("文件里的部件多得不像 Word 文件", at, "用 Word 打开，另存为新的 .docx")
    return package


def _no_word_file(at: Place) -> DraftError:
    return stop("不是 Word 文件，或文件已经损坏", at, "用 Word 打开看看，另存为 .docx")


def content(package: zipfile.ZipFile, name: str, at: Place) -> bytes:
    """A part of the package, b"" where it has none; a `DraftError` where it swells beyond the limits."""
    try:
        member = package.getinfo(name)
    except KeyError:
        return b""
    limit = min(LARGEST_PART, max(1 << 20, member.compress_size * DENSEST))
    try:
        with package.open(member) as file:
            content = file.read(limit + 1)
    except _BROKEN as error:
        raise _no_word_file(at) from error
    if len(content) > limit:
        raise stop("Word 文件展开后大得不正常，没有读它", at, "用 Word 打开，另存为新的 .docx")
    return content
