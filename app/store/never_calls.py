"""Numbers and persons never to be called, as rows: what was said, and what was lifted."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from app.models.never_calls import Lift, NeverFact, Saying, sayings
from app.store.journal import Rows

#: A fact ``d`` that a later one takes back, by its own id or by that of the saying that it belongs to.
LIFTED = "EXISTS (SELECT 1 FROM dnc e WHERE e.lifts IN (d.id, d.said))"
_WROTE = "coalesce((SELECT actor FROM journal j WHERE j.row_id = d.id ORDER BY hlc, uid LIMIT 1), '')"
_FACT = f"""SELECT d.id, d.said, d.number_key, d.person_key, d.at, d.reason, {_WROTE}, d.caller, d.callback,
    d.said IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dnc r WHERE r.id = d.said) FROM dnc d"""
_LIFT = f"SELECT d.lifts, d.at, {_WROTE}, d.requested_on, d.request FROM dnc d"


def is_said(rows: Rows, fact: bytes) -> bool:
    """Say whether a do-not-call fact is known."""
    return rows.one("SELECT 1 FROM dnc WHERE id=?", fact) is not None


def standing_of(rows: Rows, keys: Sequence[str]) -> dict[bytes, bytes]:
    """Return the do-not-call facts that stand for any of these numbers or persons, each with its saying."""
    places = ",".join("?" * len(keys))
    sql = f"""SELECT id, coalesce(said, id) FROM dnc d WHERE lifts IS NULL
        AND (number_key IN ({places}) OR person_key IN ({places})) AND NOT {LIFTED}"""
    return {bytes(row[0]): bytes(row[1]) for row in rows.all(sql, *keys, *keys)} if keys else {}


def stands_do_not_call(rows: Rows, number_key: str | None, person_key: str | None) -> bytes | None:
    """Return the id of a do-not-call fact for this number or person that no fact lifts, or None."""
    sql = f"""SELECT id FROM dnc d WHERE (number_key=? OR person_key=?) AND lifts IS NULL
        AND NOT {LIFTED} LIMIT 1"""
    row = rows.one(sql, number_key or "-", person_key or "-")
    return bytes(row[0]) if row else None


def standing_keys(rows: Rows) -> frozenset[str]:
    """Return the keyed hashes of every number and person that may not be called."""
    sql = f"""SELECT number_key, person_key FROM dnc d WHERE lifts IS NULL AND NOT {LIFTED}
        /* whole: a frame is held against all of them */"""
    return frozenset(str(key) for row in rows.all(sql) for key in row if key)


def latest(rows: Rows, limit: int) -> tuple[Saying, ...]:
    """Return what stands, the newest first; of the newest ``limit`` facts."""
    sql = f"""{_FACT} WHERE d.lifts IS NULL AND NOT {LIFTED} ORDER BY d.at DESC LIMIT ?
        /* whole: ends at the limit, and few were lifted */"""
    return _whole(rows, [_fact(row) for row in rows.all(sql, limit)])


def of_keys(rows: Rows, keys: Collection[str]) -> tuple[Saying, ...]:
    """Return what was ever said of these numbers or persons, lifted or not, the newest first."""
    if not keys:
        return ()
    places = ",".join("?" * len(keys))
    sql = f"{_FACT} WHERE d.lifts IS NULL AND (d.number_key IN ({places}) OR d.person_key IN ({places}))"
    return _whole(rows, [_fact(row) for row in rows.all(sql, *keys, *keys)])


def by_id(rows: Rows, saying: bytes) -> Saying | None:
    """Return one saying by its id, or None."""
    found = rows.all(f"{_FACT} WHERE d.lifts IS NULL AND (d.said=? OR d.id=?)", saying, saying)
    return next((one for one in _whole(rows, [_fact(row) for row in found]) if one.id == saying), None)


def _whole(rows: Rows, found: list[NeverFact]) -> tuple[Saying, ...]:
    """Return the sayings to which these facts belong, with all of their facts and lifts."""
    facts = {one.id: one for one in found}
    for said in {one.said for one in found if one.said}:
        facts |= {row[0]: _fact(row) for row in rows.all(f"{_FACT} WHERE d.said=?", said)}
    older = "WHERE d.at=? AND d.said IS NULL AND d.lifts IS NULL AND d.reason IS ?"
    for at, reason in {(one.at.isoformat(), one.reason or None) for one in found if one.said is None}:
        facts |= {row[0]: _fact(row) for row in rows.all(f"{_FACT} {older}", at, reason)}
    named = {name for one in facts.values() for name in (one.id, one.said) if name}
    lifts = [_lift(row) for name in named for row in rows.all(f"{_LIFT} WHERE d.lifts=?", name)]
    return sayings(facts.values(), lifts)


def _fact(row: Sequence[object]) -> NeverFact:
    said, caller, callback = (bytes(row[at]) if row[at] else None for at in (1, 7, 8))  # type: ignore[arg-type]
    return NeverFact(
        bytes(row[0]), said, str(row[2] or ""), str(row[3] or ""), datetime.fromisoformat(str(row[4])),  # type: ignore[arg-type]
        str(row[5] or ""), str(row[6]), caller, callback, bool(row[9]),
    )  # fmt: skip


def _lift(row: Sequence[object]) -> Lift:
    day = date.fromisoformat(str(row[3])) if row[3] else None
    return Lift(bytes(row[0]), datetime.fromisoformat(str(row[1])), str(row[2]), day, str(row[4] or ""))  # type: ignore[arg-type]
