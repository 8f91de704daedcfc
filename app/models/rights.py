"""Who may do what: one table, action by role, with how far each right reaches. Services ask it; the window shows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


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
    HAND_OVER_INQUIRIES = "hand_over_inquiries"
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
    MANAGE_DUTY = "manage_duty"
    MANAGE_ROUTING = "manage_routing"
    DEFINE_KPIS = "define_kpis"
    SEE_FINDINGS = "see_findings"
    WORK_FINDINGS = "work_findings"
    PUBLISH_QUESTIONNAIRES = "publish_questionnaires"
    REVEAL_NUMBERS = "reveal_numbers"
    READ_ACCESS_LOG = "read_access_log"
    REDACT_RECORDS = "redact_records"
    MAKE_BACKUPS = "make_backups"
    MANAGE_ACCOUNTS = "manage_accounts"
    CHANGE_SETTINGS = "change_settings"


class Reach(StrEnum):
    """How far a right reaches: one's own records (and nobody's), also those of one's unit, or everybody's."""

    OWN = "own"
    UNIT = "unit"
    ANY = "any"


@dataclass(frozen=True)
class Right:
    """One line of the table: the action, and how far it reaches for each role that has it."""

    permission: Permission
    reaches: dict[Role, Reach]


_O, _S, _T, _A = Role.OPERATOR, Role.SUPERVISOR, Role.TRAINER, Role.ADMINISTRATOR
_ORDER = tuple(Reach)


def _right(permission: Permission, *roles: Role, **narrower: Reach) -> Right:
    reaches = dict.fromkeys(roles, Reach.ANY)
    return Right(permission, {**reaches, **{Role(name): reach for name, reach in narrower.items()}})


#: The permission table in the order in which it is shown.
RIGHTS = (
    _right(Permission.TAKE_CONTACTS, _O, _S),
    _right(Permission.AMEND_CONTACTS, _O, _S),
    _right(Permission.SEE_INQUIRIES, _O, _S, _T),
    _right(Permission.WORK_INQUIRIES, _O, _S),
    _right(Permission.HAND_OVER_INQUIRIES, _S, operator=Reach.UNIT),
    _right(Permission.REASSIGN_INQUIRIES, _S),
    _right(Permission.DECIDE_EXTENSIONS, _S),
    _right(Permission.SUPERVISE_INQUIRIES, _S),
    _right(Permission.FLAG_CALLERS, _O, _S),
    _right(Permission.LIFT_DO_NOT_CALL, _S),
    _right(Permission.READ_SCRIPTS, _O, _S, _T, _A),
    _right(Permission.WRITE_SCRIPTS, _T, _A),
    _right(Permission.APPROVE_SCRIPTS, _S, _T),
    _right(Permission.PROPOSE_SCRIPTS, _O, _S, _T),
    _right(Permission.PIN_SCRIPTS, _S, _T),
    _right(Permission.PRACTICE, _O, _S, _T),
    _right(Permission.TRAIN, _S, _T),
    _right(Permission.EVALUATE, _S, _T),
    _right(Permission.SEE_FINDINGS, _O, _S, _T),
    _right(Permission.WORK_FINDINGS, _S),
    _right(Permission.PUBLISH_QUESTIONNAIRES, _S, _T),
    _right(Permission.IMPORT_RECORDS, _S, _A),
    _right(Permission.EXPORT_RECORDS, _S, _A),
    _right(Permission.MANAGE_UNITS, _S, _A),
    _right(Permission.MANAGE_CALENDARS, _S, _A),
    _right(Permission.MANAGE_DUTY, _S, _A),
    _right(Permission.MANAGE_ROUTING, _S, _A),
    _right(Permission.DEFINE_KPIS, _S, _A),
    _right(Permission.REVEAL_NUMBERS, _O, _S),
    _right(Permission.READ_ACCESS_LOG, _S, _A),
    _right(Permission.REDACT_RECORDS, _A),
    _right(Permission.MAKE_BACKUPS, _A),
    _right(Permission.MANAGE_ACCOUNTS, _A),
    _right(Permission.CHANGE_SETTINGS, _A),
)

_TABLE = {one.permission: one.reaches for one in RIGHTS}


def reach_of(roles: Iterable[Role], permission: Permission) -> Reach | None:
    """Return how far a permission reaches for somebody with these roles, the farthest of them; None for not at all."""
    granted = _TABLE[permission]
    return max((granted[role] for role in roles if role in granted), key=_ORDER.index, default=None)
