"""Where the parts of the ledger stand: the list left with its filters, one finding right."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from app.services import wording
from app.services.finding_ledger import Sought
from app.ui.kit import languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.kit.messages import MessageStrip
from app.ui.kit.table_view import TableView
from app.ui.panes.findings.asking import Ledger
from app.ui.panes.findings.detail_card import DetailCard
from app.ui.panes.findings.ledger_model import LedgerTable
from app.ui.panes.findings.step_box import StepBox

_SHARES = (54, 46)


class Choice(QComboBox):
    """A filter; the wheel never changes it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()


class FindingsLayout(QWidget):
    """The widgets of the pane, without what they do."""

    def __init__(self, jobs: Jobs, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findings.pane")
        self._build(jobs, clock)
        self.retranslate()

    def place_buttons(self, commands: CommandTable) -> None:
        """Put the buttons of the commands where they belong."""
        for name in ("new", "together", "ledger"):
            self._foot.addWidget(commands.button(f"findings.{name}", self, tone="quiet"))
        self._foot.addStretch(1)
        self._ends.addWidget(commands.button("findings.save", self, tone="primary"))
        for name in ("call", "again", "sheet"):
            self._ends.addWidget(commands.button(f"findings.{name}", self, tone="quiet"))
        self._ends.addStretch(1)

    def sought(self) -> Sought:
        """Return what the filters ask for."""
        return Sought(str(self.standing.currentData() or "open"), str(self.place.currentData() or ""))

    def show_ledger_state(self, ledger: Ledger) -> None:
        """Show how much is open and late, and offer the institutions."""
        self.counts.setText(self.tr("{open} open, {late} overdue").format(open=ledger.open, late=ledger.late))
        former = self.place.currentData()
        self.place.clear()
        self.place.addItem(self.tr("Every institution"), "")
        for code, name in ledger.institutions:
            self.place.addItem(name, code)
        self.place.setCurrentIndex(max(0, self.place.findData(former)))
        self.box.offer(ledger.institutions, ledger.categories)

    def show_parts(self, *, finding: bool) -> None:
        """Show one finding, or what to do to see one."""
        self.card.setVisible(finding)
        self.card.fold(folded=bool(self.box.kind))
        self._none.setVisible(not finding and not self.box.kind)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("Findings"))
        self.view.setAccessibleName(self.tr("Ledger of findings"))
        self.standing.setAccessibleName(self.tr("Which findings"))
        self.place.setAccessibleName(self.tr("Institution"))
        former = self.standing.currentData()
        self.standing.clear()
        for code, words in wording.labels("finding_standing", languages.current()).items():
            self.standing.addItem(words, code)
        self.standing.setCurrentIndex(max(0, self.standing.findData(former)))
        if self.place.count():
            self.place.setItemText(0, self.tr("Every institution"))
        self._empty.show_text(
            self.tr("No finding here"),
            self.tr("Low scores in interviews open findings by themselves; Ctrl+N writes one."),
        )
        self._none.show_text(self.tr("No finding chosen"), self.tr("Choose one in the list to see where it stands."))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self, jobs: Jobs, clock: Callable[[], datetime]) -> None:
        gap, pad = theme.of_app().px("gap"), theme.of_app().px("pad")
        self.strip = MessageStrip(self)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self._list_side(jobs, gap, pad))
        split.addWidget(self._finding_side(clock, gap, pad))
        split.setSizes([share * 10 for share in _SHARES])
        for place, share in enumerate(_SHARES):
            split.setStretchFactor(place, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(gap, gap, gap, gap)
        column.setSpacing(gap)
        column.addWidget(self.strip)
        column.addWidget(split, 1)

    def _list_side(self, jobs: Jobs, gap: int, pad: int) -> QWidget:
        side = QWidget(self)
        self.standing, self.place = Choice(side), Choice(side)
        self.standing.setObjectName("findings.standing")
        self.place.setObjectName("findings.place")
        self.counts = QLabel(side)
        self.counts.setProperty("type", "muted")
        self.model = LedgerTable(jobs, self)
        self._empty = EmptyState("findings.empty", "findings")
        self.view = TableView(self.model, name="findings.ledger", empty=self._empty, parent=side)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, gap // 2, 0)
        column.setSpacing(pad)
        top, self._foot = QHBoxLayout(), QHBoxLayout()
        column.addLayout(top)
        column.addWidget(self.view, 1)
        column.addLayout(self._foot)
        for widget in (self.standing, self.place, self.counts):
            top.addWidget(widget)
        top.addStretch(1)
        return side

    def _finding_side(self, clock: Callable[[], datetime], gap: int, pad: int) -> QWidget:
        side = QWidget(self)
        self.card = DetailCard(clock, side)
        self.box = StepBox(clock, side)
        self._none = EmptyState("findings.none", "findings", parent=side)
        column = QVBoxLayout(side)
        column.setContentsMargins(gap // 2, 0, 0, 0)
        column.setSpacing(pad)
        column.addWidget(self.card, 1)
        column.addWidget(self._none, 1, Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.box)
        self._ends = QHBoxLayout()
        column.addLayout(self._ends)
        return side
