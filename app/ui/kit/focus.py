"""Where the keyboard goes when the widget that had it leaves the screen."""

from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication, QWidget


@contextmanager
def handed_on(leaving: QWidget, heir: QWidget) -> Generator[None]:
    """Give the keyboard to ``heir`` if it is in what leaves the screen meanwhile.

    Left to itself Qt gives it to some widget of another pane, and the next key does something else.
    """
    holder = QApplication.focusWidget()
    held = holder is not None and leaving.isAncestorOf(holder)
    yield
    if held:
        heir.setFocus()
