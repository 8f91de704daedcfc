"""The field of a campaign: who may be called when, how calling is stopped and goes on, and how it ends.

Replicates are released one after the other; only those who may be called are leased, so that no lease runs out while
its case waits. ``tend`` is what a desk does by itself once a day: close what is over, and hold what it works on.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.attempts import ClosedFor, closed
from app.models.campaigns import CampaignFacts
from app.models.dispositions import PERIOD_OVER
from app.models.errors import CannotNow, FieldMissing, RecordGone
from app.models.journal import Value
from app.models.texts import clean
from app.services import (
    callback_closing,
    callback_leases,
    callback_moves,
    callback_queue,
    callback_sheets,
    callback_sources,
)
from app.services.callback_sheets import station, text_of
from app.services.office import View, Work
from app.store import callback_queue as queue_rows
from app.store import callbacks as callback_rows
from app.store import campaign_attempts as attempt_rows
from app.store import campaigns as stored

#: Leases that end within this time are renewed, so that a desk that is off over a long weekend still holds its own.
RENEWED_BEFORE = timedelta(days=5)


#: The longest reason for stopping that is kept, in characters.
_LONGEST_WHY = 300


class CampaignOver(CannotNow):
    """A campaign is closed or its field period is over: nobody is drawn or called for it any more. Facts: ``name``."""


@dataclass(frozen=True)
class AtStake:
    """Who is called no more while calling is stopped: ``cases`` that are open and may be called, ``agreed`` of them
    with a time that was agreed on, ``next_at`` when the first of those begins, or began, that is not over ``at`` this
    time of the center.
    """

    cases: int
    agreed: int
    next_at: datetime | None
    at: datetime


@dataclass(frozen=True)
class Tended:
    """What a look after the campaigns did: cases closed because their time is over, contact groups held anew."""

    closed: int
    renewed: int


def release(work: Work, campaign: bytes, replicate: int) -> int:
    """Let everybody up to a replicate be called, from this station, and return how many are new.

    Raises ``RecordGone``.
    """
    work.require(Permission.REASSIGN_INQUIRIES)
    facts = _facts(work, campaign)
    ready = stored.waiting(work.tx, campaign, replicate)
    groups = dict.fromkeys(group for _, group in ready if group)
    callback_leases.grant(work, [one for one in groups if not callback_leases.holder(work, one)])
    new = callback_sources.release(work, [case for case, _ in ready])
    if replicate > facts.released:
        work.tx.put("campaign", campaign, {"released": replicate})
    return new


def _facts(view: View, campaign: bytes) -> CampaignFacts:
    found = stored.by_id(view.rows, campaign)
    if found is None:
        raise RecordGone(entity="campaign", id=campaign.hex())
    return found


def at_stake(view: View, campaign: bytes) -> AtStake:
    """Return whom stopping concerns, or whom going on does. Raises ``RecordGone``."""
    view.require(Permission.REASSIGN_INQUIRIES)
    rows = view.rows
    _facts(view, campaign)
    at = view.now.astimezone(ZoneInfo(view.settings.time_zone))
    times = attempt_rows.open_times(rows, campaign)
    ahead = [begins.astimezone(at.tzinfo) for begins, ends in times if ends > at]
    return AtStake(len(callback_rows.open_of_campaign(rows, campaign)), len(times), min(ahead, default=None), at)


def stop(work: Work, campaign: bytes, why: str) -> int:
    """Call nobody of a campaign for now, and return how many open cases that concerns.

    Cases, agreed times and the field period stand as they are: a call that was begun is ended as ever, whoever calls
    back is interviewed, a time that passes meanwhile counts as missed by us. Stopping again says another reason.
    Raises ``FieldMissing`` (why), ``CampaignOver``, ``RecordGone``.
    """
    person = work.require(Permission.REASSIGN_INQUIRIES)
    said = clean(why, _LONGEST_WHY)
    if not said:
        raise FieldMissing(field="stopped_why")
    facts = _in_field(work, campaign)
    at = text_of(facts.stopped_at or work.now)
    return _set(work, campaign, {"stopped_at": at, "stopped_by": person.id.hex(), "stopped_why": said})


def go_on(work: Work, campaign: bytes) -> int:
    """Call the people of a campaign again, and return how many open cases that concerns.

    Raises ``CampaignOver``, ``RecordGone``.
    """
    work.require(Permission.REASSIGN_INQUIRIES)
    _in_field(work, campaign)
    return _set(work, campaign, {"stopped_at": None, "stopped_by": None, "stopped_why": None})


def _in_field(view: View, campaign: bytes) -> CampaignFacts:
    facts = _facts(view, campaign)
    if facts.closed_at is not None:
        raise CampaignOver(name=facts.name)
    return facts


def _set(work: Work, campaign: bytes, values: dict[str, Value]) -> int:
    """Write who may be called, and the queue of this station with it; others write theirs when they hear of it."""
    work.tx.put("campaign", campaign, values)
    calls = callback_rows.open_of_campaign(work.tx, campaign)
    for one in calls:
        callback_queue.refresh(work, one)
    return len(calls)


def close_field(work: Work, campaign: bytes) -> int:
    """End the field period of a campaign now: every open case gets the code for it, and return how many there were.

    A case whose last call has no outcome yet, and one with an interview agreed to be resumed, end alike: what was
    answered counts in the rates. Raises ``RecordGone``.
    """
    work.require(Permission.REASSIGN_INQUIRIES)
    facts = _facts(work, campaign)
    count = sum(_close(work, one) for one in callback_rows.open_of_campaign(work.tx, campaign))
    for one in stored.open_cases(work.tx, campaign):  # never released
        work.tx.put("campaign_case", one, {"code": PERIOD_OVER, "closed_at": text_of(work.now)})
        count += 1
    if facts.closed_at is None:
        work.tx.put("campaign", campaign, {"closed_at": text_of(work.now)})
    return count


def _close(work: Work, callback: bytes) -> int:
    sheet = callback_sheets.of(work, callback)
    status = closed(sheet.status, ClosedFor.PERIOD)
    callback_closing.close(work, sheet.callback, status.code, kept=status.contacted)
    return 1


def tend(work: Work) -> Tended:
    """Close the campaigns whose field period is over, and hold the contact groups of all others a while longer."""
    work.require(Permission.REASSIGN_INQUIRIES)
    count = 0
    for one in over(work):
        count += close_field(work, one.id)
    return Tended(count, _renew(work))


def over(view: View) -> list[CampaignFacts]:
    """Return the campaigns whose last day is past and that are not closed."""
    today = view.now.astimezone(ZoneInfo(view.settings.time_zone)).date()
    known = stored.all_campaigns(view.rows)
    return [one for one in known if one.closed_at is None and one.ends_on is not None and one.ends_on < today]


def is_due(view: View) -> bool:
    """Say whether ``tend`` would do anything; somebody who may not is told that nothing is to be done."""
    person = view.by
    if person is None or not person.may(Permission.REASSIGN_INQUIRIES):
        return False
    found = over(view) or _ending(view) or callback_leases.inheritance(view)
    return bool(found or callback_moves.to_renew(view, view.now + RENEWED_BEFORE))


def _ending(view: View) -> list[str]:
    """Return the contact groups that this station holds and whose lease ends soon."""
    rows, here = view.rows, station(view)
    known = queue_rows.held_until(rows, text_of(view.now + RENEWED_BEFORE))
    held = ((group, callback_leases.holder(view, group)) for group in known)
    return [group for group, lease in held if lease is not None and lease.station == here == lease.by_station]


def _renew(work: Work) -> int:
    """Give back what is held and grant it anew: nothing was dialed unseen, so no attempt is lost.

    What this station held before it was restored is taken over; other stations go on with what it let them dial.
    """
    groups, inherited = _ending(work), callback_leases.inheritance(work)
    callback_leases.give_back(work, groups)
    callback_leases.grant(work, [*groups, *inherited])
    return len(groups) + len(inherited) + callback_moves.renew(work, work.now + RENEWED_BEFORE)
