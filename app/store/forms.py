"""Published form definitions as rows. Few (a version a month at most), so all of them are read."""

from app.models.ids import derived_id
from app.store.journal import Rows, Tx


def published(rows: Rows) -> list[tuple[str, int, str]]:
    """Return (form, version, text) of every published definition, in the order of publication."""
    found = rows.all("SELECT form, number, content FROM form_version ORDER BY at, id")
    return [(str(form), int(number), str(content)) for form, number, content in found]


def publish(tx: Tx, form: str, version: int, text: str) -> bytes:
    """Write one version and return its row id, which is the same at every station that publishes the same text."""
    row = derived_id("form_version", f"{form}@{version}:{text}")
    tx.put("form_version", row, {"form": form, "number": version, "content": text, "at": tx.writer.now.isoformat()})
    return row
