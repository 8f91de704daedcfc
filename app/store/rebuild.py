"""Proof of health: rebuild every projection from the journal, compare, and check the chain record by record."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from app.models.entities import ENTITIES
from app.models.journal import Record, Sealed, Value, chain_hash, fold
from app.store import elsewhere, figures, fresh, journal_rows, projections, search
from app.store.journal import LEFT, Rows, Tx, record_of
from app.store.sqlcipher import Connection, roomy

_BATCH = 4000
_PARAMETERS = 500

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class ChainReport:
    """What checking the chain found. ``broken_at`` names the first records (origin hex, seq) that do not verify."""

    records: int
    broken_at: tuple[tuple[str, int], ...]

    @property
    def sound(self) -> bool:
        """Say whether every record is as it was written."""
        return not self.broken_at


def check_chain(rows: Rows, progress: Progress | None = None) -> ChainReport:
    """Recompute every hash of the journal, each origin along its own chain; a redacted payload keeps its hash.

    Of others' chains a station may hold parts only (other scopes, records that came another way, a hub that went back):
    where one does not go on, the record is compared with its payload's hash alone. The hub checks every chain whole.
    """
    total = _count(rows.connection)
    sql = """SELECT origin, seq, uid, hlc, at, actor, scope, entity, row_id, sv, payload, payload_hash, hash
        FROM journal /* whole: the proof reads every record */ ORDER BY id"""
    own = rows.one("SELECT v FROM meta WHERE k = 'origin'")
    ends: dict[bytes, tuple[int, bytes]] = {}
    broken: list[tuple[str, int]] = []
    done = 0
    for row in rows.each(sql):
        origin, seq = bytes(row[0]), int(row[1])
        last, previous = ends.get(origin, (0, b""))
        ours = own is None or origin == own[0]
        linked = seq == last + 1 and _holds(previous, row)
        if not linked and (ours or not _payload_holds(row)):
            broken.append((origin.hex(), seq))
        ends[origin] = (seq, bytes(row[12]))
        done += 1
        if progress and done % 10_000 == 0:
            progress(done, total)
    return ChainReport(done, tuple(broken[:20]))


def _payload_holds(row: tuple[Any, ...]) -> bool:
    payload, payload_hash = row[10], row[11]
    return payload is None or hashlib.sha256(payload.encode("utf-8", "surrogatepass")).digest() == payload_hash


def _holds(previous: bytes, row: tuple[Any, ...]) -> bool:
    if not _payload_holds(row):
        return False
    origin, seq, uid, hlc, at, actor, scope, entity, row_id, sv, _, payload_hash, kept = row
    sealed = Sealed(origin, seq, uid, hlc, at, actor, scope, entity, row_id, sv, payload_hash)
    return chain_hash(previous, sealed) == kept


def _count(connection: Connection) -> int:
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM journal").fetchone()[0])


def _clear(tx: Tx) -> list[str]:
    """Throw every projection and the search index away; return what makes their indexes and guards again.

    A table is dropped and made anew from its own definition: a guarded table would be emptied row by row, and an index
    that is made when its table is full is sorted once instead of kept in order all along.
    """
    found = "SELECT type, sql FROM sqlite_master WHERE tbl_name=? AND sql IS NOT NULL ORDER BY type DESC"
    later: list[str] = []
    # What is dropped is written again at once: no page needs to be overwritten with zeros in between.
    tx.connection.execute("PRAGMA secure_delete = FAST").fetchall()
    for name in ENTITIES:
        made = tx.all(found, name)
        tx.connection.execute(f"DROP TABLE {name}")
        for kind, sql in made:
            if kind == "table":
                tx.connection.execute(sql)
            else:
                later.append(sql)
    search.clear(tx.connection)
    tx.connection.execute("PRAGMA secure_delete = ON").fetchall()
    return later


def rebuild(tx: Tx, progress: Progress | None = None, *, index: bool = True) -> int:
    """Rebuild every projection from the journal and return how many records were read.

    Records are taken in the order of arrival, so that inquiries of one second get their places as they first did.
    ``index`` False leaves the search index to ``reindex``.
    """
    with roomy(tx.connection):
        later = _clear(tx)
        elsewhere.derive(tx)
        total = _count(tx.connection)
        journal_rows.note_said_again(tx)
        for first in range(1, total + 1, _BATCH):
            last = min(first + _BATCH - 1, total)
            project_stretch(tx, first, last)
            if progress:
                progress(last, total)
        journal_rows.forget(tx)
        for statement in later:
            tx.connection.execute(statement)
        if index:
            reindex(tx)
        fresh.mark(tx.connection)
        figures.forget(tx)
    return total


def restore(tx: Tx, entity: str) -> bool:
    """Make one small projection anew and say whether it had said something else."""
    said = f"SELECT * FROM {entity} /* whole: a mend compares every row */ ORDER BY id"
    before = tx.all(said)
    sql = "SELECT DISTINCT row_id FROM journal WHERE entity = ? /* whole: a mend reads every record */"
    found = records_of_many(tx, [bytes(row_id) for (row_id,) in tx.all(sql, entity)])
    tx.connection.execute(f"DELETE FROM {entity}")
    rows = [(row_id, *state_of(entity, records)) for row_id, records in found.items()]
    projections.project_many(tx.connection, entity, rows)
    return tx.all(said) != before


def project_stretch(tx: Tx, first: int, last: int) -> None:
    """Project the rows that these records touch: most straight from their record, others from all their records."""
    for entity in journal_rows.entities_between(tx, first, last):
        if entity != "inquiry":
            journal_rows.write(tx, entity, first, last)
    again = journal_rows.said_again_between(tx, first, last)
    gathered = records_of_many(tx, [row_id for row_id, _ in again])
    states = {row_id: state_of(entity, gathered[row_id]) for row_id, entity in again}
    by_entity: dict[str, list[projections.State]] = {}
    for row_id, entity in again:
        by_entity.setdefault(entity, []).append((row_id, *states[row_id]))
    by_entity.pop("inquiry", None)
    for entity, rows in by_entity.items():
        projections.project_many(tx.connection, entity, rows)
    _project_inquiries(tx, journal_rows.inquiries_between(tx, first, last), states)


def _project_inquiries(
    tx: Tx, found: list[tuple[int, bytes, str, bool]], states: dict[bytes, tuple[dict[str, Value], str | None]]
) -> None:
    """Give each inquiry its place in the order of arrival; one that is there already is written over."""
    said_once: list[tuple[int, int]] = []
    folded: list[projections.Placed] = []
    known = projections.known_inquiries(tx.connection, [row_id for _, row_id, _, is_again in found if is_again])

    def write() -> None:
        journal_rows.write_inquiries(tx, said_once)
        projections.insert_placed(tx.connection, folded)
        said_once.clear()
        folded.clear()

    places = projections.Places(tx.connection, write)
    for record, row_id, opened_at, is_again in found:
        if not is_again:
            said_once.append((places.take(opened_at), record))
        elif row_id in known:
            projections.project(tx.connection, "inquiry", row_id, *states[row_id])
        else:
            position = places.take(str(states[row_id][0].get("opened_at") or ""))
            folded.append((position, row_id, *states[row_id]))
    write()


def state_of(entity: str, records: list[Record]) -> tuple[dict[str, Value], str | None]:
    """Return what a row's records make, and their conflicts as the column keeps them."""
    folded = fold(ENTITIES[entity], records)
    return folded.values, projections.conflicts_text(folded)


def records_of_many(tx: Tx, row_ids: list[bytes]) -> dict[bytes, list[Record]]:
    """Return every record of these rows, row by row."""
    found: dict[bytes, list[Record]] = {}
    for part in _parts(row_ids):
        places = ",".join("?" * len(part))
        sql = f"SELECT row_id, uid, hlc, {LEFT}, entity, sv FROM journal WHERE row_id IN ({places})"
        for row_id, *told in tx.all(sql, *part):
            found.setdefault(bytes(row_id), []).append(record_of(*told))
    return found


def _parts(row_ids: list[bytes]) -> Iterator[list[bytes]]:
    return (row_ids[start : start + _PARAMETERS] for start in range(0, len(row_ids), _PARAMETERS))


def reindex(tx: Tx, progress: Progress | None = None) -> int:
    """Fill the search index over inquiries anew from their projection and return how many there are."""
    search.clear(tx.connection)
    names = sorted(search.INDEXED)
    sql = f"SELECT position, {', '.join(names)} FROM inquiry WHERE position > ? ORDER BY position LIMIT ?"
    total = tx.one("SELECT count(*) FROM inquiry /* whole: for the progress bar */") or (0,)
    last, done = -1, 0
    while batch := tx.all(sql, last, _BATCH):
        last = batch[-1][0]
        rows = [(row[0], _plain(names, row[1:])) for row in batch]
        search.add_many(tx.connection, rows)
        done += len(batch)
        if progress:
            progress(done, int(total[0]))
    fresh.mark(tx.connection)
    return done


def _plain(names: list[str], row: tuple[Any, ...]) -> dict[str, Value]:
    return {name: value.hex() if isinstance(value, bytes) else value for name, value in zip(names, row, strict=True)}


def digest(rows: Rows) -> dict[str, str]:
    """Return a hash of each projection's rows, to compare before and after a rebuild.

    What services derive beside them (the clocks of an inquiry) is theirs to bring back.
    """
    found: dict[str, str] = {}
    for name, entity in ENTITIES.items():
        total = hashlib.sha256()
        places = ("position", "id") if name == "inquiry" else ("id",)
        names = ", ".join((*places, *(f'"{one.name}"' for one in entity.fields), "conflicts"))
        for row in rows.each(f"SELECT {names} FROM {name} /* whole: the proof compares every row */ ORDER BY id"):
            total.update(repr(row).encode())
        found[name] = total.hexdigest()
    return found
