"""How a station stands with its hub, in one word for the window."""

from datetime import datetime, timedelta
from enum import StrEnum

from app.models.errors import AppError
from app.models.sync_errors import HubUnreachable

#: A sync that is so long ago is late: at once where records wait, otherwise after a day.
LATE_WAITING, LATE = timedelta(minutes=30), timedelta(days=1)


class Standing(StrEnum):
    """The one word; of several that fit, the first counts."""

    SYNCING = "syncing"
    REFUSED = "refused"  # somebody has to do something: wrong hub, login closed, program too old
    CONFLICT = "conflict"  # rows wait for a decision
    BEHIND = "behind"  # the last sync is too long ago
    IDLE = "idle"


def standing_of(
    now: datetime, last_done: datetime | None, *, waiting: int, decisions: int, running: bool, missed: AppError | None
) -> Standing:
    """Return the word. ``missed`` is why the last sync failed; a hub that is not reached is no refusal."""
    if running:
        return Standing.SYNCING
    if missed is not None and not isinstance(missed, HubUnreachable):
        return Standing.REFUSED
    if decisions:
        return Standing.CONFLICT
    if last_done is None or now - last_done > (LATE_WAITING if waiting else LATE):
        return Standing.BEHIND
    return Standing.IDLE
