"""An empty state in the middle of a page, a little above it: stretched over the page it would fall apart."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.kit.cards import EmptyState


class CenteredPage(QWidget):
    """Holds one empty state."""

    def __init__(self, empty: EmptyState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(2)
        column.addWidget(empty)
        column.addStretch(3)
