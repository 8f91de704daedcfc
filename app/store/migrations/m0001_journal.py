"""The journal, which is the truth, with the triggers that keep it append-only; and the small local tables."""

from sqlite_utils import Database

# Every index is one more page for each save to write, so there are two. A record belongs to one row: (row_id, uid)
# finds its records and refuses the same record twice. Within an origin seq grows with id: the address index holds every
# 64th record, from which one reads on by id.
_STATEMENTS = (
    """CREATE TABLE journal(
        id INTEGER PRIMARY KEY, uid BLOB NOT NULL, origin BLOB NOT NULL, seq INTEGER NOT NULL,
        hlc INTEGER NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL, scope TEXT NOT NULL, entity TEXT NOT NULL,
        row_id BLOB NOT NULL, sv INTEGER NOT NULL, payload TEXT, payload_hash BLOB NOT NULL, hash BLOB NOT NULL
    ) STRICT""",
    "CREATE INDEX journal_addr ON journal(origin, seq) WHERE seq % 64 = 1",
    "CREATE UNIQUE INDEX journal_row ON journal(row_id, uid)",
    """CREATE TRIGGER journal_keep BEFORE DELETE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER journal_fixed BEFORE UPDATE OF id, uid, hlc, at, actor, scope, entity, row_id, sv, payload_hash
        ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER journal_redact BEFORE UPDATE OF payload ON journal WHEN new.payload IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'a payload can only be removed'); END""",
    """CREATE TABLE vec(scope TEXT, origin BLOB, seq INTEGER NOT NULL, hash BLOB NOT NULL,
        PRIMARY KEY(scope, origin)) STRICT, WITHOUT ROWID""",
    "CREATE TABLE meta(k TEXT PRIMARY KEY, v ANY) STRICT, WITHOUT ROWID",
    """CREATE TABLE draft(form TEXT NOT NULL, row_id BLOB NOT NULL, body TEXT NOT NULL, saved_at TEXT NOT NULL,
        PRIMARY KEY(form, row_id)) STRICT, WITHOUT ROWID""",
    "CREATE TABLE quarantine(row_id BLOB PRIMARY KEY, error TEXT NOT NULL, since TEXT NOT NULL) STRICT, WITHOUT ROWID",
)


def up(database: Database) -> None:
    """Create the tables."""
    for statement in _STATEMENTS:
        database.execute(statement)
