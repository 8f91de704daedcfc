"""The logo of a center: which pictures can stand on its documents, and how one is kept as a setting."""

import base64
import binascii

from app.models.errors import FieldInvalid

#: The largest logo in bytes: it travels with the settings to every station.
LARGEST = 256 * 1024
_STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_KB = 1024


def to_text(picture: bytes) -> str:
    """Return a picture as a setting keeps it; "" for none.

    Raises ``FieldInvalid`` for what is no PNG or JPEG, or larger than ``LARGEST`` (with its size).
    """
    if not picture:
        return ""
    if len(picture) > LARGEST or not picture.startswith(_STARTS):
        raise FieldInvalid(field="logo", value=f"{-(-len(picture) // _KB)} KB")
    return base64.b64encode(picture).decode("ascii")


def to_picture(text: str) -> bytes:
    """Return a kept logo; nothing for one that cannot be read."""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""
