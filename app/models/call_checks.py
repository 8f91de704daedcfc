"""What a supervisor looks into after a call: a stay that was denied, a number that is no good, a line that is blocked."""

from enum import StrEnum

from app.models.dispositions import BLOCKED, DENIED
from app.models.errors import CannotNow, FieldWrong


class CheckKind(StrEnum):
    """What is to be found out: whether the stay is real (401), another number (301, 303, 304), another line (205)."""

    STAY = "stay"
    NUMBER = "number"
    LINE = "line"


def kind_of(code: str) -> CheckKind:
    """Return what is to be found out after an outcome."""
    return {DENIED: CheckKind.STAY, BLOCKED: CheckKind.LINE}.get(code, CheckKind.NUMBER)


class NumberShared(FieldWrong):
    """A number is called for somebody else already, who would have to be called by the same station. Facts: ``field``."""


class NotOnePerson(CannotNow):
    """Two calls cannot be made one: another campaign, one call twice, or both have ended with an interview."""
