"""The logo of a center: which pictures can stand on its documents, and how one is kept as a setting."""

import base64
import binascii
import zlib

from app.models.errors import FieldInvalid

#: The largest logo in bytes: it travels with the settings to every station.
LARGEST = 256 * 1024
_PNG, _JPEG, _JPEG_END = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"\xff\xd9"
_KB = 1024


class LogoUnusable(FieldInvalid):
    """A picture cannot be the logo: no whole PNG or JPEG, or too large. Facts: ``field``, ``value`` (its size)."""


def to_text(picture: bytes) -> str:
    """Return a picture as a setting keeps it; "" for none.

    Raises ``LogoUnusable`` for what is no whole PNG or JPEG, or larger than ``LARGEST``.
    """
    if not picture:
        return ""
    if len(picture) > LARGEST or not (_is_png(picture) or _is_jpeg(picture)):
        raise LogoUnusable(field="logo", value=f"{-(-len(picture) // _KB)} KB")
    return base64.b64encode(picture).decode("ascii")


def _is_png(picture: bytes) -> bool:
    """Say whether every part of a PNG is there, to the last, with the sum that it tells (PNG specification, 5.3)."""
    place, kind = len(_PNG), b""
    while picture.startswith(_PNG) and kind != b"IEND" and place + 12 <= len(picture):
        end = place + 8 + int.from_bytes(picture[place : place + 4], "big")
        kind, told = picture[place + 4 : place + 8], picture[end : end + 4]
        if zlib.crc32(picture[place + 4 : end]).to_bytes(4, "big") != told:
            return False
        place = end + 4
    return kind == b"IEND"


def _is_jpeg(picture: bytes) -> bool:
    return picture.startswith(_JPEG) and _JPEG_END in picture[-64:]


def to_picture(text: str) -> bytes:
    """Return a kept logo; nothing for one that cannot be read."""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""
