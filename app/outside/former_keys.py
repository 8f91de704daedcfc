"""Earlier keys of a database whose key was changed: they stay with their provider while a kept copy needs them."""

from collections.abc import Callable
from pathlib import Path

from app.models.errors import AppError
from app.models.key_errors import BackupKeysOther
from app.outside import key_copies, key_locks
from app.outside.file_locks import one_at_a_time
from app.outside.key_sidecar import Sidecar, edit, read_sidecar, sidecar_path
from app.outside.secrets import Keys, KeyStore
from app.services import database_key


def key_of_backup(database: Path, backup: Path, keys: Keys, store: KeyStore) -> bytes:
    """The key that opens a backup by the keys file beside it: today's, or an earlier one that the provider still has.

    Raises BackupKeysOther where the keys file is that of another copy, KeyMissing where the key has gone, or what the
    keys file raises.
    """
    path = sidecar_path(backup)
    named = read_sidecar(path)
    found = key_copies.opening(backup, named.key_id, read_sidecar(sidecar_path(database)), store)
    if found and (found != named.key_id or not _is_of(named, backup, store)):
        raise BackupKeysOther(path=str(backup), keys=str(path))
    return keys.database if named.key_id == keys.key_id else store.read(named.install_id, named.key_id)


def _is_of(named: Sidecar, backup: Path, store: KeyStore) -> bool:
    key = store.read(named.install_id, named.key_id)
    return database_key.installation_of(backup, key) in ("", named.install_id)


class FormerKeys:
    """The earlier keys of one installation."""

    def __init__(self, database: Path, store: KeyStore) -> None:
        self._database, self._store = database, store

    def retire(self, *backups: Path) -> None:
        """Forget those that no copy needs any more: none of the backups of these names, nor their earlier copies, none
        from before an upgrade, and no keys file that was set aside.

        None is forgotten while that cannot be told of one copy, nor where the key in use does not open the database.
        Raises KeyChanging, and what the sidecar and the provider raise.
        """
        path = sidecar_path(self._database)
        if not self._idle(read_sidecar(path), backups):
            return
        with key_locks.staying(self._database), one_at_a_time(path):
            # Asked anew, with nobody at the keys file: one may have come back into use, or a copy may have been made.
            sidecar = read_sidecar(path)
            for key_id in self._idle(sidecar, backups):
                self._store.delete(sidecar.install_id, key_id)
                edit(path, _without(key_id))

    def _idle(self, sidecar: Sidecar, backups: tuple[Path, ...]) -> set[str]:
        """Name the former keys that no copy needs."""
        idle = set(sidecar.former) - {sidecar.key_id}
        if not idle or sidecar.next_key_id or not self._opens(sidecar):
            return set()
        needed = key_copies.needed(self._database, sidecar, self._store, backups)
        return set() if needed is None else idle - needed

    def _opens(self, sidecar: Sidecar) -> bool:
        try:
            return database_key.opens(self._database, self._store.read(sidecar.install_id, sidecar.key_id))
        except AppError:
            return False


def _without(key_id: str) -> Callable[[Sidecar], Sidecar]:
    def left(found: Sidecar) -> Sidecar:
        return found if key_id in (found.key_id, found.next_key_id) else found.without_key(key_id)

    return left
