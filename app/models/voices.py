"""The voice of the caller: comments on what callers said, and improvements proposed, answered and done."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.models.errors import CannotNow, FieldMissing
from app.models.journal import Entity, Field, Kind


class ImprovementState(StrEnum):
    """Where a proposal stands."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    DONE = "done"


_S = ImprovementState
#: From where to where a supervisor may take a proposal.
STEPS: Mapping[ImprovementState, tuple[ImprovementState, ...]] = {
    _S.PROPOSED: (_S.ACCEPTED, _S.DECLINED),
    _S.ACCEPTED: (_S.DONE, _S.DECLINED),
    _S.DECLINED: (_S.ACCEPTED,),
    _S.DONE: (),
}


class ImprovementStepRefused(CannotNow):
    """A proposal cannot take a step from where it stands. Facts: ``title``."""


@dataclass(frozen=True, slots=True)
class Improvement:
    """A proposal and where it stands. ``answer`` is what the supervisor said last."""

    id: bytes
    title: str
    text: str
    by: bytes
    at: datetime
    state: ImprovementState = ImprovementState.PROPOSED
    answer: str = ""
    owner: str = ""
    due_on: date | None = None
    interview: bytes | None = None
    item: str = ""

    def is_late(self, today: date) -> bool:
        """Whether it was to be done before today and is not."""
        return self.due_on is not None and self.due_on < today and self.state is ImprovementState.ACCEPTED


def check_step(one: Improvement, to: ImprovementState, note: str, owner: str) -> None:
    """Raise what is wrong with a step: ``ImprovementStepRefused``, ``FieldMissing`` (a reason, an owner)."""
    if to not in STEPS.get(one.state, ()):
        raise ImprovementStepRefused(title=one.title)
    if not note:
        raise FieldMissing(field="note")
    if to is ImprovementState.ACCEPTED and not owner:
        raise FieldMissing(field="owner")


def _fact(name: str, *fields: tuple[str, str]) -> Entity:
    return Entity(name, tuple(Field(field, Kind.FACT, sql) for field, sql in fields), fact=True)


VOICE_COMMENT = _fact(
    "voice_comment", ("interview", "REF"), ("item", "TEXT"), ("text", "TEXT"), ("at", "TEXT"), ("by", "REF")
)
IMPROVEMENT = _fact(
    "improvement",
    ("title", "TEXT"),
    ("text", "TEXT"),
    ("interview", "REF"),
    ("item", "TEXT"),
    ("at", "TEXT"),
    ("by", "REF"),
)
IMPROVEMENT_STEP = _fact(
    "improvement_step",
    ("improvement", "REF"),
    ("state", "TEXT"),
    ("note", "TEXT"),
    ("owner", "TEXT"),
    ("due_on", "TEXT"),
    ("at", "TEXT"),
    ("by", "REF"),
)
EVERY = (VOICE_COMMENT, IMPROVEMENT, IMPROVEMENT_STEP)
