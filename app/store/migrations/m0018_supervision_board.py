"""What the supervision board counts: open inquiries by state, unit and owner; extensions that were asked for."""

from sqlite_utils import Database

_STATEMENTS = (
    # Everything that is counted stands in the index, the columns of its own condition too: else the rows were read.
    """CREATE INDEX inquiry_board ON inquiry(state, unit, owner, opened_at, due_at, next_due_at, clocks, closed_at,
        deleted_at) WHERE closed_at IS NULL AND deleted_at IS NULL""",
    "CREATE INDEX inquiry_event_asked ON inquiry_event(inquiry, at, id) WHERE kind = 'extension_asked'",
)


def up(database: Database) -> None:
    """Create the two indexes: the board reads the first from end to end, and never the table behind it."""
    for statement in _STATEMENTS:
        database.execute(statement)
