"""A scroll area that shows the surface under it: Qt fills what it scrolls with the window's own color."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QScrollArea, QWidget

from app.ui.kit import own_viewport

_LEAST = 72


class ClearScroll(QScrollArea):
    """Scrolls downward only, takes the width that there is, and has no ground of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        own_viewport.give(self).setAutoFillBackground(False)

    def hold(self, inner: QWidget) -> None:
        """Scroll this widget."""
        self.setWidget(inner)
        inner.setAutoFillBackground(False)


def narrow(*parts: QWidget) -> None:
    """Let the choices in these widgets become narrower than their longest option: columns never scroll sideways."""
    for part in parts:
        for choice in part.findChildren(QComboBox):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(3)
            choice.setMinimumWidth(_LEAST)  # a hint that was asked for before is not worked out again
