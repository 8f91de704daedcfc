"""Rows of other centers: records that this station keeps and hands on without showing what they say.

An inquiry that goes to another center is a fresh row there, in its scope; what comes of it is told in ours. Who wrote
such a record holds it in its own chain. Which rows those are follows from their scopes: they stand in one table, which
every projection leaves out, until something is said of them in a scope that is shown here.

A bundle may also bring a read log: who carries it to the hub does not read it. It stands in the same table, and as its
scope is our own one's too, nothing but that table says whose it is.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from app.models.access import SCOPE
from app.models.journal import Value
from app.models.sync import OWN_CENTER, PROGRAM
from app.store.journal import LEFT, Rows, Tx
from app.store.sync import login

#: Beside each row stands the inquiry or the caller of that center that it is about, as far as that is known.
_MARK = f"""INSERT INTO elsewhere(row_id, entity, about, scope) SELECT row_id, entity, coalesce(CASE entity
        WHEN 'inquiry_event' THEN unhex({LEFT} ->> '$.f.inquiry')
        WHEN 'caller_phone' THEN unhex({LEFT} ->> '$.f.caller') END, row_id), scope
    FROM journal WHERE id BETWEEN ? AND ? AND scope NOT IN ({{places}}) AND NOT EXISTS (
        SELECT 1 FROM journal o WHERE o.row_id = journal.row_id AND o.scope IN ({{places}})) ORDER BY id
    ON CONFLICT(row_id) DO UPDATE SET about = excluded.about WHERE about = row_id"""
_MARK_LOG = """INSERT OR IGNORE INTO elsewhere(row_id, entity, about, scope) SELECT row_id, entity, row_id, scope
    FROM journal WHERE id BETWEEN ? AND ? AND scope = ? AND origin <> (SELECT v FROM meta WHERE k = 'origin')"""
_OWN = """DELETE FROM elsewhere WHERE row_id IN (
    SELECT row_id FROM journal WHERE id BETWEEN ? AND ? AND scope IN ({places}))"""


def _scopes(rows: Rows) -> tuple[str, ...]:
    """Return which scopes are shown at this station: its own, what is for all, and its read log."""
    known = login(rows)
    return (OWN_CENTER, PROGRAM, SCOPE, *([known.center] if known else []))


def mark(tx: Tx, first: int, last: int) -> None:
    """Note which rows of this stretch of the journal belong to centers that this station does not read."""
    own = _scopes(tx)
    tx.connection.execute(_MARK.format(places=",".join("?" * len(own))), (first, last, *own, *own))


def mark_log(tx: Tx, first: int, last: int) -> None:
    """Note which rows of this stretch, that a bundle brought, are of another station's read log."""
    tx.connection.execute(_MARK_LOG, (first, last, SCOPE))


def own(tx: Tx, first: int, last: int) -> None:
    """Show what this stretch of the journal says of rows that were another center's so far, and are ours by it."""
    if tx.one("SELECT 1 FROM elsewhere LIMIT 1 /* whole: the first */"):
        scopes = [one for one in _scopes(tx) if one != SCOPE]
        tx.connection.execute(_OWN.format(places=",".join("?" * len(scopes))), (first, last, *scopes))


def derive(tx: Tx) -> None:
    """Find out anew, from the whole journal, which rows are another center's; read logs stay as they were marked."""
    tx.connection.execute("DELETE FROM elsewhere WHERE scope <> ? /* whole: made anew */", (SCOPE,))
    last = tx.one("SELECT max(id) FROM journal")
    mark(tx, 1, int(last[0] or 0) if last else 0)


def send(tx: Tx, center: str, entity: str, values: Mapping[str, Value], row: bytes) -> None:
    """Write the first record of a row in a center's scope; it is shown here where that is our own."""
    former = tx.writer.scope
    tx.write_in(center)
    if center in _scopes(tx):
        tx.add(entity, values, row)
    else:
        record = tx.keep(entity, values, row)
        mark(tx, record, record)
    tx.write_in(former)


def centers_sent_to(rows: Rows) -> list[str]:
    """Return every center of which rows stand here unseen."""
    sql = "SELECT DISTINCT scope FROM elsewhere WHERE scope <> ? /* whole: an index of as many as were sent */"
    return [str(row[0]) for row in rows.all(sql, SCOPE)]


def about_between(rows: Rows, first: int, last: int) -> set[bytes]:
    """Return what the unseen rows of this stretch of the journal are about."""
    sql = """SELECT e.about FROM journal j JOIN elsewhere e ON e.row_id = j.row_id WHERE j.id BETWEEN ? AND ?"""
    return {bytes(row[0]) for row in rows.all(sql, first, last)}


def is_written(rows: Rows, row: bytes) -> bool:
    """Say whether this station holds a record of a row, whosever it is."""
    return rows.one("SELECT 1 FROM journal WHERE row_id=? LIMIT 1", row) is not None


def sent_about(rows: Rows, about: Sequence[bytes]) -> list[tuple[str, bytes]]:
    """Return (entity, row) of what was written here about these inquiries and callers of another center."""
    places = ",".join("?" * len(about))
    found: list[tuple[Any, ...]] = rows.all(f"SELECT entity, row_id FROM elsewhere WHERE about IN ({places})", *about)
    return [(row[0], bytes(row[1])) for row in found]


def went_to(rows: Rows, inquiry: bytes) -> tuple[str, ...]:
    """Return every center to which an inquiry went, several where stations sent it on unseen by each other."""
    row = rows.one("SELECT moved_to FROM inquiry WHERE id=?", inquiry)
    centers = {center for _, center in moves(rows, inquiry)}
    return tuple(sorted(centers)) or ((row[0],) if row and row[0] else ())


def moves(rows: Rows, inquiry: bytes) -> list[tuple[str, str]]:
    """Return the rival records (uid as hex) that say where an inquiry went, and their centers; none without rivals."""
    row = rows.one("SELECT conflicts -> '$.moved_to' FROM inquiry WHERE id=?", inquiry)
    heads: list[tuple[str, str | None]] = json.loads(row[0]) if row and row[0] else []
    return [(uid, center) for uid, center in heads if center]


def ever_sent_to(rows: Rows, inquiry: bytes) -> tuple[str, ...]:
    """Return every center to which an inquiry ever went, those too of which it was decided that another works on it."""
    sql = f"SELECT DISTINCT {LEFT} ->> '$.f.moved_to' FROM journal WHERE row_id=? AND entity = 'inquiry'"
    return tuple(sorted(str(row[0]) for row in rows.all(sql, inquiry) if row[0]))


def crossed_of(rows: Rows, cards: Sequence[bytes]) -> list[bytes]:
    """Return the inquiries of these cards that went to another center or came from one."""
    places = ",".join("?" * len(cards))
    sql = f"SELECT id FROM inquiry WHERE caller IN ({places}) AND coalesce(moved_to, came_from) IS NOT NULL"
    return [bytes(row[0]) for row in rows.all(sql, *cards)]


def introduce(tx: Tx, center: str, row: bytes) -> bool:
    """Tell every center of ours, once; say whether it was told just now."""
    if tx.one("SELECT 1 FROM known_center WHERE id=?", row):
        return False
    former = tx.writer.scope
    tx.write_in(PROGRAM)
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
