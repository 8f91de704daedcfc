"""The days that are not like their weekday: the list, a line to add one, and the import of a list of closures."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.calendars import DayChange, DifferentDay
from app.models.closures import ClosureEntry, close_days
from app.models.errors import AppError, FieldWrong
from app.models.opening_hours import read_hours
from app.services import wording
from app.services.office import View
from app.ui.kit import icons, languages, theme
from app.ui.kit.fields import Field, Option
from app.ui.kit.forms import Form
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.panes.settings.exceptions_model import ClosureTable, ExceptionTable

_FIELDS = {
    "falls_on": QT_TRANSLATE_NOOP("forms", "Date"),
    "kind": QT_TRANSLATE_NOOP("forms", "What it is"),
    "hours": QT_TRANSLATE_NOOP("forms", "Hours"),
    "note": QT_TRANSLATE_NOOP("forms", "Why"),
}
_LINES_SHOWN = 5
ReadClosures = Callable[[Path, date], Sequence[ClosureEntry]]


class ExceptionList(QWidget):
    """``changed()`` when a day was added or removed, ``refused(error)`` when a file cannot be read."""

    changed = Signal()
    refused = Signal(object)

    def __init__(
        self, jobs: Jobs, read_closures: ReadClosures | None, clock: Callable[[], datetime], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings.exceptions")
        self._jobs, self._read_closures, self._clock = jobs, read_closures, clock
        self._entries: tuple[ClosureEntry, ...] = ()
        self._build()
        self._connect()
        self.retranslate()

    def days(self) -> tuple[DifferentDay, ...]:
        """Return the different days by date."""
        return self.model.days

    def show_days(self, days: Sequence[DifferentDay]) -> None:
        """Show these days and an empty line."""
        self.model.show_days(days)
        self.form.set_values({"kind": DayChange.OFF.value})
        self._show_closures(())

    def add(self) -> None:
        """Add the day that is typed; a day that is there already is set anew."""
        found = self._read()
        if found is None:
            return
        others = (one for one in self.model.days if one.falls_on != found.falls_on)
        self.model.show_days((*others, found))
        self.form.set_values({"kind": found.kind.value})
        self.form.focus("falls_on")
        self.changed.emit()

    def remove(self) -> None:
        """Take the chosen days off the list."""
        chosen = {one.falls_on for one in self.view.selected_rows()}
        if chosen:
            self.model.show_days([one for one in self.model.days if one.falls_on not in chosen])
            self.changed.emit()

    def read_file(self, file: str) -> None:
        """Read a list of closures and show what it would close."""
        if self._read_closures is not None and file:
            self._jobs.ask(
                _closures_of, done=self._show_closures, failed=self._refuse, read=self._read_closures, path=Path(file)
            )

    def take_closures(self) -> None:
        """Close the days of the list that is shown."""
        exceptions, _ = close_days(self.model.days, self._entries)
        self.model.show_days(exceptions)
        self._show_closures(())
        self.changed.emit()

    def drop_closures(self) -> None:
        """Leave the list that is shown aside."""
        self._show_closures(())

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.view.setAccessibleName(self.tr("Days that are different"))
        self._preview.setAccessibleName(self.tr("Entries of the list of closures"))
        texts = {
            self.plus: self.tr("Add day"),
            self.minus: self.tr("Remove"),
            self.browse: self.tr("Import closures…"),
            self.take: self.tr("Close these days"),
            self.drop: self.tr("Leave them"),
        }
        for button, text in texts.items():
            button.setText(text)
            button.setAccessibleName(text)
        kinds = wording.labels("day_change", languages.current())
        self.form.set_options("kind", tuple(Option(code, text) for code, text in kinds.items()))
        self._hint.setText(self.tr("They win over the week and over the public holidays."))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.model, self._closures = ExceptionTable(self), ClosureTable(self)
        self.view = TableView(self.model, name="settings.exceptions.list", parent=self)
        self._preview = TableView(self._closures, name="settings.exceptions.closures", parent=self)
        for view in (self.view, self._preview):
            view.setMinimumHeight(theme.of_app().px("row") * _LINES_SHOWN)
        kinds = {"falls_on": "date", "kind": "choice"}
        hours = {"kind": DayChange.HOURS.value}
        fields = [
            Field(name, kinds.get(name, "text"), label, visible_when=hours if name == "hours" else None, max_length=200)
            for name, label in _FIELDS.items()
        ]
        self.form = Form(fields, name="settings.exception", clock=self._clock, columns=4, parent=self)
        self.plus, self.minus, self.browse = QPushButton(self), QPushButton(self), QPushButton(self)
        self.take, self.drop = QPushButton(self), QPushButton(self)
        for button, name, icon in (
            (self.plus, "add", "add"),
            (self.minus, "remove", "delete"),
            (self.browse, "import", "import"),
            (self.take, "take", "check"),
            (self.drop, "drop", "close"),
        ):
            button.setObjectName(f"settings.exceptions.{name}")
            icons.give(button, icon)
        self._hint = QLabel(self)
        self._hint.setProperty("type", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        for widget in (self._hint, self.view, self._preview, self.form):
            column.addWidget(widget, 1 if isinstance(widget, TableView) else 0)
        line = QHBoxLayout()
        column.addLayout(line)
        line.setSpacing(theme.of_app().px("pad"))
        for button in (self.plus, self.minus, self.browse, self.take, self.drop):
            line.addWidget(button)
        line.addStretch(1)
        self._show_closures(())

    def _connect(self) -> None:
        self.plus.clicked.connect(self.add)
        self.minus.clicked.connect(self.remove)
        self.browse.clicked.connect(self._browse)
        self.take.clicked.connect(self.take_closures)
        self.drop.clicked.connect(self.drop_closures)
        self.view.marked.connect(self._follow)

    def _read(self) -> DifferentDay | None:
        values = self.form.values()
        if values["falls_on"] is None:
            self.form.set_error("falls_on", self.tr("This is needed"))
            self.form.focus("falls_on")
            return None
        kind = DayChange(values["kind"] or DayChange.OFF)
        try:
            hours = read_hours(str(values.get("hours", "")), field="hours")
        except FieldWrong as wrong:
            return self._refuse_hours(wording.told(wrong, languages.current()))
        if kind is DayChange.HOURS and not hours:
            return self._refuse_hours(self.tr("This is needed"))
        return DifferentDay(values["falls_on"], kind, hours, str(values["note"]).strip())

    def _refuse_hours(self, text: str) -> None:
        self.form.set_error("hours", text)
        self.form.focus("hours")

    def _browse(self) -> None:
        dialog = QFileDialog(self, self.tr("List of closures"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Calendars (*.ics)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self.read_file)
        dialog.open()

    def _show_closures(self, entries: Sequence[ClosureEntry]) -> None:
        self._entries = tuple(entries)
        _, lines = close_days(self.model.days, self._entries)
        self._closures.show_lines(lines)
        reading = bool(self._entries)
        for widget in (self._preview, self.take, self.drop):
            widget.setVisible(reading)
        for widget in (self.view, self.form, self.plus, self.minus, self.browse):
            widget.setVisible(not reading)
        self.browse.setVisible(not reading and self._read_closures is not None)
        self.take.setEnabled(any(line.added for line in lines))
        self._follow()

    def _follow(self, _count: int = 0) -> None:
        self.minus.setEnabled(bool(self.view.selected_rows()))

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)


def _closures_of(view: View, read: ReadClosures, path: Path) -> tuple[ClosureEntry, ...]:
    """Read a file on a reader thread."""
    return tuple(read(path, view.now.date()))
