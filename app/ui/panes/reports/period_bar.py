"""Which page, which period, and whose figures."""

from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from app.models.accounts import Permission, Person
from app.models.periods import Span, Stretch, holding
from app.services import wording
from app.ui.kit import languages, theme
from app.ui.kit.commands import CommandTable
from app.ui.panes.reports import presenting
from app.ui.panes.reports.counting import Counting

PAGES = ("dashboard", "figures", "topics", "documents", "time", "voices", "definitions")


class PeriodBar(QWidget):
    """``changed()`` another period or another's figures, ``paged(page)`` figures or documents."""

    changed = Signal()
    paged = Signal(str)

    def __init__(self, commands: CommandTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stretch: Stretch | None = None
        self.page = "figures"
        self._today: date | None = None
        self._person: Person | None = None
        self._build(commands)
        self._connect()
        self.retranslate()

    @property
    def groups(self) -> dict[str, str]:
        """Whose figures: nobody's own (all), or those of the person at the desk."""
        own = self._own.isChecked() and self._person is not None
        return {"person": self._person.id.hex()} if own and self._person is not None else {}

    @property
    def has_later(self) -> bool:
        """Whether the period shown is over."""
        return bool(self.stretch and self._today and self.stretch.end_on <= self._today)

    def show_for(self, person: Person, today: date) -> None:
        """Begin with the month of today, and with the person's own figures where those come first."""
        self._person, self._today, self.stretch = person, today, holding(Span.MONTH, today)
        self._own.setVisible(person.may(Permission.TAKE_CONTACTS))
        self._own.setChecked(presenting.begins_with_own(person))
        self._buttons["documents"].setVisible(person.may(Permission.SUPERVISE_INQUIRIES))
        self._say()

    def show_today(self, today: date) -> None:
        """Know that another day has begun: there may be a period after the one that is shown."""
        self._today = today
        self._say()

    def go(self, count: int) -> None:
        """Go so many periods on (negative: back)."""
        if self.stretch is not None and (count < 0 or self.has_later):
            self.stretch = self.stretch.former(-count)
            self._say()
            self.changed.emit()

    def choose_span(self, span: str) -> None:
        """Show periods of another length: the one that the last day shown, or today, lies in."""
        self._span.setCurrentIndex(max(0, self._span.findData(span)))

    def show_rows(self, stretch: Stretch, *, own: bool) -> None:
        """Go to the figures of a period, to one's own or to those of all."""
        for widget in (self._span, self._own):
            widget.blockSignals(True)
        self.stretch = stretch
        self._span.setCurrentIndex(presenting.SPANS.index(stretch.span))
        self._own.setChecked(own)
        for widget in (self._span, self._own):
            widget.blockSignals(False)
        self._say()
        self.show_page("figures")

    def show_page(self, page: str) -> None:
        """Go to a page."""
        self._buttons[page].click()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        names = {
            "dashboard": self.tr("Dashboard"), "figures": self.tr("Figures"), "topics": self.tr("Topics"),
            "documents": self.tr("Documents"), "time": self.tr("Time"), "voices": self.tr("Voices"),
            "definitions": self.tr("KPIs"),
        }  # fmt: skip
        for name, text in names.items():
            self._buttons[name].setText(text)
            self._buttons[name].setAccessibleName(text)
        for place, span in enumerate(presenting.SPANS):
            self._span.setItemText(place, wording.label("span", span.value, languages.current()))
        self._span.setAccessibleName(self.tr("Length of the period"))
        self._own.setText(self.tr("Only mine"))
        self._own.setAccessibleName(self._own.text())
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self, commands: CommandTable) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.of_app().px("pad"))
        self._buttons = {name: QPushButton(self) for name in PAGES}
        for name, button in self._buttons.items():
            button.setObjectName(f"reports.page.{name}")
            button.setCheckable(True)
            button.setChecked(name == self.page)
            row.addWidget(button)
        row.addSpacing(theme.of_app().px("gap"))
        self._span = QComboBox(self)
        self._span.setObjectName("reports.span")
        for span in presenting.SPANS:
            self._span.addItem("", span.value)
        self._span.setCurrentIndex(1)
        row.addWidget(self._span)
        row.addWidget(commands.button("reports.former", self, words=False))
        self._period = QLabel(self)
        self._period.setProperty("type", "section")
        row.addWidget(self._period)
        row.addWidget(commands.button("reports.later", self, words=False))
        self._own = QPushButton(self)
        self._own.setObjectName("reports.own")
        self._own.setCheckable(True)
        row.addWidget(self._own)
        row.addStretch(1)
        self.counting = Counting(self)
        row.addWidget(self.counting)
        row.addWidget(commands.button("reports.reload", self))

    def _connect(self) -> None:
        for button in self._buttons.values():
            button.clicked.connect(self._page)
        self._span.currentIndexChanged.connect(self._change_span)
        self._own.toggled.connect(self._change)

    def _page(self) -> None:
        self.page = next((name for name, button in self._buttons.items() if button is self.sender()), self.page)
        for name, button in self._buttons.items():
            button.setChecked(name == self.page)
        takes_calls = self._person is not None and self._person.may(Permission.TAKE_CONTACTS)
        self._own.setVisible(takes_calls and self.page == "figures")
        self.paged.emit(self.page)

    def _change_span(self, _place: int) -> None:
        if self.stretch is None or self._today is None:
            return
        span = presenting.SPANS[self._span.currentIndex()]
        self.stretch = holding(span, min(self.stretch.last_on, self._today))
        self._say()
        self.changed.emit()

    def _change(self, _checked: bool) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        self._period.setText(str(self.stretch) if self.stretch else "")
