"""How a test puts a window up and gives it the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def put_up(qtbot: QtBot, window: QWidget) -> None:
    """Show a window and ask for the keyboard until it has it.

    Asking once is not enough: a window of the test before may close after the question and take the answer along.
    """
    window.show()

    def has_the_keyboard() -> bool:
        window.activateWindow()
        return window.isActiveWindow()

    qtbot.waitUntil(has_the_keyboard)


def tabbed(qtbot: QtBot, first: QWidget, count: int) -> list[str]:
    """Return the object names of what has the keyboard from a widget on, one Tab after the other."""
    window = first.window()
    if not window.isActiveWindow():
        put_up(qtbot, window)
    first.setFocus()
    found: list[str] = []
    for _ in range(count):
        held = window.focusWidget()
        found.append(held.objectName())
        qtbot.keyClick(held, Qt.Key.Key_Tab)
    return found
