"""The queue of a training day from one index, and what quality review asked for by day."""

from sqlite_utils import Database

_STATEMENTS = (
    """CREATE INDEX drill_card_pressing ON drill_card(operator, due_on, lapses_since, stability, lapsed, wanted,
        changed, last_on, weight, script, point) WHERE suspended = 0""",
    "DROP INDEX drill_card_due",
    "CREATE INDEX drill_need_source ON drill_need(source, day)",
)


def up(database: Database) -> None:
    """Make the indexes."""
    for statement in _STATEMENTS:
        database.execute(statement)
