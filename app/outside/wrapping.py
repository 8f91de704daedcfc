"""Wrapping a secret with a passphrase or with another key: Argon2id or HKDF, then AES-256-GCM.

Argon2id as RFC 9106 section 4 recommends for memory-constrained machines (64 MiB, 3 passes, 4 lanes); HKDF is
RFC 5869 with SHA-256; AES-GCM is NIST SP 800-38D with a random 96-bit nonce, each key being used for few messages.
"""

import os
import unicodedata
from dataclasses import dataclass
from typing import Any, cast

SALT_BYTES = 16
NONCE_BYTES = 12
KEY_BYTES = 32
_MOST_MEMORY_KIB = 1024 * 1024
_MOST_PASSES = 64
_MOST_LANES = 64


@dataclass(frozen=True, slots=True)
class Cost:
    """How dear one guess at a passphrase is: memory in KiB, passes over it, and lanes."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A sealed secret with all that is needed to open it but the passphrase or key. ``cost`` is None with a key."""

    salt: bytes
    nonce: bytes
    sealed: bytes
    cost: Cost | None

    def as_json(self) -> dict[str, object]:
        """The form that stands in a JSON file."""
        kdf: dict[str, object] = {"name": "hkdf-sha256"}
        if self.cost is not None:
            cost = self.cost
            kdf = {"name": "argon2id", "memory_kib": cost.memory_kib, "passes": cost.passes, "lanes": cost.lanes}
        parts = {"salt": self.salt.hex(), "nonce": self.nonce.hex(), "sealed": self.sealed.hex()}
        return {"kdf": kdf, "cipher": "aes-256-gcm", **parts}

    @staticmethod
    def of_json(value: object) -> "Wrapped":
        """Read what ``as_json`` made. Raises ValueError, also for costs that would exhaust the machine."""
        try:
            table = cast("dict[str, Any]", value)
            kdf = table["kdf"]
            cost = None
            if kdf["name"] == "argon2id":
                cost = _bounded(Cost(int(kdf["memory_kib"]), int(kdf["passes"]), int(kdf["lanes"])))
            elif kdf["name"] != "hkdf-sha256":
                raise ValueError("unknown key derivation")
            if table["cipher"] != "aes-256-gcm":
                raise ValueError("unknown cipher")
            return Wrapped(
                bytes.fromhex(table["salt"]), bytes.fromhex(table["nonce"]), bytes.fromhex(table["sealed"]), cost
            )
        except (KeyError, TypeError) as error:
            raise ValueError("incomplete") from error


def wrap_with_passphrase(secret: bytes, passphrase: str, *, purpose: str, cost: Cost | None = None) -> Wrapped:
    """Seal ``secret``; ``purpose`` is bound to it, so that a wrap cannot be passed off as another one's."""
    cost = cost or Cost()
    salt = os.urandom(SALT_BYTES)
    return _seal(secret, _slow_key(passphrase, salt, cost=cost), purpose=purpose, salt=salt, cost=cost)


def wrap_with_key(secret: bytes, key: bytes, *, purpose: str) -> Wrapped:
    """Seal ``secret`` under a random key of 32 bytes."""
    salt = os.urandom(SALT_BYTES)
    return _seal(secret, derived_key(key, salt, purpose=purpose), purpose=purpose, salt=salt, cost=None)


def unwrap_with_passphrase(wrapped: Wrapped, passphrase: str, *, purpose: str) -> bytes | None:
    """Open what ``wrap_with_passphrase`` sealed; None for another passphrase or purpose, or a changed byte."""
    if wrapped.cost is None:
        return None
    return _open(wrapped, _slow_key(passphrase, wrapped.salt, cost=wrapped.cost), purpose=purpose)


def unwrap_with_key(wrapped: Wrapped, key: bytes, *, purpose: str) -> bytes | None:
    """Open what ``wrap_with_key`` sealed; None for another key or purpose, or a changed byte."""
    return _open(wrapped, derived_key(key, wrapped.salt, purpose=purpose), purpose=purpose)


def _bounded(cost: Cost) -> Cost:
    fits = 8 * cost.lanes <= cost.memory_kib <= _MOST_MEMORY_KIB
    if not fits or not 1 <= cost.passes <= _MOST_PASSES or not 1 <= cost.lanes <= _MOST_LANES:
        raise ValueError("cost out of bounds")
    return cost


def _slow_key(passphrase: str, salt: bytes, *, cost: Cost) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    # NFC: one keyboard composes é, another types e and an accent
    return hash_secret_raw(
        unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass"),
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def derived_key(key: bytes, salt: bytes, *, purpose: str) -> bytes:
    """A key of 32 bytes made from a random one, for one purpose only."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=purpose.encode()).derive(key)


def _seal(secret: bytes, key: bytes, *, purpose: str, salt: bytes, cost: Cost | None) -> Wrapped:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(NONCE_BYTES)
    return Wrapped(salt, nonce, AESGCM(key).encrypt(nonce, secret, purpose.encode()), cost)


def _open(wrapped: Wrapped, key: bytes, *, purpose: str) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(wrapped.nonce, wrapped.sealed, purpose.encode())
    except (InvalidTag, ValueError):  # ValueError: a nonce of impossible length
        return None
