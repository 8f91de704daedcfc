"""Due times that cross a year whose holidays are estimated, and those that were computed again, found by indexes."""

from sqlite_utils import Database

_STATEMENTS = (
    """CREATE INDEX inquiry_event_estimated ON inquiry_event(inquiry)
        WHERE json_extract(clocks, '$.estimated') IS NOT NULL""",
    "CREATE INDEX inquiry_event_reckoned ON inquiry_event(at, inquiry) WHERE kind = 'due_reckoned'",
)


def up(database: Database) -> None:
    """Make the indexes; nothing recorded before says that a year was estimated."""
    for statement in _STATEMENTS:
        database.execute(statement)
