"""Signs in at a window that is starting, and notices when its intake has been painted and takes keys."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.shell.hands import Hands
from app.ui.shell.window import MainWindow

_LINE = "intake.search"
_STEP_MS = 2
_SETTLED_MS = 3000


class Watcher(QObject):
    """Looks at the window every two milliseconds: signs in once it can, then waits for the intake's first painting."""

    def __init__(self, say: Callable[..., None], password: str) -> None:
        super().__init__()
        self._say = say
        self._password = password
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._look)
        self._signed_at = 0.0
        self._line: QWidget | None = None

    def watch(self, window: MainWindow) -> None:
        """Begin with this window."""
        self._window = window
        self._hands = Hands(window)
        self._timer.start()

    def _look(self) -> None:
        if self._line is not None:
            return
        if self._window.desk is not None and self._hands.shows(_LINE):
            self._line = self._hands.part(_LINE)
            self._line.installEventFilter(self)
            self._line.update()
        elif not self._signed_at and self._hands.shows("sign_in.password") and self._window.seat.house is not None:
            self._sign_in()

    def _sign_in(self) -> None:
        self._signed_at = time.monotonic()
        self._window.reception.sign_in.set_name("")
        self._hands.type("sign_in.name", "wang")
        self._hands.type("sign_in.password", self._password)
        self._hands.press("sign_in.password", Qt.Key.Key_Return)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Say when the line has been painted; memory is said again once the desk has settled."""
        found = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.Paint and self._timer.isActive():
            self._timer.stop()
            self._say(signed_in_s=time.monotonic() - self._signed_at)
            QTimer.singleShot(_SETTLED_MS, self._end)
        return found

    def _end(self) -> None:
        self._say()
        self._window.shut_down()
        QApplication.quit()
