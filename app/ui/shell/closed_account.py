"""Signs out whoever's account was closed while they sit here, once no caller is with them."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.models.changes import Changes
from app.ui.kit.jobs import Jobs


class ClosedAccount(QObject):
    """`found()` once: what was typed is to be kept, and the desk left. It waits while ``busy()`` says so."""

    found = Signal()

    def __init__(self, jobs: Jobs, busy: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._busy, self._told = jobs, busy, False
        jobs.changed.connect(self._hear)
        jobs.ticked.connect(self._tick)

    def _hear(self, _changes: Changes, _initiator: Any) -> None:
        self._look()

    def _tick(self, _now: datetime) -> None:
        self._look()

    def _look(self) -> None:
        if self._jobs.office.is_closed and not self._told and not self._busy():
            self._told = True
            self.found.emit()
