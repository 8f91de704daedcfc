"""Campaigns as a supervisor plans them: the frame, how many of which stratum, when, which questions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.models.frames import FrameRow
from app.models.journal import Value
from app.models.sampling import Allocation, draws_needed

#: What is assumed of a campaign before anybody was called: who answers in the end, and who does not belong to it.
USUAL_RESPONSE, USUAL_INELIGIBLE = 0.45, 0.06
#: Days after a discharge or visit within which people are called first, and the most that a plan may say.
USUAL_WINDOW, LONGEST_WINDOW = 42, 90


class LeftOut(StrEnum):
    """Why somebody of a frame is not drawn from."""

    DO_NOT_CALL = "do_not_call"
    DECEASED = "deceased"
    COOL_OFF = "cool_off"
    IN_CAMPAIGN = "in_campaign"
    SAME_QUARTER = "same_quarter"
    OUT_OF_DATES = "out_of_dates"
    OTHER_PLACE = "other_place"
    WINDOW_OVER = "window_over"


class Strata(StrEnum):
    """What makes a stratum."""

    INSTITUTION = "institution"
    DEPARTMENT = "department"  # of an institution


@dataclass(frozen=True)
class CampaignPlan:
    """What a campaign is to be.

    ``size`` is the whole sample, with FIXED that of each stratum; where ``completes`` is set it counts interviews, and
    more are drawn by ``response`` and ``ineligible``. The field period goes from ``begins_on`` over ``days`` days; only
    encounters from ``from_on`` to ``to_on``, and of ``places`` (institutions; none for all), are drawn from.
    ``start`` (0 ≤ start < 1) is where the order of the permanent numbers begins, in the strata of ``starts`` there;
    where ``after`` names a campaign, by its seed behind whom it drew. ``people`` are planned to call. Nobody is called
    for the first time later than ``window`` days after the discharge or visit; 0 switches that off.
    """

    name: str
    frame: str
    seed: str
    size: int
    begins_on: date
    how: Allocation = Allocation.PROPORTIONAL
    completes: bool = False
    response: float = USUAL_RESPONSE
    ineligible: float = USUAL_INELIGIBLE
    minimum: int = 0
    strata: Strata = Strata.INSTITUTION
    spreads: Mapping[str, float] = field(default_factory=dict[str, float])
    start: float = 0.0
    days: int = 42
    from_on: date | None = None
    to_on: date | None = None
    questionnaire: str = ""
    slots: str = ""
    people: int = 0
    dialect: bool = False
    policy: Mapping[str, Value] = field(default_factory=dict[str, Value])
    places: tuple[str, ...] = ()
    after: str = ""
    starts: Mapping[str, float] = field(default_factory=dict[str, float])
    window: int = USUAL_WINDOW

    def oldest(self, today: date) -> str:
        """Return the first day (ISO) of whose people somebody can be called in time; "" where any day can be."""
        return (max(self.begins_on, today) - timedelta(days=self.window)).isoformat() if self.window else ""

    @property
    def draws(self) -> int:
        """Return how many are drawn in all, with FIXED from each stratum."""
        return draws_needed(self.size, self.response, self.ineligible) if self.completes else self.size

    def outside(self, row: FrameRow) -> LeftOut | None:
        """Return why an encounter is none of those that the plan is about; None where it is."""
        if (self.from_on and row.day < self.from_on.isoformat()) or (self.to_on and row.day > self.to_on.isoformat()):
            return LeftOut.OUT_OF_DATES
        if self.places and row.institution not in self.places:
            return LeftOut.OTHER_PLACE
        return None

    def stratum_of(self, row: FrameRow) -> str:
        """Return the stratum of an encounter."""
        if self.strata is Strata.INSTITUTION or not row.department:
            return row.institution
        return f"{row.institution}/{row.department}"


@dataclass(frozen=True, slots=True)
class Stratum:
    """A stratum of a campaign: how many could be drawn, how many were wanted, and how many were drawn."""

    name: str
    size: int
    wanted: int
    drawn: int

    @property
    def is_census(self) -> bool:
        """Say whether everybody was drawn because no more are there than were wanted."""
        return self.drawn == self.size

    @property
    def weight(self) -> float:
        """Return N/n: how many persons each of the sample stands for; 0 where nobody was drawn."""
        return round(self.size / self.drawn, 9) if self.drawn else 0.0


@dataclass(frozen=True)
class CampaignFacts:
    """A campaign as it was drawn. ``released`` is the last replicate whose people may be called."""

    id: bytes
    name: str
    frame: bytes | None
    frame_name: str
    seed: str
    strata: tuple[Stratum, ...]
    how: str
    questionnaire: str
    questionnaire_version: int | None
    begins_on: date | None
    ends_on: date | None
    people: int
    released: int
    left_out: Mapping[str, int]
    at: datetime | None
    stopped_at: datetime | None
    closed_at: datetime | None
    start: float = 0.0
    #: Why nobody is called for now, and the name of who said so; "" where calling goes on.
    stopped_why: str = ""
    stopped_by: str = ""
    #: How many people of which age and sex stand on the list for its institutions; empty in older campaigns.
    kinds: Mapping[str, int] = field(default_factory=dict[str, int])
    #: Where the order began in single strata: behind whom another campaign drew there.
    starts: Mapping[str, float] = field(default_factory=dict[str, float])
    #: Days after a discharge or visit within which people are called first; 0 for any.
    window: int = 0

    @property
    def drawn(self) -> int:
        """Return the size of the sample."""
        return sum(one.drawn for one in self.strata)

    @property
    def is_stopped(self) -> bool:
        """Say whether nobody is called for now, though the field period goes on."""
        return self.stopped_at is not None and self.closed_at is None


_BANDS = ((45, "18-44"), (65, "45-64"), (75, "65-74"))


def age_and_sex(age: object, sex: str | None) -> str:
    """Return the kind of a person as answers are weighed: a band of ages (empty: not known) and the sex."""
    text = str(age if age is not None else "")
    years = int(text) if text.isdecimal() else None
    band = "" if years is None else next((name for below, name in _BANDS if years < below), "75+")
    return f"{band} {sex or ''}"
