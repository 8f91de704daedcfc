"""What follows from rows that came from others: clocks of inquiries and the queue of calls, as at home."""

from collections.abc import Sequence

from app.models.changes import Touched
from app.services import callback_queue, callers, center_follows, clocks
from app.services.office import Work
from app.store import callback_attempts as attempt_rows
from app.store import callbacks as callback_rows
from app.store import sync_touched as rows_of

#: When one of these came, any call may stand differently: the whole queue is made again when the sync ends.
WIDE = frozenset({"lease", "dnc", "campaign", "campaign_case", "caller_phone", "calendar", "setting"})


def follow(work: Work, touched: Sequence[Touched]) -> bool:
    """Write anew what follows from these rows, and say whether the whole queue of calls has to be made again."""
    ids: dict[str, list[bytes]] = {}
    for one in touched:
        ids.setdefault(one.entity, []).append(one.row_id)
    inquiries = rows_of.inquiries(work.tx, ids)
    cards = [one for one in touched if one.entity == "caller"]
    linked = rows_of.are_linked(work.tx, cards)
    asked = [center_follows.follow(work, one) for one in rows_of.crossed(work.tx, inquiries, ids)]
    for inquiry in inquiries:
        clocks.refresh(work, inquiry)
    for callback in rows_of.callbacks(work.tx, ids):
        callback_queue.refresh(work, callback)
    _refresh_exempt(work, ids.get("callback", ()))
    if linked or "dnc" in ids:
        for caller in rows_of.shared_callers(work.tx):
            callers.tell_centers(work, caller)
    return any(asked) or linked or not WIDE.isdisjoint(ids)


def _refresh_exempt(work: Work, callbacks: Sequence[bytes]) -> None:
    """Write the calls of a number anew where attempts on it are known by now to have verified a finding.

    Until their call came, they counted toward the limit of a day like any other.
    """
    known = (callback_rows.by_id(work.tx, one) for one in callbacks)
    logs = [attempt_rows.log_of(work.tx, one.id) for one in known if one is not None and one.finding]
    for number in dict.fromkeys(row.attempt.number for log in logs for row in log):
        callback_queue.refresh_number(work, number)
