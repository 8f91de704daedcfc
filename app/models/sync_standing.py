"""How a station stands with its hub, in one word for the window."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.models.sync_errors import HubUnreachable

#: A sync that is so long ago is late: at once where records wait, otherwise after a day.
LATE_WAITING, LATE = timedelta(minutes=30), timedelta(days=1)


class Standing(StrEnum):
    """The one word; of several that fit, the first counts."""

    SYNCING = "syncing"
    REFUSED = "refused"  # somebody has to do something: wrong hub, login closed, program too old
    BEHIND = "behind"  # the last sync is too long ago
    AWAY = "away"  # the hub was not reached the last time; the next sync makes up for it
    STOPPED = "stopped"  # somebody stopped the last sync, and records wait for the next
    CONFLICT = "conflict"  # rows wait for a decision of whoever sits here
    IDLE = "idle"


@dataclass(frozen=True)
class Missed:
    """Why the last sync failed, whoever began it: the kind of error by its name, its facts, and when it ended."""

    code: str
    facts: Mapping[str, object]
    at: datetime

    @property
    def is_refusal(self) -> bool:
        """Whether somebody has to do something: a hub that is only not reached is made up for by the next sync."""
        return self.code != HubUnreachable.__name__


def standing_of(
    now: datetime, last_done: datetime | None, *, waiting: int, decisions: int, missed: Missed | None, stopped: bool
) -> Standing:
    """Return the word while none runs.

    ``missed`` is why the last sync failed, None where it was done or somebody ``stopped`` it.
    A decision waits for days where nobody makes it: it hides no sync that is late.
    """
    if missed is not None and missed.is_refusal:
        return Standing.REFUSED
    if last_done is None or now - last_done > (LATE_WAITING if waiting else LATE):
        return Standing.BEHIND
    if missed is not None:
        return Standing.AWAY
    if stopped and waiting:
        return Standing.STOPPED
    return Standing.CONFLICT if decisions else Standing.IDLE
