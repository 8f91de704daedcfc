"""Which finding a call is to verify, so that it stays outside the daily limits and is told with the finding."""

from sqlite_utils import Database

_STATEMENTS = (
    "ALTER TABLE callback ADD COLUMN finding BLOB",
    "CREATE INDEX callback_finding ON callback(finding) WHERE finding IS NOT NULL",
)


def up(database: Database) -> None:
    """Add the column; calls of before were not told from promised ones and stay what they were."""
    for statement in _STATEMENTS:
        database.execute(statement)
