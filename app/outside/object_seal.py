"""Sealing what a center gives to the hub: a keyed name, and parts that cannot be changed, moved, left out or cut off.

The center's secret is on every station of it and never at the hub. By HKDF-SHA256 it gives a key for names and, with an
object's own random salt, one for its parts: AES-256-GCM, the nonce being the part's number and whether it is the last
(STREAM of Hoang, Reyhanitabar, Rogaway and Vizar, 2015), the name bound to each. A salt is used for one content only.
"""

import hashlib
import hmac

from app.outside.wrapping import SALT_BYTES, derived_key

_NAMES, _PARTS = "onewindow object names", "onewindow object"
_MAGIC = b"OWO1"


class ObjectSeal:
    """Names, seals and opens the objects of one center."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def name(self, kind: str, sha256: str) -> bytes:
        """Return what the content of a kind with this SHA-256 is called at the hub (32 bytes)."""
        names = derived_key(self._secret, bytes(SALT_BYTES), purpose=_NAMES)
        return hmac.new(names, f"{kind}:{sha256}".encode(), hashlib.sha256).digest()

    def sealed(self, name: bytes, salt: bytes, number: int, part: bytes, *, is_last: bool) -> bytes:
        """Return a part sealed; 16 bytes longer."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        key = derived_key(self._secret, salt, purpose=_PARTS)
        return AESGCM(key).encrypt(_nonce(number, is_last=is_last), part, _MAGIC + name)

    def opened(self, name: bytes, salt: bytes, number: int, part: bytes, *, is_last: bool) -> bytes | None:
        """Return what was sealed; None where it is not this part of this object, under this center's secret."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        key = derived_key(self._secret, salt, purpose=_PARTS)
        try:
            return AESGCM(key).decrypt(_nonce(number, is_last=is_last), part, _MAGIC + name)
        except (InvalidTag, ValueError):
            return None


def _nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([is_last])
