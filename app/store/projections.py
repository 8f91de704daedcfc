"""Projections: what the journal says, as ordinary rows. ``project`` is the one way in, for a save and a rebuild."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache, lru_cache
from typing import Any, NamedTuple

from app.models.entities import ENTITIES
from app.models.journal import Entity, Folded, Value
from app.store.sqlcipher import Connection

_EPOCH = datetime.fromisoformat("2000-01-01T00:00:00+00:00")
#: Places within one second of an inquiry's position.
PLACES = 1024
_SPILL = PLACES * 3600
_PARAMETERS = 500

Stored = str | int | float | bytes | None
#: A row's id, its values, its conflicts as text; the second with an inquiry's position first.
State = tuple[bytes, dict[str, Value], str | None]
Placed = tuple[int, bytes, dict[str, Value], str | None]


def _insert(entity: Entity) -> str:
    names = ["id", *(f'"{one.name}"' for one in entity.fields), "conflicts"]
    updates = ", ".join(f"{name}=excluded.{name}" for name in names[1:])
    places = ", ".join("?" * len(names))
    return f"INSERT INTO {entity.name}({', '.join(names)}) VALUES({places}) ON CONFLICT(id) DO UPDATE SET {updates}"


class _Plan(NamedTuple):
    """How rows of an entity are written: the statement, its fields in their order, and place and kind of the columns
    that hold something else than the text of their field.
    """

    statement: str
    names: tuple[str, ...]
    special: tuple[tuple[int, str], ...]


@cache
def _plan(entity: str) -> _Plan:
    found = ENTITIES[entity]
    special = tuple((place, one.sql) for place, one in enumerate(found.fields) if one.sql != "TEXT")
    return _Plan(_insert(found), tuple(one.name for one in found.fields), special)


_INQUIRY_NEW = (
    _plan("inquiry").statement.split(" ON CONFLICT")[0].replace("(id,", "(position, id,").replace("(?", "(?, ?")
)
_INQUIRY_SET = (
    "UPDATE inquiry SET "
    + ", ".join(f'"{one.name}"=?' for one in ENTITIES["inquiry"].fields)
    + ", conflicts=? WHERE position=?"
)
_AS_IT_IS = frozenset({str, int, float, bytes, type(None)})


def stored(sql: str, value: Value) -> Stored:
    """Return a field's value as its column holds it: row ids as bytes, JSON as text."""
    if value is None:
        return None
    if sql == "REF":
        return bytes.fromhex(str(value))
    if sql == "JSON":
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return int(value) if isinstance(value, bool) else value


def row_of(entity: str, values: Mapping[str, Value], conflicts: str | None) -> list[Stored]:
    """Return the columns of a projection in their order, without the id."""
    get, plan = values.get, _plan(entity)
    row: list[Any] = [get(name) for name in plan.names]
    for place, sql in plan.special:
        if row[place] is not None:
            row[place] = stored(sql, row[place])
    if not _AS_IT_IS.issuperset(map(type, row)):
        row = [value if isinstance(value, bytes) else stored("TEXT", value) for value in row]
    row.append(conflicts)
    return row


def new_row(entity: str, key: tuple[Stored, ...], given: Mapping[str, Value]) -> tuple[str, list[Stored]]:
    """Return statement and values for a row that is not there yet, of what is given alone: most columns are empty.

    ``key`` is its id, an inquiry's position before it.
    """
    statement, names, special = _shape(entity, tuple(given))
    row: list[Any] = [given[name] for name in names]
    for place, sql in special:
        row[place] = stored(sql, row[place])
    if not _AS_IT_IS.issuperset(map(type, row)):
        row = [value if isinstance(value, bytes) else stored("TEXT", value) for value in row]
    return statement, [*key, *row]


@lru_cache(maxsize=1024)
def _shape(entity: str, given: tuple[str, ...]) -> tuple[str, tuple[str, ...], tuple[tuple[int, str], ...]]:
    """Return the statement for rows of which these fields are said, those that are columns, and place and kind of what
    is not kept as it is said.
    """
    fields = ENTITIES[entity].by_name
    names = tuple(name for name in given if name in fields)
    special = tuple((place, fields[name].sql) for place, name in enumerate(names) if fields[name].sql != "TEXT")
    keys = ("position", "id") if entity == "inquiry" else ("id",)
    columns = ", ".join((*keys, *(f'"{name}"' for name in names)))
    statement = f"INSERT INTO {entity}({columns}) VALUES({', '.join('?' * (len(keys) + len(names)))})"
    if entity != "inquiry":
        # Whatever is not said is empty, as in a row that is not there yet.
        updates = ", ".join(f"{name}=excluded.{name}" for name in (*(f'"{name}"' for name in fields), "conflicts"))
        statement += f" ON CONFLICT(id) DO UPDATE SET {updates}"
    return statement, names, special


def conflicts_text(folded: Folded) -> str | None:
    """Return the conflicts of a row as its column keeps them: field → list of [uid, value]."""
    if not folded.conflicts:
        return None
    shown = {name: [[uid.hex(), value] for uid, value in heads] for name, heads in sorted(folded.conflicts.items())}
    return json.dumps(shown, ensure_ascii=False)


def project(
    connection: Connection, entity: str, row_id: bytes, values: Mapping[str, Value], conflicts: str | None
) -> None:
    """Write one row's state to its projection. The search index follows later (``fresh``)."""
    if entity != "inquiry":
        connection.execute(_plan(entity).statement, [row_id, *row_of(entity, values, conflicts)])
        return
    found = connection.execute("SELECT position FROM inquiry WHERE id=?", (row_id,)).fetchone()
    if found is None:
        project_new(connection, entity, row_id, values)
    else:
        connection.execute(_INQUIRY_SET, [*row_of(entity, values, conflicts), found[0]])


def project_new(connection: Connection, entity: str, row_id: bytes, values: Mapping[str, Value]) -> None:
    """Write a row that has just been made: it is not there yet and nothing can disagree."""
    key: tuple[Stored, ...] = (row_id,)
    if entity == "inquiry":
        key = (free_position(connection, str(values.get("opened_at") or "")), row_id)
    connection.execute(*new_row(entity, key, values))


def project_many(connection: Connection, entity: str, rows: list[State]) -> None:
    """Write many rows' states over what is there; inquiries, which need a place, are none of them."""
    prepared = [[row_id, *row_of(entity, values, conflicts)] for row_id, values, conflicts in rows]
    connection.executemany(_plan(entity).statement, prepared)


def insert_placed(connection: Connection, rows: list[Placed]) -> None:
    """Write inquiries that have a place and are not there yet."""
    prepared = [
        [position, row_id, *row_of("inquiry", values, conflicts)] for position, row_id, values, conflicts in rows
    ]
    connection.executemany(_INQUIRY_NEW, prepared)


def known_inquiries(connection: Connection, row_ids: list[bytes]) -> set[bytes]:
    """Return which of these inquiries are there."""
    found: set[bytes] = set()
    for start in range(0, len(row_ids), _PARAMETERS):
        part = row_ids[start : start + _PARAMETERS]
        sql = f"SELECT id FROM inquiry WHERE id IN ({','.join('?' * len(part))})"
        found.update(bytes(row[0]) for row in connection.execute(sql, part))
    return found


class Places:
    """Free positions as ``free_position`` gives them, for inquiries that wait to be written together.

    ``write`` is called before a full second spills over, because where it goes on depends on what is in the table.
    """

    def __init__(self, connection: Connection, write: Callable[[], None]) -> None:
        self._connection = connection
        self._write = write
        self._next: dict[int, int] = {}
        self._spilled = False
        self._highest = _highest(connection)

    def take(self, opened_at: str) -> int:
        """Return the position of the next inquiry opened at this time (ISO text)."""
        first = first_position(opened_at)
        place = -1 if self._spilled else self._next.get(first)
        if place is None:
            place = first if first > self._highest else free_position(self._connection, opened_at)
        if place < 0 or place >= first + PLACES:
            self._write()
            place = free_position(self._connection, opened_at)
        self._spilled = place >= first + PLACES
        self._next[first] = place + 1
        self._highest = max(self._highest, place)
        return place

    def forget(self) -> None:
        """Ask the table again; call it after writing."""
        self._next.clear()


def _highest(connection: Connection) -> int:
    """Return the position of the newest inquiry; -1 where there is none."""
    return int(connection.execute("SELECT coalesce(max(position), -1) FROM inquiry").fetchone()[0])


def first_position(opened_at: str) -> int:
    """Return the position of the first place in the second of this time; 0 where there is no time."""
    if not opened_at:
        return 0
    return max(0, int((datetime.fromisoformat(opened_at) - _EPOCH).total_seconds())) * PLACES


def free_position(connection: Connection, opened_at: str) -> int:
    """Return the next free place in that second; a full second goes on after its hour's last inquiry."""
    first = first_position(opened_at)
    sql = "SELECT max(position) FROM inquiry WHERE position >= ? AND position < ?"
    last = connection.execute(sql, (first, first + PLACES)).fetchone()[0]
    if last is None:
        return first
    if last + 1 < first + PLACES:
        return last + 1
    return _after_full_second(connection, first)


def _after_full_second(connection: Connection, first: int) -> int:
    step = _SPILL
    while True:
        sql = "SELECT max(position) FROM inquiry WHERE position >= ? AND position < ?"
        last = connection.execute(sql, (first, first + step)).fetchone()[0]
        if last + 1 < first + step:
            return last + 1
        step *= 2
