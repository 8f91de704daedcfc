"""Documents that people are editing, as facts of this station, which are never synced."""

import json
from datetime import datetime

from app.store.journal import Rows, Tx

_NAME = "report_draft/"
#: Drafts that are kept at a station; the oldest go first.
_MOST = 40


def read(rows: Rows, key: str) -> tuple[datetime, str] | None:
    """Return when a draft was written last, and its HTML; None where there is none."""
    row = rows.one("SELECT v FROM meta WHERE k = ?", _NAME + key)
    if row is None:
        return None
    told: dict[str, str] = json.loads(row[0])
    return datetime.fromisoformat(told["at"]), told["html"]


def write(tx: Tx, key: str, at: datetime, html: str) -> None:
    """Keep a draft; of too many the oldest are forgotten."""
    text = json.dumps({"at": at.isoformat(), "html": html}, ensure_ascii=False)
    tx.connection.execute("INSERT OR REPLACE INTO meta(k, v) VALUES(?, ?)", (_NAME + key, text))
    kept = tx.all("SELECT k, json_extract(v, '$.at') FROM meta WHERE k LIKE ?", f"{_NAME}%")
    for name, _ in sorted(kept, key=_written_at)[:-_MOST]:
        tx.connection.execute("DELETE FROM meta WHERE k = ?", (name,))


def _written_at(row: tuple[str, str]) -> str:
    return row[1]


def drop(tx: Tx, key: str) -> None:
    """Forget a draft."""
    tx.connection.execute("DELETE FROM meta WHERE k = ?", (_NAME + key,))
