"""The key of the database itself: who may change it, whether there is room for that, and the change of the file."""

import shutil
from pathlib import Path

from app.models.accounts import Permission
from app.models.key_errors import NoRoomForKeyChange
from app.services.office import View
from app.store import rekey

_MB = 1024 * 1024
#: Room that is left on the disk for everything else (megabytes).
_SPARE_MB = 64


def may_change(view: View) -> None:
    """Raise ``NotAllowed`` for everybody but administrators."""
    view.require(Permission.CHANGE_SETTINGS)


def check_room(database: Path) -> None:
    """Raise ``NoRoomForKeyChange`` where the disk does not hold the database a second time: SQLite writes every page
    into the write-ahead log first.
    """
    needed_mb = database.stat().st_size * 21 // (20 * _MB) + _SPARE_MB
    free_mb = shutil.disk_usage(database.parent).free // _MB
    if free_mb < needed_mb:
        raise NoRoomForKeyChange(needed_mb=needed_mb, free_mb=free_mb)


def opens(database: Path, key: bytes) -> bool:
    """Say whether this key opens the closed database. Raises what the disk raises."""
    return rekey.opens(database, key)


def opens_copy(copy: Path, key: bytes) -> bool:
    """Say whether this key opens a copy, which may lie on a read-only medium. Raises what the disk raises."""
    return rekey.opens_copy(copy, key)


def installation_of(copy: Path, key: bytes) -> str:
    """Name the installation that a copy is of, "" where it does not say. Raises ``WrongKey``, what the disk raises."""
    return rekey.installation_of(copy, key)


def center_of(database: Path, key: bytes) -> bytes | None:
    """Return the center secret that the closed database of an enrolled station was last opened with, None for another.

    Raises ``WrongKey`` and what the disk raises.
    """
    return rekey.center_of(database, key)


def rewrite(database: Path, old: bytes, new: bytes) -> None:
    """Write every page anew with another key. Raises ``OthersAtWork`` and what the disk raises; the old key stays."""
    rekey.rewrite(database, old, new)


def prove(database: Path, key: bytes) -> None:
    """Read every page with this key. Raises ``WrongKey``, ``DatabaseDamaged``, and what the disk raises."""
    rekey.prove(database, key)
