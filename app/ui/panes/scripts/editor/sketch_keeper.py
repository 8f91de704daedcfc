"""Keeps what is being written on this computer: at most a second after the key, on the writer thread."""

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from app.models.errors import AppError
from app.services import script_sketches
from app.services.script_sketches import Sketch
from app.ui.kit.jobs import Jobs
from app.ui.panes.scripts.editor.sheet import Sheet

#: From the first key that is not kept to the save; with the commit it stays under a second.
DELAY_MS = 400
#: After a save that failed.
AGAIN_MS = 5_000


class SketchKeeper(QObject):
    """Follows a sheet. ``kept(at)`` after each commit, ``refused(error)`` when one failed; it tries again."""

    kept = Signal(object)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, sheet: Sheet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._sheet = jobs, sheet
        self._saved: Sketch | None = None
        self._sending: Sketch | None = None
        self._held = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)
        sheet.changed.connect(self._touch)

    @property
    def dirty(self) -> bool:
        """Whether something is written and not kept."""
        return self._saved != self._sheet.sketch

    def begin(self) -> None:
        """Follow the sheet from what stands in it now."""
        self._timer.stop()
        self._saved, self._held = self._sheet.sketch, False

    def hold(self) -> None:
        """Keep nothing until `begin`: the sheet is saved as a version, or thrown away."""
        self._held = True
        self._timer.stop()

    def resume(self) -> None:
        """Go on keeping."""
        self._held = False
        self._touch()

    def flush(self) -> None:
        """Keep it now, unless that is under way, which is followed by another one."""
        self._timer.stop()
        if self._held or self._sending is not None or not self.dirty:
            return
        self._sending = self._sheet.sketch
        self._jobs.do(script_sketches.keep, sketch=self._sending, done=self._keep, failed=self._fail, ended=self._end)

    def throw_away(self) -> None:
        """Take it out of the database."""
        self.hold()
        self._jobs.do(script_sketches.discard, sketch=self._sheet.id)

    def keep_again(self, sketch: Sketch) -> None:
        """Keep a sketch that was thrown away."""
        self._jobs.do(script_sketches.keep, sketch=sketch, failed=self._refuse)

    def _touch(self) -> None:
        if not self._held and not self._timer.isActive():
            self._timer.start(DELAY_MS)

    def _keep(self, at: datetime) -> None:
        self._saved = self._sending
        self.kept.emit(at)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)

    def _fail(self, error: AppError) -> None:
        self.refused.emit(error)
        if not self._held:
            self._timer.start(AGAIN_MS)

    def _end(self) -> None:
        self._sending = None
        if self.dirty:
            self._touch()
