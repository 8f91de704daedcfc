"""The choice where the key of the database lives: in the keyring of the computer, or in somebody's head.

Where the start named a file or a command, there is none to make.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from app.models.errors import AppError
from app.services.wording import sentence
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.shell.doors import Doors
from app.ui.shell.start_page import LabeledLine

#: The same least length as the provider's own rule; said before anything is tried.
_LEAST = 12


class KeyHome(QWidget):
    """Two choices, each explained. The keyring can be chosen only after it passed its probe (`show_keyring`).

    After `show_place` nothing is asked, and the key goes to the place that is said. `entered()` on Enter in a line.
    """

    entered = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = ("", "")
        self._why_not: AppError | None = None
        self._title = QLabel(self)
        self._title.setProperty("type", "label")
        self._keyring, self._typed = QRadioButton(self), QRadioButton(self)
        self._keyring.setObjectName(f"{name}.keyring")
        self._typed.setObjectName(f"{name}.passphrase")
        for choice in (self._keyring, self._typed):
            choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._about = QLabel(self)
        self._about.setProperty("type", "hint")
        self._about.setWordWrap(True)
        self._first = LabeledLine(f"{name}.passphrase.first", self, secret=True)
        self._second = LabeledLine(f"{name}.passphrase.second", self, secret=True)
        self._keyring.setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._title, self._keyring, self._typed, self._about):
            column.addWidget(part)
        twice = QHBoxLayout()  # one over the other they do not fit into a window of 720 pixels
        column.addLayout(twice)
        twice.setSpacing(12)
        for line in (self._first, self._second):
            twice.addWidget(line, 1, Qt.AlignmentFlag.AlignTop)
            line.entered.connect(self.entered)
        for button in (self._keyring, self._typed):
            # Qt takes the one of a group that is not chosen out of the Tab order.
            button.setAutoExclusive(False)
        self._keyring.clicked.connect(self.choose_keyring)
        self._typed.clicked.connect(self.choose_passphrase)
        self.retranslate()

    def look(self, doors: Doors, errands: Jobs) -> None:
        """Say where the start wants the key, or ask whether the keyring may be offered."""
        if any(doors.key_place):
            self.show_place(*doors.key_place)
        else:
            errands.ask(doors.keyring, key="keyring", done=self.show_keyring)

    def show_keyring(self, why_not: AppError | None) -> None:
        """Offer the keyring, or say why it cannot be offered."""
        self._why_not = why_not
        self._keyring.setEnabled(why_not is None)
        if why_not is not None:
            self.choose_passphrase()
        self._show()

    def show_place(self, place: str, program: str = "") -> None:
        """Say that the key is in the file, or comes from the program, that the start named: nothing is to choose."""
        self._place = (place, program)
        self.choose_keyring()

    def choose_keyring(self) -> None:
        """Keep the key in the keyring."""
        self._choose(typed=False)

    def choose_passphrase(self) -> None:
        """Keep the key nowhere."""
        self._choose(typed=True)

    def passphrase(self) -> str:
        """Return the passphrase, "" for the keyring."""
        return self._first.text() if self._typed.isChecked() else ""

    def complete(self) -> bool:
        """Whether the choice can be used; says beside the field what is missing."""
        if not self._typed.isChecked():
            return True
        if len(self._first.text()) < _LEAST:
            self._first.show_error(self.tr("At least {count} characters; several words are best").format(count=_LEAST))
            self._first.setFocus()
            return False
        if self._first.text() != self._second.text():
            self._second.show_error(self.tr("The two are not the same"))
            self._second.setFocus()
            return False
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say the choices in the language of the window."""
        self._title.setText(self.tr("Where the key of the encrypted data is kept"))
        self._keyring.setText(self.tr("In the keyring of this computer (recommended)"))
        self._typed.setText(self.tr("Nowhere: a passphrase is typed at every start"))
        for button in (self._keyring, self._typed):
            button.setAccessibleName(button.text())
        self._first.set_words(self.tr("Passphrase of the desk"))
        self._second.set_words(self.tr("The same again"))
        self._show()

    def _choose(self, *, typed: bool) -> None:
        self._keyring.setChecked(not typed)
        self._typed.setChecked(typed)
        self._show()

    def _show(self) -> None:
        typed = self._typed.isChecked()
        for choice in (self._keyring, self._typed):
            choice.setVisible(not any(self._place))
        place, program = self._place
        if place:
            text = self.tr("In {place}, as it was named at the start.").format(place=place)
        elif program:
            text = self.tr("From the command {program}").format(program=program)
        elif self._why_not is not None:
            text = sentence(self._why_not, languages.current())[0]
        elif typed:
            text = self.tr("For a computer whose account several people share. Who knows it can start OneWindow.")
        else:
            text = self.tr("OneWindow starts without a question; the account of this computer protects the key.")
        self._about.setText(text)
        for line in (self._first, self._second):
            line.setVisible(typed)
