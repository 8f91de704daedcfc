"""Stopping from another thread what the hub is waited for: an answer that does not come, a line that is not made."""

import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

from app.models.sync_errors import HubFailed, HubUnreachable

if TYPE_CHECKING:
    from psycopg import Connection

_WHY = "stopped"


class HubStop:
    """``now()`` ends what is waited for, and whatever would be asked after that: ``HubUnreachable`` there."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._is_set = False
        self._ends: Callable[[], None] | None = None

    def now(self) -> None:
        """Stop; any thread may."""
        with self._lock:
            self._is_set = True
            if self._ends is not None:
                self._ends()

    def wait_for(self, make: "Callable[[], Connection[Any]]") -> "Connection[Any]":
        """Return the line that ``make`` makes, on a thread of its own: libpq looks up names and waits where nobody can
        reach it. Raises what it raises; one that comes after the stop is closed.
        """
        answers: SimpleQueue[Connection[Any] | Exception | None] = SimpleQueue()
        maker = _Maker(make, answers)
        with self._lock:
            if self._is_set:
                raise HubUnreachable(reason=_WHY)
            self._ends = maker.leave
        threading.Thread(target=maker.run, name="hub line", daemon=True).start()
        found = answers.get()
        with self._lock:
            self._ends = None
        if found is None:
            raise HubUnreachable(reason=_WHY)
        if isinstance(found, Exception):
            raise found
        self._watch(found)
        return found

    def _watch(self, line: "Connection[Any]") -> None:
        """Cut this line from now on."""
        from psycopg import Error

        def ends() -> None:
            with suppress(Error):  # it may be closed by now
                cut(line.fileno())

        with self._lock:
            self._ends = ends
            if self._is_set:
                ends()


class _Maker:
    """Makes a line, and closes it where nobody waits for it any more."""

    def __init__(self, make: "Callable[[], Connection[Any]]", answers: "SimpleQueue[Any]") -> None:
        self._make, self._answers = make, answers
        self._lock = threading.Lock()
        self._left = False

    def run(self) -> None:
        """Make it and hand it over, or what it failed with."""
        from psycopg import Connection, Error

        # Stands where nobody foresaw what happens: whoever waits hears something all the same.
        found: Connection[Any] | Error | HubFailed = HubFailed(code="line", reason="")
        try:
            found = self._make()
        except Error as error:
            found = error
        finally:
            with self._lock:
                is_wanted = not self._left
                if is_wanted:
                    self._answers.put(found)
            if not is_wanted and isinstance(found, Connection):
                found.close()

    def leave(self) -> None:
        """Wait no more."""
        with self._lock:
            self._left = True
        self._answers.put(None)


def cut(file: int) -> None:
    """End a line on both sides, whoever waits for it; its owner closes it."""
    with suppress(OSError):
        line = socket.socket(fileno=file)
        try:
            line.shutdown(socket.SHUT_RDWR)
        finally:
            line.detach()
