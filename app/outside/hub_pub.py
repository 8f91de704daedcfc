"""The published tables themselves: made and widened as the program knows more fields, and who may read which columns.

Readers see the rows of their centers only (row security); columns about people are for readers who are told so.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from app.models.published import PUBLISHED, RULES, Column
from app.models.sync_errors import PublishedByNewer
from app.models.upcasts import names_ever

if TYPE_CHECKING:
    from psycopg import Connection

_TYPES = {
    "text": "text", "whole": "bigint", "real": "double precision", "json": "jsonb", "row": "uuid",
    "time": "timestamptz",
}  # fmt: skip
_OWN = (("id", "uuid NOT NULL"), ("center", "text NOT NULL"), ("changed_at", "timestamptz NOT NULL"))
_LAST = ("conflicts", "jsonb")
_OPEN = ("id", "center", "changed_at")
_POLICY = """CREATE POLICY by_center ON pub.{table} FOR SELECT USING (
    center = ANY ((SELECT hub.may_read())::text[]) OR '*' = ANY ((SELECT hub.may_read())::text[]))"""


def names_of(entity: str) -> list[str]:
    """Return the columns of a published table in the order of its lines."""
    return [name for name, _ in _OWN] + [one.name for one in PUBLISHED[entity]] + [_LAST[0]]


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def copy_into(entity: str) -> str:
    """Return the statement that takes lines in."""
    return f'COPY pub."{entity}" ({_quoted(names_of(entity))}) FROM STDIN'


def _create(entity: str) -> list[str]:
    own = [f'"{name}" {sql}' for name, sql in _OWN]
    fields = [f'"{one.name}" {_TYPES[one.kind]}' for one in PUBLISHED[entity]]
    table = f'"{entity}"'
    return [
        f"CREATE TABLE pub.{table} ({', '.join((*own, *fields, ' '.join(_LAST)))}, PRIMARY KEY (id, center))",
        f"ALTER TABLE pub.{table} ENABLE ROW LEVEL SECURITY",
        _POLICY.format(table=table),
        *_grants(entity, PUBLISHED[entity]),
    ]


def _grants(entity: str, columns: Iterable[Column]) -> list[str]:
    open_names = _quoted((*_OPEN, *(one.name for one in columns if not one.personal)))
    return [
        f'GRANT SELECT ({open_names}) ON pub."{entity}" TO onewindow_reader',
        f'GRANT SELECT ON pub."{entity}" TO onewindow_reader_named',
    ]


def _widen(entity: str, missing: list[Column]) -> list[str]:
    added = ", ".join(f'ADD COLUMN "{one.name}" {_TYPES[one.kind]}' for one in missing)
    return [f'ALTER TABLE pub."{entity}" {added}', *_grants(entity, missing)]


def prepare(connection: "Connection[Any]") -> None:
    """Make the tables that are missing and widen those that lack a field; rows that may show more are due again.

    Raises ``PublishedByNewer`` where a newer program has published: this one would leave its fields behind.
    """
    there: dict[str, set[str]] = {}
    found = "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'pub'"
    for table, column in connection.execute(found).fetchall():
        there.setdefault(table, set()).add(column)
    rules = _rules(connection)
    known = {name: names_ever(name, _known(name)) for name in there}
    beyond = [f"{name}.{one}" for name, columns in there.items() for one in sorted(columns.difference(known[name]))]
    if beyond or rules > RULES:
        raise PublishedByNewer(found=beyond[0] if beyond else str(rules))
    for entity, columns in there.items():
        former = sorted(columns.difference(_known(entity)))  # what they say stands in the fields of today
        _run(connection, (f'ALTER TABLE pub."{entity}" DROP COLUMN "{one}"' for one in former))
    changed: list[str] = []
    for entity, columns in PUBLISHED.items():
        if entity not in there:
            changed += [entity]
            _run(connection, _create(entity))
        elif missing := [one for one in columns if one.name not in there[entity]]:
            changed += [entity]
            _run(connection, _widen(entity, missing))
    if rules < RULES:
        changed = list(PUBLISHED)
        connection.execute("UPDATE hub.projection_lease SET rules = %s", (RULES,))
    _owe(connection, changed)


def _known(entity: str) -> set[str]:
    return set(names_of(entity)) if entity in PUBLISHED else set()


def _rules(connection: "Connection[Any]") -> int:
    row = connection.execute("SELECT rules FROM hub.projection_lease").fetchone()
    return int(row[0]) if row else 0


def _run(connection: "Connection[Any]", statements: Iterable[str]) -> None:
    for one in statements:
        connection.execute(one.encode())


def _owe(connection: "Connection[Any]", changed: list[str]) -> None:
    """Note the rows of changed tables that have been published: they have to be made again."""
    if changed:
        connection.execute(
            """INSERT INTO hub.projection_again SELECT DISTINCT j.row_id FROM hub.journal j
                JOIN hub.projection_cursor c ON c.origin = j.origin AND j.seq <= c.seq
                WHERE j.entity = ANY(%s) ON CONFLICT DO NOTHING""",
            (changed,),
        )


def forget(connection: "Connection[Any]") -> None:
    """Empty every table that holds anything and begin anew: for a rebuild."""
    held = " UNION ALL ".join(f"""SELECT '{name}' WHERE EXISTS (SELECT 1 FROM pub."{name}")""" for name in PUBLISHED)
    if full := [f'pub."{row[0]}"' for row in connection.execute(held.encode()).fetchall()]:
        connection.execute(f"TRUNCATE {', '.join(full)}".encode())
    for table in ("projection_cursor", "projection_again", "projection_aside"):
        connection.execute(f"DELETE FROM hub.{table}".encode())
