"""Keeps messages at the lower right of the desk: in the row of the bottom strip they move nothing, and cover nothing
but its figures; a long one grows upwards, over the pane."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from app.ui.kit.bound_methods import alive
from app.ui.kit.messages import MessageStrip

_WIDEST, _LEAST, _MARGIN = 760, 360, 8
#: Two lines stand below the panes; what is longer takes the room of the figures, too, before it grows higher.
_TWO_LINES = 52


class StripPlace(QObject):
    """The messages of the desk and of its panes: one is seen at a time, and the columns under it never move.

    What asks for a key once more comes first, then an error, a warning, the rest; of equals what can be taken back,
    then the newest. ``beside()``: where the figures end; ``begins()``: where they begin.
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

    def take_of(self, _name: str, pane: Any) -> None:
        """Show here what a pane has to say, and what pages say that it makes later; not what has its own place."""
        self.take_from(pane)
        if hasattr(pane, "page_made"):
            pane.page_made.connect(self.take_from)

    def take_from(self, home: Any) -> None:
        """Show the messages of a pane or page here, where they stand in its column."""
        strip, column = getattr(home, "strip", None), home.layout()
        if isinstance(strip, MessageStrip) and column is not None and column.indexOf(strip) >= 0:
            self.take(strip)

    def take(self, strip: MessageStrip) -> None:
        """Show the messages of a widget here, and only while it is shown; inside it they would push everything down."""
        self._homes[strip] = home = strip.parentWidget()
        if home is not None:  # pyright: ignore[reportUnnecessaryComparison]
            home.installEventFilter(self)
        strip.setParent(self._over)
        strip.turned.connect(self.place)
        self.place()

    def place(self) -> None:
        """Show the message that comes first, placed for what it says now."""
        self._drop_orphans()
        seen = self._first()
        for one in self._homes:
            one.setVisible(one is seen)
        if seen is not None:
            self._lay(seen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the desk and of what is said, and which of the panes and pages is shown."""
        kind = event.type()
        if watched is self._over:
            moved = kind == QEvent.Type.Resize
        elif isinstance(watched, MessageStrip):
            moved = kind == QEvent.Type.LayoutRequest
        else:
            moved = kind in (QEvent.Type.Show, QEvent.Type.Hide)
        if moved:
            self.place()
        return False

    def _drop_orphans(self) -> None:
        for one in [strip for strip, home in self._homes.items() if home is not None and not alive(home)]:
            del self._homes[one]
            one.deleteLater()

    def _first(self) -> MessageStrip | None:
        said = [one for one, home in self._homes.items() if one.current and self._shows(home)]
        return max(said, key=_urgency, default=None)

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


def _urgency(strip: MessageStrip) -> tuple[int, bool, int]:
    can_undo = strip.current is not None and strip.current.undo is not None
    return strip.rank, can_undo, strip.stamp


def _height(strip: MessageStrip, width: int) -> int:
    layout = strip.layout()
    return max(36, layout.totalHeightForWidth(width)) if layout is not None else 36
