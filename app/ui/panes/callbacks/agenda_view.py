"""The agenda of a day: which hours are free, what is agreed in each, which one is full."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.services.callback_appointments import AgendaHour
from app.ui.kit import languages
from app.ui.kit.presenting_time import exact

_HEIGHT = 64
_START = Qt.ItemDataRole.UserRole


class AgendaView(QWidget):
    """Hours of a day in a list. ``hour_chosen(datetime)`` when one is taken by Enter or a double click."""

    hour_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget(self)
        self.list.setObjectName("callbacks.agenda")
        self.list.setAccessibleName(self.tr("Agenda of the day"))
        # Side by side: the hours of a day then take two lines and leave the call its room.
        self.list.setFlow(QListView.Flow.LeftToRight)
        self.list.setWrapping(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setSpacing(2)
        self.list.setFixedHeight(_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.list.itemActivated.connect(self._choose)

    def show_hours(self, hours: Sequence[AgendaHour], now: datetime, zone: tzinfo) -> None:
        """Show the hours of a day; those that are past or full cannot be chosen."""
        self.list.setAccessibleName(self.tr("Agenda of the day"))
        self.list.clear()
        for hour in hours:
            local = hour.starts_at.astimezone(zone)
            item = QListWidgetItem(f"{local:%H:%M} {self._said(hour)}")
            item.setData(_START, hour.starts_at)
            item.setToolTip(exact(hour.starts_at, languages.current(), zone))
            if hour.full or hour.starts_at <= now:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            self.list.addItem(item)

    def _said(self, hour: AgendaHour) -> str:
        if hour.full:
            return self.tr("full ({count} agreed)").format(count=len(hour.agreed))
        if hour.agreed:
            return self.tr("{count} agreed").format(count=len(hour.agreed))
        return self.tr("free")

    def _choose(self, item: QListWidgetItem) -> None:
        self.hour_chosen.emit(item.data(_START))
