"""Changing the key of a database: new recovery copy, new key kept beside the old one, file rewritten, proven, done.

The sidecar names the key that is being changed to from the first step to the last. Whoever opens the desk after a
program was killed in between finds that name, sees which of the two keys opens the file, and finishes or takes back
(``settle``). An earlier key stays with its provider as long as a backup that is kept needs it (``former_keys``).
"""

import os
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.models.errors import AppError, WrongKey
from app.models.key_errors import EscrowFailed, KeyChanging, KeyCommandReadOnly, KeyMissing
from app.outside import center_key, secrets
from app.outside.file_locks import lock
from app.outside.key_command import KeyCommand
from app.outside.key_sidecar import Sidecar, read_sidecar, sidecar_path, write_sidecar
from app.outside.recovery_words import new_passphrase, normalized
from app.outside.secrets import Keys, KeyStore
from app.outside.wrapping import KEY_BYTES, Cost
from app.services import database_key

#: What ``carry_out`` tells before each step, in this order.
STEPS = ("checking", "escrow", "keeping", "rewriting", "proving", "finishing")


@dataclass(frozen=True, slots=True)
class KeyChange:
    """A change that was prepared in memory only. ``recovery`` is the new recovery passphrase: keep it before."""

    database: Path
    store: KeyStore
    before: Keys = field(repr=False)
    after: Keys = field(repr=False)
    recovery: str = field(repr=False)

    @property
    def install_id(self) -> str:
        """The installation whose key it is."""
        return self.before.install_id


def _nobody(_step: str) -> None:
    """Nobody waits for a step."""


def prepare(database: Path, store: KeyStore) -> KeyChange:
    """Make a new key and its recovery passphrase; nothing is written.

    Raises KeyCommandReadOnly where a command gives the key, NoRoomForKeyChange, and what sidecar and provider raise.
    """
    if isinstance(store, KeyCommand):
        raise KeyCommandReadOnly(program=store.name)
    database_key.check_room(database)
    before = secrets.unlock(database, store)
    after = replace(before, key_id=secrets.new_key_id(), database=os.urandom(KEY_BYTES))
    return KeyChange(database, store, before, after, new_passphrase())


def carry_out(change: KeyChange, told: Callable[[str], None] = _nobody, *, cost: Cost | None = None) -> None:
    """Change the key of a closed database. Whatever is raised, the desk opens afterwards with one key or the other.

    Raises KeyChanging, NoRoomForKeyChange, OthersAtWork, EscrowFailed, or what disk and provider raise.
    """
    database, store = change.database, change.store
    with _alone(database):
        told("checking")
        database_key.check_room(database)
        try:
            told("escrow")
            _escrow(change, cost)
            told("keeping")
            secrets.hand_over(store, change.after)
            told("rewriting")
            database_key.rewrite(database, change.before.database, change.after.database)
            told("proving")
            database_key.prove(database, change.after.database)
        except AppError:
            _settle(database, store)
            raise
        told("finishing")
        _settle(database, store)


def settle(database: Path, store: KeyStore) -> None:
    """Finish or take back a change that was cut short. Raises KeyChanging while another program is at it, and WrongKey
    or KeyMissing where neither key opens the file.
    """
    if not read_sidecar(sidecar_path(database)).next_key_id:
        return
    with _alone(database):
        _settle(database, store)


@contextmanager
def _alone(database: Path) -> Generator[None]:
    handle = lock(database.with_name(database.name + ".changing"))
    if handle is None:
        raise KeyChanging(path=str(database))
    try:
        yield
    finally:
        os.close(handle)


def _escrow(change: KeyChange, cost: Cost | None) -> None:
    """Write the recovery copy of the new key and prove that its passphrase opens what now lies on the disk."""
    path, after, recovery = sidecar_path(change.database), change.after, normalized(change.recovery)
    was = read_sidecar(path)
    entries = secrets.entries_of(after, recovery, cost=cost)
    public = center_key.pinned(was)
    escrows = () if public is None else (center_key.seal(after, public),)  # the hub gets it with the next sync
    known = replace(was, entries=(*was.entries, *entries), escrows=(*was.escrows, *escrows))
    write_sidecar(path, replace(known, next_key_id=after.key_id))
    if secrets.unescrowed(path, replace(read_sidecar(path), key_id=after.key_id), recovery=recovery) != after:
        raise EscrowFailed(path=str(path))


def _settle(database: Path, store: KeyStore) -> None:
    path = sidecar_path(database)
    sidecar = read_sidecar(path)
    if not sidecar.next_key_id:
        return
    old, new = _kept(store, sidecar, sidecar.key_id), _kept(store, sidecar, sidecar.next_key_id)
    if new is not None and new != old and database_key.opens(database, new):
        former = (*sidecar.former, sidecar.key_id)
        write_sidecar(path, replace(sidecar, key_id=sidecar.next_key_id, next_key_id="", former=former))
    elif old is not None and database_key.opens(database, old):
        # The next key stays where it is kept: this folder may be a copy, and the other one may stand under it by now.
        left = read_sidecar(path)
        write_sidecar(path, replace(left.without_key(left.next_key_id), next_key_id=""))
    elif old is None:
        raise KeyMissing(provider=store.name)
    else:
        raise WrongKey(path=str(database))


def _kept(store: KeyStore, sidecar: Sidecar, key_id: str) -> bytes | None:
    try:
        return store.read(sidecar.install_id, key_id)
    except KeyMissing:
        return None
