"""What is behind a figure: how it is computed, its trend, its groups, and its inquiries."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.models.accounts import Person
from app.models.kpis import Measure, RowSet
from app.models.periods import Stretch
from app.services import figure_rows, figure_windows, figures, report_fillings
from app.services.figure_rows import Behind, Wanted
from app.services.figures import Compared, Told
from app.services.office import View
from app.ui.kit import languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.panes.reports import presenting
from app.ui.panes.reports.chart import TrendChart
from app.ui.panes.reports.tables import BehindTable, Group, GroupTable

PAGES = ("trend", "groups", "rows")
#: Most inquiries that are listed; an export has all of them.
MOST = 300


def groups_of(view: View, kpi: str, stretch: Stretch, dimension: str, language: str) -> tuple[Group, ...]:
    """Return a KPI by the groups of a dimension, with their names."""
    found: Compared = figures.compare(view, kpi, stretch, dimension)
    named = report_fillings.name_of
    return tuple(Group(key, named(view, dimension, key, language), one, found.kpi.measure) for key, one in found.cells)


class BehindPage(QWidget):
    """``opened(id)`` an inquiry, ``picked()`` another row was chosen, ``told(text)``, ``refused(error)``."""

    opened = Signal(bytes)
    picked = Signal()
    told = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._told: Told | None = None
        self._stretch: Stretch | None = None
        self._groups: dict[str, str] = {}
        self._window: tuple[datetime, datetime] | None = None
        self._build()
        self._connect()
        self.retranslate()

    @property
    def row(self) -> Behind | None:
        """The row that is chosen."""
        return self.rows.row() if PAGES[self._tabs.currentIndex()] == "rows" else None

    @property
    def wanted(self) -> Wanted | None:
        """The rows that are listed: an export has the same."""
        if self._told is None or self._stretch is None:
            return None
        return Wanted(self._sets(self._told), self._stretch, self._groups, self._window)

    def _sets(self, told: Told) -> tuple[RowSet, ...]:
        """Return those that missed it, all that are counted, or those that reached it."""
        kpi = told.kpi
        missed = tuple(one for one in kpi.denominator if one not in kpi.numerator)
        return (missed, kpi.denominator, kpi.numerator)[max(0, self._which.currentIndex())]

    def show_for(self, person: Person) -> None:
        """Offer what a person may compare by, beginning with what they want first."""
        first = presenting.first_group(person)
        for name in presenting.groups_for(person):
            self._by.addItem("", name)
        self._by.setCurrentIndex(max(0, self._by.findData(first)))
        self.retranslate()

    def show_kpi(self, told: Told, stretch: Stretch, groups: dict[str, str]) -> None:
        """Show what is behind a KPI of a period."""
        self._told, self._stretch, self._groups = told, stretch, groups
        self._window = told.figure.window
        self._say()
        trend = told.trend
        self.chart.show_points(
            tuple(str(one) for one, _ in trend), tuple(one.share for _, one in trend), told.kpi.target,
            seconds=told.kpi.measure is Measure.SECONDS,
        )  # fmt: skip
        self._ask()

    def show_rows(self, groups: dict[str, str]) -> None:
        """Show the rows of a group (dimension → key)."""
        self._groups = groups
        if PAGES[self._tabs.currentIndex()] == "rows":
            self._ask()
        self.show_page("rows")

    def show_page(self, name: str) -> None:
        """Go to a page of ``PAGES``."""
        self._tabs.setCurrentIndex(PAGES.index(name))

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._tabs.setAccessibleName(self.tr("Behind the figure"))
        for place, text in enumerate((self.tr("Trend"), self.tr("Compare"), self.tr("Rows"))):
            self._tabs.setTabText(place, text)
        names = {
            "unit": self.tr("By unit"), "person": self.tr("By operator"), "channel": self.tr("By channel"),
            "category": self.tr("By topic"),
        }  # fmt: skip
        for place in range(self._by.count()):
            self._by.setItemText(place, names[self._by.itemData(place)])
        self._by.setAccessibleName(self.tr("Compare by"))
        self._which.setAccessibleName(self.tr("Which rows"))
        for place, text in enumerate((self.tr("Missed"), self.tr("All counted"), self.tr("Reached"))):
            self._which.setItemText(place, text)
        self.groups.setAccessibleName(self.tr("Groups"))
        self.rows.setAccessibleName(self.tr("Rows behind the figure"))
        self._no_groups.show_text(self.tr("Nothing to compare"), self.tr("Nothing of this period is counted here."))
        self._no_rows.show_text(self.tr("No rows"), self.tr("Choose another period, or show all that are counted."))
        self._hint.setText(self.tr("Groups that are too small to tell stand as ·. Enter shows the rows of a group."))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            if self.isVisible():  # else it asks when it is shown
                self._ask()
        super().changeEvent(event)

    def _build(self) -> None:
        pad = theme.of_app().px("pad")
        self._title, self._formula, self._hours, self._left_out, self._hint = (QLabel(self) for _ in range(5))
        self._title.setProperty("type", "section")
        hints = ((one, "hint") for one in (self._hours, self._left_out, self._hint))
        for label, kind in ((self._formula, "muted"), *hints):
            label.setProperty("type", kind)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._tabs = QTabBar(self)
        self._tabs.setObjectName("reports.behind.tabs")
        self._tabs.setExpanding(False)
        self.chart = TrendChart(self)
        self._by, self._which = QComboBox(self), QComboBox(self)
        self._by.setObjectName("reports.by")
        self._which.setObjectName("reports.which")
        self._which.addItems(["", "", ""])
        self.group_model, self.row_model = GroupTable(self), BehindTable(self)
        self._no_groups, self._no_rows = (
            EmptyState("reports.no_groups", "compare"),
            EmptyState("reports.no_rows", "list"),
        )
        self.groups = TableView(self.group_model, name="reports.groups", empty=self._no_groups, parent=self)
        self.rows = TableView(self.row_model, name="reports.rows", empty=self._no_rows, parent=self)
        for view in (self.groups, self.rows):
            view.setSelectionMode(view.SelectionMode.SingleSelection)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.chart)
        self._stack.addWidget(_page(self, self._by, self.groups, self._hint))
        self._stack.addWidget(_page(self, self._which, self.rows))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad)
        for widget in (self._title, self._formula, self._hours, self._left_out, self._tabs):
            column.addWidget(widget)
        for _ in PAGES:
            self._tabs.addTab("")
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._tabs.currentChanged.connect(self._go)
        self._by.currentIndexChanged.connect(self._ask)
        self._which.currentIndexChanged.connect(self._ask)
        self.chart.told.connect(self.told)
        self.rows.opened.connect(self._open)
        self.rows.picked.connect(self._pick)
        self.groups.opened.connect(self._narrow)

    def _say(self) -> None:
        told = self._told
        if told is None:
            return
        language = languages.current()
        self._title.setText(told.kpi.title.for_language(language))
        self._formula.setText(told.kpi.formula.for_language(language))
        parts = presenting.left_out(told.figure, language)
        hours = figure_windows.told(told.figure)
        self._hours.setText(self.tr("These hours: {hours}").format(hours=hours))
        self._hours.setVisible(bool(hours))
        self._left_out.setText(self.tr("Left out: {parts}").format(parts=parts))
        self._left_out.setVisible(bool(parts))

    def _go(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self._ask()
        self.picked.emit()

    def _ask(self, _place: int = 0) -> None:
        """Ask for what the page on the screen shows."""
        if self._told is None or self._stretch is None:
            return
        page = PAGES[self._tabs.currentIndex()]
        if page == "groups" and not self._by.count():
            self._show_groups(())
        elif page == "groups":
            self._jobs.ask(
                groups_of, key="groups", done=self._show_groups, failed=self.refused.emit, kpi=self._told.kpi.id,
                stretch=self._stretch, dimension=str(self._by.currentData()), language=languages.current(),
            )  # fmt: skip
        elif page == "rows" and self.wanted is not None:
            self._jobs.ask(
                figure_rows.page, key="rows", done=self._show_rows, failed=self.refused.emit, limit=MOST,
                wanted=self.wanted, language=languages.current(),
            )  # fmt: skip

    def _show_groups(self, groups: Sequence[Group]) -> None:
        self.group_model.show_groups(groups)

    def _show_rows(self, lines: Sequence[Behind]) -> None:
        self.row_model.show_lines(lines)
        self.picked.emit()

    def _open(self, line: Behind) -> None:
        if line.inquiry is not None:
            self.opened.emit(line.inquiry)

    def _pick(self, _line: object) -> None:
        self.picked.emit()

    def _narrow(self, group: Group) -> None:
        """Show the inquiries of one group."""
        self._window = group.figure.window
        self.show_rows({str(self._by.currentData()): group.key})


def _page(parent: QWidget, *widgets: QWidget) -> QWidget:
    made = QWidget(parent)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.of_app().px("pad"))
    top = QHBoxLayout()
    column.addLayout(top)
    top.addWidget(widgets[0])
    top.addStretch(1)
    for widget in widgets[1:]:
        column.addWidget(widget, 1 if isinstance(widget, TableView) else 0)
    return made
