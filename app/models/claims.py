"""Claims at the hub: which station calls somebody back now, so that two that both reach the hub never call at once."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.models.errors import CannotNow

#: How long a claim stands by the hub's clock: a call and its outcome, with room.
VALID = timedelta(minutes=15)


class CalledElsewhere(CannotNow):
    """Another station has this call in hand. Facts: ``station``, ``until``."""


@dataclass(frozen=True, slots=True)
class Claim:
    """How a case stands at the hub. ``fence`` grows whenever another station takes it: a late holder has an old one."""

    mine: bool
    station: str
    fence: int
    until: datetime
