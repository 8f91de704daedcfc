"""The check of a plan while it runs: how far it has come, and the way to stop it."""

from PySide6.QtCore import QObject, Signal

from app.models.campaigns import CampaignPlan
from app.models.errors import AppError
from app.services.campaign_pools import KeptEligible
from app.ui.kit.jobs import Jobs
from app.ui.kit.progress import Progress, Stopped
from app.ui.panes.campaigns import asking
from app.ui.panes.campaigns.asking import Preview
from app.ui.panes.campaigns.draw_form import DrawForm


class PlanCheck(QObject):
    """Checks what the form asks for: ``began()``, then ``found(preview)`` or ``refused(error)``.

    Neither comes of a check that was stopped: by somebody, by another one, or because the plan was changed.
    """

    began = Signal()
    found = Signal(object)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, form: DrawForm) -> None:
        super().__init__(form)
        self._jobs, self._form = jobs, form
        self._progress: Progress | None = None
        self._kept = KeptEligible()
        form.checked.connect(self.begin)
        form.changed.connect(self.stop)

    def begin(self, plan: CampaignPlan) -> None:
        """Check a plan; nothing is written."""
        self.stop()
        self.began.emit()
        self._progress = Progress(self)
        self._progress.moved.connect(self._move)
        self._jobs.ask(
            asking.preview, key="preview", done=self._done, failed=self._fail, ended=self._end, plan=plan,
            progress=self._progress, kept=self._kept,
        )  # fmt: skip

    def stop(self) -> bool:
        """Stop the check at its next step; False where none runs, or it was told to stop already."""
        if self._progress is None or self._progress.cancelled:
            return False
        self._progress.cancel()
        return True

    def forget(self) -> None:
        """Stop, and keep nothing of the people of the list any more: the plan is drawn, or left."""
        self.stop()
        self._kept = KeptEligible()  # a check that is being stopped may still hold the former one

    def _move(self, done: int, _total: int, _note: str) -> None:
        self._form.show_reading(done)

    def _done(self, found: Preview) -> None:
        if self._progress is not None and not self._progress.cancelled:
            self.found.emit(found)

    def _fail(self, error: AppError) -> None:
        if not isinstance(error, Stopped):
            self.refused.emit(error)

    def _end(self) -> None:
        self._progress = None
        self._form.end_check()
