"""Lines that fail at an exact byte: a proxy that lets so many bytes through and then cuts, or swallows the rest.

Both directions share one budget, in the order in which the bytes pass; so every place of a conversation can be tried.
"""

import socket
import threading
from collections.abc import Callable
from contextlib import suppress

_LOT = 65_536


class Proxy:
    """Stands before a port of this machine. ``budget`` None lets everything through.

    At the first byte beyond it ``on_end`` is called once, then both sides are closed, or with ``cut`` False what comes
    is swallowed, as a line does that is dead and does not say so.
    """

    def __init__(
        self, port: int, budget: int | None = None, *, cut: bool = True, on_end: Callable[[], None] | None = None
    ) -> None:
        self._target = port
        self._left = budget
        self._cut = cut
        self._on_end = on_end
        self._lock = threading.Lock()
        self._open: list[socket.socket] = []
        self.passed = 0
        self.over = False
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> "Proxy":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def swallow(self) -> None:
        """Let nothing pass from here on, and say nothing of it."""
        with self._lock:
            self._left, self._cut = 0, False

    def close(self) -> None:
        """Listen no more and close every line."""
        _close(self._listener)
        self._close_lines()

    def _accept(self) -> None:
        while True:
            try:
                here, _ = self._listener.accept()
                there = socket.create_connection(("127.0.0.1", self._target))
            except OSError:
                return
            for one in (here, there):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._lock:
                self._open += [here, there]
            for one, other in ((here, there), (there, here)):
                threading.Thread(target=self._carry, args=(one, other), daemon=True).start()

    def _carry(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while lot := source.recv(_LOT):
                allowed = self._take(len(lot))
                if allowed:
                    target.sendall(lot[:allowed])
                if allowed < len(lot):
                    self._end()
        if self._cut or not self.over:
            _close(target)

    def _take(self, wanted: int) -> int:
        """Take bytes out of the budget and return how many may pass."""
        with self._lock:
            allowed = wanted if self._left is None else min(wanted, self._left)
            if self._left is not None:
                self._left -= allowed
            self.passed += allowed
            return allowed

    def _end(self) -> None:
        with self._lock:
            first, self.over = not self.over, True
        if first and self._on_end is not None:
            self._on_end()
        if self._cut:
            self._close_lines()

    def _close_lines(self) -> None:
        with self._lock:
            lines, self._open = self._open, []
        for one in lines:
            _close(one)


def _close(one: socket.socket) -> None:
    with suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    one.close()
