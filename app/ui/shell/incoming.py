"""Brings what a second start of the program says to the window's own thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from app.ui.shell.doors import Doors, Message


class Incoming(QObject):
    """`heard(message)` on the window's thread; `hear` may be called on any."""

    heard = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self.heard, Qt.ConnectionType.QueuedConnection)

    def hear(self, message: Message) -> None:
        """Take a message; returns at once."""
        self._arrived.emit(dict(message))


def listening(*, doors: Doors, heard: Callable[[dict[str, str]], None]) -> None:
    """Begin to hear what a second start says: off the window's thread, a socket is made for it."""
    doors.listen(heard)
