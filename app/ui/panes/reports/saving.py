"""A document on its way into a file: what is written down of it is what was saved, whatever is on the page by then."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.models.errors import AppError
from app.services import made_reports
from app.ui.kit.jobs import Jobs
from app.ui.panes.reports.draft_bar import Named


class Saving(QObject):
    """``told(text)`` it is saved, ``refused(error)`` it is not; it goes by itself then."""

    told = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, named: Named | None, html: str, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._named, self.html = jobs, named, html

    def done(self, path: Path) -> None:
        """Say it, and write down what was made."""
        self.told.emit(self.tr("Saved: {file}").format(file=path.name))
        one = self._named
        if one is None:
            self.deleteLater()
            return
        self._jobs.do(
            made_reports.keep, ended=self.deleteLater, failed=self.refused.emit, initiator=self.parent(),
            kind=one.kind, period=one.period, language=one.language, file=path.name, html=self.html,
        )  # fmt: skip

    def fail(self, error: AppError) -> None:
        """Say why it is not saved."""
        self.refused.emit(error)
        self.deleteLater()
