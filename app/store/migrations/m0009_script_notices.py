"""Who has read which change of a script. Changes since a time, and a person's own flags, are found by an index."""

from sqlite_utils import Database

_STATEMENTS = (
    """CREATE TABLE script_notice(id BLOB PRIMARY KEY, script BLOB, event BLOB, wrong INTEGER, at TEXT, "by" BLOB,
        conflicts TEXT) STRICT, WITHOUT ROWID""",
    'CREATE INDEX script_notice_by ON script_notice("by", event)',
    "CREATE INDEX script_notice_event ON script_notice(event)",
    "CREATE INDEX script_event_at ON script_event(at)",
    "CREATE INDEX script_version_from ON script_version(effective_from) WHERE effective_from IS NOT NULL",
    'CREATE INDEX script_flag_by ON script_flag("by", at)',
)


def up(database: Database) -> None:
    """Create the table, its guards, and the indexes."""
    for statement in _STATEMENTS:
        database.execute(statement)
    for verb in ("INSERT", "UPDATE", "DELETE"):
        database.execute(
            f"""CREATE TRIGGER script_notice_guard_{verb.lower()} BEFORE {verb} ON script_notice
                WHEN journal_applying() = 0 BEGIN SELECT RAISE(ABORT, 'write through the journal'); END"""
        )
