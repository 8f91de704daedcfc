"""Campaigns and their cases, as far as the call-back queue needs them: whom to call, by which rules, in which group.

What a campaign is about (frame, sample, questionnaire) belongs to others; they add fields, and release cases.
"""

from dataclasses import dataclass, field
from datetime import datetime

from app.models.retry_policy import CAMPAIGN as USUAL
from app.models.retry_policy import RetryPolicy


@dataclass(frozen=True)
class Campaign:
    """How the people of a campaign are called. ``allowed`` are codes of the table that it switches on.

    ``slots`` is a plan on one line (``app.models.slots``), "" for the center's. A stopped campaign calls nobody.
    """

    id: bytes
    name: str
    policy: RetryPolicy = USUAL
    slots: str = ""
    allowed: frozenset[str] = frozenset()
    dialect: bool = False
    stopped_at: datetime | None = None


@dataclass(frozen=True)
class Case:
    """One person to be called for a campaign. ``numbers`` are in the order in which they are tried.

    ``person_key`` is a keyed hash; ``contact_group`` is shared by all who share a number or a person; ``about`` are
    fields of the frame that operator and questionnaire need.
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
