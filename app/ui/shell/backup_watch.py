"""Backs the station up by its plan while somebody sits at the desk and nobody is with a caller."""

from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.parts.backup_run import BackupRun

#: The first look waits until the start is long over.
_FIRST, EVERY = timedelta(minutes=5), timedelta(minutes=10)


class BackupWatch(QObject):
    """Looks every ten minutes. One that fails is no end: a later look tries again when its time has come.

    `missed(text)` when one that was due by the plan failed, with its reason in words: who sits here may not know where
    administrators look. One that ended while nobody sat here is told to who comes next, with the first tick.
    """

    missed = Signal(str)

    def __init__(self, jobs: Jobs, busy: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._busy = jobs, busy
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
        error, self.run.untold = self.run.untold, None
        if error is not None:
            from app.services import wording

            why = " ".join(wording.sentence(error, languages.current())).strip()
            text = self.tr(
                "The backup that was due failed. {why} Administrators see it in the settings, under Data and keys."
            )
            self.missed.emit(text.format(why=why))
