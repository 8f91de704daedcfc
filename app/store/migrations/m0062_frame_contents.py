"""Contents of frames beside the journal: packed parts, known by the hash of the rows. They are in no record.

A campaign says itself how many people of which age and sex stood on its list: it is weighed where the list is not.
"""

from sqlite_utils import Database

_STATEMENTS = (
    """CREATE TABLE frame_content(id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, number INTEGER NOT NULL,
        content BLOB NOT NULL) STRICT""",
    "CREATE UNIQUE INDEX frame_content_place ON frame_content(sha256, number)",
    "ALTER TABLE campaign ADD COLUMN kinds TEXT",
)


def up(database: Database) -> None:
    """Make room for them; frames that are in the journal stay there until somebody moves them."""
    for statement in _STATEMENTS:
        database.execute(statement)
