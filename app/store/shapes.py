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
#: And that it was looked through for what programs had kept unseen that remembered nothing.
SOUGHT = "shape_sought"
_STEP, _STRETCH = 1000, 4000


def state() -> str:
    """Return what changes whenever entities, fields or their rules do, without loading any: steps and ``sv``."""
    return f"{len(migrations.STEPS)}.{SCHEMA_VERSION}"


@cache
def current() -> str:
    """Return what this program knows, as a database remembers it: entity → field → how it is merged."""
    return json.dumps({name: {one.name: one.kind.value for one in kind.fields} for name, kind in ENTITIES.items()})


def follow(tx: Tx) -> int:
    """Show what was unknown before, remember what is known now, and return how many rows were made again.

    A database that was opened by programs which remembered nothing is looked through once, whatever it remembers now.
    """
    kept = tx.one("SELECT v FROM meta WHERE k=?", KEPT)
    sought = _seek(tx) if tx.one("SELECT 1 FROM meta WHERE k=?", SOUGHT) is None else 0
    before: dict[str, dict[str, str]] | None = json.loads(kept[0]) if kept else None
    made = _say_anew(tx) if before is not None else 0
    for name, kind in ENTITIES.items() if before is not None else ():
        known = before.get(name) if before else None
        fields = [one.name for one in kind.fields if known is None or known.get(one.name) != one.kind.value]
        if fields:
            made += _show(tx, name, [] if known is None else fields)
    remember(tx)
    return sought + made


def remember(tx: Tx) -> None:
    """Write down what this program knows."""
    said = ((KEPT, current()), (STATE, state()), (SOUGHT, 1))
    tx.connection.executemany("INSERT OR REPLACE INTO meta(k, v) VALUES(?, ?)", said)


def _say_anew(tx: Tx) -> int:
    """Make the rows again whose records were written before a field got another name or was parted."""
    kept = tx.one("SELECT v FROM meta WHERE k=?", STATE)
    written = int(str(kept[0]).rpartition(".")[2]) if kept else 0
    return sum(_make(tx, entity, f"sv <= {last}") for entity, last in former_since(written).items())


def _seek(tx: Tx) -> int:
    """Make the rows again of which another station says what is not shown; a station alone knows all that it wrote."""
    from app.store import journal_rows, sync_apply  # no start waits for them

    own = tx.one("SELECT v FROM meta WHERE k = 'origin'") or (b"",)
    if tx.one("SELECT 1 FROM journal WHERE origin <> ? LIMIT 1 /* whole: once after an upgrade */", own[0]) is None:
        return 0
    last = int((tx.one("SELECT max(id) FROM journal /* whole: the end of an index */") or (0,))[0])
    made = 0
    for first in range(1, last + 1, _STRETCH):
        stretch = first, first + _STRETCH - 1
        for entity in journal_rows.entities_between(tx, *stretch):
            found = [row[0] for row in tx.all(_unseen(entity), *stretch, entity, own[0])]
            made += len(found)
            shown = [row_id for row_id in found if sync_apply.project_again(tx, entity, row_id)]
            if entity == "inquiry":
                _index(tx, shown)
    return made


@cache
def _unseen(entity: str) -> str:
    """Return the question for rows of an entity that lack a value which a record of another station gives them."""
    from app.store.journal_rows import OURS

    missing = " OR ".join(
        f"""(t."{one.name}" IS NULL AND payload ->> '$.f.{one.name}' IS NOT NULL)""" for one in ENTITIES[entity].fields
    )
    return f"""SELECT DISTINCT row_id FROM journal LEFT JOIN {entity} t ON t.id = row_id
        WHERE journal.id BETWEEN ? AND ? AND entity=? AND origin <> ? AND payload IS NOT NULL
        AND (t.id IS NULL OR {missing}) AND {OURS}"""


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
        shown = [row_id for row_id in found if sync_apply.project_again(tx, entity, row_id)]
        if entity == "inquiry":
            _index(tx, shown)
        made, last = made + len(found), found[-1]
    return made


def _index(tx: Tx, inquiries: list[bytes]) -> None:
    found = [fresh.values_of(tx.connection, one) for one in inquiries]
    search.remove_many(tx.connection, [one[0] for one in found])
    search.add_many(tx.connection, found)
