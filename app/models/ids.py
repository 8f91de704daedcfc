"""Row ids: UUIDv7 bytes, time-ordered (RFC 9562, 5.7), and derived UUIDv5 where two stations must agree."""

import os
import uuid

#: Namespace of every derived id of the house.
HOUSE = uuid.UUID("6f0e7a52-93c1-5d0b-9b1e-2f6f0c5b7a11")

_COUNT = 0x1000


class _Last:
    """The last millisecond that was given out, and the count within it."""

    ms = 0
    count = 0


def new_id(now_ms: int) -> bytes:
    """Return 16 bytes: 48 bits of Unix milliseconds, a 12-bit count within them, 62 bits from the operating system.

    Ids made one after another by one process in one millisecond stay in that order (RFC 9562, 6.2, method 1). Not safe
    for several threads at once: two of them may share a count, and then only the random bits tell the ids apart.
    """
    if now_ms == _Last.ms:
        _Last.count += 1
    else:
        _Last.ms, _Last.count = now_ms, 0
    more, count = divmod(_Last.count, _COUNT)
    head = ((now_ms + more) & 0xFFFFFFFFFFFF) << 16 | 0x7000 | count
    random = int.from_bytes(os.urandom(8), "big") & 0x3FFFFFFFFFFFFFFF
    return (head << 64 | 0x8000000000000000 | random).to_bytes(16, "big")


def derived_id(*parts: str | bytes) -> bytes:
    """Return the UUIDv5 of the parts in the house's namespace: the same on every station."""
    text = "\x1f".join(part.hex() if isinstance(part, bytes) else part for part in parts)
    return uuid.uuid5(HOUSE, text).bytes
