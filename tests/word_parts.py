"""Word files made by hand, part by part, as other programs and ill-wishers make them."""

from __future__ import annotations

import zipfile
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{_RELATION}" Target="word/document.xml"/></Relationships>'
)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return whole.getvalue()


def document(body: str, **parts: str) -> bytes:
    """A Word file with this body (w:p …); `numbering`, `styles`, `comments` are other parts' contents."""
    files: dict[str, str | bytes] = {
        "_rels/.rels": _RELATIONS,
        "word/document.xml": _root("document", f"<w:body>{body}</w:body>"),
    }
    return zipped(files | {f"word/{name}.xml": _root(name, inside) for name, inside in parts.items()})


def _root(name: str, inside: str) -> str:
    spaces = (
        f'xmlns:w="{W}" xmlns:v="urn:schemas-microsoft-com:vml"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    )
    return f"<w:{name} {spaces}>{inside}</w:{name}>"


def p(words: str, marks: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{marks}</w:pPr>{r(words)}</w:p>"


def r(words: str, marks: str = "") -> str:
    return f'<w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'
