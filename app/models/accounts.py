"""People, their roles, and what each role may do. Permission is checked in the services, never in the window."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.models.journal import Entity, Field, Kind
from app.models.rights import Permission, Reach, Role, reach_of

__all__ = ["OPERATOR_STATE", "PERSON", "AwayReason", "OperatorState", "Permission", "Person", "Reach", "Role"]


@dataclass(frozen=True)
class Person:
    """An account. ``name`` is what one signs in with; ``unit`` is the code of the unit to which the person belongs.

    ``leaves_at``: from when on the account is closed, for whom a last day is set; open work then goes to ``leaves_to``
    (None: to whoever takes it), for the reason ``leaves_for``. ``speaks``: as in ``models.languages``.
    """

    id: bytes
    name: str
    display: str
    roles: tuple[Role, ...]
    language: str | None = None
    disabled_at: datetime | None = None
    unit: str | None = None
    leaves_at: datetime | None = None
    leaves_to: bytes | None = None
    leaves_for: str | None = None
    speaks: tuple[str, ...] = ()

    def has_left(self, now: datetime) -> bool:
        """Say whether the person's last day is over."""
        return self.leaves_at is not None and self.leaves_at <= now

    def is_gone(self, now: datetime) -> bool:
        """Say whether nobody signs in under this account any more: it is closed, or its last day is over."""
        return self.disabled_at is not None or self.has_left(now)

    def may(self, permission: Permission) -> bool:
        """Say whether one of the person's roles grants the permission, however far it reaches."""
        return self.reach(permission) is not None

    def reach(self, permission: Permission) -> Reach | None:
        """Return how far the permission reaches, the farthest of all roles; None where it is not granted.

        A disabled account grants nothing.
        """
        return None if self.disabled_at is not None else reach_of(self.roles, permission)

    def may_with(self, permission: Permission, *, owner: bytes | None, unit: str | None = None) -> bool:
        """Say whether the permission reaches a record of this owner (None: nobody's) and this unit.

        What belongs to nobody is everybody's who may do it with their own.
        """
        reach = self.reach(permission)
        if reach is None or reach is Reach.ANY:
            return reach is not None
        if owner is None or owner == self.id:
            return True
        return reach is Reach.UNIT and unit is not None and unit == self.unit


PERSON = Entity(
    "person",
    (
        Field("name", Kind.ONCE),
        Field("display"),
        Field("password"),
        Field("roles", sql="JSON"),
        Field("language"),
        Field("disabled_at"),
        Field("unit"),
        Field("leaves_at"),
        Field("leaves_to", sql="REF"),
        Field("leaves_for"),
        Field("speaks", sql="JSON"),
        Field(
            "newcomer", Kind.MAX, "JSON"
        ),  # models.newcomers: whose word a record is; marks never contradict each other
    ),
)


class OperatorState(StrEnum):
    """What an operator is doing; recorded from the first day, for the time ledger.

    ``SIGNED_OUT`` ends what was counted: it is recorded when the person leaves the desk, and nobody chooses it.
    """

    READY = "ready"
    RINGING = "ringing"
    TALKING = "talking"
    HOLD = "hold"
    WRAP_UP = "wrap_up"
    AWAY = "away"
    SIGNED_OUT = "signed_out"


class AwayReason(StrEnum):
    """Why an operator is away."""

    BREAK = "break"
    MEAL = "meal"
    TRAINING = "training"
    MEETING = "meeting"
    BACK_OFFICE = "back_office"
    TECHNICAL = "technical"


OPERATOR_STATE = Entity(
    "operator_state",
    tuple(
        Field(name, Kind.FACT, sql)
        for name, sql in (
            ("person", "REF"),
            ("state", "TEXT"),
            ("reason", "TEXT"),
            ("at", "TEXT"),
            ("contact", "REF"),
        )
    ),
    fact=True,
)
