"""The map of a flow, drawn: boxes in layers, ways between them, and what is wrong in red. Arrow keys walk over it."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.scripts_library.script import Flow
from app.ui.kit import theme
from app.ui.panes.scripts.editor.flow_layout import FlowChart, Spot, chart_of

_BOX, _GAP_X, _GAP_Y, _EDGE = QSize(112, 40), 20, 36, 12
_STEPS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}


class FlowMap(QWidget):
    """``opened(node)`` for Enter, Space or a click on a box, ``marked(QRect)`` where another box stands out."""

    opened = Signal(str)
    marked = Signal(QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = FlowChart()
        self._current = ""
        self.setObjectName("scripts.editor.map")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()
        theme.of_app().changed.connect(self.update)

    @property
    def current(self) -> str:
        """The node that stands out."""
        return self._current

    def show_flow(self, flow: Flow | None) -> None:
        """Draw a flow."""
        self.chart = chart_of(flow)
        if self._current not in {spot.name for spot in self.chart.spots}:
            self._current = self.chart.spots[0].name if self.chart.spots else ""
        self.setMinimumSize(self.sizeHint())
        self._say_current()
        self.update()

    def mark(self, name: str) -> None:
        """Make a node stand out."""
        self._current = name
        self._say_current()
        self.update()
        for spot in self.chart.spots:
            if spot.name == name:
                self.marked.emit(self._area(spot).toAlignedRect())

    def sizeHint(self) -> QSize:
        """Return the room of all boxes."""
        columns = max((spot.column for spot in self.chart.spots), default=0) + 1
        rows = max((spot.row for spot in self.chart.spots), default=0) + 1
        width = columns * (_BOX.width() + _GAP_X) - _GAP_X + 2 * _EDGE
        return QSize(width, rows * (_BOX.height() + _GAP_Y) - _GAP_Y + 2 * _EDGE)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("Map of the questions"))
        self._say_current()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from box to box and open one."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(*_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._current:
            self.opened.emit(self._current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the box under the pointer."""
        for spot in self.chart.spots:
            if self._area(spot).contains(event.position()):
                self.mark(spot.name)
                self.opened.emit(spot.name)
                return
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ways, then boxes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.of_app().font("small"))
        areas = {spot.name: self._area(spot) for spot in self.chart.spots}
        wrong = {spot.name for spot in self.chart.spots if spot.wrong == "loop"}
        for way in self.chart.ways:
            in_loop = way.start in wrong and way.end in wrong
            painter.setPen(QPen(theme.of_app().color("danger" if in_loop else "muted"), 1.5))
            self._draw_way(painter, areas[way.start], areas[way.end])
        for spot in self.chart.spots:
            self._draw_box(painter, spot, areas[spot.name])

    def _area(self, spot: Spot) -> QRectF:
        left = _EDGE + spot.column * (_BOX.width() + _GAP_X)
        top = _EDGE + spot.row * (_BOX.height() + _GAP_Y)
        return QRectF(left, top, _BOX.width(), _BOX.height())

    def _draw_way(self, painter: QPainter, start: QRectF, end: QRectF) -> None:
        goes_down = end.top() > start.bottom()
        first = QPointF(start.center().x(), start.bottom()) if goes_down else QPointF(start.right(), start.center().y())
        last = QPointF(end.center().x(), end.top()) if goes_down else QPointF(end.right(), end.center().y())
        if goes_down:
            painter.drawLine(first, last)
        else:
            beside = max(start.right(), end.right()) + _GAP_X / 2
            painter.drawPolyline([first, QPointF(beside, first.y()), QPointF(beside, last.y()), last])
        side = QPointF(4, -6) if goes_down else QPointF(6, 4)
        other = QPointF(-4, -6) if goes_down else QPointF(6, -4)
        painter.drawLine(last, last + side)
        painter.drawLine(last, last + other)

    def _draw_box(self, painter: QPainter, spot: Spot, area: QRectF) -> None:
        looks = theme.of_app()
        tone = "danger" if spot.wrong or spot.kind == "unknown" else "accent" if spot.kind == "node" else "muted"
        ground = {"danger": "danger_soft", "accent": "surface", "muted": "sunken"}[tone]
        is_current = spot.name == self._current
        painter.setBrush(looks.color(ground))
        painter.setPen(QPen(looks.color("focus" if is_current and self.hasFocus() else tone), 2.5 if is_current else 1))
        painter.drawRoundedRect(area, 6, 6)
        painter.setPen(looks.color("text" if tone == "accent" else tone))
        inner = area.adjusted(6, 2, -6, -2)
        word = self._word(spot)
        text = painter.fontMetrics().elidedText(spot.name, Qt.TextElideMode.ElideRight, int(inner.width()))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter), f"{text}\n{word}" if word else text)

    def _word(self, spot: Spot) -> str:
        words = {
            "loop": self.tr("loop"),
            "alone": self.tr("not reached"),
            "open": self.tr("no way on"),
            "unknown": self.tr("unknown way"),
        }
        return self.tr("unknown") if spot.kind == "unknown" else words.get(spot.wrong, "")

    def _step(self, down: int, right: int) -> None:
        spots = {(spot.row, spot.column): spot for spot in self.chart.spots}
        now = next((spot for spot in self.chart.spots if spot.name == self._current), None)
        if now is None:
            return
        row, column = now.row + down, now.column + right
        while column > 0 and (row, column) not in spots and down:
            column -= 1
        if (row, column) in spots:
            self.mark(spots[row, column].name)

    def _say_current(self) -> None:
        spot = next((spot for spot in self.chart.spots if spot.name == self._current), None)
        self.setAccessibleDescription(f"{spot.name} {self._word(spot)}".strip() if spot else "")
