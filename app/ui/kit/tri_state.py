"""Yes, no, not asked: three answers, one key each."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.kit import theme
from app.ui.kit.fields import NO, NOT_ASKED, YES

_ORDER = (YES, NO, NOT_ASKED)
_KEYS = {
    Qt.Key.Key_Y: YES, Qt.Key.Key_1: YES, Qt.Key.Key_N: NO, Qt.Key.Key_0: NO, Qt.Key.Key_2: NO,
    Qt.Key.Key_Backspace: NOT_ASKED, Qt.Key.Key_Delete: NOT_ASKED, Qt.Key.Key_3: NOT_ASKED,
}  # fmt: skip
_RADIUS = 6


class TriState(QWidget):
    """A switch of three places. Y or 1, N or 0, Backspace; Left and Right move; Space goes on in the circle.

    `edited(object)` with "yes", "no" or "not_asked" after a person's change.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = NOT_ASKED
        self._label = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Without an input method Y and N arrive as keys even while a Chinese one is switched on.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def value(self) -> str:
        """Return "yes", "no" or "not_asked"."""
        return self._value

    def set_value(self, value: object) -> None:
        """Show an answer without a signal; None is "not asked". Raises ValueError for another word."""
        wanted = NOT_ASKED if value is None or value == "" else str(value)
        if wanted not in _ORDER:
            raise ValueError(wanted)
        self._value = wanted
        self._tell()

    def sizeHint(self) -> QSize:
        """Return room for the three words."""
        return QSize(sum(self._widths()), theme.of_app().px("field"))

    def minimumSizeHint(self) -> QSize:
        """Return the same as the hint: the words are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by key."""
        key = Qt.Key(event.key())
        place = _ORDER.index(self._value)
        if key in _KEYS:
            self._answer(_KEYS[key])
        elif key == Qt.Key.Key_Space:
            self._answer(_ORDER[(place + 1) % 3])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._answer(_ORDER[max(0, min(2, place + (1 if key == Qt.Key.Key_Right else -1)))])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Answer by click."""
        left = 0
        for answer, width in zip(_ORDER, self._widths(), strict=True):
            if left <= event.position().x() < left + width:
                self._answer(answer)
            left += width

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language or font."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self._tell()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint three segments; the answer is filled, "not asked" stays quiet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        looks = theme.of_app()
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(frame, _RADIUS, _RADIUS)
        painter.setClipPath(outline)
        painter.fillPath(outline, looks.color("surface" if self.isEnabled() else "window"))
        left = 0.0
        for answer, width in zip(_ORDER, self._widths(), strict=True):
            self._segment(painter, QRectF(left, 0, width, self.height()), answer)
            left += width
        painter.setClipping(False)
        color = looks.color("focus" if self.hasFocus() else "field_border")
        painter.setPen(QPen(color, 2 if self.hasFocus() else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline)

    def _segment(self, painter: QPainter, area: QRectF, answer: str) -> None:
        looks = theme.of_app()
        fill, ink = self._colors(answer)
        if fill is not None:
            painter.fillRect(area, fill)
        if answer != _ORDER[0]:
            painter.setPen(looks.color("border"))
            painter.drawLine(QPointF(area.left(), area.top()), QPointF(area.left(), area.bottom()))
        painter.setFont(looks.font("base", bold=answer == self._value and answer != NOT_ASKED))
        painter.setPen(ink)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._words()[answer])

    def _colors(self, answer: str) -> tuple[QColor | None, QColor]:
        looks = theme.of_app()
        if not self.isEnabled():
            return None, looks.color("faint")
        if answer != self._value:
            return None, looks.color("muted")
        if answer == NOT_ASKED:
            return looks.color("sunken"), looks.color("text")
        return looks.color("accent"), looks.color("on_accent")

    def _words(self) -> dict[str, str]:
        return {YES: self.tr("Yes"), NO: self.tr("No"), NOT_ASKED: self.tr("Not asked")}

    def _widths(self) -> list[int]:
        metrics = QFontMetrics(theme.of_app().font("base", bold=True))
        return [max(48, metrics.horizontalAdvance(word) + 24) for word in self._words().values()]

    def _answer(self, answer: str) -> None:
        if answer != self._value:
            self._value = answer
            self._tell()
            self.edited.emit(answer)

    def _tell(self) -> None:
        self.setAccessibleDescription(self._words()[self._value])
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()
