"""Writes down that the person at the desk reads an inquiry, and offers its whole numbers where they are hidden."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services import access
from app.services.worklists import Dossier
from app.ui.kit.jobs import Jobs
from app.ui.parts.reveal_line import RevealLine

#: So long an inquiry stands on the page before that is a reading: who only passes by reads nothing.
READ_MS = 2000


class ReadingNote(QWidget):
    """``show_dossier`` whenever an inquiry is shown. ``refused(error)`` where a number may not be seen."""

    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("work.reading")
        self._jobs = jobs
        self._inquiry: bytes | None = None
        self.line = RevealLine("work.reveal", jobs, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(READ_MS)
        self._timer.timeout.connect(self.note)
        self.line.refused.connect(self.refused)
        self.hide()

    def show_dossier(self, dossier: Dossier) -> None:
        """Begin to count how long the inquiry stands here."""
        if dossier.line.row.id != self._inquiry:
            self._inquiry = dossier.line.row.id
            self._timer.start()
        hidden = any("*" in one for one in dossier.numbers)
        if hidden and dossier.caller is not None:
            self.line.offer("caller", dossier.caller.id)
        else:
            self.line.withdraw()
        self.setVisible(hidden)

    def note(self) -> None:
        """Write the reading down."""
        self._timer.stop()
        if self._inquiry is not None and self.parentWidget() is not None and self.window().isVisible():
            self._jobs.do(access.opened, entity="inquiry", record=self._inquiry, initiator=self)
