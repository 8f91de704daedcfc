"""Taking payloads out of the journal for good, and what came of that from other stations."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime

from app.models.entities import ENTITIES
from app.models.journal import Value
from app.models.retention import KINDS, PARTS, Due, Part, Trace, skeleton
from app.models.transfers import caller_there, row_there
from app.models.upcasts import names_ever
from app.store import elsewhere, frames, projections, search
from app.store.callers import LINKED
from app.store.fresh import values_of
from app.store.journal import Rows, Tx
from app.store.rebuild import records_of_many, state_of

_STEP = 500


#: When a row was last written, as times are written: its id may be older than what is known of it.
_WRITTEN = """(SELECT strftime('%Y-%m-%dT%H:%M:%S', max(j.hlc >> 16) / 1000, 'unixepoch') || '+00:00'
    FROM journal j WHERE j.row_id = {row}.id)"""


def _where(part: Part) -> tuple[str, str]:
    """Return the rows of a part that are due before a time (?1), and that time of theirs."""
    told = " OR ".join(f't."{one}" IS NOT NULL' for one in part.fields)
    fresh = f"({told} OR NOT EXISTS (SELECT 1 FROM redacted r WHERE r.row_id = t.id))"
    joined, row = f"{part.entity} t", "t"
    for step, (field, entity) in enumerate(part.path):
        joined, row = f"{joined} JOIN {entity} o{step} ON o{step}.id = {row}.{field}", f"o{step}"
    if not part.traces:
        return f"{joined} WHERE {row}.{part.at} < ?1 AND {fresh}", f"{row}.{part.at}"
    rested = " AND ".join(_rests(one, row) for one in part.traces)
    written = _WRITTEN.format(row=row)
    return f"{joined} WHERE {fresh} AND {rested} AND {written} < ?1", _last(part.traces, row, written)


def _rests(trace: Trace, row: str) -> str:
    """Return the condition that nothing of a trace is open, or younger than ?1."""
    kept = [f"x.{trace.open_until} IS NULL"] if trace.open_until else []
    kept += [f"x.{trace.at} >= ?1"] if trace.at else []
    there = f" AND x.{trace.gone} IS NULL" if trace.gone else ""
    who = f"IN ({LINKED.format(f'{row}.id')} SELECT id FROM near)" if trace.whole_person else f"= {row}.id"
    named = f"SELECT 1 FROM {trace.entity} x WHERE x.{trace.field} {who} AND ({' OR '.join(kept)}){there}"
    return f"NOT EXISTS ({named})"


def _last(traces: tuple[Trace, ...], row: str, written: str) -> str:
    """Return when a row was last written or named."""
    named = (
        f"coalesce((SELECT max(x.{one.at}) FROM {one.entity} x WHERE x.{one.field} = {row}.id), '')"
        for one in traces
        if one.at
    )
    return f"max({', '.join((written, *named))})"


def due(rows: Rows, kind: str, before: str) -> Iterator[Due]:
    """Tell for each part of a kind how many rows are due before a time (ISO text), the oldest and the newest."""
    for part in KINDS[kind]:
        where, at = _where(part)
        # The limit keeps SQLite from reckoning each time once for the least and once for the greatest.
        found = f"SELECT {at} AS at FROM {where} /* whole: a preview counts every row that is due */ LIMIT -1"
        count, oldest, newest = rows.all(f"SELECT count(*), min(at), max(at) FROM ({found})", before)[0]
        if count:
            yield Due(kind, part.entity, count, datetime.fromisoformat(oldest), datetime.fromisoformat(newest))


def next_due(rows: Rows, part: Part, before: str, after: bytes) -> list[bytes]:
    """Return the next rows of a part that are due, in the order of their ids."""
    where, _ = _where(part)
    sql = f"SELECT t.id FROM {where} AND t.id > ?2 /* whole: retention reads every row that is due */ ORDER BY t.id"
    return [bytes(row[0]) for row in rows.all(f"{sql} LIMIT {_STEP}", before, after)]


def skeletons_of(rows: Rows, record: bytes, part: Part, *, whole_only: bool = False) -> dict[str, Value]:
    """Return uid → skeleton of every record of a row; one that is redacted already keeps its skeleton, emptied more.

    ``whole_only``: only of those that have their payload.
    """
    sql = f"""SELECT uid, coalesce(payload, (SELECT skeleton FROM redacted r WHERE r.uid = j.uid)) FROM journal j
        WHERE row_id=?{" AND payload IS NOT NULL" if whole_only else ""}"""
    personal = names_ever(part.entity, part.fields)
    return {bytes(uid).hex(): skeleton(text, personal) for uid, text in rows.all(sql, record) if text}


def apply(tx: Tx, entity: str, record: bytes, skeletons: dict[str, str]) -> None:
    """Take the payloads of these records out of the journal and make their row again from what is left."""
    left = [(bytes.fromhex(uid), record, text) for uid, text in skeletons.items()]
    tx.connection.executemany("INSERT OR REPLACE INTO redacted(uid, row_id, skeleton) VALUES(?, ?, ?)", left)
    gone = [(record, uid) for uid, _, _ in left]
    tx.connection.executemany("UPDATE journal SET payload = NULL WHERE row_id=? AND uid=?", gone)
    _project(tx, entity, record)
    if entity == "frame":
        frames.drop_unnamed(tx)


def follow_sent(tx: Tx, inquiries: Iterable[bytes]) -> None:
    """Take out what this station wrote for other centers about inquiries of ours that were redacted.

    No record says so: every station that hears of the redaction finds what it holds itself, restored ones too.
    """
    centers: list[str] | None = None
    for inquiry in inquiries:
        centers = elsewhere.centers_sent_to(tx) if centers is None else centers
        if centers:
            for entity, row in elsewhere.sent_about(tx, _told_about(tx, inquiry, centers)):
                left = skeletons_of(tx, row, PARTS[entity], whole_only=True)
                apply(tx, entity, row, {uid: str(text) for uid, text in left.items()})


def _told_about(tx: Tx, inquiry: bytes, centers: list[str]) -> list[bytes]:
    """Return as what an inquiry, and who asked, is known to centers to which it went, and to the one it came from."""
    row = tx.one("SELECT came_as FROM inquiry WHERE id=?", inquiry)
    found = [bytes(row[0])] if row and row[0] else []
    for center in centers:
        there = row_there(inquiry, center)
        found += [there, caller_there(there)]
    return found


def follow_late(tx: Tx, first: int, last: int) -> None:
    """Take out what a bundle brought of other centers' rows, where our own inquiry was redacted before."""
    about = elsewhere.about_between(tx, first, last)
    if not about:
        return
    sql = "SELECT DISTINCT r.row_id FROM redacted r JOIN inquiry i ON i.id = r.row_id /* whole: bundles are rare */"
    centers = elsewhere.centers_sent_to(tx)
    gone = [bytes(row[0]) for row in tx.all(sql)]
    follow_sent(tx, [one for one in gone if not about.isdisjoint(_told_about(tx, one, centers))])


def _project(tx: Tx, entity: str, record: bytes) -> None:
    records = records_of_many(tx, [record]).get(record)
    if entity not in ENTITIES or not records:
        return  # the row comes later, or only a newer program knows it
    if tx.one("SELECT 1 FROM elsewhere WHERE row_id=?", record):
        return  # another center's, which is not shown here
    projections.project(tx.connection, entity, record, *state_of(entity, records))
    if entity == "inquiry":
        found = values_of(tx.connection, record)
        search.remove_many(tx.connection, [found[0]])
        search.add_many(tx.connection, [found])


def take(tx: Tx, first: int, last: int) -> list[tuple[str, bytes]]:
    """Follow the redactions of a stretch of the journal, and take out again what came back; return the rows.

    A hub or a station that has not heard of a redaction yet may send the payload once more.
    """
    sql = "SELECT payload FROM journal WHERE id BETWEEN ? AND ? AND entity = 'redaction' AND payload IS NOT NULL"
    done: list[tuple[str, bytes]] = []
    for (payload,) in tx.all(sql, first, last):
        said = json.loads(payload)["f"]
        record = bytes.fromhex(said["record"])
        apply(tx, said["entity"], record, said["skeletons"])
        done.append((said["entity"], record))
    tx.connection.execute(
        """UPDATE journal SET payload = NULL WHERE id BETWEEN ? AND ? AND payload IS NOT NULL
            AND uid IN (SELECT uid FROM redacted)""",
        (first, last),
    )
    return done
