"""The life of an installation's keys: made with their recovery copy, read at every start, got back after a loss.

Two secrets belong to an installation: the database key (32 random bytes, SQLCipher's raw key) and the center secret
(32 bytes, for keyed HMACs). One provider keeps the database key; the center secret stands in the sidecar, wrapped by
the database key; the recovery passphrase wraps both. The order at creation is: escrow, prove the escrow, store,
prove the store; nothing is encrypted before all four are done.
"""

import os
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from app.models.errors import AppError, DatabaseExists, WrongKey
from app.models.ids import new_id
from app.models.key_errors import (
    EscrowFailed,
    KeyChoiceUnclear,
    KeyElsewhere,
    KeyMissing,
    KeyringChanged,
    KeyringFailed,
    KeyringMissing,
    KeySidecarBroken,
    RecoveryOutdated,
    RecoveryWrong,
)
from app.outside.files import read_error, write_whole
from app.outside.key_choice import KeyChoice
from app.outside.key_command import KeyCommand
from app.outside.key_file import KeyFile
from app.outside.key_keyring import KeyringStore
from app.outside.key_passphrase import KeyPassphrase
from app.outside.key_sidecar import (
    CENTER,
    DOCUMENTS,
    RECOVERY,
    Entry,
    Provider,
    Sidecar,
    bound,
    edit,
    read_sidecar,
    sidecar_path,
    write_sidecar,
)
from app.outside.recovery_words import new_passphrase, normalized
from app.outside.wrapping import (
    KEY_BYTES,
    Cost,
    unwrap_with_key,
    unwrap_with_passphrase,
    wrap_with_key,
    wrap_with_passphrase,
)


class KeyStore(Protocol):
    """What every provider can do; ``kind`` and ``name`` are what the sidecar remembers of it."""

    @property
    def kind(self) -> str:
        """keyring, file, command or passphrase."""
        ...

    @property
    def name(self) -> str:
        """Which one: the class of the backend, the path, the program."""
        ...

    def read(self, install_id: str, key_id: str) -> bytes:
        """The database key of 32 bytes. Raises KeyMissing when there is none."""
        ...

    def write(self, install_id: str, key_id: str, *, key: bytes) -> None:
        """Store the database key."""
        ...

    def delete(self, install_id: str, key_id: str) -> None:
        """Remove the database key; there may be none."""
        ...


@dataclass(frozen=True, slots=True)
class Keys:
    """The open keys of one installation; they never show in a log or a traceback. ``documents`` seals source documents:
    it is the first database key, and stays when that is changed.
    """

    install_id: str
    key_id: str
    database: bytes = field(repr=False)
    center: bytes = field(repr=False)
    documents: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The open database key of one installation with its center secret as the sidecar holds it."""

    path: Path
    sidecar: Sidecar
    entry: Entry
    database: bytes = field(repr=False)

    @property
    def seal(self) -> bytes:
        """What the center secret is sealed as: another one looks different."""
        return self.entry.wrapped.sealed

    def center(self) -> bytes:
        """Open the center secret. Raises WrongKey where the database key does not."""
        return self._open(self.entry)

    def documents(self) -> bytes:
        """Open the key of the source documents. Raises WrongKey where the database key does not."""
        entry = self.sidecar.entry(DOCUMENTS)
        return self.database if entry is None else self._open(entry)

    def with_secrets(self, center: bytes, documents: bytes) -> Keys:
        """Return all keys, with the open center secret and the key of the documents."""
        return Keys(self.sidecar.install_id, self.sidecar.key_id, self.database, center, documents)

    def _open(self, entry: Entry) -> bytes:
        purpose = bound(self.sidecar.install_id, entry.key_id, purpose=entry.purpose)
        found = unwrap_with_key(entry.wrapped, self.database, purpose=purpose)
        if found is None:
            raise WrongKey(path=str(self.path))
        return found


@dataclass(frozen=True, slots=True)
class FreshKeys:
    """New keys and the recovery passphrase, which is kept nowhere and must be printed now."""

    keys: Keys
    recovery: str = field(repr=False)


def choose_store(database: Path, choice: KeyChoice, *, moving: bool = False) -> KeyStore:
    """The provider for this database; ``moving`` when its key is about to be given a (new) home.

    Raises KeyChoiceUnclear, KeyringMissing, KeyCommandMissing and its like; KeyElsewhere and KeyringChanged
    when the key is known to lie in another place than the one that was named.
    """
    if choice.key_file and choice.key_command:
        raise KeyChoiceUnclear(field="key_file", first="--key-file", second="--key-command")
    if choice.key_file:
        return KeyFile(choice.key_file)
    if choice.key_command:
        return KeyCommand(choice.key_command)
    was = None if moving else _provider_of(database)
    if choice.passphrase and (choice.wants_passphrase or (was and was.kind == KeyPassphrase.kind)):
        return KeyPassphrase(database, choice.passphrase)
    return KeyringStore() if was is None else _keyring_after(was)


def create_keys(database: Path, store: KeyStore, *, now: datetime, cost: Cost | None = None) -> FreshKeys:
    """Make the keys of a new database, their recovery copy first; a sidecar without a database is set aside.

    Raises DatabaseExists, EscrowFailed (nothing was made), or what the provider raises (nothing is left behind).
    """
    if database.exists():
        raise DatabaseExists(path=str(database))
    if isinstance(store, KeyringStore):
        store.probe()
    keys, recovery, path = _fresh(store, now), new_passphrase(), sidecar_path(database)
    set_aside(path)
    _escrow(path, _sidecar(keys, store, recovery=recovery, now=now, cost=cost), keys=keys, recovery=recovery)
    try:
        hand_over(store, keys)
    except AppError:
        with suppress(AppError):
            store.delete(keys.install_id, keys.key_id)
        path.unlink(missing_ok=True)
        raise
    return FreshKeys(keys, recovery)


def unlock(database: Path, store: KeyStore) -> Keys:
    """The keys of an existing database, checked against the sidecar.

    Raises WrongKey, KeyElsewhere, KeyringChanged, or what the sidecar and the provider raise.
    """
    found = unlock_database(database, store)
    return found.with_secrets(found.center(), found.documents())


def unlock_database(database: Path, store: KeyStore) -> Unlocked:
    """The database key, and the center secret still sealed: opening that loads a library of 10 MB.

    Raises KeyElsewhere, KeyringChanged, or what the sidecar and the provider raise.
    """
    sidecar = read_sidecar(sidecar_path(database))
    try:
        key = store.read(sidecar.install_id, sidecar.key_id)
    except KeyMissing:
        _explain_missing(sidecar.provider, store)
        raise
    entry = sidecar.entry(CENTER)
    if entry is None:
        raise KeySidecarBroken(path=str(sidecar_path(database)))
    return Unlocked(database, sidecar, entry, key)


def is_changing(database: Path) -> bool:
    """Say whether the key of this database is being changed, or a change was cut short."""
    path = sidecar_path(database)
    return path.exists() and bool(read_sidecar(path).next_key_id)


def of_sheet(database: Path, typed: str) -> Keys:
    """Return the keys that a recovery passphrase opens; whether they open the database is another question.

    While the key is being changed the new sheet opens, too. Raises RecoveryMistyped and its like, RecoveryWrong,
    RecoveryOutdated, or what the sidecar raises.
    """
    path = sidecar_path(database)
    return _of_any_sheet(path, read_sidecar(path), recovery=normalized(typed))


def take_back(database: Path, keys: Keys, store: KeyStore) -> None:
    """Give keys that were got back to ``store``, which the sidecar then remembers."""
    hand_over(store, keys)

    def kept_by_store(found: Sidecar) -> Sidecar:
        return replace(found, provider=Provider(store.kind, store.name))

    edit(sidecar_path(database), kept_by_store)


def _of_any_sheet(path: Path, sidecar: Sidecar, *, recovery: str) -> Keys:
    for key_id in filter(None, (sidecar.key_id, sidecar.next_key_id)):
        with suppress(RecoveryWrong):
            return unescrowed(path, replace(sidecar, key_id=key_id), recovery=recovery)
    for key_id in sidecar.former:
        with suppress(RecoveryWrong):
            unescrowed(path, replace(sidecar, key_id=key_id), recovery=recovery)
            raise RecoveryOutdated(install_id=sidecar.install_id)
    raise RecoveryWrong(install_id=sidecar.install_id)


def _provider_of(database: Path) -> Provider | None:
    path = sidecar_path(database)
    return read_sidecar(path).provider if path.exists() else None


def _keyring_after(was: Provider) -> KeyringStore:
    """The keyring; what the sidecar remembers explains why it cannot be asked, before a key is missed for nothing."""
    if was.kind != KeyringStore.kind:
        raise KeyElsewhere(keeper=was.kind, name=was.name, asked=KeyringStore.kind)
    try:
        return KeyringStore()
    except KeyringMissing as error:
        raise KeyringChanged(was=was.name, now=error.facts["backend"]) from error


def set_aside(path: Path) -> None:
    """A sidecar without its database may be the last escrow of a database that was moved: never overwrite it."""
    if not path.exists():
        return
    spare = 1
    while (aside := path.with_name(f"{path.name}.{spare}")).exists():
        spare += 1
    path.rename(aside)


def copy_aside(path: Path) -> None:
    """Keep what a sidecar says beside it (``.keys.1`` …) before it is written anew: never over an earlier one.

    Raises DiskFull, FileForbidden or FileNotWritten. Whoever calls it has the file for themselves.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return
    except OSError as error:
        raise read_error(path, error) from error
    spare = 1
    while (aside := path.with_name(f"{path.name}.{spare}")).exists():
        spare += 1
    write_whole(aside, content)


def _fresh(store: KeyStore, now: datetime) -> Keys:
    install_id = new_id(int(now.timestamp() * 1000)).hex()
    key_id = new_key_id()
    database = _given_key(store, install_id=install_id, key_id=key_id)
    return Keys(install_id, key_id, database, os.urandom(KEY_BYTES), database)


def new_key_id() -> str:
    """A name for a database key that no other one has."""
    return os.urandom(8).hex()


def _given_key(store: KeyStore, *, install_id: str, key_id: str) -> bytes:
    """The key that an administrator put behind the command or into the file beforehand, or else a random one."""
    if isinstance(store, KeyCommand):
        return store.read(install_id, key_id)
    if isinstance(store, KeyFile) and store.exists():
        with suppress(KeyMissing):
            return store.read(install_id, key_id)
    return os.urandom(KEY_BYTES)


def _sidecar(keys: Keys, store: KeyStore, *, recovery: str, now: datetime, cost: Cost | None) -> Sidecar:
    entries = entries_of(keys, recovery, cost=cost)
    return Sidecar(keys.install_id, keys.key_id, Provider(store.kind, store.name), now, entries)


def entries_of(keys: Keys, recovery: str, *, cost: Cost | None) -> tuple[Entry, ...]:
    """What the sidecar holds of these keys: the recovery copy, the center secret, and the key of the documents."""

    def purpose(name: str) -> str:
        return bound(keys.install_id, keys.key_id, purpose=name)

    both = wrap_with_passphrase(keys.database + keys.center, recovery, purpose=purpose(RECOVERY), cost=cost)
    center = wrap_with_key(keys.center, keys.database, purpose=purpose(CENTER))
    entries = (Entry(RECOVERY, keys.key_id, both), Entry(CENTER, keys.key_id, center))
    if keys.documents == keys.database:
        return entries
    documents = wrap_with_key(keys.documents, keys.database, purpose=purpose(DOCUMENTS))
    return (*entries, Entry(DOCUMENTS, keys.key_id, documents))


def _escrow(path: Path, sidecar: Sidecar, *, keys: Keys, recovery: str) -> None:
    """Write the sidecar and prove that the recovery passphrase opens what now lies on the disk."""
    try:
        write_sidecar(path, sidecar)
        proven = unescrowed(path, read_sidecar(path), recovery=recovery) == keys
    except AppError as error:
        path.unlink(missing_ok=True)
        raise EscrowFailed(path=str(path)) from error
    if not proven:
        path.unlink(missing_ok=True)
        raise EscrowFailed(path=str(path))


def unescrowed(path: Path, sidecar: Sidecar, *, recovery: str) -> Keys:
    """The keys in the recovery copy. Raises RecoveryWrong, KeySidecarBroken, WrongKey."""
    entry = sidecar.entry(RECOVERY)
    if entry is None:
        raise KeySidecarBroken(path=str(path))
    purpose = bound(sidecar.install_id, sidecar.key_id, purpose=RECOVERY)
    both = unwrap_with_passphrase(entry.wrapped, recovery, purpose=purpose)
    if both is None:
        raise RecoveryWrong(install_id=sidecar.install_id)
    return keys_of(path, sidecar, both)


def keys_of(path: Path, sidecar: Sidecar, both: bytes) -> Keys:
    """The keys of a sidecar from an open recovery copy. Raises KeySidecarBroken, WrongKey."""
    entry = sidecar.entry(CENTER)
    if entry is None:
        raise KeySidecarBroken(path=str(path))
    found = Unlocked(path, sidecar, entry, both[:KEY_BYTES])
    return found.with_secrets(both[KEY_BYTES:], found.documents())


def hand_over(store: KeyStore, keys: Keys) -> None:
    """Store the database key and read it back."""
    store.write(keys.install_id, keys.key_id, key=keys.database)
    if store.read(keys.install_id, keys.key_id) != keys.database:
        raise KeyringFailed(backend=store.name)


def _explain_missing(was: Provider, store: KeyStore) -> None:
    if was.kind != store.kind:
        raise KeyElsewhere(keeper=was.kind, name=was.name, asked=store.kind)
    if was.name != store.name and was.kind == KeyringStore.kind:
        raise KeyringChanged(was=was.name, now=store.name)
