"""The page for a desk that cannot be opened: what is the matter, the next step, and the ways on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.models import errors, key_errors
from app.models.errors import AppError
from app.services.wording import sentence
from app.ui.kit import icons, languages
from app.ui.shell.start_page import StartPage

#: Which troubles end with the recovery passphrase: the database is there, its key is not.
RECOVERABLE = (
    key_errors.KeyringMissing,
    key_errors.KeyringChanged,
    key_errors.KeyringFailed,
    key_errors.KeyMissing,
    key_errors.KeyElsewhere,
    key_errors.KeyFileMissing,
    key_errors.KeyFileWrong,
    key_errors.PassphraseWrong,
    errors.WrongKey,
)


class TroublePage(StartPage):
    """Shows one error. `again()`, `recover_wanted()`, `demo_wanted()`, `close_wanted()`."""

    again = Signal()
    recover_wanted = Signal()
    demo_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("trouble", parent, width=520)
        self._error: AppError | None = None
        self._build()
        self.retranslate()

    @property
    def error(self) -> AppError | None:
        """What is shown."""
        return self._error

    def show_error(self, error: AppError) -> None:
        """Show another error."""
        self._error = error
        self._recover.setVisible(isinstance(error, RECOVERABLE))
        self.retranslate()

    def enter(self) -> None:
        """Put the focus on the first way on."""
        self._again.setFocus()

    def retranslate(self) -> None:
        """Say the error and the ways on in the language of the window."""
        self.title.setText(self.tr("The desk cannot be opened"))
        self.says.setText(self.tr("Nothing was changed and nothing is lost."))
        if self._error is not None:
            says, then = sentence(self._error, languages.current())
            self._says.setText(says)
            self._then.setText(then)
        for button, text in (
            (self._again, self.tr("Try again")),
            (self._recover, self.tr("Use the recovery sheet or the center's key")),
            (self._demo, self.tr("Look at the demo meanwhile")),
            (self._close, self.tr("Close OneWindow")),
        ):
            button.setText(text)
            button.setAccessibleName(text)

    def _build(self) -> None:
        icon = QLabel(self.card)
        icons.give(icon, "danger", "danger", 32)
        self._says, self._then = QLabel(self.card), QLabel(self.card)
        self._says.setProperty("type", "section")
        for label in (self._says, self._then):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._again, self._recover, self._demo, self._close = (QPushButton(self.card) for _ in range(4))
        self._again.setProperty("tone", "primary")
        for name, button in (
            ("again", self._again),
            ("recover", self._recover),
            ("demo", self._demo),
            ("close", self._close),
        ):
            button.setObjectName(f"trouble.{name}")
        for part in (icon, self._says, self._then, self._again, self._recover, self._demo, self._close):
            self.body.addWidget(part)
        self._again.clicked.connect(self.again)
        self._recover.clicked.connect(self.recover_wanted)
        self._demo.clicked.connect(self.demo_wanted)
        self._close.clicked.connect(self.close_wanted)
