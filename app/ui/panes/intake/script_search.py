"""What the right column needs of the library of scripts, and who keeps its index fresh while the window is open."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from app.services.office import View
from app.services.script_reading import OpenScript, Reading
from app.ui.kit.jobs import Jobs

LIMIT = 8
#: Under this name the world may hand over a library that other parts of the window search too.
SHARED = "script_search"


class Hit(Protocol):
    """One result: ``why`` is the phrase that matched, ``standing`` live, review_due, expired or withdrawn."""

    @property
    def key(self) -> str:
        """The script."""
        ...

    @property
    def title(self) -> str:
        """Its title in the language asked for."""
        ...

    @property
    def why(self) -> str:
        """The phrase that matched."""
        ...

    @property
    def standing(self) -> str:
        """What it is now."""
        ...

    @property
    def urgent(self) -> bool:
        """Whether it stands above the others."""
        ...


class ScriptSearch(Protocol):
    """The library, as questions that a reader thread answers (``services.script_search`` is one)."""

    def query(self, view: View, *, text: str, language: str, limit: int = LIMIT) -> Sequence[Hit]:
        """Return the best scripts for what was typed so far (characters, pinyin, words), best first."""
        ...

    def open(self, view: View, *, key: str, reading: Reading) -> OpenScript:
        """Return a script as it is read now. Raises ``RecordGone``."""
        ...


class LibraryWatch(QObject):
    """Holds the library of this window and refreshes its index on a reader thread: at the start, after each change of
    scripts, and when one becomes or ceases to be valid. `refreshed()` when results may differ.
    """

    refreshed = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.library: Any = jobs.office.ask(_library)
        self._jobs.changed.connect(self._look)
        self._jobs.ticked.connect(self._tick)
        self.refresh()

    def refresh(self) -> None:
        """Bring the index up to the scripts of now."""
        self._jobs.ask(self.library.refresh, key="refresh", done=self._refreshed)

    def _look(self, changes: Any, _initiator: object) -> None:
        if hasattr(changes, "entities") and self.library.concerns(changes):
            self.refresh()

    def _tick(self, now: datetime) -> None:
        if self.library.stale_at is not None and now >= self.library.stale_at:
            self.refresh()

    def _refreshed(self, _report: object) -> None:
        self.refreshed.emit()


def _library(view: View) -> object:
    """Return the library that the world hands over, else one of this window's own."""
    from app.services.script_search import ScriptSearch as Library

    return view.outside.get(SHARED) or Library()
