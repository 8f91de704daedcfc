"""Paints one suggestion: its label on the left, its hint in a quiet color on the right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.kit import theme

HINT_ROLE = Qt.ItemDataRole.UserRole + 1
_PAD, _RADIUS = 8, 4
Index = QModelIndex | QPersistentModelIndex


class SuggestionDelegate(QStyledItemDelegate):
    """The painter of type-ahead lists."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line; the marked one on the soft accent."""
        looks = theme.of_app()
        area: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:  # pyright: ignore[reportAttributeAccessIssue]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(looks.color("accent_soft"))
            painter.drawRoundedRect(area, _RADIUS, _RADIUS)
        inner = area.adjusted(_PAD, 0, -_PAD, 0)
        hint = str(index.data(HINT_ROLE) or "")
        room = inner.width() * 2 // 5 if hint else 0
        painter.setFont(looks.font("small"))
        painter.setPen(looks.color("muted"))
        taken = min(room, painter.fontMetrics().horizontalAdvance(hint))
        line = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        shown = painter.fontMetrics().elidedText(hint, Qt.TextElideMode.ElideLeft, taken + 1)
        painter.drawText(inner, line, shown)
        painter.setFont(looks.font())
        painter.setPen(looks.color("text"))
        rest = inner.adjusted(0, 0, -(taken + _PAD if taken else 0), 0)
        label = painter.fontMetrics().elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), label)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a dense row: twelve suggestions must fit under a line."""
        return QSize(0, theme.of_app().px("base") + 14)
