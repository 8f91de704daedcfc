"""Earlier keys of a database whose key was changed: they stay with their provider while a kept backup needs them."""

from collections.abc import Callable, Generator
from pathlib import Path

from app.models.errors import AppError
from app.outside import upgrade_copies
from app.outside.key_sidecar import Sidecar, edit, read_sidecar, sidecar_path
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
        """Forget those that none of the backups of these names, nor their earlier copies, needs any more, nor a copy
        from before an upgrade.

        None is forgotten while a folder of theirs is not there, or keys in it cannot be read.
        Raises what the sidecar and the provider raise.
        """
        path = sidecar_path(self._database)
        sidecar = read_sidecar(path)
        if not sidecar.former or sidecar.next_key_id:
            return
        try:
            needed = {key_id for backup in backups for key_id in _needed(backup)}
            needed |= upgrade_copies.needed_by(self._database)
        except (AppError, OSError):
            return
        for key_id in set(sidecar.former) - needed:
            self._store.delete(sidecar.install_id, key_id)
            edit(path, _without(key_id))


def _without(key_id: str) -> Callable[[Sidecar], Sidecar]:
    def left(found: Sidecar) -> Sidecar:
        # Asked anew: a key that came back into use in between is no former one any more.
        return found if key_id in (found.key_id, found.next_key_id) else found.without_key(key_id)

    return left


def _needed(backup: Path) -> Generator[str]:
    for path in backup.parent.iterdir():
        if path.name.startswith(backup.name) and path.suffix == ".keys":
            yield read_sidecar(path).key_id
