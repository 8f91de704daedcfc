"""Changing the key of a database: new recovery copy, new key kept beside the old one, file rewritten, proven, done.

The sidecar names the key that is being changed to from the first step to the last. Whoever opens the desk after a
program was killed in between finds that name, sees which of the two keys opens the file, and finishes or takes back
(``settle``). An earlier key stays with its provider as long as a backup that is kept needs it (``former_keys``).
"""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.models.errors import AppError, WrongKey
from app.models.key_errors import EscrowFailed, KeyChangedMeanwhile, KeyCommandReadOnly, KeyMissing
from app.outside import center_key, secrets, upgrade_copies
from app.outside.files import write_error
from app.outside.key_command import KeyCommand
from app.outside.key_locks import alone
from app.outside.key_sidecar import RECOVERY, Sidecar, edit, read_sidecar, sidecar_path, write_sidecar
from app.outside.recovery_words import new_passphrase, normalized
from app.outside.secrets import Keys, KeyStore
from app.outside.wrapping import KEY_BYTES, Cost
from app.services import database_key

#: What ``carry_out`` tells before each step, in this order.
STEPS = ("checking", "escrow", "keeping", "rewriting", "proving", "finishing")
#: Which recovery sheet counts: the one from before, the new one, or (nothing says which) one of the two.
OLD, NEW, EITHER = "old", "new", "either"


@dataclass(frozen=True, slots=True)
class KeyChange:
    """A change that was prepared in memory only. ``recovery`` is the new recovery passphrase: keep it before."""

    database: Path
    store: KeyStore
    before: Keys = field(repr=False)
    after: Keys = field(repr=False)
    recovery: str = field(repr=False)
    #: Copies from before an upgrade that no key opens that is kept: they open neither before nor after.
    closed: tuple[Path, ...] = ()

    @property
    def install_id(self) -> str:
        """The installation whose key it is."""
        return self.before.install_id

    @property
    def key_id(self) -> str:
        """The name of the new key, which stands on its sheet."""
        return self.after.key_id

    @property
    def counting(self) -> str:
        """Which recovery sheet counts by now, however ``carry_out`` ended: OLD, NEW or EITHER."""
        try:
            found = read_sidecar(sidecar_path(self.database))
        except AppError:
            return EITHER
        if found.next_key_id:
            return EITHER
        return {self.before.key_id: OLD, self.after.key_id: NEW}.get(found.key_id, EITHER)


def _nobody(_step: str) -> None:
    """Nobody waits for a step."""


def prepare(database: Path, store: KeyStore) -> KeyChange:
    """Make a new key and its recovery passphrase; nothing is written.

    Raises KeyCommandReadOnly where a command gives the key, NoRoomForKeyChange, KeyChanging, KeyWorkRunning while a
    sync or a backup runs, and what sidecar and provider raise.
    """
    if isinstance(store, KeyCommand):
        raise KeyCommandReadOnly(program=store.name)
    with alone(database):
        database_key.check_room(database)
        before = secrets.unlock(database, store)
        closed = tuple(one.path for one in upgrade_copies.looked_at(database, store) if not one.opens)
    after = replace(before, key_id=secrets.new_key_id(), database=os.urandom(KEY_BYTES))
    return KeyChange(database, store, before, after, new_passphrase(), closed)


def carry_out(change: KeyChange, told: Callable[[str], None] = _nobody, *, cost: Cost | None = None) -> None:
    """Change the key of a closed database. Whatever is raised, the desk opens afterwards with one key or the other
    (``KeyChange.counting``), and the copies from before an upgrade open as they did, each with a keys file of its own.

    Raises KeyChanging, KeyWorkRunning, KeyChangedMeanwhile, NoRoomForKeyChange, OthersAtWork, EscrowFailed, or what
    disk and provider raise.
    """
    database, store = change.database, change.store
    with alone(database):
        told("checking")
        database_key.check_room(database)
        _check_same(change)
        try:
            _carry_on(change, told, cost)
        except BaseException as error:
            with suppress(AppError, OSError):  # what failed first is what is told; the next start tries again
                _settle(database, store)
            if isinstance(error, OSError):
                raise write_error(database, error) from error
            raise
        _settle(database, store)


def settle(database: Path, store: KeyStore) -> None:
    """Finish or take back a change that was cut short. Raises KeyChanging while another program is at it, and WrongKey
    or KeyMissing where neither key opens the file.
    """
    if not read_sidecar(sidecar_path(database)).next_key_id:
        return
    with alone(database):
        _settle(database, store)


def _check_same(change: KeyChange) -> None:
    """Raise KeyChangedMeanwhile where the keys are no more those that the new sheet was made from."""
    database, store = change.database, change.store
    _settle(database, store)
    if secrets.unlock(database, store) != change.before:
        raise KeyChangedMeanwhile(path=str(database))


def _carry_on(change: KeyChange, told: Callable[[str], None], cost: Cost | None) -> None:
    database, store, after = change.database, change.store, change.after
    told("escrow")
    upgrade_copies.give_keys(database, store)
    known = _escrow(change, cost)
    told("keeping")
    secrets.hand_over(store, after)
    told("rewriting")
    if not _is_named(change):  # nobody may write there now; if somebody did, not a page is touched
        raise EscrowFailed(path=str(database))
    database_key.rewrite(database, change.before.database, after.database)
    told("proving")
    if not _is_named(change):  # the file stands under a key that nothing names any more but this
        _name_again(change, known)
    database_key.prove(database, after.database)
    told("finishing")


def _name_again(change: KeyChange, known: Sidecar) -> None:
    """Put back what names the new key; where the disk refuses even that, give the pages the old key again."""
    try:
        write_sidecar(sidecar_path(change.database), known)
        secrets.hand_over(change.store, change.after)
    except BaseException:
        database_key.rewrite(change.database, change.after.database, change.before.database)
        raise


def _is_named(change: KeyChange) -> bool:
    """Say whether the sidecar names the key that is being changed to, with its recovery copy."""
    try:
        found = read_sidecar(sidecar_path(change.database))
    except AppError:
        return False
    return found.next_key_id == change.after.key_id and found.entry(RECOVERY, change.after.key_id) is not None


def _escrow(change: KeyChange, cost: Cost | None) -> Sidecar:
    """Write the recovery copy of the new key and prove that its passphrase opens what now lies on the disk."""
    path, after, recovery = sidecar_path(change.database), change.after, normalized(change.recovery)
    entries = secrets.entries_of(after, recovery, cost=cost)

    def with_next(was: Sidecar) -> Sidecar:
        if was.next_key_id or was.key_id != change.before.key_id:
            raise KeyChangedMeanwhile(path=str(change.database))
        public = center_key.pinned(was)
        escrows = () if public is None else (center_key.seal(after, public),)  # the hub gets it with the next sync
        known = replace(was, entries=(*was.entries, *entries), escrows=(*was.escrows, *escrows))
        return replace(known, next_key_id=after.key_id)

    edit(path, with_next)
    found = read_sidecar(path)
    if secrets.unescrowed(path, replace(found, key_id=after.key_id), recovery=recovery) != after:
        raise EscrowFailed(path=str(path))
    return found


def _settle(database: Path, store: KeyStore) -> None:
    path = sidecar_path(database)
    sidecar = read_sidecar(path)
    if not sidecar.next_key_id:
        return
    old, new = _kept(store, sidecar, sidecar.key_id), _kept(store, sidecar, sidecar.next_key_id)
    if new is not None and new != old and database_key.opens(database, new):
        edit(path, _finished)
    elif old is not None and database_key.opens(database, old):
        # The next key stays where it is kept: this folder may be a copy, and the other one may stand under it by now.
        edit(path, _taken_back)
    elif old is None:
        raise KeyMissing(provider=store.name)
    else:
        raise WrongKey(path=str(database))


def _finished(found: Sidecar) -> Sidecar:
    return replace(found, key_id=found.next_key_id, next_key_id="", former=(*found.former, found.key_id))


def _taken_back(found: Sidecar) -> Sidecar:
    return replace(found.without_key(found.next_key_id), next_key_id="")


def _kept(store: KeyStore, sidecar: Sidecar, key_id: str) -> bytes | None:
    try:
        return store.read(sidecar.install_id, key_id)
    except KeyMissing:
        return None
