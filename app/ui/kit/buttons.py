"""A push button that follows an action: its text, tip, state and, in a color that fits its tone, its icon."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.kit import icons

TONES = ("", "primary", "danger", "quiet", "link")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ICON_COLORS = {"": "text", "primary": "on_accent", "danger": "danger", "quiet": "muted", "link": "accent"}


class ActionButton(QPushButton):
    """Starts `action` when pressed; `icon` is a name of icons.json. Raises ValueError for another tone.

    Without `words` it shows its icon only; what it does stands in its tip and in its accessible name.
    """

    def __init__(
        self, action: QAction, *, icon: str = "", tone: str = "", words: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        if tone not in TONES:
            raise ValueError(tone)
        self._action = action
        self.setProperty("tone", tone)
        self.setObjectName(f"{action.objectName()}.button")
        if icon:
            icons.give(self, icon, _ICON_COLORS[tone])
        self._follow()
        action.changed.connect(self._follow)
        self.clicked.connect(action.trigger)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as Space does."""
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.click()
        else:
            super().keyPressEvent(event)

    def _follow(self) -> None:
        if self._words:
            self.setText(self._action.text())
        self.setToolTip(self._action.toolTip())
        self.setAccessibleName(self._action.text())
        self.setEnabled(self._action.isEnabled())
