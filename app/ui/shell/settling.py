"""Waits, without stopping the window, until everything that was typed is saved: before a person leaves."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.services.office import Work
from app.ui.kit.jobs import Jobs

#: A save that is under way is followed by at most one more; the rest is patience with a slow disk.
_ROUNDS = 6


def after_all_writes(work: Work) -> None:
    """Change nothing: when this command is done, every command that was given before it is."""


class Settling(QObject):
    """`settled()` when nothing is left to save, `stuck(count)` when some conversations cannot be saved."""

    settled = Signal()
    stuck = Signal(int)

    def __init__(self, jobs: Jobs, unsaved: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._unsaved = unsaved
        self._round = 0
        self._left = 0

    def start(self) -> None:
        """Begin; ``unsaved`` saves what it counts."""
        self._round = 0
        self._step()

    def _step(self) -> None:
        self._round += 1
        self._left = self._unsaved()
        self._jobs.do(after_all_writes, ended=self._look)

    def _look(self) -> None:
        if not self._left:
            self.settled.emit()
        elif self._round >= _ROUNDS:
            self.stuck.emit(self._left)
        else:
            self._step()
