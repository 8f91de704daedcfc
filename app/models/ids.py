"""Row ids: random UUIDv7 bytes (time-ordered, RFC 9562 section 5.7), and derived UUIDv5 where two stations must agree."""

import os
import uuid

#: Namespace of every derived id of the house.
HOUSE = uuid.UUID("6f0e7a52-93c1-5d0b-9b1e-2f6f0c5b7a11")


def new_id(now_ms: int) -> bytes:
    """Return 16 bytes: 48 bits of Unix milliseconds, version 7, then 74 random bits from the operating system."""
    random = bytearray(os.urandom(10))
    random[0] = 0x70 | (random[0] & 0x0F)
    random[2] = 0x80 | (random[2] & 0x3F)
    return (now_ms & 0xFFFFFFFFFFFF).to_bytes(6, "big") + bytes(random)


def derived_id(*parts: str | bytes) -> bytes:
    """Return the UUIDv5 of the parts in the house's namespace: the same on every station."""
    text = "\x1f".join(part.hex() if isinstance(part, bytes) else part for part in parts)
    return uuid.uuid5(HOUSE, text).bytes
