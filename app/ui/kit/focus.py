"""Where the keyboard goes when the widget that had it leaves the screen."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from itertools import pairwise

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.kit.bound_methods import alive


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


def in_order(*parts: QWidget) -> None:
    """Let Tab go from part to part, and within each as it was made; for a form that is made after what follows it."""
    stops = [one for part in parts for one in (part, *part.findChildren(QWidget)) if _is_stop(one, part.window())]
    for former, later in pairwise(stops):
        QWidget.setTabOrder(former, later)


def _is_stop(one: QWidget, window: QWidget) -> bool:
    taken = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) and one.focusProxy() is None
    return taken and one.window() is window


class KeyboardHome(QObject):
    """Calls ``home()`` when the keyboard leaves a pane because the widget that had it was disabled or hidden.

    Whoever goes elsewhere by Tab, by a key or by the mouse goes there.
    """

    def __init__(self, pane: QWidget, home: Callable[[], None]) -> None:
        super().__init__(pane)
        self._pane, self._home = pane, home
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, former: QWidget | None, now: QWidget | None) -> None:
        if former is None or not alive(self._pane) or not self._pane.isVisible() or not self._pane.isAncestorOf(former):
            return
        left_behind = former.isEnabled() and former.isVisible()
        if not left_behind and (now is None or not self._pane.isAncestorOf(now)):
            self._home()
