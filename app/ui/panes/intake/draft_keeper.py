"""Saves a conversation while it is typed: at most a second later, on the writer thread, until it is finalized."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.models.contacts import ContactDraft
from app.models.errors import AlreadyFinalized, AppError
from app.services import contacts, drafts
from app.services.office import Work
from app.ui.kit.bound_methods import Callback, call
from app.ui.kit.jobs import Jobs
from app.ui.panes.intake.call_clock import ended
from app.ui.panes.intake.conversation_state import ConversationState

#: From the first unsaved keystroke to the save; with the commit it stays under a second.
DELAY_MS = 400
#: After a save that failed.
AGAIN_MS = 5_000


def keep_as_of_now(work: Work, draft: ContactDraft) -> None:
    """Save a draft with its running span ended now: what a killed window leaves behind knows no later sign of life."""
    drafts.keep(work, replace(draft, spans=ended(draft.spans, work.now)))


class DraftKeeper(QObject):
    """Follows one state. `kept()` after each save, `refused(AppError)` when one failed (it tries again by itself).

    The first save opens the conversation in the office, which gives it its id: `opened()`.
    """

    kept = Signal()
    refused = Signal(object)
    opened = Signal()

    def __init__(self, jobs: Jobs, state: ConversationState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._state = state
        self._saved: ContactDraft | None = state.draft
        self._sending: ContactDraft | None = None
        self._held = False
        self._thrown_away = False
        self._then: Callback = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)
        state.changed.connect(self._touch)
        state.renewed.connect(self._renew)

    @property
    def idle(self) -> bool:
        """Whether no save is under way."""
        return self._sending is None

    @property
    def dirty(self) -> bool:
        """Whether something is typed and not saved."""
        return self._saved != self._state.draft

    def open_then(self, follow: Callback) -> None:
        """Call `follow` as soon as the conversation has its id; at once where it has one."""
        if self._state.opened:
            call(follow)
            return
        self._then = follow
        self._saved = None
        self.flush()

    def touch(self) -> None:
        """Save again within the second although nothing was typed: the call goes on."""
        self._saved = None
        self._touch()

    def flush(self) -> None:
        """Save now, unless a save is under way, which is followed by another one."""
        self._timer.stop()
        if self._held or self._sending is not None or not self.dirty:
            return
        self._sending = self._state.draft
        ends: dict[str, Any] = {"failed": self._fail, "ended": self._end}
        if self._state.opened:
            self._jobs.do(keep_as_of_now, draft=self._sending, done=self._keep, **ends)
        else:
            self._jobs.do(contacts.start, draft=self._sending, done=self._open, **ends)

    def hold(self) -> None:
        """Save nothing until `resume`: the contact is being finalized or thrown away."""
        self._held = True
        self._timer.stop()

    def resume(self) -> None:
        """Go on saving."""
        self._held = self._thrown_away = False
        self._touch()

    def throw_away(self) -> None:
        """Stop, and take the draft out of the database; `keep_again` brings it back."""
        self.hold()
        self._thrown_away = True
        if self._state.opened:
            self._jobs.do(drafts.discard, contact=self._state.draft.id)

    def keep_again(self) -> None:
        """Save a draft that was thrown away as it was."""
        self._saved = None
        self.resume()
        self.flush()

    def _renew(self) -> None:
        self._timer.stop()
        self._saved = self._state.draft
        self._held = self._thrown_away = False
        self._then = None

    def _touch(self) -> None:
        if not self._held and not self._timer.isActive():
            self._timer.start(DELAY_MS)

    def _open(self, opened: ContactDraft) -> None:
        self._saved = opened
        self._state.take_opened(opened)
        if self._thrown_away:  # it was thrown away while the office opened it
            self._jobs.do(drafts.discard, contact=opened.id)
            return
        self.opened.emit()
        self.kept.emit()
        then, self._then = self._then, None
        call(then)

    def _keep(self, _nothing: object) -> None:
        self._saved = self._sending
        self.kept.emit()

    def _fail(self, error: AppError) -> None:
        if isinstance(error, AlreadyFinalized):
            self.hold()
            return
        self._then = None
        self.refused.emit(error)
        if not self._held:
            self._timer.start(AGAIN_MS)

    def _end(self) -> None:
        self._sending = None
        if self.dirty:
            self._touch()
