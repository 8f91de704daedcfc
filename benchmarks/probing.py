"""Signs in at a window that is starting, key by key as a person would, and notices when pages have been painted."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from app.ui.shell.window import MainWindow

#: Between two keys of the password: a quick typist, some 100 words a minute.
KEY_MS = 120
_NAME = "wang"
_STEP_MS = 2
_SETTLED_MS = 4000


class Watcher(QObject):
    """Says three things: when the sign-in page could be typed into, when the intake could, and what memory is left."""

    def __init__(
        self, say: Callable[..., None], *, since_start: Callable[[], float], cpu: Callable[[], float], password: str
    ) -> None:
        super().__init__()
        self._say, self._since_start, self._cpu = say, since_start, cpu
        self._password = password
        self._typed = 0
        self._signing_s = self._signing_cpu_s = self._entered_s = self._entered_cpu_s = self._late_s = 0.0
        self._due_s = 0.0
        self._line: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    def watch(self, window: "MainWindow") -> None:
        """Begin with this window."""
        self._window = window
        self._timer.start(_STEP_MS)

    def _look(self) -> None:
        """Wait for the sign-in page: the window may show another one while a new demo is being filled."""
        if self._window.reception.page == "sign_in":
            self._await_paint("sign_in.password")

    def _await_paint(self, name: str) -> None:
        self._timer.stop()
        self._line = next(one for one in self._window.findChildren(QWidget, name) if one.isVisible())
        self._line.installEventFilter(self)
        self._line.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Go on once the line that is waited for has been painted."""
        found = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.Paint and self._line is not None:
            self._line.removeEventFilter(self)
            self._line = None
            QTimer.singleShot(0, self._usable if self._entered_s else self._begin)
        return found

    def _begin(self) -> None:
        self._signing_s, self._signing_cpu_s = self._since_start(), self._cpu()
        # What the window does not need for its first picture is not measured with it.
        from PySide6.QtCore import Qt

        from app.ui.shell.hands import Hands

        self._hands = Hands(self._window)
        self._hands.empty("sign_in.name")
        self._hands.type("sign_in.name", _NAME)
        self._window.seated.connect(self._seated)
        self._timer.timeout.disconnect(self._look)
        self._timer.timeout.connect(self._strike)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.start(KEY_MS)
        self._due_s = time.monotonic() + KEY_MS / 1000

    def _strike(self) -> None:
        """Press the next key of the password, Enter after the last; a key that comes late was held up by the window."""
        now = time.monotonic()
        self._late_s = max(self._late_s, now - self._due_s)
        self._due_s = now + KEY_MS / 1000
        if self._typed < len(self._password):
            self._hands.type("sign_in.password", self._password[self._typed])
            self._typed += 1
            return
        from PySide6.QtCore import Qt

        self._timer.stop()
        self._entered_s, self._entered_cpu_s = self._since_start(), self._cpu()
        self._hands.press("sign_in.password", Qt.Key.Key_Return)

    def _seated(self) -> None:
        self._await_paint("intake.number")

    def _usable(self) -> None:
        self._say(
            signing_s=self._signing_s,
            entering_s=self._since_start() - self._entered_s,
            typing_s=self._entered_s - self._signing_s,
            late_s=self._late_s,
            signing_cpu_s=self._signing_cpu_s,
            typing_cpu_s=self._entered_cpu_s - self._signing_cpu_s,
            entering_cpu_s=self._cpu() - self._entered_cpu_s,
        )
        QTimer.singleShot(_SETTLED_MS, self._end)

    def _end(self) -> None:
        self._say()
        start = time.monotonic()
        self._window.ask(self._check)
        self._say(argon2_s=time.monotonic() - start)
        self._window.shut_down()

    def _check(self, view: object) -> None:
        from app.services import accounts

        accounts.sign_in(view, _NAME, self._password)  # type: ignore[arg-type]
