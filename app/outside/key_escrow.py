"""A station keeps its database key sealed for its center: beside the database, and at the hub.

The first recovery key that the hub names is trusted from then on: whoever could name another one later would be given
every key. Another one is taken only where an administrator of the station says its fingerprint (``trust``).
"""

from dataclasses import replace
from pathlib import Path
from typing import Protocol

from app.models.key_errors import CenterKeyChanged, CenterKeyNone, KeyChangedMeanwhile
from app.outside import center_key, key_locks, secrets
from app.outside.key_sidecar import CENTER, Entry, Escrow, Sidecar, bound, edit, read_sidecar, sidecar_path
from app.outside.secrets import Keys, KeyStore
from app.outside.wrapping import wrap_with_key


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
    def mark(self) -> str:
        """Return what is another one as soon as the key or the center secret is another one."""
        sidecar = read_sidecar(sidecar_path(self._database))
        entry = sidecar.entry(CENTER)
        return f"{sidecar.key_id} {entry.wrapped.sealed.hex()[:32] if entry else ''}"

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
        public = hub.recovery_key()
        if public is None:
            raise CenterKeyNone
        with key_locks.staying(self._database):
            sidecar = self._sealed_for(public, trust.strip().upper())
            for one in _sealed(sidecar, public):
                hub.keep_key(sidecar.install_id, one.key_id, public, one.sealed)
        return center_key.fingerprint(public)

    def _sealed_for(self, public: bytes, trust: str) -> Sidecar:
        """Seal the key where no copy of it for this recovery key is there yet."""
        path = sidecar_path(self._database)
        _check_trust(read_sidecar(path), public, trust)
        if _sealed(read_sidecar(path), public):
            return read_sidecar(path)
        keys = secrets.unlock(self._database, self._store)

        def sealed(found: Sidecar) -> Sidecar:
            _check_trust(found, public, trust)  # anew: another program may have heard of another one just now
            _check_key(found, keys, self._database)
            return replace(found, escrows=(*found.escrows, center_key.seal(keys, public)))

        return edit(path, sealed)


def adopt_center(database: Path, keys: Keys, center: bytes) -> None:
    """Keep the center's secret instead of this installation's own; the recovery sheet goes on opening both keys.

    What was sealed for the center's recovery key is sealed anew, with this secret. Raises KeyChanging,
    KeyChangedMeanwhile, and what the sidecar raises.
    """
    wrapped = wrap_with_key(center, keys.database, purpose=bound(keys.install_id, keys.key_id, purpose=CENTER))

    def adopted(found: Sidecar) -> Sidecar:
        _check_key(found, keys, database)
        made, public = found.with_entry(Entry(CENTER, keys.key_id, wrapped)), center_key.pinned(found)
        if public is None:
            return made
        left = (one for one in found.escrows if (one.key_id, one.public) != (keys.key_id, public))
        return replace(made, escrows=(*left, center_key.seal(replace(keys, center=center), public)))

    with key_locks.staying(database):
        edit(sidecar_path(database), adopted)


def trust_first(database: Path, keys: Keys, public: bytes) -> None:
    """Trust this recovery key and seal for it, where this station has heard of none yet; another one stays trusted.

    Raises KeyChanging, KeyChangedMeanwhile, and what the sidecar raises.
    """

    def trusted(found: Sidecar) -> Sidecar:
        _check_key(found, keys, database)
        if center_key.pinned(found) is not None:
            return found
        return replace(found, escrows=(center_key.seal(keys, public),))

    with key_locks.staying(database):
        edit(sidecar_path(database), trusted)


def _check_trust(found: Sidecar, public: bytes, trust: str) -> None:
    known, named = center_key.pinned(found), center_key.fingerprint(public)
    wanted = trust or (center_key.fingerprint(known) if known else named)
    if named != wanted:
        raise CenterKeyChanged(was=wanted, now=named)


def _check_key(found: Sidecar, keys: Keys, database: Path) -> None:
    if (found.install_id, found.key_id) != (keys.install_id, keys.key_id):
        raise KeyChangedMeanwhile(path=str(database))


def _sealed(sidecar: Sidecar, public: bytes) -> tuple[Escrow, ...]:
    return tuple(one for one in center_key.escrows_of(sidecar) if one.public == public)
