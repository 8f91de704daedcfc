"""Paints the cells of a list: text, tabular numbers, times, chips; quietly, with one line under each row."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.kit import theme
from app.ui.kit.tables import KIND_ROLE, TONE_ROLE

Index = QModelIndex | QPersistentModelIndex
_PAD = 8
_TONES = {
    "": ("sunken", "muted"),
    "accent": ("accent_soft", "accent"),
    "warning": ("warning_soft", "warning"),
    "danger": ("danger_soft", "danger"),
}


class TableDelegate(QStyledItemDelegate):
    """The painter of every TableView. Fonts and colors are taken once per theme: a cell must cost microseconds."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._fonts: dict[str, QFont] = {}
        self._metrics: dict[str, QFontMetrics] = {}
        self._colors: dict[str, QColor] = {}
        self.take_looks()
        theme.of_app().changed.connect(self.take_looks)

    def take_looks(self) -> None:
        """Take fonts and colors from the theme again."""
        looks = theme.of_app()
        plain, small = looks.font(), looks.font("small")
        self._fonts = {
            "text": plain,
            "number": looks.font(tabular=True),
            "time": looks.font(tabular=True),
            "chip": small,
        }
        self._metrics = {name: QFontMetrics(font) for name, font in self._fonts.items()}
        names = (
            "text",
            "muted",
            "border",
            "accent_soft",
            "sunken",
            "accent",
            "warning_soft",
            "warning",
            "danger_soft",
            "danger",
        )
        self._colors = {name: looks.color(name) for name in (*names, "hover", "focus")}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        area: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, self._colors["accent_soft"])
        painter.setPen(self._colors["border"])
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        text = str(index.data() or "")
        if not text:
            return
        kind = str(index.data(KIND_ROLE) or "text")
        painter.setFont(self._fonts[kind])
        inner = area.adjusted(_PAD, 0, -_PAD, -1)
        shown = self._metrics[kind].elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, inner.width())
        if kind == "chip":
            self._chip(painter, inner, shown, str(index.data(TONE_ROLE) or ""))
            return
        painter.setPen(self._colors["muted" if kind == "time" else "text"])
        painter.drawText(inner, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), shown)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a cell; the view has rows of one height."""
        text = str(index.data() or "")
        return QSize(self._metrics["text"].horizontalAdvance(text) + 2 * _PAD, theme.of_app().px("row"))

    def _chip(self, painter: QPainter, area: QRect, text: str, tone: str) -> None:
        metrics = self._metrics["chip"]
        fill, ink = _TONES.get(tone, _TONES[""])
        height = metrics.height() + 4
        width = min(area.width(), metrics.horizontalAdvance(text) + 2 * _PAD)
        chip = QRectF(area.left(), area.center().y() - height / 2 + 1, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colors[fill])
        painter.drawRoundedRect(chip, height / 2, height / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(self._colors[ink])
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
