"""How a test puts a window up and gives it the keyboard."""

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
