"""An installation whose key is lost is opened with the center's recovery key, from the copy beside it or at the hub."""

import json
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from app.models.errors import AppError, WrongKey
from app.models.key_errors import (
    CenterKeyBroken,
    CenterKeyNone,
    CenterKeyOther,
    EscrowFailed,
    KeySidecarBroken,
    KeySidecarMissing,
    RecoveryOutdated,
)
from app.outside import center_key, key_locks, key_opening, secrets
from app.outside.center_key import CenterKey
from app.outside.file_locks import one_at_a_time
from app.outside.files import write_whole
from app.outside.key_sidecar import (
    CENTER,
    Entry,
    Escrow,
    Provider,
    Sidecar,
    read_sidecar,
    sidecar_path,
    write_sidecar,
)
from app.outside.recovery_words import new_passphrase, normalized
from app.outside.secrets import Keys, KeyStore
from app.outside.wrapping import Cost
from app.services import database_key

_KIND = "onewindow_escrow"


@dataclass(frozen=True, slots=True)
class Found:
    """Keys that open the database, and the sealed copy that they come from, for the recovery key that opened it."""

    keys: Keys = field(repr=False)
    copy: Escrow = field(repr=False)


@dataclass(frozen=True, slots=True)
class Renewed:
    """Keys that were got back, with a new recovery passphrase, which is kept nowhere."""

    got_back: Found
    recovery: str = field(repr=False)

    @property
    def install_id(self) -> str:
        """The installation."""
        return self.got_back.keys.install_id

    @property
    def key_id(self) -> str:
        """The name of the key, which stands on the sheet."""
        return self.got_back.keys.key_id


@dataclass(frozen=True, slots=True)
class Escrowed:
    """The sealed keys of one installation, as the hub gives them out."""

    install_id: str
    copies: tuple[Escrow, ...]


def write(path: Path, told: Escrowed) -> None:
    """Write the sealed keys of an installation into a file; only the recovery key opens it. Raises DiskFull …"""
    table = {_KIND: 1, "install_id": told.install_id, "copies": [one.as_json() for one in told.copies]}
    write_whole(path, (json.dumps(table, indent=2) + "\n").encode())


def read(path: Path) -> Escrowed:
    """Read such a file. Raises CenterKeyBroken, or what the file raises."""
    table = center_key.table_of(path, _KIND)
    try:
        copies = tuple(Escrow.of_json(one) for one in table["copies"])
        return Escrowed(str(table["install_id"]), copies)
    except (KeyError, TypeError, ValueError) as error:
        raise CenterKeyBroken(path=str(path)) from error


def found(database: Path, pair: CenterKey, *, from_hub: Escrowed | None = None) -> Found:
    """Return the keys that open a database, from the newest of its sealed copies that does.

    When a copy was sealed stands in it, whenever it came to the hub. The center secret is that of the newest copy of
    all: the database may be older, or stand under an earlier key. One that the database of an enrolled station was last
    opened with, and that no copy holds, is newer than each of them.

    Raises CenterKeyNone without one, CenterKeyOther where it was sealed for another recovery key, WrongKey where none
    of the keys opens the file.
    """
    return _opened(database, pair, from_hub or _beside(database))


def give_back(database: Path, keys: Keys, store: KeyStore) -> None:
    """Give keys that open a database to ``store``, and prove that they are found there.

    Raises KeyChanging, WrongKey where the keys file beside it does not lead to them, and what the provider raises.
    """
    with key_locks.staying(database):
        secrets.take_back(database, keys, store)
    with key_opening.unlocked(database, store) as now:
        _check_opens(database, now.database)


def by_sheet_or_key(database: Path, typed: str, store: KeyStore, file: Path | None) -> Keys:
    """Get the keys back with a recovery passphrase, or with the file of the recovery key and its code.

    Raises RecoveryOutdated for the sheet of a key that the file does not stand under, and what ``found``,
    ``secrets.of_sheet`` and ``give_back`` raise.
    """
    if file is not None:
        keys = found(database, center_key.read(file, typed)).keys
    else:
        keys = secrets.of_sheet(database, typed)
        if secrets.is_changing(database) and not database_key.opens(database, keys.database):
            raise RecoveryOutdated(install_id=keys.install_id)
        _check_opens(database, keys.database)
    give_back(database, keys, store)
    return keys


def is_named(database: Path, keys: Keys) -> bool:
    """Say whether the keys file beside a database leads to these keys: it may be lost, or from another time."""
    try:
        beside = read_sidecar(sidecar_path(database))
    except (KeySidecarMissing, KeySidecarBroken):
        return False
    named = keys.key_id in (beside.key_id, beside.next_key_id) and beside.entry(CENTER, keys.key_id) is not None
    return named and beside.install_id == keys.install_id


def new_sheet(got_back: Found) -> Renewed:
    """Make a new recovery passphrase for keys that were got back; nothing is written before somebody has it."""
    return Renewed(got_back, new_passphrase())


def keep_sheet(database: Path, made: Renewed, store: KeyStore, *, now: datetime, cost: Cost | None = None) -> None:
    """Make the keys file of a database anew, with the sheet that somebody has by now, and give back the keys.

    What a file from another time knows of the same installation stays, the recovery key that it trusts, too. Whatever
    stood there is set aside first. Where none is trusted yet, the one that just opened the desk is; the keys are sealed
    anew for it, so that the newest copy holds the center secret that counts.
    Raises KeyChanging, EscrowFailed, and what disk and provider raise.
    """
    path, keys, recovery = sidecar_path(database), made.got_back.keys, normalized(made.recovery)
    entries = secrets.entries_of(keys, recovery, cost=cost)
    provider = Provider(store.kind, store.name)
    with key_locks.staying(database), one_at_a_time(path):
        secrets.copy_aside(path)
        earlier = _earlier(path, keys) or Sidecar(keys.install_id, keys.key_id, provider, now)
        write_sidecar(path, _led_to(earlier, made.got_back, entries))
        if secrets.unescrowed(path, read_sidecar(path), recovery=recovery) != keys:
            raise EscrowFailed(path=str(path))
    give_back(database, keys, store)


def _earlier(path: Path, keys: Keys) -> Sidecar | None:
    try:
        found = read_sidecar(path)
    except (KeySidecarMissing, KeySidecarBroken):
        return None
    return found if found.install_id == keys.install_id else None


def _led_to(earlier: Sidecar, got_back: Found, entries: tuple[Entry, ...]) -> Sidecar:
    """Return the keys file that leads to these keys; those it led to before are former ones."""
    keys, copy = got_back.keys, got_back.copy
    past = tuple(one for one in (*earlier.former, earlier.key_id, earlier.next_key_id) if one and one != keys.key_id)
    left = tuple(one for one in earlier.entries if one.key_id != keys.key_id)
    made = replace(earlier, key_id=keys.key_id, next_key_id="", former=tuple(dict.fromkeys(past)))
    others = tuple(one for one in earlier.escrows if one != copy)
    fresh = center_key.seal(keys, center_key.pinned(earlier) or copy.public)
    return replace(made, entries=(*left, *entries), escrows=(copy, *others, fresh))


def _check_opens(database: Path, key: bytes) -> None:
    if not database_key.opens(database, key):
        raise WrongKey(path=str(database))


def _beside(database: Path) -> Escrowed:
    sidecar = read_sidecar(sidecar_path(database))
    return Escrowed(sidecar.install_id, center_key.escrows_of(sidecar))


def _opened(database: Path, pair: CenterKey, told: Escrowed) -> Found:
    refused: AppError = CenterKeyNone()
    found: list[tuple[int, Escrow, Keys]] = []
    for one in told.copies:
        try:
            keys, sealed_ms = center_key.opened_with_time(one, told.install_id, pair)
        except CenterKeyOther as error:
            refused = error
        else:
            found.append((sealed_ms, one, keys))
    opened = [(one, keys) for _, one, keys in sorted(found, key=_sealed_at)]
    for one, keys in reversed(opened):
        if database_key.opens(database, keys.database):
            center = _newest(database, keys, [other.center for _, other in opened])
            # Whatever the hub says that it was sealed for.
            return Found(replace(keys, center=center), replace(one, public=pair.public))
        refused = WrongKey(path=str(database))
    raise refused


def _sealed_at(one: tuple[int, Escrow, Keys]) -> int:
    return one[0]


def _newest(database: Path, keys: Keys, sealed: list[bytes]) -> bytes:
    """Return the newest center secret, of those that were sealed (in their order) and the one in the database."""
    kept = database_key.center_of(database, keys.database)
    return kept if kept is not None and kept not in sealed else sealed[-1]
