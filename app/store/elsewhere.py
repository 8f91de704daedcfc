"""Rows of other centers: records that this station keeps and hands on without showing what they say.

An inquiry that goes to another center is a fresh row there, in its scope; what comes of it is told in ours. Who wrote
such a record holds it in its own chain. Which rows those are stands in one table, which every projection leaves out.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from app.models.access import SCOPE
from app.models.journal import Value
from app.models.sync import OWN_CENTER
from app.store.journal import Rows, Tx
from app.store.sync import login

_PROGRAM = "program"
#: Beside each row stands the inquiry or the caller of that center that it is about.
_MARK = """INSERT OR IGNORE INTO elsewhere(row_id, entity, about) SELECT row_id, entity, CASE entity
        WHEN 'inquiry_event' THEN unhex(payload ->> '$.f.inquiry')
        WHEN 'caller_phone' THEN unhex(payload ->> '$.f.caller') ELSE row_id END
    FROM journal WHERE id BETWEEN ? AND ? AND payload IS NOT NULL
        AND scope NOT IN (?, ?, ?, ?) AND scope NOT IN (SELECT scope FROM vec)"""


def mark(tx: Tx, first: int, last: int) -> None:
    """Note which rows of this stretch of the journal belong to centers that this station does not read."""
    known = login(tx)
    own = (OWN_CENTER, _PROGRAM, SCOPE, known.center if known else OWN_CENTER)
    tx.connection.execute(_MARK, (first, last, *own))


def send(tx: Tx, center: str, entity: str, values: Mapping[str, Value], row: bytes) -> None:
    """Write the first record of a row in another center's scope; it is shown here where that scope is read, too."""
    former = tx.writer.scope
    tx.write_in(center)
    if tx.one("SELECT 1 FROM vec WHERE scope=? LIMIT 1", center):
        tx.add(entity, values, row)
    else:
        record = tx.keep(entity, values, row)
        mark(tx, record, record)
    tx.write_in(former)


def sent_about(rows: Rows, about: Sequence[bytes]) -> list[tuple[str, bytes]]:
    """Return (entity, row) of what was written here about these inquiries and callers of another center."""
    places = ",".join("?" * len(about))
    found: list[tuple[Any, ...]] = rows.all(f"SELECT entity, row_id FROM elsewhere WHERE about IN ({places})", *about)
    return [(row[0], bytes(row[1])) for row in found]


def introduce(tx: Tx, center: str, row: bytes) -> bool:
    """Tell every center of ours, once; say whether it was told just now."""
    if tx.one("SELECT 1 FROM known_center WHERE id=?", row):
        return False
    former = tx.writer.scope
    tx.write_in(_PROGRAM)
    tx.add("known_center", {"name": center}, row)
    tx.write_in(former)
    return True


def centers(rows: Rows) -> list[str]:
    """Return every center that has been told of, in the order of their names."""
    return [
        str(row[0])
        for row in rows.all(
            "SELECT DISTINCT name FROM known_center /* whole: as many as there are centers */ ORDER BY name"
        )
    ]
