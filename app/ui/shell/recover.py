"""The page on which a desk whose key is lost is opened with the recovery sheet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.models.errors import AppError, FieldWrong
from app.ui.shell.key_home import KeyHome
from app.ui.shell.start_page import LabeledLine, StartPage


class RecoverPage(StartPage):
    """`typed(recovery passphrase, new passphrase)` ("" keeps the key in the keyring), `back_wanted()`."""

    typed = Signal(str, str)
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("recover", parent, width=520)
        self._line = LabeledLine("recover.line", self.card)
        self.home = KeyHome("recover", self.card)
        self._back, self._open = QPushButton(self.card), QPushButton(self.card)
        self._build()
        self.retranslate()

    def enter(self) -> None:
        """Empty the line and put the cursor into it."""
        self._line.line.clear()
        self.notice.clear()
        self._set_busy(busy=False)
        self._line.setFocus()

    def submit(self) -> None:
        """Hand over what was typed."""
        if not self._line.text().strip():
            self._line.setFocus()
            return
        if self.home.complete():
            self._set_busy(busy=True)
            self.notice.clear()
            self.typed.emit(self._line.text(), self.home.passphrase())

    def refuse(self, error: AppError) -> None:
        """Say what is wrong with the passphrase, or why it does not help."""
        self._set_busy(busy=False)
        self.notice.show_error(error)
        if isinstance(error, FieldWrong):
            self._line.setFocus()

    def retranslate(self) -> None:
        """Say the page's words in the language of the window."""
        self.title.setText(self.tr("Recover the desk"))
        self.says.setText(
            self.tr("The recovery sheet was printed when this desk was set up. Its passphrase opens the data again.")
        )
        hint = self.tr("Eight groups of four. Capital or small letters, with or without hyphens.")
        self._line.set_words(self.tr("Recovery passphrase"), hint)
        for button, text in ((self._back, self.tr("Back")), (self._open, self.tr("Recover"))):
            button.setText(text)
            button.setAccessibleName(text)

    def _build(self) -> None:
        self._back.setObjectName("recover.back")
        self._open.setObjectName("recover.open")
        self._open.setProperty("tone", "primary")
        for part in (self._line, self.home, self.notice):
            self.body.addWidget(part)
        foot = QHBoxLayout()
        self.body.addLayout(foot)
        foot.addWidget(self._back)
        foot.addStretch(1)
        foot.addWidget(self._open)
        self._line.entered.connect(self.submit)
        self._back.clicked.connect(self.back_wanted)
        self._open.clicked.connect(self.submit)

    def _set_busy(self, *, busy: bool) -> None:
        self._open.setEnabled(not busy)
