"""What lies over the desk for a moment: it dims what is under it, keeps Tab to itself, and Esc takes it away."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

_SHADE = QColor(8, 14, 20, 96)


class Overlay(QWidget):
    """Covers its parent while it is open. `closed()` after it was taken away; the focus goes back where it was."""

    closed = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._over = parent
        self._former: QWidget | None = None
        parent.installEventFilter(self)
        self.hide()

    @property
    def over(self) -> QWidget:
        """The widget that it covers."""
        return self._over

    def open(self) -> None:
        """Lie over the parent and take the focus."""
        if not self.isVisible():
            self._former = QApplication.focusWidget()
        self.setGeometry(self._over.rect())
        self.place()
        self.show()
        self.raise_()

    def close_it(self) -> None:
        """Go away; the focus goes back."""
        if self.isHidden():
            return
        former, self._former = self._former, None
        self.hide()
        if former is not None and former.isVisible():
            former.setFocus()
        self.closed.emit()

    def place(self) -> None:
        """Place what stands on it, after each change of size. The plain overlay has nothing on it."""

    def focusNextPrevChild(self, onward: bool) -> bool:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Keep Tab among its own widgets."""
        stops = [one for one in self.findChildren(QWidget) if _stops(one)]
        if not stops:
            return True
        here = QApplication.focusWidget()
        place = stops.index(here) + (1 if onward else -1) if here in stops else 0
        stops[place % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside what stands on it takes it away."""
        self.close_it()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what is under it."""
        QPainter(self).fillRect(self.rect(), _SHADE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the parent."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._over.rect())
            self.place()
        return super().eventFilter(watched, event)


def _stops(widget: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
