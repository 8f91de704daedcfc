"""What waits for the search index: inquiries of which the journal has spoken since the index was brought up to date.

A save does not touch the index, which would write to five of its B-trees; up to ``FEW`` records later everything that
waits goes in at once. Until then a search reads the few that wait and looks for itself, so that what was saved is found
at once. What the index holds of an inquiry that waits is out of date and left aside.
"""

from functools import lru_cache
from typing import Any

from app.models.entities import ENTITIES
from app.models.journal import Value
from app.store import search
from app.store.journal import Rows
from app.store.sqlcipher import Connection

#: Records of the journal after which what waits is put into the index.
FEW = 384
_UP_TO = "indexed_up_to"
_NAMES = tuple(one.name for one in ENTITIES["inquiry"].fields if one.name in search.INDEXED)
_REFS = frozenset(one.name for one in ENTITIES["inquiry"].fields if one.sql == "REF")
_WAITING = f"""SELECT i.position, {", ".join(f"i.{name}" for name in _NAMES)} FROM inquiry i WHERE i.id IN
    (SELECT row_id FROM journal WHERE id > ? AND id <= ? AND entity = 'inquiry')"""
#: Records of which the inquiries are put into the index together: a batch that is taken back may have a million.
_STEP = 4000

Told = tuple[set[str], set[str]]


def indexed_up_to(connection: Connection) -> int:
    """Return the last record of the journal that the index knows."""
    row = connection.execute("SELECT v FROM meta WHERE k=?", (_UP_TO,)).fetchone()
    return int(row[0]) if row else 0


def last_record(connection: Connection) -> int:
    """Return the number of the last record of the journal; 0 for none."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM journal").fetchone()[0])


def waiting(rows: Rows) -> dict[int, Told]:
    """Return position → tokens and words of every inquiry that waits. Ask this before asking the index."""
    found = rows.all(_WAITING, indexed_up_to(rows.connection), (1 << 63) - 1)
    return {row[0]: _told(row[1:]) for row in found}


@lru_cache(maxsize=1024)
def _told(columns: tuple[Any, ...]) -> Told:
    return search.tokens(_values(columns))


def _values(columns: tuple[Any, ...]) -> dict[str, Value]:
    return {
        name: value.hex() if name in _REFS and value is not None else value
        for name, value in zip(_NAMES, columns, strict=True)
    }


def values_of(connection: Connection, inquiry: bytes) -> tuple[int, dict[str, Value]]:
    """Return the position of an inquiry and what the index holds of it."""
    sql = f"SELECT i.position, {', '.join(f'i.{name}' for name in _NAMES)} FROM inquiry i WHERE i.id=?"
    row = connection.execute(sql, (inquiry,)).fetchone()
    return row[0], _values(row[1:])


def settle(connection: Connection) -> int:
    """Put everything that waits into the index, inside the caller's transaction; return how many inquiries it was.

    One that was spoken of far apart is put in, and counted, each time.
    """
    done = follow(connection, indexed_up_to(connection))
    mark(connection)
    return done


def follow(connection: Connection, since: int) -> int:
    """Put what the journal has said since this record into the index, and say nothing of how far it is."""
    last, done = last_record(connection), 0
    for start in range(since, last, _STEP):
        found = connection.execute(_WAITING, (start, min(start + _STEP, last))).fetchall()
        search.remove_many(connection, [row[0] for row in found])
        search.add_many(connection, [(row[0], _values(row[1:])) for row in found])
        done += len(found)
    return done


def mark(connection: Connection) -> None:
    """Say that the index knows everything up to the last record."""
    sql = "INSERT INTO meta(k, v) VALUES(?, ?) ON CONFLICT(k) DO UPDATE SET v = excluded.v"
    connection.execute(sql, (_UP_TO, last_record(connection)))
