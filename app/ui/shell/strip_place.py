"""Keeps the message strip at the lower right of the desk, in the row of the bottom strip, where it covers nothing."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from app.ui.kit.messages import MessageStrip

_WIDEST, _LEAST, _MARGIN = 760, 360, 8


class StripPlace(QObject):
    """A longer message grows upwards; the columns under it never move."""

    def __init__(self, strip: MessageStrip, over: QWidget, *, beside: Callable[[], int]) -> None:
        super().__init__(over)
        self._strip = strip
        self._over = over
        self._beside = beside
        strip.installEventFilter(self)
        over.installEventFilter(self)

    def place(self) -> None:
        """Place the strip for what it says now."""
        if self._strip.current is None:
            return
        room = min(_WIDEST, self._over.width() - self._beside() - 2 * _MARGIN)
        width = min(max(self._strip.wanted_width(), _LEAST), room)
        layout = self._strip.layout()
        height = max(36, layout.totalHeightForWidth(width)) if layout is not None else 36
        self._strip.setGeometry(self._over.width() - width - _MARGIN, self._over.height() - height - 2, width, height)
        self._strip.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the desk and every other message."""
        kind = event.type()
        resized = kind == QEvent.Type.Resize and watched is self._over
        said = kind in (QEvent.Type.Show, QEvent.Type.LayoutRequest) and watched is self._strip
        if resized or said:
            self.place()
        return False
