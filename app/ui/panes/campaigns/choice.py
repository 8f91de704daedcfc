"""A small choice above a table: always one of its options, and never changed by the wheel that passes over it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit.cut_choice import CutChoice


class Choice(CutChoice):
    """``decided(key)`` when a person chooses; ``offer`` says nothing."""

    decided = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.activated.connect(self._decide)

    def offer(self, options: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer these options (key, text) and show the chosen one, or the first."""
        self.clear()
        for key, text in options:
            self.addItem(text, key)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.setToolTip(self.currentText())

    def key(self) -> str:
        """Return the key of what is shown, "" for nothing."""
        return str(self.currentData() or "")

    def choose(self, key: str) -> None:
        """Choose an option as a person does."""
        self.setCurrentIndex(max(0, self.findData(key)))
        self._decide()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let what lies below scroll."""
        event.ignore()

    def _decide(self) -> None:
        self.setToolTip(self.currentText())
        self.decided.emit(self.key())
