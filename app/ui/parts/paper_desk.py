"""The papers of a desk: dispatch note and notice of an inquiry, and the hand-over sheet, each in its own window."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.models.errors import AppError
from app.models.papers import Paper, as_text
from app.services import dispatch_notes, handover, ladder_notices
from app.services.dispatch_notes import DispatchNote
from app.services.ladder_notices import Notice
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.parts.paper_window import PaperWindow


class PaperDesk(QObject):
    """``refused(error)`` when a paper cannot be made. The windows are made when they are first needed."""

    refused = Signal(object)

    def __init__(self, jobs: Jobs, owner: QWidget) -> None:
        super().__init__(owner)
        self._jobs, self._owner = jobs, owner
        self._note: DispatchNote | None = None
        self._notice: Notice | None = None
        self.notice_window: PaperWindow | None = None
        self.note_window: PaperWindow | None = None
        self.sheet_window: PaperWindow | None = None

    def open_note(self, inquiry: bytes) -> None:
        """Show the dispatch note of an inquiry."""
        self._jobs.ask(
            dispatch_notes.note_of,
            key="dispatch_note",
            done=self._show_note,
            failed=self._refuse,
            inquiry=inquiry,
            language=languages.current(),
        )

    def open_notice(self, inquiry: bytes) -> None:
        """Show the notice of the last reminder, urging or supervision of an inquiry."""
        self._jobs.ask(
            ladder_notices.notice_of,
            key="notice",
            done=self._show_notice,
            failed=self._refuse,
            inquiry=inquiry,
            language=languages.current(),
        )

    def open_sheet(self, *, team: bool) -> None:
        """Show the hand-over sheet of the person, or of the whole team."""
        self._jobs.ask(
            handover.sheet,
            key="handover",
            done=self._show_sheet,
            failed=self._refuse,
            language=languages.current(),
            team=team,
        )

    def _show_note(self, note: DispatchNote) -> None:
        self._note = note
        if self.note_window is None:
            self.note_window = PaperWindow(self._jobs, self._owner)
            self.note_window.gone.connect(self._record)
        self._jobs.do(dispatch_notes.read, failed=self._refuse, initiator=self, inquiry=note.inquiry)
        self.note_window.show_paper(note.paper, text=note.email, name=f"dispatch-{note.number}")

    def _show_notice(self, notice: Notice) -> None:
        self._notice = notice
        if self.notice_window is None:
            self.notice_window = PaperWindow(self._jobs, self._owner)
            self.notice_window.gone.connect(self._record_notice)
        self.notice_window.show_paper(notice.paper, text=notice.email, name=f"{notice.step.value}-{notice.number}")

    def _show_sheet(self, paper: Paper) -> None:
        if self.sheet_window is None:
            self.sheet_window = PaperWindow(self._jobs, self._owner)
        self.sheet_window.show_paper(paper, text=as_text(paper), name="hand-over")

    def _record(self, way: str) -> None:
        if self._note is not None:
            self._jobs.do(
                dispatch_notes.record, failed=self._refuse, note=self._note, way=way, language=languages.current()
            )

    def _record_notice(self, way: str) -> None:
        if self._notice is not None:
            self._jobs.do(
                ladder_notices.record, failed=self._refuse, notice=self._notice, way=way, language=languages.current()
            )

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)
