"""Messages that lie in the head of the pane, so that the columns never move for them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit import theme
from app.ui.kit.messages import MessageStrip

_WIDTH, _LEAST, _TOP = 440, 340, 2
#: What is left of the tabs at least, and the width of a widget that nothing limits.
_TABS, _UNLIMITED = 160, 16_777_215


class FloatingStrip(MessageStrip):
    """A message strip at the upper edge of `over`, between what is there to be clicked.

    It stands left of `beside` and right of the `tabs` and the `others()` pixels that are taken around them, on one line
    where there is room for it; where many tabs leave it none, they give way while it shows.
    """

    def __init__(self, over: QWidget, beside: QWidget, tabs: QWidget, others: Callable[[], int]) -> None:
        self._beside, self._tabs, self._others = beside, tabs, others
        super().__init__(over)
        for one in (over, beside, tabs):
            one.installEventFilter(self)

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

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the tabs their room back."""
        super().hideEvent(event)
        self._tabs.setMaximumWidth(_UNLIMITED)

    def _place(self) -> None:
        gap = theme.of_app().px("gap")
        right = self._beside.x() - (gap if self._beside.width() else 0)
        others = self._others()
        least = min(max(self.wanted_width(), _LEAST), _WIDTH)
        most = max(_TABS, right - gap - least - others)
        self._tabs.setMaximumWidth(most)
        begins = others + min(self._tabs.width(), most) + gap
        width = max(min(max(_WIDTH, self.wanted_width()), right - begins), 0)
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout else self.sizeHint().height()
        self.setGeometry(right - width, _TOP, width, height)
        self.raise_()
