"""A copy of the database that is proven before it takes the place of the last good one."""

import errno
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from app.models.errors import AppError, BackupNotSound, DatabaseDamaged, DiskFailed, DiskFull
from app.models.file_errors import NoRoom
from app.store import pairs
from app.store.journal import Rows
from app.store.pages import damaged_pages
from app.store.rebuild import check_chain
from app.store.sqlcipher import Connection, connect_still, keep_private, said
from app.store.store import RESTORED, Store

_PIECE = 1024 * 1024
_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})


@dataclass(frozen=True)
class Proof:
    """What reading a whole copy found: records, the first that do not verify, damaged pages."""

    records: int
    broken_at: tuple[tuple[str, int], ...]
    damaged_pages: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Say whether it would restore."""
        return not self.broken_at and not self.damaged_pages


def prove(path: Path, key: bytes) -> Proof:
    """Read every page and every record of a copy, and leave it and what lies beside it as they are.

    Raises ``WrongKey``, ``DatabaseMissing``, what the disk raises.
    """
    connection: Connection = None
    try:
        with said(path):
            connection = connect_still(path, key)
            rows = Rows(connection)
            chain = check_chain(rows)
            return Proof(chain.records, chain.broken_at, damaged_pages(rows))
    except DatabaseDamaged:  # so far gone that the records cannot even be read
        return Proof(0, (), (path.name,))
    finally:
        if connection is not None:
            connection.close()


def copy_proven(store: Store, target: Path, *, keep: int, keys: bytes | None = None) -> Proof:
    """Copy, prove, and only then move the earlier copies one place back (``.1``, ``.2`` …, ``keep`` of them).

    ``keys`` is what the keys file beside it says: no copy stands without its own, whenever the program is killed.
    Raises ``BackupNotSound``, ``NoRoom`` and what the disk raises: the copy goes, and every earlier one stays as it is.
    """
    fresh = target.with_name(target.name + ".new")
    try:
        pairs.remove(fresh)  # what a killed one has left
        if keys is not None:
            keep_private(pairs.keys_of(fresh))
            pairs.keys_of(fresh).write_bytes(keys)
        store.copy_to(fresh)
        proof = prove(fresh, store.key)
        if not proof.sound:
            raise BackupNotSound(path=str(target))
        pairs.flush(fresh)
    except (AppError, OSError) as error:
        pairs.remove(fresh)
        if isinstance(error, DiskFull) or getattr(error, "errno", None) in _FULL:
            raise NoRoom(path=str(target)) from error
        raise
    pairs.rotate(fresh, target, keep=keep)
    return proof


def is_taken(database: Path) -> bool:
    """Say whether a backup cannot be put here: there is a database, what is left of one, or a keys file without it.

    What a restore that was cut has left is in nobody's way. Another log without its database is: it would be read into
    any.
    """
    left = [database.with_name(database.name + suffix) for suffix in ("", "-journal")]
    of_a_cut_one = (log_of(database), pairs.keys_of(database))
    is_cut = database.with_name(database.name + RESTORED).exists()
    return any(one.exists() for one in left) or (any(one.exists() for one in of_a_cut_one) and not is_cut)


def log_of(database: Path) -> Path:
    """Return where SQLite keeps what has not been written into a database yet."""
    return database.with_name(database.name + "-wal")


def put_back(backup: Path, database: Path) -> None:
    """Put a backup and its keys file in the place of a database: first all that is read, then names alone.

    A database that was copied by hand while it was open has what was saved last in the log beside it: that comes along.
    The mark that this was a restore comes before the file, so that nobody opens it as the station that it was.
    Raises ``NoRoom`` and ``DiskFailed``, and leaves nothing then.
    """
    mark, keys = database.with_name(database.name + RESTORED), pairs.keys_of(database)
    making = database.with_name(database.name + ".restoring")
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
        for one in (log_of(database), log_of(making)):  # of a restore that was cut
            one.unlink(missing_ok=True)
        parts = [(pairs.keys_of(backup), pairs.keys_of(making)), (backup, making)]
        if log_of(backup).exists():
            parts.append((log_of(backup), log_of(making)))
        for source, fresh in parts:
            _copy_flushed(source, fresh)
        mark.touch()
        pairs.flush_folder(database.parent)  # nobody may open it as the station that it was, after a power cut neither
        pairs.keys_of(making).replace(keys)
        if log_of(making).exists():
            log_of(making).replace(log_of(database))
        making.replace(database)
        pairs.flush_folder(database.parent)
    except OSError as error:
        left = (making, pairs.keys_of(making), log_of(making))
        for one in left if database.exists() else (*left, keys, log_of(database), mark):
            one.unlink(missing_ok=True)
        if error.errno in _FULL:
            raise NoRoom(path=str(database)) from error
        raise DiskFailed(path=str(database), reason=error.strerror or type(error).__name__) from error


def take_out(database: Path) -> None:
    """Remove what ``put_back`` has put there, which turned out damaged; the backup itself stays. Raises ``OSError``."""
    pairs.remove(database)
    database.with_name(database.name + RESTORED).unlink(missing_ok=True)


def _copy_flushed(source: Path, target: Path) -> None:
    keep_private(target)
    with source.open("rb") as read, target.open("wb") as written:
        shutil.copyfileobj(read, written, _PIECE)
        written.flush()
        os.fsync(written.fileno())
