"""The queue of survey calls by gates, so that the next call is found without reading those that may not be made.

A gate is what decides in which slots a call may be made, as one number; calls of one gate are walked in their turn.
What rests is kept apart until its time is over. The table is no projection: services fill it, so it begins empty.
"""

from sqlite_utils import Database

_STATEMENTS = (
    "DROP TABLE callback_queue",
    """CREATE TABLE callback_queue(callback BLOB PRIMARY KEY, number TEXT, contact_group TEXT, campaign BLOB,
        reason TEXT NOT NULL, until_at TEXT NOT NULL, blocked TEXT, not_before_at TEXT NOT NULL, used INTEGER NOT NULL,
        last_at TEXT NOT NULL, tried INTEGER NOT NULL, allowed INTEGER NOT NULL, last_slot INTEGER NOT NULL,
        must_at TEXT, redial_at TEXT, redial_until TEXT, gate INTEGER NOT NULL, ripe INTEGER NOT NULL)
        STRICT, WITHOUT ROWID""",
    """CREATE INDEX callback_queue_turn ON callback_queue(gate, used, last_at, callback, not_before_at, until_at)
        WHERE ripe=1 AND blocked IS NULL""",
    """CREATE INDEX callback_queue_must ON callback_queue(must_at, callback, gate, not_before_at, until_at)
        WHERE blocked IS NULL AND must_at IS NOT NULL""",
    "CREATE INDEX callback_queue_ripening ON callback_queue(not_before_at) WHERE ripe=0 AND blocked IS NULL",
    "CREATE INDEX callback_queue_redial ON callback_queue(redial_until, redial_at) WHERE redial_until IS NOT NULL",
    "CREATE INDEX callback_queue_number ON callback_queue(number)",
    "CREATE INDEX callback_queue_group ON callback_queue(contact_group) WHERE contact_group IS NOT NULL",
)


def up(database: Database) -> None:
    """Make the table anew with its indexes."""
    for statement in _STATEMENTS:
        database.execute(statement)
