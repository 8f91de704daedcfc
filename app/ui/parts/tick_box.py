"""A check box whose box is seen in both themes: Fusion draws it in the color of the window."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from app.ui.kit import theme

_BOX, _GAP = 18, 8


class TickBox(QCheckBox):
    """Paints a rounded box with a tick, and its text beside it."""

    def sizeHint(self) -> QSize:
        """Return room for box and text."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + _GAP if self.text() else 0
        return QSize(_BOX + 4 + width, max(_BOX + 4, self.fontMetrics().height() + 2))

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are never cut."""
        return self.sizeHint()

    def hitButton(self, pos: object, /) -> bool:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Take a click anywhere on it."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint box, tick and text."""
        looks = theme.of_app()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(1.5, (self.height() - _BOX) / 2 + 0.5, _BOX - 1, _BOX - 1)
        edge = "focus" if self.hasFocus() else "accent" if self.isChecked() else "field_border"
        painter.setPen(QPen(looks.color(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(looks.color("accent" if self.isChecked() else "surface"))
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            pen = QPen(looks.color("on_accent"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            left, top, size = box.left(), box.top(), box.width()
            corner = QPointF(left + size * 0.42, top + size * 0.72)
            painter.drawLine(QPointF(left + size * 0.22, top + size * 0.52), corner)
            painter.drawLine(corner, QPointF(left + size * 0.78, top + size * 0.3))
        if self.text():
            painter.setPen(looks.color("text" if self.isEnabled() else "faint"))
            words = self.rect().adjusted(_BOX + 2 + _GAP, 0, 0, 0)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self.text())
