"""What happened, newest first: a dot, a time, a title, a few quiet lines."""

from collections.abc import Callable, Sequence
from datetime import datetime, tzinfo
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.kit import languages, theme
from app.ui.kit.presenting_time import exact, relative

Index = QModelIndex | QPersistentModelIndex
_ENTRY = Qt.ItemDataRole.UserRole
_GUTTER, _PAD, _DOT = 24, 8, 4
_DETAIL_LINES = 3


class Entry(NamedTuple):
    """One thing that happened. `key` comes back with `opened`; `tone` colors the dot (see Chip)."""

    key: Any
    at: datetime
    title: str
    detail: str = ""
    tone: str = ""


class _Entries(QAbstractListModel):
    def __init__(self, clock: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: Sequence[Entry] = ()
        self.zone: tzinfo | None = None
        self._clock = clock

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        if role == _ENTRY:
            return entry
        if role == Qt.ItemDataRole.ToolTipRole:
            return exact(entry.at, languages.current(), self.zone)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self.when(entry)} · {entry.title}"
        return None

    def when(self, entry: Entry) -> str:
        return relative(entry.at, self._clock(), languages.current(), self.zone)


class _Painter(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(_ENTRY)
        model = index.model()
        looks = theme.of_app()
        area: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(looks.color("accent_soft"))
            painter.drawRoundedRect(area.adjusted(_GUTTER - 4, 2, -4, -2), 6, 6)
        self._line(painter, area, entry, last=index.row() == model.rowCount() - 1)
        inner = area.adjusted(_GUTTER + 4, _PAD, -_PAD - 4, 0)
        when = _when_said(index)
        height = QFontMetrics(looks.font(bold=True)).height()
        below = _stand_apart(entry.title, when, inner.width())
        painter.setFont(looks.font("small", tabular=True))
        painter.setPen(looks.color("muted"))
        side = Qt.AlignmentFlag.AlignLeft if below else Qt.AlignmentFlag.AlignRight
        painter.drawText(inner.adjusted(0, below and height, 0, 0), int(side | Qt.AlignmentFlag.AlignTop), when)
        room = inner.width() if below else inner.width() - painter.fontMetrics().horizontalAdvance(when) - _PAD
        painter.setFont(looks.font(bold=True))
        painter.setPen(looks.color("text"))
        title = painter.fontMetrics().elidedText(entry.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), title)
        if entry.detail:
            self._detail(painter, inner.adjusted(0, height + below + 2, 0, -_PAD), entry.detail)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: Entry = index.data(_ENTRY)
        looks = theme.of_app()
        height = QFontMetrics(looks.font(bold=True)).height() + 2 * _PAD
        width: int = option.rect.width()  # pyright: ignore[reportAttributeAccessIssue]
        view = self.parent()
        if not width and isinstance(view, QListView):  # asked for one row, it is not told how wide that is
            width = view.viewport().width()
        height += _stand_apart(entry.title, _when_said(index), width - _GUTTER - 2 * _PAD - 8)
        if entry.detail:
            metrics = QFontMetrics(looks.font())
            room = QRect(0, 0, max(80, width - _GUTTER - 2 * _PAD - 8), 10_000)
            wrapped = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), entry.detail[:2000])
            height += min(wrapped.height(), metrics.lineSpacing() * _DETAIL_LINES) + 2
        return QSize(0, height)

    def _line(self, painter: QPainter, area: QRect, entry: Entry, *, last: bool) -> None:
        looks = theme.of_app()
        middle = area.left() + _GUTTER / 2
        center = area.top() + _PAD + QFontMetrics(looks.font()).height() / 2
        painter.setPen(QPen(looks.color("border"), 2))
        if area.top() > 0:
            painter.drawLine(QPointF(middle, area.top()), QPointF(middle, center))
        if not last:
            painter.drawLine(QPointF(middle, center), QPointF(middle, area.bottom() + 1))
        painter.setPen(QPen(looks.color("surface"), 2))
        painter.setBrush(looks.color(entry.tone or "faint"))
        painter.drawEllipse(QPointF(middle, center), _DOT + 1, _DOT + 1)

    def _detail(self, painter: QPainter, area: QRect, text: str) -> None:
        looks = theme.of_app()
        painter.setFont(looks.font())
        painter.setPen(looks.color("muted"))
        painter.setClipRect(area)
        painter.drawText(area, int(Qt.TextFlag.TextWordWrap), text[:2000])


class Timeline(QListView):
    """A list of entries, newest first. `opened(key)` on Enter or double click; connect `refresh` to ``Jobs.ticked``."""

    opened = Signal(object)

    def __init__(self, name: str, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._model = _Entries(clock, self)
        self._minute = ""
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self._open)

    @property
    def entries(self) -> Sequence[Entry]:
        """What is shown."""
        return self._model.entries

    def show_entries(self, entries: Sequence[Entry], zone: tzinfo | None = None) -> None:
        """Show other entries, newest first whatever their order was; times are those of a zone, else of the machine."""
        self._model.beginResetModel()
        self._model.zone = zone
        self._model.entries = sorted(entries, key=_when, reverse=True)
        self._model.endResetModel()

    def refresh(self, now: datetime) -> None:
        """Say the times anew, once a minute."""
        minute = f"{now:%d %H:%M}"
        if minute != self._minute:
            self._minute = minute
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.entries[index.row()].key)


def _when(entry: Entry) -> datetime:
    return entry.at


def _when_said(index: Index) -> str:
    model = index.model()
    return model.when(index.data(_ENTRY)) if isinstance(model, _Entries) else ""


def _stand_apart(title: str, when: str, room: int) -> int:
    """Return the height of the line of its own that a time takes where it does not fit beside its title, else 0."""
    looks = theme.of_app()
    small, bold = QFontMetrics(looks.font("small", tabular=True)), QFontMetrics(looks.font(bold=True))
    fits = bold.horizontalAdvance(title) + _PAD + small.horizontalAdvance(when) <= room
    return 0 if fits else small.height()
