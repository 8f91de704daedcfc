"""Who sits at the desk: opens the house, seats a person, covers the desk, lets the next one in. Holds the house."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QStackedWidget

from app.models.errors import AppError, DatabaseBusy, DiskFailed, DiskFull, NotSignedIn
from app.ui.kit import garbage
from app.ui.kit.executors import Executor
from app.ui.kit.jobs import Jobs
from app.ui.shell.alt_letters import AltLetters
from app.ui.shell.appearance import Appearance
from app.ui.shell.doors import Doors, Opened
from app.ui.shell.house_closing import HouseClosing
from app.ui.shell.idle import IdleWatch
from app.ui.shell.key_way import KeyWay
from app.ui.shell.preferences import Preferences
from app.ui.shell.reception import Reception

if TYPE_CHECKING:
    from app.models.accounts import Person
    from app.models.changes import Changes
    from app.services.office import View
    from app.ui.kit.messages import Message
    from app.ui.shell.pane_specs import PaneSpec
    from app.ui.shell.prelude import Prelude


class Seat(QObject):
    """`opened(house)`, `seated(Person)` when the desk can be worked at, `covered()` when it was locked or uncovered,
    `left()` when nobody is signed in any more, `stayed()` when not all is saved, `faulted(Fault)`, `close_wanted()`.
    """

    opened = Signal(object)
    seated = Signal(object)
    covered = Signal()
    left = Signal()
    stayed = Signal()
    faulted = Signal(object)
    close_wanted = Signal()

    def __init__(
        self,
        doors: Doors,
        reception: Reception,
        stack: QStackedWidget,
        *,
        appearance: Appearance,
        specs: "tuple[PaneSpec, ...] | None",
        executor: Callable[[], Executor],
    ) -> None:
        super().__init__(stack)
        self._doors, self._reception, self._stack = doors, reception, stack
        self._appearance, self._specs, self._executor = appearance, specs, executor
        self.house: Opened | None = None
        self.jobs: Jobs | None = None
        self.desk: Any = None
        self._untrue: Message | None = None  # what was not saved for the disk's sake, until the next save
        self._lock: Any = None
        self._settling: Any = None
        self.prelude: Prelude | None = None
        self._key_way = KeyWay(self, doors, reception, stack)
        self.idle = IdleWatch(stack.window())
        self.idle.idle.connect(self.lock)
        self._letters = AltLetters(stack.window())
        reception.opened.connect(self.open)
        reception.sign_in.signed_in.connect(self.seat)

    @property
    def locked(self) -> bool:
        """Whether the desk is covered."""
        return self._lock is not None and self._stack.currentWidget() is self._lock

    @property
    def settling(self) -> bool:
        """Whether somebody is leaving and the last words are being saved."""
        return self._settling is not None

    @property
    def lock_page(self) -> Any:
        """The page over a locked desk, None before the first lock."""
        return self._lock

    def open(self, house: Opened) -> None:
        """Take an open house; its people may sign in."""
        self.close_house()
        self.house = house
        clock = house.office.clock.now
        self.jobs = Jobs(house.office, clock, executor=self._executor(), version=self._doors.version, parent=self)
        self.jobs.failed.connect(self._tell)
        self.jobs.faulted.connect(self.faulted)
        self.jobs.changed.connect(self._follow)
        if house.data_dir != self._doors.data_dir:
            self._appearance.move_to(Preferences(house.data_dir))
        self.opened.emit(house)
        self._reception.sign_in.set_name(self._appearance.preferences.last_name)
        self._let_in()

    def seat(self, person: "Person") -> None:
        """Make the desk of a person who signed in."""
        # The desk is not imported before it is needed: the sign-in page is on the screen the sooner.
        from app.ui.shell.desk import Desk
        from app.ui.shell.night_work import work_by_itself
        from app.ui.shell.pane_specs import PANES, PanePlace, for_person

        house, jobs = self._required()
        house.office.sign_in(person)
        self._appearance.preferences.last_name = person.name
        self._appearance.show_for(person.name, person.language or "")
        specs = for_person(self._specs or PANES, person)
        self.desk = desk = (self.prelude.take(person) if self.prelude else None) or Desk(self._stack)
        desk.furnish(PanePlace(jobs, house, self._doors), person, specs=specs, appearance=self._appearance)
        desk.lock_wanted.connect(self.lock)
        desk.leave_wanted.connect(self.leave)
        desk.key_change_wanted.connect(self._key_way.want)
        desk.close_wanted.connect(self.close_wanted)
        self._stack.addWidget(desk)
        self._stack.setCurrentWidget(desk)
        desk.start()
        self.watch()
        work_by_itself(jobs, desk, person)
        self._offer_tour(person)
        self.seated.emit(person)

    def watch(self) -> None:
        """Lock after the idle time of the center's settings; keys with Alt type no letters from now on."""
        self._letters.watch()
        if self.desk is not None and self.house is not None and not self.locked:
            self.idle.watch(self.house.office.settings.lock_after_s)

    def lock(self) -> None:
        """Cover the desk. A call goes on, and what was typed is kept."""
        if self.desk is None or self.locked or self._settling is not None:
            return
        self._make_lock()
        self.desk.close_overlays()
        for one in QApplication.topLevelWidgets():
            if isinstance(one, QDialog) and one.isVisible():
                one.reject()
        self.desk.remember_focus()
        self.desk.links.mask(masked=True)
        self.idle.rest()
        self._stack.setCurrentWidget(self._lock)
        self._lock.lock_for(self.desk.person)
        self.show_call()
        self.covered.emit()

    def show_call(self) -> None:
        """Show the state of the call on the lock page."""
        if not self.locked or self.desk is None or self.desk.state is None:
            return
        house, state = self._required()[0], self.desk.state
        self._lock.call.show_call(state.state, state.since, house.office.clock.now(), self.desk.links.call_number)
        self._lock.show_waiting(self.desk.links.waiting_numbers)

    def leave(self) -> None:
        """Sign out: cover the desk at once, save what was typed, then let the next person in."""
        if self.desk is None or self._settling is not None:
            return
        self.idle.rest()
        self.desk.close_overlays()
        self._reception.sign_in.hold()
        self._reception.welcome()
        self._stack.setCurrentWidget(self._reception)
        self.settle(self._unseat, self._come_back)

    def settle(self, then: Callable[[], None], otherwise: Callable[[int], None]) -> None:
        """Save all that was typed, then call ``then``, or ``otherwise`` with the number that cannot be saved."""
        from app.ui.shell.settling import Settling

        _, jobs = self._required()
        settling = self._settling = Settling(jobs, self.desk.unsaved, self)
        settling.settled.connect(self._end_settling)
        settling.stuck.connect(self._end_settling)
        settling.settled.connect(self.desk.sign_off)
        settling.settled.connect(then)
        settling.stuck.connect(otherwise)
        settling.start()

    def close_house(self) -> None:
        """Take the desk down, wait for every write, then close the database."""
        HouseClosing(self).close()

    def _unseat(self) -> None:
        house, _ = self._required()
        desk, self.desk = self.desk, None
        self._stack.removeWidget(desk)
        desk.deleteLater()
        garbage.look_everywhere()
        is_closed = house.office.is_closed
        house.office.sign_in(None)
        self._appearance.preferences.save()
        self._let_in()
        self._reception.sign_in.tell_closed(closed=is_closed)
        self.left.emit()

    def _come_back(self, count: int) -> None:
        self._let_in()
        self._stack.setCurrentWidget(self.desk)
        self.watch()
        self.say_unsaved(count)
        self.stayed.emit()

    def say_unsaved(self, count: int) -> None:
        """Say that something cannot be saved now; the desk stays."""
        self.desk.strip.danger(partial(self._unsaved, count))

    def _unsaved(self, count: int) -> str:
        return self.tr("%n conversation(s) cannot be saved yet. The desk stays open so that none is lost.", "", count)

    def _let_in(self) -> None:
        house, jobs = self._required()
        demo = self._doors.demo_sign_in if house.demo else ("", "")
        self._reception.sign_in.open_for(jobs, organization=house.office.settings.organization, demo=demo)
        jobs.ask(_loaded_early, done=self._begin_prelude)

    def _begin_prelude(self, _loaded: None) -> None:
        from app.ui.shell.pane_specs import PANES, PanePlace
        from app.ui.shell.prelude import Prelude

        if self.desk is None and self.jobs is not None and self.house is not None:
            self.prelude = self.prelude or Prelude(self._reception.sign_in, self._appearance, self)
            self.prelude.begin(self._specs or PANES, PanePlace(self.jobs, self.house, self._doors), self._stack)

    def _end_settling(self, *_count: int) -> None:
        self._settling = None

    def _make_lock(self) -> None:
        from app.ui.shell.lock import LockPage

        _, jobs = self._required()
        if self._lock is not None:
            return
        self._lock = LockPage(jobs, self._stack)
        self._lock.unlocked.connect(self._uncover)
        self._lock.leave_wanted.connect(self.leave)
        self._lock.language_wanted.connect(self._speak)
        self._stack.addWidget(self._lock)

    def _uncover(self, person: "Person") -> None:
        house, _ = self._required()
        house.office.refresh_person(person)
        self._stack.setCurrentWidget(self.desk)
        self.desk.links.mask(masked=False)
        self.desk.focus_again()
        self.watch()
        self.covered.emit()

    def _speak(self, language: str) -> None:
        self._appearance.choose(language=language)

    def _offer_tour(self, person: "Person") -> None:
        kept = self._appearance.preferences
        if not kept.was_shown_around(person.name):
            kept.note_shown_around(person.name)
            text = self.tr("New here? Five steps show where everything is.")
            self.desk.strip.info(text, step_text=self.tr("Show me around"), step=self.desk.show_around)

    def _tell(self, error: AppError) -> None:
        from app.ui.kit import messages
        from app.ui.parts.refusal import Refusal

        # Somebody is signed in here: what was refused for want of one was asked before they came.
        if self.desk is not None and not isinstance(error, NotSignedIn):
            self.desk.strip.post(told := messages.error(Refusal(error)))
            self._untrue = told if isinstance(error, (DatabaseBusy, DiskFailed, DiskFull)) else self._untrue

    def _follow(self, changes: "Changes", _initiator: object) -> None:
        if self._untrue is not None and self.desk is not None and changes.entities:
            self.desk.strip.withdraw(self._untrue)
            self._untrue = None
        if "setting" in changes.entities:
            self.watch()

    def _required(self) -> tuple[Opened, Jobs]:
        if self.house and self.jobs:
            return self.house, self.jobs
        raise RuntimeError("no house is open")


def _loaded_early(view: "View") -> None:
    # Not imported before it is needed, either: the page is on the screen the sooner.
    from app.ui.shell.prelude import load_early

    load_early(view)
