"""Asks when a matter will be due by the policies, whenever what they look at changes, and offers that time."""

from PySide6.QtCore import QObject

from app.models.contacts import ContactDraft
from app.models.errors import AppError
from app.services.clocks import Proposal
from app.ui.kit.jobs import Jobs
from app.ui.panes.intake import asking
from app.ui.panes.intake.asking import Proposed
from app.ui.panes.intake.conversation_state import ConversationState
from app.ui.panes.intake.quick_due import QuickDue

_LOOKED_AT = frozenset({"id", "spans", "channel", "category", "caller_kind", "urgency", "unit", "received_at"})


class DueProposer(QObject):
    """Keeps the offered time of a ``QuickDue`` and the draft's promise true; an answer for another one is dropped."""

    def __init__(self, jobs: Jobs, state: ConversationState, quick: QuickDue) -> None:
        super().__init__(quick)
        self._jobs, self._state, self._quick = jobs, state, quick
        state.changed.connect(self._follow)
        state.renewed.connect(self.ask)
        self.ask()

    def ask(self) -> None:
        """Ask for the time of the matter as it stands; without a category there is none yet."""
        draft: ContactDraft = self._state.draft
        if not draft.category:
            self._offer(None)
            return
        self._jobs.ask(
            asking.due_proposal,
            key="due_proposal",
            done=self._take,
            failed=self._stay,
            draft=draft,
            generation=self._state.generation,
        )

    def _follow(self, name: str) -> None:
        if name in _LOOKED_AT:
            self.ask()

    def _take(self, proposed: Proposed) -> None:
        if proposed.generation == self._state.generation:
            self._offer(proposed.proposal)
            self._quick.offer_day(proposed.next_on)

    def _offer(self, proposal: Proposal | None) -> None:
        self._quick.offer(proposal)
        self._state.edit("promised_at", proposal.due_at if proposal else None)

    def _stay(self, _error: AppError) -> None:
        """Offer nothing: a desk that cannot read its policies must not cover a call with a message."""
        self._offer(None)
