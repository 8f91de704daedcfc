"""Hands for the tour: types into the real widgets and gives real commands, key by key, as a person would."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import Qt


class Hands:
    """Works on one window. A part is named by its object name; of several the one that shows is meant."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def part(self, name: str) -> QWidget:
        """Return a part of the window that shows. Raises KeyError where there is none."""
        for one in self._window.findChildren(QWidget, name):
            if one.isVisible():
                return one
        raise KeyError(name)

    def shows(self, name: str) -> bool:
        """Whether a part of this name is on the screen."""
        return any(one.isVisible() for one in self._window.findChildren(QWidget, name))

    def type(self, name: str, text: str) -> None:
        """Type a text into a part."""
        from PySide6.QtCore import Qt  # 120 enumerations: hands that only watch do not load them

        part = self.part(name)
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        for letter in text:
            _strike(part, 0, letter)

    def empty(self, name: str) -> None:
        """Take away what stands in a line, as one who marks it all and types over it."""
        part = self.part(name)
        if isinstance(part, QLineEdit):
            part.clear()

    def press(self, name: str, *keys: "Qt.Key") -> None:
        """Press keys in a part."""
        part = self.part(name)
        for key in keys:
            _strike(part, key, "")


def _strike(part: QWidget, key: int, text: str) -> None:
    from PySide6.QtCore import Qt

    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(part, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
