"""A layout that sets its widgets in lines, like words: for chips, tags and keys."""

from collections.abc import Callable

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from app.ui.kit.bound_methods import alive


class FlowLayout(QHBoxLayout):
    """Left to right, then the next line; its height follows from its width. `gap` in pixels. A widget with a method
    `room()` stands where so many pixels fit: it may grow to them under the pointer, and must not jump away then.

    The items are those of QHBoxLayout. Kept in Python they crash in the garbage collector: C++ deletes
    an item without telling its Python half, which then deletes it again.
    """

    def __init__(self, parent: QWidget | None = None, gap: int = 4) -> None:
        if parent is None:
            super().__init__()
        else:
            super().__init__(parent)
        self._gap = gap
        self._widgets: list[QWidget] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addWidget(self, widget: QWidget, /) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Put a widget at the end."""
        super().addWidget(widget)
        self._widgets.append(widget)

    def widgets(self) -> list[QWidget]:
        """Return the widgets from the first to the last."""
        self._widgets = [one for one in self._widgets if alive(one) and self.indexOf(one) >= 0]
        return list(self._widgets)

    def clear(self) -> None:
        """Take every widget out and delete it."""
        for widget in self.widgets():
            self.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def expandingDirections(self) -> Qt.Orientation:
        """It wants no more room than its lines."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """Return the height of the lines at `width` pixels."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def minimumHeightForWidth(self, width: int, /) -> int:
        """Return the same: no line can be left out."""
        return self.heightForWidth(width)

    def setGeometry(self, rect: QRect, /) -> None:
        """Place the widgets."""
        QLayout.setGeometry(self, rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size of one line of everything."""
        sizes = [_size(widget) for widget in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0)).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        """Return the size of the largest widget."""
        size = QSize(0, 0)
        for widget in self._shown():
            size = size.expandedTo(_size(widget))
        return size.grownBy(self.contentsMargins())

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self.widgets() if not widget.isHidden()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        margins: QMargins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        left, top, line = area.x(), area.y(), 0
        beside: list[tuple[QWidget, QPoint, QSize]] = []
        for widget in self._shown():
            size = _size(widget)
            if left > area.x() and left + _room(widget, size) > area.x() + area.width():
                _place(beside, line, move=move)
                left, top, line = area.x(), top + line + self._gap, 0
            beside.append((widget, QPoint(left, top), size))
            left += size.width() + self._gap
            line = max(line, size.height())
        _place(beside, line, move=move)
        return top + line - area.y() + margins.top() + margins.bottom()


def _place(beside: list[tuple[QWidget, QPoint, QSize]], line: int, *, move: bool) -> None:
    """Place the widgets of a line so high with their middles on one height, and begin the next line."""
    if move:
        for widget, corner, size in beside:
            widget.setGeometry(QRect(corner + QPoint(0, (line - size.height()) // 2), size))
    beside.clear()


def _size(widget: QWidget) -> QSize:
    hint = widget.sizeHint().expandedTo(widget.minimumSizeHint())
    return hint.expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())


def _room(widget: QWidget, size: QSize) -> int:
    room: Callable[[], int] | None = getattr(widget, "room", None)
    return max(size.width(), room()) if room is not None else size.width()
