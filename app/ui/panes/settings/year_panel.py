"""A calendar over a year: the year to look at, what is counted in it, the months, and the current day in words."""

from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.services import wording
from app.services.calendars import Day, Year
from app.ui.kit import icons, languages, theme
from app.ui.kit.labels import Chip, ElidedLabel
from app.ui.panes.settings.year_view import YearView

FIRST_YEAR, LAST_YEAR = 1971, 9989


class YearPanel(QWidget):
    """``wanted(year)`` when a person goes to another year."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings.year_panel")
        self._year: Year | None = None
        self._saved = ""
        self._build()
        self._connect()
        self.retranslate()

    def show_year(self, year: Year, today: date) -> None:
        """Show a year."""
        self._year = year
        self.months.show_year(year, today)
        self._say()

    def show_saved(self, text: str) -> None:
        """Say which version of the calendar this is."""
        self._saved = text
        self._say_below()

    def go_back(self) -> None:
        """Ask for the year before."""
        self._go(-1)

    def go_on(self) -> None:
        """Ask for the next year."""
        self._go(1)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        for button, text in ((self._before, self.tr("Year before")), (self._after, self.tr("Next year"))):
            button.setAccessibleName(text)
            button.setToolTip(text)
        language = languages.current()
        for kind, chip in self._legend.items():
            chip.show_text(wording.label("day_kind", kind, language), str(chip.property("tone")))
        self._say_below()
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._before, self._after = QToolButton(self), QToolButton(self)
        for button, name, icon in ((self._before, "before", "left"), (self._after, "after", "right")):
            button.setObjectName(f"settings.year.{name}")
            icons.give(button, icon)
        self._number, self._count = QLabel(self), QLabel(self)
        self._number.setProperty("type", "section")
        self._estimated = Chip("", "warning", self)
        self._legend = {
            kind: Chip("", tone, self)
            for kind, tone in (("holiday", "danger"), ("make_up", "accent"), ("exception", "warning"))
        }
        self.months = YearView(self)
        self._words = ElidedLabel("", self)
        self._below = ElidedLabel("", self)
        self._below.setProperty("type", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        top = QHBoxLayout()
        column.addLayout(top)
        top.setSpacing(theme.of_app().px("pad"))
        for widget in (self._before, self._number, self._after, self._count, self._estimated):
            top.addWidget(widget)
        top.addStretch(1)
        for chip in self._legend.values():
            top.addWidget(chip)
        column.addWidget(self.months, 1)
        for label in (self._words, self._below):
            column.addWidget(label)

    def _connect(self) -> None:
        self._before.clicked.connect(self.go_back)
        self._after.clicked.connect(self.go_on)
        self.months.moved.connect(self._tell)

    def _go(self, step: int) -> None:
        if self._year is not None and FIRST_YEAR <= self._year.year + step <= LAST_YEAR:
            self.wanted.emit(self._year.year + step)

    def _tell(self, day: Day) -> None:
        self._words.setText(self.months.words(day))

    def _say_below(self) -> None:
        keys = self.tr("Arrow keys go from day to day, N and P to the next and previous different day.")
        self._below.setText(wording.sentences((self._saved, keys), languages.current()))

    def _say(self) -> None:
        if self._year is None:
            return
        self._number.setText(str(self._year.year))
        self._count.setText(self.tr("%n working day(s)", "", self._year.working_days))
        self._estimated.show_text(self.tr("Estimated"), "warning")
        self._estimated.setVisible(self._year.estimated)
        self._estimated.setToolTip(
            self.tr("The official schedule of this year is not published yet: moved and make-up days are missing.")
        )
        if (day := self.months.day()) is not None:
            self._tell(day)
