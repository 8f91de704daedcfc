"""The enrollment file: what a new station needs to reach its hub, sealed with a code that travels another way."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from app.models.sync_errors import EnrollmentBroken, EnrollmentCodeWrong
from app.outside import key_escrow, secrets
from app.outside.files import read_error, write_whole
from app.outside.recovery_words import new_passphrase, normalized
from app.outside.wrapping import Cost, Wrapped, unwrap_with_passphrase, wrap_with_passphrase

_FORMAT = 1
_PURPOSE = "onewindow/enrollment"
_MOST_BYTES = 100_000


@dataclass(frozen=True)
class EnrollmentFile:
    """What is in it. ``connection`` is what libpq takes, the password included; ``recovery`` is the public half of the
    center's recovery key, None where it had none when the file was written.
    """

    hub_id: str
    center: str
    station: str
    connection: Mapping[str, str] = field(repr=False)
    center_secret: bytes = field(repr=False)
    recovery: bytes | None = None


def write(path: Path, told: EnrollmentFile, *, cost: Cost | None = None) -> str:
    """Write the file, readable by its owner only, and return the code that opens it. The code is kept nowhere."""
    code = new_passphrase()
    secret: dict[str, Any] = {"connection": dict(told.connection), "center_secret": told.center_secret.hex()}
    if told.recovery is not None:
        secret["recovery"] = told.recovery.hex()
    sealed = wrap_with_passphrase(json.dumps(secret).encode(), normalized(code), purpose=_PURPOSE, cost=cost)
    table = {
        "onewindow_enrollment": _FORMAT,
        "hub_id": told.hub_id,
        "center": told.center,
        "station": told.station,
        "sealed": sealed.as_json(),
    }
    write_whole(path, (json.dumps(table, ensure_ascii=False, indent=2) + "\n").encode())
    return code


def read(path: Path, code: str) -> EnrollmentFile:
    """Open the file. Raises ``EnrollmentBroken``, ``EnrollmentCodeWrong``, and what code and file raise."""
    try:
        with path.open("rb") as stream:
            content = stream.read(_MOST_BYTES)
    except OSError as error:
        raise read_error(path, error) from error
    try:
        table: dict[str, Any] = json.loads(content)
        if table["onewindow_enrollment"] != _FORMAT:
            raise ValueError("format")
        sealed = Wrapped.of_json(table["sealed"])
        names = str(table["hub_id"]), str(table["center"]), str(table["station"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise EnrollmentBroken(path=str(path)) from error
    opened = unwrap_with_passphrase(sealed, normalized(code), purpose=_PURPOSE)
    if opened is None:
        raise EnrollmentCodeWrong(path=str(path))
    secret: dict[str, Any] = json.loads(opened)
    recovery = bytes.fromhex(secret["recovery"]) if "recovery" in secret else None
    return EnrollmentFile(*names, secret["connection"], bytes.fromhex(secret["center_secret"]), recovery)


class StationEnrollment:
    """The door through which an open installation joins a hub."""

    def __init__(self, database: Path, keys: secrets.Keys) -> None:
        self._database, self._keys = database, keys

    def read(self, path: Path, code: str) -> EnrollmentFile:
        """Open a file with its code; see `read`."""
        return read(path, code)

    def adopt(self, center_secret: bytes) -> None:
        """Keep this secret instead of the installation's own; the recovery sheet goes on opening both keys."""
        key_escrow.adopt_center(self._database, self._keys, center_secret)
        self._keys = replace(self._keys, center=center_secret)

    def trust(self, recovery: bytes) -> None:
        """Seal the keys for this recovery key of the center, unless another one is trusted; the next sync tells it."""
        key_escrow.trust_first(self._database, self._keys, recovery)
