"""How a database key is written where only text fits: 64 hexadecimal digits."""

import re

_KEY = re.compile(r"[0-9A-Fa-f]{64}")


def text_of_key(key: bytes) -> str:
    """The 64 digits of a key of 32 bytes."""
    return key.hex()


def key_of_text(text: str) -> bytes | None:
    """The key that ``text`` spells, white space around it left out; None when it spells none."""
    digits = text.strip()
    return bytes.fromhex(digits) if _KEY.fullmatch(digits) else None
