"""My account: who I am here, my password, and how the window looks to me."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.errors import AppError, FieldWrong, SignInRefused
from app.services import accounts, duty, wording, worklists
from app.services.duty import DutyRow
from app.services.worklists import Desk
from app.ui.kit import languages, theme
from app.ui.kit.cards import Card
from app.ui.kit.jobs import Jobs
from app.ui.kit.labels import Chip
from app.ui.panes.settings.choices import Choice
from app.ui.panes.settings.duty_model import days_of, week_of
from app.ui.panes.settings.page import Page
from app.ui.panes.settings.passwords import FORMER, FRESH, PasswordLines, fill_labeled

_LOOKS = ("language", "mode", "text_size", "density")


class MyAccount(Page):
    """``appearance_changed(dict)`` with one of language, mode, text_size and density after a choice."""

    appearance_changed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("my_account", jobs, parent)
        self._desk: Desk | None = None
        self._build()
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Show who is at the desk and how the window looks now."""
        self.jobs.ask(worklists.desk, key="desk", done=self._show, failed=self.refuse)
        self.jobs.ask(duty.mine, key="duty", done=self._show_duty, failed=self.refuse)
        self._show_looks()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_heading(self.tr("My account"), self.tr("Looks are kept for you on this computer."))
        self._password.set_title(self.tr("Password"))
        self._looks.set_title(self.tr("How the window looks"))
        self._save.setText(self.tr("Change password"))
        self._save.setAccessibleName(self._save.text())
        labels = (self.tr("Language"), self.tr("Theme"), self.tr("Text size"), self.tr("Rows"))
        options = (
            languages.LANGUAGES,
            {"system": self.tr("As the system"), "light": self.tr("Light"), "dark": self.tr("Dark")},
            {"small": self.tr("Small"), "normal": self.tr("Normal"), "large": self.tr("Large")},
            {"comfortable": self.tr("Comfortable"), "dense": self.tr("Dense")},
        )
        for name, label, words in zip(_LOOKS, labels, options, strict=True):
            self._labels[name].setText(label)
            self._choices[name].setAccessibleName(label)
            self._choices[name].show_options(words)
        self._show_looks()
        if self._desk is not None:
            self._show(self._desk)
        if self._on_duty is not None:
            self._show_duty(self._on_duty)

    def _build(self) -> None:
        self._who = Card("", self)
        self._name = QLabel(self._who)
        self._duty = QLabel(self._who)
        for label in (self._name, self._duty):
            label.setProperty("type", "muted")
            label.setWordWrap(True)
        self._on_duty: DutyRow | None = None
        self._chips: list[Chip] = []
        for label in (self._name, self._duty):
            self._who.body.addWidget(label)
        self._roles = QHBoxLayout()
        self._who.body.addLayout(self._roles)
        self._roles.addStretch(1)
        self._password = Card("", self)
        self.lines = PasswordLines("settings.own_password", self._password, former=True)
        self._save = QPushButton(self._password)
        self._save.setObjectName("settings.own_password.save")
        self._password.body.addWidget(self.lines)
        below = QHBoxLayout()
        self._password.body.addLayout(below)
        below.addWidget(self._save)
        below.addStretch(1)
        self._looks = Card("", self)
        self._labels = {name: QLabel(self._looks) for name in _LOOKS}
        self._choices = {name: Choice(f"settings.{name}", self._looks) for name in _LOOKS}
        for choice in self._choices.values():
            choice.setMinimumWidth(148)
        grid = QGridLayout()
        self._looks.body.addLayout(grid)
        fill_labeled(grid, [(self._labels[name], self._choices[name]) for name in _LOOKS], columns=4)
        column = QVBoxLayout()
        self.body.addLayout(column)
        column.setSpacing(theme.of_app().px("gap"))
        for card in (self._who, self._looks, self._password):
            column.addWidget(card)
        column.addStretch(1)

    def _connect(self) -> None:
        self._save.clicked.connect(self._change_password)
        self.lines.entered.connect(self._change_password)
        self._choices["language"].picked.connect(self._take_language)
        self._choices["mode"].picked.connect(self._take_mode)
        self._choices["text_size"].picked.connect(self._take_text_size)
        self._choices["density"].picked.connect(self._take_density)

    def _show_duty(self, found: DutyRow) -> None:
        self._on_duty = found
        told = [self.tr("Duty days: {week}").format(week=week_of(found))]
        if found.off:
            told.append(self.tr("off {days}").format(days=days_of(found.off)))
        if found.extra:
            told.append(self.tr("besides {days}").format(days=days_of(found.extra)))
        self._duty.setText(" · ".join(told))

    def _show(self, desk: Desk) -> None:
        self._desk = desk
        self._who.set_title(desk.person.display)
        self._name.setText(self.tr("Signs in as {name}").format(name=desk.person.name))
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        words = [wording.label("role", role.value, languages.current()) for role in desk.person.roles]
        self._chips = [Chip(word, "accent", self._who) for word in words]
        for place, chip in enumerate(self._chips):
            self._roles.insertWidget(place, chip)

    def _show_looks(self) -> None:
        looks = theme.of_app()
        now = (languages.current(), looks.mode, looks.text_size, looks.density)
        for name, value in zip(_LOOKS, now, strict=True):
            self._choices[name].set_value(value)

    def _take_language(self, code: str) -> None:
        self.jobs.do(accounts.set_language, failed=self.refuse, initiator=self, language=code)
        self.appearance_changed.emit({"language": code})

    def _take_mode(self, code: str) -> None:
        self.appearance_changed.emit({"mode": code})

    def _take_text_size(self, code: str) -> None:
        self.appearance_changed.emit({"text_size": code})

    def _take_density(self, code: str) -> None:
        self.appearance_changed.emit({"density": code})

    def _change_password(self) -> None:
        if self._desk is None or self.lines.problem():
            return
        self._save.setEnabled(False)
        command = partial(accounts.set_password, name=self._desk.person.name, former=self.lines.value(FORMER))
        self.jobs.do(
            command,
            done=self._password_changed,
            failed=self._refuse_password,
            ended=self._free,
            initiator=self,
            password=self.lines.value(FRESH),
        )

    def _password_changed(self, _value: object) -> None:
        self.lines.clear()
        self._last = None  # nobody takes a password back
        self.tell(self.tr("Password changed"))

    def _refuse_password(self, error: AppError) -> None:
        if isinstance(error, SignInRefused):
            self.lines.show_error(self.tr("The present password is not right"))
            self.lines.focus_first()
        elif isinstance(error, FieldWrong):
            self.lines.show_error(wording.told(error, languages.current()))
            self.lines.focus_fresh()
        else:
            self.refuse(error)

    def _free(self) -> None:
        self._save.setEnabled(True)
