"""The first page of all: set up this desk, look at the demo, restore a backup, or recover a desk whose key is lost."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.errors import AppError
from app.ui.kit import icons
from app.ui.shell.start_page import StartPage

CHOICES = (("set_up", "person"), ("demo", "idea"), ("restore", "backup"), ("recover", "key"))


class ChoiceCard(QFrame):
    """One way on: an icon, a title, what happens, and the button."""

    def __init__(self, name: str, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.button = QPushButton(self)
        self.button.setObjectName(f"first_run.{name}")
        self._icon, self._title, self._says = QLabel(self), QLabel(self), QLabel(self)
        icons.give(self._icon, icon, "accent", 32)
        self._title.setProperty("type", "section")
        self._says.setProperty("type", "muted")
        self._says.setWordWrap(True)
        self._says.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(10)
        column.addWidget(self._icon)
        column.addWidget(self._title)
        column.addWidget(self._says, 1)
        column.addWidget(self.button)

    def set_words(self, title: str, says: str, button: str) -> None:
        """Show other words."""
        self._title.setText(title)
        self._says.setText(says)
        self.button.setText(button)
        self.button.setAccessibleName(f"{button}: {title}")


class FirstRunPage(StartPage):
    """`set_up_wanted()`, `demo_wanted()`, `restore_wanted(Path)`, `recover_wanted()`.

    Set `cut_short` where an earlier set-up was ended halfway: the page says so when it is entered.
    """

    set_up_wanted = Signal()
    demo_wanted = Signal()
    restore_wanted = Signal(object)
    recover_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("first_run", parent, width=1120)
        self.cut_short = self._filling = self._restoring = False
        self._percent = -1
        self._chooser: QFileDialog | None = None
        self.card.setProperty("role", "")
        self.body.setContentsMargins(0, 0, 0, 0)
        self._cards = {name: ChoiceCard(name, icon, self.card) for name, icon in CHOICES}
        row = QHBoxLayout()
        self.body.addLayout(row)
        row.setSpacing(16)
        for card in self._cards.values():
            row.addWidget(card, 1)
        self.body.addWidget(self.notice)
        self._cards["set_up"].button.setProperty("tone", "primary")
        self._cards["set_up"].button.clicked.connect(self.set_up_wanted)
        self._cards["demo"].button.clicked.connect(self._open_demo)
        self._cards["restore"].button.clicked.connect(self._choose_backup)
        self._cards["recover"].button.clicked.connect(self.recover_wanted)
        self.retranslate()

    def enter(self) -> None:
        """Put the focus on the first choice."""
        self.set_busy(busy=False)
        self._cards["set_up"].button.setFocus()

    def set_busy(self, *, busy: bool) -> None:
        """Say that the demo is being filled, which takes some seconds the first time."""
        self._filling, self._restoring, self._percent = busy, False, -1
        self._let(choose=not busy)

    def restore(self, backup: Path) -> None:
        """Ask for a backup to be put in place, and say that this takes its time."""
        self._restoring = True
        self._let(choose=False)
        self.restore_wanted.emit(backup)

    def refuse(self, error: AppError) -> None:
        """Say why a backup was not put in place."""
        self.set_busy(busy=False)
        self.notice.show_error(error)
        self._cards["restore"].button.setFocus()

    def say_filled(self, done: int, total: int) -> None:
        """Say how much of the demo is filled, in steps that nobody who has it read aloud minds."""
        percent = 20 * done // total * 5 if total else -1
        if self._filling and percent != self._percent:
            self._percent = percent
            self._say_notice()

    def retranslate(self) -> None:
        """Say the page's words in the language of the window."""
        if self.cut_short or self._filling or self._restoring:
            self._say_notice()
        self.title.setText(self.tr("Welcome to OneWindow"))
        self.says.setText(self.tr("The desk of a health hotline: take a call, find the approved answer, lose nothing."))
        self._cards["set_up"].set_words(
            self.tr("Set up this desk"),
            self.tr("Make the first account and the encrypted data folder. Takes a minute; have a printer or a safe "
                    "place for one page ready."),
            self.tr("Set up"),
        )  # fmt: skip
        self._cards["demo"].set_words(
            self.tr("Look at the demo"),
            self.tr("A desk with made-up callers, inquiries and answers, to try everything without a trace."),
            self.tr("Open the demo"),
        )
        self._cards["restore"].set_words(
            self.tr("Restore a backup"),
            self.tr("This computer is new or its data is gone: go on with a backup, the file of its keys beside it."),
            self.tr("Choose the backup…"),
        )
        self._cards["recover"].set_words(
            self.tr("Recover a desk"),
            self.tr("The data is here but its key is lost: open it with the passphrase of the recovery sheet."),
            self.tr("Recover"),
        )

    def _say_notice(self) -> None:
        if self._filling:
            filling = self.tr("The demo is being filled with a few hundred made-up inquiries …")
            self.notice.say(f"{filling} {self._percent} %" if self._percent >= 0 else filling)
        elif self._restoring:
            self.notice.say(self.tr("The backup is put in place and read whole. With many records this takes minutes."))
        elif self.cut_short:
            text = self.tr("Setting up this desk was cut short. Nothing was kept; please set it up again.")
            self.notice.say(text, "warning")
        else:
            self.notice.clear()

    def _let(self, *, choose: bool) -> None:
        for card in self._cards.values():
            card.button.setEnabled(choose)
        self._say_notice()

    def _choose_backup(self) -> None:
        if self._chooser is None:
            self._chooser = QFileDialog(self, self.tr("The backup"))
            self._chooser.setObjectName("first_run.backup")
            self._chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
            self._chooser.fileSelected.connect(self._take_backup)
        self._chooser.open()

    def _take_backup(self, name: str) -> None:
        self.restore(Path(name))

    def _open_demo(self) -> None:
        self.set_busy(busy=True)
        self.demo_wanted.emit()
