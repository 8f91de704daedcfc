"""The end of an import: approved at once or as drafts, and the button that starts it."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QWidget

from app.ui.kit import theme


class ImportFoot(QWidget):
    """``started()`` when the button is pressed, ``publish_changed(on)`` when the choice is another one."""

    started = Signal()
    publish_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changing = 0
        self._is_done = self._is_busy = False
        self._build()
        self.publish.clicked.connect(self._change)
        self.start.clicked.connect(self.started)
        self.retranslate()

    def show_state(self, changing: int, *, done: bool, busy: bool) -> None:
        """Show how many scripts will change, that it is over, or that it is under way."""
        self._changing, self._is_done, self._is_busy = changing, done, busy
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.publish.setText(self.tr("Approve at once"))
        self.publish.setToolTip(
            self.tr("Callers may be given them right away; that you approved them by import is written down")
        )
        self.publish.setAccessibleName(self.publish.text())
        self.publish.setEnabled(not self._is_busy)
        self.publish.setVisible(not self._is_done)
        if self._is_done:
            self.hint.setText("")
            self.start.setText(self.tr("Done"))
        else:
            drafts = self.tr("They come in as drafts; no caller is given a draft.")
            approved = self.tr("Callers may be given them right away. That you approved them is written down.")
            self.hint.setText(approved if self.publish.isChecked() else drafts)
            self.start.setText(self.tr("Import %n script(s)", "", self._changing))
        self.start.setAccessibleName(self.start.text())
        self.start.setEnabled(not self._is_busy and (self._is_done or self._changing > 0))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.publish = QCheckBox(self)
        self.publish.setObjectName("scripts.import.publish")
        self.hint = QLabel(self)
        self.hint.setProperty("type", "hint")
        self.hint.setWordWrap(True)
        self.start = QPushButton(self)
        self.start.setObjectName("scripts.import.start")
        self.start.setProperty("tone", "primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.of_app().px("gap"))
        row.addWidget(self.publish)
        row.addWidget(self.hint, 1)
        row.addWidget(self.start)

    def _change(self, on: bool) -> None:
        self.retranslate()
        self.publish_changed.emit(on)
