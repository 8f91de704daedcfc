"""Many deletions in one transaction: the same records and projections as ``Tx.put`` makes, written many at a time."""

from collections.abc import Sequence

from app.models.changes import Touched
from app.models.journal import KNOWN, Record, Value
from app.store import fresh
from app.store.journal import LEFT, NEW_RECORD, Tx, record_of

#: Rows of which the records are read, and written, together.
_PART = 500


def delete_many(tx: Tx, entity: str, row_ids: Sequence[bytes], at: str) -> None:
    """Delete rows that are there and stand, each once; ``at`` is an ISO time. The search index follows at once.

    Of the rows only some are told in the transaction's changes, which says that there are more.
    """
    for start in range(0, len(row_ids), _PART):
        _delete(tx, entity, row_ids[start : start + _PART], {"deleted_at": at})
    if entity == "inquiry":
        fresh.settle(tx.connection)


def _delete(tx: Tx, entity: str, row_ids: Sequence[bytes], gone: dict[str, Value]) -> None:
    records: list[tuple[object, ...]] = []
    quick: list[tuple[Value, bytes]] = []
    for row_id, said in _said(tx, row_ids).items():
        if len(said) > 1:
            continue
        # One record speaks of it: nothing can disagree, and a deletion states that it knows this one.
        base = {KNOWN: [said[0].uid.hex()]} if said[0].values else {}
        uid, columns = tx.chain.seal(entity, row_id, gone, base, max(tx.writer.now_ms << 16, 1 + said[0].hlc))
        records.append(columns)
        if not quick:
            tx.note(Touched(entity, row_id, uid, False, {"deleted_at": None}), more=True)
        quick.append((gone["deleted_at"], row_id))
    tx.connection.executemany(NEW_RECORD, records)
    tx.connection.executemany(f"UPDATE {entity} SET deleted_at=? WHERE id=?", quick)
    written = {row_id for _, row_id in quick}
    for row_id in row_ids:
        if row_id not in written:
            tx.put(entity, row_id, gone)


def _said(tx: Tx, row_ids: Sequence[bytes]) -> dict[bytes, list[Record]]:
    """Return the records of each of these rows, in the order of the rows."""
    found: dict[bytes, list[Record]] = {row_id: [] for row_id in row_ids}
    places = ",".join("?" * len(row_ids))
    sql = f"SELECT row_id, uid, hlc, {LEFT}, entity, sv FROM journal WHERE row_id IN ({places}) ORDER BY id"
    for row_id, uid, hlc, payload, entity, sv in tx.all(sql, *row_ids):
        found[bytes(row_id)].append(record_of(uid, hlc, payload, entity, sv))
    return found
