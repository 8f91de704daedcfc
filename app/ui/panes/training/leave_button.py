"""The way out of a form for who does not know that Esc leaves it."""

from PySide6.QtCore import QEvent, SignalInstance
from PySide6.QtWidgets import QPushButton, QWidget


class LeaveButton(QPushButton):
    """Leaves a form as Esc does; ``left`` is the signal that says so."""

    def __init__(self, name: str, left: SignalInstance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("tone", "quiet")
        self.clicked.connect(left)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setText(self.tr("Leave without saving (Esc)"))
        self.setAccessibleName(self.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
