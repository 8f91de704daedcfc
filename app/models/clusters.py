"""Clusters: many callers about one incident. Each keeps an inquiry of its own; the cluster answers them together."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.models.inquiries import InquiryRow
from app.models.journal import Entity, Field, Kind

#: The stretch of time in which a cluster's growth is counted.
DAY = timedelta(days=1)
#: Steps that can be set, and how far each may go.
MOST_STEPS, HIGHEST_STEP = 10, 100_000
_DIGITS = 6


@dataclass(frozen=True)
class Cluster:
    """One incident: its title, the inquiry that leads it, and the step of growth that was last reported, and when."""

    id: bytes
    title: str
    lead: bytes | None
    opened_at: datetime
    alerted: int = 0
    alerted_at: datetime | None = None


@dataclass(frozen=True)
class ClusterCard:
    """A cluster as an inquiry's page shows it: how many inquiries, of the last day, and still open without the lead.

    ``answer`` is what was answered to the lead.
    """

    cluster: Cluster
    lead: InquiryRow | None
    inquiries: int
    lately: int
    open: int
    answer: str = ""


@dataclass(frozen=True)
class Said:
    """An inquiry of the last day that belongs to no incident: where it comes from, and the tokens of its summary."""

    id: bytes
    area: str
    tokens: frozenset[str]


@dataclass(frozen=True)
class Proposal:
    """Inquiries of one area that say the same word far oftener than those of other areas."""

    area: str
    token: str
    inquiries: tuple[bytes, ...]


#: How many times oftener than elsewhere a word must be said in an area to look like an incident there.
_OFTENER = 3.0


def proposals(said: Sequence[Said], least: int) -> tuple[Proposal, ...]:
    """Return what may be an incident: in each area the word that most say, at least so many, if it stands out there.

    What everybody asks everywhere (a new vaccine) stands out nowhere; where there is one area only, nothing does.
    """
    found: list[Proposal] = []
    whole = Counter(token for one in said for token in one.tokens)
    for area in sorted({one.area for one in said}):
        here = [one for one in said if one.area == area]
        counted = Counter(token for one in here for token in one.tokens)
        for negative, token in sorted((-times, token) for token, times in counted.items() if times >= least):
            share_elsewhere = (whole[token] + negative + 1) / (len(said) - len(here) + 1)
            if -negative >= _OFTENER * share_elsewhere * len(here):
                found.append(Proposal(area, token, tuple(one.id for one in here if token in one.tokens)))
                break
    return tuple(found)


def steps(text: str) -> tuple[int, ...]:
    """Return the steps of growth that a setting names ("5, 10, 20"), ascending. Raises ValueError for anything else."""
    parts = [part for part in re.split(r"[\s,;\u3001\uff0c]+", text.strip()) if part]
    found = sorted({int(part) for part in parts if part.isascii() and part.isdigit() and len(part) <= _DIGITS})
    if len(found) != len(parts) or len(found) > MOST_STEPS or any(not 2 <= one <= HIGHEST_STEP for one in found):
        raise ValueError(f"no steps: {text}")
    return tuple(found)


def reached(text: str, lately: int, alerted: int) -> int | None:
    """Return the highest step that so many inquiries have reached beyond the last one reported, or None."""
    crossed = [one for one in steps(text) if alerted < one <= lately]
    return crossed[-1] if crossed else None


CLUSTER = Entity(
    "cluster",
    (
        Field("opened_at", Kind.ONCE),
        Field("opened_by", Kind.ONCE, "REF"),
        Field("title"),
        Field("lead", sql="REF"),
        Field("alerted", sql="INTEGER"),
        Field("alerted_at"),
        Field("deleted_at", Kind.GONE),
    ),
)
