"""Who was given which version of a script, and what was given on a day: both found without reading every contact."""

from sqlite_utils import Database

_STATEMENTS = (
    "CREATE INDEX contact_script_version ON contact_script(script, version, at)",
    "CREATE INDEX contact_script_at ON contact_script(at, script)",
)


def up(database: Database) -> None:
    """Create the indexes."""
    for statement in _STATEMENTS:
        database.execute(statement)
