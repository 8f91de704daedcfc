"""Reports: the KPIs of a period as cards with what is behind each, and the documents."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from app.models.accounts import Permission, Person
from app.models.errors import AppError
from app.models.periods import Span, parse
from app.services import dashboards, figure_exports, figures
from app.services.dashboards import Chart, Point
from app.services.figures import Told
from app.services.office import View
from app.ui.kit import languages, theme
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.kit.messages import MessageStrip
from app.ui.kit.progress import Stopped
from app.ui.panes.reports.commands import PANE
from app.ui.panes.reports.dashboard_page import DashboardPage
from app.ui.panes.reports.definitions_page import DefinitionsPage
from app.ui.panes.reports.documents_page import DocumentsPage
from app.ui.panes.reports.figures_page import FiguresPage
from app.ui.panes.reports.period_bar import PeriodBar
from app.ui.panes.reports.time_page import TimePage
from app.ui.panes.reports.topics_page import TopicsPage
from app.ui.panes.reports.voice_page import VoicePage
from app.ui.parts.refusal import Refusal


def who_and_when(view: View) -> tuple[Person, date, tuple[str, ...]]:
    """Return who is at the desk, the center's day, and the dashboards that they may see."""
    return view.person, today(view), dashboards.offered(view)


def today(view: View) -> date:
    """Return the center's day."""
    return figures.current(view, Span.DAY).start_on


class ReportsPane(QWidget):
    """``inquiry_wanted(id)``, ``script_wanted(key)`` and ``words_wanted(text)`` are for the shell.

    It shows the inquiry in My work, the script, or what the library has for the words.
    """

    inquiry_wanted = Signal(bytes)
    script_wanted = Signal(str)
    words_wanted = Signal(str)

    def __init__(self, jobs: Jobs, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._person: Person | None = None
        self._built = False
        self._build()
        self._built = True
        self._connect()
        self.retranslate()

    def reload(self) -> None:
        """Show the figures that are there, count what has happened since, and show them again."""
        if self._person is None:
            self._jobs.ask(who_and_when, key="who", done=self._begin, failed=self._refuse)
            return
        self._jobs.ask(today, key="today", done=self._know_today, failed=self._refuse)
        self._ask()
        if self.bar.counting.running:
            return
        self._jobs.do(
            figures.catch_up, done=self._counted, failed=self._fail, ended=self._ended, initiator=self,
            progress=self.bar.counting.start(),
        )  # fmt: skip

    def go_back(self) -> None:
        """Show the period before."""
        self.bar.go(-1)

    def go_on(self) -> None:
        """Show the period after."""
        self.bar.go(1)

    def has_later(self) -> bool:
        """Whether there is a period after the one that is shown."""
        return self._built and self.bar.has_later

    def has_row(self) -> bool:
        """Whether an inquiry is chosen."""
        return self._row_of() is not None

    def has_kpi(self) -> bool:
        """Whether a figure is shown whose rows can be written."""
        person = self._person
        return bool(self._built and person and person.may(Permission.EXPORT_RECORDS) and self.figures.kpi is not None)

    def open_row(self) -> None:
        """Open the chosen inquiry in My work."""
        inquiry = self._row_of()
        if inquiry is not None:
            self.inquiry_wanted.emit(inquiry)

    def _row_of(self) -> bytes | None:
        """Return the inquiry of the chosen row; None where none is chosen, or it is about none."""
        line = self.figures.behind.row if self._built and self.bar.page == "figures" else None
        return line.inquiry if line is not None else None

    def export_rows(self) -> None:
        """Ask where to write the inquiries behind the figure."""
        if self.figures.kpi is not None:
            kinds = self.tr("Workbook (*.xlsx);;CSV (*.csv)")
            name = f"{self.figures.kpi}-{self.bar.stretch}.xlsx"
            file, _ = QFileDialog.getSaveFileName(self, self.tr("Export the rows"), name, kinds)
            self.export_to(file)

    def export_to(self, file: str) -> None:
        """Write the inquiries behind the figure to a file."""
        wanted = self.figures.behind.wanted
        if file and wanted is not None:
            seat = self._jobs.office.seat()

            def told(rows: int) -> None:
                seat.do(figure_exports.kept, sets=wanted.sets, rows=rows)

            self._jobs.ask(
                figure_exports.save_rows, done=self._exported, failed=self._refuse, wanted=wanted, path=Path(file),
                language=languages.current(), whole=told,
            )  # fmt: skip

    def focus_first(self) -> None:
        """Put the focus where a person begins: on the first card."""
        page: Any = self._stack.currentWidget()
        page.take_focus()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("Reports"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            if self.isVisible():  # else it asks when it is shown
                self._ask()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date whenever a person comes here."""
        super().showEvent(event)
        self.reload()

    def _build(self) -> None:
        self.setObjectName("reports.pane")
        self.commands = CommandTable(PANE, self)
        self.strip = MessageStrip(self)
        self.bar = PeriodBar(self.commands, self)
        self.figures = FiguresPage(self._jobs, self.commands, self)
        self.dashboard = DashboardPage(self._jobs, self)
        self.documents = DocumentsPage(self._jobs, self)
        self.time = TimePage(self._jobs, self)
        self.topics = TopicsPage(self._jobs, self)
        self.voices = VoicePage(self._jobs, self)
        self.definitions = DefinitionsPage(self._jobs, self)
        self._pages = {
            "dashboard": self.dashboard, "figures": self.figures, "documents": self.documents, "time": self.time,
            "topics": self.topics, "voices": self.voices, "definitions": self.definitions,
        }  # fmt: skip
        self._stack = QStackedWidget(self)
        for page in self._pages.values():
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(self.figures)
        gap = theme.of_app().px("gap")
        column = QVBoxLayout(self)
        column.setContentsMargins(gap, gap // 2, gap, gap)
        column.setSpacing(theme.of_app().px("pad"))
        column.addWidget(self.bar)
        column.addWidget(self.strip)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.bar.changed.connect(self._ask)
        self.bar.paged.connect(self._go)
        self.figures.opened.connect(self.inquiry_wanted)
        self.figures.picked.connect(self.commands.refresh)
        self.dashboard.rows_wanted.connect(self._drill)
        self.documents.chosen.connect(self.bar.choose_span)
        self.time.counted.connect(self.reload)
        self.topics.script_wanted.connect(self.script_wanted)
        self.topics.words_wanted.connect(self.words_wanted)
        self.definitions.counted.connect(self._ask)
        for page in self._pages.values():
            page.told.connect(self.strip.success)
            page.refused.connect(self._refuse)

    def _begin(self, found: tuple[Person, date, tuple[str, ...]]) -> None:
        self._person, day, boards = found
        self.dashboard.show_offered(boards)
        self.figures.behind.show_for(self._person)
        self.time.show_for(self._person)
        self.voices.show_for(self._person)
        self.definitions.show_for(self._person)
        self.bar.show_for(self._person, day)
        self.reload()

    def _go(self, page: str) -> None:
        self._stack.setCurrentWidget(self._pages[page])
        if page == "documents":
            self.documents.choose(self.documents.kind)
        self._ask()

    def _ask(self) -> None:
        stretch = self.bar.stretch
        page: Any
        if stretch is None:
            return
        self.commands.refresh()
        if self.bar.page in ("documents", "dashboard", "topics"):
            page = self._pages[self.bar.page]
            page.show_period(stretch)
            return
        if self.bar.page == "time":
            self.time.show_period(stretch)
        if self.bar.page in ("voices", "definitions"):
            page = self._pages[self.bar.page]
            page.show_all()
        self._jobs.ask(
            figures.cards, key="cards", done=self._show, failed=self._refuse, stretch=stretch, groups=self.bar.groups
        )

    def _drill(self, chart: Chart, point: Point) -> None:
        """Show the rows behind a point of a chart: of a period, or of a group."""
        if self.bar.stretch is not None:
            self.figures.narrow_to(chart.kpi.id, {chart.by: point.key} if chart.by else dict(chart.groups))
            self.bar.show_rows(self.bar.stretch if chart.by else parse(point.key), own="person" in chart.groups)

    def _show(self, cards: Sequence[Told]) -> None:
        if self.bar.stretch is not None:
            self.figures.show_cards(cards, self.bar.stretch, self.bar.groups)
            self.commands.refresh()

    def _counted(self, looked_at: int) -> None:
        if looked_at:
            self._ask()

    def _ended(self) -> None:
        self.bar.counting.end()

    def _fail(self, error: AppError) -> None:
        """What was counted before a person stopped it is shown."""
        if isinstance(error, Stopped):
            self._ask()
        else:
            self._refuse(error)

    def _exported(self, count: int) -> None:
        self.strip.success(self.tr("Rows written: {count}").format(count=f"{count:,}"))

    def _know_today(self, day: date) -> None:
        self.bar.show_today(day)
        self.commands.refresh()

    def _refuse(self, error: AppError) -> None:
        self.strip.danger(Refusal(error))
