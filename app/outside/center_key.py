"""The center's recovery key: one pair for all stations, whose private half opens every database key sealed for it.

Sealing is HPKE (RFC 9180) with X25519, HKDF-SHA256 and AES-256-GCM, bound to the installation and the key's name. The
private half leaves the program as a file under a code (``new_passphrase``): file and code have two keepers.
"""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.models.key_errors import CenterKeyBroken, CenterKeyCodeWrong, CenterKeyOther
from app.outside.clock import SystemClock
from app.outside.files import read_error, write_whole
from app.outside.key_sidecar import Escrow, Sidecar, bound
from app.outside.recovery_words import new_passphrase, normalized
from app.outside.secrets import Keys
from app.outside.wrapping import KEY_BYTES, Cost, Wrapped, unwrap_with_passphrase, wrap_with_passphrase

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.hpke import Suite

_FORMAT = 1
_PURPOSE = "onewindow/center recovery key"
_SEALED_FOR = "center recovery"
_MOST_BYTES = 100_000
_TIME_BYTES = 8


@dataclass(frozen=True, slots=True)
class CenterKey:
    """The pair. ``public`` and ``private`` are raw X25519 keys of 32 bytes."""

    public: bytes
    private: bytes = field(repr=False)


def fingerprint(public: bytes) -> str:
    """80 bits of the public half's SHA-256 in groups of four, to be compared by two people over the telephone."""
    digits = hashlib.sha256(b"onewindow center key\n" + public).hexdigest()[:20].upper()
    return "-".join(digits[start : start + 4] for start in range(0, 20, 4))


def make() -> CenterKey:
    """A fresh pair from the operating system's random source."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    private = X25519PrivateKey.generate()
    return CenterKey(private.public_key().public_bytes_raw(), private.private_bytes_raw())


def save(path: Path, pair: CenterKey, *, cost: Cost | None = None) -> str:
    """Write the file of the private half, for its owner alone, and return the code that opens it and is kept nowhere.

    Raises DiskFull, FileForbidden or FileNotWritten.
    """
    code = new_passphrase()
    sealed = wrap_with_passphrase(pair.private, normalized(code), purpose=_PURPOSE, cost=cost)
    table = {"onewindow_center_key": _FORMAT, "fingerprint": fingerprint(pair.public), "sealed": sealed.as_json()}
    write_whole(path, (json.dumps(table, indent=2) + "\n").encode())
    return code


def read(path: Path, code: str) -> CenterKey:
    """Open the file of the private half. Raises CenterKeyBroken, CenterKeyCodeWrong, and what code and file raise."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    table = table_of(path, "onewindow_center_key")
    try:
        sealed = Wrapped.of_json(table["sealed"])
    except (ValueError, KeyError) as error:
        raise CenterKeyBroken(path=str(path)) from error
    private = unwrap_with_passphrase(sealed, normalized(code), purpose=_PURPOSE)
    if private is None:
        raise CenterKeyCodeWrong(path=str(path))
    return CenterKey(X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw(), private)


def table_of(path: Path, kind: str) -> dict[str, Any]:
    """Return the JSON object of a file of this kind. Raises CenterKeyBroken, or what the file raises."""
    try:
        with path.open("rb") as stream:
            content = stream.read(_MOST_BYTES)
    except OSError as error:
        raise read_error(path, error) from error
    try:
        table: dict[str, Any] = json.loads(content)
        if table[kind] != _FORMAT:
            raise ValueError("format")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise CenterKeyBroken(path=str(path)) from error
    return table


def seal(keys: Keys, public: bytes, *, at: datetime | None = None) -> Escrow:
    """Seal the keys of an installation for the center's public half, with when that was (``at``; None: now)."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

    sealed_ms = int((at or SystemClock().now()).timestamp() * 1000)
    told = keys.database + keys.center + keys.documents + sealed_ms.to_bytes(_TIME_BYTES, "big")
    info = bound(keys.install_id, keys.key_id, purpose=_SEALED_FOR).encode()
    return Escrow(keys.key_id, public, _suite().encrypt(told, X25519PublicKey.from_public_bytes(public), info))


def opened(escrow: Escrow, install_id: str, pair: CenterKey) -> Keys:
    """Open what was sealed for this pair. Raises CenterKeyOther for another pair, installation or key."""
    return opened_with_time(escrow, install_id, pair)[0]


def opened_with_time(escrow: Escrow, install_id: str, pair: CenterKey) -> tuple[Keys, int]:
    """Open what was sealed for this pair, and say when that was by the station's clock (Unix milliseconds).

    0 where an older program sealed it. Raises CenterKeyOther for another pair, installation or key.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    info = bound(install_id, escrow.key_id, purpose=_SEALED_FOR).encode()
    private = X25519PrivateKey.from_private_bytes(pair.private)
    try:
        told = _suite().decrypt(escrow.sealed, private, info)
    except InvalidTag as error:
        raise CenterKeyOther(fingerprint=fingerprint(escrow.public)) from error
    parts = (told[start : start + KEY_BYTES] for start in range(0, 3 * KEY_BYTES, KEY_BYTES))
    return Keys(install_id, escrow.key_id, *parts), int.from_bytes(told[3 * KEY_BYTES :], "big")


def escrows_of(sidecar: Sidecar) -> tuple[Escrow, ...]:
    """What the sidecar holds sealed for the center, of the key in use and of one that is being changed to."""
    return tuple(one for one in sidecar.escrows if one.key_id in (sidecar.key_id, sidecar.next_key_id))


def pinned(sidecar: Sidecar) -> bytes | None:
    """The public half that an installation seals for: that of the newest copy."""
    return sidecar.escrows[-1].public if sidecar.escrows else None


def _suite() -> "Suite":
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

    return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
