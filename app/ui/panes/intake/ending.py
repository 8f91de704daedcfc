"""The end of a conversation: what is missing is said and led to; else it is finalized, and only then it is saved."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from app.models.contacts import ContactDraft, ContactResult, Finalized, Outcome
from app.models.errors import AlreadyFinalized, AppError
from app.services import contacts
from app.ui.kit.jobs import Jobs
from app.ui.kit.line_editors import Clock
from app.ui.panes.intake import readiness
from app.ui.panes.intake.asking import Desk
from app.ui.panes.intake.call_clock import ended
from app.ui.panes.intake.conversation_state import ConversationState
from app.ui.panes.intake.draft_keeper import DraftKeeper
from app.ui.panes.intake.readiness import Gap


class Ending(QObject):
    """`held_up(gaps)` when something is missing, `begun()`, then `saved(Finalized)` or `refused(AppError)`.

    After `saved` the conversation is over; after `refused` everything typed is still there, and so it is after
    `stopped()`, which says that the program made a mistake (the fault sheet tells it).
    """

    held_up = Signal(tuple)
    begun = Signal()
    saved = Signal(object)
    refused = Signal(object)
    stopped = Signal()

    def __init__(self, jobs: Jobs, state: ConversationState, keeper: DraftKeeper, desk: Desk, *, clock: Clock) -> None:
        super().__init__(keeper)
        self._jobs, self._state, self._keeper, self._desk, self._clock = jobs, state, keeper, desk, clock
        self._wanted: tuple[Outcome, ContactResult | None] | None = None
        keeper.refused.connect(self._not_opened)

    @property
    def busy(self) -> bool:
        """Whether the contact is on its way."""
        return self._wanted is not None

    def gaps(self, outcome: Outcome, unreadable: tuple[str, ...] = ()) -> tuple[Gap, ...]:
        """Return what this outcome still needs."""
        return readiness.gaps(self._state.draft, outcome, self._desk.form, self._around(), unreadable=unreadable)

    def end(self, outcome: Outcome, *, result: ContactResult | None = None, unreadable: tuple[str, ...] = ()) -> None:
        """Finalize with an outcome, or say what holds it up. A second press while it is on its way does nothing."""
        if self.busy:
            return
        if found := self.gaps(outcome, unreadable):
            self.held_up.emit(found)
            return
        self._wanted = (outcome, result)
        self.begun.emit()
        self._keeper.open_then(self._finalize)

    def _finalize(self) -> None:
        if self._wanted is None:
            return
        outcome, result = self._wanted
        self._keeper.hold()
        self._jobs.do(
            contacts.finalize,
            done=self._done,
            failed=self._fail,
            ended=self._end,
            initiator=self,
            draft=self._settled(),
            outcome=outcome,
            result=result,
        )

    def _settled(self) -> ContactDraft:
        draft = readiness.settled(self._state.draft, self._desk.form, self._around())
        return replace(draft, spans=ended(draft.spans, self._clock()))

    def _done(self, finalized: Finalized) -> None:
        self._wanted = None
        self.saved.emit(finalized)

    def _fail(self, error: AppError) -> None:
        self._keeper.resume()
        self._wanted = None
        if isinstance(error, AlreadyFinalized):  # an earlier press was committed, and only its answer was lost
            self._keeper.hold()
            self.saved.emit(Finalized(self._state.draft.id, None, None))
        else:
            self.refused.emit(error)

    def _end(self) -> None:
        if self._wanted is not None:
            self._wanted = None
            self._keeper.resume()
            self.stopped.emit()

    def _not_opened(self, error: AppError) -> None:
        if self._wanted is not None:
            self._wanted = None
            self.refused.emit(error)

    def _around(self) -> readiness.Surroundings:
        zone: ZoneInfo = self._desk.zone
        return readiness.surroundings(self._state.draft, self._desk.tree, self._clock().astimezone(zone))
