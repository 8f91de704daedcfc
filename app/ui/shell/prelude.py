"""Makes the first pane while somebody types a password, in steps between the keys, so that it is there at once."""

from collections.abc import Iterator, Sequence
from importlib import import_module

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.models.errors import AppError
from app.services.office import View
from app.ui.shell.pane_specs import PanePlace, PaneSpec

#: Between two steps, so that keys and painting come first.
_REST_MS = 5


class Prelude(QObject):
    """Holds the panes that can be made early (``PaneSpec.early``) until `take` or `drop`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panes: dict[str, QWidget] = {}
        self._steps: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self._step)

    def begin(self, specs: Sequence[PaneSpec], place: PanePlace, parent: QWidget) -> None:
        """Begin to make what can be made early; `parent` is where the window's pages stand."""
        self.drop()
        self._steps = self._made(specs, place, parent)
        self._timer.start()

    def take(self, person_specs: Sequence[PaneSpec]) -> dict[str, QWidget]:
        """Return the panes for a person, complete; those that she does not see are given up."""
        while self._timer.isActive():
            self._step()
        seen = {spec.id for spec in person_specs}
        found = {name: pane for name, pane in self._panes.items() if name in seen}
        self._panes = {name: pane for name, pane in self._panes.items() if name not in seen}
        self.drop()
        return found

    def drop(self) -> None:
        """Give up what was made."""
        self._timer.stop()
        self._steps = iter(())
        panes, self._panes = self._panes, {}
        for pane in panes.values():
            pane.deleteLater()

    def _made(self, specs: Sequence[PaneSpec], place: PanePlace, parent: QWidget) -> Iterator[None]:
        for spec in specs:
            if spec.early is not None:
                for pane in spec.early(place, parent):
                    self._panes[spec.id] = pane
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
