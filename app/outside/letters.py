"""Reading a letter that was saved or dropped: an e-mail as ``.eml``, or a plain text file.

Mail in the wild breaks every rule: Chinese headers without encoding, GB 2312 that is GB 18030, dates of no calendar,
parts without an end. Whatever is there is shown; only an unreadable file is an error.
"""

from datetime import UTC, datetime
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import collapse_rfc2231_value, parseaddr, parsedate_to_datetime
from pathlib import Path
from typing import Any, cast

from app.models.file_errors import FileEmpty, FileNotText, FileTooLarge
from app.models.letters import Letter
from app.outside.files import read_error
from app.outside.html_text import text_of_html
from app.outside.text_encoding import decoded, encoding_of_bytes

LIMIT_MB = 50
_MOST_PARTS = 500
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "hz-gb-2312": "hz", "us-ascii": "", "ascii": ""}
# the email package raises these on headers and bodies that no program should have written
_BROKEN = (ValueError, LookupError, TypeError, AttributeError, MessageError, ArithmeticError, AssertionError)


def read_letter(path: Path) -> Letter:
    """Read an ``.eml``, an HTML or a text file. Raises FileMissing, FileEmpty, FileNotText or FileTooLarge."""
    try:
        if path.stat().st_size > LIMIT_MB * 2**20:
            raise FileTooLarge(path=str(path), limit_mb=LIMIT_MB)
        content = path.read_bytes()
    except OSError as error:
        raise read_error(path, error) from error
    if not content.strip():
        raise FileEmpty(path=str(path))
    if path.suffix.lower() == ".eml":
        letter = letter_of_mail(content)
        if not (letter.text or letter.subject or letter.attachments):
            raise FileEmpty(path=str(path))
        if not (letter.sender or letter.received_at or letter.subject) and encoding_of_bytes(content) is None:
            raise FileNotText(path=str(path))  # a name alone makes no mail of a picture
        return letter
    if encoding_of_bytes(content) is None:
        raise FileNotText(path=str(path))
    text = decoded(content)
    return Letter("", "", "", None, _tidy(text_of_html(text) if path.suffix.lower() in (".html", ".htm") else text))


def letter_of_mail(content: bytes) -> Letter:
    """The letter in the bytes of a mail (RFC 5322 and MIME). Never fails."""
    try:
        message = message_from_bytes(content)
        parts = _parts(message)
    except (*_BROKEN, RecursionError):  # parts nested a thousand deep
        return Letter("", "", "", None, _tidy(decoded(content)))
    sender = _header(message, "From") or _header(message, "Sender")
    address = parseaddr(sender)[1]
    return Letter(
        _header(message, "Subject"),
        sender,
        address if "@" in address else "",
        _received_at(message),
        _text(parts),
        tuple(name for part in parts if (name := _attachment(part))),
    )


def _parts(message: Message) -> list[Message]:
    """The leaves of the message; a forwarded message counts as one leaf."""
    found, waiting = list[Message](), [message]
    while waiting and len(found) < _MOST_PARTS:
        part = waiting.pop(0)
        inner = cast("list[Message] | str | None", part.get_payload())
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting[:0] = inner
        else:
            found.append(part)
    return found


def _header(message: Message, name: str) -> str:
    """A header as text: encoded words decoded, raw bytes recognized, folded lines joined."""
    values = [value for key, value in message.raw_items() if key.lower() == name.lower()]
    if not values:
        return ""
    return _words(str(cast("Any", values[0])))


def _words(raw: str) -> str:
    """Encoded words (RFC 2047) as text; what cannot be decoded is left standing."""
    try:
        pieces = decode_header(raw)
    except _BROKEN:
        pieces = [(raw, None)]
    text = "".join(_piece(text, charset) for text, charset in pieces) or raw
    return " ".join(text.split())


def _piece(text: "bytes | str", charset: str | None) -> str:
    """One piece of a header; raw bytes arrive as surrogates, escaped where an encoded word stands beside them."""
    if isinstance(text, bytes) and charset is None:
        text = text.decode("raw-unicode-escape", "replace")
    if isinstance(text, bytes):
        return _decoded(text, charset)
    return _decoded(text.encode("ascii", "surrogateescape"), charset) if _fits_ascii(text) else text


def _fits_ascii(text: str) -> bool:
    return all(sign.isascii() or "\udc80" <= sign <= "\udcff" for sign in text)


def _decoded(content: bytes, charset: str | None) -> str:
    """Bytes in the encoding they claim, or in the one they are in."""
    name = (charset or "").strip().strip("\"'").lower()
    name = _WIDER.get(name, name)
    if name and name != "unknown-8bit":
        try:
            return content.decode(name)
        except (LookupError, ValueError):
            pass  # a claim that does not hold; what the bytes look like decides
    return decoded(content)


def _received_at(message: Message) -> datetime | None:
    """When the last server took it in, or when it says it was written."""
    received = [str(cast("Any", value)) for key, value in message.raw_items() if key.lower() == "received"]
    stamps = [value.rpartition(";")[2] for value in received[:1]]
    for text in [*stamps, _header(message, "Date")]:
        try:
            at = parsedate_to_datetime(text.strip())
            return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
        except (*_BROKEN, OverflowError):
            continue
    return None


def _text(parts: list[Message]) -> str:
    """The plain text, or the text of the HTML where there is no plain text worth reading."""
    for kind in ("text/plain", "text/html"):
        bodies = [_body(part) for part in parts if part.get_content_type() == kind and not _attachment(part)]
        texts = [text_of_html(body) if kind == "text/html" else body for body in bodies]
        text = _tidy("\n\n".join(text.strip("\r\n") for text in texts if text.strip()))
        if text:
            return text
    return ""


def _body(part: Message) -> str:
    try:
        content = part.get_payload(decode=True)
    except _BROKEN:
        content = None
    if not isinstance(content, bytes):
        raw = cast("Any", part.get_payload())
        content = raw.encode("utf-8", "surrogateescape") if isinstance(raw, str) else b""
    return _decoded(content, _parameter(part, "charset"))


def _parameter(part: Message, name: str, header: str = "content-type") -> str:
    try:
        value = part.get_param(name, "", header)
        return collapse_rfc2231_value(cast("Any", value)) if value else ""
    except _BROKEN:
        return ""


def _attachment(part: Message) -> str:
    """The name of an attachment; its kind where it has no name; empty for the letter's own text."""
    name = _parameter(part, "filename", "content-disposition") or _parameter(part, "name")
    if name:
        return _words(name)
    kind = part.get_content_type()
    written = str(part.get("content-disposition", "")).lower().startswith("attachment")
    return kind if written or part.get_content_maintype() != "text" else ""


def _tidy(text: str) -> str:
    """Line ends as the program writes them; no zeros and no byte-order mark."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").replace("\ufeff", "")
    return "\n".join(line.rstrip() for line in plain.split("\n")).strip()
