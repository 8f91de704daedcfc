"""What the person at the desk is still to read about changed scripts, kept fresh, and whether a call goes first."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.services.office import View
from app.ui.kit.jobs import Jobs

if TYPE_CHECKING:
    from app.models.script_notices import Notice

_TELLS = frozenset({"script", "script_version", "script_event", "script_flag", "script_notice"})
#: Seconds after which it is asked again by itself: a version can begin at a time that was set.
_AGAIN_S = 60


class NoticeWatch(QObject):
    """`changed()` when there is something else to read, or when a call began or ended."""

    changed = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._seconds = 0
        self.waiting: tuple[Notice, ...] = ()
        self.is_busy = False
        jobs.changed.connect(self._follow)
        jobs.ticked.connect(self._tick)

    @property
    def urgent(self) -> "tuple[Notice, ...]":
        """What is read before the next call."""
        return tuple(one for one in self.waiting if one.is_urgent)

    def look(self) -> None:
        """Ask what there is to read, as when a person has signed in."""
        self._seconds = 0
        self._jobs.ask(_waiting, key="notices", done=self._take, failed=self._forget)

    def set_busy(self, busy: bool) -> None:
        """Say that somebody rings, speaks or is written about, or that the desk is free for the next call."""
        if busy != self.is_busy:
            self.is_busy = busy
            self.changed.emit()

    def _take(self, waiting: "list[Notice]") -> None:
        if tuple(waiting) != self.waiting:
            self.waiting = tuple(waiting)
            self.changed.emit()

    def _forget(self, _error: object) -> None:
        self._take([])

    def _follow(self, changes: Any, _initiator: object) -> None:
        if _TELLS & frozenset(getattr(changes, "entities", ())):
            self.look()

    def _tick(self, _now: object) -> None:
        self._seconds += 1
        if self._seconds >= _AGAIN_S:
            self.look()


def _waiting(view: View) -> "list[Notice]":
    """Return what the person at the desk is still to read about changed scripts. Raises ``NotSignedIn``."""
    # Asked on a reader's thread after the first picture: a window that starts does without it.
    from app.services import script_notices

    return script_notices.waiting(view)
