"""Which contents this station has given the hub: local facts, beside the contents themselves."""

from app.store.journal import Rows, Tx


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
    """Return the records whose content the hub has whole, as far as it said."""
    return {bytes(row[0]) for row in rows.all("SELECT about FROM hub_object WHERE whole = 1 /* whole: as many */")}


def salt_of(tx: Tx, about: bytes, fresh: bytes) -> bytes:
    """Return the salt of a content, its own; where it has none, ``fresh`` from now on."""
    tx.connection.execute("INSERT OR IGNORE INTO hub_object(about, salt) VALUES(?, ?)", (about, fresh))
    found = tx.one("SELECT salt FROM hub_object WHERE about=?", about)
    return bytes(found[0]) if found else fresh


def note_given(tx: Tx, about: bytes, salt: bytes) -> None:
    """Note that the hub has the content of a record, whole."""
    tx.connection.execute(
        "INSERT INTO hub_object(about, salt, whole) VALUES(?, ?, 1) ON CONFLICT(about) DO UPDATE SET whole = 1",
        (about, salt),
    )


def note_lacking(tx: Tx, about: set[bytes]) -> None:
    """Note that the hub lacks these after all: it went back."""
    tx.connection.executemany("UPDATE hub_object SET whole = 0 WHERE about=?", [(one,) for one in about])
