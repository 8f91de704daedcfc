"""Sees to it that units are found by pinyin from the first key typed."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from app.services import units
from app.ui.kit.jobs import Jobs


class UnitSpelling(QObject):
    """Has the names of units read on a reader thread when its pane is first shown (somebody is signed in then), and
    keeps what had to be looked up for the next start.
    """

    def __init__(self, jobs: Jobs, pane: QWidget) -> None:
        super().__init__(pane)
        self._jobs = jobs
        pane.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin, once."""
        if event.type() == QEvent.Type.Show:
            watched.removeEventFilter(self)
            self._jobs.ask(units.spell, done=self._keep)
        return False

    def _keep(self, spelled: dict[str, str]) -> None:
        if spelled:
            self._jobs.do(units.keep_spelling, spelled=spelled)
