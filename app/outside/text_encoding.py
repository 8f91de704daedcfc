"""Which encoding a file of unknown origin is in: byte-order mark, UTF-8, GB18030, and a guess for the rest.

GB18030 accepts almost any bytes, so that it decodes is no proof: a French file in Windows-1252 decodes as rare
Chinese. It is believed only when most of its characters are those of GB 2312, which real Chinese text consists of.
"""

import codecs
import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_CHUNK = 1 << 20
_HEAD = 4096
_SAMPLE = 1 << 16
_DAMAGE = 0.02
_USUAL = 0.7
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1a\x1b"))


@dataclass(frozen=True, slots=True)
class Encoding:
    """The decision. ``how`` is mark, whole, damaged (some bytes do not fit) or guessed; ``name`` is Python's name."""

    name: str
    how: str


def encoding_of(open_file: Callable[[], BinaryIO]) -> Encoding | None:
    """Decide by reading the file as far as needed (all of it for UTF-8); None when it is no text at all.

    ``open_file`` is called for each pass and may give a decompressing stream. Raises what reading raises.
    """
    with open_file() as stream:
        head = stream.read(_HEAD)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return Encoding(name, "mark")
    wide = _wide_without_mark(head)
    if wide:
        return Encoding(wide, "guessed")
    if _is_binary(head):
        return None
    with open_file() as stream:
        if _is_utf8(stream):
            return Encoding("utf-8", "whole")
    with open_file() as stream:
        return _by_sample(_sample(stream))


def encoding_of_bytes(content: bytes) -> Encoding | None:
    """The same for bytes in memory."""
    return encoding_of(lambda: io.BytesIO(content))


def decoded(content: bytes) -> str:
    """Bytes of unknown origin as text; what does not fit becomes U+FFFD. Never fails."""
    encoding = encoding_of_bytes(content)
    return content.decode(encoding.name if encoding else "latin-1", "replace")


def _wide_without_mark(head: bytes) -> str:
    """UTF-16 of mostly ASCII shows as a zero in every second byte."""
    pairs = len(head) // 2
    if pairs >= 2:
        if head[1::2].count(0) > 0.4 * pairs and head[0::2].count(0) < 0.05 * pairs:
            return "utf-16-le"
        if head[0::2].count(0) > 0.4 * pairs and head[1::2].count(0) < 0.05 * pairs:
            return "utf-16-be"
    return ""


def _is_binary(head: bytes) -> bool:
    if head.startswith((b"%PDF-", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"MZ", b"\x7fELF")):
        return True
    return len(head) - len(head.translate(None, _CONTROLS)) > 0.02 * len(head)


def _is_utf8(stream: BinaryIO) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while chunk := stream.read(_CHUNK):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _sample(stream: BinaryIO) -> bytes:
    """The first lines that are not ASCII; they may stand deep in a long file."""
    found, size = list[bytes](), 0
    while size < _SAMPLE and (line := stream.readline(_SAMPLE)):
        if not line.isascii():
            found.append(line)
            size += len(line)
    return b"".join(found)


def _by_sample(sample: bytes) -> Encoding:
    if _damage(sample.decode("utf-8", "replace")) <= _DAMAGE or _mostly_utf8(sample):
        return Encoding("utf-8", "damaged")
    chinese = sample.decode("gb18030", "replace")
    if _damage(chinese) <= _DAMAGE and _is_usual_chinese(chinese):
        return Encoding("gb18030", "damaged" if "\ufffd" in chinese else "whole")
    return Encoding(_guessed(sample), "guessed")


def _mostly_utf8(sample: bytes) -> bool:
    """Say whether most lines are UTF-8, which others are by accident only: files of several offices put together."""
    lines = sample.splitlines()
    return sum("\ufffd" not in one.decode("utf-8", "replace") for one in lines) * 2 > len(lines) > 1


def _damage(text: str) -> float:
    """Characters that did not decode, as a share of those that are not ASCII."""
    foreign = sum(not sign.isascii() for sign in text)
    return text.count("\ufffd") / foreign if foreign else 0.0


def _is_usual_chinese(text: str) -> bool:
    foreign = [sign for sign in text if not sign.isascii() and sign != "\ufffd"]
    usual = sum(bool(sign.encode("gb2312", "ignore")) for sign in foreign)
    return usual >= _USUAL * len(foreign) > 0


def _guessed(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample[:_SAMPLE]).best()
    return best.encoding if best and best.encoding != "ascii" else "cp1252"
