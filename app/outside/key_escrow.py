"""A station keeps its database key sealed for its center: beside the database, and at the hub.

The first recovery key that the hub names is trusted from then on: whoever could name another one later would be given
every key. Another one is taken only where an administrator of the station says its fingerprint (``trust``).
"""

from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from app.models.key_errors import CenterKeyChanged, CenterKeyNone
from app.outside import center_key, secrets
from app.outside.former_keys import FormerKeys
from app.outside.key_sidecar import read_sidecar, sidecar_path, write_sidecar
from app.outside.secrets import KeyStore


class EscrowHub(Protocol):
    """What the hub does for it, each in one round trip."""

    def recovery_key(self) -> bytes | None:
        """Return the public half of the center's recovery key, or None where it made none."""
        ...

    def keep_key(self, install_id: str, key_id: str, public: bytes, sealed: bytes) -> None:
        """Keep a sealed key of this station."""
        ...


class KeyEscrow:
    """The sealed copies of one installation's key."""

    def __init__(self, database: Path, store: KeyStore) -> None:
        self._database, self._store = database, store

    @property
    def key_id(self) -> str:
        """Name the key in use."""
        return read_sidecar(sidecar_path(self._database)).key_id

    @property
    def trusted(self) -> str:
        """Return the fingerprint of the recovery key that this station seals for, "" for none yet."""
        public = center_key.pinned(read_sidecar(sidecar_path(self._database)))
        return center_key.fingerprint(public) if public else ""

    def keep(self, hub: EscrowHub, *, trust: str = "") -> str:
        """Seal the key in use for the center and give it to the hub; return the fingerprint of the recovery key.

        Raises CenterKeyNone where the hub has none, CenterKeyChanged where it names another one than the station
        trusts or than ``trust`` says, and what hub, sidecar and provider raise.
        """
        path = sidecar_path(self._database)
        public, sidecar = hub.recovery_key(), read_sidecar(path)
        if public is None:
            raise CenterKeyNone
        named, known = center_key.fingerprint(public), center_key.pinned(sidecar)
        wanted = trust.strip().upper() or (center_key.fingerprint(known) if known else named)
        if named != wanted:
            raise CenterKeyChanged(was=wanted, now=named)
        found = next((one for one in center_key.escrows_of(sidecar) if one.public == public), None)
        if found is None:
            found = center_key.seal(secrets.unlock(self._database, self._store), public)
            write_sidecar(path, replace(sidecar, escrows=(*sidecar.escrows, found)))
        hub.keep_key(sidecar.install_id, found.key_id, public, found.sealed)
        return named


def key_doors(database: Path, store: KeyStore) -> dict[str, Any]:
    """What an open office needs of the keys of its database besides them."""
    return {"former_keys": FormerKeys(database, store), "escrow": KeyEscrow(database, store)}
