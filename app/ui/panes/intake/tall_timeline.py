"""A timeline as high as its entries, for a column that scrolls as a whole."""

from collections.abc import Callable, Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit.timeline import Entry, Timeline


class TallTimeline(Timeline):
    """Never scrolls itself; its height follows from its entries and its width."""

    def __init__(self, name: str, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(name, clock, parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_entries(self, entries: Sequence[Entry], zone: tzinfo | None = None) -> None:
        """Show other entries and take their height."""
        super().show_entries(entries, zone)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Entries wrap anew at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        self.doItemsLayout()
        height = sum(self.sizeHintForRow(row) for row in range(self.model().rowCount()))
        self.setFixedHeight(height + 2 * self.frameWidth() + 2)
