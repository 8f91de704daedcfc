"""What stands under each outcome: what is missing, or what will happen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from app.models.contacts import ContactDraft, Outcome
from app.models.inquiries import InquiryRow
from app.ui.kit import languages
from app.ui.kit.line_editors import Clock
from app.ui.kit.presenting_time import moment
from app.ui.panes.intake.asking import Desk
from app.ui.panes.intake.readiness import Gap

_MOST = 3


class OutcomeWords(QObject):
    """Makes the notes of the outcome bar; `name_of(field)` gives a field's label."""

    def __init__(self, desk: Desk, clock: Clock, name_of: Callable[[str], str], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._clock, self._name_of = desk, clock, name_of

    def note(
        self, outcome: Outcome, draft: ContactDraft, gaps: Sequence[Gap], *, open_inquiries: Sequence[InquiryRow]
    ) -> str:
        """Return the words under one outcome."""
        if outcome is Outcome.NON_INQUIRY:
            return self.tr("silent, wrong number, prank …")
        if outcome is Outcome.ADD_TO and not open_inquiries and draft.add_to is None:
            return self.tr("no open inquiry")
        if outcome is Outcome.ADD_TO and draft.add_to is None and len(open_inquiries) > 1:
            return self.tr("choose which")
        names = dict.fromkeys(self._name_of(gap.field) for gap in gaps if gap.field != "add_to")
        if names:
            words = [name.rstrip("?\uff1f") for name in names if name]
            return self._missing(words, all_missing=all(gap.missing for gap in gaps))
        return self._ready(outcome, draft, open_inquiries)

    def _missing(self, names: list[str], *, all_missing: bool) -> str:
        joined = self.tr(", ").join(names[:_MOST]) + (" …" if len(names) > _MOST else "")
        text = self.tr("Missing: {fields}") if all_missing else self.tr("Please check: {fields}")
        return text.format(fields=joined)

    def _ready(self, outcome: Outcome, draft: ContactDraft, open_inquiries: Sequence[InquiryRow]) -> str:
        if outcome is Outcome.ANSWERED:
            return self.tr("saves and closes")
        if outcome is Outcome.ADD_TO:
            marked = [row for row in open_inquiries if row.id == draft.add_to]
            chosen = marked if draft.add_to else list(open_inquiries)[:1]
            return chosen[0].number if chosen else ""
        if outcome in (Outcome.REFERRED, Outcome.TRANSFERRED):
            return draft.referred_to or ""
        if draft.due_at is None:
            return ""
        return moment(draft.due_at, self._clock(), languages.current(), self._desk.zone)
