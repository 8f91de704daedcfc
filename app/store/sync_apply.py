"""Taking records of others in: into the journal, and the rows that they make into their projections.

A record that is here already changes nothing. A record of an entity or a field that this program does not know is kept
and handed on, and shown after an upgrade. A row that cannot be made is put aside and the sync goes on.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.models.changes import Touched
from app.models.entities import ENTITIES
from app.models.sync import COLUMNS, Wire
from app.store import elsewhere, journal_rows, projections, redactions
from app.store.journal import Rows, Tx
from app.store.rebuild import project_stretch, records_of_many, state_of
from app.store.sqlcipher import Error

_INSERT = f"INSERT OR IGNORE INTO journal({', '.join(COLUMNS)}) VALUES({', '.join('?' * len(COLUMNS))})"
_BAD_ROW = (ValueError, TypeError, KeyError, AttributeError, OverflowError, Error)


@dataclass(frozen=True)
class Taken:
    """What came of a chunk: new records, rows that were put aside, and every row that may show something new."""

    new: int
    quarantined: int
    touched: tuple[Touched, ...]


def take(tx: Tx, rows: Sequence[Wire], *, mixed: bool = False) -> Taken:
    """Write records into the journal and their rows into the projections.

    ``mixed``: they are not of a scope that we asked for, so some may be of other centers, or of another
    station's read log; those are kept unseen.
    """
    if not rows:
        return Taken(0, 0, ())
    before = _end(tx)
    tx.connection.executemany(_INSERT, rows)
    last = _end(tx)
    if last == before:
        return Taken(0, 0, ())
    if mixed:
        elsewhere.mark(tx, before + 1, last)
        elsewhere.mark_log(tx, before + 1, last)
    elsewhere.own(tx, before + 1, last)
    found = tx.all(
        f"SELECT DISTINCT entity, row_id, uid FROM journal WHERE id BETWEEN ? AND ? AND {journal_rows.OURS}",
        before + 1,
        last,
    )
    redacted = redactions.take(tx, before + 1, last)
    quarantined = _project(tx, before + 1, last)
    redactions.follow_sent(tx, (record for entity, record in redacted if entity == "inquiry"))
    if mixed:
        redactions.follow_late(tx, before + 1, last)
    tx.count(last - before)
    touched = [Touched(entity, row_id, uid, True, {}) for entity, row_id, uid in found if entity in ENTITIES]
    touched += [Touched(entity, row_id, b"", False, {}) for entity, row_id in redacted if entity in ENTITIES]
    for one in touched:
        tx.note(one, more=mixed)  # what others wrote is not to be taken back by whoever takes their bundle in
    return Taken(last - before, quarantined, tuple(touched))


def _end(tx: Tx) -> int:
    return int(tx.connection.execute("SELECT coalesce(max(id), 0) FROM journal").fetchone()[0])


def _project(tx: Tx, first: int, last: int) -> int:
    """Project the whole stretch at once; where a row of it cannot be made, row by row, putting that one aside."""
    journal_rows.note_said_again_between(tx, first, last)
    tx.connection.execute("SAVEPOINT stretch")
    try:
        project_stretch(tx, first, last)
    except _BAD_ROW:
        tx.connection.execute("ROLLBACK TO stretch")
        return _one_by_one(tx, first, last)
    finally:
        tx.connection.execute("RELEASE stretch")
    return 0


def _one_by_one(tx: Tx, first: int, last: int) -> int:
    aside = 0
    sql = f"""SELECT row_id, min(entity) FROM journal WHERE id BETWEEN ? AND ? AND {journal_rows.OURS}
        GROUP BY row_id ORDER BY min(id)"""
    for row_id, entity in tx.all(sql, first, last):
        if entity in ENTITIES:
            aside += not project_again(tx, entity, row_id)
    return aside


def project_again(tx: Tx, entity: str, row_id: bytes) -> bool:
    """Make one row from all its records; False where that fails, and the row is put aside with the reason."""
    tx.connection.execute("SAVEPOINT one_row")
    try:
        values, conflicts = state_of(entity, records_of_many(tx, [row_id])[row_id])
        projections.project(tx.connection, entity, row_id, values, conflicts)
    except _BAD_ROW as error:
        tx.connection.execute("ROLLBACK TO one_row")
        tx.connection.execute(
            "INSERT OR REPLACE INTO quarantine(row_id, error, since) VALUES(?, ?, ?)",
            (row_id, f"{entity}: {type(error).__name__}", tx.writer.now.isoformat()),
        )
        return False
    finally:
        tx.connection.execute("RELEASE one_row")
    tx.connection.execute("DELETE FROM quarantine WHERE row_id=?", (row_id,))
    return True


def put_aside(rows: Rows, most: int) -> tuple[int, list[tuple[str, str, str]]]:
    """Return how many rows are put aside, and the oldest: kind and what happened, id in hex, since when (ISO)."""
    count = rows.all("SELECT count(*) FROM quarantine /* whole: seldom any row */")[0][0]
    found = rows.all("SELECT error, lower(hex(row_id)), since FROM quarantine ORDER BY since LIMIT ?", most)
    return int(count), [(str(error), str(row_id), str(since)) for error, row_id, since in found]
