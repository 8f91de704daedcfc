"""What follows a call beside its outcome: what a supervisor looks into, and what is said of an urgent problem."""

from enum import StrEnum

from app.models.dispositions import BLOCKED, DENIED
from app.models.errors import CannotNow, FieldWrong


class CheckKind(StrEnum):
    """What is to be found out: whether the stay is real (401), another number (301, 303, 304), another line (205).

    ``BY_LINE`` is what a card says once a line was found.
    """

    STAY = "stay"
    NUMBER = "number"
    LINE = "line"
    BY_LINE = "by_line"


def kind_of(code: str) -> CheckKind:
    """Return what is to be found out after an outcome."""
    return {DENIED: CheckKind.STAY, BLOCKED: CheckKind.LINE}.get(code, CheckKind.NUMBER)


class RedFlag(StrEnum):
    """What is said of a person with an urgent problem: told to call the ambulance, handed to somebody."""

    AMBULANCE = "ambulance"
    TRANSFERRED = "transferred"


class NumberShared(FieldWrong):
    """A number is called for somebody else already, whom the same station would have to call. Facts: ``field``."""


class NotOnePerson(CannotNow):
    """Two calls cannot be made one: another campaign, one call twice, or both have ended with an interview."""
