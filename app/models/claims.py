"""Claims at the hub: which station calls somebody back now, so that two that both reach the hub never call at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.models.errors import CannotNow

#: How long a claim stands by the hub's clock: a call and its outcome, with room.
VALID = timedelta(minutes=15)


class CalledElsewhere(CannotNow):
    """Another station has this call in hand. Facts: ``station``, ``until``."""


class ClaimRanOut(CannotNow):
    """Too long went by between the claim of a call and its dialing: another station may have it. No facts."""


@dataclass(frozen=True, slots=True)
class Claim:
    """How a case stands at the hub. ``fence`` grows whenever another station takes it: a late holder has an old one."""

    mine: bool
    station: str
    fence: int
    until: datetime


class AttemptMark(StrEnum):
    """What a history says of an attempt beside its outcome."""

    LATE = "late"


@dataclass(frozen=True, slots=True)
class Fenced:
    """An attempt as claims see it: when it was dialed, under which fence."""

    at: datetime
    fence: int | None


def is_late(one: Fenced, others: Iterable[Fenced]) -> bool:
    """Say whether a call was dialed under an old fence: another station had taken it, and dialed within this hour."""
    hour = timedelta(hours=1)
    return one.fence is not None and any(
        other.fence is not None and other.fence > one.fence and abs(other.at - one.at) <= hour and other.at <= one.at
        for other in others
    )
