"""The ledger of findings goes by what it shows: when the next thing is due (answer, measure, end), not only the end."""

from sqlite_utils import Database

_NEXT = """CASE WHEN state = 'planned' AND due_at IS NOT NULL THEN due_at
    WHEN state IN ('opened', 'triaged', 'sent', 'reopened') THEN max(reply_due_at, coalesce(due_at, ''))
    ELSE max(close_due_at, coalesce(due_at, '')) END"""
_STATEMENTS = (
    "DROP INDEX finding_open",
    f"CREATE INDEX finding_due ON finding({_NEXT}, id) WHERE state NOT IN ('closed', 'unfounded')",
)


def up(database: Database) -> None:
    """Put the index of open findings in the order of what is due next."""
    for statement in _STATEMENTS:
        database.execute(statement)
