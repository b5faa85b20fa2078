"""The zip around a Word file: packed the same way every time, unpacked within limits."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

_DAY = (1980, 1, 1, 0, 0, 0)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The parts as one file, without a date of its own."""
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w") as package:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name, _DAY)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            package.writestr(member, content)
    return whole.getvalue()
