"""What reminded or urged somebody, found by its time: whoever owns the inquiry is told until it has been seen."""

from sqlite_utils import Database


def up(database: Database) -> None:
    """Make the index of the steps of supervision alone."""
    database.execute(
        """CREATE INDEX inquiry_event_supervised ON inquiry_event(at, inquiry, kind)
        WHERE kind IN ('reminded', 'urged', 'supervised', 'notified')"""
    )
