"""Signs out whoever's account was closed while they sit here, once no caller is with them."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.models.changes import Changes
from app.ui.kit.jobs import Jobs

#: What was typed may not be saved at once, as on a full disk: then they stay, and are asked to leave again.
_AGAIN = timedelta(minutes=1)


class ClosedAccount(QObject):
    """`found()`: what was typed is to be kept, and the desk left. It waits while ``busy()`` says so.

    It is said once, and again each minute while they still sit there.
    """

    found = Signal()

    def __init__(self, jobs: Jobs, busy: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._busy, self._told = jobs, busy, False
        self._told_at: datetime | None = None
        jobs.changed.connect(self._hear)
        jobs.ticked.connect(self._tick)

    def _hear(self, _changes: Changes, _initiator: Any) -> None:
        self._look()

    def _tick(self, now: datetime) -> None:
        if self._told and self._told_at is None:
            self._told_at = now
        elif self._told_at is not None and now - self._told_at >= _AGAIN:
            self._told, self._told_at = False, None
        self._look()

    def _look(self) -> None:
        if self._jobs.office.is_closed and not self._told and not self._busy():
            self._told = True
            self.found.emit()
