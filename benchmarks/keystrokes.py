"""Key to painted answers: the real intake over 10,000 scripts, from the press of a key to the painting of the list.

Beside it the longest stretch in which the window did nothing else between two of its own ticks while somebody types.
"""

import os
import time
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.services.script_search import ScriptSearch
from app.ui.kit import garbage, icons, languages, theme
from app.ui.kit.jobs import Jobs
from app.ui.panes.intake.pane import IntakePane
from app.ui.shell.hands import Hands
from app.ui.shell.main import application
from benchmarks.desk import Desk
from benchmarks.measuring import Figure, percentile
from benchmarks.script_libraries import generated

_SCRIPTS, _FRAME_MS, _SENTENCE_MS, _KEY_MS, _PATIENCE_MS = 10_000, 16.0, 50.0, 60, 2000
#: What people type to find an answer, then what some type: whole sentences.
_SHORT = (
    "九价",
    "jiujia",
    "医保报销",
    "hepatitis",
    "yibaobx",
    "flu shots",
    "退押金",
    "doctor lic",
    "核酸多久",
    "fyrmz",
)
_LONG = ("孩子打完疫苗发烧怎么办要不要去医院", "what does my mother need to bring to the fever clinic")


class _Library(ScriptSearch):
    """The library of the desk with a generated index in place of its own."""

    def __init__(self) -> None:
        super().__init__()
        self._index.put(generated(_SCRIPTS).entries)


class _Typist(QObject):
    """Types texts key by key, the next one a while after the answers to the last were painted."""

    def __init__(self, pane: IntakePane, texts: Sequence[str]) -> None:
        super().__init__()
        # Near the line: looking for it in the whole window takes a millisecond that no key of a person takes.
        line: Any = pane.front.findChild(QWidget, "intake.search")
        self._pane, self._hands = pane, Hands(line.parentWidget())
        line.setFocus()  # as F3 does, a while before the first letter
        self._left = [letter for text in texts for letter in ("", *text)]
        self._pressed = self._begun = 0.0
        self.took: list[float] = []
        self.cpu: list[float] = []
        self.missed = 0
        self.loop = QEventLoop()
        self._key, self._late = QTimer(self, interval=_KEY_MS), QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._key.timeout.connect(self._strike)
        self._late.timeout.connect(self._give_up)
        self._list: Any = pane.front.findChild(QWidget, "intake.results")
        self._list.viewport().installEventFilter(self)
        self._column: Any = pane.front.say
        self._shown = 0
        # Rows are kept from key to key: a new answer inserts some, changes some or takes some away.
        for told in ("rowsInserted", "rowsRemoved", "dataChanged"):
            getattr(self._list.model(), told).connect(self._noted)
        self._key.start()

    def _noted(self) -> None:
        self._shown += 1

    def _strike(self) -> None:
        self._key.stop()
        if not self._left:
            self.loop.quit()
            return
        letter = self._left.pop(0)
        if not letter:
            self._hands.empty("intake.search")
            self._key.start()
            return
        if letter == " ":  # nothing else is asked, so nothing is painted anew
            self._hands.type("intake.search", letter)
            self._key.start()
            return
        self._shown, self._pressed, self._begun = 0, time.perf_counter(), time.thread_time()
        self._late.start()
        self._hands.type("intake.search", letter)

    def _give_up(self) -> None:
        """Go on, and count it: a key without a painted list failed."""
        self.missed += 1
        self.took.append(float(_PATIENCE_MS))
        self._pressed = 0.0
        self._key.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the time once the list with the new answers has been painted."""
        if event.type() == QEvent.Type.Paint and self._pressed and self._shown:
            QTimer.singleShot(0, self._painted)
        return False

    def _painted(self) -> None:
        if self._pressed:
            self.took.append((time.perf_counter() - self._pressed) * 1000)
            self.cpu.append((time.thread_time() - self._begun) * 1000)
            self._pressed = 0.0
            self._late.stop()
            self._key.start()


class _Heart(QObject):
    """Beats every five milliseconds and remembers the longest pause."""

    def __init__(self) -> None:
        super().__init__()
        self.longest_ms = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=5, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest_ms = max(self.longest_ms, (now - self._last) * 1000)
        self._last = now


def figures(desk: Desk, times: int) -> list[Figure]:
    """Type everything, ``times`` times."""
    application()
    theme.of_app().apply(mode="light")
    languages.of_app().use("en")
    icons.load()
    jobs = Jobs(desk.office, desk.office.clock.now)
    pane = IntakePane(jobs)
    pane.use(scripts=_Library())
    pane.resize(1280, 660)
    pane.show()
    garbage.look()  # as the desk does
    found = [
        _figure("what people type", pane, _SHORT * times, _FRAME_MS),
        _figure("sentences", pane, _LONG * times, _SENTENCE_MS),
    ]
    jobs.close()
    pane.hide()
    pane.deleteLater()
    QApplication.sendPostedEvents()
    garbage.look_everywhere()
    return found


def _figure(name: str, pane: IntakePane, texts: Sequence[str], limit: float) -> Figure:
    typist, heart = _Typist(pane, texts), _Heart()
    # The one loop of this program: the window is not inside another.
    work = typist.loop.exec
    work()
    took = typist.took
    note = (
        f"p50 {percentile(took, 0.5):.1f}, p95 {percentile(took, 0.95):.1f}, n {len(took)}, "
        f"without a painted list {typist.missed}; processor of the window's thread p50 "
        f"{percentile(typist.cpu, 0.5):.1f} ms; load {os.getloadavg()[0]:.1f}; "
        f"longest pause of the window {heart.longest_ms:.1f} ms"
    )
    return Figure(f"key to painted answers, {name}, p99", percentile(took, 0.99), "ms", limit=limit, note=note)
