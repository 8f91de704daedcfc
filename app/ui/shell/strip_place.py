"""Keeps messages at the lower right of the desk, in the row of the bottom strip, where they move and cover nothing."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from app.ui.kit.messages import MessageStrip

_WIDEST, _LEAST, _MARGIN = 760, 360, 8
#: Two lines stand below the panes; what is longer takes the room of the figures, too, before it grows higher.
_TWO_LINES = 52


class StripPlace(QObject):
    """The messages of the desk and of its panes: one is seen at a time, and the columns under it never move.

    An error comes before a warning, that before the rest; of equals the pane's. ``beside()``: where the figures end;
    ``begins()``: where they begin.
    """

    def __init__(
        self, strip: MessageStrip, over: QWidget, *, beside: Callable[[], int], begins: Callable[[], int] | None = None
    ) -> None:
        super().__init__(over)
        self._over = over
        self._beside = beside
        self._begins = begins or beside
        self._homes: dict[MessageStrip, QWidget | None] = {strip: None}
        strip.turned.connect(self.place)
        strip.installEventFilter(self)
        over.installEventFilter(self)

    def take(self, strip: MessageStrip) -> None:
        """Show the messages of a pane here, and only while it is shown; inside it they would push everything down."""
        self._homes[strip] = strip.parentWidget()
        strip.setParent(self._over)
        strip.turned.connect(self.place)
        self.place()

    def follow(self, _pane: int) -> None:
        """Show what another pane has to say."""
        self.place()

    def place(self) -> None:
        """Show the message that comes first, placed for what it says now."""
        seen = self._first()
        for one in self._homes:
            one.setVisible(one is seen)
        if seen is not None:
            self._lay(seen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the desk and of what is said."""
        kind = event.type()
        resized = kind == QEvent.Type.Resize and watched is self._over
        if resized or (kind == QEvent.Type.LayoutRequest and watched is not self._over):
            self.place()
        return False

    def _first(self) -> MessageStrip | None:
        said = [one for one, home in self._homes.items() if one.current and self._shows(home)]
        return max(reversed(said), key=_rank, default=None)

    def _shows(self, home: QWidget | None) -> bool:
        return home is None or home.isVisibleTo(self._over)

    def _lay(self, strip: MessageStrip) -> None:
        room = self._over.width() - self._beside() - 2 * _MARGIN
        width = min(max(strip.wanted_width(), _LEAST), _WIDEST, room)
        height = _height(strip, width)
        if height > _TWO_LINES:
            width = self._over.width() - self._begins() - 2 * _MARGIN
            height = _height(strip, width)
        strip.setGeometry(self._over.width() - width - _MARGIN, self._over.height() - height - 1, width, height)
        strip.raise_()


def _rank(strip: MessageStrip) -> int:
    return strip.rank


def _height(strip: MessageStrip, width: int) -> int:
    layout = strip.layout()
    return max(36, layout.totalHeightForWidth(width)) if layout is not None else 36
