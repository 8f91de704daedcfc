"""The page on which a desk whose key is lost is opened with the recovery sheet, or with the center's recovery key."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from app.models.errors import AppError, FieldWrong
from app.ui.shell.key_home import KeyHome
from app.ui.shell.start_page import LabeledLine, StartPage


class RecoverPage(StartPage):
    """`typed(recovery passphrase, new passphrase, file)` ("" keeps the key in the keyring; with the file of the
    center's recovery key the first is its code), `back_wanted()`.
    """

    typed = Signal(str, str, object)
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("recover", parent, width=520)
        self._line = LabeledLine("recover.line", self.card)
        self.home = KeyHome("recover", self.card)
        self._center_key: Path | None = None
        self._chooser: QFileDialog | None = None
        self._back, self._open, self._other = (QPushButton(self.card) for _ in range(3))
        self._build()
        self.retranslate()

    def enter(self) -> None:
        """Empty the line and put the cursor into it."""
        self._line.line.clear()
        self._take(None)
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
            self.typed.emit(self._line.text(), self.home.passphrase(), self._center_key)

    def refuse(self, error: AppError) -> None:
        """Say what is wrong with the passphrase, or why it does not help."""
        self._set_busy(busy=False)
        self.says.hide()  # with it the lines below do not fit into a window of 720 pixels
        self.notice.show_error(error)
        if isinstance(error, FieldWrong):
            self._line.setFocus()

    def retranslate(self) -> None:
        """Say the page's words in the language of the window."""
        self.title.setText(self.tr("Recover the desk"))
        hint = self.tr("Eight groups of four. Capital or small letters, with or without hyphens.")
        if self._center_key is None:
            self.says.setText(
                self.tr("The recovery sheet was printed when this desk was set up or its key was changed last. Its "
                        "passphrase opens the data again.")
            )  # fmt: skip
            self._line.set_words(self.tr("Recovery passphrase"), hint)
            other = self.tr("Use the center's recovery key…")
        else:
            says = self.tr("The center's recovery key opens the data again: {file}.")
            self.says.setText(says.format(file=self._center_key.name))
            self._line.set_words(self.tr("Code of the recovery key"), hint)
            other = self.tr("Use the recovery sheet")
        for button, text in ((self._back, self.tr("Back")), (self._open, self.tr("Recover")), (self._other, other)):
            button.setText(text)
            button.setAccessibleName(text)

    def _build(self) -> None:
        self._back.setObjectName("recover.back")
        self._open.setObjectName("recover.open")
        self._open.setProperty("tone", "primary")
        self._other.setObjectName("recover.other")
        for part in (self._line, self._other, self.home, self.notice):
            self.body.addWidget(part)
        foot = QHBoxLayout()
        self.body.addLayout(foot)
        foot.addWidget(self._back)
        foot.addStretch(1)
        foot.addWidget(self._open)
        self._line.entered.connect(self.submit)
        self.home.entered.connect(self.submit)
        self._back.clicked.connect(self.back_wanted)
        self._open.clicked.connect(self.submit)
        self._other.clicked.connect(self._change_way)

    def _change_way(self) -> None:
        if self._center_key is not None:
            self._take(None)
            return
        if self._chooser is None:
            self._chooser = QFileDialog(self, self.tr("The center's recovery key"))
            self._chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
            self._chooser.fileSelected.connect(self._take_file)
        self._chooser.open()

    def _take_file(self, name: str) -> None:
        self._take(Path(name))

    def _take(self, file: Path | None) -> None:
        self._center_key = file
        self.retranslate()
        self.says.show()
        self._line.setFocus()

    def _set_busy(self, *, busy: bool) -> None:
        self._open.setEnabled(not busy)
