"""The papers of an opened inquiry: the note for its unit, and the notice of its last reminder."""

from typing import Any, cast

from PySide6.QtWidgets import QWidget

from app.models.accounts import Permission
from app.models.inquiries import EventKind
from app.models.ladders import KIND_OF
from app.services.worklists import Desk, Dossier
from app.ui.kit.jobs import Jobs
from app.ui.parts.paper_desk import PaperDesk


class StepPapers:
    """Shows them where there is something to show. ``dossier`` is the inquiry on the page; ``refused`` is told what
    cannot be.
    """

    dossier: Dossier | None = None
    refused: Any
    _desk: Desk | None = None
    _jobs: Jobs
    _papers: PaperDesk | None = None

    @property
    def papers(self) -> PaperDesk:
        """Where notes and sheets are shown, made when it is first asked for."""
        if self._papers is None:
            self._papers = PaperDesk(self._jobs, cast("QWidget", self))
            self._papers.refused.connect(self.refused)
        return self._papers

    def open_note(self) -> None:
        """Show the note for the unit to which it was dispatched."""
        if self.dossier is not None and self.has_note():
            self.papers.open_note(self.dossier.line.row.id)

    def has_note(self) -> bool:
        """Whether it was dispatched to a unit and the person may write to that unit."""
        events = self.dossier.detail.events if self.dossier is not None else ()
        return self.can_work() and any(one.kind is EventKind.DISPATCHED for one in events)

    def open_notice(self) -> None:
        """Show the notice of its last reminder, urging or supervision."""
        if self.dossier is not None and self.has_notice():
            self.papers.open_notice(self.dossier.line.row.id)

    def has_notice(self) -> bool:
        """Whether anybody was reminded, urged or put under supervision, and the person may write of it."""
        events = self.dossier.detail.events if self.dossier is not None else ()
        return self.can_work() and any(one.kind in KIND_OF.values() for one in events)

    def can_work(self) -> bool:
        """Whether the person may work on the inquiry on the page."""
        return self.dossier is not None and self._may(Permission.WORK_INQUIRIES)

    def _may(self, permission: Permission) -> bool:
        return self._desk is not None and self._desk.person.may(permission)
