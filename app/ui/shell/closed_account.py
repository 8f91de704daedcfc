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
        self._jobs, self._busy = jobs, busy
        self._told_at: datetime | None = None
        jobs.changed.connect(self._hear)
        jobs.ticked.connect(self._tick)

    def _hear(self, _changes: Changes, _initiator: Any) -> None:
        if self._told_at is None:
            self._look(self._jobs.now())

    def _tick(self, now: datetime) -> None:
        self._look(now)

    def _look(self, now: datetime) -> None:
        if not self._jobs.office.is_closed or self._busy():
            return
        if self._told_at is None or not timedelta() <= now - self._told_at < _AGAIN:
            self._told_at = now
            self.found.emit()
