"""Calendars: when the center and its units work. A year of the chosen one, its editor, files in and out."""

from datetime import UTC, datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QScrollArea, QStackedWidget, QWidget

from app.models.calendars import Calendar
from app.models.errors import AppError, FieldWrong
from app.services import calendars, estimates, settings, wording
from app.services.calendars import Board, Listed, Year
from app.services.settings import Choices
from app.ui.kit import languages, theme
from app.ui.kit.commands import CommandTable
from app.ui.kit.flow import FlowLayout
from app.ui.kit.jobs import Jobs
from app.ui.kit.presenting_time import day
from app.ui.panes.settings.calendar_files import CalendarFiles
from app.ui.panes.settings.calendar_form import CalendarForm
from app.ui.panes.settings.commands import CALENDARS
from app.ui.panes.settings.page import Page
from app.ui.panes.settings.world import SettingsWorld
from app.ui.panes.settings.year_panel import YearPanel

_LIST_WIDTH = 190


class CalendarsPage(Page):
    """The calendars by name, and beside them a year of the chosen one or its editor."""

    def __init__(self, jobs: Jobs, world: SettingsWorld | None, parent: QWidget | None = None) -> None:
        super().__init__("calendars", jobs, parent)
        self._board: Board | None = None
        self._form: CalendarForm | None = None
        self._read_closures = world.read_closures if world else None
        self._wanted, self._year = "", 0
        self._build(world)
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Ask which calendars there are."""
        self.jobs.ask(calendars.board, key="calendars", done=self._show, failed=self.refuse)

    @property
    def form(self) -> CalendarForm:
        """The editor, made when it is first asked for."""
        if self._form is None:
            self._form = CalendarForm(self.jobs, self._read_closures, self._now, self)
            self._form.accepted.connect(self._take)
            self._form.left.connect(self.leave_form)
            self._form.refused.connect(self.refuse)
            self._area.setWidget(self._form)
            self.jobs.ask(settings.choices, key="calendar_zones", done=self._show_zones, failed=self.refuse)
        return self._form

    def leave_form(self) -> bool:
        """Take the editor off the page; False where nothing is asked."""
        if self._form is None or not self._form.asking:
            return False
        self.form.close_form()
        self._show_form(False)
        self.list.setFocus()
        return True

    def add_calendar(self) -> None:
        """Ask about a new calendar that begins as the chosen one."""
        self._ask(new=True)

    def edit_calendar(self) -> None:
        """Ask about the chosen calendar."""
        self._ask(new=False)

    def use_calendar(self) -> None:
        """Count the center's deadlines on the chosen calendar."""
        if (one := self.chosen()) is not None and self.can_choose():
            self.jobs.do(settings.change, done=self._done, failed=self.refuse, initiator=self, calendar=one.name)

    def import_calendar(self) -> None:
        """Ask for a file."""
        if self.may_change():
            self.files.choose_source()

    def export_calendar(self) -> None:
        """Ask where to write the chosen calendar."""
        if (one := self.chosen()) is not None:
            self.files.choose_target(one.name)

    def chosen(self) -> Listed | None:
        """Return the calendar that is chosen in the list."""
        row = self.list.currentRow()
        return self._board.calendars[row] if self._board and 0 <= row < len(self._board.calendars) else None

    def has_calendar(self) -> bool:
        """Whether a calendar is chosen."""
        return self.chosen() is not None

    def may_change(self) -> bool:
        """Whether the person may change calendars."""
        return self._board is not None and self._board.may_change

    def can_change(self) -> bool:
        """Whether a calendar is chosen that may be changed."""
        return self.has_calendar() and self.may_change()

    def can_choose(self) -> bool:
        """Whether another calendar than the center's is chosen, and the person may set it."""
        one = self.chosen()
        return one is not None and self._board is not None and self._board.may_choose and one.name != self._board.center

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_heading(
            self.tr("Calendars"),
            self.tr("When somebody works. Deadlines are counted on the center's calendar or on that of a unit."),
        )
        self.list.setAccessibleName(self.tr("Calendars"))
        self._name_lines()
        self._say_version()

    def _build(self, world: SettingsWorld | None) -> None:
        self.list = QListWidget(self)
        self.list.setObjectName("settings.calendars_list")
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setSpacing(theme.of_app().px("pad") // 2)
        self.panel = YearPanel(self)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.panel)
        self._stack.addWidget(self._area)
        self.files = CalendarFiles(self.jobs, world, self)
        self.table = CommandTable(CALENDARS, self)
        self._buttons = [self.table.button(row.id, self) for row in CALENDARS]
        line = FlowLayout(gap=theme.of_app().px("pad"))
        self.body.addLayout(line)
        for button in self._buttons:
            line.addWidget(button)
        row = QHBoxLayout()
        self.body.addLayout(row, 1)
        row.setSpacing(theme.of_app().px("gap"))
        row.addWidget(self.list)
        row.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._choose)
        self.list.itemActivated.connect(self.edit_calendar)
        self.panel.wanted.connect(self._go_to_year)
        self.files.saved.connect(self._saved)
        self.files.written.connect(self._written)
        self.files.refused.connect(self.refuse)

    def _now(self) -> datetime:
        return self._board.now if self._board else datetime(2000, 1, 1, tzinfo=UTC)

    def _ask(self, *, new: bool) -> None:
        one = self.chosen()
        if one is not None and self.can_change():
            self._show_form(True)
            self.form.ask(one.calendar, new=new)

    def _show_form(self, shown: bool) -> None:
        self._stack.setCurrentWidget(self._area if shown else self.panel)
        self.list.setEnabled(not shown)
        for button in self._buttons:
            button.setVisible(not shown)
        self.show_hint(not shown)

    def _show_zones(self, found: Choices) -> None:
        self.form.show_zones(found.time_zones)

    def _show(self, board: Board) -> None:
        one = self.chosen()
        wanted = self._wanted or (one.name if one else board.center)
        self._wanted, self._board = "", board
        self._year = self._year or board.today.year
        names = [each.name for each in board.calendars]
        self.list.blockSignals(True)
        self.list.clear()
        for _ in names:
            QListWidgetItem(self.list)
        self._name_lines()
        self.list.setCurrentRow(names.index(wanted) if wanted in names else 0)
        self.list.blockSignals(False)
        self._choose(self.list.currentRow())

    def _name_lines(self) -> None:
        if self._board is None:
            return
        for row, one in enumerate(self._board.calendars):
            name = wording.label("calendar", one.name, languages.current())
            below = self.tr("The center's") if one.name == self._board.center else one.calendar.time_zone
            item = self.list.item(row)
            item.setText(f"{name}\n{below}")
            item.setSizeHint(QSize(0, round(theme.of_app().px("row") * 1.4)))

    def _choose(self, _row: int) -> None:
        self.table.refresh()
        self._say_version()
        self._ask_for_year()

    def _go_to_year(self, year: int) -> None:
        self._year = year
        self._ask_for_year()

    def _ask_for_year(self) -> None:
        if (one := self.chosen()) is not None:
            self.jobs.ask(
                calendars.year_of, key="year", done=self._show_year, failed=self.refuse, name=one.name, year=self._year
            )

    def _show_year(self, year: Year) -> None:
        if self._board is not None:
            self.panel.show_year(year, self._board.today)

    def _say_version(self) -> None:
        one = self.chosen()
        if one is None or self._board is None:
            return
        if one.at is None:
            self.panel.show_saved(self.tr("Comes with the program."))
            return
        text = self.tr("Version {number}, saved {day} by {person}. Older versions stay with what they were used for.")
        when = day(one.at.date(), self._board.today, languages.current())
        self.panel.show_saved(text.format(number=one.number, day=when, person=one.by))

    def _take(self, calendar: Calendar, new: bool) -> None:
        self._wanted = calendar.name
        command = calendars.add if new else calendars.save
        self.jobs.do(command, done=self._saved, failed=self._refuse_fields, initiator=self, calendar=calendar)

    def _saved(self, _version: object) -> None:
        self.leave_form()
        self._done(None)
        self.jobs.do(estimates.reckon_again, done=self._reckoned, failed=self.refuse)

    def _reckoned(self, count: int) -> None:
        if count:
            text = self.tr("Saved; due times in an estimated year were computed again: {count}, their owners are told")
            self.strip.success(text.format(count=count))

    def _done(self, _value: object) -> None:
        self.tell(self.tr("Saved"))
        self.refresh()

    def _written(self, file: str) -> None:
        self.strip.success(self.tr("Written to {file}").format(file=file))

    def _refuse_fields(self, error: AppError) -> None:
        self._wanted = ""
        if isinstance(error, FieldWrong) and self.form.refuse(error):
            return
        self.form.release()
        self.refuse(error)
