"""When a script that is still right is looked at again, asked in place."""

from datetime import date, datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.kit.line_editors import DateEditor


class ReviewLine(QFrame):
    """``sent(day)`` with Enter or the button, ``left()`` with Esc."""

    sent = Signal(object)
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "card")
        self._at: datetime | None = None
        self._says = QLabel(self)
        self.day = DateEditor(self._now, None, self)
        self.day.setObjectName(f"{name}.day")
        self._send = QPushButton(self)
        self._send.setObjectName(f"{name}.send")
        self._send.setProperty("tone", "primary")
        self._send.clicked.connect(self.submit)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.addWidget(self._says)
        column.addLayout(row)
        row.addWidget(self.day, 1)
        row.addWidget(self._send)
        self.retranslate()
        self.hide()

    def begin(self, now: datetime, next_on: date) -> None:
        """Ask; ``now`` is the time at the center, ``next_on`` the usual day."""
        self._at = now
        self.day.set_value(next_on)
        self.show()
        self.day.setFocus()
        self.day.selectAll()

    def submit(self) -> None:
        """Take the day that stands there."""
        day = self.day.value()
        if day is not None:
            self.hide()
            self.sent.emit(day)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._says.setText(self.tr("Next review on"))
        self.day.setPlaceholderText(self.tr("+90, 2027-03-01"))
        self.day.setAccessibleName(self._says.text())
        self._send.setText(self.tr("Still right"))
        self._send.setAccessibleName(self._send.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send with Enter, leave with Esc, unless an input method is composing."""
        if self.day.composing:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _now(self) -> datetime:
        if self._at is None:
            raise RuntimeError("nothing is asked yet")
        return self._at
