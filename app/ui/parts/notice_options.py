"""What can be answered to the question of a notice: texts that wrap, each with its number key."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget


class OptionButton(QPushButton):
    """One answer: `taken(place)`, counted from 0."""

    taken = Signal(int)

    def __init__(self, name: str, place: int, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}.option_{place + 1}")
        self.setAccessibleName(f"{place + 1}. {text}")
        self._place = place
        number, said = QLabel(str(place + 1), self), QLabel(text, self)
        number.setProperty("type", "key")
        said.setWordWrap(True)
        said.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 8, 10, 8)
        row.setSpacing(10)
        row.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(said, 1)
        for label in (number, said):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.clicked.connect(self._take)

    def _take(self) -> None:
        self.taken.emit(self._place)


class NoticeOptions(QWidget):
    """`chosen(place)` when an answer was pressed."""

    chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._buttons: list[OptionButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addStretch(1)

    @property
    def count(self) -> int:
        """How many answers there are."""
        return len(self._buttons)

    def show_options(self, options: Sequence[str]) -> None:
        """Offer other answers."""
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [OptionButton(self._name, place, text, self) for place, text in enumerate(options)]
        for place, button in enumerate(self._buttons):
            button.taken.connect(self.chosen)
            self._column.insertWidget(place, button)
