"""Until when a script is pinned for everybody, asked in place."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app.ui.kit.line_editors import Clock, DateEditor

_USUAL = timedelta(days=7)


class PinLine(QFrame):
    """``wanted(day)`` on Enter or the button, ``wanted(None)`` to take a pin off, ``left()`` on Esc."""

    wanted = Signal(object)
    left = Signal()

    def __init__(self, name: str, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "card")
        self._title = ""
        self._build(name, clock)
        self._connect()
        self.retranslate()
        self.hide()

    def begin(self, title: str, today: date, until: date | None) -> None:
        """Ask for a script; ``until`` is the day of the pin that it has, None without one."""
        self._title = title
        self.day.set_value(until or today + _USUAL)
        self._off.setVisible(until is not None)
        self.retranslate()
        self.show()
        self.day.setFocus()
        self.day.selectAll()

    def submit(self) -> None:
        """Pin until the day that stands there."""
        day = self.day.value()
        if day is not None:
            self.wanted.emit(day)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._says.setText(self.tr("Pin “{title}” for everybody until").format(title=self._title))
        self.day.setAccessibleName(self.tr("Last day of the pin"))
        self._pin.setText(self.tr("Pin"))
        self._off.setText(self.tr("Take the pin off"))
        for button in (self._pin, self._off):
            button.setAccessibleName(button.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pin with Enter, leave with Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _build(self, name: str, clock: Clock) -> None:
        self._says = QLabel(self)
        self._says.setTextFormat(Qt.TextFormat.PlainText)
        self._says.setWordWrap(True)
        self.day = DateEditor(clock, None, self)
        self.day.setObjectName(f"{name}.day")
        self.day.setMaximumWidth(140)
        self._pin, self._off = QPushButton(self), QPushButton(self)
        for button, part, tone in ((self._pin, "pin", "primary"), (self._off, "off", "")):
            button.setObjectName(f"{name}.{part}")
            button.setProperty("tone", tone)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self._says, 1)
        for widget in (self.day, self._pin, self._off):
            row.addWidget(widget)

    def _connect(self) -> None:
        self._pin.clicked.connect(self.submit)
        self._off.clicked.connect(self._take_off)

    def _take_off(self) -> None:
        self.wanted.emit(None)
