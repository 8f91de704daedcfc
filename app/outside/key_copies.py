"""Which keys the copies of a database need: backups, copies from before an upgrade, keys files that were set aside.

What cannot be told counts as needed: a copy that no kept key opens may be damaged in its first page only, or lie on a
disk that is not there at the moment.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from app.models.errors import AppError, DatabaseDamaged, DiskFailed
from app.models.key_errors import KeyMissing, KeySidecarMissing
from app.outside.key_sidecar import Sidecar, read_sidecar, sidecar_path
from app.outside.secrets import KeyStore
from app.services import database_key

#: What lies beside a copy and is none.
_BESIDE = (".keys", ".lock", ".tmp", "-wal", "-shm", "-journal")


def needed(database: Path, here: Sidecar, store: KeyStore, backups: Iterable[Path]) -> set[str] | None:
    """Name the keys that the copies need: backups of these names, their earlier ones, copies from before an upgrade,
    and every keys file in the data folder besides that of the database. None where it cannot be told of one of them.
    """
    found = set[str]()
    try:
        places = [one for place in dict.fromkeys(backups) for one in _beside(database, place)]
        for copy in (*before_upgrades(database), *(one for one in places if not one.name.endswith(_BESIDE))):
            key_id = opening(copy, named_by(copy), here, store)
            if not key_id:
                return None
            found.add(key_id)
        own = sidecar_path(database)
        kept = (one for one in database.parent.iterdir() if _is_keys_file(one) and one != own)
        for path in dict.fromkeys((*kept, *(one for one in places if _is_keys_file(one)))):
            named = read_sidecar(path)
            found |= {named.key_id, named.next_key_id} if named.install_id == here.install_id else set[str]()
    except (AppError, OSError):
        return None
    return found


def before_upgrades(database: Path) -> list[Path]:
    """Return the copies that the store left beside a database before a schema step (``onewindow.before-N.db``)."""
    return sorted(database.parent.glob(f"{database.stem}.before-*{database.suffix}"))


def named_by(copy: Path) -> str:
    """Name the key that a copy's own keys file names, "" without one. Raises what reading a damaged one raises."""
    try:
        return read_sidecar(sidecar_path(copy)).key_id
    except KeySidecarMissing:
        return ""


def opening(copy: Path, named: str, here: Sidecar, store: KeyStore) -> str:
    """Name the key that opens a copy: ``named``, or one that the keys file of the database names; "" for none.

    A copy that cannot be read is opened by none. Raises what the provider raises, but for a key that it does not keep.
    """
    names = dict.fromkeys((named, here.key_id, *reversed(here.former)))
    return next((one for one in names if one and _opens(copy, here.install_id, one, store)), "")


def _opens(copy: Path, install_id: str, key_id: str, store: KeyStore) -> bool:
    try:
        return database_key.opens_copy(copy, store.read(install_id, key_id))
    except (KeyMissing, DatabaseDamaged, DiskFailed):
        return False


def _beside(database: Path, backup: Path) -> Iterator[Path]:
    """Give each file whose name begins with that of a backup. Raises ``OSError`` where its folder is not there."""
    if backup.parent.parent == database.parent and not os.path.lexists(backup.parent):
        return  # no disk that could be plugged in: the data folder is there, and no such folder in it
    yield from (one for one in backup.parent.iterdir() if one.name.startswith(backup.name) and one.is_file())


def _is_keys_file(path: Path) -> bool:
    """Say whether a file is one beside a database, or one that was set aside (``.keys.1`` …)."""
    return path.name.endswith(".keys") or (path.suffix[1:].isdigit() and path.stem.endswith(".keys"))
