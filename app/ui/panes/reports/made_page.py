"""What was made, by whom and when, to be opened again; and the documents that this station makes by itself."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.models.accounts import Permission
from app.models.made_reports import MadeReport
from app.models.report_plans import LATEST_DAY, ReportPlan
from app.services import made_reports, report_plans, reports, wording
from app.services.accounts import people
from app.services.office import View
from app.services.report_plans import NewPlan
from app.ui.kit import icons, languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.columns import Column
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.kit.whole_list import WholeList

_FORMATS = ("pdf", "pdf,xlsx", "xlsx", "json")
#: Place of seven o'clock among the half-hours of a day.
_SEVEN = 14
#: Letters of a choice that are seen at least.
_SHORTEST = 14


@dataclass(frozen=True)
class MadeLine:
    """A document that was made, with the name of who made it and the time at the center."""

    made: MadeReport
    display: str
    at: datetime


@dataclass(frozen=True)
class PlanLine:
    """A plan with when it makes its next document, at the center."""

    plan: ReportPlan
    next_at: datetime


@dataclass(frozen=True)
class Board:
    """What the page shows."""

    made: tuple[MadeLine, ...]
    plans: tuple[PlanLine, ...]


def board(view: View) -> Board:
    """Return what was made and what is planned here. Raises ``NotAllowed``."""
    view.require(Permission.SUPERVISE_INQUIRIES)
    names, zone = {one.id: one.display for one in people(view)}, ZoneInfo(view.settings.time_zone)
    made = (MadeLine(one, names.get(one.by, ""), one.at.astimezone(zone)) for one in made_reports.newest(view))
    plans = (PlanLine(one, report_plans.next_at(view, one)) for one in report_plans.plans(view))
    return Board(tuple(made), tuple(plans))


def _made_key(one: MadeLine) -> bytes:
    return one.made.id


def _made_at(one: MadeLine) -> str:
    return f"{one.at:%Y-%m-%d %H:%M}"


def _made_title(one: MadeLine) -> str:
    return _title(one.made.kind)


def _title(kind: str) -> str:
    known = reports.templates().get(kind)
    return known.title.for_language(languages.current()) if known else kind


def _made_period(one: MadeLine) -> str:
    return one.made.period


def _made_by(one: MadeLine) -> str:
    how = wording.phrase("reports", "by_plan", languages.current()) if one.made.plan else ""
    return f"{one.display} · {how}" if how else one.display


def _made_files(one: MadeLine) -> str:
    return ", ".join(one.made.files)


def _plan_key(one: PlanLine) -> str:
    return one.plan.id


def _plan_title(one: PlanLine) -> str:
    return f"{_title(one.plan.kind)} ({languages.LANGUAGES[one.plan.language]})"


def _plan_next(one: PlanLine) -> str:
    return f"{one.next_at:%Y-%m-%d %H:%M}"


def _plan_folder(one: PlanLine) -> str:
    return one.plan.folder


def _plan_state(one: PlanLine) -> str:
    return one.plan.failed or one.plan.made or "–"


MADE = (
    Column("at", QT_TRANSLATE_NOOP("tables", "Made"), 136, show=_made_at, sortable=False),
    Column("title", QT_TRANSLATE_NOOP("tables", "Document"), 220, show=_made_title, sortable=False),
    Column("period", QT_TRANSLATE_NOOP("tables", "Period"), 88, show=_made_period, sortable=False),
    Column("by", QT_TRANSLATE_NOOP("tables", "By"), 140, show=_made_by, sortable=False),
    Column("files", QT_TRANSLATE_NOOP("tables", "Files"), 0, show=_made_files, sortable=False),
)
PLANS = (
    Column("title", QT_TRANSLATE_NOOP("tables", "Document"), 240, show=_plan_title, sortable=False),
    Column("next", QT_TRANSLATE_NOOP("tables", "Next"), 136, show=_plan_next, sortable=False),
    Column("folder", QT_TRANSLATE_NOOP("tables", "Folder"), 200, show=_plan_folder, sortable=False),
    Column("state", QT_TRANSLATE_NOOP("tables", "Last period, or what failed"), 0, show=_plan_state, sortable=False),
)


class MadePage(QWidget):
    """``told(text)``, ``refused(error)``, ``opened(made, html)`` a document that was made is wanted again."""

    told = Signal(str)
    refused = Signal(object)
    opened = Signal(object, str)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._opening: MadeReport | None = None
        self._build()
        self._connect()
        self.retranslate()

    def reload(self) -> None:
        """Ask what was made and what is planned."""
        self._jobs.ask(board, key="board", done=self._show, failed=self.refused.emit)

    def open_made(self) -> None:
        """Show the chosen document as it was made."""
        one = self.made.row()
        if one is not None:
            self._opening = one.made
            self._jobs.ask(
                made_reports.paper, key="paper", done=self._opened, failed=self.refused.emit, made=one.made.id
            )

    def add_plan(self) -> None:
        """Make the document as it is chosen by itself from now on."""
        new = NewPlan(
            self.kind.currentData(), self.language.currentData(), self.folder.text(), self.day.currentIndex() + 1,
            time.fromisoformat(self.at.currentText()), tuple(self.formats.currentData().split(",")),
        )  # fmt: skip
        self._jobs.do(report_plans.add, done=self._planned, failed=self.refused.emit, initiator=self, new=new)

    def remove_plan(self) -> None:
        """Make the chosen document no more by itself."""
        one = self.plans.row()
        if one is not None:
            self._jobs.do(
                report_plans.remove, done=self._planned, failed=self.refused.emit, initiator=self, plan=one.plan.id
            )

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        language = languages.current()
        self.language.setCurrentIndex(self.language.findData(language))
        for place, kind in enumerate(reports.KINDS):
            self.kind.setItemText(place, reports.templates()[kind].title.for_language(language))
        for button, text in (
            (self._open, self.tr("Open")), (self._add, self.tr("Plan this")), (self._remove, self.tr("Remove plan")),
            (self._choose, self.tr("Choose folder…")),
        ):  # fmt: skip
            button.setText(text)
            button.setAccessibleName(text)
        self._heads[0].setText(self.tr("Made so far"))
        self._heads[1].setText(self.tr("Made by itself on this station"))
        self._hint.setText(
            self.tr(
                "Made while this window is open and nobody is with a caller, or by “reports due” from the scheduler of "
                "the system; each period once."
            )
        )
        for place in range(LATEST_DAY):
            self.day.setItemText(place, self.tr("Day {day} after the period").format(day=place + 1))
        self.folder.setPlaceholderText(self.tr("Folder on this computer"))
        for widget, text in (
            (self.kind, self.tr("Document")), (self.language, self.tr("Language of the document")),
            (self.day, self.tr("Day after the period")), (self.at, self.tr("Time of day")),
            (self.formats, self.tr("Files")), (self.folder, self.tr("Folder on this computer")),
            (self.made, self.tr("Made so far")), (self.plans, self.tr("Plans")),
        ):  # fmt: skip
            widget.setAccessibleName(text)
        self._none.show_text(self.tr("Nothing was made yet"), self.tr("A document that is saved as PDF stands here."))
        self._no_plans.show_text(self.tr("Nothing is planned"), self.tr("Choose a document and a folder, and plan it."))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._heads = QLabel(self), QLabel(self)
        for head in self._heads:
            head.setProperty("type", "section")
        self._hint = QLabel(self)
        self._hint.setProperty("type", "hint")
        self._hint.setWordWrap(True)
        self._none, self._no_plans = EmptyState("reports.no_made", "file"), EmptyState("reports.no_plans", "clock")
        self.made_model, self.plan_model = WholeList(MADE, _made_key, self), WholeList(PLANS, _plan_key, self)
        self.made = TableView(self.made_model, name="reports.made", empty=self._none, parent=self)
        self.plans = TableView(self.plan_model, name="reports.plans", empty=self._no_plans, parent=self)
        for view in (self.made, self.plans):
            view.setSelectionMode(view.SelectionMode.SingleSelection)
        self._open, self._remove = QPushButton(self), QPushButton(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        column.addWidget(self._heads[0])
        column.addWidget(self.made, 1)
        row = QHBoxLayout()
        column.addLayout(row)
        row.addWidget(self._open)
        row.addStretch(1)
        column.addWidget(self._heads[1])
        column.addWidget(self.plans, 1)
        grid = QGridLayout()
        column.addLayout(grid)
        self._fill(grid)
        column.addWidget(self._hint)
        for button, name, icon in (
            (self._open, "open", "open"), (self._add, "add", "clock"), (self._remove, "remove", "close"),
            (self._choose, "choose", "folder"),
        ):  # fmt: skip
            button.setObjectName(f"reports.made.{name}")
            icons.give(button, icon, "text")

    def _fill(self, grid: QGridLayout) -> None:
        self.kind, self.language, self.formats = QComboBox(self), QComboBox(self), QComboBox(self)
        self.day, self.at, self.folder = QComboBox(self), QComboBox(self), QLineEdit(self)
        # Else the longest name of a document decides how wide the window must be.
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.setMinimumContentsLength(_SHORTEST)
        self._offer()
        self._add, self._choose = QPushButton(self), QPushButton(self)
        grid.setHorizontalSpacing(theme.of_app().px("pad"))
        for place, widget in enumerate((self.kind, self.language, self.day, self.at, self.formats)):
            grid.addWidget(widget, 0, place)
        grid.addWidget(self.folder, 1, 0, 1, 2)
        for place, button in enumerate((self._choose, self._add, self._remove), 2):
            grid.addWidget(button, 1, place)
        named = (("kind", self.kind), ("language", self.language), ("formats", self.formats), ("day", self.day))
        for name, widget in (*named, ("at", self.at), ("folder", self.folder)):
            widget.setObjectName(f"reports.plan.{name}")

    def _offer(self) -> None:
        for kind in reports.KINDS:
            self.kind.addItem(kind, kind)
        for code, name in languages.LANGUAGES.items():
            self.language.addItem(name, code)
        for each in _FORMATS:
            self.formats.addItem(each.replace(",", " + ").upper(), each)
        self.day.addItems([""] * LATEST_DAY)
        self.at.addItems([f"{half // 2:02}:{half % 2 * 30:02}" for half in range(48)])
        self.at.setCurrentIndex(_SEVEN)

    def _connect(self) -> None:
        self._open.clicked.connect(self.open_made)
        self.made.opened.connect(self._open_line)
        self._add.clicked.connect(self.add_plan)
        self._remove.clicked.connect(self.remove_plan)
        self._choose.clicked.connect(self._ask_folder)
        for view in (self.made, self.plans):
            view.picked.connect(self._allow)
        self._allow(None)

    def _opened(self, html: str) -> None:
        self.opened.emit(self._opening, html)

    def _open_line(self, _line: object) -> None:
        self.open_made()

    def _allow(self, _line: object) -> None:
        """Let be done what something is chosen for."""
        self._open.setEnabled(self.made.row() is not None)
        self._remove.setEnabled(self.plans.row() is not None)

    def _ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder for documents"), self.folder.text())
        if folder:
            self.folder.setText(folder)

    def _planned(self, _value: object) -> None:
        self.told.emit(self.tr("Saved"))
        self.reload()

    def _show(self, found: Board) -> None:
        self.made_model.show_lines(found.made)
        self.plan_model.show_lines(found.plans)
        self._allow(None)
