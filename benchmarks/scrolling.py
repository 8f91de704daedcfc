"""The list of all inquiries scrolled in the window, by the wheel as a person turns it: how long each picture takes.

A picture begins with the turn of the wheel and ends when the window has nothing more to do. Pages come from a reader
thread meanwhile.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from app.services.worklists import Listing
from app.ui.kit import garbage, icons, languages, theme
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.panes.work.pane import WorkPane
from app.ui.shell.main import application
from benchmarks.desk import Desk
from benchmarks.measuring import Figure, percentile

_FRAME_MS, _TURN_MS, _NOTCH = 16.0, 16, 120
_WIDE, _HIGH = 1280, 660


class _Wheel(QObject):
    """Turns a wheel over a list and takes the time of each picture."""

    def __init__(self, view: TableView, turns: int) -> None:
        super().__init__()
        self._view, self._left = view, turns
        self._is_shown = False
        self.took: list[float] = []
        self.loop = QEventLoop()
        self._timer = QTimer(self, interval=_TURN_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._turn)
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._ended)
        self._timer.start()

    def _turn(self) -> None:
        if self._idle.isActive() or self._view.rows.rowCount() == 0:
            return
        if not self._is_shown:  # its first rows have come: nobody turns before they are painted
            self._is_shown = True
            self._view.viewport().repaint()
            return
        self._left -= 1
        if self._left < 0:
            self.loop.quit()
            return
        place = QPointF(self._view.viewport().rect().center())
        turned = QWheelEvent(
            place,
            QPointF(self._view.viewport().mapToGlobal(place.toPoint())),
            QPoint(),
            QPoint(0, -_NOTCH),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        self._begun = time.perf_counter()
        QApplication.sendEvent(self._view.viewport(), turned)
        self._idle.start()

    def _ended(self) -> None:
        """Nothing waits any more: a timer without delay comes after the painting."""
        self._idle.stop()
        self.took.append((time.perf_counter() - self._begun) * 1000)


def figures(desk: Desk, turns: int) -> list[Figure]:
    """Scroll down from the newest of all inquiries."""
    application()
    theme.of_app().apply(mode="light")
    languages.of_app().use("en")
    icons.load()
    garbage.look()  # as the desk does, before a pane is gone to
    jobs = Jobs(desk.office, desk.office.clock.now)
    pane = WorkPane(jobs)
    pane.resize(_WIDE, _HIGH)
    pane.show()
    pane.show_listing(Listing(mine=False, open_only=False))
    wheel = _Wheel(pane.list.view, turns)
    # The one loop of this program: the window is not inside another.
    work: Callable[[], int] = wheel.loop.exec
    work()
    rows = pane.list.model.rowCount()
    jobs.close()
    pane.hide()
    pane.deleteLater()
    QApplication.sendPostedEvents()
    garbage.look_everywhere()
    half, most = (percentile(wheel.took, part) for part in (0.5, 0.99))
    note = f"p50 {half:.1f}, p99 {most:.1f} ms, n {len(wheel.took)}, {rows} rows"
    return [Figure("list scrolled in the window, worst picture", max(wheel.took), "ms", limit=_FRAME_MS, note=note)]
