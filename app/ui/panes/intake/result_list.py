"""The scripts found: number key, title, and the phrase that matched with what was typed marked in it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui.kit import theme
from app.ui.panes.intake.script_search import Hit

Index = QModelIndex | QPersistentModelIndex
_HIT = Qt.ItemDataRole.UserRole
_MARKED = Qt.ItemDataRole.UserRole + 1
_REASON = Qt.ItemDataRole.UserRole + 2
_DIVIDER = Qt.ItemDataRole.UserRole + 3
_PAD, _BADGE, _KEYS = 8, 20, 5
_TONES = {"review_due": "warning", "expired": "danger", "withdrawn": "danger", "coming": "warning"}


class _Painter(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit: Hit = index.data(_HIT)
        looks = theme.of_app()
        area: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._divider(painter, area, str(index.data(_DIVIDER) or ""))
        if option.state & QStyle.StateFlag.State_Selected:  # pyright: ignore[reportAttributeAccessIssue]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(looks.color("accent_soft"))
            painter.drawRoundedRect(area.adjusted(2, 1, -2, -1), 6, 6)
        inner = area.adjusted(_PAD, _PAD // 2 + 1, -_PAD, -_PAD // 2)
        self._badge(painter, inner, index.row())
        text = inner.adjusted(_BADGE + _PAD, 0, 0, 0)
        usable = hit.standing in ("live", "review_due")
        ink = looks.color(("text" if hit.fits else "muted") if usable else "faint")
        line = QFontMetrics(looks.font(bold=True)).height()
        typed = str(index.data(_MARKED) or "")
        end = self._state(painter, text, hit)
        _draw(painter, QRect(text.x(), text.y(), end - text.x(), line), hit.title, typed, looks.font(bold=True), ink)
        if reason := str(index.data(_REASON) or ""):
            below = QRect(text.x(), text.y() + line + 1, text.width(), line)
            _draw(painter, below, reason, typed, looks.font("small"), looks.color("muted"))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        looks = theme.of_app()
        height = QFontMetrics(looks.font(bold=True)).height()
        small = QFontMetrics(looks.font("small")).height()
        if index.data(_REASON):
            height += small + 1
        if index.data(_DIVIDER):
            height += small + _PAD
        return QSize(0, height + _PAD + 2)

    def _divider(self, painter: QPainter, area: QRect, text: str) -> QRect:
        """Draw a line with a word over the first result that does not fit, and return what is left for it."""
        if not text:
            return area
        looks = theme.of_app()
        painter.setFont(looks.font("small"))
        painter.setPen(looks.color("muted"))
        small = painter.fontMetrics().height()
        head = QRect(area.x() + _PAD, area.y(), area.width() - 2 * _PAD, small + _PAD // 2)
        painter.drawText(head, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
        painter.setPen(looks.color("border"))
        left = head.x() + painter.fontMetrics().horizontalAdvance(text) + _PAD
        painter.drawLine(left, head.center().y(), head.right(), head.center().y())
        return area.adjusted(0, small + _PAD, 0, 0)

    def _badge(self, painter: QPainter, area: QRect, row: int) -> None:
        if row >= _KEYS:
            return
        looks = theme.of_app()
        box = QRect(area.x(), area.y(), _BADGE, _BADGE)
        painter.setPen(looks.color("border"))
        painter.setBrush(looks.color("sunken"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(looks.color("muted"))
        painter.setFont(looks.font("small", tabular=True))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(row + 1))

    def _state(self, painter: QPainter, area: QRect, hit: Hit) -> int:
        """Draw a dot for a script that is not simply valid, and return where the title must end."""
        tone = _TONES.get(hit.standing, "accent" if hit.urgent else "")
        if not tone:
            return area.right()
        looks = theme.of_app()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(looks.color(tone))
        painter.drawEllipse(QRect(area.right() - 8, area.y() + 6, 8, 8))
        return area.right() - 16


class ResultList(QListWidget):
    """`opened(place)` on click or Enter, counted from 0."""

    opened = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setItemDelegate(_Painter(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.itemClicked.connect(self._open)

    def show_hits(self, hits: Sequence[Hit], typed: str) -> None:
        """Show other results; the first one is marked."""
        self.clear()
        weak = next((place for place, hit in enumerate(hits) if not hit.fits), -1)
        for place, hit in enumerate(hits):
            reason = self._reason(hit)
            item = QListWidgetItem(self)
            item.setData(_HIT, hit)
            item.setData(_MARKED, typed)
            item.setData(_REASON, reason)
            item.setData(_DIVIDER, self.tr("Nearest, not approved for this") if place == weak else "")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{hit.title}. {reason}")
            item.setToolTip(hit.title)
        if hits:
            self.setCurrentRow(0)

    def _reason(self, hit: Hit) -> str:
        """Say why a result is there: the phrase that matched, and how many similar calls it answered."""
        phrase = hit.why if hit.why != hit.title else ""
        calls = self.tr("said in %n similar call(s)", "", hit.said) if hit.said else ""
        return " · ".join(filter(None, (phrase, calls)))

    def step(self, by: int) -> None:
        """Move the mark."""
        if self.count():
            self.setCurrentRow(min(max(self.currentRow() + by, 0), self.count() - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem():
            self._open(self.currentItem())
        else:
            super().keyPressEvent(event)

    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit(self.row(item))


def _draw(painter: QPainter, area: QRect, text: str, typed: str, font: QFont, ink: QColor) -> None:
    """Draw one line cut to the area, with the first place of what was typed in the accent color."""
    painter.setFont(font)
    shown = painter.fontMetrics().elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, area.width())
    start = shown.lower().find(typed.lower()) if typed else -1
    end = start + len(typed) if start >= 0 else 0
    left = area.x()
    for part, color in (
        (shown[: max(start, 0)], ink),
        (shown[max(start, 0) : end], theme.of_app().color("accent")),
        (shown[end:], ink),
    ):
        if part:
            painter.setPen(color)
            painter.drawText(QRect(left, area.y(), area.right() - left + 1, area.height()), 0, part)
            left += painter.fontMetrics().horizontalAdvance(part)
