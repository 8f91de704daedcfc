"""Open an encrypted connection, and say a driver's error in the house's words.

The rest of the store sees a plain connection. sqlcipher3's errors are no subclasses of ``sqlite3.Error``, and
sqlite-utils only catches them when it finds ``sqlcipher3`` under the name ``pysqlite3``: both traps are here.
"""

import os
import shutil
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlcipher3
from sqlcipher3 import dbapi2

from app.models import errors

# sqlite-utils prefers pysqlite3 if it can import it; without the alias its error handling misses every error.
sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)

# sqlcipher3 is a C module without stubs: Any here, once, and named types everywhere else.
_driver: Any = dbapi2
Connection = Any
Error: type[Exception] = _driver.Error

# For every None and every bytes that it binds, the driver asks the value and its own protocol for an adapter, by two
# attributes that are not there: 2 µs each, and a row has thirty of them. These two answer at once, with the same value.
_driver.register_adapter(bytes, bytearray)
_driver.register_adapter(type(None), dict[None, None]().get)

#: Memory for pages while everything is read or written anew (kilobytes).
_ROOM_KB = 128_000
#: Less free than this, and SQLite cannot begin a log (bytes).
_ROOM = 64 * 1024
_BUSY, _LOCKED, _READONLY, _INTERRUPT, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 8, 9, 10, 11, 13, 14, 26


def connect(path: Path, key: bytes, *, read_only: bool = False, alone: bool = False) -> Connection:
    """Open the database with a raw 32-byte key (no key derivation) and the pragmas of every open; ``alone`` keeps every
    other connection out, and raises ``DatabaseBusy`` where there is one.

    Raises ``WrongKey``, ``DatabaseMissing`` (read only), or a failure of the world.
    """
    if read_only and not path.exists():
        raise errors.DatabaseMissing(path=str(path))
    with said(path):
        connection: Connection = _driver.connect(
            str(path), isolation_level=None, check_same_thread=False, cached_statements=256
        )
        try:
            _set_up(connection, key, alone=alone)
        except BaseException:
            connection.close()  # Windows removes and moves no open file
            raise
        if read_only:
            connection.execute("PRAGMA query_only = ON")
    return connection


def _set_up(connection: Connection, key: bytes, *, alone: bool) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    if alone:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    for pragma in (
        "busy_timeout = 10000",
        "journal_mode = WAL",
        "synchronous = FULL",
        "fullfsync = 1",
        "foreign_keys = ON",
        "secure_delete = ON",
        "cache_size = -16000",
    ):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    # The schema was read from half a megabyte of pages, which nothing asks for again.
    connection.execute("PRAGMA shrink_memory").fetchall()


def connect_still(path: Path, key: bytes) -> Connection:
    """Open a copy that nobody writes, only to read it: nothing is written to it nor beside it, so it may lie on a
    read-only medium. Where a log lies beside it, it is no such copy: it is opened as ``connect`` does.

    Raises ``WrongKey``, ``DatabaseMissing``, or a failure of the world.
    """
    if path.with_name(path.name + "-wal").exists():
        return connect(path, key, read_only=True)
    if not path.exists():
        raise errors.DatabaseMissing(path=str(path))
    with said(path):
        connection: Connection = _driver.connect(
            f"{path.absolute().as_uri()}?immutable=1", uri=True, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except BaseException:
            connection.close()  # Windows removes and moves no open file
            raise
    return connection


@contextmanager
def roomy(connection: Connection) -> Generator[None]:
    """Let the connection keep more pages in memory: each page that does not stay is sealed and opened once more."""
    kept = int(connection.execute("PRAGMA cache_size").fetchone()[0])
    connection.execute(f"PRAGMA cache_size = -{_ROOM_KB}").fetchall()
    try:
        yield
    finally:
        connection.execute(f"PRAGMA cache_size = {kept}").fetchall()


def keep_private(path: Path) -> None:
    """Make a database file, and what SQLite puts beside it, readable by its owner only; a missing file is made empty.

    SQLite gives its WAL files the mode of the database. Windows keeps the rights of the folder, which is the account's.
    """
    if os.name == "nt":
        return
    with suppress(OSError):  # no folder, or another's file: opening it says so in words
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    for suffix in ("", "-wal", "-shm"):
        with suppress(OSError):
            path.with_name(path.name + suffix).chmod(0o600)


@contextmanager
def said(path: Path | None = None) -> Generator[None]:
    """Turn a driver's error into one of ours by its code, never by its text; other errors pass."""
    try:
        yield
    except Error as error:
        raise translated(error, path) from error


def translated(error: Exception, path: Path | None = None) -> Exception:
    """Return the house's error for a driver's error, or the same error where it is a fault of ours."""
    code = int(getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
    where = str(path) if path else ""
    if code in (_BUSY, _LOCKED, _INTERRUPT):  # interrupted: the house was closed meanwhile
        return errors.DatabaseBusy(path=where)
    if code == _FULL or (code in (_IOERR, _CANTOPEN) and path is not None and _is_full(path.parent)):
        return errors.DiskFull(path=where)
    if code == _NOTADB:
        return errors.WrongKey(path=where)
    if code == _CORRUPT:
        return errors.DatabaseDamaged(path=where)
    if code in (_IOERR, _CANTOPEN, _READONLY):
        return errors.DiskFailed(path=where, reason=getattr(error, "sqlite_errorname", "SQLITE_IOERR"))
    return error


def _is_full(folder: Path) -> bool:
    """Say whether a disk has no room: where not even the log can be begun, SQLite says no more than that it failed."""
    try:
        return shutil.disk_usage(folder).free < _ROOM
    except OSError:
        return False
