"""A whole number in a box: its digits stand as far from the edge as the letters of other fields."""

from PySide6.QtWidgets import QSpinBox, QWidget

#: Border and padding of the other fields in the style sheet, in pixels; Qt heeds no padding in a box without arrows.
_INSIDE = 9


class CountBox(QSpinBox):
    """A spin box without arrows; Up and Down change it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(_INSIDE, 0, _INSIDE, 0)
