"""Of which scope each row of another center is, and which scopes are read here: rows show once one of theirs is.

What other centers told of an inquiry is found by an index, as what supervisors said is.

What stood in the table is kept and shown, where it is read by now, with the next sync. What was hidden by nothing but
that its payload had been redacted is found by a rebuild.
"""

import json

from sqlite_utils import Database

_STATEMENTS = (
    "ALTER TABLE elsewhere RENAME TO former_elsewhere",
    "DROP INDEX elsewhere_about",
    """CREATE TABLE elsewhere(row_id BLOB PRIMARY KEY, entity TEXT NOT NULL, about BLOB NOT NULL, scope TEXT NOT NULL)
        STRICT, WITHOUT ROWID""",
    """INSERT INTO elsewhere SELECT f.row_id, f.entity, coalesce(f.about, f.row_id),
        coalesce((SELECT j.scope FROM journal j WHERE j.row_id = f.row_id LIMIT 1), '')
        FROM former_elsewhere f /* whole: once */""",
    "DROP TABLE former_elsewhere",
    "CREATE INDEX elsewhere_about ON elsewhere(about)",
    "CREATE INDEX elsewhere_scope ON elsewhere(scope)",
    """CREATE INDEX inquiry_shared ON inquiry(caller) WHERE coalesce(moved_to, came_from) IS NOT NULL""",
    """CREATE INDEX inquiry_event_told ON inquiry_event(at, inquiry, kind)
        WHERE kind IN ('note', 'cancelled') AND elsewhere IS NOT NULL""",
)


def up(database: Database) -> None:
    """Make the table anew with the scopes that the journal says."""
    for statement in _STATEMENTS:
        database.execute(statement)
    scopes = sorted(row[0] for row in database.execute("SELECT DISTINCT scope FROM vec").fetchall())
    if scopes:
        database.execute("INSERT INTO meta(k, v) VALUES(?, ?)", ["scopes_read", json.dumps(scopes)])
