"""What is printed of the ledger: the sheet that an institution is sent, and the list as it stands."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.models.papers import Paper, as_text
from app.services import finding_ledger
from app.services.finding_ledger import Sought
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.parts.paper_window import PaperWindow


class FindingPapers(QObject):
    """``refused(error)`` when a paper cannot be made. Their window is made when it is first needed."""

    refused = Signal(object)

    def __init__(self, jobs: Jobs, owner: QWidget) -> None:
        super().__init__(owner)
        self._jobs, self._owner = jobs, owner
        self.window: PaperWindow | None = None

    def show_sheet(self, finding: bytes) -> None:
        """Show what the institution is sent of a finding."""
        self._jobs.ask(
            finding_ledger.sheet, key="findings.paper", done=self._show, failed=self.refused.emit,
            finding=finding, language=languages.current(),
        )  # fmt: skip

    def show_ledger(self, sought: Sought) -> None:
        """Show the listed findings as a paper."""
        self._jobs.ask(
            finding_ledger.paper, key="findings.paper", done=self._show, failed=self.refused.emit,
            sought=sought, language=languages.current(),
        )  # fmt: skip

    def _show(self, paper: Paper) -> None:
        if self.window is None:
            self.window = PaperWindow(self._jobs, self._owner)
        self.window.show_paper(paper, text=as_text(paper), name=paper.title.replace(" ", "-"))
