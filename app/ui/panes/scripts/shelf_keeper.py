"""Asks for the library again whenever it may look different: first the tree, then what only contents say."""

from PySide6.QtCore import QObject, Signal

from app.models.errors import AppError
from app.services import script_shelf
from app.services.script_shelf import Marks
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.scripts import asking
from app.ui.panes.scripts.asking import Shelf


class ShelfKeeper(QObject):
    """``taken(Shelf)`` at once, and once more when tags and due reviews are known; ``refused(error)``."""

    taken = Signal(object)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._marks = Marks()
        self._tag = ""

    def refresh(self) -> None:
        """Ask for everything."""
        self._ask()
        self._jobs.ask(script_shelf.marks, key="marks", done=self._take_marks, failed=self._refuse)

    def choose_tag(self, tag: str) -> None:
        """Show only what carries a tag, "" for everything."""
        if tag != self._tag:
            self._tag = tag
            self._ask()

    def forget(self) -> None:
        """Show everything to the next person."""
        self._tag = ""

    def _ask(self) -> None:
        self._jobs.ask(
            asking.shelf,
            key="shelf",
            done=self._take,
            failed=self._refuse,
            language=languages.current(),
            marks=self._marks,
            tag=self._tag,
        )

    def _take(self, shelf: Shelf) -> None:
        self._tag = shelf.tag
        self.taken.emit(shelf)

    def _take_marks(self, marks: Marks) -> None:
        if marks != self._marks:
            self._marks = marks
            self._ask()

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)
