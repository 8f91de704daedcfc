"""Source documents as encrypted files beside the database: one file a content, sealed in chunks.

A file is four letters, a salt, and chunks of at most 1 MiB, each under AES-256-GCM with a key of HKDF-SHA256 from the
database key and the salt. The nonce of a chunk is its number and whether it is the last, so that none can be left out,
changed for another or cut off (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizar, 2015). The name is a
keyed hash of the content's: who sees the folder cannot tell whether a document that he has himself is in it.
"""

import hashlib
import hmac
import os
import re
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from app.models.file_errors import FileEmpty, FileTooLarge, FileUnreadable
from app.models.objects import in_parts
from app.models.script_documents import LIMIT_MB, DocumentDamaged, DocumentMissing
from app.outside.files import read_error, replacing, write_error
from app.outside.wrapping import SALT_BYTES, derived_key
from app.services.script_documents import Kept, Stray

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.hashes import Hash

_MB = 1024 * 1024
_CHUNK = _MB
_TAG = 16
_MAGIC = b"OWD1"
_HEAD = len(_MAGIC) + SALT_BYTES
_PURPOSE, _NAMES = "onewindow script document", "onewindow script document names"
_ENDING = ".sealed"
_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')


class DocumentFiles:
    """The documents in one ``folder``, decrypted ``copies`` in another; ``key`` is the database key of both.

    ``limit_mb`` is the largest file taken in.
    """

    def __init__(self, folder: Path, copies: Path, key: bytes, *, limit_mb: int = LIMIT_MB) -> None:
        self.folder, self.copies = folder, copies
        self._key = key
        self._limit_mb = limit_mb
        #: Whether a decrypted copy was given out since the last ``close_copies``.
        self.lent = False

    def keep(self, source: Path) -> Kept:
        """Write a content, flushed to the disk; the same content again writes nothing, unless its file is damaged.

        Raises FileMissing, FileForbidden, FileEmpty, FileTooLarge, FileUnreadable, DiskFull, FileNotWritten.
        """
        sha256, size = self._measured(source)
        kept = Kept(sha256, source.name, size)
        if self._is_sound(kept):
            return kept
        self._make_folder()
        with replacing(self._path(sha256)) as temporary:
            written = self._sealed(source, temporary)
            if written != sha256:  # it was changed while it was read
                raise FileUnreadable(path=str(source), place=0)
        return kept

    def holds(self, sha256: str) -> bool:
        """Say whether a content is there, without reading it."""
        return self.folder.is_dir() and self._path(sha256).is_file()

    def read(self, sha256: str, name: str) -> Iterator[bytes]:
        """Give a content decrypted, piece by piece. Raises DocumentMissing, DocumentDamaged (at the end, too)."""
        return self._chunks(sha256, name)

    def take(self, sha256: str, name: str, content: Iterable[bytes]) -> None:
        """Write a content that comes from elsewhere, flushed; it is there whole, with its hash, or not at all.

        Raises DocumentDamaged where it has another hash, DiskFull, FileNotWritten, and what ``content`` raises.
        """
        self._make_folder()
        with replacing(self._path(sha256)) as temporary:
            if self._seal(content, temporary) != sha256:
                raise DocumentDamaged(name=name)

    def copy_to(self, sha256: str, name: str, target: Path) -> None:
        """Write a content decrypted, whole or not at all. Raises DocumentMissing, DocumentDamaged, FileNotWritten …"""
        with replacing(target) as temporary:
            self._opened(sha256, name, temporary)

    def open_copy(self, sha256: str, name: str) -> Path:
        """Write a decrypted copy, in a folder that only this user can enter, until ``close_copies``."""
        folder = self.copies / secrets.token_hex(8)
        target = folder / _fit(name)
        self.lent = True
        try:
            self.copies.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder.mkdir(mode=0o700)
            os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            self._opened(sha256, name, target)
        except OSError as error:
            shutil.rmtree(folder, ignore_errors=True)
            raise write_error(target, error) from error
        except (DocumentMissing, DocumentDamaged):
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return target

    def close_copies(self) -> None:
        """Remove every decrypted copy. One that another program holds open on Windows goes the next time."""
        shutil.rmtree(self.copies, ignore_errors=True)
        self.lent = False

    def verify(self, sha256: str, name: str) -> None:
        """Read a content from end to end. Raises DocumentMissing, DocumentDamaged."""
        for _ in self._chunks(sha256, name):
            pass

    def strays(self, known: Iterable[str]) -> list[Stray]:
        """Return the files that belong to none of these contents, with what a killed program left half written."""
        names = {self._path(one).name for one in known}
        if not self.folder.is_dir():
            return []
        return [_stray(path) for path in sorted(self.folder.iterdir()) if path.is_file() and path.name not in names]

    def remove(self, stray: Stray) -> None:
        """Remove a file that belongs to no content; one that has gone already is no matter."""
        path = self.folder / stray.name
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise write_error(path, error) from error

    def _make_folder(self) -> None:
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise write_error(self.folder, error) from error

    def _path(self, sha256: str) -> Path:
        names = derived_key(self._key, bytes(SALT_BYTES), purpose=_NAMES)
        return self.folder / (hmac.new(names, sha256.encode(), hashlib.sha256).hexdigest() + _ENDING)

    def _measured(self, source: Path) -> tuple[str, int]:
        """Return SHA-256 and size of a file, refusing one that is empty or too large before it is read whole."""
        digest, size = _sha256(), 0
        try:
            with source.open("rb") as stream:
                for part in _parts(stream, _CHUNK):
                    digest.update(part)
                    size += len(part)
                    if size > self._limit_mb * _MB:
                        raise FileTooLarge(path=str(source), limit_mb=self._limit_mb)
        except OSError as error:
            raise read_error(source, error) from error
        if not size:
            raise FileEmpty(path=str(source))
        return digest.finalize().hex(), size

    def _is_sound(self, kept: Kept) -> bool:
        try:
            self.verify(kept.sha256, kept.name)
        except (DocumentMissing, DocumentDamaged):
            return False
        return True

    def _sealed(self, source: Path, target: Path) -> str:
        """Write a file sealed and return the SHA-256 of what was read."""
        try:
            stream = source.open("rb")
        except OSError as error:
            raise read_error(source, error) from error
        with stream:
            return self._seal(_parts(stream, _CHUNK), target)

    def _seal(self, content: Iterable[bytes], target: Path) -> str:
        """Write a content sealed, in chunks of its own, and return its SHA-256."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        salt, digest = os.urandom(SALT_BYTES), _sha256()
        head, cipher = _MAGIC + salt, AESGCM(derived_key(self._key, salt, purpose=_PURPOSE))
        with target.open("wb") as sealed:
            sealed.write(head)
            for number, (part, is_last) in enumerate(in_parts(content, _CHUNK)):
                digest.update(part)
                sealed.write(cipher.encrypt(_nonce(number, is_last=is_last), part, head))
        return digest.finalize().hex()

    def _opened(self, sha256: str, name: str, target: Path) -> None:
        with target.open("wb") as stream:
            for part in self._chunks(sha256, name):
                stream.write(part)

    def _chunks(self, sha256: str, name: str) -> Iterator[bytes]:
        """Give a content chunk by chunk; what does not add up to its hash is damaged."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        digest = _sha256()
        try:
            stream = self._path(sha256).open("rb")
        except OSError as error:
            raise DocumentMissing(name=name) from error
        with stream:
            head = stream.read(_HEAD)
            cipher = AESGCM(derived_key(self._key, head[len(_MAGIC) :], purpose=_PURPOSE))
            for number, (part, is_last) in enumerate(_with_end(_parts(stream, _CHUNK + _TAG))):
                try:
                    plain = cipher.decrypt(_nonce(number, is_last=is_last), part, head)
                except (InvalidTag, ValueError) as error:
                    raise DocumentDamaged(name=name) from error
                digest.update(plain)
                yield plain
        if digest.finalize().hex() != sha256:
            raise DocumentDamaged(name=name)


def _nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([is_last])


def _parts(stream: BinaryIO, size: int) -> Iterator[bytes]:
    while part := stream.read(size):
        yield part


def _with_end(parts: Iterator[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Give each part with whether it is the last one."""
    former = next(parts, None)
    for part in parts:
        if former is not None:
            yield former, False
        former = part
    if former is not None:
        yield former, True


def _fit(name: str) -> str:
    """A name that every system takes, with its ending: the ending says which program opens it."""
    clean = _UNFIT.sub("_", name).strip(" .") or "document"
    stem, dot, ending = clean.rpartition(".")
    return f"{stem[:80]}.{ending[:16]}" if dot and stem else clean[:96]


def _stray(path: Path) -> Stray:
    with suppress(OSError):
        found = path.stat()
        return Stray(path.name, found.st_size, datetime.fromtimestamp(found.st_mtime, UTC))
    return Stray(path.name, 0, datetime.fromtimestamp(0, UTC))


def _sha256() -> "Hash":
    """Begin a SHA-256 of the library that has the ciphers, too: Python's own (``own_hashes``) is a tenth as fast, and
    before 3.12 nothing else of the program goes on meanwhile.
    """
    from cryptography.hazmat.primitives import hashes

    return hashes.Hash(hashes.SHA256())
