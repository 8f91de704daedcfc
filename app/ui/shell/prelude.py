"""Makes the first pane while somebody types a password, in steps between the keys, so that it is there at once."""

from collections.abc import Iterator, Sequence
from importlib import import_module
from itertools import chain

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.models.accounts import Person
from app.models.errors import AppError
from app.services import accounts
from app.services.office import View
from app.ui.shell.appearance import Appearance
from app.ui.shell.desk import Desk
from app.ui.shell.pane_specs import PanePlace, PaneSpec, for_person
from app.ui.shell.sign_in import SignInPage

#: Between two steps, so that keys and painting come first.
_REST_MS = 5
#: What a sign-in, the first pane and the notices on it are made of.
_EARLY = (
    "argon2",
    "app.ui.shell.desk",
    "app.ui.shell.night_work",
    "app.ui.panes.intake.pane",
    "app.services.script_notices",
    "app.ui.panes.intake.notice_list",
)


class Prelude(QObject):
    """Holds a blank desk, and on it the panes that can be made early (``PaneSpec.early``), until `take` or `drop`.

    For whom a password is being typed, the desk is furnished too. Whoever signs in instead gets another one.
    """

    def __init__(self, page: SignInPage, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page, self._appearance = page, appearance
        self._desk: Desk | None = None
        self._steps: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self._step)
        page.begun.connect(self._expect)

    def begin(self, specs: Sequence[PaneSpec], place: PanePlace, parent: QWidget) -> None:
        """Begin to make what can be made early; `parent` is where the window's pages stand."""
        self.drop()
        self._specs, self._place, self._home = tuple(specs), place, parent
        self._desk = Desk(parent)
        self._desk.hide()
        self._go(self._made(self._desk))
        self._expect(self._page.awaited)

    def take(self, person: Person | None = None) -> Desk | None:
        """Return the desk with its panes complete, None where there is none for this person. It is given once."""
        while self._advance():
            pass
        desk = self._desk
        if desk is not None and desk.is_furnished and (person is None or not desk.is_for(person)):
            self.drop()
            return None
        self._desk = None
        return desk

    def drop(self) -> None:
        """Give up what was made."""
        self._timer.stop()
        self._steps = iter(())
        desk, self._desk = self._desk, None
        if desk is not None:
            desk.deleteLater()

    def _go(self, steps: Iterator[None]) -> None:
        self._steps = chain(self._steps, steps)
        self._timer.start()

    def _expect(self, name: str) -> None:
        """Furnish the desk for who has this name, once the panes are made; a name that nobody has changes nothing."""
        if name and self._desk is not None:
            self._place.jobs.ask(accounts.awaited, key="awaited", done=self._furnish, name=name)

    def _furnish(self, person: Person | None) -> None:
        desk = self._desk
        if person is not None and desk is not None and not desk.is_furnished:
            specs = for_person(self._specs, person)
            self._go(desk.furnishing(self._place, person, specs=specs, appearance=self._appearance))

    def _made(self, desk: Desk) -> Iterator[None]:
        for spec in self._specs:
            if spec.early is not None:
                for pane in spec.early(self._place, desk.panes):
                    desk.panes.lay_by(spec.id, pane)
                    yield

    def _step(self) -> None:
        if not self._advance() and self._desk is not None and self._desk.is_furnished:
            self._draw(self._desk)

    def _advance(self) -> bool:
        """Take the next step; False where there is none."""
        try:
            next(self._steps)
        except StopIteration:
            self._timer.stop()
        except AppError:
            # What stands in the way now is said when the pane is made for a person.
            self.drop()
        return self._timer.isActive()

    def _draw(self, desk: Desk) -> None:
        """Have everything styled, placed and drawn once, for nobody to see: nobody waits for that later."""
        desk.resize(self._home.size())
        desk.grab()


def load_early(_view: View) -> None:
    """Import what a sign-in and the first pane need, on a reader thread while somebody types a password."""
    for name in _EARLY:
        import_module(name)
