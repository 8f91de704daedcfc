"""Messages that lie over the lower right corner, so that the columns never move for them."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from app.ui.kit import theme
from app.ui.kit.messages import MessageStrip

_WIDTH, _ABOVE = 420, 60


class FloatingStrip(MessageStrip):
    """A message strip above the outcomes, over the end of the answers."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        over.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner."""
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
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
        width = min(_WIDTH, self._over.width() - 2 * gap)
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout else self.sizeHint().height()
        self.setGeometry(self._over.width() - width - gap, self._over.height() - height - _ABOVE - gap, width, height)
        self.raise_()
