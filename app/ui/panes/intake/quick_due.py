"""Due times at one key: a row of offered times, and Up and Down in the line that they fill."""

from datetime import UTC, date, datetime, tzinfo
from functools import cached_property
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from app.services.clocks import Proposal
from app.ui.kit import languages
from app.ui.kit.flow import FlowLayout
from app.ui.kit.line_editors import Clock
from app.ui.kit.presenting_time import moment, relative
from app.ui.panes.intake.due_times import QuickTime, quick_times, stepped
from app.ui.parts.duration_words import DurationWords

_MOST = 4
_GAP = 4


class QuickDue(QWidget):
    """Offers times for `editor`, a time line, in one line of as many as fit. `chosen(datetime)` in UTC."""

    chosen = Signal(object)

    def __init__(self, clock: Clock, zone: tzinfo, editor: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock, self._zone, self._editor = clock, zone, editor
        self._times: tuple[QuickTime, ...] = ()
        self._proposal: Proposal | None = None
        self._next_on: date | None = None
        self._duration = DurationWords(self)
        self.promised = QPushButton(self)
        self.promised.setObjectName("intake.next.promised")
        self.promised.setProperty("tone", "tag")
        self.promised.clicked.connect(self._promise)
        self.promised.hide()
        flow = FlowLayout(self, gap=_GAP)
        flow.addWidget(self.promised)
        for button in self._buttons:
            flow.addWidget(button)
            button.clicked.connect(self._choose)
        editor.installEventFilter(self)
        self.refresh()

    @cached_property
    def _buttons(self) -> tuple[QPushButton, ...]:
        made: list[QPushButton] = []
        for place in range(_MOST):
            button = QPushButton(self)
            button.setObjectName(f"intake.next.quick.{place}")
            button.setProperty("tone", "tag")
            made.append(button)
        return tuple(made)

    @property
    def times(self) -> tuple[QuickTime, ...]:
        """The times on offer besides the promised one."""
        return self._times

    def offer(self, proposal: Proposal | None) -> None:
        """Offer the time that the policies promise, before all others; None takes it away."""
        self._proposal = proposal
        self._say_promise()

    def offer_day(self, next_on: date | None) -> None:
        """Offer times of this day as the next working day, by the center's calendar."""
        self._next_on = next_on
        self.refresh()

    def refresh(self) -> None:
        """Offer the times of now; costs nothing while they stay the same."""
        now = self._clock().astimezone(self._zone)
        self._times = quick_times(now, self._next_on)[:_MOST]
        for place, button in enumerate(self._buttons):
            text = self._words(self._times[place], now) if place < len(self._times) else ""
            if text != button.text():
                button.setText(text)
                button.setAccessibleName(self.tr("Due {time}").format(time=text))
                self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Step through the offered times with Up and Down in the line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not self._editor.composing:
            by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if by is not None:
                if self._proposal is not None and self._editor.value() is None:
                    self._promise()
                    return True
                now = self._clock().astimezone(self._zone)
                self.chosen.emit(stepped(self._editor.value(), by, now, self._next_on).astimezone(UTC))
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
            self._say_promise()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as fit into the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out the last of those that do not fit; the keys Up and Down reach every time."""
        left = self.width()
        for button in (self.promised, *self._buttons):
            offered = bool(button.text()) and (button is not self.promised or self._proposal is not None)
            left -= button.sizeHint().width() if offered else 0
            button.setVisible(offered and left >= 0)
            left -= _GAP if offered else 0

    def _words(self, time: QuickTime, now: datetime) -> str:
        say = relative if time.soon else moment
        return say(time.at, now, languages.current(), self._zone)

    def _say_promise(self) -> None:
        if self._proposal is None:
            self._fit()
            return
        when = moment(self._proposal.due_at, self._clock(), languages.current(), self._zone)
        text = self.tr("{when}, {duration}").format(when=when, duration=self._duration.say(self._proposal.duration))
        self.promised.setText(text)
        self.promised.setAccessibleName(self.tr("Due by policy: {time}").format(time=text))
        self.promised.setToolTip(self.tr("As the policies promise; Down in the empty line takes it"))
        self._fit()

    def _promise(self) -> None:
        if self._proposal is not None:
            self.chosen.emit(self._proposal.due_at)

    def _choose(self) -> None:
        place = self._buttons.index(self.sender())  # pyright: ignore[reportArgumentType]
        self.chosen.emit(self._times[place].at)
