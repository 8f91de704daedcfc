"""A course that is changed is written down anew; which one it was first."""

from sqlite_utils import Database


def up(database: Database) -> None:
    """Let a course say what it was written down as first, and find its changes."""
    database.execute("ALTER TABLE course ADD COLUMN first BLOB")
    database.execute("CREATE INDEX course_first ON course(first, at)")
