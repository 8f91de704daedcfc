"""Backs the station up by its plan while somebody sits at the desk and nobody is with a caller."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.models.errors import AppError
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.parts.backup_run import BackupRun

#: The first look waits until the start is long over.
_FIRST, EVERY = timedelta(minutes=5), timedelta(minutes=10)


class BackupWatch(QObject):
    """Looks every ten minutes. One that fails is no end: a later look tries again when its time has come.

    `missed(text)` when one that was due by the plan failed, with its reason in words: who sits here may not know where
    administrators look. It is told to who comes next, too, until ``is_seen(text)`` says that it can be read: nobody
    sat here, or the desk was behind the lock page.
    """

    missed = Signal(str)

    def __init__(self, jobs: Jobs, busy: Any, is_seen: Callable[[str], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._busy, self._is_seen = jobs, busy, is_seen
        self._told: AppError | None = None
        self._text = ""
        self._next_at: datetime | None = None
        self.run = BackupRun.of(jobs)
        self.run.ended.connect(self._tell)
        jobs.ticked.connect(self._tick)

    def look(self) -> None:
        """Ask whether a backup is due, and make it."""
        from app.services import backup_plans  # no start waits for it

        if not self.run.running and not self._busy():
            self._jobs.ask(backup_plans.is_due, key="backup_due", done=self._begin)

    def _tick(self, now: datetime) -> None:
        self._tell()
        if self._next_at is None:
            self._next_at = now + _FIRST
        elif now >= self._next_at:
            self._next_at = now + EVERY
            self.look()

    def _begin(self, due: bool) -> None:
        from app.services import backup_plans

        if due:
            self.run.start(backup_plans.run_due)

    def _tell(self) -> None:
        error = self.run.untold
        if error is not None and error is self._told:
            if self._is_seen(self._text):
                self.run.untold = None
        elif error is not None:
            from app.services import wording

            self._told = error
            why = wording.told(error, languages.current())
            text = self.tr(
                "The backup that was due failed. {why} Administrators see it in the settings, under Data and keys."
            )
            self._text = text.format(why=why)
            self.missed.emit(self._text)
