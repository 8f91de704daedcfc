"""Two people wrote the next version of one script: the later one sees what differs and chooses."""

from PySide6.QtCore import QObject, Signal

from app.models.errors import AppError
from app.scripts_library.comparer import Difference
from app.scripts_library.script import Script
from app.services import script_writing
from app.ui.kit.jobs import Jobs
from app.ui.panes.scripts.editor.conflict_bar import ConflictBar
from app.ui.panes.scripts.editor.sheet import Sheet

Newer = tuple[Script, tuple[Difference, ...]]


class Clash(QObject):
    """``rebased()`` when what is written goes on top of the newer version, ``taken(Script)`` when that is wanted."""

    rebased = Signal()
    taken = Signal(object)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, sheet: Sheet, bar: ConflictBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._sheet, self._bar = jobs, sheet, bar
        self._newer: Newer | None = None
        bar.kept_mine.connect(self._keep_mine)
        bar.taken_theirs.connect(self._take_theirs)

    def clear(self) -> None:
        """Show nothing."""
        self._newer = None
        self._bar.hide()

    def show(self) -> None:
        """Ask for the newer version and say what differs."""
        self._jobs.ask(
            script_writing.differences_to, key="newer", script=self._sheet.script, done=self._take, failed=self._refuse
        )

    def _take(self, newer: Newer) -> None:
        self._newer = newer
        self._bar.show_conflict(newer[0].version, newer[1])

    def _keep_mine(self) -> None:
        if self._newer is not None:
            self._sheet.base = self._newer[0].version
            self.clear()
            self.rebased.emit()

    def _take_theirs(self) -> None:
        if self._newer is not None:
            script = self._newer[0]
            self.clear()
            self.taken.emit(script)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)
