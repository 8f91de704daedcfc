"""Units: who can be asked to handle an inquiry. Everybody reads them; who manages units changes and imports them."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from app.models.accounts import Permission
from app.models.errors import AppError, FieldWrong
from app.models.units import Unit
from app.services import calendars, units, worklists
from app.services.calendars import Listed
from app.services.worklists import Desk
from app.ui.kit import theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.commands import CommandTable
from app.ui.kit.focus import handed_on
from app.ui.kit.jobs import Jobs
from app.ui.kit.search_box import SearchBox
from app.ui.kit.table_view import TableView
from app.ui.panes.settings.commands import UNITS
from app.ui.panes.settings.page import Page
from app.ui.panes.settings.unit_export import UnitExport
from app.ui.panes.settings.unit_form import UnitForm
from app.ui.panes.settings.unit_import import UnitImport
from app.ui.panes.settings.units_model import GIVE_WAY, UnitTable
from app.ui.panes.settings.world import SettingsWorld

_LEAST_NAME = 400
#: Lines of the table, its headings among them, that stay beside a question.
_LEAST_LINES = 3


class UnitSearch(SearchBox):
    """The search line over units."""

    def retranslate(self) -> None:
        """Set its texts in the language of the window."""
        self.setPlaceholderText(self.tr("Name, code, telephone, area"))
        self.setAccessibleName(self.tr("Search units"))


class UnitsPage(Page):
    """The table of units, with a form or the import under it; ``wanted`` is the code of one to choose next."""

    def __init__(self, jobs: Jobs, world: SettingsWorld | None, parent: QWidget | None = None) -> None:
        super().__init__("units", jobs, parent)
        self._desk: Desk | None = None
        self.wanted = ""
        self._build(world)
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Ask who is here and which units there are."""
        self.jobs.ask(worklists.desk, key="desk", done=self._show_desk, failed=self.refuse)
        self.jobs.ask(units.list_units, key="units", done=self._show, failed=self.refuse)
        self.jobs.ask(calendars.listed, key="unit_calendars", done=self._show_calendars, failed=self.refuse)

    def leave_form(self) -> bool:
        """Take a question off the page; False where nothing is asked."""
        if not self.form.asking and not self.importing.isVisibleTo(self):
            return False
        self._close_form()
        self._show_import(False)
        self.view.setFocus()
        return True

    def add_unit(self) -> None:
        """Ask about a new unit."""
        self._show_import(False)
        self._ask(None)

    def edit_unit(self) -> None:
        """Ask about the chosen unit."""
        if self.can_edit():
            self._show_import(False)
            self._ask(self._unit())

    def retire_unit(self) -> None:
        """Ask the chosen unit no longer."""
        if (unit := self._unit()) is not None and self.can_retire():
            self._save(partial(units.deactivate, code=unit.code))

    def revive_unit(self) -> None:
        """Ask the chosen unit again."""
        if (unit := self._unit()) is not None and self.can_revive():
            self._save(partial(units.save_unit, code=unit.code, active=True))

    def export_units(self) -> None:
        """Ask where to write all units."""
        if self.may_manage():
            self.exporter.choose()

    def open_import(self) -> None:
        """Ask for a file of units."""
        self._close_form()
        self._show_import(True)
        self.importing.begin()

    def focus_search(self) -> None:
        """Go to the search line."""
        self.search.setFocus()
        self.search.selectAll()

    def may_manage(self) -> bool:
        """Whether the person may change units."""
        return self._desk is not None and self._desk.person.may(Permission.MANAGE_UNITS)

    def can_edit(self) -> bool:
        """Whether a unit is chosen that may be changed."""
        return self._unit() is not None and self.may_manage()

    def can_retire(self) -> bool:
        """Whether the chosen unit is asked now."""
        unit = self._unit()
        return unit is not None and unit.active and self.may_manage()

    def can_revive(self) -> bool:
        """Whether the chosen unit is asked no longer."""
        unit = self._unit()
        return unit is not None and not unit.active and self.may_manage()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_heading(
            self.tr("Units"), self.tr("Departments, hospitals and persons that an inquiry can be handed to.")
        )
        self.view.setAccessibleName(self.tr("Units"))
        self._say_empty()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as leave room for the names."""
        super().resizeEvent(event)
        columns = self.model.columns
        room = round(event.size().width() / theme.of_app().scale) - _LEAST_NAME
        taken = sum(column.width for column in columns)
        for name in GIVE_WAY:
            place = next(place for place, column in enumerate(columns) if column.name == name)
            self.view.setColumnHidden(place, taken > room)
            taken -= columns[place].width if taken > room else 0

    def _build(self, world: SettingsWorld | None) -> None:
        self.search = UnitSearch("settings.unit_search", self)
        self._empty = EmptyState("settings.no_units", "unit")
        self.model = UnitTable(self)
        self.view = TableView(self.model, name="settings.units_list", empty=self._empty, parent=self)
        self.view.setMinimumHeight(theme.of_app().px("row") * _LEAST_LINES)
        self.form = UnitForm(self)
        self._area = QScrollArea(self)
        self._area.setWidget(self.form)
        self._area.setWidgetResizable(True)
        self._area.setSizeAdjustPolicy(QScrollArea.SizeAdjustPolicy.AdjustToContents)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.hide()
        self.table = CommandTable(UNITS, self)
        self.exporter = UnitExport(self.jobs, world, self)
        self.importing = UnitImport(self.jobs, world.read_sheet if world else None, self)
        self._buttons = [
            self.table.button(row.id, self, tone="primary" if place == 0 else "")
            for place, row in enumerate(UNITS)
            if row.id != "settings.find_unit"
        ]
        self.body.addWidget(self.search)
        line = QHBoxLayout()
        self.body.addLayout(line)
        line.setSpacing(theme.of_app().px("pad"))
        for button in self._buttons:
            line.addWidget(button)
        line.addStretch(1)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self._area)
        self.body.addWidget(self.importing, 2)

    def _connect(self) -> None:
        self.search.typed.connect(self._narrow)
        self.search.moved.connect(self._go_to_list)
        self.search.chosen.connect(self._go_to_list)
        self.view.picked.connect(self._choose)
        self.view.opened.connect(self.edit_unit)
        self.form.accepted.connect(self._take)
        self.form.left.connect(self.leave_form)
        self.exporter.written.connect(self._written)
        self.exporter.refused.connect(self.refuse)
        self.importing.left.connect(self.leave_form)
        self.importing.refused.connect(self.refuse)
        self.importing.finished.connect(self._imported)
        self._empty.acted.connect(self._act)

    def _ask(self, unit: Unit | None) -> None:
        """Ask about a unit; what only finds units gives its room to the question."""
        self.form.ask(unit)
        self._make_room(asking=True)

    def _make_room(self, *, asking: bool) -> None:
        self._area.setVisible(asking)
        self.search.setVisible(not asking)
        self.show_hint(not asking)
        for button in self._buttons:
            button.setVisible(not asking and self.may_manage())

    def _close_form(self) -> None:
        if self.form.asking:
            with handed_on(self.form, self.view):
                self.form.close_form()
                self._make_room(asking=False)

    def _show_calendars(self, found: Sequence[Listed]) -> None:
        self.form.show_calendars([one.name for one in found])

    def _unit(self) -> Unit | None:
        return self.view.row()

    def _narrow(self) -> None:
        self.model.narrow(self.search.query)
        self._say_empty()

    def _go_to_list(self) -> None:
        self.view.setFocus()
        if self.model.rowCount():
            self.view.select(0)

    def _choose(self, _unit: object) -> None:
        if self.form.asking and self._unit() is not None:
            self._close_form()
        self.table.refresh()

    def _show_desk(self, desk: Desk) -> None:
        self._desk = desk
        for button in self._buttons:
            button.setVisible(self.may_manage() and not self.form.asking)
        self.table.refresh()
        self._say_empty()

    def _show(self, found: Sequence[Unit]) -> None:
        current = self._unit()
        wanted = self.wanted or (current.code if current else "")
        self.wanted = ""
        self.model.show_units(found)
        place = self.model.place_of(wanted) if wanted else None
        if place is not None:
            self.view.select(place)
        self.table.refresh()

    def _show_import(self, shown: bool) -> None:
        for widget in (self.view, self.search):
            widget.setVisible(not shown)
        for button in self._buttons:
            button.setVisible(not shown and self.may_manage())
        self.importing.setVisible(shown)

    def _take(self, code: str, fields: Mapping[str, str]) -> None:
        self.wanted = code.strip()
        self._save(partial(units.save_unit, code=code, **fields))

    def _save(self, command: Callable[..., object]) -> None:
        self.jobs.do(command, done=self._done, failed=self._refuse_fields, initiator=self)

    def _done(self, _value: object) -> None:
        self._close_form()
        self.tell(self.tr("Saved"))
        self.refresh()

    def _refuse_fields(self, error: AppError) -> None:
        if isinstance(error, FieldWrong) and self.form.asking and self.form.refuse(error):
            return
        self.form.release()
        self.refuse(error)

    def _imported(self, _report: object) -> None:
        self.jobs.ask(units.list_units, key="units", done=self._show, failed=self.refuse)

    def _written(self, count: int, file: str) -> None:
        self.strip.success(self.tr("%n unit(s) written to {file}", "", count).format(file=file))

    def _act(self) -> None:
        if self.search.text():
            self.search.clear()
        else:
            self.open_import()

    def _say_empty(self) -> None:
        if self.search.query.strip():
            self._empty.show_text(self.tr("No unit fits"), "", self.tr("Show all"))
        elif self.may_manage():
            self._empty.show_text(
                self.tr("No units yet"),
                self.tr("Add them one by one, or import the list that you have as CSV or Excel."),
                self.tr("Import units…"),
            )
        else:
            self._empty.show_text(self.tr("No units yet"), self.tr("A supervisor or an administrator adds them."))
