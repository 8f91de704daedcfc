"""People, their roles, and what each role may do. Permission is checked in the services, never in the window."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.models.journal import Entity, Field, Kind


class Role(StrEnum):
    """What a person does at the hotline; a person can hold several."""

    OPERATOR = "operator"
    SUPERVISOR = "supervisor"
    TRAINER = "trainer"
    ADMINISTRATOR = "administrator"


class Permission(StrEnum):
    """One thing that a role may do."""

    TAKE_CONTACTS = "take_contacts"
    AMEND_CONTACTS = "amend_contacts"
    SEE_INQUIRIES = "see_inquiries"
    WORK_INQUIRIES = "work_inquiries"
    REASSIGN_INQUIRIES = "reassign_inquiries"
    DECIDE_EXTENSIONS = "decide_extensions"
    SUPERVISE_INQUIRIES = "supervise_inquiries"
    FLAG_CALLERS = "flag_callers"
    LIFT_DO_NOT_CALL = "lift_do_not_call"
    READ_SCRIPTS = "read_scripts"
    WRITE_SCRIPTS = "write_scripts"
    APPROVE_SCRIPTS = "approve_scripts"
    PROPOSE_SCRIPTS = "propose_scripts"
    PIN_SCRIPTS = "pin_scripts"
    PRACTICE = "practice"
    TRAIN = "train"
    EVALUATE = "evaluate"
    IMPORT_RECORDS = "import_records"
    EXPORT_RECORDS = "export_records"
    MANAGE_UNITS = "manage_units"
    MANAGE_CALENDARS = "manage_calendars"
    MANAGE_ROUTING = "manage_routing"
    SEE_FINDINGS = "see_findings"
    WORK_FINDINGS = "work_findings"
    PUBLISH_QUESTIONNAIRES = "publish_questionnaires"
    MANAGE_ACCOUNTS = "manage_accounts"
    CHANGE_SETTINGS = "change_settings"


_OPERATOR = {
    Permission.TAKE_CONTACTS,
    Permission.AMEND_CONTACTS,
    Permission.SEE_INQUIRIES,
    Permission.WORK_INQUIRIES,
    Permission.FLAG_CALLERS,
    Permission.READ_SCRIPTS,
    Permission.PROPOSE_SCRIPTS,
    Permission.SEE_FINDINGS,
    Permission.PRACTICE,
}

#: The permission table, role by role.
GRANTED: dict[Role, frozenset[Permission]] = {
    Role.OPERATOR: frozenset(_OPERATOR),
    Role.SUPERVISOR: frozenset(
        _OPERATOR
        | {
            Permission.REASSIGN_INQUIRIES,
            Permission.DECIDE_EXTENSIONS,
            Permission.SUPERVISE_INQUIRIES,
            Permission.APPROVE_SCRIPTS,
            Permission.PIN_SCRIPTS,
            Permission.TRAIN,
            Permission.EVALUATE,
            Permission.LIFT_DO_NOT_CALL,
            Permission.IMPORT_RECORDS,
            Permission.EXPORT_RECORDS,
            Permission.MANAGE_UNITS,
            Permission.MANAGE_CALENDARS,
            Permission.MANAGE_ROUTING,
            Permission.WORK_FINDINGS,
            Permission.PUBLISH_QUESTIONNAIRES,
        }
    ),
    Role.TRAINER: frozenset(
        {
            Permission.SEE_FINDINGS,
            Permission.PUBLISH_QUESTIONNAIRES,
            Permission.READ_SCRIPTS,
            Permission.WRITE_SCRIPTS,
            Permission.APPROVE_SCRIPTS,
            Permission.PROPOSE_SCRIPTS,
            Permission.PIN_SCRIPTS,
            Permission.PRACTICE,
            Permission.TRAIN,
            Permission.EVALUATE,
            Permission.SEE_INQUIRIES,
        }
    ),
    Role.ADMINISTRATOR: frozenset(
        {
            Permission.MANAGE_ACCOUNTS,
            Permission.CHANGE_SETTINGS,
            Permission.MANAGE_UNITS,
            Permission.MANAGE_CALENDARS,
            Permission.MANAGE_ROUTING,
            Permission.IMPORT_RECORDS,
            Permission.EXPORT_RECORDS,
            Permission.READ_SCRIPTS,
            Permission.WRITE_SCRIPTS,
        }
    ),
}


@dataclass(frozen=True)
class Person:
    """An account. ``name`` is what one signs in with; ``password_hash`` is argon2id and never leaves the services."""

    id: bytes
    name: str
    display: str
    roles: tuple[Role, ...]
    language: str | None = None
    disabled_at: datetime | None = None

    def may(self, permission: Permission) -> bool:
        """Say whether one of the person's roles grants the permission; a disabled account grants nothing."""
        return self.disabled_at is None and any(permission in GRANTED[role] for role in self.roles)


PERSON = Entity(
    "person",
    (
        Field("name", Kind.ONCE),
        Field("display"),
        Field("password"),
        Field("roles", sql="JSON"),
        Field("language"),
        Field("disabled_at"),
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
