"""The database key in a file that only its owner may read: for kiosks, scheduled jobs and tests (``--key-file``).

The file holds ``<key id> <64 hexadecimal digits>`` a line, or the digits alone when somebody made it by hand
(``openssl rand -hex 32``). On Windows the folder's access list protects it; on POSIX its mode is checked.
"""

import os
import stat
from pathlib import Path

from app.models.key_errors import KeyFileExposed, KeyFileMissing, KeyFileWrong, KeyMissing
from app.outside.file_locks import one_at_a_time
from app.outside.files import read_error, write_whole
from app.outside.key_text import key_of_text, text_of_key

_MOST_BYTES = 64 * 1024
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class KeyFile:
    """Keeps database keys in one file of mode 0600."""

    kind = "file"

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        self.name = str(self.path)

    def exists(self) -> bool:
        """Whether somebody put a file there already."""
        return self.path.exists()

    def read(self, install_id: str, key_id: str) -> bytes:
        """The key. Raises KeyFileMissing, KeyFileExposed, KeyFileWrong, KeyMissing or FileForbidden."""
        keys = self._keys()
        key = keys.get(key_id) or keys.get("")
        if key is None:
            raise KeyMissing(provider=self.name)
        return key

    def write(self, install_id: str, key_id: str, *, key: bytes) -> None:
        """Add or replace the key; where it is there already, nothing is written, so the folder may be read-only.

        Raises KeyFileExposed, KeyFileWrong, or DiskFull and its like.
        """
        if self.path.exists() and self._has(key_id, key):
            return
        with one_at_a_time(self.path):  # several desks may keep their keys in one file
            keys = self._keys() if self.path.exists() else {}
            keys[key_id] = key
            self._write(keys)

    def delete(self, install_id: str, key_id: str) -> None:
        """Remove the key, and the file with the last one; a file made by hand stays."""
        if not self.path.exists() or key_id not in self._keys():
            return
        with one_at_a_time(self.path):
            keys = self._keys()
            if keys.pop(key_id, None) is None:
                return
            if keys:
                self._write(keys)
            else:
                self.path.unlink(missing_ok=True)

    def _has(self, key_id: str, key: bytes) -> bool:
        keys = self._keys()
        return keys.get(key_id) == key or keys == {"": key}

    def _write(self, keys: dict[str, bytes]) -> None:
        lines = [f"{key_id} {text_of_key(key)}".strip() for key_id, key in keys.items()]
        write_whole(self.path, ("\n".join(lines) + "\n").encode("ascii"))

    def _keys(self) -> dict[str, bytes]:
        keys: dict[str, bytes] = {}
        for line in self._text().splitlines():
            if line.strip():
                key_id, _, digits = line.strip().rpartition(" ")
                key = key_of_text(digits)
                if key is None:
                    raise KeyFileWrong(path=self.name)
                keys[key_id.strip()] = key
        if not keys:
            raise KeyFileWrong(path=self.name)
        return keys

    def _text(self) -> str:
        """The content; its mode is asked of the open file, so that nobody can swap it in between."""
        try:
            with self.path.open("rb") as stream:
                mode = stat.S_IMODE(os.fstat(stream.fileno()).st_mode)
                if os.name != "nt" and mode & _OTHERS:
                    raise KeyFileExposed(path=self.name, mode=f"{mode:04o}")
                return stream.read(_MOST_BYTES).decode("ascii", "replace")
        except FileNotFoundError as error:
            raise KeyFileMissing(path=self.name) from error
        except OSError as error:
            raise read_error(self.path, error) from error
