"""A table of rules being tried on the past: a job with a bar that can be stopped."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from app.models.errors import AppError
from app.models.routing_rules import Table
from app.models.routing_trials import Trial
from app.services import routing_rules
from app.ui.kit.jobs import Jobs
from app.ui.kit.progress import Progress, Stopped


class TrialBar(QProgressBar):
    """On the screen while a trial runs. ``found(Trial)`` at its end, ``refused(error)``; nothing after ``stop``."""

    found = Signal(object)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings.rule_trial")
        self._jobs = jobs
        self._progress: Progress | None = None
        self.retranslate()
        self.hide()

    @property
    def running(self) -> bool:
        """Whether a trial is under way."""
        return self._progress is not None

    def start(self, table: Table) -> None:
        """Try a table; a second start while one runs does nothing."""
        if self._progress is not None:
            return
        self._progress = Progress(self)
        self._progress.moved.connect(self._move)
        self.setRange(0, 0)
        self.show()
        self._jobs.ask(
            routing_rules.try_on_past,
            key="rule_trial",
            done=self._end,
            failed=self._refuse,
            table=table,
            progress=self._progress,
        )

    def stop(self) -> None:
        """Let it be; what it found so far is forgotten."""
        if self._progress is not None:
            self._progress.cancel()

    def retranslate(self) -> None:
        """Set its name in the language of the window."""
        self.setAccessibleName(self.tr("Trial under way"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _move(self, done: int, total: int, _note: str) -> None:
        self.setRange(0, total)
        self.setValue(done)

    def _end(self, trial: Trial) -> None:
        self._progress = None
        self.hide()
        self.found.emit(trial)

    def _refuse(self, error: AppError) -> None:
        self._progress = None
        self.hide()
        if not isinstance(error, Stopped):
            self.refused.emit(error)
