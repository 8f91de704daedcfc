"""Starts the window. What it cannot open itself comes as ``Doors``; the command line and tests hand them in."""

import signal
import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.ui.kit import theme
from app.ui.shell.doors import Doors, StartChoice
from app.ui.shell.window import MainWindow

#: Python hears of a signal only when it runs, and a page before the desk may rest for hours.
_BEAT_MS = 500


def application() -> QApplication:
    """Return the one application, made on first use with its names."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    QCoreApplication.setOrganizationName("OneWindow")
    QCoreApplication.setApplicationName("OneWindow")
    QGuiApplication.setDesktopFileName("onewindow")
    made = QApplication([*sys.argv[:1], "-style", theme.FUSION])
    made.setProperty(theme.FUSION, True)
    return made


def run(doors: Doors, choice: StartChoice | None = None, *, shown: Callable[[MainWindow], None] | None = None) -> int:
    """Open the window and work until it is closed; return the exit code. ``shown`` is called when it is up.

    A computer that shuts down ends it by SIGTERM: it saves, says that its person is gone, and closes.
    """
    app = application()
    # The window says itself when it is over: only then everything is saved.
    app.setQuitOnLastWindowClosed(False)
    window = MainWindow(doors, choice)
    loop = QEventLoop()
    window.ended.connect(loop.quit)
    window.show()
    window.begin()
    hook, sys.excepthook = sys.excepthook, window.on_uncaught

    def end(*_told: object) -> None:
        QTimer.singleShot(0, window.shut_down)  # whatever runs now is ended first

    former = signal.signal(signal.SIGTERM, end)
    beat = QTimer(window, interval=_BEAT_MS)
    beat.timeout.connect(_hear)
    beat.start()
    # The one loop of the program; nothing inside the window ever waits in another one.
    try:
        if shown is not None:
            shown(window)
        return loop.exec()
    finally:
        beat.stop()
        sys.excepthook = hook
        signal.signal(signal.SIGTERM, former)


def _hear() -> None:
    """Do nothing: running is what lets Python hear of a signal."""
