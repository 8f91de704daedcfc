"""A list of lines: a title with chips at its right, and quiet words below, some of them marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.kit import theme

Index = QModelIndex | QPersistentModelIndex
_LINE = Qt.ItemDataRole.UserRole
_PAD, _GAP, _CHIP = 8, 6, 8
_LONGEST = 2000


@dataclass(frozen=True)
class Line:
    """One line. ``chips`` are (text, tone), ``marks`` the places of ``detail`` to be marked, ``hint`` stands at the
    right end."""

    key: Any
    title: str
    detail: str = ""
    chips: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    grey: bool = False

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(part for part in (self.title, *(chip[0] for chip in self.chips), self.detail) if part)


class Lines(QAbstractListModel):
    """The lines of one list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of lines."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a line for its painter, for ears and for the pointer."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == _LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{line.title}\n{line.detail}".strip()
        return None


class LinePainter(QStyledItemDelegate):
    """Paints a line; the chosen one on the soft accent. The detail takes up to ``wrap`` rows."""

    def __init__(self, parent: QWidget, wrap: int = 1) -> None:
        super().__init__(parent)
        self._wrap = wrap

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        line: Line = index.data(_LINE)
        looks = theme.of_app()
        area: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(looks.color("accent_soft" if state & QStyle.StateFlag.State_Selected else "hover"))
            painter.drawRoundedRect(area.adjusted(2, 1, -2, -1), 6, 6)
        inner = area.adjusted(_PAD + 2, _PAD - 2, -_PAD - 2, 2 - _PAD)
        height = QFontMetrics(looks.font()).height()
        top = QRect(inner.left(), inner.top(), inner.width(), height if line.detail else inner.height())
        rest = self._right(painter, top, line)
        painter.setFont(looks.font(bold=not line.grey))
        painter.setPen(looks.color("muted" if line.grey else "text"))
        title = painter.fontMetrics().elidedText(line.title, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), title)
        if line.detail:
            self._detail(painter, inner.adjusted(0, height + 2, 0, 0), line)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the title and of the rows of its detail."""
        line: Line = index.data(_LINE)
        looks = theme.of_app()
        height = QFontMetrics(looks.font()).height() + 2 * _PAD - 4
        return QSize(0, height + (self._detail_height(line, self._width(option)) + 2 if line.detail else 0))

    def _width(self, option: QStyleOptionViewItem) -> int:
        view = self.parent()
        area: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        width = view.viewport().width() if isinstance(view, QListView) else area.width()
        return max(80, width - 2 * _PAD - 4)

    def _detail_height(self, line: Line, width: int) -> int:
        metrics = QFontMetrics(theme.of_app().font("small"))
        if self._wrap == 1:
            return metrics.height()
        room = QRect(0, 0, width, 10_000)
        wrapped = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), line.detail[:_LONGEST])
        return min(wrapped.height(), metrics.lineSpacing() * self._wrap)

    def _right(self, painter: QPainter, area: QRect, line: Line) -> QRect:
        """Paint hint and chips at the right end and return what is left for the title."""
        looks = theme.of_app()
        painter.setFont(looks.font("small", tabular=True))
        metrics = painter.fontMetrics()
        rest = QRect(area)
        if line.hint:
            painter.setPen(looks.color("muted"))
            painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), line.hint)
            rest.adjust(0, 0, -metrics.horizontalAdvance(line.hint) - _GAP, 0)
        for text, tone in reversed(line.chips):
            width = metrics.horizontalAdvance(text) + 2 * _CHIP
            field = QRectF(rest.right() + 1 - width, rest.center().y() - 9, width, 19)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(looks.color(f"{tone}_soft" if tone else "sunken"))
            painter.drawRoundedRect(field, 9, 9)
            painter.setPen(looks.color(tone or "muted"))
            painter.drawText(field, int(Qt.AlignmentFlag.AlignCenter), text)
            rest.adjust(0, 0, -width - _GAP, 0)
        return rest

    def _detail(self, painter: QPainter, area: QRect, line: Line) -> None:
        looks = theme.of_app()
        plain, marked = looks.font("small"), looks.font("small", bold=True)
        if self._wrap > 1:
            painter.setFont(plain)
            painter.setPen(looks.color("muted"))
            painter.setClipRect(area)
            painter.drawText(area, int(Qt.TextFlag.TextWordWrap), line.detail[:_LONGEST])
            return
        left = area.left()
        for text, is_marked in _stretches(line):
            painter.setFont(marked if is_marked else plain)
            painter.setPen(looks.color("accent" if is_marked else "muted"))
            room = QRect(left, area.top(), area.right() + 1 - left, area.height())
            metrics = painter.fontMetrics()
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
            left += metrics.horizontalAdvance(shown)
            if shown != text:
                return


class LineList(QListView):
    """Shows lines, details in up to ``wrap`` rows. ``opened(key)`` Enter or click, ``picked(key)`` while moving."""

    opened = Signal(object)
    picked = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None, *, wrap: int = 1) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._most = 0
        self._is_quiet = False
        self.rows = Lines(self)
        self.setModel(self.rows)
        self.setItemDelegate(LinePainter(self, wrap))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(wrap == 1)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._pick)
        theme.of_app().changed.connect(self.doItemsLayout)

    @property
    def lines(self) -> Sequence[Line]:
        """What is shown."""
        return self.rows.lines

    def key(self) -> Any:
        """Return the key of the current line, None without one."""
        index = self.currentIndex()
        return self.rows.lines[index.row()].key if index.isValid() else None

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; the current one stays current where it is still there."""
        former = self.key()
        self.rows.show_lines(lines)
        place = next((number for number, line in enumerate(lines) if line.key == former), None)
        if former is not None and place is not None:
            self.mark(place)

    def fit(self, most: int = 6) -> None:
        """Be as high as the lines, at most as high as so many of them, at this and at any later width."""
        self._most = most
        heights = [self.sizeHintForRow(place) for place in range(min(most, len(self.rows.lines)))]
        self.setFixedHeight(sum(heights) + 2 * self.frameWidth() + 2)

    def mark(self, place: int) -> None:
        """Make a line the current one, without a signal."""
        self._is_quiet = True
        self.setCurrentIndex(self.rows.index(place, 0))
        self._is_quiet = False

    def step(self, by: int) -> None:
        """Go up or down, stopping at the ends; ``picked`` follows."""
        if self.rows.lines:
            now = self.currentIndex().row() if self.currentIndex().isValid() else -1 if by > 0 else 0
            place = min(max(now + by, 0), len(self.rows.lines) - 1)
            self.setCurrentIndex(self.rows.index(place, 0))

    def open_place(self, place: int) -> None:
        """Open the line at a place, counted from 0; nothing where there is none."""
        if 0 <= place < len(self.rows.lines):
            self.mark(place)
            self.opened.emit(self.rows.lines[place].key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the lines again, which wrap elsewhere now."""
        super().resizeEvent(event)
        if self._most and event.size().width() != event.oldSize().width():
            self.fit(self._most)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.open_place(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.open_place(index.row())

    def _pick(self, current: QModelIndex) -> None:
        if current.isValid() and not self._is_quiet:
            self.picked.emit(self.rows.lines[current.row()].key)


def _stretches(line: Line) -> list[tuple[str, bool]]:
    found: list[tuple[str, bool]] = []
    end = 0
    for start, stop in line.marks:
        found += [(line.detail[end:start], False), (line.detail[start:stop], True)]
        end = stop
    found.append((line.detail[end:], False))
    return [(text, is_marked) for text, is_marked in found if text]
