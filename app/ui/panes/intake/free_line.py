"""A line of free text with suggestions: what is typed stays, whether it is in the list or not."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit.type_ahead import Suggest, TypeAhead


class FreeLine(TypeAhead):
    """The value is the text. `edited(object)` after a person's change, by typing or by taking a suggestion."""

    edited = Signal(object)

    def __init__(self, name: str, suggest: Suggest, parent: QWidget | None = None) -> None:
        super().__init__(name, suggest, parent)
        self.textEdited.connect(self._say_edited)
        self.chosen.connect(self._say_edited)

    def value(self) -> str:
        """Return the text."""
        return self.text()

    def set_value(self, value: object) -> None:
        """Show a text without a signal."""
        self.show_key("", "" if value is None else str(value))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was typed."""
        self.show_key(self.text(), self.text())
        super().focusOutEvent(event)

    def _say_edited(self) -> None:
        self.edited.emit(self.text())
