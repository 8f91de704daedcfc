"""Accounts: who may sign in, and what each person does at the hotline."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.models.accounts import Permission, Person
from app.models.errors import AppError, FieldWrong
from app.models.units import Unit
from app.services import accounts, leaving, units
from app.services.leaving import Left
from app.services.office import View, Work
from app.ui.kit import theme
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.panes.settings.commands import ACCOUNTS
from app.ui.panes.settings.page import Page
from app.ui.panes.settings.people_model import PeopleTable
from app.ui.panes.settings.person_form import NEW, PASSWORD, ROLES, Answers, PersonForm
from app.ui.panes.settings.person_place import LEAVE, UNIT, PersonPlace


class AccountsPage(Page):
    """The table of people and what can be done about the chosen one."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("accounts", jobs, parent)
        self._wanted: bytes | None = None
        self._build()
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Ask who has an account."""
        self.jobs.ask(accounts.people, key="people", done=self._show, failed=self.refuse)

    def leave_form(self) -> bool:
        """Take a question off the page; False where nothing is asked."""
        if not self.form.mode and not self.place.mode:
            return False
        self._close_form()
        self.view.setFocus()
        return True

    def add_person(self) -> None:
        """Ask about a new person."""
        self._ask(NEW, None)

    def ask_for_roles(self) -> None:
        """Ask for the chosen person's roles."""
        if (person := self._person()) is not None:
            self._ask(ROLES, person)

    def ask_for_password(self) -> None:
        """Ask for a new password of the chosen person."""
        if (person := self._person()) is not None:
            self._ask(PASSWORD, person)

    def ask_for_unit(self) -> None:
        """Ask to which unit the chosen person belongs."""
        self.jobs.ask(units.list_units, key="people.units", done=self._ask_unit, failed=self.refuse, active_only=True)

    def ask_for_heir(self) -> None:
        """Ask who takes over the open work of the chosen person, who leaves."""
        person = self._person()
        if person is not None and self.can_disable():
            able = [one for one in self.model.people if one.may(Permission.WORK_INQUIRIES) and one.id != person.id]
            self._ask_place(LEAVE, {one.name: one.display for one in able})

    def disable(self) -> None:
        """Let the chosen person sign in no longer."""
        if self.can_disable():
            self._do(accounts.disable)

    def enable(self) -> None:
        """Let the chosen person sign in again."""
        if self.can_enable():
            self._do(accounts.enable)

    def has_person(self) -> bool:
        """Whether somebody is chosen."""
        return self._person() is not None

    def can_disable(self) -> bool:
        """Whether the chosen person can sign in now."""
        person = self._person()
        return person is not None and person.disabled_at is None

    def can_enable(self) -> bool:
        """Whether the chosen person is disabled, or is to be."""
        person = self._person()
        return person is not None and (person.disabled_at is not None or person.leaves_at is not None)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_heading(
            self.tr("Accounts"),
            self.tr("Each person signs in with a name and password of their own. What a person wrote stays forever."),
        )
        self.view.setAccessibleName(self.tr("People"))

    def _build(self) -> None:
        self.model = PeopleTable(self)
        self.view = TableView(self.model, name="settings.people", parent=self)
        self.table = CommandTable(ACCOUNTS, self)
        self.form, self.place = PersonForm(self), PersonPlace(self._now, self)
        buttons = QHBoxLayout()
        self.body.addLayout(buttons)
        buttons.setSpacing(theme.of_app().px("pad"))
        for place, row in enumerate(ACCOUNTS):
            buttons.addWidget(self.table.button(row.id, self, tone="primary" if place == 0 else ""))
        buttons.addStretch(1)
        self.body.addWidget(self.view, 1)
        for form in (self.form, self.place):
            self.body.addWidget(form)

    def _connect(self) -> None:
        self.view.picked.connect(self._choose)
        self.view.opened.connect(self._open)
        self.form.accepted.connect(self._take)
        self.place.accepted.connect(self._take_place)
        for form in (self.form, self.place):
            form.left.connect(self.leave_form)

    def _now(self) -> datetime:
        return self.jobs.office.ask(_time_of)

    def _ask_unit(self, found: Sequence[Unit]) -> None:
        self._ask_place(UNIT, {one.code: f"{one.name} ({one.code})" for one in found})

    def _ask_place(self, mode: str, options: Mapping[str, str]) -> None:
        if (person := self._person()) is not None:
            self._close_form()
            self._begin_form()
            self.place.ask(mode, person, options)

    def _take_place(self, mode: str, code: str, last_day: date | None) -> None:
        person = self._person()
        if person is None:
            return
        if mode == UNIT:
            self._save(partial(accounts.set_unit, name=person.name, unit=code or None), self._done)
            return
        about = {"to": code or None, "reason": self.tr("{name} has left").format(name=person.display)}
        if last_day is None:
            self._save(partial(leaving.leave, name=person.name, **about), self._left)
        else:
            self._save(partial(leaving.plan, name=person.name, last_day=last_day, **about), self._done)

    def _left(self, left: Left) -> None:
        self._last = None  # work that was handed over is not taken back in one step
        self._close_form()
        told = self.tr("Closed. Handed over: inquiries {inquiries}, call-backs {callbacks}.")
        self.tell(told.format(inquiries=left.inquiries, callbacks=left.callbacks))
        self.refresh()

    def _ask(self, mode: str, person: Person | None) -> None:
        self.place.close_form()
        self._begin_form()
        self.form.ask(mode, person)

    def _begin_form(self) -> None:
        """Make room for a form; what an earlier one was refused for is not said of this one."""
        self.strip.clear()
        self.show_hint(False)

    def _close_form(self) -> None:
        for form in (self.form, self.place):
            form.close_form()
        self.show_hint(True)

    def _person(self) -> Person | None:
        return self.view.row()

    def _choose(self, _person: object) -> None:
        if self.form.mode in (ROLES, PASSWORD) or self.place.mode:
            self._close_form()
        self.table.refresh()

    def _open(self, _person: object) -> None:
        self.ask_for_roles()

    def _show(self, people: Sequence[Person]) -> None:
        current = self._person()
        wanted = self._wanted or (current.id if current else None)
        self._wanted = None
        self.model.show_people(people, ZoneInfo(self.jobs.office.ask(_zone_of)))
        place = self.model.place_of(wanted) if wanted else None
        if place is not None:
            self.view.select(place)
        self.table.refresh()

    def _do(self, command: Callable[..., object]) -> None:
        if (person := self._person()) is not None:
            self._save(partial(command, name=person.name), self._done)

    def _take(self, answers: Answers) -> None:
        who = {"name": answers.name}
        if answers.mode == NEW:
            self._save(partial(_create, answers=answers), self._made)
        elif answers.mode == ROLES:
            self._save(partial(accounts.set_roles, **who, roles=answers.roles, speaks=(answers.speaks,)), self._done)
        else:
            self._save(partial(accounts.set_password, **who, password=answers.password), self._password_set)

    def _save(self, command: Callable[..., object], done: Callable[..., None]) -> None:
        self.jobs.do(command, done=done, failed=self._refuse_answers, initiator=self)

    def _made(self, person: bytes) -> None:
        self._wanted = person
        self._done(person)

    def _password_set(self, _value: object) -> None:
        self._last = None  # nobody takes a password back
        self._done(None)

    def _done(self, _value: object) -> None:
        self._close_form()
        self.tell(self.tr("Saved"))
        self.refresh()

    def _refuse_answers(self, error: AppError) -> None:
        if isinstance(error, FieldWrong) and self.form.mode:
            self.form.refuse(error)
            return
        for form in (self.form, self.place):
            form.release()
        self.refuse(error)


def _create(work: Work, answers: Answers) -> bytes:
    """Create an account and say what its person speaks, in one step."""
    told = (answers.name, answers.display, answers.password, answers.roles)
    person = accounts.create(work, *told, language=answers.language)
    if answers.speaks:
        accounts.set_speaks(work, answers.name, (answers.speaks,))
    return person


def _time_of(view: View) -> datetime:
    """Return the time of the desk, by which a day is understood."""
    return view.now


def _zone_of(view: View) -> str:
    return view.settings.time_zone
