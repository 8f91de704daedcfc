"""Makes the first pane while somebody types a password, in steps between the keys, so that it is there at once."""

from collections.abc import Iterator, Sequence
from importlib import import_module

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.models.errors import AppError
from app.services.office import View
from app.ui.shell.desk import Desk
from app.ui.shell.pane_specs import PanePlace, PaneSpec

#: Between two steps, so that keys and painting come first.
_REST_MS = 5


class Prelude(QObject):
    """Holds a blank desk, and on it the panes that can be made early (``PaneSpec.early``), until `take` or `drop`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._steps: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self._step)

    def begin(self, specs: Sequence[PaneSpec], place: PanePlace, parent: QWidget) -> None:
        """Begin to make what can be made early; `parent` is where the window's pages stand."""
        self.drop()
        self._desk = Desk(parent)
        self._desk.hide()
        self._steps = self._made(specs, place, self._desk)
        self._timer.start()

    def take(self) -> Desk | None:
        """Return the blank desk with its panes complete, None where there is none. It is given once."""
        while self._timer.isActive():
            self._step()
        desk, self._desk = self._desk, None
        return desk

    def drop(self) -> None:
        """Give up what was made."""
        self._timer.stop()
        self._steps = iter(())
        desk, self._desk = self._desk, None
        if desk is not None:
            desk.deleteLater()

    def _made(self, specs: Sequence[PaneSpec], place: PanePlace, desk: Desk) -> Iterator[None]:
        for spec in specs:
            if spec.early is not None:
                for pane in spec.early(place, desk.panes):
                    desk.panes.lay_by(spec.id, pane)
                    yield

    def _step(self) -> None:
        try:
            next(self._steps)
        except StopIteration:
            self._timer.stop()
        except AppError:
            # What stands in the way now is said when the pane is made for a person.
            self.drop()


def load_early(_view: View) -> None:
    """Import what a sign-in and the first pane need, on a reader thread while somebody types a password."""
    for name in ("argon2", "app.ui.shell.desk", "app.ui.panes.intake.pane"):
        import_module(name)
