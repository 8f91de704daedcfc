"""The copies that the store leaves before it takes a schema step (``onewindow.before-N.db``): which key opens them.

They stand under the key of their time. Where that is changed, each gets a keys file of its own, as backups have.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from app.models.errors import AppError, DatabaseDamaged, DiskFailed
from app.models.key_errors import KeyMissing
from app.outside.key_sidecar import Sidecar, read_sidecar, sidecar_path, write_sidecar
from app.outside.secrets import KeyStore
from app.services import database_key


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy. ``opens`` says whether a key that is kept opens it, ``today`` whether that is the key in use."""

    path: Path
    opens: bool
    today: bool


def copies_of(database: Path) -> list[Path]:
    """Return the copies that lie beside a database."""
    return sorted(database.parent.glob(f"{database.stem}.before-*{database.suffix}"))


def looked_at(database: Path, store: KeyStore) -> list[Copy]:
    """Say of each copy which key opens it. Raises what the sidecar of the database raises, and the disk."""
    here = read_sidecar(sidecar_path(database))
    found: list[Copy] = []
    for path in copies_of(database):
        key_id = _key_of(path, here, store)
        found.append(Copy(path, bool(key_id), key_id == here.key_id))
    return found


def give_keys(database: Path, store: KeyStore) -> None:
    """Give each copy that a kept key opens a keys file of its own, where it has none that leads to that key.

    Raises what the sidecar of the database raises, and the disk.
    """
    here = read_sidecar(sidecar_path(database))
    for path in copies_of(database):
        key_id = _key_of(path, here, store)
        if key_id not in ("", _named_by(path)):
            write_sidecar(sidecar_path(path), replace(here, key_id=key_id, next_key_id="", former=()))


def _key_of(path: Path, here: Sidecar, store: KeyStore) -> str:
    """Name the key that opens a copy, "" where none that is kept does."""
    named = (_named_by(path), here.key_id, *reversed(here.former))
    return next((one for one in dict.fromkeys(named) if one and _opens(path, here.install_id, one, store)), "")


def _named_by(path: Path) -> str:
    """Name the key that a copy's own keys file names, "" without one; a damaged one is as good as none."""
    try:
        return read_sidecar(sidecar_path(path)).key_id
    except AppError:
        return ""


def _opens(path: Path, install_id: str, key_id: str, store: KeyStore) -> bool:
    try:
        return database_key.opens_copy(path, store.read(install_id, key_id))
    except (KeyMissing, DatabaseDamaged, DiskFailed):  # a copy that cannot be read hinders nothing
        return False
