"""Which contents this station has given the hub: local facts, beside the contents themselves."""

from app.store.journal import Rows, Tx

#: How a content stands that the hub has whole. An older program noted 1 without a look at what others had given under
#: its name: such a one is asked about, and read, again.
READ_WHOLE = 2


def frames(rows: Rows) -> dict[bytes, str]:
    """Return the frames whose contents are beside the journal here: id → SHA-256."""
    sql = """SELECT f.id, f.sha256 FROM frame f WHERE f.sha256 IN (SELECT c.sha256 FROM frame_content c
        WHERE c.number = 0) /* whole: some frames a quarter */"""
    return {bytes(row[0]): str(row[1]) for row in rows.all(sql)}


def documents(rows: Rows) -> dict[bytes, str]:
    """Return the source documents that this station has heard of: id → SHA-256."""
    sql = "SELECT id, sha256 FROM script_document /* whole: a few hundred */"
    return {bytes(row[0]): str(row[1]) for row in rows.all(sql)}


def given(rows: Rows) -> set[bytes]:
    """Return the records whose content the hub has whole, as far as it said and what others gave was read."""
    sql = "SELECT about FROM hub_object WHERE whole = ? /* whole: as many */"
    return {bytes(row[0]) for row in rows.all(sql, READ_WHOLE)}


def salt_of(tx: Tx, about: bytes, fresh: bytes) -> bytes:
    """Return the salt of a content, its own; where it has none, ``fresh`` from now on."""
    tx.connection.execute("INSERT OR IGNORE INTO hub_object(about, salt) VALUES(?, ?)", (about, fresh))
    found = tx.one("SELECT salt FROM hub_object WHERE about=?", about)
    return bytes(found[0]) if found else fresh


def note_given(tx: Tx, about: bytes, salt: bytes) -> None:
    """Note that the hub has the content of a record, whole."""
    tx.connection.execute(
        """INSERT INTO hub_object(about, salt, whole) VALUES(?, ?, ?)
            ON CONFLICT(about) DO UPDATE SET whole = excluded.whole""",
        (about, salt, READ_WHOLE),
    )


def note_lacking(tx: Tx, about: set[bytes]) -> None:
    """Note that the hub lacks these after all: it went back."""
    tx.connection.executemany("UPDATE hub_object SET whole = 0 WHERE about=?", [(one,) for one in about])
