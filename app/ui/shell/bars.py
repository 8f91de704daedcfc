"""The quiet surfaces at the edges of the window, and what is painted by hand on them because it is there at start."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.ui.kit import theme


class Bar(QWidget):
    """A surface with one line at an edge: "top", "bottom", "left" or "right"."""

    def __init__(self, name: str, edge: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._edge = edge

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint surface and line."""
        looks, painter, area = theme.of_app(), QPainter(self), self.rect()
        painter.fillRect(area, looks.color("surface"))
        painter.setPen(looks.color("border"))
        if self._edge in ("top", "bottom"):
            height = area.top() if self._edge == "top" else area.bottom()
            painter.drawLine(area.left(), height, area.right(), height)
        else:
            side = area.left() if self._edge == "left" else area.right()
            painter.drawLine(side, area.top(), side, area.bottom())


class PaintedButton(QAbstractButton):
    """A button that paints its own ground: nothing, on hover, pressed or checked a soft field, in focus a ring."""

    radius = 8

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        # A click leaves the cursor where somebody types: the keys of a pane work only inside it.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def ground(self) -> str:
        """Return the color token of the ground, "" for none."""
        if self.isDown() or self.isChecked():
            return "accent_soft"
        return "hover" if self.underMouse() and self.isEnabled() else ""

    def paint_ground(self, painter: QPainter) -> QRectF:
        """Paint ground and focus ring; return the field."""
        looks = theme.of_app()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if token := self.ground():
            painter.setBrush(looks.color(token))
            painter.drawRoundedRect(field, self.radius, self.radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(looks.color("focus"), 2))
            painter.drawRoundedRect(field, self.radius, self.radius)
        return field

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground; what stands on it is painted by the kind of button."""
        painter = QPainter(self)
        field = self.paint_ground(painter)
        self.paint_face(painter, field)

    def paint_face(self, painter: QPainter, field: QRectF) -> None:
        """Paint text and icon into the field."""
        painter.setPen(theme.of_app().color("text" if self.isEnabled() else "faint"))
        painter.drawText(field, int(Qt.AlignmentFlag.AlignCenter), self.text())
