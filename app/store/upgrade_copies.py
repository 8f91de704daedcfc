"""The copy of a database that is left beside it before it takes a schema step: ``onewindow.before-N.db``.

None is ever written over: an upgrade that broke off halfway goes on from the state in between, and what it began with
is in the copy that was made first.
"""

from pathlib import Path
from typing import Protocol

from app.models.errors import AppError, DiskFailed
from app.store import pairs
from app.store.migrations import version_of
from app.store.sqlcipher import Connection, Error, connect_still, keep_private

#: What says that two files hold the same records: the file incarnation, and the last record with its link of the chain.
_STATE = """SELECT (SELECT v FROM meta WHERE k = 'origin'), id, hash FROM journal ORDER BY id DESC LIMIT 1
    /* whole: stops at the last */"""


class Source(Protocol):
    """The database that is about to be upgraded."""

    @property
    def path(self) -> Path:
        """Where it stands."""
        ...

    @property
    def key(self) -> bytes:
        """What opens it."""
        ...

    def copy_to(self, target: Path) -> None:
        """Write a consistent, encrypted copy."""
        ...


def leave(store: Source, found: int, wanted: int) -> None:
    """Leave a copy of a database of version ``found``, with its keys file, before it is brought to ``wanted``.

    Where an earlier attempt left the same records already, that copy stays the one. Raises DiskFull and DiskFailed.
    """
    plain = store.path.with_suffix(f".before-{wanted}{store.path.suffix}")
    target, number = plain, 0
    while target.exists():
        if _is_same(target, store, found):
            return
        number += 1
        target = plain.with_suffix(f".{number}{plain.suffix}")
    fresh = plain.with_name(plain.name + ".new")
    try:
        _made(store, fresh)
        pairs.move(fresh, target)
    except OSError as error:
        raise DiskFailed(path=str(target), reason=error.strerror or type(error).__name__) from error


def _made(store: Source, fresh: Path) -> None:
    keys = pairs.keys_of(store.path)
    try:
        pairs.remove(fresh)  # what a killed one has left
        if keys.exists():
            keep_private(pairs.keys_of(fresh))
            pairs.keys_of(fresh).write_bytes(keys.read_bytes())
        store.copy_to(fresh)
        pairs.flush(fresh)
    except (AppError, OSError):
        pairs.remove(fresh)
        raise


def _is_same(copy: Path, store: Source, found: int) -> bool:
    """Say whether a copy holds what the database holds now, of this version or one before it."""
    try:
        here, there = connect_still(store.path, store.key), connect_still(copy, store.key)
    except AppError:
        return False
    try:
        return version_of(there) <= found and _state(here) == _state(there)
    except Error:
        return False
    finally:
        here.close()
        there.close()


def _state(connection: Connection) -> tuple[object, ...]:
    return tuple(connection.execute(_STATE).fetchone() or ())
