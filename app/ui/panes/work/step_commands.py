"""The methods behind the commands of an opened inquiry: each step by its own name, and whether it may be taken."""

from app.models.accounts import Permission
from app.services.worklists import Dossier
from app.ui.kit.fields import Field
from app.ui.panes.work import steps
from app.ui.panes.work.dispatch_advice import DispatchAdvice
from app.ui.panes.work.step_papers import StepPapers


class StepCommands(StepPapers):
    """What the command table of the detail calls. Whoever inherits it says which ``steps_now`` are possible
    and makes the ``advice``. ``dossier`` is the inquiry on the page; ``refused`` is told what cannot be.
    """

    steps_now: tuple[str, ...] = ()
    advice: DispatchAdvice | None = None

    def begin(self, step: str) -> None:
        """Take a step at once or ask for what it needs."""
        raise RuntimeError(f"nobody takes the step {step}")

    def can(self, step: str) -> bool:
        """Whether a step may be taken now. Raises KeyError for an unknown one."""
        return steps.BY_ID[step].id in self.steps_now

    def choice_fields(self, step: str, dossier: Dossier) -> list[Field]:
        """Return what a dispatch is asked about the choice of a unit; nothing for another step."""
        return self.advice.fields(step, dossier) if self.advice is not None else []

    def accept(self) -> None:
        """Take a dispatched inquiry on."""
        self.begin("accept")

    def start(self) -> None:
        """Begin to work on it."""
        self.begin("start")

    def resume(self) -> None:
        """End the waiting."""
        self.begin("resume")

    def close_inquiry(self) -> None:
        """Close it with what was answered."""
        self.begin("close")

    def answered(self) -> None:
        """Say that the caller has the answer."""
        self.begin("answered")

    def dispatch(self) -> None:
        """Hand it to a unit."""
        self.begin("dispatch")

    def take_unit(self) -> None:
        """Choose the unit that is suggested for the dispatch that is asked for."""
        if self.advice is not None:
            self.advice.take()

    def wait_caller(self) -> None:
        """Pause it for the caller."""
        self.begin("wait_caller")

    def wait_third_party(self) -> None:
        """Pause it for somebody else."""
        self.begin("wait_third_party")

    def return_back(self) -> None:
        """Give it back with a coded reason."""
        self.begin("return_back")

    def reopen(self) -> None:
        """Work on it again."""
        self.begin("reopen")

    def cancel(self) -> None:
        """End it without an answer."""
        self.begin("cancel")

    def transfer(self) -> None:
        """Let another center work on it."""
        self.begin("transfer")

    def can_transfer(self) -> bool:
        """Whether another center may get it."""
        return self.can("transfer")

    def can_accept(self) -> bool:
        """Whether it may be accepted."""
        return self.can("accept")

    def can_start(self) -> bool:
        """Whether work may begin."""
        return self.can("start")

    def can_resume(self) -> bool:
        """Whether a waiting may end."""
        return self.can("resume")

    def can_close(self) -> bool:
        """Whether it may be closed."""
        return self.can("close")

    def can_answered(self) -> bool:
        """Whether it may be called answered."""
        return self.can("answered")

    def can_dispatch(self) -> bool:
        """Whether it may be dispatched."""
        return self.can("dispatch")

    def can_take_unit(self) -> bool:
        """Whether a unit is suggested."""
        return self.advice is not None and self.advice.offers

    def can_wait_caller(self) -> bool:
        """Whether it may wait for the caller."""
        return self.can("wait_caller")

    def can_wait_third_party(self) -> bool:
        """Whether it may wait for somebody else."""
        return self.can("wait_third_party")

    def can_return_back(self) -> bool:
        """Whether it may be given back."""
        return self.can("return_back")

    def can_reopen(self) -> bool:
        """Whether it may be opened again."""
        return self.can("reopen")

    def can_cancel(self) -> bool:
        """Whether it may be canceled."""
        return self.can("cancel")

    def has_inquiry(self) -> bool:
        """Whether an inquiry is on the page."""
        return self.dossier is not None

    def can_hand_over(self) -> bool:
        """Whether the person may give it away, as far as that right reaches."""
        if self.dossier is None or self._desk is None:
            return False
        row = self.dossier.line.row
        return self._desk.person.may_with(Permission.HAND_OVER_INQUIRIES, owner=row.owner, unit=row.unit)

    def review(self) -> None:
        """Let another person look at the answer."""
        self.begin("review")

    def can_review(self) -> bool:
        """Whether that may be done."""
        return self.can("review")

    def ask_callback(self) -> None:
        """Have the caller asked whether it helped."""
        self.begin("ask_callback")

    def can_ask_callback(self) -> bool:
        """Whether that may be done."""
        return self.can("ask_callback")

    def redo(self) -> None:
        """Let the unit do it again."""
        self.begin("redo")

    def can_redo(self) -> bool:
        """Whether that may be done."""
        return self.can("redo")

    def ask_extension(self) -> None:
        """Ask for a later due time."""
        self.begin("ask_extension")

    def can_ask_extension(self) -> bool:
        """Whether that may be done."""
        return self.can("ask_extension")

    def approve_extension(self) -> None:
        """Move the due time."""
        self.begin("approve_extension")

    def can_approve_extension(self) -> bool:
        """Whether that may be done."""
        return self.can("approve_extension")

    def refuse_extension(self) -> None:
        """Leave the due time as it is."""
        self.begin("refuse_extension")

    def can_refuse_extension(self) -> bool:
        """Whether that may be done."""
        return self.can("refuse_extension")

    def remind(self) -> None:
        """Remind the unit."""
        self.begin("remind")

    def can_remind(self) -> bool:
        """Whether that may be done."""
        return self.can("remind")

    def urge(self) -> None:
        """Urge the unit."""
        self.begin("urge")

    def can_urge(self) -> bool:
        """Whether that may be done."""
        return self.can("urge")

    def supervise(self) -> None:
        """Put it under supervision."""
        self.begin("supervise")

    def can_supervise(self) -> bool:
        """Whether that may be done."""
        return self.can("supervise")

    def notify(self) -> None:
        """Report the delay."""
        self.begin("notify")

    def can_notify(self) -> bool:
        """Whether that may be done."""
        return self.can("notify")
