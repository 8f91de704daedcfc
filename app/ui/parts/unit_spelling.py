"""Sees to it that units are found by pinyin from the first key typed."""

from PySide6.QtCore import QObject

from app.services import units
from app.ui.kit.jobs import Jobs


class UnitSpelling(QObject):
    """Has the names of units read on a reader thread once, and keeps what had to be looked up for the next start."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._learned = False

    def learn(self) -> None:
        """Begin, the first time; somebody is signed in."""
        if not self._learned:
            self._learned = True
            self._jobs.ask(units.spell, done=self._keep)

    def _keep(self, spelled: dict[str, str]) -> None:
        if spelled:
            self._jobs.do(units.keep_spelling, spelled=spelled)
