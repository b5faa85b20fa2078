"""Whether the parts of a Word file keep to the schema of ECMA-376, read as Word reads them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

from lxml import etree
from lxml.etree import _Element

from tests.shared import SHARED

SCHEMA = SHARED / "xsd" / "wml.xsd"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_PARTS = re.compile(r"word/(document|styles|settings|fontTable|numbering|comments|(header|footer)\d*)\.xml")


@cache
def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(SCHEMA)))


def errors(data: bytes) -> Iterator[str]:
    """What the schema objects to, part by part."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        for name in filter(_PARTS.fullmatch, package.namelist()):
            root = _compatible(etree.fromstring(package.read(name)))
            _schema().validate(root)
            log = _schema().error_log
            yield from (f"{name}:{error.line} {error.message}" for error in log)  # type: ignore[attr-defined]


def faults(path: str) -> list[str]:
    """What the schema objects to in a file; nothing where the schema is not at hand."""
    return list(errors(Path(path).read_bytes())) if SCHEMA.exists() else []


def _compatible(root: _Element) -> _Element:
    """The part without what it declares to be ignorable."""
    prefixes = (root.get(f"{{{_MC}}}Ignorable") or "").split()
    ignorable = {root.nsmap[prefix] for prefix in prefixes if prefix in root.nsmap} | {_MC}
    for element in list(root.iter(etree.Element)):
        for name in [str(n) for n in element.attrib if etree.QName(str(n)).namespace in ignorable]:
            del element.attrib[name]
        parent = element.getparent()
        if parent is not None and etree.QName(element).namespace in ignorable:
            parent.remove(element)
    return root
