"""The scripts found: number key, title, and the phrase that matched with what was typed marked in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui.kit import own_viewport, theme
from app.ui.panes.intake.marked_line import MarkedLines
from app.ui.panes.intake.script_search import Hit

Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_PAD, _BADGE, _KEYS, _ROUND = 8, 20, 5, 2
#: Letters of both scripts, and how wide a picture they are drawn into that nobody sees.
_SAMPLE, _SAMPLE_WIDE = "问 Answer 1", 160
_TONES = {"review_due": "warning", "expired": "danger", "withdrawn": "danger", "coming": "warning"}


@dataclass(frozen=True)
class _Row:
    """What one row shows: ``typed`` is marked in it, ``divider`` is the word over it ("" for none). One value and not
    four: the list lays itself out for each value that changes, and every key changes those of eight rows.
    """

    hit: Hit
    typed: str
    reason: str
    divider: str


class _Looks:
    """Fonts, heights and colors of the rows, taken from the theme once: every key paints eight rows."""

    def __init__(self) -> None:
        looks = theme.of_app()
        self.small, self.digit = looks.font("small"), looks.font("small", tabular=True)
        self.titles, self.reasons = MarkedLines(looks.font(bold=True)), MarkedLines(self.small)
        self.line, self.below = self.titles.height, self.reasons.height
        names = ("accent", "accent_soft", "border", "danger", "faint", "muted", "sunken", "text", "warning")
        self.colors = {name: looks.color(name) for name in names}
        self._badges: dict[tuple[int, float], QPixmap] = {}

    def badge(self, row: int, ratio: float) -> QPixmap:
        """Return the number key of a row for a screen with so many dots a pixel, painted once."""
        key = (row, ratio)
        if key not in self._badges:
            self._badges[key] = self._painted(row, ratio)
        return self._badges[key]

    def _painted(self, row: int, ratio: float) -> QPixmap:
        made = QPixmap(round((_BADGE + 1) * ratio), round((_BADGE + 1) * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(QColor(0, 0, 0, 0))
        painter, box = QPainter(made), QRect(0, 0, _BADGE, _BADGE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.colors["border"])
        painter.setBrush(self.colors["sunken"])
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(self.colors["muted"])
        painter.setFont(self.digit)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(row + 1))
        painter.end()
        return made


class _Painter(QStyledItemDelegate):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._kept: _Looks | None = None
        theme.of_app().changed.connect(self._forget)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: _Row = index.data(_ROW)
        hit, typed = row.hit, row.typed
        looks = self._looks()
        area: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._divider(painter, area, row.divider)
        if option.state & QStyle.StateFlag.State_Selected:  # pyright: ignore[reportAttributeAccessIssue]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(looks.colors["accent_soft"])
            painter.drawRoundedRect(area.adjusted(2, 1, -2, -1), 6, 6)
        inner = area.adjusted(_PAD, _PAD // 2 + 1, -_PAD, -_PAD // 2)
        self._badge(painter, inner, index.row())
        text = inner.adjusted(_BADGE + _PAD, 0, 0, 0)
        usable = hit.standing in ("live", "review_due")
        inks = (looks.colors[("text" if hit.fits else "muted") if usable else "faint"], looks.colors["accent"])
        title = QRect(text.x(), text.y(), self._state(painter, text, hit) - text.x(), looks.line)
        looks.titles.draw(painter, title, hit.title, typed, inks)
        if row.reason:
            below = QRect(text.x(), text.y() + looks.line + 1, text.width(), looks.below)
            looks.reasons.draw(painter, below, row.reason, typed, (looks.colors["muted"], looks.colors["accent"]))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        looks = self._looks()
        row: _Row = index.data(_ROW)
        height = looks.line + _PAD + 2
        if row.reason:
            height += looks.below + 1
        if row.divider:
            height += looks.below + _PAD
        return QSize(0, height)

    def prepare(self, ratio: float) -> None:
        """Draw what the first row would else wait for: the number keys, and letters of each script in each font."""
        looks = self._looks()
        for row in range(_KEYS):
            looks.badge(row, ratio)
        sample = QPixmap(_SAMPLE_WIDE, looks.line)
        painter, inks = QPainter(sample), (looks.colors["text"], looks.colors["accent"])
        for lines in (looks.titles, looks.reasons):
            lines.draw(painter, sample.rect(), _SAMPLE, "", inks)
        painter.end()

    def _divider(self, painter: QPainter, area: QRect, text: str) -> QRect:
        """Draw a line with a word over the first result that does not fit, and return what is left for it."""
        if not text:
            return area
        looks = self._looks()
        painter.setFont(looks.small)
        painter.setPen(looks.colors["muted"])
        small = looks.below
        head = QRect(area.x() + _PAD, area.y(), area.width() - 2 * _PAD, small + _PAD // 2)
        painter.drawText(head, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
        painter.setPen(looks.colors["border"])
        left = head.x() + painter.fontMetrics().horizontalAdvance(text) + _PAD
        painter.drawLine(left, head.center().y(), head.right(), head.center().y())
        return area.adjusted(0, small + _PAD, 0, 0)

    def _badge(self, painter: QPainter, area: QRect, row: int) -> None:
        if row >= _KEYS:
            return
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(area.topLeft(), self._looks().badge(row, ratio))

    def _state(self, painter: QPainter, area: QRect, hit: Hit) -> int:
        """Draw a dot for a script that is not simply valid, and return where the title must end."""
        tone = _TONES.get(hit.standing, "accent" if hit.urgent else "")
        if not tone:
            return area.right()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._looks().colors[tone])
        painter.drawEllipse(QRect(area.right() - 8, area.y() + 6, 8, 8))
        return area.right() - 16

    def _looks(self) -> _Looks:
        if self._kept is None:
            self._kept = _Looks()
        return self._kept

    def _forget(self) -> None:
        self._kept = None


class ResultList(QListWidget):
    """`opened(place)` on click or Enter, counted from 0."""

    opened = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._rows = _Painter(self)
        self.setItemDelegate(self._rows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        # Opaque rows, clear of the round corners: else each key paints everything below them up to the window again.
        self.setViewportMargins(_ROUND, _ROUND, _ROUND, _ROUND)
        own_viewport.give(self).setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.itemClicked.connect(self._open)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, then the rows."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.of_app().color("surface"))
        painter.end()
        super().paintEvent(event)

    def prepare(self) -> None:
        """Draw once, where nobody sees it, what the first answers would else wait for."""
        self._rows.prepare(self.devicePixelRatioF())

    def show_hits(self, hits: Sequence[Hit], typed: str) -> None:
        """Show other results; the first one is marked."""
        while self.count() > len(hits):
            self.takeItem(self.count() - 1)
        weak = next((place for place, hit in enumerate(hits) if not hit.fits), -1)
        divider = self.tr("Nearest, not approved for this")
        for place, hit in enumerate(hits):
            row = _Row(hit, typed, self._reason(hit), divider if place == weak else "")
            # Rows are kept from key to key: making them again costs their layout, and the mark its place.
            item = self.item(place)
            if item is None:  # pyright: ignore[reportUnnecessaryComparison]
                self.addItem(_item(row))
            elif item.data(_ROW) != row:
                self._change(item, row)
        if hits:
            self.setCurrentRow(0)

    def _change(self, item: QListWidgetItem, row: _Row) -> None:
        blocker = QSignalBlocker(self.model())
        _say(item, row)
        blocker.unblock()
        item.setData(_ROW, row)

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


def _item(row: _Row) -> QListWidgetItem:
    item = QListWidgetItem()
    _say(item, row)
    item.setData(_ROW, row)
    return item


def _say(item: QListWidgetItem, row: _Row) -> None:
    """Put into a row what is read aloud and what the tip says."""
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.hit.title}. {row.reason}")
    item.setToolTip(row.hit.title)
