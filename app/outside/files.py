"""Writing a file so that it is either the old one or the whole new one, and naming what the disk refuses."""

import errno
import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event

from app.models.errors import AppError, FileDiskFull
from app.models.file_errors import FileForbidden, FileMissing, FileNotWritten, FileUnreadable

_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
#: Whether nobody can put another file in the place of one that is open, and how often and long that is waited for.
_OPEN_FILES_STAY = os.name == "nt"
_TRIES, _TRY_S = 40, 0.025
_NEVER = Event()
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def read_error(path: Path, error: OSError) -> AppError:
    """The error to raise when reading ``path`` failed with ``error``."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return FileMissing(path=str(path))
    if isinstance(error, IsADirectoryError) or error.errno in _FORBIDDEN:
        return FileForbidden(path=str(path))
    return FileUnreadable(path=str(path), place=0)


def write_error(path: Path, error: OSError) -> AppError:
    """The error to raise when writing ``path`` failed with ``error``."""
    if error.errno in _FULL:
        return FileDiskFull(path=str(path))
    if error.errno in _FORBIDDEN:
        return FileForbidden(path=str(path))
    return FileNotWritten(path=str(path), reason=error.strerror or type(error).__name__)


def read_text(path: Path, *, largest: int = 4 * 1024 * 1024) -> str:
    """Return a UTF-8 text file, with or without its mark, of at most ``largest`` bytes.

    Raises FileMissing, FileForbidden or FileUnreadable with the place of the first byte that is no text.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(largest + 1)
    except OSError as error:
        raise read_error(path, error) from error
    if len(content) > largest:
        raise FileUnreadable(path=str(path), place=largest)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileUnreadable(path=str(path), place=error.start) from None


@contextmanager
def replacing(path: Path, *, mode: int = 0o600) -> Generator[Path]:
    """Give a temporary name beside ``path``; when the block ends well it is flushed to the disk and takes its place.

    When the block fails the temporary file goes away and ``path`` is as it was.
    Raises DiskFull, FileForbidden or FileNotWritten.
    """
    import tempfile  # loads random, hashes and their like, which no first picture waits for

    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:100]}.", suffix=".tmp", dir=path.parent)
        os.close(handle)
        temporary = Path(name)
        temporary.chmod(mode)
        yield temporary
        _flush(temporary)
        _take_place(temporary, path)
        temporary = None
        _flush_folder(path.parent)
    except OSError as error:
        raise write_error(path, error) from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink()


def write_whole(path: Path, content: bytes, *, mode: int = 0o600) -> None:
    """Write ``content`` to ``path`` as one step; ``mode`` is the POSIX permission of the file.

    Raises DiskFull, FileForbidden or FileNotWritten.
    """
    with replacing(path, mode=mode) as temporary:
        temporary.write_bytes(content)


def _take_place(temporary: Path, path: Path) -> None:
    """Rename over ``path``; Windows refuses while another program has it open, and they read it for a moment only."""
    for _ in range(_TRIES if _OPEN_FILES_STAY else 0):
        with suppress(PermissionError):
            temporary.replace(path)
            return
        _NEVER.wait(_TRY_S)
    temporary.replace(path)


def _flush(path: Path) -> None:
    with path.open("r+b") as stream:
        os.fsync(stream.fileno())


def _flush_folder(folder: Path) -> None:
    """Make the new name durable, too; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some file systems refuse to flush a folder
            os.fsync(handle)
    finally:
        os.close(handle)
