"""The life of a script's version: which step leads from which state to which, who may take it, and what it needs.

A state is only ever draft, review, approved or withdrawn; whether an approved version is live, due for review or
expired is computed from times (``scripts_library.visibility``).
"""

from dataclasses import dataclass
from enum import StrEnum

from app.models.accounts import Permission
from app.models.errors import CannotNow, FieldWrong


class ScriptStep(StrEnum):
    """What a person does to a version."""

    SUBMIT = "submit"
    APPROVE = "approve"
    SEND_BACK = "send_back"
    WITHDRAW = "withdraw"
    PUBLISH_URGENT = "publish_urgent"
    CONFIRM = "confirm"


@dataclass(frozen=True, slots=True)
class StepRule:
    """One step: the states it begins in, the state it leads to, who may take it, and whether it needs a reason."""

    begins: frozenset[str]
    leads_to: str
    permission: Permission
    needs_note: bool = False


#: The table of steps. A second approval of a version that needs two leaves the first one in review.
STEPS: dict[ScriptStep, StepRule] = {
    ScriptStep.SUBMIT: StepRule(frozenset({"draft"}), "review", Permission.WRITE_SCRIPTS),
    ScriptStep.APPROVE: StepRule(frozenset({"review"}), "approved", Permission.APPROVE_SCRIPTS),
    ScriptStep.SEND_BACK: StepRule(frozenset({"review"}), "draft", Permission.APPROVE_SCRIPTS, needs_note=True),
    ScriptStep.WITHDRAW: StepRule(
        frozenset({"approved", "review", "draft"}), "withdrawn", Permission.APPROVE_SCRIPTS, needs_note=True
    ),
    ScriptStep.PUBLISH_URGENT: StepRule(
        frozenset({"draft", "review"}), "approved", Permission.APPROVE_SCRIPTS, needs_note=True
    ),
    ScriptStep.CONFIRM: StepRule(frozenset({"approved"}), "approved", Permission.APPROVE_SCRIPTS),
}


def next_steps(state: str) -> tuple[ScriptStep, ...]:
    """Return the steps that a version in this state can take, in the order of the table."""
    return tuple(step for step, rule in STEPS.items() if state in rule.begins)


class ScriptStepRefused(CannotNow):
    """A version cannot take this step from its state. Facts: ``key``, ``number``, ``state``, ``step``."""


class ScriptHasErrors(CannotNow):
    """The checker found errors. Facts: ``key``, ``count``, ``findings`` (``scripts_library.findings.Finding``)."""


class ScriptNewerThere(CannotNow):
    """Somebody saved a newer version than the one that was edited. Facts: ``key``, ``base``, ``newest``, ``by``."""


class OwnScript(CannotNow):
    """A person approves no version that she wrote herself. Facts: ``key``."""


class OwnerOnly(CannotNow):
    """A restricted script is written by its owner alone. Facts: ``key``, ``owner``."""


class ApprovedAlready(CannotNow):
    """This person approved the version already; another one has to. Facts: ``key``, ``number``."""


class ScriptKeyTaken(FieldWrong):
    """Another script has this key. Facts: ``field``, ``value``."""
