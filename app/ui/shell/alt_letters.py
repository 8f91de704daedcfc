"""Keys with Alt are commands: one that no command takes where the person is types no letter into a line."""

import sys

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget


class AltLetters(QObject):
    """Takes the letter off such a key on the window's own surface, where it arrives after every shortcut was asked.

    The key itself goes on, for a list that answers Alt+3. On a Mac that key writes letters of its own (Option+N is ñ).
    """

    def __init__(self, window: QWidget, platform: str = sys.platform) -> None:
        super().__init__(window)
        self._window, self._watching = window, platform == "darwin"

    def watch(self) -> None:
        """Begin, once the window has a surface; without effect after that."""
        handle = None if self._watching else self._window.windowHandle()
        if handle is not None:
            self._watching = True
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Send a key with Alt on without its letter."""
        if event.type() != QEvent.Type.KeyPress:
            return False
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QKeyEvent

        alt = Qt.KeyboardModifier.AltModifier
        held = (alt, alt | Qt.KeyboardModifier.ShiftModifier)
        if not isinstance(event, QKeyEvent) or event.modifiers() not in held or not event.text().isprintable():
            return False
        if not event.text():
            return False
        bare = QKeyEvent(event.type(), event.key(), event.modifiers(), "", event.isAutoRepeat())
        QCoreApplication.sendEvent(watched, bare)
        return True
