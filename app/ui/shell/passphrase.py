"""The page that asks for the passphrase of the desk at every start, where its key has no other home."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.models.errors import AppError
from app.ui.shell.start_page import LabeledLine, StartPage


class PassphrasePage(StartPage):
    """`entered(passphrase)`, `recover_wanted()`."""

    entered = Signal(str)
    recover_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("passphrase", parent)
        self._line = LabeledLine("passphrase.line", self.card, secret=True)
        self._open, self._recover = QPushButton(self.card), QPushButton(self.card)
        self._open.setObjectName("passphrase.open")
        self._open.setProperty("tone", "primary")
        self._recover.setObjectName("passphrase.recover")
        self._recover.setProperty("tone", "link")
        for part in (self._line, self.notice, self._open, self._recover):
            self.body.addWidget(part)
        self._line.entered.connect(self.submit)
        self._open.clicked.connect(self.submit)
        self._recover.clicked.connect(self.recover_wanted)
        self.retranslate()

    def enter(self) -> None:
        """Empty the line and put the cursor into it."""
        self._line.line.clear()
        self.set_busy(busy=False)
        self._line.setFocus()

    def submit(self) -> None:
        """Hand the passphrase over."""
        if self._line.text():
            self.set_busy(busy=True)
            self.notice.clear()
            self.entered.emit(self._line.text())

    def refuse(self, error: AppError) -> None:
        """Say why it does not open the desk."""
        self.set_busy(busy=False)
        self.notice.show_error(error)
        self._line.line.selectAll()
        self._line.setFocus()

    def set_busy(self, *, busy: bool) -> None:
        """Say that the key is being worked out, which takes a second."""
        self._open.setEnabled(not busy)
        self._open.setText(self.tr("Opening …") if busy else self.tr("Open"))

    def retranslate(self) -> None:
        """Say the page's words in the language of the window."""
        self.title.setText(self.tr("Open the desk"))
        self.says.setText(self.tr("The data of this desk is encrypted with a passphrase that somebody here knows."))
        self._line.set_words(self.tr("Passphrase of the desk"))
        self._open.setText(self.tr("Open"))
        self._open.setAccessibleName(self.tr("Open"))
        self._recover.setText(self.tr("Nobody knows it any more"))
        self._recover.setAccessibleName(self._recover.text())
