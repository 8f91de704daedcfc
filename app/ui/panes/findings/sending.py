"""Sending many findings at once, and taking that back."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.services import findings
from app.services.finding_ledger import LedgerLine
from app.ui.kit.jobs import Jobs
from app.ui.kit.messages import MessageStrip


class Sending(QObject):
    """Sends findings in one go and says so with an undo for all of them; ``refused(error)`` where one cannot be."""

    refused = Signal(object)

    def __init__(self, jobs: Jobs, strip: MessageStrip, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._strip = jobs, strip
        self._sent: tuple[bytes, ...] = ()

    def send(self, lines: Sequence[LedgerLine]) -> None:
        """Send findings, each to its institution."""
        self._strip.clear()
        self._jobs.do(
            findings.send_together, done=self._tell, failed=self.refused.emit, initiator=self,
            findings=[one.finding.id for one in lines],
        )  # fmt: skip

    def _tell(self, sent: tuple[bytes, ...]) -> None:
        self._sent = sent
        self._strip.success(self.tr("%n finding(s) sent", "", len(sent)), undo=self._take_back)

    def _take_back(self) -> None:
        self._jobs.do(
            findings.take_back_sending, done=self._tell_back, failed=self.refused.emit, initiator=self,
            findings=self._sent,
        )  # fmt: skip

    def _tell_back(self, count: int) -> None:
        self._strip.success(self.tr("Sending of %n finding(s) taken back", "", count))
