"""People who call back and reach another station than the one that holds their case.

Answering is no dialing, so it is always allowed. But until both have synced the holder may dial somebody who has just
talked to us; so the operator tells it, and how often that happened is counted.
"""

from dataclasses import dataclass
from datetime import timedelta

from app.models.accounts import Permission
from app.models.leases import current
from app.services import callback_moves
from app.services.callback_sheets import Sheet, station
from app.services.office import View
from app.store import callback_attempts as attempt_rows

#: What a station has not heard of after this time it did not get by a sync that ran as it should (one every 5 min).
EXPOSED = timedelta(minutes=5)


@dataclass(frozen=True)
class Returns:
    """How many calls came in at another station than the holder's, and after how many of them the holder dialed too.

    Only dials that began within one interval of sync count: later ones are made by who knows.
    """

    elsewhere: int
    dialed_too: int


NONE_CAME = Returns(0, 0)


def to_tell(view: View, sheet: Sheet) -> str:
    """Return which station is to be told that its person calls here, "" where this one holds the case or none does."""
    view.require(Permission.TAKE_CONTACTS)
    lease = sheet.lease
    return callback_moves.label_of(view, lease.station) if lease and lease.station != station(view) else ""


def returns(view: View, campaign: bytes) -> Returns:
    """Return how many people of a campaign called back elsewhere, and how many of them were dialed all the same."""
    view.require(Permission.REASSIGN_INQUIRIES)
    rows = view.rows
    elsewhere = dialed = 0
    for one in attempt_rows.came_in(rows, campaign):
        leases, releases = attempt_rows.lease_facts(rows, one.group)
        at = one.row.attempt.at
        held = current([lease for lease in leases if lease.from_at <= at], [each for each in releases if each.at <= at])
        if held is None or held.station == one.row.attempt.station:
            continue
        elsewhere += 1
        later = (each.attempt for each in attempt_rows.log_of(rows, one.row.callback))
        dialed += any(each.is_dial and each.station == held.station and at <= each.at <= at + EXPOSED for each in later)
    return Returns(elsewhere, dialed)
