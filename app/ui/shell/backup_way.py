"""A backup on its way into the empty data folder: what the window goes on with once it is there, or why it is not."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.models.errors import AppError
from app.ui.kit.jobs import Jobs
from app.ui.shell.doors import MISSING, PASSPHRASE, Doors, Opened

if TYPE_CHECKING:
    from app.ui.shell.first_run import FirstRunPage


class BackupWay(QObject):
    """`opened(house)`, `asked()` where its passphrase is to be typed, `locked()` where nothing here has its key.

    `told(text, tone)` what a person has to know then. `kept_out(error)`: the folder is empty as before;
    `refused(error)`: the backup is there and cannot be opened.
    """

    opened = Signal(object)
    asked = Signal()
    locked = Signal()
    told = Signal(str, str)
    kept_out = Signal(object)
    refused = Signal(object)

    def __init__(self, doors: Doors, errands: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._doors, self._errands = doors, errands

    def lead(
        self,
        *,
        opened: Callable[[Any], None],
        asked: Callable[[], None],
        locked: Callable[[], None],
        refused: Callable[[AppError], None],
        told: Callable[[str, str], None],
    ) -> None:
        """Say where each end leads to."""
        self.opened.connect(opened)
        self.asked.connect(asked)
        self.locked.connect(locked)
        self.refused.connect(refused)
        self.told.connect(told)

    def serve(self, page: "FirstRunPage") -> None:
        """Take what is chosen on this page, and say on it what is kept out."""
        page.restore_wanted.connect(self.bring)
        self.kept_out.connect(page.refuse)

    def bring(self, backup: Path) -> None:
        """Put it in place."""
        self._errands.ask(self._doors.restore, done=self._brought, failed=self._refuse, backup=backup)

    def _brought(self, house: Opened | None) -> None:
        if house is not None:
            self.opened.emit(house)
            self.told.emit(self.tr("The backup was put in place and is sound. Sign in as before."), "accent")
        elif self._stands() == PASSPHRASE:
            self.asked.emit()
            self.told.emit(self.tr("The backup is in place. It opens with the passphrase of its desk."), "accent")
        else:
            self.locked.emit()
            self.told.emit(self.tr("The backup is in place, but its key is not on this computer."), "warning")

    def _refuse(self, error: AppError) -> None:
        (self.kept_out if self._stands() == MISSING else self.refused).emit(error)

    def _stands(self) -> str:
        try:
            return self._doors.standing()
        except AppError:  # something lies there, and what is wrong with it is said when it is opened
            return ""
