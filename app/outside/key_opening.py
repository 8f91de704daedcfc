"""The key of a database that is about to be opened; a change that was cut short is settled before."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from app.outside import key_locks, secrets
from app.outside.secrets import KeyStore, Unlocked


@contextmanager
def unlocked(database: Path, store: KeyStore) -> Generator[Unlocked]:
    """Give the key; nobody changes it until the block ends.

    Raises KeyChanging, and what ``secrets.unlock_database`` and ``key_change.settle`` raise.
    """
    if secrets.is_changing(database):
        from app.outside import key_change  # no start waits for it

        key_change.settle(database, store)
    with key_locks.staying(database):
        yield secrets.unlock_database(database, store)
