"""The inquiries of an incident, page by page, the newest first."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.clusters import ClusterCard
from app.models.errors import AppError
from app.models.inquiries import InquiryRow
from app.services import clusters, wording
from app.ui.kit import languages
from app.ui.kit.columns import Column, Order
from app.ui.kit.jobs import Jobs
from app.ui.kit.presenting_time import moment
from app.ui.kit.table_view import TableView
from app.ui.kit.tables import LazyTableModel
from app.ui.panes.work import presenting


class ClusterTable(LazyTableModel):
    """Inquiries of one incident. ``refused(error)`` when a page could not be had."""

    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        self._jobs = jobs
        self._cluster: bytes | None = None
        self._inside = False
        self._answer: Sequence[InquiryRow] | None = None
        self._now_at, self._zone = datetime(2000, 1, 1, tzinfo=UTC), UTC
        super().__init__(self._columns(), self._ask, _position, page=50, parent=parent)

    def show_cluster(self, cluster: bytes | None, now: datetime, zone: tzinfo) -> None:
        """Show another incident's inquiries, or the same ones as they are now."""
        self._cluster, self._now_at, self._zone = cluster, now, zone
        self.reload()

    def say_anew(self) -> None:
        """Say every cell in the language of the window."""
        self._cells.clear()
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(self.columns) - 1))

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("number", QT_TRANSLATE_NOOP("tables", "Number"), 146, show=_number, sortable=False),
            Column(
                "state",
                QT_TRANSLATE_NOOP("tables", "State"),
                110,
                "chip",
                show=_state,
                tone=_state_tone,
                sortable=False,
            ),
            Column("summary", QT_TRANSLATE_NOOP("tables", "Summary"), 0, show=_summary, sortable=False),
            Column("opened", QT_TRANSLATE_NOOP("tables", "Opened"), 116, show=self._opened, sortable=False),
        )

    def _opened(self, row: InquiryRow) -> str:
        return moment(row.opened_at, self._now_at, languages.current(), self._zone)

    def _ask(
        self, after: int | None, limit: int, _order: Order | None, _filters: Mapping[str, Any]
    ) -> Sequence[Any] | None:
        if self._cluster is None:
            return ()
        # An executor of tests answers within the call; a reader thread answers later, through `receive`.
        self._inside, self._answer = True, None
        arguments = {"cluster": self._cluster, "after": after, "limit": limit}
        self._jobs.ask(clusters.members, key="members", done=self._take, failed=self._refuse, **arguments)
        self._inside = False
        return self._answer

    def _take(self, rows: Sequence[InquiryRow]) -> None:
        if self._inside:
            self._answer = rows
        else:
            self.receive(rows)

    def _refuse(self, error: AppError) -> None:
        self._take(())
        self.refused.emit(error)


class ClusterPage(QWidget):
    """``opened(inquiry id)`` on Enter or a double click."""

    opened = Signal(bytes)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ClusterTable(jobs, self)
        self.view = TableView(self.model, name="work.cluster_members", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.view.opened.connect(self._open)
        self.model.refused.connect(self.refused)
        self.retranslate()

    def show_card(self, card: ClusterCard | None, now: datetime, zone: tzinfo) -> None:
        """Show the inquiries of an incident, none without one."""
        self.model.show_cluster(card.cluster.id if card else None, now, zone)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.view.setAccessibleName(self.tr("Inquiries of this incident"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.model.say_anew()
        super().changeEvent(event)

    def _open(self, row: InquiryRow) -> None:
        self.opened.emit(row.id)


def _position(row: InquiryRow) -> int:
    return row.position


def _number(row: InquiryRow) -> str:
    return row.number


def _state(row: InquiryRow) -> str:
    return wording.state_of(row, languages.current())


def _state_tone(row: InquiryRow) -> str:
    return presenting.state_tone(row.state)


def _summary(row: InquiryRow) -> str:
    return row.summary or ""
