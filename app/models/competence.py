"""How sure we are that an operator knows a topic: a beta distribution that fades, its interval, and words for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.models.distributions import beta_quantile

#: What is believed before anything is known: two right answers and one wrong one.
PRIOR = (2.0, 1.0)
HALF_LIFE_DAYS = 60.0
ENOUGH = 8.0
SECURE, COACHING = 0.85, 0.70
CONFIDENCE = 0.80


class EvidenceSource(StrEnum):
    """Where an answer comes from; a live call tells more than a drill."""

    DRILL = "drill"
    EXAM = "exam"
    LIVE = "live"


WEIGHTS = {EvidenceSource.DRILL: 0.3, EvidenceSource.EXAM: 1.0, EvidenceSource.LIVE: 2.0}


class CompetenceStanding(StrEnum):
    """What the interval allows to say."""

    SECURE = "secure"
    DEVELOPING = "developing"
    COACHING = "coaching"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One graded key point: how right (0 to 1), where, how many days ago, whether it is critical."""

    score: float
    source: EvidenceSource
    age_days: float
    critical: bool = False

    @property
    def weight(self) -> float:
        """Return how much it counts: half of it every 60 days, twice where critical."""
        faded = 0.5 ** (max(0.0, self.age_days) / HALF_LIFE_DAYS)
        return WEIGHTS.get(self.source, 0.0) * (2.0 if self.critical else 1.0) * faded


@dataclass(frozen=True, slots=True)
class Competence:
    """One cell of the map: mean and 80 % interval of the share known, how much evidence, what it allows to say."""

    mean: float
    low: float
    high: float
    evidence: float
    standing: CompetenceStanding


def competence(found: Iterable[Evidence]) -> Competence:
    """Return a cell from its evidence; without enough of it the cell says so."""
    right = wrong = 0.0
    for one in found:
        right += one.weight * one.score
        wrong += one.weight * (1 - one.score)
    a, b = PRIOR[0] + right, PRIOR[1] + wrong
    tail = (1 - CONFIDENCE) / 2
    low, high = beta_quantile(tail, a, b), beta_quantile(1 - tail, a, b)
    return Competence(a / (a + b), low, high, right + wrong, _standing(low, high, right + wrong))


def _standing(low: float, high: float, evidence: float) -> CompetenceStanding:
    if evidence < ENOUGH:
        return CompetenceStanding.UNKNOWN
    if low >= SECURE:
        return CompetenceStanding.SECURE
    return CompetenceStanding.COACHING if high < COACHING else CompetenceStanding.DEVELOPING
