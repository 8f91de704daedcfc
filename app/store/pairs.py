"""A copy of a database and the keys file beside it (``.keys``) stand and move as a pair.

A copy only ever comes to stand where its own keys file stands already, and never in the place of another copy. So
whenever the program is killed, each copy that is there has the keys file of its own beside it.
"""

import os
import shutil
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event

from app.models.errors import DiskFailed

#: What SQLite puts beside a database while it is written; what is left of one would be read into whatever stands there.
_LOGS = ("-wal", "-shm", "-journal")
#: Where the earliest backup waits until a fresh one stands in its place.
_GOING = ".old"
#: How often and how long another program that reads a file is waited for (seconds): Windows moves no open file.
_TRIES, _TRY_S = (40 if os.name == "nt" else 0), 0.025
_NEVER = Event()


def keys_of(copy: Path) -> Path:
    """Return where the keys file of a copy stands."""
    return copy.with_name(copy.name + ".keys")


def place(target: Path, number: int) -> Path:
    """Return where the backup of this name stands that is so many backups old (0: the newest)."""
    return target.with_name(f"{target.name}.{number}") if number else target


def rotate(fresh: Path, target: Path, *, keep: int) -> None:
    """Put a fresh copy in the place of the newest backup; the earlier ones move one place back, ``keep`` of them stay.

    The one that goes does so when the fresh one stands. Places beyond ``keep`` are left alone. Raises ``DiskFailed``.
    """
    with _said(target):
        going = target.with_name(target.name + _GOING)
        gap = next((number for number in range(keep) if not place(target, number).exists()), keep)
        if gap == keep:
            gap = keep - 1
            remove(going)
            move(place(target, gap), going)
        for number in range(gap, 0, -1):
            move(place(target, number - 1), place(target, number))
        move(fresh, target)
        remove(going)


def move(source: Path, target: Path) -> None:
    """Move a copy with its keys file to a name where no copy stands. Raises ``OSError``, for a taken name, too."""
    if target.exists():
        raise FileExistsError(target)
    clear(target)
    if keys_of(source).exists():
        _copy_whole(keys_of(source), keys_of(target))
    else:
        keys_of(target).unlink(missing_ok=True)
    _renamed(source, target)
    flush_folder(target.parent)
    keys_of(source).unlink(missing_ok=True)


def remove(copy: Path) -> None:
    """Remove a copy, then its keys file. Raises ``OSError``."""
    clear(copy)
    keys_of(copy).unlink(missing_ok=True)


def clear(copy: Path) -> None:
    """Remove a copy and what is left of a log beside it, which would be read into the next one. Raises ``OSError``."""
    for suffix in ("", *_LOGS):
        copy.with_name(copy.name + suffix).unlink(missing_ok=True)


def flush(path: Path) -> None:
    """Make a file that was written durable. Raises ``OSError``."""
    with path.open("r+b") as stream:
        os.fsync(stream.fileno())


def flush_folder(folder: Path) -> None:
    """Make new names durable, too; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some file systems refuse to flush a folder
            os.fsync(handle)
    finally:
        os.close(handle)


def _copy_whole(source: Path, target: Path) -> None:
    """Copy a small file as one step, for its owner alone."""
    fresh = target.with_name(target.name + ".tmp")
    fresh.unlink(missing_ok=True)
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with source.open("rb") as read, os.fdopen(handle, "wb") as written:
        shutil.copyfileobj(read, written)
        written.flush()
        os.fsync(written.fileno())
    fresh.replace(target)


def _renamed(source: Path, target: Path) -> None:
    for _ in range(_TRIES):
        with suppress(PermissionError):
            source.rename(target)
            return
        _NEVER.wait(_TRY_S)
    source.rename(target)


@contextmanager
def _said(path: Path) -> Generator[None]:
    try:
        yield
    except OSError as error:
        raise DiskFailed(path=str(path), reason=error.strerror or type(error).__name__) from error
