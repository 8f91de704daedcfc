"""Says that no approved answer fits, and leads on: answer from own knowledge; the search itself is kept as a gap."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget


class NoFit(QWidget):
    """`own_knowledge()` when the person answers without a script."""

    own_knowledge = Signal()

    def __init__(self, parent: QWidget | None = None, *, name: str = "intake.say.no_fit") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._title, self._then = QLabel(self), QLabel(self)
        self._title.setProperty("type", "strong")
        self._then.setProperty("type", "hint")
        self._then.setWordWrap(True)
        self._own = QPushButton(self)
        self._own.setObjectName(f"{name}.own_knowledge")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._then)
        self._row = QHBoxLayout()
        column.addLayout(self._row)
        self._row.addWidget(self._own)
        self._row.addStretch(1)
        self._own.clicked.connect(self._choose)
        self.retranslate()

    def hide_title(self) -> None:
        """Leave the headline to what stands above it in the middle, and stand in the middle, too."""
        self._title.hide()
        self._then.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._row.insertStretch(0, 1)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self._title.setText(self.tr("No approved answer fits"))
        self._then.setText(self.tr("What was searched is noted, so that the answer can be written."))
        self._own.setText(self.tr("Answered from own knowledge"))
        self._own.setAccessibleName(self._own.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _choose(self) -> None:
        self.own_knowledge.emit()
