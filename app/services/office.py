"""The office: ``do`` runs one command in one transaction, ``ask`` answers one question. Neither knows threads or Qt.

A command is a function ``verb(work, …)``; a question is a function ``name(view, …)``. Both are plain functions of a
service module, so that a script, the command line, a test and the window all drive the same program.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from threading import Lock
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from app.models.accounts import Permission, Person, Role, reach_of
from app.models.changes import Changes, Done
from app.models.errors import NothingToUndo
from app.models.settings import Settings
from app.services import undo
from app.services.sign_ins import SignIns
from app.services.work import View, Work
from app.store import accounts, newcomers
from app.store.journal import Rows
from app.store.settings import read_settings
from app.store.store import Store

__all__ = ["Clock", "Office", "View", "Work"]

P = ParamSpec("P")
T = TypeVar("T")


class Clock(Protocol):
    """The time of the world."""

    def now(self) -> datetime:
        """Return the time now, aware, in UTC."""
        ...


class Office:
    """One station's desk. ``by`` is who is signed in; the window and the command line set it after signing in."""

    def __init__(self, store: Store, clock: Clock, outside: dict[str, Any] | None = None) -> None:
        self.store = store
        self.clock = clock
        self.outside: dict[str, Any] = {"sign_ins": SignIns(store), **(outside or {})}
        self.by: Person | None = None
        #: Whether the account of who sits here was closed meanwhile, or the accounts of a center took the place of
        #: this computer's: a call may be ended, then they leave.
        self.is_closed = False
        #: Of which accounts who sits here is one: empty for this computer's own, else the mark of a center's.
        self.settled = b""
        self._seating = Lock()
        self._settings: Settings | None = None
        self._last: tuple[Person | None, Changes] | None = None

    @property
    def settings(self) -> Settings:
        """Return the center's settings, read once and again after each change."""
        found = self._settings  # asked once: another thread's command may forget it at any moment
        if found is None:
            with self.store.reading() as rows:
                found = self._settings = read_settings(rows)
        return found

    def do(self, command: Callable[Concatenate[Work, P], T], /, *args: P.args, **kwargs: P.kwargs) -> Done[T]:
        """Run one command in one transaction; what it returns is true only after the commit."""
        return self.seat().do(command, *args, **kwargs)

    def ask(self, question: Callable[Concatenate[View, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Answer one question from this thread's read-only connection."""
        return self.seat().ask(question, *args, **kwargs)

    def seat(self) -> "Seat":
        """Return this desk as whoever sits at it now: what waits in a queue stays theirs."""
        return Seat(self, self.by, self.settled)

    def let_between(self, called: Callable[[], None]) -> None:
        """Call this between two parts of a long command; the window lets through there what waits in its queue."""
        self.store.between = called

    def rest(self, _view: View) -> None:
        """Give back what a start has read and made and nothing uses any more. A question: no key waits for it."""
        self.store.let_go()
        give_back: Callable[[], None] | None = self.outside.get("give_back_memory")
        if give_back is not None:
            give_back()

    def remember(self, by: Person | None, changes: Changes, *, undoable: bool) -> None:
        """Keep what the last command changed: its settings are read again, and its own person may take it back."""
        if "setting" in changes.entities:
            self._settings = None
        if "person" in changes.entities:
            self.look_who_sits()
        if not undo.is_aside(changes):
            self._last = (by, changes) if undoable else None

    def undo(self) -> Done[int]:
        """Take one's own last command back by new records. Raises ``NothingToUndo`` or ``UndoNotSafe``.

        Whoever sits down after somebody else takes nothing of theirs back: it may be more than they are allowed to do.
        """
        if self._last is None or self.by is None or self._last[0] is None or self._last[0].id != self.by.id:
            raise NothingToUndo
        (_, last), self._last = self._last, None
        return self.do(undo.take_back, last)

    def sign_in(self, person: Person | None) -> None:
        """Set who is at the desk (None: nobody). Passwords are checked by ``accounts.sign_in``.

        The seat is one among the accounts that there were when the password was checked.
        """
        if person is not None:
            sign_ins: SignIns = self.outside["sign_ins"]
            mark = sign_ins.take_mark(person.id)
            if mark is None:
                with self.store.reading() as rows:
                    mark = newcomers.settled(rows)
            self.settled = mark
        with self._seating:
            self.by, self.is_closed = person, False

    @staticmethod
    def stands(tx: Rows, person: Person, settled: bytes) -> bool:
        """Say whether nothing has ended this person's seat yet, here or in another program."""
        return accounts.is_open(tx, person.id) and newcomers.settled(tx) == settled

    def look_who_sits(self) -> None:
        """Let roles count from now on that somebody here or elsewhere gave or took.

        Whose seat has ended may end a call as the operator that they were, and nothing else.
        """
        by = self.by
        if by is None:
            return
        with self.store.reading() as rows:
            found, stands = accounts.by_id(rows, by.id), self.stands(rows, by, self.settled)
        with self._seating:  # a question of another thread finds it out while somebody else sits down
            if found is not None and self.by is by:
                self.is_closed = not stands
                self.by = found if stands else _ending_a_call(by)

    def refresh_person(self, person: Person) -> None:
        """Keep the signed-in person's record fresh after a change of roles or language."""
        if self.by is not None and self.by.id == person.id:
            self.by = replace(person)


def _ending_a_call(person: Person) -> Person:
    """Give somebody whose seat has ended the rights of an operator where they took calls, and no others."""
    takes = any(reach_of([one], Permission.TAKE_CONTACTS) is not None for one in person.roles)
    return replace(person, roles=(Role.OPERATOR,) if takes else ())


@dataclass(frozen=True)
class Seat:
    """A desk as one person (None: nobody), however long a command of theirs waits for its turn."""

    office: Office
    by: Person | None
    #: Of which accounts they sat down as one: of this computer's own, or of a center's.
    settled: bytes | None = None

    def do(self, command: Callable[Concatenate[Work, P], T], /, *args: P.args, **kwargs: P.kwargs) -> Done[T]:
        """Run one command in one transaction, in this person's name."""
        office = self.office
        settings = office.settings
        now = office.clock.now()
        with office.store.write(self.by.name if self.by else "", now=now) as tx:
            by = self._by(tx)
            if by is not self.by and command is undo.take_back:
                raise NothingToUndo
            work = Work(tx, by, now, settings, office.outside, tx=tx)
            value = command(work, *args, **kwargs)
            changes = tx.changes
        undoable = undo.is_safe(changes) and command is not undo.take_back
        office.remember(self.by, changes, undoable=undoable)
        return Done(value, changes, undoable)

    def ask(self, question: Callable[Concatenate[View, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Answer one question to this person from this thread's read-only connection."""
        office = self.office
        with office.store.reading() as rows:
            view = View(rows, self._by(rows), office.clock.now(), office.settings, office.outside)
            return question(view, *args, **kwargs)

    def _by(self, rows: Rows) -> Person | None:
        """Return who acts: whose seat another program has ended meanwhile may only end a call."""
        by, office = self.by, self.office
        if by is None or office.stands(rows, by, office.settled if self.settled is None else self.settled):
            return by
        office.look_who_sits()  # nothing that changed here has told us
        return _ending_a_call(by)
