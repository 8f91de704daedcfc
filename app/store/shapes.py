"""After an upgrade: what the former program kept without knowing it is shown, row by row, and nothing else is touched.

A database remembers which entities and fields the program knew that wrote its projections. Where another program opens
it, only rows are made again that have a record with a field which was unknown then, or was merged by another rule.
"""

import json
from functools import cache

from app.models.entities import ENTITIES, SCHEMA_VERSION
from app.models.upcasts import former_since
from app.store import fresh, migrations, search
from app.store.journal import LEFT, Tx

#: Under which names a database remembers what was known, and by which state of the program.
KEPT, STATE = "shape", "shape_state"
_STEP = 1000


def state() -> str:
    """Return what changes whenever entities, fields or their rules do, without loading any: steps and ``sv``."""
    return f"{len(migrations.STEPS)}.{SCHEMA_VERSION}"


@cache
def current() -> str:
    """Return what this program knows, as a database remembers it: entity → field → how it is merged."""
    return json.dumps({name: {one.name: one.kind.value for one in kind.fields} for name, kind in ENTITIES.items()})


def follow(tx: Tx) -> int:
    """Show what was unknown before, remember what is known now, and return how many rows were made again.

    A database that remembers nothing yet was written by a program that showed what it had.
    """
    kept = tx.one("SELECT v FROM meta WHERE k=?", KEPT)
    before: dict[str, dict[str, str]] | None = json.loads(kept[0]) if kept else None
    made = _say_anew(tx) if before is not None else 0
    for name, kind in ENTITIES.items() if before is not None else ():
        known = before.get(name) if before else None
        fields = [one.name for one in kind.fields if known is None or known.get(one.name) != one.kind.value]
        if fields:
            made += _show(tx, name, [] if known is None else fields)
    remember(tx)
    return made


def remember(tx: Tx) -> None:
    """Write down what this program knows."""
    said = ((KEPT, current()), (STATE, state()))
    tx.connection.executemany("INSERT OR REPLACE INTO meta(k, v) VALUES(?, ?)", said)


def _say_anew(tx: Tx) -> int:
    """Make the rows again whose records were written before a field got another name or was parted."""
    kept = tx.one("SELECT v FROM meta WHERE k=?", STATE)
    written = int(str(kept[0]).rpartition(".")[2]) if kept else 0
    return sum(_make(tx, entity, f"sv <= {last}") for entity, last in former_since(written).items())


def _show(tx: Tx, entity: str, fields: list[str]) -> int:
    """Make the rows of an entity again that have a record with one of these fields; every row for none."""
    patterns = [f'*"{one}":*' for one in fields]
    return _make(tx, entity, " OR ".join(f"{LEFT} GLOB ?" for _ in patterns) or "1", *patterns)


def _make(tx: Tx, entity: str, told: str, *patterns: str) -> int:
    """Make the rows of an entity again that have a record of which this holds."""
    from app.store import journal_rows, sync_apply  # no start waits for them

    sql = f"""SELECT DISTINCT row_id FROM journal /* whole: once after an upgrade */
        WHERE entity=? AND row_id > ? AND ({told}) AND {journal_rows.OURS} ORDER BY row_id LIMIT {_STEP}"""
    made, last = 0, b""
    while found := [bytes(row[0]) for row in tx.all(sql, entity, last, *patterns)]:
        for row_id in found:
            if sync_apply.project_again(tx, entity, row_id) and entity == "inquiry":
                _index(tx, row_id)
        made, last = made + len(found), found[-1]
    return made


def _index(tx: Tx, inquiry: bytes) -> None:
    found = fresh.values_of(tx.connection, inquiry)
    search.remove_many(tx.connection, [found[0]])
    search.add_many(tx.connection, [found])
