"""Rosters in the store."""

import json

from app.models.rosters import Roster, roster_of
from app.store.journal import Rows


def latest(rows: Rows, center: str) -> Roster | None:
    """Return a center's newest roster, or None where none has come."""
    row = rows.one("SELECT day, people FROM roster WHERE of_center=? ORDER BY day DESC LIMIT 1", center)
    return roster_of(str(row[0]), map(bytes.fromhex, json.loads(row[1]))) if row else None
