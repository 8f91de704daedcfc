"""An installation whose key is lost is opened with the center's recovery key, from the copy beside it or at the hub."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from app.models.errors import AppError, WrongKey
from app.models.key_errors import CenterKeyBroken, CenterKeyNone, CenterKeyOther
from app.outside import center_key, secrets
from app.outside.center_key import CenterKey
from app.outside.files import write_whole
from app.outside.key_sidecar import Escrow, Provider, Sidecar, read_sidecar, sidecar_path, write_sidecar
from app.outside.recovery_words import new_passphrase, normalized
from app.outside.secrets import Keys, KeyStore
from app.outside.wrapping import Cost
from app.services import database_key

_KIND = "onewindow_escrow"


@dataclass(frozen=True, slots=True)
class Renewed:
    """A keys file that was made anew; its recovery passphrase is kept nowhere."""

    install_id: str
    recovery: str = field(repr=False)


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


def recover(database: Path, pair: CenterKey, store: KeyStore, *, from_hub: Escrowed | None = None) -> Keys:
    """Get the keys back and give them to ``store``. Raises CenterKeyNone without a sealed copy, CenterKeyOther where it
    was sealed for another recovery key, WrongKey where none of its keys opens the file, and what the provider raises.
    """
    keys = _found(database, pair, from_hub or _beside(database))
    path = sidecar_path(database)
    if path.exists():
        secrets.take_back(database, keys, store)
    return keys


def by_sheet_or_key(database: Path, typed: str, store: KeyStore, file: Path | None) -> Keys:
    """Get the keys back with a recovery passphrase, or with the file of the recovery key and its code; see both."""
    if file is None:
        return secrets.recover(database, typed, store)
    return recover(database, center_key.read(file, typed), store)


def renew_sheet(database: Path, keys: Keys, store: KeyStore, *, now: datetime, cost: Cost | None = None) -> Renewed:
    """Make the keys file of a database anew where it was lost too, with a new recovery passphrase."""
    recovery, path = new_passphrase(), sidecar_path(database)
    entries = secrets.entries_of(keys, normalized(recovery), cost=cost)
    write_sidecar(path, Sidecar(keys.install_id, keys.key_id, Provider(store.kind, store.name), now, entries))
    secrets.take_back(database, keys, store)
    return Renewed(keys.install_id, recovery)


def _beside(database: Path) -> Escrowed:
    sidecar = read_sidecar(sidecar_path(database))
    return Escrowed(sidecar.install_id, center_key.escrows_of(sidecar))


def _found(database: Path, pair: CenterKey, told: Escrowed) -> Keys:
    refused: AppError = CenterKeyNone()
    for one in reversed(told.copies):
        try:
            keys = center_key.opened(one, told.install_id, pair)
        except CenterKeyOther as error:
            refused = error
            continue
        if database_key.opens(database, keys.database):
            return keys
        refused = WrongKey(path=str(database))
    raise refused
