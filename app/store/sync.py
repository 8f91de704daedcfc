"""What a sync reads and keeps in the station's database: the own chain, the marks of others, small local facts."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from app.models.sync import COLUMNS, OWN_CENTER, Mark, Wire, readdressed
from app.store.journal import LAST_OF, Rows, Tx

_STEP = 64
_COLUMNS = ", ".join(COLUMNS)
_BEFORE = "(SELECT id FROM journal WHERE origin=? AND seq=? AND seq % 64 = 1)"
_AT = f"SELECT id, hash FROM journal WHERE id >= {_BEFORE} AND origin=? AND seq=? LIMIT 1"
_OWN = f"SELECT id, {_COLUMNS} FROM journal WHERE id > ? AND origin=? ORDER BY id LIMIT ?"
_MOVED = "UPDATE journal SET origin=?, seq=?, hash=? WHERE id=?"
#: What is remembered of the hub that a station belongs to; marks stay, which every hub is asked for by their hashes.
_OF_ONE_HUB = ("hub_life", "hub_machine", "acknowledged_origin", "acknowledged_seq", "clock_offset_ms", "check_due")
_MARK = """INSERT INTO vec(scope, origin, seq, hash) VALUES(?, ?, ?, ?)
    ON CONFLICT(scope, origin) DO UPDATE SET seq=excluded.seq, hash=excluded.hash"""


#: How far this computer wrote a chain before it went on under another name: a twin may have gone on with it.
_FORMER = "former_"


class Facts(NamedTuple):
    """Small local facts that a sync needs; empty and 0 where the station is not enrolled."""

    origin: bytes
    hub_id: str
    offset_ms: int
    center: str = ""


def _meta(rows: Rows, *names: str) -> dict[str, object]:
    places = ", ".join("?" * len(names))
    return dict(rows.all(f"SELECT k, v FROM meta WHERE k IN ({places})", *names))


def facts(rows: Rows) -> Facts:
    """Return the small facts."""
    found = _meta(rows, "origin", "hub_id", "clock_offset_ms", "hub_center")
    origin, offset = found.get("origin"), found.get("clock_offset_ms")
    return Facts(
        origin if isinstance(origin, bytes) else b"",
        str(found.get("hub_id") or ""),
        offset if isinstance(offset, int) else 0,
        str(found.get("hub_center") or ""),
    )


def _set(tx: Tx, name: str, value: str | int | bytes) -> None:
    tx.connection.execute("INSERT OR REPLACE INTO meta(k, v) VALUES(?, ?)", (name, value))


def set_offset(tx: Tx, offset_ms: int) -> None:
    """Keep how far the hub's clock is ahead of ours; stamps of later records are corrected by it."""
    _set(tx, "clock_offset_ms", offset_ms)


def set_acknowledged(tx: Tx, mark: Mark) -> None:
    """Keep how far the hub took our records."""
    _set(tx, "acknowledged_origin", mark.origin)
    _set(tx, "acknowledged_seq", mark.seq)


class HubKnown(NamedTuple):
    """The hub as it was at the last whole sync, 0 and "" before it, and how far it acknowledged which chain of ours."""

    life: int
    machine: str
    origin: bytes
    acknowledged: int


def hub_known(rows: Rows) -> HubKnown:
    """Return the hub as it is remembered."""
    found = _meta(rows, "hub_life", "hub_machine", "acknowledged_origin", "acknowledged_seq")
    life, origin, seq = (found.get(name) for name in ("hub_life", "acknowledged_origin", "acknowledged_seq"))
    return HubKnown(
        life if isinstance(life, int) else 0,
        str(found.get("hub_machine") or ""),
        origin if isinstance(origin, bytes) else b"",
        seq if isinstance(seq, int) else 0,
    )


def keep_hub_known(tx: Tx, life: int, machine: str) -> None:
    """Remember the hub after a whole sync."""
    _set(tx, "hub_life", life)
    _set(tx, "hub_machine", machine)


def waiting(rows: Rows) -> int:
    """Return how many of our records the hub has not acknowledged: what the window shows as pending."""
    found = _meta(rows, "acknowledged_origin", "acknowledged_seq")
    own = own_end(rows)
    known = found.get("acknowledged_seq")
    if found.get("acknowledged_origin") != own.origin or not isinstance(known, int):
        return own.seq
    return max(0, own.seq - known)


def own_end(rows: Rows) -> Mark:
    """Return the end of our own chain."""
    origin = facts(rows).origin
    last = rows.one(LAST_OF, origin, origin)
    return Mark(origin, int(last[0]), bytes(last[1])) if last else Mark(origin, 0, b"")


def _at(rows: Rows, origin: bytes, seq: int) -> tuple[int, bytes] | None:
    if seq < 1:
        return None
    found = rows.one(_AT, origin, (seq - 1) // _STEP * _STEP + 1, origin, seq)
    return (int(found[0]), bytes(found[1])) if found else None


def hash_at(rows: Rows, origin: bytes, seq: int) -> bytes:
    """Return the hash at a place of our own chain; empty at its start and beyond its end."""
    found = _at(rows, origin, seq)
    return found[1] if found else b""


def place_after(rows: Rows, origin: bytes, seq: int) -> int:
    """Return the place in the journal after which the next record of our own chain comes."""
    found = _at(rows, origin, seq)
    return found[0] if found else 0


def next_batch(rows: Rows, origin: bytes, place: int, most: int, most_bytes: int) -> tuple[int, list[Wire]]:
    """Return the next records of our own chain and the place that they reach."""
    found: list[Wire] = []
    size = 0
    for row in rows.each(_OWN, place, origin, most):
        found.append(Wire(*row[1:]))
        place = row[0]
        size += len(row[11] or "")
        if size > most_bytes:
            break
    return place, found


def move(tx: Tx, origin: bytes, common: Mark, scopes: Sequence[str]) -> int | None:
    """Go on under a fresh origin after what the chain has in common with the hub's; return how many records moved.

    Everything of the old origin up to there is still held, in every scope that we read; uids and contents stay. None,
    and nothing is done, where the database is at another origin by now: two programs may sync it at the same time.
    """
    if facts(tx).origin != common.origin:
        return None
    place = place_after(tx, common.origin, common.seq)
    found = tx.all(f"SELECT id, {_COLUMNS} FROM journal WHERE id > ? AND origin=? ORDER BY id", place, common.origin)
    moved = readdressed((Wire(*row[1:]) for row in found), origin)
    tx.connection.executemany(
        _MOVED, [(row.origin, row.seq, row.hash, old[0]) for old, row in zip(found, moved, strict=True)]
    )
    if common.seq:
        tx.connection.executemany(_MARK, [(scope, *common) for scope in scopes])
    _set(tx, _FORMER + common.origin.hex(), common.seq)
    _set(tx, "origin", origin)
    from app.store import succession  # it brings what call-backs are; a desk that takes calls moves nothing

    succession.forget_name(tx)
    return len(moved)


def own_chains(rows: Rows) -> dict[bytes, int | None]:
    """Return the chains that this computer wrote and up to where; None: as far as there are records."""
    found = rows.all("SELECT k, v FROM meta WHERE k LIKE ? || '%'", _FORMER)
    return {bytes.fromhex(str(name)[len(_FORMER) :]): int(seq) for name, seq in found} | {facts(rows).origin: None}


def of_rows(rows: Rows, ids: Iterable[bytes], origin: bytes) -> list[Wire]:
    """Return the records of these rows in one chain, in its order."""
    sql = f"SELECT id, {_COLUMNS} FROM journal WHERE row_id=? AND origin=?"
    found = sorted(row for one in ids for row in rows.all(sql, one, origin))
    return [Wire(*row[1:]) for row in found]


def marks(rows: Rows) -> list[Mark]:
    """Return every mark once, whatever scopes it stands in."""
    return [Mark(*row) for row in rows.all("SELECT DISTINCT origin, seq, hash FROM vec")]


def marks_of(rows: Rows, scope: str) -> list[Mark]:
    """Return the marks of one scope: everything up to them is held."""
    return [Mark(*row) for row in rows.all("SELECT origin, seq, hash FROM vec WHERE scope=?", scope)]


def set_marks(tx: Tx, scope: str, reached: Iterable[Mark]) -> None:
    """Keep how far this scope is held; say it in the transaction that brings the records."""
    tx.connection.executemany(_MARK, [(scope, *mark) for mark in reached])


def forget_marks(tx: Tx, lost: Iterable[Mark]) -> None:
    """Forget marks that the hub does not have: what they stood for is pulled again, which changes nothing."""
    tx.connection.executemany("DELETE FROM vec WHERE origin=? AND seq=? AND hash=?", list(lost))


def set_check_due(tx: Tx, *, due: bool) -> None:
    """Keep whether the hub has lost something that may have to be given back, so that a cut sync does not forget it."""
    _set(tx, "check_due", int(due))


def check_due(rows: Rows) -> bool:
    """Say whether a comparison with the hub is owed."""
    return bool(_meta(rows, "check_due").get("check_due"))


def forget_scope(tx: Tx, scope: str) -> None:
    """Forget every mark of a scope."""
    tx.connection.execute("DELETE FROM vec WHERE scope=?", (scope,))


def names(scope: str, center: str) -> tuple[str, ...]:
    """Return what records of a scope may call it: a center's own are written without its name."""
    return (OWN_CENTER, center) if scope == center else (scope,)


def uids(rows: Rows, scopes: Sequence[str], pushed: Mark) -> Iterator[bytes]:
    """Return the uid of every record of a scope (its ``names``), but for our own that have not been pushed."""
    places = ", ".join("?" * len(scopes))
    sql = f"""SELECT uid FROM journal /* whole: the comparison with the hub counts every record */
        WHERE scope IN ({places}) AND NOT (origin=? AND seq>?)"""
    return (row[0] for row in rows.each(sql, *scopes, pushed.origin, pushed.seq))


def next_of_scope(rows: Rows, scopes: Sequence[str], place: int, most: int, pushed: Mark) -> tuple[int, list[Wire]]:
    """Return the next records of a scope that this station may give back to the hub, and the place that they reach."""
    places = ", ".join("?" * len(scopes))
    sql = f"""SELECT id, {_COLUMNS} FROM journal /* whole: a repair offers every record */
        WHERE id > ? AND scope IN ({places}) AND NOT (origin=? AND seq>?)
        ORDER BY id LIMIT ?"""
    found = rows.all(sql, place, *scopes, pushed.origin, pushed.seq, most)
    return (found[-1][0] if found else place), [Wire(*row[1:]) for row in found]


def set_carries(tx: Tx) -> None:
    """Keep that records came here in a bundle: some may be for whom this station does not read."""
    _set(tx, "carries", 1)


def next_carried(rows: Rows, read: Sequence[str], place: int, most: int, pushed: Mark) -> tuple[int, list[Wire]]:
    """Return the next records of scopes that this station does not read, but for its own, and the place they reach.

    ``read``: every name of those that it reads. A bundle brought them; no comparison of a scope would find them.
    """
    if not _meta(rows, "carries"):
        return place, []
    places = ", ".join("?" * len(read))
    sql = f"""SELECT id, {_COLUMNS} FROM journal /* whole: a repair offers every record */
        WHERE id > ? AND scope NOT IN ({places}) AND origin <> ? ORDER BY id LIMIT ?"""
    found = rows.all(sql, place, *read, pushed.origin, most)
    return (found[-1][0] if found else place), [Wire(*row[1:]) for row in found]


def enroll(tx: Tx, known: dict[str, str | int | bytes]) -> None:
    """Keep what an enrollment brought; what was remembered of another hub says nothing of this one."""
    if known.get("hub_id") != facts(tx).hub_id:
        tx.connection.executemany("DELETE FROM meta WHERE k=?", [(name,) for name in _OF_ONE_HUB])
    for name, value in known.items():
        _set(tx, name, value)


class Login(NamedTuple):
    """How this station reaches its hub. The password is here because this file is encrypted."""

    hub_id: str
    center: str
    station: str
    connection: dict[str, str]


def login(rows: Rows) -> Login | None:
    """Return how this station reaches its hub, or None where it is not enrolled."""
    found = _meta(rows, "hub_id", "hub_center", "hub_station", "hub_connection")
    if not found.get("hub_id"):
        return None
    connection: dict[str, str] = json.loads(str(found.get("hub_connection") or "{}"))
    return Login(
        str(found["hub_id"]), str(found.get("hub_center") or ""), str(found.get("hub_station") or ""), connection
    )


class Logged(NamedTuple):
    """One line of the log of syncs. Times are ISO texts; ``outcome`` is "done" or the name of an error."""

    started_at: str
    ended_at: str
    pushed: int
    pulled: int
    outcome: str
    detail: str

    @property
    def is_giving(self) -> bool:
        """Whether it is about lists and documents, which are given after the records of a sync."""
        return bool(json.loads(self.detail or "{}").get("giving"))

    @property
    def facts(self) -> Mapping[str, object]:
        """The facts of the error with which it ended; none where it ended well."""
        return json.loads(self.detail or "{}").get("facts", {})


def log(tx: Tx, line: Logged) -> None:
    """Write one line of the log of syncs, and drop those beyond the last thousand."""
    tx.connection.execute(
        "INSERT INTO sync_log(started_at, ended_at, pushed, pulled, outcome, detail) VALUES(?, ?, ?, ?, ?, ?)", line
    )
    tx.connection.execute("DELETE FROM sync_log WHERE id <= (SELECT max(id) FROM sync_log) - 1000")


def logged(rows: Rows, limit: int = 50) -> list[Logged]:
    """Return the latest lines of the log of syncs, the newest first."""
    sql = "SELECT started_at, ended_at, pushed, pulled, outcome, detail FROM sync_log ORDER BY id DESC LIMIT ?"
    return [Logged(*row) for row in rows.all(sql, limit)]


def last_done(rows: Rows) -> str | None:
    """Return when the last successful sync ended (ISO text), or None."""
    sql = "SELECT ended_at FROM sync_log WHERE outcome = 'done' ORDER BY id DESC LIMIT 1"
    row = rows.one(sql)
    return str(row[0]) if row else None


def keyed(rows: Rows) -> int:
    """Return how many do-not-call entries and frames stand under this station's center secret, at most a thousand."""
    row = rows.one(
        """SELECT (SELECT count(*) FROM (SELECT 1 FROM dnc LIMIT 1000))
            + (SELECT count(*) FROM (SELECT 1 FROM frame LIMIT 1000)) /* whole: a thousand at most */"""
    )
    return int(row[0]) if row else 0


def set_due(tx: Tx, what: str) -> None:
    """Note, with the rows that ask for it, what a sync does when it ends: it may be cut before."""
    _set(tx, what, 1)


def take_due(tx: Tx, what: str) -> bool:
    """Say once that this is to be done."""
    due = bool(_meta(tx, what).get(what))
    if due:
        _set(tx, what, 0)
    return due
