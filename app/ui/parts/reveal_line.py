"""Shows a whole number for a reason that is written down: one line to type why, a button, and what it gave."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from app.services import access
from app.ui.kit import theme
from app.ui.kit.jobs import Jobs


class RevealLine(QWidget):
    """``offer`` shows it for a record, ``withdraw`` takes it away. ``refused(error)`` where the person may not."""

    refused = Signal(object)

    def __init__(self, name: str, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._jobs = jobs
        self._of: tuple[str, bytes] | None = None
        self._asked: tuple[str, bytes] | None = None
        self._build(name)
        self.retranslate()
        self.hide()

    def offer(self, entity: str, record: bytes) -> None:
        """Offer the numbers of a record; what was revealed of another one goes."""
        if self._of != (entity, record):
            self._of = (entity, record)
            self.why.clear()
            self.number.clear()
            self._ready("")
        self.show()

    def withdraw(self) -> None:
        """Forget the record, and what was revealed of it."""
        self._of = None
        self.number.clear()
        self.hide()

    def reveal(self) -> None:
        """Write the reason down and show the numbers."""
        if self._of is None or not self._button.isEnabled():
            return
        entity, record = self._asked = self._of
        command = partial(access.reveal, record=record, why=self.why.text(), entity=entity)
        self._jobs.do(command, done=self._show, failed=self.refused.emit, initiator=self)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.why.setPlaceholderText(self.tr("Why is the whole number needed? It is written down."))
        self.why.setAccessibleName(self.tr("Reason for seeing the whole number"))
        self._button.setText(self.tr("Show number"))
        self._button.setAccessibleName(self._button.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self, name: str) -> None:
        self.why, self._button, self.number = QLineEdit(self), QPushButton(self), QLabel(self)
        self.why.setObjectName(f"{name}.why")
        self._button.setObjectName(f"{name}.show")
        self.number.setObjectName(f"{name}.number")
        self.number.setTextFormat(Qt.TextFormat.PlainText)
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.number.setFont(theme.of_app().font(bold=True, tabular=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.of_app().px("pad"))
        row.addWidget(self.why, 1)
        for widget in (self._button, self.number):
            row.addWidget(widget)
        self.why.textChanged.connect(self._ready)
        self.why.returnPressed.connect(self.reveal)
        self._button.clicked.connect(self.reveal)

    def _ready(self, _text: str) -> None:
        self._button.setEnabled(bool(self.why.text().strip()))

    def _show(self, numbers: tuple[str, ...]) -> None:
        if self._asked == self._of:
            self.number.setText(", ".join(numbers))
