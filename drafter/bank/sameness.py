"""When two phrases are one, and when two documents are."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from zlib import crc32

from drafter.bank.model import Document
from drafter.chinese import han

_MARKS = re.compile(r"[^\w…]|_")
_SHINGLE = 5
_BUCKETS = 32
_ALIKE = 20
"""Equal buckets, of 32, that make two documents one: some 60 % of their wording."""


def key(text: str) -> str:
    """What is left of a phrase when marks, a 的 within and 将 for 把 make no difference."""
    bare = _MARKS.sub("", text) or text
    short = bare[:1] + bare[1:-1].replace("的", "") + bare[1:][-1:]
    return f"把{short[1:]}" if short.startswith("将") else short


def fingerprint(text: str) -> str:
    """The exact text in 12 signs, then a sketch of its wording in 64 that a small change leaves alike."""
    return f"{blake2b(text.encode(), digest_size=6).hexdigest()}.{_sketch(han(text))}"


def _sketch(text: str) -> str:
    """The smallest hash in each bucket of the text's shingles (one-permutation min-hashing)."""
    data = text.encode("utf-16-le")
    width = 2 * _SHINGLE
    least: dict[int, int] = {}
    for number in sorted({crc32(data[i : i + width]) for i in range(0, len(data) - width + 2, 2)}):
        rest, bucket = divmod(number, _BUCKETS)
        least.setdefault(bucket, rest)
        if len(least) == _BUCKETS:
            break
    return "".join(_two_signs(least[b]) if b in least else ".." for b in range(_BUCKETS))


def _two_signs(number: int) -> str:
    return b64encode((number & 0xFFF).to_bytes(3, "big"), b"-_")[2:].decode()


def exact(document: Document) -> str:
    """The part of the fingerprint that only the very same text has."""
    return document.fingerprint.partition(".")[0]


def alike(one: Document, other: Document) -> bool:
    """Whether one is a copy of the other, give or take a few sentences."""
    pairs = zip(_pieces(one, 2), _pieces(other, 2), strict=True)
    return sum(a == b != ".." for a, b in pairs) >= _ALIKE


def _pieces(document: Document, width: int) -> Iterator[str]:
    sketch = document.fingerprint.partition(".")[2].ljust(2 * _BUCKETS, ".")
    return (sketch[i : i + width] for i in range(0, 2 * _BUCKETS, width))


def families(documents: Iterable[Document]) -> dict[str, str]:
    """For each document that has a near copy, by its exact sign: the first sign of its family."""
    heads: dict[str, str] = {}
    for together in _neighbours(documents):
        _acquaint(together, heads)
    return {sign: _head(sign, heads) for sign in {*heads, *heads.values()}}


def _acquaint(together: Sequence[Document], heads: dict[str, str]) -> None:
    """Make one family of those that are alike; within a family nobody is compared again."""
    groups: dict[str, list[Document]] = {}
    for document in together:
        sign = exact(document)
        family = [*groups.pop(_head(sign, heads), ()), document]
        for head, members in [*groups.items()]:
            if any(alike(document, member) for member in members):
                first, second = sorted((head, _head(sign, heads)))
                heads[second] = first
                family += groups.pop(head)
        groups[_head(sign, heads)] = family


def _head(sign: str, heads: Mapping[str, str]) -> str:
    while sign in heads:
        sign = heads[sign]
    return sign


def _neighbours(documents: Iterable[Document]) -> Iterable[Sequence[Document]]:
    """Documents that agree in two buckets side by side: all that can be alike, and few others."""
    shelves: defaultdict[tuple[int, str], list[Document]] = defaultdict(list)
    for document in documents:
        for place, piece in enumerate(_pieces(document, 4)):
            if ".." not in piece:
                shelves[place, piece].append(document)
    return shelves.values()
