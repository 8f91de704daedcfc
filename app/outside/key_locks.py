"""Whoever gives a database another key is alone: no sync, no backup, no opening of the desk at that moment.

The change holds the lock for itself, whatever works on keys or copies of the file while it lasts shares it. The keys
file has a lock of its own, held for the time of one reading and writing (``key_sidecar.edit``).
"""

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from app.models.key_errors import KeyChanging, KeyWorkRunning
from app.outside.file_locks import lock


@contextmanager
def alone(database: Path) -> Generator[None]:
    """Be the only one. Raises KeyChanging while another change is under way, KeyWorkRunning while others work."""
    path = _path(database)
    handle = lock(path)
    if handle is None:
        raise KeyWorkRunning(path=str(database)) if _is_shared(path) else KeyChanging(path=str(database))
    try:
        yield
    finally:
        os.close(handle)


@contextmanager
def staying(database: Path) -> Generator[None]:
    """Let nobody change the key meanwhile; others may do the same. Raises KeyChanging where somebody is at it."""
    handle = lock(_path(database), shared=True)
    if handle is None:
        raise KeyChanging(path=str(database))
    try:
        yield
    finally:
        os.close(handle)


def _path(database: Path) -> Path:
    return database.with_name(database.name + ".changing")


def _is_shared(path: Path) -> bool:
    handle = lock(path, shared=True)
    if handle is not None:
        os.close(handle)
    return handle is not None
