"""Claiming a call at the hub before it is dialed. Leases decide who may call at all; a claim, who does it now.

Claims only spare people a second call: where the hub is not reached, everybody goes on by leases and by the last
roster, and the facts of both calls stay.
"""

from datetime import timedelta
from typing import Protocol

from app.models.accounts import Permission
from app.models.claims import VALID, CalledElsewhere, Claim, ClaimRanOut
from app.models.leases import SKEW
from app.services import rosters
from app.services.callback_sheets import text_of
from app.services.office import View, Work
from app.store import callback_attempts as attempt_rows


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


def fence_of(work: Work, callback: bytes, claim: Claim | None) -> int | None:
    """Return the fence under which a call is dialed now, None where nobody claimed it.

    Raises ``ClaimRanOut`` where the hub's time is up, and ``CalledElsewhere`` where an attempt is known that was dialed
    under a later fence: whoever holds an old one is late.
    """
    if claim is None:
        return None
    if work.now + timedelta(milliseconds=work.tx.writer.offset_ms) >= claim.until:
        raise ClaimRanOut
    since = claim.until - VALID - SKEW  # whoever has a later fence took it after that
    later = attempt_rows.beyond_fence(work.tx, callback, claim.fence, text_of(since))
    if later is not None:
        raise CalledElsewhere(station=later.label, until=later.at)
    return claim.fence


def give_back(view: View, callback: bytes) -> None:
    """Let others call this person: the call has its outcome, or was put back."""
    view.require(Permission.TAKE_CONTACTS)
    door: ClaimDoor | None = view.outside.get("claims")
    if door is not None:
        door.release(callback)
