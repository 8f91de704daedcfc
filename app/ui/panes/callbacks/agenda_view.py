"""The agenda of a day: which hours are free, what is agreed in each, which one is full."""

from collections.abc import Sequence
from datetime import date, datetime, tzinfo

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.services.callback_appointments import AgendaHour
from app.ui.kit import languages
from app.ui.kit.presenting_time import day, exact

_SPACING = 2
_FRAME = 8
_START = Qt.ItemDataRole.UserRole


class _Hours(QListWidget):
    """Shows which hour Enter takes as soon as it has the keyboard."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.selectedItems():
            every = (self.item(row) for row in range(self.count()))
            first = next((one for one in every if one.flags() & Qt.ItemFlag.ItemIsEnabled), None)
            if first is not None:
                self.setCurrentItem(first, QItemSelectionModel.SelectionFlag.ClearAndSelect)


class AgendaView(QWidget):
    """Hours of a day in a list. ``hour_chosen(datetime)`` when one is taken by Enter or a double click."""

    hour_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone: tzinfo | None = None
        self._wanted: date | None = None
        self.list = _Hours(self)
        self.list.setObjectName("callbacks.agenda")
        self.list.setAccessibleName(self.tr("Agenda of the day"))
        # Side by side: the hours of a day then take two lines and leave the call its room.
        self.list.setFlow(QListView.Flow.LeftToRight)
        self.list.setWrapping(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setSpacing(_SPACING)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        column.addStretch(1)
        self.list.itemActivated.connect(self._choose)

    def turn_to(self, at: datetime | None) -> bool:
        """Wait for the hours of the day of a time, None for any; False where they are shown, or waited for, already."""
        former, self._wanted = self._wanted, at.astimezone(self._zone).date() if at is not None else None
        return self._wanted != former

    def is_wanted(self, hours: Sequence[AgendaHour]) -> bool:
        """Say whether hours are those of the day that was turned to last."""
        return self._wanted is None or any(one.starts_at.astimezone(self._zone).date() == self._wanted for one in hours)

    def show_hours(self, hours: Sequence[AgendaHour], now: datetime, zone: tzinfo, *, me: bytes = b"") -> None:
        """Show the hours of a day still to come, behind its name; a full one cannot be chosen. ``me`` is counted."""
        self.list.setAccessibleName(self.tr("Agenda of the day"))
        self.list.clear()
        if hours:
            self._zone, self._wanted = zone, hours[0].starts_at.astimezone(zone).date()
            self.list.addItem(day(self._wanted, now.astimezone(zone).date(), languages.current()))
            self._close(self.list.item(0))
        for hour in hours:
            if hour.starts_at > now:
                self._add(hour, zone, me)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width: narrower lines are more lines."""
        super().resizeEvent(event)
        self._fit()

    def _add(self, hour: AgendaHour, zone: tzinfo, me: bytes) -> None:
        item = QListWidgetItem(f"{hour.starts_at.astimezone(zone):%H:%M} {self._said(hour, me)}")
        item.setData(_START, hour.starts_at)
        item.setToolTip(exact(hour.starts_at, languages.current(), zone))
        self.list.addItem(item)
        if hour.full:
            self._close(item)

    def _close(self, item: QListWidgetItem) -> None:
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)

    def _fit(self) -> None:
        """Take as many lines as the hours need, and no more."""
        model = self.list.model()
        sizes = [self.list.sizeHintForIndex(model.index(row, 0)) for row in range(self.list.count())]
        room, lines, used = self.width() - _FRAME, 1, 0
        for size in sizes:
            used += size.width() + 2 * _SPACING
            if used > room:
                lines, used = lines + 1, size.width() + 2 * _SPACING
        high = max((size.height() for size in sizes), default=0) + 2 * _SPACING
        self.list.setFixedHeight(lines * high + _FRAME)

    def _said(self, hour: AgendaHour, me: bytes) -> str:
        if not (hour.agreed or hour.full):
            return self.tr("free")
        own = sum(bool(me) and one.appointment.wanted_by == me for one in hour.agreed)
        text = self.tr("full ({count} agreed)") if hour.full else self.tr("{count} agreed")
        if own:
            full = self.tr("full ({count} agreed, {own} with me)")
            text = full if hour.full else self.tr("{count} agreed, {own} with me")
        return text.format(count=len(hour.agreed), own=own)

    def _choose(self, item: QListWidgetItem) -> None:
        self.hour_chosen.emit(item.data(_START))
