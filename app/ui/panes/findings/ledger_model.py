"""The ledger as a table model that asks page by page."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal

from app.models.errors import AppError
from app.services import finding_ledger
from app.services.finding_ledger import LedgerLine, LedgerPage, Sought
from app.ui.kit import languages
from app.ui.kit.columns import Column, Order
from app.ui.kit.jobs import Jobs
from app.ui.kit.tables import LazyTableModel
from app.ui.panes.findings import presenting


class LedgerTable(LazyTableModel):
    """Findings as they are sought. ``refused(error)`` when a page could not be had."""

    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        self._jobs = jobs
        self._inside = False
        self._answer: tuple[LedgerLine, ...] | None = None
        self._now_at: datetime = datetime(2000, 1, 1, tzinfo=UTC)
        self._zone: tzinfo = UTC
        self.sought = Sought()
        super().__init__(self._columns(), self._ask, _key_of, parent=parent)

    def show_now(self, now: datetime, zone: tzinfo) -> None:
        """Say due times as seen from now."""
        self._now_at, self._zone = now, zone

    def seek(self, sought: Sought) -> None:
        """Show other findings."""
        self.sought = sought
        self.reload()

    def _ask(self, after: Any, limit: int, order: Order | None, filters: Mapping[str, Any]) -> Any:
        # An executor of tests answers within the call; a reader thread answers later, through `receive`.
        self._inside, self._answer = True, None
        self._jobs.ask(
            finding_ledger.page, key="findings.page", done=self._take, failed=self._refuse, sought=self.sought,
            after=after, limit=limit, language=languages.current(),
        )  # fmt: skip
        self._inside = False
        return self._answer

    def _take(self, page: LedgerPage) -> None:
        if self._inside:
            self._answer = page.lines
        else:
            self.receive(page.lines)

    def _refuse(self, error: AppError) -> None:
        self._take(LedgerPage((), None))
        self.refused.emit(error)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(
                "state", QT_TRANSLATE_NOOP("tables", "State"), 170, "chip", show=_state, tone=presenting.state_tone,
                sortable=False,
            ),
            Column("title", QT_TRANSLATE_NOOP("tables", "Finding"), 0, "ends", show=_title, sortable=False),
            Column(
                "institution", QT_TRANSLATE_NOOP("tables", "Institution"), 140, show=_institution, sortable=False,
                widest=260,
            ),
            Column("due", QT_TRANSLATE_NOOP("tables", "Due"), 128, show=self._due, sortable=False),
        )  # fmt: skip

    def _due(self, line: LedgerLine) -> str:
        return presenting.due(line.finding, self._now_at, self._zone, languages.current())


def _state(line: LedgerLine) -> str:
    return presenting.state(line, languages.current())


def _title(line: LedgerLine) -> str:
    return line.finding.title


def _institution(line: LedgerLine) -> str:
    return line.institution


def _key_of(line: LedgerLine) -> tuple[str, bytes]:
    return line.key
