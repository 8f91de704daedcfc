"""A lock of the operating system on a file: it goes with the process, kill -9 included, so nothing stale stays."""

import os
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, local
from typing import Any

from app.models.key_errors import KeysBusy
from app.outside.files import write_error

#: How long somebody waits for a lock that is held for the time of one small file (seconds), and how often they look.
PATIENCE_S = 10.0
_LOOK_S = 0.01
#: How many may share a lock on Windows, which locks bytes: each holds one, and who wants to be alone holds them all.
_PLACES = 64
#: What this thread has for itself: ``held``, the lock files.
_MINE = local()


def lock(path: Path, *, shared: bool = False) -> int | None:
    """Lock a file, made where it is missing, and return its handle; None where another one holds the lock.

    A ``shared`` lock keeps out only those that want it for themselves. Whoever has the handle closes it (``os.close``).
    Raises FileForbidden or DiskFull.
    """
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise write_error(path, error) from error
    try:
        if _locked(handle, shared=shared):
            return handle
    except OSError as error:
        os.close(handle)
        raise write_error(path, error) from error
    os.close(handle)
    return None


@contextmanager
def one_at_a_time(path: Path, *, patience_s: float = PATIENCE_S) -> Generator[None]:
    """Read, change and write a small file with nobody else at it, of this program or another; ``path`` is that file.

    Whoever has it already, in the same thread, goes on having it.
    Raises KeysBusy where somebody has it for longer than ``patience_s``, FileForbidden or DiskFull.
    """
    beside, left_s, waiting = path.with_name(path.name + ".lock").absolute(), patience_s, Event()
    held: set[Path] = vars(_MINE).setdefault("held", set())
    if beside in held:
        yield
        return
    while (handle := lock(beside)) is None:
        if left_s <= 0:
            raise KeysBusy(path=str(path))
        waiting.wait(_LOOK_S)
        left_s -= _LOOK_S
    held.add(beside)
    try:
        yield
    finally:
        held.discard(beside)
        os.close(handle)


def _locked(handle: int, *, shared: bool) -> bool:
    if os.name == "nt":
        import msvcrt

        table: dict[str, Any] = vars(msvcrt)
        return _locked_bytes(handle, table["locking"], table["LK_NBLCK"], shared=shared)
    import fcntl

    try:
        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _locked_bytes(handle: int, locking: Callable[[int, int, int], None], mode: int, *, shared: bool) -> bool:
    """Lock as Windows does: one free byte to share it, all of them to be alone."""
    for place in range(_PLACES if shared else 1):
        os.lseek(handle, place, os.SEEK_SET)
        try:
            locking(handle, mode, 1 if shared else _PLACES)
        except OSError:
            continue
        return True
    return False
