"""The key points of a script: what must be said, with a number on each that ticks it."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.services.script_reading import Point
from app.ui.kit import theme
from app.ui.kit.labels import Chip, KeyHint
from app.ui.parts.tick_box import TickBox

#: Only so many have a key.
KEYS = 9


class PointRow(QWidget):
    """One key point. ``ticked(id, on)`` after a person's change."""

    ticked = Signal(str, bool)

    def __init__(self, number: int, parent: QWidget, *, can_tick: bool) -> None:
        super().__init__(parent)
        self.point = Point("", "")
        self._number = number
        self._can_tick = can_tick
        self.box = TickBox(self)
        self.box.setObjectName(f"reader.point{number}")
        self.box.setVisible(can_tick)
        self._must = Chip("", "accent", self)
        self._text = QLabel(self)
        self._build()
        self.box.clicked.connect(self._say)

    def show_point(self, point: Point) -> None:
        """Show a point, not ticked."""
        self.point = point
        self._text.setText(point.text)
        self._must.setVisible(point.critical)
        self.retranslate()

    def set_ticked(self, on: bool) -> None:
        """Show it as said or not, without a signal; where nobody ticks, nothing is shown."""
        if not self._can_tick:
            return
        self.box.setChecked(on)
        self._fade(on)

    def toggle(self) -> None:
        """Tick it or take the tick away, as a person."""
        if self._can_tick:
            self.box.click()

    def retranslate(self) -> None:
        """Set its texts in the language of the window."""
        self._must.show_text(self.tr("must be said"), "accent")
        must = self.tr("must be said") if self.point.critical else ""
        self.box.setAccessibleName(f"{self._number}. {self.point.text} {must}".strip())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick it wherever it is pressed."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.toggle()
        super().mousePressEvent(event)

    def _build(self) -> None:
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setFont(theme.of_app().font("section"))
        self._text.ensurePolished()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        line = self._text.fontMetrics().height()
        self._must.setFixedHeight(line)
        if self._can_tick:
            self.box.setFixedHeight(line)
            row.addWidget(self.box, 0, top)
            if self._number <= KEYS:
                hint = KeyHint(str(self._number), self)
                hint.setFixedHeight(line)
                row.addWidget(hint, 0, top)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            number = QLabel(f"{self._number}.", self)
            number.setProperty("type", "muted")
            number.setFont(theme.of_app().font("section", tabular=True))
            row.addWidget(number, 0, top)
        row.addWidget(self._text, 1, top)
        row.addWidget(self._must, 0, top)

    def _say(self, on: bool) -> None:
        self._fade(on)
        self.ticked.emit(self.point.id, on)

    def _fade(self, on: bool) -> None:
        self._text.setProperty("type", "muted" if on else "")
        self._text.style().unpolish(self._text)
        self._text.style().polish(self._text)


class KeyPoints(QWidget):
    """All key points of a script. ``ticked(id, on)`` after a person's change."""

    ticked = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None, *, can_tick: bool = True) -> None:
        super().__init__(parent)
        self._can_tick = can_tick
        # Rows are used again for the next script: making them costs more than all the rest of it.
        self._rows: list[PointRow] = []
        self._count = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.hide()

    @property
    def rows(self) -> Sequence[PointRow]:
        """The points as they stand."""
        return tuple(self._rows[: self._count])

    def show_points(self, points: Sequence[Point], ticked: Collection[str]) -> None:
        """Show the points of a script with those that were said already."""
        self._make(len(points))
        for row, point in zip(self.rows, points, strict=True):
            if row.point != point:
                row.show_point(point)
            row.set_ticked(point.id in ticked)
        self.setVisible(bool(points))

    def toggle(self, number: int) -> None:
        """Tick the point with this number, counted from 1, or take its tick away; a number without a point is left."""
        if 1 <= number <= self._count:
            self._rows[number - 1].toggle()

    def tick_next(self) -> bool:
        """Tick the first point that was not said yet; say whether there was one."""
        for row in self.rows:
            if self._can_tick and not row.box.isChecked():
                row.toggle()
                return True
        return False

    def left(self) -> int:
        """Return how many were not said yet."""
        return sum(1 for row in self.rows if not row.box.isChecked())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            for row in self._rows:
                row.retranslate()
        super().changeEvent(event)

    def _make(self, count: int) -> None:
        for number in range(len(self._rows) + 1, count + 1):
            row = PointRow(number, self, can_tick=self._can_tick)
            row.ticked.connect(self.ticked)
            self._column.addWidget(row)
            self._rows.append(row)
        self._count = count
        for place, row in enumerate(self._rows):
            row.setVisible(place < count)
