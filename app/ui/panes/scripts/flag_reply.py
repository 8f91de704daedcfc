"""What is replied to who flagged a script, asked in place when the flag is closed."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.ui.kit.ime_line import ImeLine


class FlagReply(QWidget):
    """``sent(reply)`` with Enter or the button, "" without a reply; Esc leaves the flag open: ``left()``."""

    sent = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line, self._send = ImeLine(self), QPushButton(self)
        self.line.setObjectName("scripts.reply")
        self._send.setObjectName("scripts.reply.send")
        self._send.setProperty("tone", "primary")
        self._send.clicked.connect(self._say)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self._send)
        self.hide()
        self.retranslate()

    def begin(self) -> None:
        """Ask anew."""
        self.line.clear()
        self.show()
        self.line.setFocus()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.line.setPlaceholderText(self.tr("Reply, if you like; Enter closes the flag"))
        self.line.setAccessibleName(self.tr("Reply to who flagged it"))
        self._send.setText(self.tr("Close the flag"))
        self._send.setAccessibleName(self._send.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send with Enter, leave with Esc, unless an input method is composing."""
        if self.line.composing:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._say()
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        self.hide()
        self.sent.emit(self.line.text().strip())
