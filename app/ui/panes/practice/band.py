"""The band that says the whole time that this is practice."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit import theme


class Band(QWidget):
    """One line in the accent color; ``title`` is the scenario that is played."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("practice.band")
        self._title = title
        self.setFixedHeight(theme.of_app().px("base") + 12)
        self.setAccessibleName(self.text())

    def text(self) -> str:
        """Return what it says."""
        text = self.tr("PRACTICE – nothing here is real, and nothing is kept as a contact")
        return f"{text} · {self._title}"

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.text())
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and words; what does not fit is shortened at the end of the title."""
        looks, painter = theme.of_app(), QPainter(self)
        painter.fillRect(self.rect(), looks.color("accent"))
        painter.setPen(looks.color("on_accent"))
        painter.setFont(looks.font("base", bold=True))
        room = self.rect().adjusted(12, 0, -12, 0)
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), text)
