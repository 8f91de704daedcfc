"""Where the parts of the ledger stand: the list left with its filters, one finding right."""

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent, QWheelEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from app.models.findings import FindingState
from app.services import wording
from app.services.finding_ledger import Sought
from app.ui.kit import languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.commands import CommandTable
from app.ui.kit.cut_choice import CutChoice
from app.ui.kit.flow import FlowLayout
from app.ui.kit.jobs import Jobs
from app.ui.kit.messages import MessageStrip
from app.ui.kit.table_view import TableView
from app.ui.panes.findings.asking import Ledger
from app.ui.panes.findings.detail_card import DetailCard
from app.ui.panes.findings.ledger_model import LedgerTable
from app.ui.panes.findings.step_box import StepBox

_SHARES = (63, 37)
#: So many letters of a choice are always seen; the longest institution does not widen the list.
_LETTERS = 11


class Choice(CutChoice):
    """A filter; the wheel never changes it, and it is no wider than it must be."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setMinimumContentsLength(_LETTERS)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def offer(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer codes with their words; what was chosen stays chosen where it is still there."""
        former = self.currentData()
        self.clear()
        for code, words in choices:
            self.addItem(words, code)
        self.setCurrentIndex(max(0, self.findData(former)))

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
        for name in ("new", "send", "together", "ledger"):
            button = commands.button(f"findings.{name}", self, tone="quiet")
            self._foot.addWidget(button)
            self.counts.setMinimumHeight(button.sizeHint().height())  # stands in the middle of its line
        self._foot.addWidget(self.counts)
        self._ends.addWidget(commands.button("findings.save", self, tone="primary"))
        for name in ("call", "again", "sheet"):
            self._others.append(commands.button(f"findings.{name}", self, tone="quiet"))
            self._ends.addWidget(self._others[-1])

    def sought(self) -> Sought:
        """Return what the filters ask for."""
        place, state, owner = (str(one.currentData() or "") for one in (self.place, self.state, self.owner))
        return Sought(str(self.standing.currentData() or "open"), place, state=state, owner=owner)

    def show_ledger_state(self, ledger: Ledger) -> None:
        """Show how much is open and late, and offer the institutions."""
        self.counts.setText(self.tr("{open} open, {late} overdue").format(open=ledger.open, late=ledger.late))
        self.place.offer((("", self.tr("Every institution")), *ledger.institutions))
        self.owner.offer((("", self.tr("Every owner")), *((one, one) for one in ledger.owners)))

    def show_parts(self, *, finding: bool) -> None:
        """Show one finding, or what to do to see one; what is asked for has the room of all that is not about it."""
        self.card.setVisible(finding and self.box.kind != "new")
        self.card.fold(folded=bool(self.box.kind))
        for button in self._others:
            button.setVisible(not self.box.kind)
        self._none.setVisible(not finding and not self.box.kind)

    def tell_left_out(self) -> None:
        """Say that what was just saved is not in the list, and where it is seen."""
        self.strip.clear()
        self.strip.success(self.tr("Saved and shown beside the list; the filters leave it out of the list."))

    def say_why_empty(self) -> None:
        """Say what stands in the place of the list where it is empty: nothing is open, or nothing fits the filters."""
        if self.sought() == Sought():
            title = self.tr("No finding here")
            text = self.tr("Low scores in interviews open findings by themselves; Ctrl+N writes one.")
        else:
            title = self.tr("No finding fits the filters")
            text = self.tr("Widen the filters above to see more.")
        self._empty.show_text(title, text)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("Findings"))
        self.view.setAccessibleName(self.tr("Ledger of findings"))
        self.standing.setAccessibleName(self.tr("Which findings"))
        self.place.setAccessibleName(self.tr("Institution"))
        self.state.setAccessibleName(self.tr("State"))
        self.owner.setAccessibleName(self.tr("Owner of the measure"))
        language = languages.current()
        self.standing.offer(wording.labels("finding_standing", language).items())
        states = ((one.value, wording.label("finding_state", one, language)) for one in FindingState)
        self.state.offer((("", self.tr("Every state")), *states))
        for choice, words in ((self.place, self.tr("Every institution")), (self.owner, self.tr("Every owner"))):
            if choice.count():
                choice.setItemText(0, words)
        self.say_why_empty()
        self._none.show_text(self.tr("No finding chosen"), self.tr("Choose one in the list to see where it stands."))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Part the width once it is known: before, the least widths of both sides decide."""
        super().showEvent(event)
        column = self.layout()
        if not self._parted and column is not None:
            self._parted = True
            column.activate()
            self._split.setSizes([share * self._split.width() // 100 for share in _SHARES])

    def _build(self, jobs: Jobs, clock: Callable[[], datetime]) -> None:
        gap, pad = theme.of_app().px("gap"), theme.of_app().px("pad")
        self.strip = MessageStrip(self)
        self._split = split = QSplitter(Qt.Orientation.Horizontal, self)
        self._parted = False
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self._list_side(jobs, gap, pad))
        split.addWidget(self._finding_side(jobs, clock, gap, pad))
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
        self.standing, self.state = Choice("findings.standing", side), Choice("findings.state", side)
        self.place, self.owner = Choice("findings.place", side), Choice("findings.owner", side)
        self.counts = QLabel(side)
        self.counts.setProperty("type", "muted")
        self.model = LedgerTable(jobs, self)
        self._empty = EmptyState("findings.empty", "findings")
        self.view = TableView(self.model, name="findings.ledger", empty=self._empty, parent=side)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, gap // 2, 0)
        column.setSpacing(pad)
        top, self._foot = FlowLayout(gap=pad), FlowLayout(gap=pad)
        column.addLayout(top)
        column.addWidget(self.view, 1)
        column.addLayout(self._foot)
        for widget in (self.standing, self.state, self.place, self.owner):
            top.addWidget(widget)
        return side

    def _finding_side(self, jobs: Jobs, clock: Callable[[], datetime], gap: int, pad: int) -> QWidget:
        side = QWidget(self)
        self.card = DetailCard(clock, side)
        self.box = StepBox(jobs, clock, side)
        self._none = EmptyState("findings.none", "findings", parent=side)
        column = QVBoxLayout(side)
        column.setContentsMargins(gap // 2, 0, 0, 0)
        column.setSpacing(pad)
        column.addWidget(self.card, 1)
        column.addWidget(self._none, 1, Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.box)
        self._ends, self._others = FlowLayout(), list[QPushButton]()
        column.addLayout(self._ends)
        return side
