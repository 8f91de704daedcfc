"""One program for one data folder: the first start holds a lock and listens, a second one hands over and ends.

The lock is the operating system's (it goes with the process, kill −9 included), so nothing stale can keep a person
out. Messages go over a Unix socket or a Windows pipe, never over the network; its address and a random token stand in
a file that only the same account can read, and a message without the token is dropped.

The first picture of the window waits for the lock only. What listening needs (multiprocessing, sockets, hashes) is
loaded by who listens or sends.
"""

import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, cast

from app.models.file_errors import DataFolderReadOnly, FileForbidden
from app.outside import file_locks
from app.outside.files import write_error, write_whole

if TYPE_CHECKING:
    from multiprocessing.connection import Connection, Listener

Message = dict[str, str]
ACTIONS: Mapping[str, frozenset[str]] = {
    "raise": frozenset(),
    "screen_pop": frozenset({"number", "call_id"}),
}
LARGEST_MESSAGE = 4096
LONGEST_VALUE = 256
_LONGEST_ADDRESS = 100  # a Unix socket's path: 108 bytes on Linux, 104 on macOS
_PATIENCE_S = 2.0
_STEP_S = 0.05
_FOLDER = "onewindow-"
_LOCK = "instance.lock"
_ADDRESS = "instance.json"


class Instance:
    """The one running program of a data folder. Made by ``claim``."""

    def __init__(self, data_dir: Path, lock: int) -> None:
        self._data_dir = data_dir
        self._lock = lock
        self._token = os.urandom(16).hex()
        self._thread: Thread | None = None
        self._closing = Event()
        self._listener: Listener | None = None

    def listen(self, callback: Callable[[Message], None]) -> None:
        """Call ``callback`` on a background thread for each message. Raises FileForbidden or DiskFull."""
        from multiprocessing.connection import Listener

        try:
            listener = self._listener = Listener(_address(self._data_dir, self._token), backlog=8)
            if os.name != "nt":
                Path(str(listener.address)).chmod(0o600)
        except OSError as error:
            raise write_error(self._data_dir / _ADDRESS, error) from error
        said = {"address": str(listener.address), "token": self._token}
        write_whole(self._data_dir / _ADDRESS, json.dumps(said).encode())
        self._thread = Thread(target=self._serve, args=(listener, callback), name="instance", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop listening and let the next start be the first."""
        if self._closing.is_set():
            return
        self._closing.set()
        if self._listener is not None:
            self._stop(self._listener)
        _remove_stale(self._data_dir)
        (self._data_dir / _ADDRESS).unlink(missing_ok=True)
        os.close(self._lock)

    def _stop(self, listener: "Listener") -> None:
        from multiprocessing.connection import Client

        if self._thread is not None:
            with suppress(OSError, EOFError):
                Client(cast("str", listener.address)).close()  # wakes the thread out of accept()
            self._thread.join(_PATIENCE_S)
        listener.close()

    def _serve(self, listener: "Listener", callback: Callable[[Message], None]) -> None:
        while not self._closing.is_set():
            try:
                with listener.accept() as line:
                    message = self._received(line)
            except (OSError, EOFError):  # a caller that went away in the middle
                self._closing.wait(_STEP_S)
                continue
            if message is not None:
                callback(message)

    def _received(self, line: "Connection[Any, Any]") -> Message | None:
        """The message, acknowledged; None (and a word in the log, without the content) when it is none of ours."""
        if self._closing.is_set() or not line.poll(_PATIENCE_S):
            return None
        message = parsed(line.recv_bytes(LARGEST_MESSAGE), self._token)
        line.send_bytes(b"no" if message is None else b"ok")
        if message is None:
            import logging  # seldom needed, and a quarter of a megabyte

            logging.getLogger(__name__).warning("instance: dropped a message that is none of ours")
        return message


def claim(data_dir: Path) -> Instance | None:
    """Become the one program of this data folder; None when another one is.

    Raises FileForbidden, FileNotWritten or DiskFull.
    """
    lock = file_locks.lock(data_dir / _LOCK)
    if lock is None:
        return None
    _remove_stale(data_dir)
    return Instance(data_dir, lock)


class Hold:
    """The wish of a program to be the only one on a data folder, kept up where the folder cannot be locked yet."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._only: Instance | None = None
        self._heard: Callable[[Message], None] | None = None

    def take(self) -> bool:
        """Whether the folder is held, now or since earlier; not where another program has it.

        Raises DataFolderReadOnly where nothing may be written there, DiskFull, or FileNotWritten with the reason.
        """
        if self._only is None:
            try:
                self._make_folder()
                self._only = claim(self._data_dir)
            except FileForbidden as error:
                raise DataFolderReadOnly(path=str(self._data_dir)) from error
            if self._only is not None and self._heard is not None:
                self._only.listen(self._heard)
        return self._only is not None

    def _make_folder(self) -> None:
        try:
            self._data_dir.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise write_error(self._data_dir, error) from error

    def listen(self, callback: Callable[[Message], None]) -> None:
        """Call ``callback`` for each message of a second start, from when the folder is held."""
        self._heard = callback
        if self._only is not None:
            self._only.listen(callback)

    def close(self) -> None:
        """Let the next start be the first."""
        if self._only is not None:
            self._only.close()


def send(data_dir: Path, message: Message, *, patience_s: float = _PATIENCE_S) -> bool:
    """Hand a message to the running program of this data folder; False when none took it within ``patience_s``."""
    waiting = Event()
    left_s = patience_s
    while left_s > 0:
        answer = _sent(data_dir, message)
        if answer is not None:
            return answer
        waiting.wait(_STEP_S)  # the first one has its lock and is just about to listen
        left_s -= _STEP_S
    return False


def parsed(content: bytes, token: str) -> Message | None:
    """The message in these bytes; None when it is malformed, too long, unknown, or without the token."""
    from hmac import compare_digest

    try:
        table = json.loads(content)
        if not isinstance(table, dict):
            return None
        given = cast("dict[str, object]", table)
        known = compare_digest(str(given.pop("token", "")).encode(), token.encode())
    except (ValueError, RecursionError):
        return None
    message = {key: value for key, value in given.items() if isinstance(value, str) and len(value) <= LONGEST_VALUE}
    allowed = ACTIONS.get(message.get("action", ""))
    complete = len(message) == len(given) and allowed is not None and set(message) - {"action"} <= allowed
    return message if known and complete else None


def _sent(data_dir: Path, message: Message) -> bool | None:
    """Whether the message was taken; None when nobody listens (yet)."""
    from multiprocessing.connection import Client

    try:
        said = json.loads((data_dir / _ADDRESS).read_bytes())
        with Client(said["address"]) as line:
            line.send_bytes(json.dumps(message | {"token": said["token"]}).encode())
            return line.recv_bytes(16) == b"ok" if line.poll(_PATIENCE_S) else False
    except (OSError, EOFError, ValueError, KeyError, TypeError):
        return None


def _address(data_dir: Path, token: str) -> str:
    """A pipe or socket that nobody can guess; beside the data where the path is short enough for a socket."""
    import hashlib
    import tempfile

    if os.name == "nt":
        return rf"\\.\pipe\onewindow-{token}"
    beside = data_dir / f"instance-{token[:8]}.sock"
    if len(os.fsencode(beside)) <= _LONGEST_ADDRESS:
        return str(beside)
    mark = hashlib.sha256(os.fsencode(data_dir)).hexdigest()[:8]
    return str(Path(tempfile.mkdtemp(prefix=f"{_FOLDER}{mark}-")) / "s")  # mkdtemp: for this account alone


def _remove_stale(data_dir: Path) -> None:
    """Take away the socket of a program that was killed (the lock proves that it is gone), and its own folder."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        stale = Path(json.loads((data_dir / _ADDRESS).read_bytes())["address"])
        if stale.is_socket():
            stale.unlink()
        if stale.parent != data_dir and stale.parent.name.startswith(_FOLDER):
            stale.parent.rmdir()
