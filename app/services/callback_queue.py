"""Keeping the queue of survey calls true: whatever happens to a call or to its number writes its row anew.

What stands against a call that somebody waits for is kept, too: so many that nobody may make hide none that can be.
"""

from datetime import timedelta

from app.models.appointments import LEAD
from app.models.callbacks import OWED, CallbackReason
from app.models.leases import Lease
from app.models.retry_rules import Hindrance
from app.models.slots import ALL_SLOTS, mask
from app.services import call_scoring, callback_sheets, callers
from app.services.callback_sheets import Sheet, station, text_of
from app.services.office import Work
from app.store import call_scores, callback_holds, sync
from app.store import callback_queue as rows_of
from app.store import callbacks as callback_rows
from app.store.callback_queue import QueueRow
from app.store.journal import Tx

_ALWAYS, _NEVER = "", "9"
#: That the whole queue is to be made again.
_DUE = "queue_due"
#: After this time it is looked into again what stands against a call: its number may be barred or free by now.
_STANDS = timedelta(minutes=10)
#: How many are looked into again at most, once a minute.
_AGAIN = 100


def refresh(work: Work, callback: bytes) -> None:
    """Write the row of a call anew; a closed one has none, one that somebody waits for what stands against it."""
    found = callback_rows.by_id(work.tx, callback)
    owed = found is not None and found.closed_at is None and found.reason in OWED
    if found is None or found.closed_at is not None or owed:
        rows_of.drop(work.tx, callback)
        call_scores.drop(work.tx, callback)
    if found is None or not owed:
        callback_holds.drop(work.tx, callback)
    if found is None or found.closed_at is not None:
        return
    sheet = callback_sheets.made(work, found)
    if owed:
        _hold(work, sheet)
        return
    rows_of.keep(work.tx, _row(work, sheet), text_of(work.now))
    call_scoring.score(work, sheet)


def refresh_number(work: Work, number: str) -> None:
    """Write the rows of all calls anew that would dial a number next."""
    for one in rows_of.of_number(work.tx, number):
        refresh(work, one)


def refresh_group(work: Work, group: str) -> None:
    """Write the rows of a contact group anew, after its lease has changed."""
    for one in callback_rows.of_group(work.tx, group):
        refresh(work, one.id)


def ripen(work: Work) -> int:
    """Mark the calls whose rest is over, so that the next one is found at once; return how many there were."""
    return rows_of.ripen(work.tx, text_of(work.now))


def look_again(work: Work) -> int:
    """Look into due calls that somebody waits for and that were not looked into lately; return how many there were."""
    before = text_of(work.now - _STANDS)
    found = callback_holds.to_check(work.tx, text_of(work.now + LEAD), before, _AGAIN)
    for one in found:
        refresh(work, one)
    return len(found)


def set_due(tx: Tx) -> None:
    """Note, with rows that came, that the whole queue has to be made again; what brings them may be cut before that."""
    sync.set_due(tx, _DUE)


def take_due(tx: Tx) -> bool:
    """Say once whether the whole queue has to be made again."""
    return sync.take_due(tx, _DUE)


def rebuild(work: Work) -> int:
    """Make the whole queue again and return how many calls it has."""
    rows_of.clear(work.tx)
    callback_holds.clear(work.tx)
    for one in callback_holds.open_calls(work.tx):
        refresh(work, one)
    count = 0
    for count, one in enumerate(rows_of.open_surveys(work.tx), 1):  # noqa: B007 - the last place is the count
        refresh(work, one)
    return count


def _hold(work: Work, sheet: Sheet) -> None:
    """Keep what stands lastingly against a call that somebody waits for, whoever would make it."""
    why = _blocked(work, sheet, sheet.judge.readiness(work.now, sheet.situation).blocked)
    blocked = None if why == rows_of.WAITS_FOR_SPEAKER else why
    callback_holds.keep(work.tx, sheet.callback.id, blocked, sheet.language.casefold(), text_of(work.now))


def _row(work: Work, sheet: Sheet) -> QueueRow:
    callback = sheet.callback
    ready = sheet.judge.readiness(work.now, sheet.situation)
    held = sheet.lease if sheet.lease and sheet.lease.station == station(work) else None
    begins = held.from_at if held else None
    waits = [at for at in (ready.not_before_at, callback.begins_at, begins) if at is not None]
    usual = sheet.judge.policy.slots_only
    return QueueRow(
        callback=callback.id,
        number=sheet.number.key or "",
        contact_group=callback.contact_group or None,
        campaign=callback.campaign,
        reason=callback.reason.value,
        until_at=_until(sheet, held),
        blocked=_blocked(work, sheet, ready.blocked),
        not_before_at=text_of(max(waits)) if waits else _ALWAYS,
        used=ready.used,
        last_at=text_of(ready.last_at) if ready.last_at else _ALWAYS,
        tried=ready.tried,
        allowed=ready.allowed if usual else mask(ALL_SLOTS),
        last_slot=ready.last_slot,
        must_at=_ALWAYS if sheet.status.resumes else text_of(ready.must_at) if ready.must_at else None,
        redial_at=text_of(ready.redial_at) if ready.redial_at else None,
        redial_until=text_of(ready.redial_until) if ready.redial_until else None,
        language=sheet.language.casefold(),
    )


def _until(sheet: Sheet, held: Lease | None) -> str:
    """Return until when a call may be dialed: as long as its right to dial, and at first within its days for that."""
    needs_lease = sheet.callback.reason is CallbackReason.CAMPAIGN
    ends = text_of(held.until) if held else _ALWAYS if needs_lease else _NEVER
    first = sheet.situation.too_late_at if not sheet.log else None
    return min(ends, rows_of.too_late(text_of(first))) if first else ends


def _blocked(work: Work, sheet: Sheet, why: Hindrance | None) -> str | None:
    if callers.never_call(work, sheet.number, sheet.callback.caller, sheet.person):
        return Hindrance.DO_NOT_CALL.value
    if not sheet.number.uri:
        return Hindrance.NO_NUMBER.value
    if sheet.campaign is not None and sheet.campaign.stopped_at is not None:
        return Hindrance.STOPPED.value
    if why is not None:
        return why.value
    if sheet.callback.contact_group and callback_sheets.is_lease_used(sheet):
        return Hindrance.LEASE_USED.value
    return rows_of.WAITS_FOR_SPEAKER if sheet.language else None
