"""The key points of an open script, to be ticked while they are said."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.services.script_reading import Point
from app.ui.panes.intake.tick_box import TickBox


class PointRow(QWidget):
    """One point; a click anywhere on it, or Space, ticks it. `ticked()` after a person's change."""

    ticked = Signal()

    def __init__(self, point: Point, parent: QWidget) -> None:
        super().__init__(parent)
        self.point = point
        self.box = TickBox(self)
        self.box.setObjectName(f"intake.script.point.{point.id}")
        self.box.setAccessibleName(point.text)
        text = QLabel(self)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setText(point.text)
        text.setWordWrap(True)
        if point.critical:
            text.setProperty("type", "section")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
        self.box.clicked.connect(self.ticked)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick by a click on the words."""
        self.box.click()


class ScriptPoints(QWidget):
    """All points. `changed(tuple of ids)` after a person's change; critical ones are bold and come as they stand."""

    changed = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[PointRow] = []
        self._head = QLabel(self)
        self._head.setProperty("type", "label")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self._head)
        self._say_head()

    def show_points(self, points: Sequence[Point], ticked: Sequence[str]) -> None:
        """Show the points of another script, or of the same one in another language."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [PointRow(point, self) for point in points]
        for row in self._rows:
            row.box.setChecked(row.point.id in ticked)
            row.ticked.connect(self._say_changed)
            self._column.addWidget(row)
            row.show()
        self._say_head()
        self.setVisible(bool(self._rows))

    def ticked(self) -> tuple[str, ...]:
        """Return the ids of the points ticked."""
        return tuple(row.point.id for row in self._rows if row.box.isChecked())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say_head()
        super().changeEvent(event)

    def _say_changed(self) -> None:
        self._say_head()
        self.changed.emit(self.ticked())

    def _say_head(self) -> None:
        done = self.tr("Key points {done}/{all}").format(done=len(self.ticked()), all=len(self._rows))
        self._head.setText(done)
