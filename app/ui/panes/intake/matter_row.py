"""One open thing of a caller on a small card: what, how it stands, by when, and what can be done with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.kit.labels import Chip, ElidedLabel
from app.ui.panes.intake.presenting import Mark


class MatterRow(QFrame):
    """A title with a chip, a text under it, a quiet line with its time, and buttons made by `add_button`."""

    def __init__(self, key: bytes, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setProperty("role", "card")
        self.setObjectName(f"intake.matter.{key.hex()}")
        self._title = ElidedLabel(title, self)
        self._title.setProperty("type", "label")
        self._chip = Chip("", "", self)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._time = QLabel(self)
        self._time.setProperty("type", "hint")
        self._buttons = QWidget(self)
        self._flow = QHBoxLayout(self._buttons)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._flow.setSpacing(4)
        self._flow.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        head = QHBoxLayout()
        column.addLayout(head)
        head.addWidget(self._title, 1)
        head.addWidget(self._chip)
        column.addWidget(self._text)
        foot = QHBoxLayout()
        column.addLayout(foot)
        foot.addWidget(self._time, 1)
        foot.addWidget(self._buttons, 2)
        for widget in (self._text, self._time, self._buttons):
            widget.hide()
        self._chip.hide()

    def show_chip(self, mark: Mark) -> None:
        """Show how it stands."""
        self._chip.show_text(mark.text, mark.tone)
        self._chip.show()

    def show_text(self, text: str, time: str = "") -> None:
        """Show what it is about, at most some two lines, and when."""
        text = " ".join(text.split())
        self._text.setText(text if len(text) <= 120 else f"{text[:119]}…")
        self._text.setToolTip(text if len(text) > 120 else "")
        self._text.setVisible(bool(text))
        self._time.setText(time)
        self._time.setVisible(bool(time))

    def add_button(self, name: str, text: str, accessible: str) -> QPushButton:
        """Add a button with a name for a screen reader that says what it is for."""
        button = QPushButton(text, self._buttons)
        button.setObjectName(f"{self.objectName()}.{name}")
        button.setAccessibleName(accessible)
        button.setProperty("tone", "tag")
        self._flow.addWidget(button)
        button.show()
        self._buttons.show()
        return button
