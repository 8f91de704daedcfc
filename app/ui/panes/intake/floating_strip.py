"""Messages that lie over the head of the pane, so that the columns never move for them."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from app.ui.kit import theme
from app.ui.kit.messages import MessageStrip

_WIDTH, _TOP = 440, 2


class FloatingStrip(MessageStrip):
    """A message strip at the upper edge of `over`, left of `beside`, which it never hides."""

    def __init__(self, over: QWidget, beside: QWidget) -> None:
        super().__init__(over)
        self._over, self._beside = over, beside
        over.installEventFilter(self)
        beside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in its place."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Take the height of each new text."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Show, QEvent.Type.LayoutRequest) and self.isVisible():
            self._place()
        return done

    def _place(self) -> None:
        gap = theme.of_app().px("gap")
        right = self._beside.x() - gap
        width = min(_WIDTH, right - gap)
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout else self.sizeHint().height()
        self.setGeometry(right - width, _TOP, width, height)
        self.raise_()
