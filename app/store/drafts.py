"""Drafts: what is being typed, kept in a local table beside the journal and never synced."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.store.journal import Rows, Tx


@dataclass(frozen=True)
class Draft:
    """One draft: of which form, of which row, what it holds, and when it was saved."""

    form: str
    row_id: bytes
    body: dict[str, Any]
    saved_at: datetime


def save(tx: Tx, form: str, row_id: bytes, body: dict[str, Any]) -> None:
    """Keep a draft, in place of its former self."""
    tx.connection.execute(
        "INSERT OR REPLACE INTO draft(form, row_id, body, saved_at) VALUES(?,?,?,?)",
        # In ASCII: a pasted half of a character is no UTF-8, and would keep the whole draft from being saved.
        (form, row_id, json.dumps(body), tx.writer.now.isoformat()),
    )


def discard(tx: Tx, form: str, row_id: bytes) -> None:
    """Throw a draft away."""
    tx.connection.execute("DELETE FROM draft WHERE form=? AND row_id=?", (form, row_id))


def kept(rows: Rows, form: str) -> list[Draft]:
    """Return every draft of a form, the oldest first (row ids are time-ordered)."""
    sql = "SELECT form, row_id, body, saved_at FROM draft WHERE form=? ORDER BY row_id"
    return [
        Draft(row[0], bytes(row[1]), json.loads(row[2]), datetime.fromisoformat(row[3])) for row in rows.all(sql, form)
    ]
