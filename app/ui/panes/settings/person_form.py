"""Asks about one account in place: everything of a new person, only the roles, or only a password."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from app.models.accounts import Person, Role
from app.models.errors import FieldWrong
from app.services import wording
from app.ui.kit import languages
from app.ui.kit.cards import Card
from app.ui.kit.labels import KeyHint
from app.ui.panes.settings.choices import Choice, RoleBoxes
from app.ui.panes.settings.passwords import FRESH, PasswordLines, fill_labeled

NEW, ROLES, PASSWORD = "new", "roles", "password"


@dataclass(frozen=True)
class Answers:
    """What was asked for: ``mode`` says which of the others count."""

    mode: str
    name: str
    display: str
    password: str
    roles: tuple[Role, ...]
    language: str
    speaks: str = ""


class PersonForm(Card):
    """``accepted(Answers)`` on Save or Ctrl+Enter, ``left()`` on Cancel."""

    accepted = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("settings.person_form")
        self.mode = ""
        self._person: Person | None = None
        self._build()
        self.retranslate()
        self.hide()

    def ask(self, mode: str, person: Person | None) -> None:
        """Ask for ``NEW``, or for ``ROLES`` or ``PASSWORD`` of a person."""
        self.mode, self._person = mode, person
        for line in (self.name, self.display):
            line.clear()
        self.lines.clear()
        self.show_error("")
        self.boxes.set_roles(person.roles if person else (Role.OPERATOR,))
        self.language.set_value(languages.current())
        self.speaks.setText(" ".join(person.speaks) if person else "")
        for widget in (self._speaks_label, self.speaks):
            widget.setVisible(mode != PASSWORD)
        self._identity.setVisible(mode == NEW)
        self.lines.setVisible(mode != ROLES)
        self._roles.setVisible(mode != PASSWORD)
        self._retitle()
        self.save.setEnabled(True)
        self.show()
        if mode == NEW:
            self.name.setFocus()
        elif mode == ROLES:
            self.boxes.focus_first()
        else:
            self.lines.focus_first()

    def close_form(self) -> None:
        """Take the question away and forget what was typed."""
        self.mode, self._person = "", None
        self.lines.clear()
        self.hide()

    def submit(self) -> None:
        """Hand the answers over if they can be saved."""
        if not self.save.isEnabled():
            return
        if self.mode == NEW and not self.name.text().strip():
            self.show_error(self.tr("A name to sign in with is needed"))
            self.name.setFocus()
            return
        if self.mode != PASSWORD and not self.boxes.roles():
            self.show_error(self.tr("Choose at least one role"))
            self.boxes.focus_first()
            return
        if self.mode != ROLES and self.lines.problem():
            self.lines.focus_first()
            return
        self.show_error("")
        self.save.setEnabled(False)
        self.accepted.emit(self._answers())

    def refuse(self, error: FieldWrong) -> None:
        """Show what the service found wrong."""
        self.save.setEnabled(True)
        taken = self.mode == NEW and error.facts.get("field") == "name"
        long = error.facts.get("field") == "speaks"
        last = self.mode == ROLES and error.facts.get("field") == "roles"
        text = wording.told(error, languages.current())
        if taken:
            text = self.tr("Somebody signs in with this name already")
        elif last:
            text = self.tr("Somebody must remain who manages accounts")
        elif long:
            text = self.tr("At most 12 languages, each a word of at most 30 characters")
        self.show_error(text)

    def release(self) -> None:
        """Let Save be pressed again."""
        self.save.setEnabled(True)

    def show_error(self, text: str) -> None:
        """Show an error above the buttons, "" for none."""
        self._error.setText(text)
        self._error.setVisible(bool(text))

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        texts = (self.tr("Signs in as"), self.tr("Name"), self.tr("Language"))
        for label, editor, text in zip(self._labels, (self.name, self.display, self.language), texts, strict=True):
            label.setText(text)
            editor.setAccessibleName(text)
        self.name.setPlaceholderText(self.tr("such as wang"))
        self.display.setPlaceholderText(self.tr("as colleagues read it"))
        self.language.show_options(languages.LANGUAGES)
        self._roles_label.setText(self.tr("Roles"))
        self._speaks_label.setText(self.tr("Speaks"))
        self.speaks.setAccessibleName(self._speaks_label.text())
        self.speaks.setPlaceholderText(self.tr("zh_CN en, and dialects such as Hakka"))
        self.boxes.retranslate()
        self.save.setText(self.tr("Save"))
        self.cancel.setText(self.tr("Cancel"))
        for button in (self.save, self.cancel):
            button.setAccessibleName(button.text())
        self._retitle()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _retitle(self) -> None:
        name = self._person.display if self._person else ""
        titles = {
            NEW: self.tr("New person"),
            ROLES: self.tr("Roles and languages of {name}").format(name=name),
            PASSWORD: self.tr("New password for {name}").format(name=name),
        }
        self.set_title(titles.get(self.mode, ""))

    def _answers(self) -> Answers:
        name = self._person.name if self._person else self.name.text().strip()
        display = self.display.text().strip()
        words = (self.language.value(), self.speaks.text().strip())
        return Answers(self.mode, name, display, self.lines.value(FRESH), self.boxes.roles(), *words)

    def _build(self) -> None:
        self._identity = QWidget(self)
        self.name, self.display = QLineEdit(self._identity), QLineEdit(self._identity)
        self.language = Choice("settings.person.language", self._identity)
        for line, name in ((self.name, "name"), (self.display, "display")):
            line.setObjectName(f"settings.person.{name}")
            line.setMinimumWidth(180)
        self._labels = [QLabel(self._identity) for _ in range(3)]
        pairs = list(zip(self._labels, (self.name, self.display, self.language), strict=True))
        grid = QGridLayout(self._identity)
        grid.setContentsMargins(0, 0, 0, 0)
        fill_labeled(grid, pairs, columns=3)
        self._roles = QWidget(self)
        self._roles_label = QLabel(self._roles)
        self.boxes = RoleBoxes("settings.person.role", self._roles)
        roles = QGridLayout(self._roles)
        roles.setContentsMargins(0, 0, 0, 0)
        self._speaks_label, self.speaks = QLabel(self._roles), QLineEdit(self._roles)
        self.speaks.setObjectName("settings.person.speaks")
        self.speaks.setMinimumWidth(290)
        asked = [(self._roles_label, self.boxes), (self._speaks_label, self.speaks)]
        fill_labeled(roles, asked)
        roles.setAlignment(self.speaks, Qt.AlignmentFlag.AlignTop)
        self.lines = PasswordLines("settings.person.password", self)
        self._error = QLabel(self)
        self._error.setProperty("type", "error")
        for widget in (self._identity, self.lines, self._roles, self._error):
            self.body.addWidget(widget)
        self._build_buttons()

    def _build_buttons(self) -> None:
        self.save, self.cancel = QPushButton(self), QPushButton(self)
        self.save.setObjectName("settings.person.save")
        self.save.setProperty("tone", "primary")
        self.cancel.setObjectName("settings.person.cancel")
        self.cancel.setProperty("tone", "quiet")
        self.save.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.left)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(shortcut.context().WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.submit)
        line = QHBoxLayout()
        self.body.addLayout(line)
        for widget in (self.save, KeyHint("Ctrl+Return", self)):
            line.addWidget(widget)
        line.addStretch(1)
        for widget in (self.cancel, KeyHint("Esc", self)):
            line.addWidget(widget)
