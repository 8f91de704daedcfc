"""The copies that the store leaves before it takes a schema step (``onewindow.before-N.db``): which key opens them.

They stand under the key of their time. Where that is changed, each gets a keys file of its own, as backups have.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from app.models.errors import AppError
from app.outside import key_copies
from app.outside.key_sidecar import Sidecar, read_sidecar, sidecar_path, write_sidecar
from app.outside.secrets import KeyStore


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy. ``opens`` says whether a key that is kept opens it, ``today`` whether that is the key in use."""

    path: Path
    opens: bool
    today: bool


def looked_at(database: Path, store: KeyStore) -> list[Copy]:
    """Say of each copy which key opens it. Raises what the sidecar of the database raises, and the disk."""
    here = read_sidecar(sidecar_path(database))
    found: list[Copy] = []
    for path in key_copies.before_upgrades(database):
        key_id = _key_of(path, here, store)
        found.append(Copy(path, bool(key_id), key_id == here.key_id))
    return found


def give_keys(database: Path, store: KeyStore) -> None:
    """Give each copy that a kept key opens a keys file of its own, where it has none that leads to that key.

    Raises what the sidecar of the database raises, and the disk.
    """
    here = read_sidecar(sidecar_path(database))
    for path in key_copies.before_upgrades(database):
        key_id = _key_of(path, here, store)
        if key_id not in ("", _named_by(path)):
            write_sidecar(sidecar_path(path), replace(here, key_id=key_id, next_key_id="", former=()))


def _key_of(path: Path, here: Sidecar, store: KeyStore) -> str:
    """Name the key that opens a copy, "" where no kept one does; a damaged keys file of its own hinders nothing."""
    return key_copies.opening(path, _named_by(path), here, store)


def _named_by(path: Path) -> str:
    try:
        return key_copies.named_by(path)
    except AppError:
        return ""
