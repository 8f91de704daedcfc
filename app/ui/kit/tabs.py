"""Tabs for conversations: closable, with a badge, told apart by a key and never by their place."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QToolButton, QWidget

from app.ui.kit import icons
from app.ui.kit.labels import Chip

# Letters that a tab shows at least, and pixels for its edges and its cross.
_LEAST_LETTERS, _BESIDE = 13, 56
_LEFT, _RIGHT = QTabBar.ButtonPosition.LeftSide, QTabBar.ButtonPosition.RightSide


class CloseButton(QToolButton):
    """The small cross of one tab: `pressed_for(key)`."""

    pressed_for = Signal(str)

    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._key = key
        self.setObjectName(f"{parent.objectName()}.close.{key}")
        self.setProperty("tone", "tab_close")
        # The tab has the focus, and Delete or Ctrl+W closes it: one stop less on the way through the window.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        icons.give(self, "close", "muted")
        self.clicked.connect(self._press)

    def name(self, title: str) -> None:
        """Say whose cross it is."""
        text = self.tr("Close {title}").format(title=title)
        self.setAccessibleName(text)
        self.setToolTip(text)

    def _press(self) -> None:
        self.pressed_for.emit(self._key)


class TabBar(QTabBar):
    """Tabs by key. `chosen(key)` when a person or `choose` goes to another, `closing(key)` when one asks to be closed.

    Closing is only asked: the pane calls `remove`. Left/Right move, Delete or middle click ask to close.
    """

    chosen = Signal(str)
    closing = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setDocumentMode(True)
        self.setExpanding(False)
        self.setMovable(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setUsesScrollButtons(True)
        for arrow in self.findChildren(QToolButton):
            arrow.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Left and Right go on
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()
        self.currentChanged.connect(self._say_chosen)

    def add(self, key: str, title: str, *, closable: bool = True) -> None:
        """Add a tab at the end. Raises ValueError when the key has one already."""
        if key in self.keys():
            raise ValueError(key)
        blocked = self.blockSignals(True)
        place = self.addTab(title)
        self.setTabData(place, key)
        if closable:
            cross = CloseButton(key, self)
            cross.pressed_for.connect(self.closing)
            self.setTabButton(place, _RIGHT, _padded(cross, 0, 4))
        self.blockSignals(blocked)
        self.rename(key, title)
        if self.count() == 1:
            self.chosen.emit(key)

    def remove(self, key: str) -> None:
        """Take a tab away; its neighbor is chosen."""
        self.removeTab(self._place(key))

    def rename(self, key: str, title: str) -> None:
        """Show another title."""
        place = self._place(key)
        self.setTabText(place, title.replace("&", "&&"))
        self.setTabToolTip(place, title)
        self.setAccessibleTabName(place, title)
        if cross := self._cross(place):
            cross.name(title)

    def set_badge(self, key: str, text: str, tone: str = "accent") -> None:
        """Show a short text (a count, a dot) before the title, "" for none."""
        place = self._place(key)
        former: QWidget | None = self.tabButton(place, _LEFT)
        badge = _padded(Chip(text, tone), 8, 0) if text else None
        self.setTabButton(place, _LEFT, badge)  # pyright: ignore[reportArgumentType]
        if former is not None:  # pyright: ignore[reportUnnecessaryComparison]
            former.deleteLater()

    def choose(self, key: str) -> None:
        """Go to a tab."""
        self.setCurrentIndex(self._place(key))

    def current(self) -> str:
        """Return the key of the chosen tab, "" without tabs."""
        return str(self.tabData(self.currentIndex()) or "")

    def keys(self) -> tuple[str, ...]:
        """Return the keys from left to right."""
        return tuple(str(self.tabData(place)) for place in range(self.count()))

    def retranslate(self) -> None:
        """Set its texts in the language of the window."""
        self.setAccessibleName(self.tr("Conversations"))
        for place in range(self.count()):
            if cross := self._cross(place):
                cross.name(self.tabToolTip(place))

    def minimumSizeHint(self) -> QSize:
        """Return no more than the tabs need: Qt keeps room for arrows also beside a single short one."""
        return super().minimumSizeHint().boundedTo(self.sizeHint())

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Return room for what tells a tab from its neighbors, such as a telephone number; more tabs scroll."""
        wanted = self.tabSizeHint(index)
        least = self.fontMetrics().averageCharWidth() * _LEAST_LETTERS + _BESIDE
        return QSize(min(wanted.width(), least), wanted.height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask to close with Delete."""
        if event.key() == Qt.Key.Key_Delete:
            self._ask_closing(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask to close with the middle button."""
        if event.button() == Qt.MouseButton.MiddleButton:
            self._ask_closing(self.tabAt(event.position().toPoint()))
        else:
            super().mouseReleaseEvent(event)

    def _ask_closing(self, place: int) -> None:
        if place >= 0 and self._cross(place):
            self.closing.emit(str(self.tabData(place)))

    def _cross(self, place: int) -> CloseButton | None:
        return self.tabButton(place, _RIGHT).findChild(CloseButton) if self.tabButton(place, _RIGHT) else None

    def _place(self, key: str) -> int:
        return self.keys().index(key)

    def _say_chosen(self, place: int) -> None:
        self.updateGeometry()  # the chosen title is bold, and Qt asks for no more room for it: arrows came up instead
        if place >= 0 and self.tabData(place) is not None:
            self.chosen.emit(self.current())


def _padded(widget: QWidget, left: int, right: int) -> QWidget:
    # A style sheet gives a tab's own buttons no margin.
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(left, 0, right, 0)
    row.addWidget(widget)
    return holder
