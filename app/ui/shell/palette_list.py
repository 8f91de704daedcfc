"""The lines of the palette: headings and what can be chosen, painted in one go."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.kit import icons, theme
from app.ui.shell.presenting import Row, next_choice

Index = QModelIndex | QPersistentModelIndex
_ROW_ROLE = Qt.ItemDataRole.UserRole
_PAD, _ICON, _RADIUS = 12, 18, 6
#: Between a title and its note, and the part of a line that a note takes from a long title at most.
_BESIDE, _SHORT = 10, 3
_ICONS = {"command": "command", "caller": "caller", "inquiry": "work", "unit": "unit", "script": "scripts"}


class PaletteModel(QAbstractListModel):
    """Some dozens of rows, replaced as a whole."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row, or its words for a screen reader."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == _ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(text for text in (row.title, row.note, row.hint) if text)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only what can be chosen can be marked."""
        chosen = index.isValid() and self._rows[index.row()].can_be_chosen
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if chosen else Qt.ItemFlag.NoItemFlags


class PaletteDelegate(QStyledItemDelegate):
    """Paints a heading in small quiet letters, a line with icon, title, note and hint."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        row: Row = index.data(_ROW_ROLE)
        area: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind == "heading":
            self._paint_heading(painter, area, row)
        else:
            marked = bool(option.state & QStyle.StateFlag.State_Selected)  # pyright: ignore[reportAttributeAccessIssue]
            self._paint_row(painter, area, row, marked=marked)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a heading or of a line."""
        heading = index.data(_ROW_ROLE).kind == "heading"
        return QSize(0, theme.of_app().px("small") + 18 if heading else max(36, theme.of_app().px("base") + 20))

    def _paint_heading(self, painter: QPainter, area: QRect, row: Row) -> None:
        looks = theme.of_app()
        painter.setFont(looks.font("small", bold=True))
        painter.setPen(looks.color("muted"))
        line = int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(area.adjusted(_PAD, 0, -_PAD, -5), line, row.title)

    def _paint_row(self, painter: QPainter, area: QRect, row: Row, *, marked: bool) -> None:
        looks = theme.of_app()
        if marked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(looks.color("accent_soft"))
            painter.drawRoundedRect(QRectF(area), _RADIUS, _RADIUS)
        if name := _ICONS.get(row.kind):
            place = QRect(area.left() + _PAD, area.center().y() - _ICON // 2 + 1, _ICON, _ICON)
            icons.book().icon(name, "accent" if marked else "muted").paint(painter, place)
        inner = area.adjusted(_PAD + _ICON + 10, 0, -_PAD, 0)
        inner = self._paint_hint(painter, inner, row.hint)
        line = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        kept = _room_for_note(row.note, inner.width())
        painter.setFont(looks.font())
        painter.setPen(looks.color("text" if row.enabled else "faint"))
        title = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, inner.width() - kept)
        painter.drawText(inner, line, title)
        taken = painter.fontMetrics().horizontalAdvance(title) + _BESIDE
        painter.setFont(looks.font("small"))
        painter.setPen(looks.color("muted"))
        rest = inner.adjusted(taken, 1, 0, 1)
        if rest.width() > 40:
            note = painter.fontMetrics().elidedText(row.note, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, line, note)

    def _paint_hint(self, painter: QPainter, area: QRect, hint: str) -> QRect:
        """Paint the hint at the right and return what is left of the line."""
        if not hint:
            return area
        looks = theme.of_app()
        painter.setFont(looks.font("small", tabular=True))
        painter.setPen(looks.color("muted"))
        shown = painter.fontMetrics().elidedText(hint, Qt.TextElideMode.ElideRight, area.width() * 2 // 5)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), shown)
        return area.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(shown) - 12, 0)


def _room_for_note(note: str, width: int) -> int:
    """Return what a title leaves to a short note, such as a state: cut, "Closed" reads as a command. A long note takes
    what the title does not need."""
    wanted = QFontMetrics(theme.of_app().font("small")).horizontalAdvance(note) + _BESIDE + 1 if note else 0
    return wanted if wanted <= width // _SHORT else 0


class PaletteList(QListView):
    """The list under the line. `picked(Row)` by a click. The line is its focus proxy, so that the focus stays there."""

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("palette.list")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines = PaletteModel(self)
        self.setModel(self._lines)
        self.setItemDelegate(PaletteDelegate(self))
        self.clicked.connect(self._pick)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._lines.rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows, the first one that can be chosen marked."""
        self._lines.show_rows(rows)
        self._mark(next_choice(rows, -1, 1))
        self.scrollToTop()

    def marked(self) -> Row | None:
        """Return the marked row."""
        place = self.currentIndex().row()
        return self._lines.rows[place] if place >= 0 else None

    def step(self, by: int) -> None:
        """Mark a later or an earlier row."""
        self._mark(next_choice(self._lines.rows, self.currentIndex().row(), by))

    def height_of_rows(self) -> int:
        """Return the height in pixels at which nothing has to be scrolled."""
        return sum(self.sizeHintForRow(place) for place in range(len(self._lines.rows)))

    def _mark(self, place: int) -> None:
        self.setCurrentIndex(self._lines.index(place) if place >= 0 else QModelIndex())

    def _pick(self, index: QModelIndex) -> None:
        row = self._lines.rows[index.row()]
        if row.can_be_chosen:
            self.picked.emit(row)
