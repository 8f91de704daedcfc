"""A bundle as a file: records in sealed chunks that open with the center's secret, at stations of that center only.

Four letters, a salt, and chunks, each its length in four bytes and then AES-256-GCM over packed JSON lines. The key is
HKDF-SHA256 of the center's secret, the salt and the center's name (several centers of one hub may have one secret, and
accounts of one must not come to another); the nonce of a chunk is its number and whether it is the last, so that none
can be left out, changed for another or cut off (STREAM, Hoang et al. 2015). Who can seal one is of the center.
"""

import json
import os
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from app.models.sync import Wire
from app.models.sync_errors import BundleForeign
from app.outside.files import read_error, replacing, write_error
from app.outside.wrapping import SALT_BYTES, derived_key

_MAGIC = b"OWB1"
_PURPOSE = "onewindow bundle"
_MOST = 64 * 1024 * 1024
_BYTES = (0, 2, 8, 11, 12)  # places of row ids, uids and hashes in a record


def write(
    path: Path, parts: Iterable[list[Wire]], secret: bytes, center: str, *, whole: Callable[[int], object]
) -> int:
    """Write a bundle, whole or not at all, and return how many records it holds. Raises what the disk raises.

    ``center``: whose station writes it, "" where it belongs to none. ``whole`` hears how many records they are before
    the file has its name; what it raises leaves none.
    """
    count = 0
    try:
        with replacing(path) as temporary:
            with temporary.open("wb") as stream:
                salt = os.urandom(SALT_BYTES)
                key = derived_key(secret, salt, purpose=_purpose(center))
                stream.write(_MAGIC + salt)
                number = 0
                for part in parts:
                    _seal(stream, key, number, _packed(part), last=False)
                    number, count = number + 1, count + len(part)
                _seal(stream, key, number, b"", last=True)
            whole(count)
    except OSError as error:
        raise write_error(path, error) from error
    return count


def read(path: Path, secret: bytes, center: str) -> Iterator[list[Wire]]:
    """Give the records of a bundle, some at a time. Raises ``BundleForeign`` where it is cut, changed or another's."""
    try:
        with path.open("rb") as stream:
            head = stream.read(len(_MAGIC) + SALT_BYTES)
            if len(head) < len(_MAGIC) + SALT_BYTES or not head.startswith(_MAGIC):
                raise BundleForeign(path=str(path))
            key = derived_key(secret, head[len(_MAGIC) :], purpose=_purpose(center))
            yield from _parts(path, stream, key)
    except OSError as error:
        raise read_error(path, error) from error


def _purpose(center: str) -> str:
    return f"{_PURPOSE}/{center}"


def _parts(path: Path, stream: BinaryIO, key: bytes) -> Iterator[list[Wire]]:
    number = 0
    while True:
        length = int.from_bytes(stream.read(4), "big")
        sealed = stream.read(min(length, _MOST))
        content = _opened(key, number, sealed, last=False)
        if content is None:
            if _opened(key, number, sealed, last=True) is None or stream.read(1):
                raise BundleForeign(path=str(path))
            return
        yield _unpacked(content)
        number += 1


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _seal(stream: BinaryIO, key: bytes, number: int, content: bytes, *, last: bool) -> None:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    sealed = AESGCM(key).encrypt(_nonce(number, last=last), content, _MAGIC)
    stream.write(len(sealed).to_bytes(4, "big") + sealed)


def _opened(key: bytes, number: int, sealed: bytes, *, last: bool) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(_nonce(number, last=last), sealed, _MAGIC)
    except (InvalidTag, ValueError):
        return None


def _packed(part: list[Wire]) -> bytes:
    told = [[value.hex() if isinstance(value, (bytes, bytearray)) else value for value in one] for one in part]
    return zlib.compress(json.dumps(told).encode(), 6)


def _unpacked(content: bytes) -> list[Wire]:
    told: list[list[Any]] = json.loads(zlib.decompress(content))
    for one in told:
        for place in _BYTES:
            one[place] = bytes.fromhex(one[place])
    return [Wire(*one) for one in told]
