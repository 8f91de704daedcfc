"""The band that says on every page of the demo that everything is made up."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit import theme


class DemoBanner(QWidget):
    """One line over the window, in the warning color; ``sign_in`` is name and password of the demo."""

    def __init__(self, sign_in: tuple[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("demo_banner")
        self._sign_in = sign_in
        self.setFixedHeight(theme.of_app().px("small") + 12)
        self.hide()

    def text(self) -> str:
        """Return what it says."""
        name, password = self._sign_in
        text = self.tr("Demo: every person and number here is made up.")
        if not name:
            return text
        sign_in = self.tr("Every account has the password {password}, for example {name}.")
        return self.tr("{what} {how}").format(what=text, how=sign_in.format(name=name, password=password))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.text())
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and words."""
        from PySide6.QtCore import Qt  # 120 enumerations: not before the first picture

        looks, painter = theme.of_app(), QPainter(self)
        painter.fillRect(self.rect(), looks.color("warning_soft"))
        painter.setPen(looks.color("warning"))
        painter.setFont(looks.font("small", bold=True))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())
