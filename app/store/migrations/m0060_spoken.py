"""Which language a call needs and its outcome named, and the queue of those that wait for somebody who speaks it."""

from sqlite_utils import Database

_STATEMENTS = (
    "ALTER TABLE attempt_outcome ADD COLUMN language TEXT",
    "ALTER TABLE callback ADD COLUMN language TEXT",
    "ALTER TABLE callback_queue ADD COLUMN language TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX callback_language ON callback(language) WHERE closed_at IS NULL AND language > ''",
    "CREATE INDEX callback_queue_language ON callback_queue(blocked, language) WHERE blocked = 'language'",
)


def up(database: Database) -> None:
    """Add the columns; so far no outcome has named a language."""
    for statement in _STATEMENTS:
        database.execute(statement)
