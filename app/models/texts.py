"""Texts from outside made fit to keep: halves of characters and NULs go, everything else stays as it was typed."""

import re
from datetime import datetime

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

#: Words, and the number behind them; no more digits than a number takes at once.
_NUMBER = re.compile("([^0-9]*)([0-9]{0,18})")
Order = tuple[tuple[str, int, str], ...]


def clean(text: str | None, limit: int | None = None) -> str | None:
    """Return the text without control characters and lone surrogates, trimmed; None where nothing is left.

    Right-to-left text, emoji and line breaks stay. ``limit`` cuts to that many characters.
    """
    if text is None:
        return None
    if text.isprintable():  # nothing to take out, as nearly always
        return text.strip()[:limit] or None
    if not text.isascii():
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    return text[:limit] or None


def in_order(text: str) -> Order:
    """Return the key by which names with numbers stand as people count: 第2医院 before 第10医院, H2 before H10.

    Names that differ only in leading zeros stay apart, by how they are written.
    """
    parts = _NUMBER.findall(text)
    return (*((words, int(digits or -1), "") for words, digits in parts if words or digits), ("", -1, text))


def moment(text: str | None) -> datetime | None:
    """Return the aware time of an ISO 8601 text, or None for None."""
    return datetime.fromisoformat(text) if text else None
