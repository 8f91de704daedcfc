"""The editors that are one line: text, telephone number, number, date, time."""

from collections.abc import Callable
from datetime import UTC, date, datetime, tzinfo
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit.ime_line import ImeLine
from app.ui.kit.presenting_time import day, moment
from app.ui.kit.reading_time import read_day, read_moment
from app.ui.kit.type_ahead import AWAY

Clock = Callable[[], datetime]


class LineEditor(ImeLine):
    """One line of text or a telephone number, as typed; left, it shows its beginning."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place: int | None = None
        self.textEdited.connect(self._say_edited)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the beginning of what is too long while the line is left."""
        super().focusOutEvent(event)
        if event.reason() not in AWAY:
            self._place = self.cursorPosition()
            self.setCursorPosition(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Go on where the line was left, unless its whole text is marked or the pointer says where."""
        super().focusInEvent(event)
        if self._place is not None and not self.hasSelectedText() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.setCursorPosition(self._place)
        self._place = None

    def value(self) -> Any:
        """Return the text."""
        return self.text()

    def set_value(self, value: object) -> None:
        """Show a text."""
        self.setText("" if value is None else str(value))
        self.setCursorPosition(0)
        self._place = None

    def unreadable(self) -> bool:
        """Whether the text cannot be read as a value of its kind."""
        return False

    def _say_edited(self) -> None:
        self.edited.emit(self.value())


class NumberEditor(LineEditor):
    """A number, with or without thousands separators."""

    def value(self) -> int | float | None:
        """Return the number, None for an empty or unreadable line."""
        text = self.text().strip().replace(",", "").replace("，", "")
        try:
            number = float(text)
        except ValueError:
            return None
        if number != number or number in (float("inf"), float("-inf")):
            return None
        return int(number) if number.is_integer() and "." not in text else number

    def unreadable(self) -> bool:
        """Whether something stands there that is no number."""
        return bool(self.text().strip()) and self.value() is None


class TimedEditor(LineEditor):
    """A line that is read as a date or a time; when it is left, what was understood stands in it."""

    def __init__(self, clock: Clock, zone: tzinfo | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._zone = zone
        self.editingFinished.connect(self._tidy)

    def unreadable(self) -> bool:
        """Whether something stands there that is no date or time."""
        return bool(self.text().strip()) and self.value() is None

    def today(self) -> date:
        """Return the day that it is in the zone of the window."""
        return self._now().date()

    def _now(self) -> datetime:
        return self._clock().astimezone(self._zone)

    def _tidy(self) -> None:
        if (value := self.value()) is not None:
            self.set_value(value)


class DateEditor(TimedEditor):
    """A date as people type it; Up and Down move it by a day. It stands as 2026-03-05 when the line is left."""

    def value(self) -> date | None:
        """Return the date, None for an empty or unreadable line."""
        return read_day(self.text(), self._now().date())

    def set_value(self, value: object) -> None:
        """Show a date."""
        self.setText(value.isoformat() if isinstance(value, date) else "")

    def meaning(self, language: str) -> str:
        """Return the date in words, to be shown beside the line."""
        value = self.value()
        return day(value, self._now().date(), language) if value else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by a day with Up and Down; the first of them in an empty line means today."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        by = steps.get(Qt.Key(event.key()))
        if by is None or self.composing:
            super().keyPressEvent(event)
            return
        at = self.value()
        self.set_value(date.fromordinal(at.toordinal() + by) if at else self._now().date())
        self._say_edited()


class MomentEditor(TimedEditor):
    """A time as people type it ("in 2 h", "tomorrow 9:00"); stands as 2026-03-05 09:00 when the line is left."""

    def value(self) -> datetime | None:
        """Return the time in UTC, to the minute, None for an empty or unreadable line."""
        found = read_moment(self.text(), self._now())
        try:
            return found.astimezone(UTC).replace(second=0, microsecond=0) if found else None
        except OverflowError:  # the first and the last day of the calendar have no time in every zone
            return None

    def set_value(self, value: object) -> None:
        """Show an aware datetime in the zone of the window."""
        self.setText(f"{value.astimezone(self._zone):%Y-%m-%d %H:%M}" if isinstance(value, datetime) else "")

    def lacks_time(self) -> bool:
        """Whether a day stands there without its time of day."""
        return self.value() is None and read_day(self.text(), self._now().date()) is not None

    def is_past(self) -> bool:
        """Whether a time stands there that is over."""
        value = self.value()
        return value is not None and value < self._clock()

    def meaning(self, language: str) -> str:
        """Return the time in words, to be shown beside the line."""
        value = self.value()
        return moment(value, self._clock(), language, self._zone) if value else ""
