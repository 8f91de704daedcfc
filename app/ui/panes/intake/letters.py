"""Letters: text that was pasted or dropped as a file, and what it says about itself. Pure but for ``LocalLetters``."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.models.errors import CannotNow
from app.models.texts import clean

if TYPE_CHECKING:
    from email.message import EmailMessage

#: Largest file that is read, in bytes.
LARGEST = 4_000_000
SUFFIXES = (".eml", ".txt")


class LetterUnreadable(CannotNow):
    """A dropped file cannot be taken as a letter. Facts: ``name``."""


@dataclass(frozen=True)
class Letter:
    """What a letter says: its text, subject, sender and when it was received (aware), as far as it is known."""

    text: str
    subject: str | None = None
    sender: str | None = None
    received_at: datetime | None = None
    attachments: tuple[str, ...] = ()


class Letters(Protocol):
    """Whoever can read a letter file. ``read`` runs on a reader thread."""

    def read(self, path: Path) -> Letter:
        """Return what the file says. Raises ``LetterUnreadable``."""
        ...


class LocalLetters:
    """Reads .eml and .txt files of this computer."""

    def read(self, path: Path) -> Letter:
        """Return what the file says. Raises ``LetterUnreadable`` for another kind, too large a file, or no text."""
        try:
            if path.suffix.lower() not in SUFFIXES or path.stat().st_size > LARGEST:
                raise LetterUnreadable(name=path.name)
            data = path.read_bytes()
        except OSError:
            raise LetterUnreadable(name=path.name) from None
        return letter_of(data, path.name)


def letter_of(data: bytes, name: str) -> Letter:
    """Return the letter that these bytes hold; ``name`` says by its ending what they are."""
    if name.lower().endswith(".eml"):
        return _mail(data, name)
    text = clean(decoded(data))
    if not text or b"\0\0" in data[:4096]:
        raise LetterUnreadable(name=name)
    return Letter(text)


def decoded(data: bytes) -> str:
    """Return the text of these bytes: by its mark, UTF-8, or GB18030, which is what Chinese Windows writes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")


def _mail(data: bytes, name: str) -> Letter:
    from email import message_from_bytes, policy

    message = message_from_bytes(data, policy=policy.default)
    text = clean(_body(message))
    subject = clean(str(message.get("subject", "")))
    if not text and not subject:
        raise LetterUnreadable(name=name)
    names = tuple(one for part in message.iter_attachments() if (one := part.get_filename()))
    return Letter(text or "", subject, clean(str(message.get("from", ""))), _received_at(message), names)


def _body(message: "EmailMessage") -> str:
    part = message.get_body(("plain", "html"))
    if part is None:
        return ""
    try:
        text = str(part.get_content())
    except (LookupError, KeyError):  # an encoding, or a kind, that nobody knows
        return decoded(bytes(part.get_payload(decode=True) or b""))  # pyright: ignore[reportArgumentType]
    return _without_tags(text) if part.get_content_subtype() == "html" else text


def _without_tags(text: str) -> str:
    import html
    import re

    text = re.sub(r"(?is)<(script|style|head)\b.*?</\1>", "", text)
    text = re.sub(r"(?i)<(br|/p|/div|/tr|/li|/h\d)\b[^>]*>", "\n", text)
    return html.unescape(re.sub(r"(?s)<[^>]{0,2000}>", "", text))


def _received_at(message: "EmailMessage") -> datetime | None:
    """Return when it arrived: the last station's word, else what the sender wrote."""
    from email.utils import parsedate_to_datetime

    for value in (*(str(one).rpartition(";")[2] for one in message.get_all("received", [])[:1]), message.get("date")):
        try:
            at = parsedate_to_datetime(str(value).strip()) if value else None
        except (ValueError, TypeError):
            continue
        if at is not None:
            return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    return None
