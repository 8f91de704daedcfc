"""The desk of the signed-in person: rail, top bar, panes, bottom strip, and what lies over them for a moment."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.models.accounts import Permission, Person
from app.services import accounts
from app.services.inquiries import Today
from app.ui.kit import focus, garbage, kept_classes
from app.ui.kit.bound_methods import alive
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.kit.messages import MessageStrip
from app.ui.shell import commands
from app.ui.shell.appearance import Appearance
from app.ui.shell.bottom_strip import BottomStrip
from app.ui.shell.command_book import CommandBook
from app.ui.shell.pane_links import PaneLinks
from app.ui.shell.pane_specs import PanePlace, PaneSpec
from app.ui.shell.pane_stack import PaneStack
from app.ui.shell.pane_ways import PaneWays
from app.ui.shell.person_button import PersonButton
from app.ui.shell.rail import Rail
from app.ui.shell.state_button import StateButton
from app.ui.shell.strip_place import StripPlace
from app.ui.shell.top_bar import TopBar

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
#: So long after a person sat down the start is over (milliseconds).
_AT_REST_MS = 2_000


class Desk(PaneWays):
    """Furnished for one person at sign-in and taken down when she leaves: nothing of hers is left for the next.
    Blank before: panes can be made on it (``Prelude``) while it is not known yet whose it will be.

    `lock_wanted()`, `leave_wanted()` (sign out), `key_change_wanted()`, `close_wanted()`.
    """

    lock_wanted = Signal()
    leave_wanted = Signal()
    key_change_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk")
        self.panes = PaneStack(self)
        self._palette: Any = None
        self._sheet: Any = None
        self._coach: Any = None
        self._focused: QWidget | None = None
        self.is_furnished = False

    def furnish(self, place: PanePlace, person: Person, *, specs: tuple[PaneSpec, ...], appearance: Appearance) -> None:
        """Make it the desk of a person, once; nothing is left to do where that was done early."""
        if not self.is_for(person):
            for _ in self.furnishing(place, person, specs=specs, appearance=appearance):
                pass

    def furnishing(
        self, place: PanePlace, person: Person, *, specs: tuple[PaneSpec, ...], appearance: Appearance
    ) -> Iterator[None]:
        """Furnish it step by step. It can begin before the person has signed in: it asks nothing and is not shown."""
        self.person = person
        self.specs = specs
        self.appearance = appearance
        self._place = place
        yield from self._build()
        self._connect()
        self.is_furnished = True

    def is_for(self, person: Person) -> bool:
        """Whether it is furnished, and for this person as they are now."""
        return self.is_furnished and self.person == person

    @property
    def jobs(self) -> Jobs:
        """The jobs of the house."""
        return self._place.jobs

    @property
    def call_number(self) -> str:
        """The number of the call that rings or runs, "" when it is not known."""
        return self.links.call_number

    def start(self) -> None:
        """Show the first pane of this person, ask for the figures, and say that the person is here."""
        self.appearance.chosen.connect(self._keep_language)
        self.show_pane(self.panes.ids[0])
        if self.today is not None:
            self.today.refresh()
        if self.state is not None:
            self.state.announce()
        garbage.look()
        QTimer.singleShot(0, kept_classes.end)
        QTimer.singleShot(_AT_REST_MS, self._rest)

    def _rest(self) -> None:
        """Let the start have ended: what it needed and nobody else needs goes."""
        self.jobs.ask(self._place.house.office.rest, key="rest")

    def show_pane(self, name: str) -> QWidget | None:
        """Show a pane with nothing over it and give it the focus; None where the person does not see it."""
        for one in (self._palette, self._sheet):
            if one is not None:
                one.close_it()
        pane: Any = self.panes.show_pane(name)
        if pane is not None:
            self.rail.mark(name)
            if hasattr(pane, "focus_first"):
                pane.focus_first()
        return pane

    def hand_over_shift(self) -> None:
        """Show the sheet for who comes next."""
        self.links.hand_over_shift()

    def list_open(self) -> None:
        """List what is open."""
        self.links.list_work("open")

    def list_due_today(self) -> None:
        """List what is due today."""
        self.links.list_work("due_today")

    def list_overdue(self) -> None:
        """List what is overdue."""
        self.links.list_work("overdue")

    def list_callbacks(self) -> None:
        """List the calls that we owe."""
        self.links.list_work("callbacks")

    def open_palette(self) -> None:
        """Open the line that finds everything."""
        if self._palette is None:
            from app.ui.shell.palette import Palette

            self._palette = Palette(self._place.jobs, self.book, self)
            self._palette.chosen.connect(self.links.open_row)
        self._palette.open()

    def show_shortcuts(self) -> None:
        """Open the sheet of keys."""
        if self._sheet is None:
            from app.ui.shell.shortcuts import ShortcutSheet

            self._sheet = ShortcutSheet(self.book, self.specs, self)
        self._sheet.open()

    def show_around(self) -> None:
        """Begin the five steps."""
        if self._coach is None:
            from app.ui.shell.coach import Coach
            from app.ui.shell.first_steps import FirstSteps

            self._coach = Coach(FirstSteps(self).steps, self)
        self.show_pane(self.panes.ids[0])
        self._coach.open()

    def close_overlays(self) -> None:
        """Take away whatever lies over the desk."""
        for one in (self._palette, self._sheet, self._coach):
            if one is not None:
                one.close_it()

    def lock(self) -> None:
        """Ask for the window to be covered."""
        self.lock_wanted.emit()

    def switch_user(self) -> None:
        """Ask to sign out; while a call rings or goes on it takes a second try."""
        told = self.strip.current
        if not self.is_with_a_caller() or (told is not None and told.step == self._leave):
            self._leave()
            return
        text = self.tr("A call is going on. Sign out once more to leave it; what you typed is kept.")
        self.strip.ask_to_leave(text, step_text=self.tr("Sign out now"), step=self._leave)

    def _leave(self) -> None:
        self.leave_wanted.emit()

    def close_window(self) -> None:
        """Ask for the program to end."""
        self.close_wanted.emit()

    def is_with_a_caller(self) -> bool:
        """Whether a call rings or goes on."""
        return self.state is not None and not self.state.may_change()

    def focus_again(self) -> None:
        """Put the focus where it was before the desk was covered."""
        if self._focused is not None and alive(self._focused):
            self._focused.setFocus()

    def remember_focus(self) -> None:
        """Note where the person is: the desk is about to be covered."""
        focused = QApplication.focusWidget()
        self._focused = focused if focused is not None and self.isAncestorOf(focused) else None

    def unsaved(self) -> int:
        """How many conversations hold typing that is not saved yet (it is within the second)."""
        intake: Any = self.panes.pane("intake")
        return int(intake.unsaved()) if intake is not None else 0

    def sign_off(self) -> None:
        """Say that the person leaves: her time as an operator ends here, and so does a mock call."""
        self.links.practice.close()
        if self.state is not None:
            self.state.sign_off()

    def focusNextPrevChild(self, onward: bool) -> bool:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Let Tab go as the eye goes, whatever was made when."""
        return focus.step(self, onward=onward) or super().focusNextPrevChild(onward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the keyboard, as Space does, unless a pane has another use for it."""
        held = self.window().focusWidget()
        if event.key() in _ENTER and not event.isAutoRepeat() and isinstance(held, (QPushButton, QToolButton)):
            held.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Desk"))
        super().changeEvent(event)

    def _build(self) -> Iterator[None]:
        place, person = self._place, self.person
        clock = place.house.office.clock.now
        self.panes.open_for(self.specs, place)
        self.rail = Rail(self.specs, self)
        yield
        self.state = StateButton(place.jobs, clock, self) if person.may(Permission.TAKE_CONTACTS) else None
        self.top = TopBar(self.state, self)
        self.today = BottomStrip(place.jobs, self) if person.may(Permission.SEE_INQUIRIES) else None
        yield
        self.links = PaneLinks(self)
        self.table = CommandTable((*commands.GOING, *commands.DESK), self)
        self.top.set_person(PersonButton(person, self.appearance, self.table, self.top))
        yield
        self.book = CommandBook(self, self.specs, self.show_pane)
        yield
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        middle = QVBoxLayout()
        row.addLayout(middle, 1)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.top)
        middle.addWidget(self.panes, 1)
        if self.today is not None:
            middle.addWidget(self.today)
        self.strip = MessageStrip(self)
        self._messages = StripPlace(self.strip, self, beside=self._strip_begins, begins=self.rail.width)
        self.setAccessibleName(self.tr("Desk"))

    def _connect(self) -> None:
        self.panes.made.connect(self._messages.take_of)
        self.rail.chosen.connect(self.show_pane)
        self.top.find_button.clicked.connect(self.open_palette)
        self.top.help_button.clicked.connect(self.show_shortcuts)
        if self.today is not None:
            self.today.asked.connect(self.links.list_work)
            self.today.counted.connect(self._count)

    def _strip_begins(self) -> int:
        """Return where the figures of the bottom strip end: messages stand right of them."""
        return self.rail.width() + (self.today.taken() if self.today is not None else 0)

    def _count(self, today: Today) -> None:
        self.rail.set_badge("work", str(min(today.overdue, 99)) if today.overdue else "")

    def _keep_language(self, name: str, value: str) -> None:
        if name == "language":
            self._place.jobs.do(accounts.set_language, language=value)
