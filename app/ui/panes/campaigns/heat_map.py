"""The share of dials that met somebody, by weekday and time of day."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.models.slots import Slot
from app.services import wording
from app.ui.kit import languages, theme
from app.ui.panes.campaigns import presenting
from app.ui.panes.campaigns.presenting import Cell

_HEAD, _ROW, _LEAST = 104, 24, 58


class HeatMap(QWidget):
    """A grid of shares; what it shows is its accessible description too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: list[Cell] = []
        self.setObjectName("campaigns.heat_map")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.of_app().changed.connect(self.update)
        self.retranslate()

    def show_cells(self, cells: Sequence[Cell]) -> None:
        """Show these cells."""
        self._cells = list(cells)
        self.retranslate()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for seven days and every slot."""
        scale = theme.of_app().scale
        return QSize(int((_HEAD + 7 * _LEAST) * scale), int(_ROW * (1 + len(Slot)) * scale))

    def minimumSizeHint(self) -> QSize:
        """Return the least room."""
        return self.sizeHint()

    def retranslate(self) -> None:
        """Say in words what the colors show."""
        language = languages.current()
        said = [
            f"{presenting.weekday(one.weekday, language)} {_slot(one.slot, language)}: {presenting.percent(one.share)}"
            for one in self._cells
            if one.dials
        ]
        self.setAccessibleName(self.tr("Contacts by weekday and time of day"))
        self.setAccessibleDescription("; ".join(said))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint days across and slots down, the fuller the color the more contacts."""
        scale, language = theme.of_app().scale, languages.current()
        head, row = _HEAD * scale, _ROW * scale
        width = (self.width() - head) / 7
        painter = QPainter(self)
        painter.setFont(theme.of_app().font("small", tabular=True))
        painter.setPen(theme.of_app().color("muted"))
        for day in range(7):
            place = QRectF(head + day * width, 0, width, row)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, presenting.weekday(day, language))
        for place, slot in enumerate(Slot):
            line = QRectF(0, (place + 1) * row, head - 4, row)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, _slot(slot, language))
        rows = {slot: place + 1 for place, slot in enumerate(Slot)}
        for one in self._cells:
            at = QRectF(head + one.weekday * width + 1, rows[one.slot] * row + 1, width - 2, row - 2)
            self._paint(painter, at, one)
        painter.end()

    def _paint(self, painter: QPainter, at: QRectF, one: Cell) -> None:
        look = theme.of_app()
        share = one.share
        if share is None:
            painter.fillRect(at, look.color("sunken"))
            return
        color = QColor(look.color("accent"))
        color.setAlphaF(0.08 + 0.5 * share)
        painter.fillRect(at, color)
        painter.setPen(look.color("text"))
        painter.drawText(at, Qt.AlignmentFlag.AlignCenter, f"{100 * share:.0f} % ({one.dials:,})")


def _slot(slot: Slot, language: str) -> str:
    return wording.label("slot", slot.value, language)
