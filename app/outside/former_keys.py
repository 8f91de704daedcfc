"""Earlier keys of a database whose key was changed: they stay with their provider while a kept backup needs them."""

from collections.abc import Generator
from pathlib import Path

from app.models.errors import AppError
from app.outside.key_sidecar import read_sidecar, sidecar_path, write_sidecar
from app.outside.secrets import Keys, KeyStore


def key_of_backup(backup: Path, keys: Keys, store: KeyStore) -> bytes:
    """The key that opens a backup: today's, or an earlier one that the provider still has.

    Raises KeyMissing where it has gone, or what the sidecar beside the backup raises.
    """
    path = sidecar_path(backup)
    if not path.exists():
        return keys.database
    sidecar = read_sidecar(path)
    return keys.database if sidecar.key_id == keys.key_id else store.read(sidecar.install_id, sidecar.key_id)


class FormerKeys:
    """The earlier keys of one installation."""

    def __init__(self, database: Path, store: KeyStore) -> None:
        self._database, self._store = database, store

    def retire(self, *backups: Path) -> None:
        """Forget those that none of the backups of these names, nor their earlier copies, needs any more.

        None is forgotten while a folder of theirs is not there, or keys in it cannot be read.
        Raises what the sidecar and the provider raise.
        """
        path = sidecar_path(self._database)
        sidecar = read_sidecar(path)
        if not sidecar.former or sidecar.next_key_id:
            return
        try:
            needed = {key_id for backup in backups for key_id in _needed(backup)}
        except (AppError, OSError):
            return
        for key_id in set(sidecar.former) - needed:
            self._store.delete(sidecar.install_id, key_id)
            write_sidecar(path, read_sidecar(path).without_key(key_id))


def _needed(backup: Path) -> Generator[str]:
    for path in backup.parent.iterdir():
        if path.name.startswith(backup.name) and path.suffix == ".keys":
            yield read_sidecar(path).key_id
