"""The time ledger: how long operators were in which state, as a workbook too; and call records to import."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QObject, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.models.accounts import OperatorState, Permission, Person
from app.models.periods import Stretch
from app.services import time_ledger
from app.services.time_ledger import Ledger, Sheets
from app.ui.kit import icons, languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.columns import Column
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.kit.whole_list import WholeList
from app.ui.panes.reports import presenting
from app.ui.panes.reports.calls_import import CallsImport
from app.ui.panes.reports.shift_table import ShiftTable, reasons_of, state_column


class LedgerTable(WholeList):
    """One line for each operator."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(self._columns(), _person, parent)

    def _columns(self) -> tuple[Column, ...]:
        states = (
            (OperatorState.READY, QT_TRANSLATE_NOOP("tables", "Ready")),
            (OperatorState.RINGING, QT_TRANSLATE_NOOP("tables", "Ringing")),
            (OperatorState.TALKING, QT_TRANSLATE_NOOP("tables", "Talking")),
            (OperatorState.HOLD, QT_TRANSLATE_NOOP("tables", "On hold")),
            (OperatorState.WRAP_UP, QT_TRANSLATE_NOOP("tables", "Wrap-up")),
            (OperatorState.AWAY, QT_TRANSLATE_NOOP("tables", "Away")),
        )
        return (
            Column("name", QT_TRANSLATE_NOOP("tables", "Operator"), 128, show=_name, sortable=False),
            Column("days", QT_TRANSLATE_NOOP("tables", "Days"), 64, "number", show=_days, sortable=False),
            *(
                Column(state.value, text, 88, "number", show=state_column(state), sortable=False)
                for state, text in states
            ),
            Column("reasons", QT_TRANSLATE_NOOP("tables", "Away for"), 0, show=_reasons, sortable=False),
            Column("occupancy", QT_TRANSLATE_NOOP("tables", "Occupancy"), 96, "number", show=_share, sortable=False),
        )


def _person(one: Ledger) -> bytes:
    return one.person


def _name(one: Ledger) -> str:
    return one.display


def _days(one: Ledger) -> str:
    return str(one.days)


def _share(one: Ledger) -> str:
    return presenting.percent(one.occupancy)


def _reasons(one: Ledger) -> str:
    return reasons_of(one.away)


class TimePage(QWidget):
    """``told(text)``, ``refused(error)``, ``counted()`` there are new call records to count."""

    told = Signal(str)
    refused = Signal(object)
    counted = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._stretch: Stretch | None = None
        self._only: bytes | None = None
        self._build()
        self._export.clicked.connect(self._ask_where)
        self._import.clicked.connect(self.show_import)
        self.calls.left.connect(self.show_ledger)
        self.calls.counted.connect(self.counted)
        self.calls.refused.connect(self.refused)
        self._which.currentIndexChanged.connect(self._stack.setCurrentIndex)
        self.retranslate()

    def show_for(self, person: Person) -> None:
        """Offer what a person may do: supervisors see everybody, others themselves."""
        self._only = None if person.may(Permission.SUPERVISE_INQUIRIES) else person.id
        self._export.setVisible(person.may(Permission.EXPORT_RECORDS) and self._only is None)
        self._import.setVisible(person.may(Permission.IMPORT_RECORDS))

    def show_period(self, stretch: Stretch) -> None:
        """Show the time of a period."""
        self._stretch = stretch
        self._jobs.ask(
            time_ledger.sheets, key="ledger", done=self._show, failed=self.refused.emit, stretch=stretch,
            only=self._only,
        )  # fmt: skip

    def take_focus(self) -> None:
        """Put the focus on the list."""
        (self.shift_table if self._which.currentIndex() else self.table).setFocus()

    def show_shifts(self) -> None:
        """Show each day of each operator, not the whole period."""
        self._which.setCurrentIndex(1)

    def export_to(self, file: str) -> None:
        """Write ledger, shifts and figures to a workbook."""
        if file and self._stretch is not None:
            self._jobs.ask(
                time_ledger.appraisal, done=self._saved, failed=self.refused.emit, stretch=self._stretch,
                path=Path(file), language=languages.current(),
            )  # fmt: skip

    def show_import(self) -> None:
        """Show where call records are imported and taken back."""
        self._pages.setCurrentWidget(self.calls)
        self.calls.begin()

    def show_ledger(self) -> None:
        """Show the ledger."""
        self._pages.setCurrentIndex(0)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        for button, text in (
            (self._export, self.tr("Export for appraisal…")), (self._import, self.tr("Import call records…")),
        ):  # fmt: skip
            button.setText(text)
            button.setAccessibleName(text)
        self._which.setAccessibleName(self.tr("Which sheet"))
        for place, text in enumerate((self.tr("Whole period"), self.tr("Shift sheet"))):
            self._which.setItemText(place, text)
        self.table.setAccessibleName(self.tr("Time of operators"))
        self.shift_table.setAccessibleName(self.tr("Shift sheet"))
        self._no_shifts.show_text(self.tr("No shifts"), self.tr("A shift is a day on which an operator was signed in."))
        self._none.show_text(
            self.tr("No time was recorded"), self.tr("Operators' states are recorded while they are signed in.")
        )
        self._hint.setText(
            self.tr(
                "A state lasts until the next one; what nobody ended within 12 hours is not counted. Occupancy: "
                "talking, on hold and wrap-up of the time at the desk. Call records (CSV or workbook) give the figures "
                "of answered calls."
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        pad = theme.of_app().px("pad")
        self._export, self._import = QPushButton(self), QPushButton(self)
        for button, name, icon in ((self._export, "appraisal", "export"), (self._import, "calls", "import")):
            button.setObjectName(f"reports.time.{name}")
            icons.give(button, icon, "text")
        self._hint = QLabel(self)
        self._hint.setProperty("type", "hint")
        self._hint.setWordWrap(True)
        self._none = EmptyState("reports.no_time", "clock")
        self.model = LedgerTable(self)
        self.table = TableView(self.model, name="reports.time", empty=self._none, parent=self)
        self._no_shifts = EmptyState("reports.no_shifts", "clock")
        self.shifts = ShiftTable(self)
        self.shift_table = TableView(self.shifts, name="reports.shifts", empty=self._no_shifts, parent=self)
        self._which = QComboBox(self)
        self._which.setObjectName("reports.time.which")
        self._which.addItems(["", ""])
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.shift_table)
        self._pages, ledger, self.calls = QStackedWidget(self), QWidget(self), CallsImport(self._jobs, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self._pages.addWidget(ledger)
        self._pages.addWidget(self.calls)
        column = QVBoxLayout(ledger)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(pad)
        row.addWidget(self._which)
        row.addWidget(self._export)
        row.addWidget(self._import)
        row.addStretch(1)
        column.addWidget(self._stack, 1)
        column.addWidget(self._hint)

    def _show(self, found: Sheets) -> None:
        self.model.show_lines(found.ledger)
        self.shifts.show_shifts(found.shifts, found.zone)

    def _ask_where(self) -> None:
        name = f"{self._stretch}.xlsx"
        kinds = self.tr("Workbook (*.xlsx)")
        file, _ = QFileDialog.getSaveFileName(self, self.tr("Export for appraisal"), name, kinds)
        self.export_to(file)

    def _saved(self, path: Path) -> None:
        self.told.emit(self.tr("Saved: {file}").format(file=path.name))
