"""Paints the cells of a list: text, tabular numbers, times, chips; quietly, with one line under each row."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QStaticText
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.kit import theme
from app.ui.kit.tables import Cell, LazyTableModel

Index = QModelIndex | QPersistentModelIndex
_PAD = 8
_BETWEEN = 4
_LEAST_CHIP = 64
#: What stands between the texts of several chips in one cell.
PARTED = " · "
_KEPT_TEXTS = 4000
_SELECTED = QStyle.StateFlag.State_Selected
_CHOSEN = "accent_soft"
_TONES = {
    "": ("sunken", "muted"),
    "accent": ("accent_soft", "accent"),
    "warning": ("warning_soft", "warning"),
    "danger": ("danger_soft", "danger"),
}


class _Shaped(NamedTuple):
    """A text that is laid out already: that is two thirds of the cost of drawing it."""

    text: QStaticText
    width: float
    height: float


class TableDelegate(QStyledItemDelegate):
    """The painter of every TableView. A screen of 200 cells must take less than a frame, so everything is kept.

    ``least_chip`` is the room in pixels without which no further chip of a cell is painted.
    """

    least_chip = _LEAST_CHIP

    def __init__(self, model: LazyTableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._fonts: dict[str, QFont] = {}
        self._metrics: dict[str, QFontMetrics] = {}
        self._colors: dict[str, QColor] = {}
        self._texts: dict[tuple[str, str, int], _Shaped] = {}
        self.take_looks()
        theme.of_app().changed.connect(self.take_looks)

    def take_looks(self) -> None:
        """Take fonts and colors from the theme again."""
        looks = theme.of_app()
        tabular = looks.font(tabular=True)
        self._fonts = {"number": tabular, "time": tabular, "chip": looks.font("small")}
        self._fonts |= dict.fromkeys(("text", "ends"), looks.font())
        self._metrics = {name: QFontMetrics(font) for name, font in self._fonts.items()}
        names = {"text", "muted", "border", "surface", _CHOSEN}.union(*_TONES.values())
        self._colors = {name: looks.color(name) for name in names}
        self._texts = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        area: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        chosen = bool(option.state & _SELECTED)  # pyright: ignore[reportAttributeAccessIssue]
        if chosen:
            painter.fillRect(area, self._colors[_CHOSEN])
        left, right, bottom = area.left(), area.right(), area.bottom()
        painter.setPen(self._colors["border"])
        painter.drawLine(left, bottom, right, bottom)
        cell = self._model.cells(index.row())[index.column()]
        room = right - left + 1 - 2 * _PAD
        if not cell.text or room <= 0:
            return
        if cell.role == "chips":
            self._chips(painter, area, cell, room, chosen=chosen)
            return
        shaped = self._shaped(cell, room)
        painter.setFont(self._fonts[cell.role])
        top = area.top() + (area.height() - 1 - shaped.height) / 2
        if cell.role == "chip":
            self._chip(painter, QPointF(left + _PAD, top), shaped, cell.tone, chosen=chosen)
            return
        painter.setPen(self._colors["muted" if cell.role == "time" else "text"])
        gap = room - shaped.width
        shift = gap if cell.align == "right" else gap / 2 if cell.align == "center" else 0.0
        painter.drawStaticText(QPointF(left + _PAD + shift, top), shaped.text)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a cell; the view has rows of one height."""
        text = self._model.cells(index.row())[index.column()].text
        return QSize(self._metrics["text"].horizontalAdvance(text) + 2 * _PAD, theme.of_app().px("row"))

    def _shaped(self, cell: Cell, room: int) -> _Shaped:
        key = (cell.text, cell.role, room)
        if (kept := self._texts.get(key)) is not None:
            return kept
        if len(self._texts) >= _KEPT_TEXTS:
            self._texts.clear()
        space = room - 2 * _PAD if cell.role == "chip" else room
        line = " ".join(cell.text[:500].split())
        cut = Qt.TextElideMode.ElideMiddle if cell.role == "ends" else Qt.TextElideMode.ElideRight
        static = QStaticText(self._metrics[cell.role].elidedText(line, cut, space))
        static.setTextFormat(Qt.TextFormat.PlainText)
        static.prepare(font=self._fonts[cell.role])
        size = static.size()
        shaped = self._texts[key] = _Shaped(static, size.width(), size.height())
        return shaped

    def _chips(self, painter: QPainter, area: QRect, cell: Cell, room: int, *, chosen: bool) -> None:
        """Paint one chip beside the other; those for which there is no room are left out."""
        left = float(area.left() + _PAD)
        painter.setFont(self._fonts["chip"])
        for text, tone in zip(cell.text.split(PARTED), cell.tone.split("|"), strict=True):
            if room < self.least_chip:
                return
            shaped = self._shaped(Cell(text, "chip", cell.align, tone), room)
            top = area.top() + (area.height() - 1 - shaped.height) / 2
            self._chip(painter, QPointF(left, top), shaped, tone, chosen=chosen)
            wide = int(shaped.width) + 2 * _PAD + _BETWEEN
            left, room = left + wide, room - wide

    def _chip(self, painter: QPainter, at: QPointF, shaped: _Shaped, tone: str, *, chosen: bool) -> None:
        fill, ink = _TONES[tone]
        if chosen and fill == _CHOSEN:  # it would not stand out from its row
            fill = "surface"
        chip = QRectF(at.x(), at.y() - 2, shaped.width + 2 * _PAD, shaped.height + 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colors[fill])
        painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(self._colors[ink])
        painter.drawStaticText(QPointF(at.x() + _PAD, at.y()), shaped.text)
