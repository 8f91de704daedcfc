"""Notices that nobody has touched the window for a while."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """`idle()` once, after the seconds of `watch` without a touch. Watches what reaches the window's own surface: a
    filter on the application would run Python code for every event there is.
    """

    idle = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)
        self._filtering = False

    @property
    def watching(self) -> bool:
        """Whether the time runs."""
        return self._timer.isActive()

    def watch(self, seconds: int) -> None:
        """Begin anew with this many seconds; 0 never."""
        if not self._filtering:
            self._begin_to_look()
        self._timer.stop()
        self._timer.setInterval(seconds * 1000)
        if seconds > 0:
            self._timer.start()

    def _begin_to_look(self) -> None:
        # Named here: `Qt` and the window's surface load 124 enumerations, which no sign-in page waits for.
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QGuiApplication

        handle = self._window.windowHandle()
        if handle is None:  # pyright: ignore[reportUnnecessaryComparison]
            return
        self._filtering = True
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        handle.installEventFilter(self)
        # Keys of an input method never reach the window; the cursor that moves in the text does.
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self.touch)

    def rest(self) -> None:
        """Stop: nobody is signed in, or the window is locked."""
        self._timer.stop()

    def touch(self) -> None:
        """Begin the time anew."""
        if self._timer.isActive():
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice keys, pointer and wheel."""
        if event.type() in _TOUCHES:
            self.touch()
        return False
