"""The monthly contest: teams of like strength, a score that pays for getting better and for taking everybody along.

Only the best who want to be seen are named; there is no list in which anybody stands last.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from app.models.contest_rounds import Played
from app.models.errors import CannotNow
from app.models.journal import Entity, Field, Kind

#: A team has so many members; with fewer teams than this the month is passed over.
SMALLEST, LARGEST, TEAMS = 4, 6, 3
_USUAL = 5
#: What accuracy, improvement and participation count.
ACCURACY, IMPROVEMENT, PARTICIPATION = 0.5, 0.3, 0.2
#: So many days of practice in a month are full participation; so many answers before a result is compared.
FULL_DAYS, ENOUGH_ANSWERS = 8, 10
#: Weeks before the month that one's own results are measured against, and how many of the best are shown.
BASELINE_WEEKS, SHOWN = 4, 3
LONGEST_ALIAS = 24


class ContestAward(StrEnum):
    """What somebody is praised for."""

    IMPROVED = "improved"
    MENDED = "mended"


class ContestTooSmall(CannotNow):
    """Too few people practice for a contest. Facts: ``people``, ``needed``."""


class ContestDrawn(CannotNow):
    """The teams of a month are drawn a second time. Facts: ``month``."""


@dataclass(frozen=True, slots=True)
class Effort:
    """What one person did in a time: mean score of the answers (None without any), answers, days of practice."""

    accuracy: float | None = None
    answers: int = 0
    days: int = 0

    @property
    def counts(self) -> bool:
        """Say whether there are enough answers to compare."""
        return self.accuracy is not None and self.answers >= ENOUGH_ANSWERS


@dataclass(frozen=True, slots=True)
class TeamScore:
    """The score of a team and its three parts, each 0 to 1; a part without any answer is 0."""

    accuracy: float
    improvement: float
    participation: float

    @property
    def total(self) -> float:
        """Return 50 % accuracy, 30 % improvement and 20 % participation."""
        return ACCURACY * self.accuracy + IMPROVEMENT * self.improvement + PARTICIPATION * self.participation


def draw(mastery: Mapping[bytes, float], seed: str) -> tuple[tuple[bytes, ...], ...]:
    """Return teams of like mean mastery, the same for the same seed; none where there are too few people for three.

    The strongest go round the teams forwards, the next ones backwards; then members change places as long as the
    strongest and the weakest team come closer by it.
    """
    if len(mastery) < SMALLEST * TEAMS:
        return ()
    count = ceil(len(mastery) / _USUAL)
    ranked = sorted(mastery, key=lambda one: (-mastery[one], hashlib.sha256(seed.encode() + one).digest()))
    teams: list[list[bytes]] = [[] for _ in range(count)]
    for place, person in enumerate(ranked):
        lap, at = divmod(place, count)
        teams[at if lap % 2 == 0 else count - 1 - at].append(person)
    while _brought_closer(teams, mastery):
        pass
    return tuple(tuple(sorted(team)) for team in teams)


def mean_of(team: Iterable[bytes], mastery: Mapping[bytes, float]) -> float:
    """Return the mean mastery of a team."""
    found = [mastery[one] for one in team]
    return sum(found) / len(found)


def _brought_closer(teams: Sequence[list[bytes]], mastery: Mapping[bytes, float]) -> bool:
    """Let one of the strongest team change places with one of the weakest where that brings these two closer."""
    ordered = sorted(teams, key=lambda team: mean_of(team, mastery))
    weak, strong = ordered[0], ordered[-1]
    gap = mean_of(strong, mastery) - mean_of(weak, mastery)
    share = 1 / len(strong) + 1 / len(weak)
    best = min(
        ((abs(gap - (mastery[one] - mastery[other]) * share), one, other) for one in strong for other in weak),
    )
    left, one, other = best
    if left > gap - 1e-9:
        return False
    strong[strong.index(one)], weak[weak.index(other)] = other, one
    return True


def improvement(now: Effort, before: Effort) -> float | None:
    """Return the share of what was missing before that was gained, 0 to 1; None where either is not enough.

    Who knew everything before and still does has kept all: 1.
    """
    if now.accuracy is None or before.accuracy is None or not (now.counts and before.counts):
        return None
    missing = 1.0 - before.accuracy
    if missing < 1e-9:
        return 1.0 if now.accuracy >= before.accuracy else 0.0
    return min(1.0, max(0.0, (now.accuracy - before.accuracy) / missing))


def team_score(members: Sequence[tuple[Effort, Effort]], played: Sequence[Played] = ()) -> TeamScore:
    """Return the score of a team from what each member did this month and in the weeks before.

    ``played`` is what each did in the rounds: accuracy is the share of all their questions that the team got right, so
    who played none counts as none right, and helping the weakest pays. In a month without rounds the drills count, by
    the answers given. Every member counts the same.
    """
    accuracy = [now.accuracy for now, _ in members if now.accuracy is not None]
    gained = [found for now, before in members if (found := improvement(now, before)) is not None]
    taking = [min(1.0, now.days / FULL_DAYS) for now, _ in members]
    if played:
        accuracy = [one.score or 0.0 for one in played]
        taking = [(days + one.finished) / 2 for days, one in zip(taking, played, strict=True)]
    return TeamScore(_mean(accuracy), _mean(gained), _mean(taking))


def _mean(found: Sequence[float]) -> float:
    return sum(found) / len(found) if found else 0.0


def _facts(*names: tuple[str, str]) -> tuple[Field, ...]:
    return tuple(Field(name, Kind.FACT, sql) for name, sql in names)


CONTEST = Entity(
    "contest",
    _facts(("month", "TEXT"), ("teams", "JSON"), ("at", "TEXT"), ("by", "REF"), ("questions", "JSON")),
    fact=True,
)
CONTEST_ENTRY = Entity(
    "contest_entry", _facts(("person", "REF"), ("shown", "INTEGER"), ("alias", "TEXT"), ("at", "TEXT")), fact=True
)
