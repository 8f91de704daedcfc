"""A button for what cannot be taken back: the first press asks, the second one within some seconds does it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPushButton, QWidget

_WAIT_MS = 4_000


class PressTwice(QPushButton):
    """Shows `show_texts(asks=…)` after the first press; `confirmed()` after the second. Never a box in the way."""

    confirmed = Signal()

    def __init__(self, name: str, *, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._tone = tone
        self._text = self._asks = ""
        self._asked = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self.calm)
        self.clicked.connect(self._press)
        self._show()

    def show_texts(self, text: str, asks: str) -> None:
        """Set what stands on it, and what it asks after the first press."""
        self._text, self._asks = text, asks
        self._show()

    def room(self) -> int:
        """Return its width in pixels while it asks."""
        width, metrics = self.sizeHint().width(), self.fontMetrics()
        return width + max(0, metrics.horizontalAdvance(self._asks) - metrics.horizontalAdvance(self.text()))

    def calm(self) -> None:
        """Forget the first press."""
        self._asked = False
        self._timer.stop()
        self._show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget the first press when the person goes elsewhere."""
        super().focusOutEvent(event)
        self.calm()

    def _press(self) -> None:
        if self._asked:
            self.calm()
            self.confirmed.emit()
            return
        self._asked = True
        self._timer.start()
        self._show()

    def _show(self) -> None:
        text = self._asks if self._asked else self._text
        tone = "danger" if self._asked else self._tone
        self.setText(text)
        self.setAccessibleName(text)
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)
