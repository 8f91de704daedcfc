"""Decrypted copies of documents go when the desk is locked or left, and those of a killed window at the next start."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.ui.shell.seat import Seat

if TYPE_CHECKING:
    from app.services.office import View


class CopyKeeper(QObject):
    """Asks for the copies to be removed, on a reader thread. The house itself does so when it is closed."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self._seat = seat
        for moment in (seat.opened, seat.covered, seat.left):
            moment.connect(self.clear)

    def clear(self) -> None:
        """Remove every copy."""
        if self._seat.jobs is not None:
            self._seat.jobs.ask(_close_copies, key="copies")


def _close_copies(view: "View") -> None:
    # On the reader thread: no start waits for what scripts need.
    from app.services.script_documents import close_copies

    close_copies(view)
