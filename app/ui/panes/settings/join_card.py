"""Lets this station belong to a hub: choose the enrollment file, type the code that came another way, join."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from app.models.accounts import Person
from app.models.errors import FieldWrong
from app.models.sync_errors import EnrollmentCodeWrong
from app.services import hub_joining, newcomers, wording
from app.services.hub_joining import EnrollmentTold
from app.ui.kit import languages, theme
from app.ui.kit.cards import Card
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.page import muted


class JoinCard(Card):
    """For an administrator whose station belongs to no hub. ``refused(error)``; ``joined(station, center)``."""

    refused = Signal(object)
    joined = Signal(str, str)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._jobs = jobs
        self._running = False
        self._told: EnrollmentTold | None = None
        self._accounts: list[str] = []
        self._build()
        self.hide()
        self.retranslate()

    def refresh(self) -> None:
        """Ask whether joining is to be offered."""
        self._jobs.ask(hub_joining.is_offered, key="join_offered", done=self.setVisible)
        self._jobs.ask(
            newcomers.own_accounts, key="join_accounts", done=self._show_accounts, failed=self._hide_accounts
        )

    def choose(self) -> None:
        """Let a person choose an enrollment file."""
        dialog = QFileDialog(self.window(), self.tr("Enrollment file"))
        dialog.setObjectName("settings.join.dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Enrollment files (*.json)"))
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def join(self) -> None:
        """Open the file with the code and join; a second start while one runs does nothing."""
        if not self.button.isEnabled():
            return
        self._running = True
        self._say()
        question = partial(hub_joining.opened, path=Path(self.file.text().strip()), code=self.code.text())
        self._jobs.ask(question, done=self._opened, failed=self._fail)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_title(self.tr("Join a hub"))
        self._explained.setText(
            self.tr(
                "The administrator of the hub made an enrollment file for this station and a code that opens it. "
                "The first sync then brings everything that the center has."
            )
        )
        self._say_accounts()
        self.file.setPlaceholderText(self.tr("Enrollment file"))
        self.file.setAccessibleName(self.tr("Enrollment file"))
        self.code.setPlaceholderText(self.tr("Code"))
        self.code.setAccessibleName(self.tr("Code of the enrollment file"))
        for button, text in ((self._choose, self.tr("Choose…")), (self.button, self.tr("Join"))):
            button.setText(text)
            button.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._explained = muted(QLabel(self))
        self._closing = muted(QLabel(self))
        self._closing.setObjectName("settings.join.closing")
        for label in (self._explained, self._closing):
            self.body.addWidget(label)
        self.file, self._choose = QLineEdit(self), QPushButton(self)
        self.code, self.button = QLineEdit(self), QPushButton(self)
        named = ((self.file, "file"), (self._choose, "choose"), (self.code, "code"), (self.button, "join"))
        line = QHBoxLayout()
        line.setSpacing(theme.of_app().px("pad"))
        self.body.addLayout(line)
        for widget, name in named:
            widget.setObjectName(f"settings.join.{name}")
            line.addWidget(widget, 1 if isinstance(widget, QLineEdit) else 0)
        for field in (self.file, self.code):
            field.textChanged.connect(self._say)
            field.returnPressed.connect(self.join)
        self._choose.clicked.connect(self.choose)
        self.button.clicked.connect(self.join)
        self._say()

    def _show_accounts(self, found: list[Person]) -> None:
        self._accounts = [one.name for one in found]
        self._say_accounts()

    def _hide_accounts(self, _error: object) -> None:
        self._show_accounts([])

    def _say_accounts(self) -> None:
        """Say before it happens whose accounts do not go on."""
        told = self.tr(
            "Where the center has an administrator already, accounts of this computer that it does not have are "
            "closed then: {names}. Sign in with an account of the center afterward; its administrator can open "
            "them again."
        )
        self._closing.setText(told.format(names=wording.names_in_a_row(self._accounts, languages.current())))
        self._closing.setVisible(bool(self._accounts))

    def _chosen(self, file: str) -> None:
        self.file.setText(file)
        self.code.setFocus()

    def _opened(self, told: EnrollmentTold) -> None:
        self._told = told
        self._jobs.do(partial(hub_joining.join, told=told), done=self._done, failed=self._fail, initiator=self)

    def _done(self, _value: object) -> None:
        self._running, told = False, self._told
        self.file.clear()
        self.code.clear()
        self.hide()
        if told is not None:
            self.joined.emit(told.station, told.center)

    def _fail(self, error: object) -> None:
        self._running = False
        self._say()
        self.refused.emit(error)
        (self.code if isinstance(error, FieldWrong | EnrollmentCodeWrong) else self.file).setFocus()

    def _say(self) -> None:
        given = bool(self.file.text().strip() and self.code.text().strip())
        self.button.setEnabled(given and not self._running)
