"""Finding the groups that a supervisor wants elsewhere, calls that ended for a language, and return calls."""

from sqlite_utils import Database

_STATEMENTS = (
    "CREATE INDEX lease_wanted ON lease(contact_group, epoch) WHERE kind = 'wanted'",
    "CREATE INDEX callback_unspoken ON callback(language) WHERE closed_code = '243' AND language > ''",
    "CREATE INDEX attempt_came_in ON attempt(campaign, at) WHERE direction = 'in'",
)


def up(database: Database) -> None:
    """Make the indexes; they hold little."""
    for statement in _STATEMENTS:
        database.execute(statement)
