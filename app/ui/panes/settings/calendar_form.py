"""Asks about one calendar: its name and zone, whose holidays it keeps, the hours of the week, and different days."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.models.calendars import WEEK, Calendar, HolidayRule, Hours
from app.models.errors import FieldWrong
from app.models.opening_hours import read_hours, shown_hours
from app.services import wording
from app.ui.kit import languages, theme
from app.ui.kit.cards import Card, SectionHeader
from app.ui.kit.fields import Field
from app.ui.kit.forms import Form
from app.ui.kit.jobs import Jobs
from app.ui.kit.labels import KeyHint
from app.ui.kit.type_ahead import Suggestion
from app.ui.panes.settings.exception_list import ExceptionList, ReadClosures
from app.ui.panes.settings.holiday_places import HolidayPlaces

_LABELS = {
    "name": QT_TRANSLATE_NOOP("forms", "Name of the calendar"),
    "time_zone": QT_TRANSLATE_NOOP("forms", "Time zone"),
    "country": QT_TRANSLATE_NOOP("forms", "Public holidays of"),
    "subdivision": QT_TRANSLATE_NOOP("forms", "State or province"),
}
_DAYS = {
    "mon": QT_TRANSLATE_NOOP("forms", "Monday"),
    "tue": QT_TRANSLATE_NOOP("forms", "Tuesday"),
    "wed": QT_TRANSLATE_NOOP("forms", "Wednesday"),
    "thu": QT_TRANSLATE_NOOP("forms", "Thursday"),
    "fri": QT_TRANSLATE_NOOP("forms", "Friday"),
    "sat": QT_TRANSLATE_NOOP("forms", "Saturday"),
    "sun": QT_TRANSLATE_NOOP("forms", "Sunday"),
}
_HOURS = QT_TRANSLATE_NOOP("forms", "Such as 08:30–12:00, 13:00–17:00; empty: closed")
_NO_HOLIDAYS = QT_TRANSLATE_NOOP("forms", "Empty: none are kept")
#: Where the field of an error stands in the form.
_PLACES = {"week": "mon", "holidays": "country", **{f"week.{day}": day for day in WEEK}}


class CalendarForm(Card):
    """``accepted(calendar, is_new)`` on Save or Ctrl+Enter, ``left()`` on Cancel, ``refused(error)``."""

    accepted = Signal(object, bool)
    left = Signal()
    refused = Signal(object)

    def __init__(
        self, jobs: Jobs, read_closures: ReadClosures | None, clock: Callable[[], datetime], parent: QWidget
    ) -> None:
        super().__init__("", parent)
        self.setObjectName("settings.calendar_form")
        self.asking = self._new = False
        self._title = ""
        self._zones: tuple[str, ...] = ()
        self.places = HolidayPlaces(jobs, self)
        self._build(jobs, read_closures, clock)
        self._connect()
        self.retranslate()

    def show_zones(self, zones: Sequence[str]) -> None:
        """Offer these time zones."""
        self._zones = tuple(zones)

    def ask(self, calendar: Calendar, *, new: bool) -> None:
        """Ask about a calendar; with ``new`` about one that begins as this one."""
        self.asking, self._new, self._title = True, new, calendar.name
        rule = calendar.holidays
        self.places.begin(rule.country if rule else "")
        values: dict[str, Any] = {
            "name": "" if new else calendar.name,
            "time_zone": Suggestion(calendar.time_zone, calendar.time_zone),
            "country": self.places.country(rule.country if rule else ""),
            "subdivision": self.places.subdivision(rule.subdivision or "" if rule else ""),
        }
        self.form.set_values(values)
        self.week.set_values({day: shown_hours(hours) for day, hours in zip(WEEK, calendar.week, strict=True)})
        self.form.editor("name").setEnabled(new)
        self.exceptions.show_days(calendar.exceptions)
        self.save.setEnabled(True)
        self._retitle()
        self.form.focus("name") if new else self.week.focus("mon")

    def close_form(self) -> None:
        """Take the question away."""
        self.asking = False

    def submit(self) -> None:
        """Hand the calendar over if everything in it can be read."""
        if not self.save.isEnabled():
            return
        missing = [*self.form.problems(), *self.form.missing()]
        for name in self.form.missing():
            self.form.set_error(name, self.tr("This is needed"))
        wrong = [day for day in WEEK if self._hours(day) is None]
        if missing:
            self.form.focus(missing[0])
        elif wrong:
            self.week.focus(wrong[0])
        else:
            self.save.setEnabled(False)
            self.accepted.emit(self._calendar(), self._new)

    def refuse(self, error: FieldWrong) -> bool:
        """Show what the service found wrong beside its field; False where there is no such field."""
        self.save.setEnabled(True)
        field = str(error.facts.get("field", ""))
        name = _PLACES.get(field, field)
        form = self.week if name in WEEK else self.form
        if name not in form.names():
            return False
        form.set_error(name, wording.told(error, languages.current()))
        form.focus(name)
        return True

    def release(self) -> None:
        """Let Save be pressed again."""
        self.save.setEnabled(True)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.save.setText(self.tr("Save"))
        self.cancel.setText(self.tr("Cancel"))
        for button in (self.save, self.cancel):
            button.setAccessibleName(button.text())
        self._week_title.set_title(self.tr("Working time of the week"))
        self._days_title.set_title(self.tr("Days that are different"))
        self._retitle()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _retitle(self) -> None:
        name = wording.label("calendar", self._title, languages.current())
        new, edited = self.tr("New calendar"), self.tr("Edit the calendar {name}").format(name=name)
        self.set_title(new if self._new else edited)

    def _build(self, jobs: Jobs, read_closures: ReadClosures | None, clock: Callable[[], datetime]) -> None:
        fields = (
            Field("name", "text", _LABELS["name"], required=True, max_length=80),
            Field("time_zone", "category", _LABELS["time_zone"], required=True, suggest=self._suggest_zones),
            Field("country", "category", _LABELS["country"], help=_NO_HOLIDAYS, suggest=self.places.countries),
            Field("subdivision", "category", _LABELS["subdivision"], suggest=self.places.subdivisions),
        )
        self.form = Form(fields, name="settings.calendar", clock=clock, columns=2, parent=self)
        days = [Field(day, "text", label, help=_HOURS if day == "mon" else "") for day, label in _DAYS.items()]
        across = 3 if theme.of_app().scale <= 1 else 2
        self.week = Form(days, name="settings.calendar.week", clock=clock, columns=across, parent=self)
        self._week_title, self._days_title = SectionHeader("", self), SectionHeader("", self)
        self.exceptions = ExceptionList(jobs, read_closures, clock, self)
        self.save, self.cancel = QPushButton(self), QPushButton(self)
        for button, name, tone in ((self.save, "save", "primary"), (self.cancel, "cancel", "quiet")):
            button.setObjectName(f"settings.calendar.{name}")
            button.setProperty("tone", tone)
        for widget in (self.form, self._week_title, self.week, self._days_title, self.exceptions):
            self.body.addWidget(widget, 1 if widget is self.exceptions else 0)
        line = QHBoxLayout()
        self.body.addLayout(line)
        line.setSpacing(theme.of_app().px("pad"))
        for widget in (self.save, KeyHint("Ctrl+Return", self)):
            line.addWidget(widget)
        line.addStretch(1)
        for widget in (self.cancel, KeyHint("Esc", self)):
            line.addWidget(widget)

    def _connect(self) -> None:
        self.save.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.left)
        self.form.changed.connect(self._follow)
        self.week.changed.connect(self._check)
        self.places.loaded.connect(self._name_subdivision)
        self.exceptions.refused.connect(self.refused)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(shortcut.context().WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.submit)

    def _follow(self, name: str, value: object) -> None:
        if name == "country":
            self.form.set_values({"subdivision": None}, clear=False)
            self.places.begin(str(value or ""))

    def _name_subdivision(self) -> None:
        code = str(self.form.value("subdivision"))
        self.form.set_values({"subdivision": self.places.subdivision(code)}, clear=False)

    def _check(self, name: str, _value: object) -> None:
        self._hours(name)

    def _hours(self, day: str) -> Hours | None:
        """Return the hours of a day; None and a sentence beside the line where they cannot be."""
        try:
            found = read_hours(str(self.week.value(day)), field=f"week.{day}")
        except FieldWrong as wrong:
            self.week.set_error(day, wording.told(wrong, languages.current()))
            return None
        self.week.set_error(day, "")
        return found

    def _calendar(self) -> Calendar:
        values = self.form.values()
        country, subdivision = str(values["country"]), str(values["subdivision"])
        rule = HolidayRule(country, subdivision or None) if country else None
        week = tuple(self._hours(day) or () for day in WEEK)
        return Calendar(str(values["name"]).strip(), str(values["time_zone"]), week, rule, self.exceptions.days())

    def _suggest_zones(self, text: str) -> Sequence[Suggestion]:
        typed = text.strip().lower().replace(" ", "_")
        return [Suggestion(zone, zone) for zone in self._zones if typed in zone.lower()]
