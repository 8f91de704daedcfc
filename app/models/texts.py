"""Texts from outside made fit to keep: halves of characters and NULs go, everything else stays as it was typed."""

import re
from datetime import datetime

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


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


def moment(text: str | None) -> datetime | None:
    """Return the aware time of an ISO 8601 text, or None for None."""
    return datetime.fromisoformat(text) if text else None
