"""Where indexes are kept: in a folder of the caller's, as long as the bank does not change."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from hashlib import blake2b
from pathlib import Path
from tempfile import mkstemp

from drafter.bank.index import FORM, Index, build
from drafter.bank.model import Bank
from drafter.bank.store import documents, entries, entries_of, stamp


def index_of(folder: Path, cache: Path | None) -> Index:
    """The index of the bank in `folder`: out of the folder `cache`, or in memory where none can be kept."""
    signs = f"{FORM} {stamp(folder)}"
    return (_kept(folder, cache, signs) if cache else None) or _in_memory(folder)


def index_in_memory(bank: Bank) -> Index:
    """The index of a bank that lies in no folder."""
    connection = sqlite3.connect(":memory:")
    build(connection, bank.documents.values(), entries_of(bank))
    return Index(connection)


def _in_memory(folder: Path) -> Index:
    connection = sqlite3.connect(":memory:")
    build(connection, documents(folder), entries(folder))
    return Index(connection)


def _kept(folder: Path, cache: Path, signs: str) -> Index | None:
    """The index in `cache`, made anew unless it bears these signs; None where it cannot be kept."""
    name = blake2b(str(folder.resolve()).encode(), digest_size=8).hexdigest()
    path = cache.resolve() / f"{name}.sqlite"
    with suppress(sqlite3.Error):
        return _opened(path, signs)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _make(path, folder, signs)
        return _opened(path, signs)
    except (OSError, sqlite3.Error):
        return None


def _opened(path: Path, signs: str) -> Index:
    """The index at `path`; a `sqlite3.Error` where there is none, or none with these signs."""
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        if connection.execute("select signs from about").fetchone() == (signs,):
            return Index(connection)
        raise sqlite3.DatabaseError("out of date")
    except sqlite3.Error:
        connection.close()
        raise


def _make(path: Path, folder: Path, signs: str) -> None:
    """Build the index beside its place, and put it there whole."""
    handle, name = mkstemp(dir=path.parent, prefix=".draft-")
    os.close(handle)
    try:
        with closing(sqlite3.connect(name)) as connection:
            connection.executescript("pragma journal_mode=off; pragma synchronous=off;")
            build(connection, documents(folder), entries(folder), signs)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)
