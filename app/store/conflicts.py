"""Rows with a conflict, found by the small indexes that hold nothing else, and who wrote the values."""

import json
from collections.abc import Iterable
from typing import NamedTuple

from app.models.entities import ENTITIES
from app.models.journal import KNOWN, Value
from app.store.journal import LEFT, Rows, records_of

#: Columns by which people know a row, the first that it has.
_TITLES = ("number", "name", "title", "summary", "label", "key", "code")
_ALONE = "an index of conflicts holds nothing else"
#: Entities of which rows can be in conflict.
DECIDED = tuple(name for name, entity in ENTITIES.items() if not entity.fact)


class Marked(NamedTuple):
    """A row with a conflict: its fields in conflict with their heads, and what it shows of each."""

    entity: str
    row_id: bytes
    title: str
    conflicts: dict[str, list[tuple[bytes, Value]]]


class Written(NamedTuple):
    """Who wrote a record."""

    actor: str
    at: str
    origin: bytes
    station: str | None


class Waiting(NamedTuple):
    """A field in conflict: when its values were written, by their writers' clocks, and whether one came lately."""

    written: list[str]
    lately: bool


def _title(entity: str) -> str:
    known = [f'"{name}"' for name in _TITLES if name in ENTITIES[entity].by_name]
    return f"coalesce({', '.join(known)}, '')" if len(known) > 1 else known[0] if known else "''"


def marked(rows: Rows, limit: int, entities: Iterable[str] = DECIDED) -> list[Marked]:
    """Return rows with conflicts, entity by entity."""
    found: list[Marked] = []
    for entity in entities:
        found += marked_of(rows, entity, limit - len(found))
        if len(found) >= limit:
            break
    return found


def marked_of(rows: Rows, entity: str, limit: int) -> list[Marked]:
    """Return rows of one entity with conflicts."""
    sql = f"""SELECT id, {_title(entity)}, conflicts FROM {entity} /* whole: {_ALONE} */
        WHERE conflicts IS NOT NULL LIMIT ?"""
    found: list[Marked] = []
    for row_id, title, text in rows.all(sql, limit):
        told: dict[str, list[tuple[str, Value]]] = json.loads(text)
        heads = {name: [(bytes.fromhex(uid), value) for uid, value in said] for name, said in told.items()}
        found.append(Marked(entity, bytes(row_id), str(title or ""), heads))
    return found


def title_of(rows: Rows, row_id: bytes) -> tuple[str, str]:
    """Return the entity of a row and what people know it by; "" where it is not here."""
    row = rows.one("SELECT entity FROM journal WHERE row_id=? LIMIT 1", row_id)
    entity = str(row[0]) if row else ""
    if entity not in ENTITIES:
        return entity, ""
    found = rows.one(f"SELECT {_title(entity)} FROM {entity} WHERE id=?", row_id)
    return entity, str(found[0] or "") if found else ""


def count(rows: Rows, entities: Iterable[str] = DECIDED) -> int:
    """Return how many rows of these entities have a conflict."""
    counts = " + ".join(f"(SELECT count(*) FROM {entity} WHERE conflicts IS NOT NULL)" for entity in entities) or "0"
    row = rows.one(f"SELECT {counts} /* whole: {_ALONE} */")
    return int(row[0]) if row else 0


def saved_lately(rows: Rows, most: int) -> tuple[int, int]:
    """Return how many of the latest records there are, ``most`` at most, and how many of them decided a conflict.

    Who decides has seen several heads of a field, and says so in the record's base.
    """
    first, last = _lately(rows, most)
    saves, decisions = (
        sum(count for _, count in counted(rows, first, last)) for counted in (saves_between, decisions_between)
    )
    return saves, decisions


def waiting_lately(rows: Rows, most: int) -> list[Waiting]:
    """Return the fields that wait, of ``most`` rows at most: lately is since one of the latest ``most`` records."""
    first, _ = _lately(rows, most)
    sql = "SELECT at, id > ? FROM journal WHERE row_id=? AND uid=?"
    found: list[Waiting] = []
    for row in marked(rows, most):
        for heads in row.conflicts.values():
            told = [one for uid, _ in heads if (one := rows.one(sql, first, row.row_id, uid)) is not None]
            found.append(Waiting([str(at) for at, _ in told], any(late for _, late in told)))
    return found


def _lately(rows: Rows, most: int) -> tuple[int, int]:
    row = rows.one("SELECT coalesce(max(id), 0) FROM journal") or (0,)
    return max(0, int(row[0]) - most), int(row[0])


def saves_between(rows: Rows, first: int, last: int) -> list[tuple[str, int]]:
    """Return how many records were written in which minute by their writers' clocks, after one up to another."""
    sql = """SELECT substr(at, 1, 16) || substr(at, 24), count(*) FROM journal WHERE id > ? AND id <= ? GROUP BY 1"""
    return [(str(at), int(count)) for at, count in rows.all(sql, first, last)]


def decisions_between(rows: Rows, first: int, last: int) -> list[tuple[str, int]]:
    """Return when records after one up to another decided a conflict, each as one."""
    sql = f"""SELECT at, entity, row_id, told FROM (
            SELECT at, entity, row_id, {LEFT} AS told FROM journal WHERE id > ? AND id <= ?)
        WHERE told GLOB '*"b":{{*":[[]"*","*'"""
    return [
        (str(at), 1)
        for at, entity, row_id, told in rows.each(sql, first, last)
        if _decides(rows, entity, bytes(row_id), json.loads(told).get("b", {}))
    ]


def _decides(rows: Rows, entity: str, row_id: bytes, base: dict[str, list[str]]) -> bool:
    """Say whether a record followed several values that differed; two stations that said the same need nobody."""
    several = {name: uids for name, uids in base.items() if name != KNOWN and len(uids) > 1}
    if not several or entity not in DECIDED:
        return False
    told = {one.uid.hex(): one.values for one in records_of(rows, row_id)}
    return any(_differed([told.get(uid, {}).get(name) for uid in uids]) for name, uids in several.items())


def _differed(values: list[Value]) -> bool:
    return any(value != values[0] for value in values[1:])


def written(rows: Rows, row_id: bytes, uid: bytes) -> Written | None:
    """Return who wrote a record of a row, when, and at which station."""
    row = rows.one("SELECT actor, at, origin FROM journal WHERE row_id=? AND uid=?", row_id, uid)
    if row is None:
        return None
    station = rows.one("SELECT label FROM station WHERE origin=?", bytes(row[2]).hex())
    return Written(row[0], row[1], bytes(row[2]), station[0] if station else None)
