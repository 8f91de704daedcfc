"""The monthly contest: teams drawn, how they stand, one's own result, and the best of those who want to be seen.

It counts the daily drills of the month. Nothing of it goes into an appraisal.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from app.models import contests as rules
from app.models.accounts import Permission, Person
from app.models.competence import competence as competence_of
from app.models.contests import ContestDrawn, ContestTooSmall, Effort, TeamScore
from app.models.errors import FieldTooLong
from app.models.texts import clean
from app.services import competence, drill_cards, exams
from app.services.office import View, Work
from app.store import contests as rows_of
from app.store.contests import Entry

#: One's own best is looked for so far back.
REACH = timedelta(days=366)


@dataclass(frozen=True)
class TeamLine:
    """A team by its number, with its score; ``mine`` is the one of whoever asks, whose members are named."""

    number: int
    score: TeamScore
    size: int
    mine: bool
    members: tuple[str, ...] = ()


@dataclass(frozen=True)
class Best:
    """One of the best who want to be seen, by the name that they chose, with their share of right answers."""

    name: str
    accuracy: float


@dataclass(frozen=True)
class Board:
    """A month: teams with the best on top, one's own effort, baseline and best month, and up to three of the best."""

    month: str
    teams: tuple[TeamLine, ...]
    mine: Effort
    before: Effort
    best_month: tuple[str, Effort] | None
    best: tuple[Best, ...]
    entry: Entry
    may_draw: bool


def draw(work: Work) -> int:
    """Draw the teams of this month by balanced mean mastery, and return how many there are.

    Raises ``ContestDrawn``, ``ContestTooSmall``, ``NotAllowed``.
    """
    person = work.require(Permission.TRAIN)
    month = _month(drill_cards.today(work))
    if rows_of.teams_of(work.tx, month):
        raise ContestDrawn(month=month)
    people = [one.id for one in exams.operators(work)]
    teams = rules.draw({one: _mastery(work, one) for one in people}, month)
    if not teams:
        raise ContestTooSmall(people=len(people), needed=rules.SMALLEST * rules.TEAMS)
    rows_of.write_teams(work.tx, month, teams, by=person.id)
    return len(teams)


def enter(work: Work, *, shown: bool, alias: str = "") -> None:
    """Say whether one wants to be among the best that are shown, and under which name. Raises ``FieldTooLong``."""
    person = work.require(Permission.PRACTICE)
    said = clean(alias) or ""
    if len(said) > rules.LONGEST_ALIAS:
        raise FieldTooLong(field="alias", limit=rules.LONGEST_ALIAS)
    rows_of.write_entry(work.tx, person.id, Entry(shown, said))


def board(view: View) -> Board:
    """Return this month's contest as whoever asks may see it. Raises ``NotAllowed``."""
    person = view.require(Permission.PRACTICE)
    today = drill_cards.today(view)
    begins, ends = today.replace(day=1), today + timedelta(days=1)
    before = begins - timedelta(weeks=rules.BASELINE_WEEKS)
    teams = rows_of.teams_of(view.rows, _month(today))
    people = {one.id: one for one in exams.operators(view)}
    known = {one: rows_of.effort(view.rows, one, begins, ends) for one in {*people, person.id}}
    lines: list[TeamLine] = []
    for number, team in enumerate(teams, 1):
        here = [one for one in team if one in people]  # who left since the draw lowers nothing
        score = rules.team_score([(known[one], rows_of.effort(view.rows, one, before, begins)) for one in here])
        mine = person.id in team
        names = tuple(people[one].display for one in here) if mine else ()
        lines.append(TeamLine(number, score, len(here), mine, names))
    return Board(
        _month(today), tuple(sorted(lines, key=_order)), known[person.id],
        rows_of.effort(view.rows, person.id, before, begins), _best_month(view, person.id, today),
        _best(view, people, known), rows_of.entry_of(view.rows, person.id),
        not teams and person.may(Permission.TRAIN),
    )  # fmt: skip


def _month(day: date) -> str:
    return day.isoformat()[:7]


def _mastery(view: View, person: bytes) -> float:
    """Return the mean over the topics of a person; nobody knows anything yet: what is believed beforehand."""
    found = [one.competence.mean for one in competence.topics_of(view, person)]
    return sum(found) / len(found) if found else competence_of(()).mean


def _order(line: TeamLine) -> tuple[float, int]:
    return -line.score.total, line.number


def _best_month(view: View, person: bytes, today: date) -> tuple[str, Effort] | None:
    counted = [one for one in rows_of.months(view.rows, person, today - REACH) if one[1].counts]
    return max(counted, key=_accuracy, default=None)


def _accuracy(month: tuple[str, Effort]) -> float:
    return month[1].accuracy or 0.0


def _best(view: View, people: dict[bytes, Person], known: dict[bytes, Effort]) -> tuple[Best, ...]:
    found: list[Best] = []
    for one in people.values():
        effort, entry = known[one.id], rows_of.entry_of(view.rows, one.id)
        if entry.shown and effort.counts:
            found.append(Best(entry.alias or one.display, effort.accuracy or 0.0))
    return tuple(sorted(found, key=_highest)[: rules.SHOWN])


def _highest(one: Best) -> tuple[float, str]:
    return -one.accuracy, one.name
