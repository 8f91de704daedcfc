"""Keeps the search over scripts fresh while a pane that uses it is there."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.services.office import View
from app.ui.kit import garbage
from app.ui.kit.jobs import Jobs

#: Under this name the world may hand over one search for the whole window.
SHARED = "script_search"
#: So many scripts put in at once are left out of the rounds for garbage: with 10,000 one round that looks through them
#: holds the window up for 50 ms, and finds nothing.
MANY = 500


class LibraryWatch(QObject):
    """Holds the search (``services.script_search.ScriptSearch``) and refreshes its index on a reader thread: at the
    start, after each change of scripts, and when one begins or ceases to be valid. `refreshed()` when results may
    differ.
    """

    refreshed = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.search: Any = jobs.office.ask(shared_search)
        jobs.changed.connect(self._follow)
        jobs.ticked.connect(self._tick)
        self.refresh()

    def refresh(self) -> None:
        """Bring the index to the scripts of now."""
        self._jobs.ask(self.search.refresh, key="index", done=self._tell)

    def _follow(self, changes: Any, _initiator: object) -> None:
        if self.search.concerns(changes):
            self.refresh()

    def _tick(self, now: datetime) -> None:
        if self.search.stale_at is not None and now >= self.search.stale_at:
            self.refresh()

    def _tell(self, done: Any) -> None:
        if done.put >= MANY:
            garbage.leave_out()
        self.refreshed.emit()


def shared_search(view: View) -> Any:
    """Return the search that the world hands over, else a new one."""
    # Its index brings sqlite and pinyin with it, which a window that only starts does not need.
    from app.services.script_search import ScriptSearch

    return view.outside.get(SHARED) or ScriptSearch()
