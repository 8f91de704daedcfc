"""Campaigns and their cases, as far as the call-back queue needs them: whom to call, by which rules, in which group.

What a campaign is about (frame, sample, questionnaire) belongs to others; they add fields, and release cases.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo

from app.models.retry_policy import CAMPAIGN as USUAL
from app.models.retry_policy import RetryPolicy


@dataclass(frozen=True)
class Campaign:
    """How the people of a campaign are called. ``allowed`` are codes of the table that it switches on.

    ``slots`` is a plan on one line (``app.models.slots``), "" for the center's. A stopped campaign calls nobody. Within
    ``window`` days after the discharge or visit people are called first; 0 for any time.
    """

    id: bytes
    name: str
    policy: RetryPolicy = USUAL
    slots: str = ""
    allowed: frozenset[str] = frozenset()
    dialect: bool = False
    stopped_at: datetime | None = None
    window: int = 0

    def too_late_at(self, day: str, zone: tzinfo) -> datetime | None:
        """Return from when on nobody of a day (ISO) is called for the first time; None where any time will do."""
        if not self.window or not day:
            return None
        return datetime.combine(date.fromisoformat(day) + timedelta(days=self.window + 1), time(), zone)


@dataclass(frozen=True)
class Case:
    """One person to be called for a campaign. ``numbers`` are in the order in which they are tried.

    ``person_key`` is a keyed hash; ``contact_group`` is shared by all who share a number or a person; ``about`` are
    fields of the frame that operator and questionnaire need; ``day`` is that of the discharge or visit (ISO).
    """

    id: bytes
    campaign: bytes
    person_key: str
    name: str
    numbers: tuple[str, ...]
    stratum: str
    contact_group: str
    about: dict[str, str] = field(default_factory=dict[str, str])
    released_at: datetime | None = None
    day: str = ""
