"""The dispatch note of the inquiry that was saved last: one key after F9."""

from typing import Any, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.models.contacts import Finalized
from app.models.errors import AppError
from app.ui.kit.jobs import Jobs
from app.ui.parts.refusal import Refusal


class LastNote(QObject):
    """``refused(error)`` when there is no note to show."""

    refused = Signal(object)

    def __init__(self, jobs: Jobs, owner: QWidget) -> None:
        super().__init__(owner)
        self._jobs, self._owner = jobs, owner
        self._inquiry: bytes | None = None
        self._papers: QObject | None = None

    def follow(self, finalized: Finalized) -> None:
        """Remember what was saved."""
        self._inquiry = finalized.inquiry

    def show(self) -> None:
        """Show its note; nothing happens where nothing was saved yet."""
        if self._inquiry is None:
            return
        # What writes papers is loaded when the first one is wanted: the window must start without it.
        from app.ui.parts.paper_desk import PaperDesk

        if not isinstance(self._papers, PaperDesk):
            self._papers = PaperDesk(self._jobs, self._owner)
            self._papers.refused.connect(self._refuse)
        self._papers.open_note(self._inquiry)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)


class NoteCommands:
    """The command that shows the note. Whoever inherits it holds the jobs and has a conversation in front."""

    _jobs: Jobs
    _note: LastNote | None = None

    @property
    def front(self) -> Any:
        """The conversation in front; its strip says what cannot be."""
        raise LookupError("no conversation is open")

    @property
    def note(self) -> LastNote:
        """The dispatch note of what was saved last."""
        if self._note is None:
            self._note = LastNote(self._jobs, cast("QWidget", self))
            self._note.refused.connect(self._tell_note)
        return self._note

    def dispatch_note(self) -> None:
        """Show the note for the unit to which the inquiry saved last was dispatched."""
        self.note.show()

    def _tell_note(self, error: AppError) -> None:
        self.front.strip.danger(Refusal(error))
