"""Source documents of scripts as rows, and which versions name one."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from app.models.ids import derived_id
from app.models.journal import Value
from app.models.script_documents import Document
from app.store.journal import Rows, Tx

_SQL = """SELECT d.sha256, d.name, d.size, d.at, (SELECT display FROM person p WHERE p.id = d."by")
    FROM script_document d"""


def _id(sha256: str) -> bytes:
    """The row id of a content: the same on every station, so that it stands there once."""
    return derived_id("script_document", sha256)


def write(tx: Tx, document: Document, *, by: bytes) -> None:
    """Note a document; one with this content that is there already stays as it is."""
    if find(tx, document.sha256) is not None:
        return
    values: dict[str, Value] = {
        "sha256": document.sha256,
        "name": document.name,
        "size": document.size,
        "at": document.at.isoformat(),
        "by": by.hex(),
    }
    tx.add("script_document", values, _id(document.sha256))


def find(rows: Rows, sha256: str) -> Document | None:
    """Return the document with this content, None without one."""
    row = rows.one(f"{_SQL} WHERE d.id=?", _id(sha256))
    return _document(row) if row else None


def all_documents(rows: Rows) -> list[Document]:
    """Return every document, the oldest first."""
    return [_document(row) for row in rows.all(f"/* whole: a check looks at every document */ {_SQL} ORDER BY d.at")]


def named(rows: Rows) -> Iterator[tuple[str, int, str]]:
    """Give (key, version, sha256) for each source of each version of a script that is not deleted."""
    sql = """/* whole: a check looks at every version */ SELECT v.key, v.number, v.content FROM script_version v
        JOIN script s ON s.id = v.script AND s.deleted_at IS NULL ORDER BY v.key, v.number"""
    for key, number, content in rows.each(sql):
        said: dict[str, Any] = json.loads(content)
        for source in said["head"].get("sources", ()):
            if source.get("sha256"):
                yield str(key), int(number), str(source["sha256"])


def _document(row: tuple[Any, ...]) -> Document:
    return Document(row[0], row[1] or "", int(row[2] or 0), datetime.fromisoformat(row[3]), row[4] or "")
