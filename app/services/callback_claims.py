"""Claiming a call at the hub before it is dialed. Leases decide who may call at all; a claim, who does it now.

Claims only spare people a second call: where the hub is not reached, everybody goes on by leases and by the last
roster, and the facts of both calls stay.
"""

from typing import Protocol

from app.models.accounts import Permission
from app.models.claims import VALID, CalledElsewhere, Claim
from app.services import rosters
from app.services.office import View


class ClaimDoor(Protocol):
    """The way to the hub's claims. None from a claim: the station belongs to no hub, or does not reach it now."""

    @property
    def away(self) -> bool:
        """Whether the hub did not answer lately."""
        ...

    def claim(self, case: bytes, seconds: int) -> Claim | None:
        """Take a case, or learn who has it."""
        ...

    def release(self, case: bytes) -> None:
        """Give a case back."""
        ...


def secure(view: View, callback: bytes) -> Claim | None:
    """Claim a call that is about to be dialed; taken again by the same station it lasts anew.

    Returns None where there is no hub to ask; where it belongs to one that is not reached, the last roster decides.
    Raises ``CalledElsewhere`` and ``RosteredElsewhere``.
    """
    view.require(Permission.TAKE_CONTACTS)
    door: ClaimDoor | None = view.outside.get("claims")
    found = door.claim(callback, int(VALID.total_seconds())) if door is not None else None
    if found is None and door is not None:
        rosters.refuse_others(view, callback)
    if found is not None and not found.mine:
        raise CalledElsewhere(station=found.station, until=found.until.isoformat())
    return found


def give_back(view: View, callback: bytes) -> None:
    """Let others call this person: the call has its outcome, or was put back."""
    view.require(Permission.TAKE_CONTACTS)
    door: ClaimDoor | None = view.outside.get("claims")
    if door is not None:
        door.release(callback)
