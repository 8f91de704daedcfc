"""The file ``<database>.keys`` beside a database: which keys open it, who keeps them, and the wrapped recovery copies.

It holds no open key, so it may be backed up with the database; without it the recovery passphrase opens nothing.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from app.models.key_errors import KeySidecarBroken, KeySidecarMissing, KeySidecarTooNew
from app.outside.file_locks import one_at_a_time
from app.outside.files import read_error, write_whole
from app.outside.wrapping import Wrapped

FORMAT = 1
RECOVERY = "recovery"
CENTER = "center"
PASSPHRASE = "passphrase"  # noqa: S105 - the name of an entry, not a password
DOCUMENTS = "documents"
_MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Provider:
    """Who keeps the database key. ``kind`` is keyring, file, command or passphrase; ``name`` says which one."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One wrapped secret. ``purpose`` is recovery, center, documents or passphrase; ``key_id`` the database key it goes
    with.
    """

    purpose: str
    key_id: str
    wrapped: Wrapped


@dataclass(frozen=True, slots=True)
class Escrow:
    """The keys that go with ``key_id``, sealed for the public half of the center's recovery key."""

    key_id: str
    public: bytes
    sealed: bytes

    def as_json(self) -> dict[str, str]:
        """The form that stands in a JSON file."""
        return {"key_id": self.key_id, "public": self.public.hex(), "sealed": self.sealed.hex()}

    @staticmethod
    def of_json(table: dict[str, Any]) -> "Escrow":
        """Read what ``as_json`` made. Raises KeyError, TypeError or ValueError."""
        return Escrow(str(table["key_id"]), bytes.fromhex(table["public"]), bytes.fromhex(table["sealed"]))


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What the file says. ``next_key_id`` is the key that is being changed to ("": none), ``former`` are earlier keys
    that backups may still need.
    """

    install_id: str
    key_id: str
    provider: Provider
    created_at: datetime
    entries: tuple[Entry, ...] = field(default=())
    next_key_id: str = ""
    former: tuple[str, ...] = ()
    escrows: tuple[Escrow, ...] = ()

    def entry(self, purpose: str, key_id: str = "") -> Entry | None:
        """The entry of this purpose for a key, the current one where none is named."""
        wanted = (purpose, key_id or self.key_id)
        return next((item for item in self.entries if (item.purpose, item.key_id) == wanted), None)

    def with_entry(self, entry: Entry) -> "Sidecar":
        """The same with ``entry`` in the place of an earlier one for the same purpose and key."""
        return replace(self, entries=(*self._others(entry.purpose, entry.key_id), entry))

    def without(self, purpose: str, key_id: str) -> "Sidecar":
        """The same without the entry of this purpose and key."""
        return replace(self, entries=self._others(purpose, key_id))

    def without_key(self, key_id: str) -> "Sidecar":
        """The same without anything that goes with this key."""
        former = tuple(one for one in self.former if one != key_id)
        entries = tuple(item for item in self.entries if item.key_id != key_id)
        escrows = tuple(one for one in self.escrows if one.key_id != key_id)
        return replace(self, entries=entries, former=former, escrows=escrows)

    def _others(self, purpose: str, key_id: str) -> tuple[Entry, ...]:
        return tuple(item for item in self.entries if (item.purpose, item.key_id) != (purpose, key_id))


def sidecar_path(database: Path) -> Path:
    """Where the sidecar of a database stands."""
    return database.with_name(database.name + ".keys")


def asks_passphrase(database: Path) -> bool:
    """Say whether a person types a passphrase at every start. Raises what reading the sidecar raises."""
    return read_sidecar(sidecar_path(database)).provider.kind == PASSPHRASE


def bound(install_id: str, key_id: str, *, purpose: str) -> str:
    """The text that a wrapped secret is bound to, so that none can be put in the place of another."""
    return f"onewindow/{install_id}/{key_id}/{purpose}"


def read_sidecar(path: Path) -> Sidecar:
    """Read and check the file. Raises KeySidecarMissing, KeySidecarBroken, KeySidecarTooNew or a file error."""
    try:
        with path.open("rb") as stream:
            content = stream.read(_MOST_BYTES)
    except FileNotFoundError as error:
        raise KeySidecarMissing(path=str(path)) from error
    except OSError as error:
        raise read_error(path, error) from error
    try:
        parsed = json.loads(content)
        if not isinstance(parsed, dict):
            raise TypeError
        return _parsed(path, cast("dict[str, Any]", parsed))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise KeySidecarBroken(path=str(path)) from error


def edit(path: Path, change: Callable[[Sidecar], Sidecar]) -> Sidecar:
    """Read the file anew, write what ``change`` makes of it, and return that, with nobody else at it in between.

    Whoever changes something that stands there does it so: what was read earlier may be another's past. ``change`` only
    makes the other value; what it raises leaves the file as it was.
    Raises KeysBusy, and what reading and writing raise.
    """
    with one_at_a_time(path):
        found = read_sidecar(path)
        made = change(found)
        if made != found:
            write_sidecar(path, made)
        return made


def write_sidecar(path: Path, sidecar: Sidecar) -> None:
    """Write the file as one step; one that is there already is changed by ``edit``.

    Raises DiskFull, FileForbidden or FileNotWritten.
    """
    table: dict[str, Any] = {
        "format": FORMAT,
        "install_id": sidecar.install_id,
        "key_id": sidecar.key_id,
        "provider": {"kind": sidecar.provider.kind, "name": sidecar.provider.name},
        "created_at": sidecar.created_at.isoformat(),
        "entries": [
            {"purpose": item.purpose, "key_id": item.key_id, **item.wrapped.as_json()} for item in sidecar.entries
        ],
    }
    if sidecar.next_key_id:
        table["next_key_id"] = sidecar.next_key_id
    if sidecar.former:
        table["former"] = list(sidecar.former)
    if sidecar.escrows:
        table["escrows"] = [one.as_json() for one in sidecar.escrows]
    table["checksum"] = _checksum(table)
    write_whole(path, (json.dumps(table, indent=2) + "\n").encode())


def _parsed(path: Path, table: dict[str, Any]) -> Sidecar:
    found = int(table["format"])
    if found > FORMAT:
        raise KeySidecarTooNew(path=str(path), found=found, known=FORMAT)
    if table.pop("checksum") != _checksum(table):
        raise ValueError("checksum")
    entries = tuple(
        Entry(str(item["purpose"]), str(item["key_id"]), Wrapped.of_json(item)) for item in table["entries"]
    )
    provider = Provider(str(table["provider"]["kind"]), str(table["provider"]["name"]))
    created_at = datetime.fromisoformat(table["created_at"])
    changing = str(table.get("next_key_id", "")), tuple(map(str, table.get("former", ())))
    escrows = tuple(map(Escrow.of_json, table.get("escrows", ())))
    return Sidecar(str(table["install_id"]), str(table["key_id"]), provider, created_at, entries, *changing, escrows)


def _checksum(table: dict[str, Any]) -> str:
    plain = json.dumps(table, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()
