"""Backups: an encrypted copy that is proven before it replaces the last good one, and proof that one would restore."""

import json
from pathlib import Path

from app.models.errors import DatabaseExists
from app.models.file_errors import BackupOfOther, FileMissing
from app.models.key_errors import KeySidecarMissing
from app.services.office import Office
from app.store import backups as rows_of
from app.store.backups import Proof

#: Backups that are kept, the newest included.
KEPT = 7
_KEYS = ".keys"


def make(office: Office, target: Path, *, keep: int = KEPT) -> Proof:
    """Write a proven backup and beside it the sidecar of its keys; without that the recovery sheet opens nothing.

    Whoever has the key may: scheduled jobs have nobody at the desk. Raises ``BackupOfOther``, ``BackupNotSound``,
    ``NoRoom``, and what the disk raises.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    sidecar = office.store.path.with_name(office.store.path.name + _KEYS)
    # Read before: while a copy is proven, the desk may have closed the file and given it another key.
    keys = sidecar.read_bytes() if sidecar.exists() else None
    theirs = target.with_name(target.name + _KEYS)
    if keys and theirs.exists() and _installation(theirs.read_bytes()) not in ("", _installation(keys)):
        raise BackupOfOther(path=str(target))
    return rows_of.copy_proven(office.store, target, keep=keep, keys=keys)


def _installation(keys: bytes) -> str:
    """Return whose keys a sidecar holds; empty where it does not say."""
    try:
        return str(json.loads(keys)["install_id"])
    except (ValueError, KeyError, TypeError):
        return ""


def prove(path: Path, key: bytes) -> Proof:
    """Read a whole backup. Raises ``DatabaseMissing``, ``WrongKey``, and what the disk raises."""
    return rows_of.prove(path, key)


def restore(backup: Path, database: Path) -> None:
    """Put a backup into an empty data folder, with the sidecar of its keys, whole or not at all.

    The next sync finds by the hashes what it lacks; until then it holds no lease and grants none. One that was cut
    can be done again. Raises ``FileMissing``, ``KeySidecarMissing``, ``DatabaseExists``, ``NoRoom`` and ``DiskFailed``.
    """
    sidecar = backup.with_name(backup.name + _KEYS)
    if not backup.exists():
        raise FileMissing(path=str(backup))
    if not sidecar.exists():
        raise KeySidecarMissing(path=str(sidecar))
    if rows_of.is_taken(database):
        raise DatabaseExists(path=str(database.parent))
    rows_of.put_back(backup, database)


def take_out(database: Path) -> None:
    """Let the folder be empty again after a restore of a backup that turned out damaged, for an earlier one."""
    rows_of.take_out(database)
