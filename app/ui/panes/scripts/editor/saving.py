"""From the sheet to a version: one transaction each, in which the sketch goes where the version is."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.models.errors import AppError
from app.services import script_life, script_sketches
from app.services.office import Work
from app.services.script_sketches import Sketch
from app.ui.kit.jobs import Jobs
from app.ui.panes.scripts.editor.sheet import Sheet
from app.ui.panes.scripts.editor.sketch_keeper import SketchKeeper


def save(work: Work, sketch: Sketch) -> int:
    """Save a sketch as a draft, and return its number. Raises what ``script_life.save_draft`` raises."""
    number = script_life.save_draft(work, sketch.script, base=sketch.base)
    script_sketches.discard(work, sketch.id)
    return number


def submit(work: Work, sketch: Sketch) -> int:
    """Save a sketch and send it to review, and return its number."""
    number = save(work, sketch)
    script_life.submit(work, sketch.script.key, number)
    return number


class Saving(QObject):
    """Sends the sheet. ``saved(number)`` and ``submitted(number)`` after the commit, ``refused(error)`` else."""

    saved = Signal(int)
    submitted = Signal(int)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, sheet: Sheet, keeper: SketchKeeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._sheet, self._keeper = jobs, sheet, keeper
        self.busy = False

    def save(self) -> None:
        """Make a draft of it."""
        self._send(save, self._saved)

    def submit(self) -> None:
        """Make a draft of it and ask for its review."""
        self._send(submit, self._submitted)

    def _send(self, command: Callable[..., int], done: Callable[[int], Any]) -> None:
        if not self.busy:
            self.busy = True
            self._keeper.hold()
            self._jobs.do(command, sketch=self._sheet.sketch, done=done, failed=self._refuse)

    def _saved(self, number: int) -> None:
        self.busy = False
        self.saved.emit(number)

    def _submitted(self, number: int) -> None:
        self.busy = False
        self.submitted.emit(number)

    def _refuse(self, error: AppError) -> None:
        self.busy = False
        self._keeper.resume()
        self.refused.emit(error)
