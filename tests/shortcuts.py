"""What costs the tests most and tells them nothing is done once or done cheaply in their process.

Schema steps are taken for the first of a process's new databases, and passwords are hashed with the least that Argon2
takes. Programs that a test starts do neither.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.outside.wrapping import Cost
from app.services import accounts
from app.store import rekey
from app.store.store import Store

if TYPE_CHECKING:
    from argon2 import PasswordHasher

KEY = bytes(range(32))
NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)  # a Monday, noon in Shanghai

#: What the program itself does.
create = Store.create
hasher = accounts._hasher
COST = Cost(*(field.default for field in fields(Cost)))


@cache
def _migrated() -> bytes:
    """A database that took every schema step and has nothing in it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "onewindow.db"
        store = Store(path, KEY, lambda: NOON)
        store.migrate()
        store.close()
        return path.read_bytes()


def created(path: Path, key: bytes, now: Callable[[], datetime], *, install_id: str) -> Store:
    """A new database as ``Store.create`` makes it, whose schema steps were taken once for all of a process's tests."""
    try:
        path.write_bytes(_migrated())
    except OSError:  # no folder, or a full disk: the program says so in its own words
        path.unlink(missing_ok=True)
        return create(path, key, now, install_id=install_id)
    if key != KEY:
        rekey.rewrite(path, KEY, key)
    return create(path, key, now, install_id=install_id)


def quick_hasher() -> "PasswordHasher":
    """Return argon2id with the least memory and passes that it takes."""
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@contextmanager
def taken() -> Iterator[None]:
    """Take the shortcuts."""
    patch = pytest.MonkeyPatch()
    patch.setattr(Store, "create", created)
    patch.setattr(accounts, "_hasher", quick_hasher)
    patch.setattr(Cost.__init__, "__defaults__", (64, 1, 1))
    yield
    patch.undo()
