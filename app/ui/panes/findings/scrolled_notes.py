"""What is known of one finding in words: as high as they are, and scrolled where the window is too low for them."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.ui.kit import theme
from app.ui.kit.clear_scroll import ClearScroll

#: So many lines of the words are always seen.
_LINES = 4


class ScrolledNotes(ClearScroll):
    """Labels one under another. The keys come here only where there is something to scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findings.notes")
        self.setFrameShape(self.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._inner, self._high = QWidget(self), 0
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.of_app().px("pad"))
        self._inner.setMinimumHeight(1)  # else it is as high as broken lines would be that have room side by side
        self.hold(self._inner)

    def show_labels(self, *labels: QLabel) -> None:
        """Show these labels from top to bottom."""
        for label in labels:
            self._column.addWidget(label)

    def fit(self) -> None:
        """Be as high as the words are in this width."""
        self._column.invalidate()  # a text may be new, and what is reckoned for the former one is kept
        high = self._column.totalHeightForWidth(self.viewport().width())
        if high != self._high:
            self._high = high
            self.updateGeometry()
        self._offer_keys()

    def sizeHint(self) -> QSize:
        """Return the height of all words."""
        return QSize(super().sizeHint().width(), self._high)

    def minimumSizeHint(self) -> QSize:
        """Return some lines."""
        return QSize(0, min(self._high, _LINES * self.fontMetrics().lineSpacing()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the words."""
        taken = super().eventFilter(watched, event)
        if watched is self._inner and event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return taken

    def _offer_keys(self) -> None:
        cut = self.viewport().height() < self._high
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if cut else Qt.FocusPolicy.NoFocus)
