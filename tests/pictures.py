"""Pictures for tests."""

import zlib


def _png() -> bytes:
    """Return a whole PNG of one gray pixel."""
    shape, pixel = bytes((0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0)), zlib.compress(b"\x00\x80")
    parts = ((b"IHDR", shape), (b"IDAT", pixel), (b"IEND", b""))
    told = (len(body).to_bytes(4) + kind + body + zlib.crc32(kind + body).to_bytes(4) for kind, body in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(told)


PNG = _png()
