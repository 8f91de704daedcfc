"""A lock of the operating system on a file: it goes with the process, kill -9 included, so nothing stale stays."""

import os
from pathlib import Path
from typing import Any

from app.outside.files import write_error


def lock(path: Path) -> int | None:
    """Lock a file, made where it is missing, and return its handle; None where another one holds the lock.

    Whoever has the handle closes it (``os.close``). Raises FileForbidden or DiskFull.
    """
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise write_error(path, error) from error
    try:
        if _locked(handle):
            return handle
    except OSError as error:
        os.close(handle)
        raise write_error(path, error) from error
    os.close(handle)
    return None


def _locked(handle: int) -> bool:
    if os.name == "nt":
        return _locked_on_windows(handle)
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _locked_on_windows(handle: int) -> bool:
    import msvcrt

    locking: Any = vars(msvcrt)["locking"]
    try:
        locking(handle, vars(msvcrt)["LK_NBLCK"], 1)
    except OSError:
        return False
    return True
