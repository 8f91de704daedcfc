"""Proposing a script from an opened inquiry: what would be sent is shown first, without private data."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.models.accounts import Permission
from app.models.errors import AppError
from app.services import script_proposals
from app.services.script_proposals import Idea
from app.ui.kit.fields import Field
from app.ui.kit.jobs import Jobs
from app.ui.panes.work.step_commands import StepCommands
from app.ui.parts.proposal_form import proposal_fields


class ProposeCommands(StepCommands):
    """What the command table of the detail calls. Whoever inherits it has an inquiry and asks in place."""

    _jobs: Jobs

    def can_propose(self) -> bool:
        """Whether this person may propose a script from the inquiry on the page."""
        return self.dossier is not None and self._may(Permission.PROPOSE_SCRIPTS)

    def propose(self) -> None:
        """Ask what the inquiry could become, and show it."""
        if self.dossier is not None:
            self._jobs.ask(
                script_proposals.from_inquiry,
                key="idea",
                inquiry=self.dossier.line.row.id,
                done=self._ask_idea,
                failed=self._lose,
            )

    def _ask_idea(self, idea: Idea) -> None:
        self._ask("propose", proposal_fields(), {"question": idea.question, "answer": idea.answer})

    def _ask(self, step: str, fields: Sequence[Field], values: Mapping[str, Any]) -> None:
        raise RuntimeError(f"nobody asks for {step}")

    def _lose(self, error: AppError) -> None:
        raise error
