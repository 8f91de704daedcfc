"""Change the key of a closed database: every page is written anew in one transaction, so it opens with one key or the
other whenever the program is killed.
"""

from contextlib import suppress
from pathlib import Path

from app.models.errors import DatabaseBusy, DatabaseDamaged, DatabaseMissing, WrongKey
from app.models.key_errors import KeyNotChanged, OthersAtWork
from app.store.journal import Rows
from app.store.pages import damaged_pages
from app.store.sqlcipher import Error, connect, connect_still, said

_CENTER = "SELECT k, v FROM meta WHERE k IN ('center_secret', 'hub_id')"


def opens(path: Path, key: bytes) -> bool:
    """Say whether this key opens the database. Raises ``DatabaseMissing`` and what the disk raises."""
    if not path.exists():
        raise DatabaseMissing(path=str(path))
    try:
        connect(path, key).close()
    except WrongKey:
        return False
    return True


def opens_copy(path: Path, key: bytes) -> bool:
    """Say whether this key opens a copy that nobody writes; nothing is written to it nor beside it.

    Raises ``DatabaseMissing`` and what the disk raises.
    """
    try:
        connect_still(path, key).close()
    except WrongKey:
        return False
    return True


def installation_of(path: Path, key: bytes) -> str:
    """Name the installation of a copy, "" where it does not say. Raises ``WrongKey`` and what the disk raises."""
    connection = connect_still(path, key)
    try:
        with said(path):
            found = connection.execute("SELECT v FROM meta WHERE k = 'install_id'").fetchone()
    finally:
        connection.close()
    return str(found[0]) if found else ""


def center_of(path: Path, key: bytes) -> bytes | None:
    """Return the center secret that a station of a hub keeps in its database, None where it belongs to none.

    Raises ``WrongKey`` and what the disk raises.
    """
    connection = connect(path, key)
    try:
        with said(path):
            found = dict(connection.execute(_CENTER).fetchall())
    finally:
        connection.close()
    kept = found.get("center_secret")
    return kept if found.get("hub_id") and isinstance(kept, bytes) else None


def rewrite(path: Path, old: bytes, new: bytes) -> None:
    """Encrypt every page with another raw key of 32 bytes, with nobody else in the file.

    Raises ``OthersAtWork`` where another connection is open, ``KeyNotChanged`` where the disk took not every page, and
    what the disk raises; the old key opens it then.
    """
    try:
        connection = connect(path, old, alone=True)
    except DatabaseBusy as error:
        raise OthersAtWork(path=str(path)) from error
    try:
        with suppress(Error):  # the pragma says "ok" even where the disk was full: which key opens the file decides
            connection.execute(f"PRAGMA rekey = \"x'{new.hex()}'\"").fetchall()
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        connection.close()
    if not opens(path, new):
        raise KeyNotChanged(path=str(path))


def prove(path: Path, key: bytes) -> None:
    """Read every page with this key. Raises ``WrongKey``, ``DatabaseDamaged``, and what the disk raises."""
    connection = connect(path, key)
    try:
        with said(path):
            if damaged_pages(Rows(connection)):
                raise DatabaseDamaged(path=str(path))
    finally:
        connection.close()
