"""The monthly contest: teams drawn, how they stand, one's own result, and the best of those who want to be seen.

It counts the rounds that are played, the daily drills of the month and what was gained by them. Nothing of it goes into
an appraisal unless a center gives it a weight there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from datetime import time as daytime
from zoneinfo import ZoneInfo

from app.models import contests as rules
from app.models.accounts import Permission, Person
from app.models.competence import competence as competence_of
from app.models.contest_rounds import ContestRound, Played
from app.models.contests import ContestAward, ContestDrawn, ContestTooSmall, Effort, TeamScore
from app.models.errors import FieldTooLong
from app.models.texts import clean
from app.services import competence, contest_rounds, drill_cards, exams
from app.services.office import View, Work
from app.store import contests as rows_of
from app.store import script_outline as flag_rows
from app.store.contests import Contest, Entry

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
class Award:
    """Praise for one who wants to be seen: the share gained of what was missing, or flags that were dealt with."""

    kind: ContestAward
    name: str
    value: float


@dataclass(frozen=True)
class Board:
    """A month: teams with the best on top, one's own effort, baseline and best month, and up to three of the best.

    ``played`` is what one did in the rounds, ``waiting`` whether a question waits; ``months`` are those to look at.
    """

    month: str
    teams: tuple[TeamLine, ...]
    mine: Effort
    before: Effort
    best_month: tuple[str, Effort] | None
    best: tuple[Best, ...]
    entry: Entry
    may_draw: bool
    played: Played = field(default_factory=Played)
    rounds: tuple[ContestRound, ...] = ()
    waiting: bool = False
    awards: tuple[Award, ...] = ()
    months: tuple[str, ...] = ()


def draw(work: Work) -> int:
    """Draw the teams of this month by balanced mean mastery, and return how many there are.

    Raises ``ContestDrawn``, ``ContestTooSmall``, ``NotAllowed``.
    """
    person = work.require(Permission.TRAIN)
    month = _month(drill_cards.today(work))
    if rows_of.contest_of(work.tx, month) is not None:
        raise ContestDrawn(month=month)
    people = [one.id for one in exams.operators(work)]
    teams = rules.draw({one: _mastery(work, one) for one in people}, month)
    if not teams:
        raise ContestTooSmall(people=len(people), needed=rules.SMALLEST * rules.TEAMS)
    rows_of.write_teams(work.tx, month, teams, by=person.id, drawn=contest_rounds.draw(work, month))
    return len(teams)


def enter(work: Work, *, shown: bool, alias: str = "") -> None:
    """Say whether one wants to be among the best that are shown, and under which name. Raises ``FieldTooLong``."""
    person = work.require(Permission.PRACTICE)
    said = clean(alias) or ""
    if len(said) > rules.LONGEST_ALIAS:
        raise FieldTooLong(field="alias", limit=rules.LONGEST_ALIAS)
    rows_of.write_entry(work.tx, person.id, Entry(shown, said))


def board(view: View, month: str | None = None) -> Board:
    """Return the contest of a month, this one without any, as whoever asks may see it. Raises ``NotAllowed``."""
    person = view.require(Permission.PRACTICE)
    today = drill_cards.today(view)
    time = _span(month or _month(today), today)
    contest = rows_of.contest_of(view.rows, time.month)
    people = {one.id: one for one in exams.operators(view)}
    known = {one: _done(view, one, time, contest) for one in {*people, person.id}}
    mine = known[person.id]
    lines = tuple(sorted(_lines(contest, people, known, person.id), key=_order)) if contest else ()
    return Board(
        time.month, lines, mine.now, mine.before, _best_month(view, person.id, today), _best(view, people, known),
        rows_of.entry_of(view.rows, person.id), contest is None and time.is_now and person.may(Permission.TRAIN),
        played=mine.played, rounds=tuple(contest.drawn) if contest else (),
        waiting=time.is_now and contest_rounds.following(view) is not None,
        awards=_awards(view, people, known, time),
        months=tuple(dict.fromkeys((_month(today), *rows_of.drawn_months(view.rows)))),
    )  # fmt: skip


def own_scores(view: View, person: bytes, since: date) -> list[float]:
    """Return what a person got in the rounds of each contest of the months from a day on, one number a month played.

    For appraisals of centers that want it.
    """
    months = [one for one in rows_of.drawn_months(view.rows) if one >= _month(since)]
    drawn = [found for one in months if (found := rows_of.contest_of(view.rows, one)) is not None]
    played = [contest_rounds.played(view, one, person).score for one in drawn]
    return [one for one in played if one is not None]


@dataclass(frozen=True)
class _Time:
    """A month: when it begins and ends (or until when it is counted), and when the weeks before it begin."""

    month: str
    begins_on: date
    ends_on: date
    before_on: date
    is_now: bool


@dataclass(frozen=True)
class _Done:
    """What one person did: this month, in the weeks before, in the rounds."""

    now: Effort
    before: Effort
    played: Played

    @property
    def accuracy(self) -> float | None:
        """Return what counts for a person: the rounds where they were played, else the drills with enough answers."""
        if self.played.score is not None:
            return self.played.score
        return self.now.accuracy if self.now.counts else None


def _span(month: str, today: date) -> _Time:
    begins = date.fromisoformat(f"{month}-01")
    following = (begins + timedelta(days=31)).replace(day=1)
    ends = min(following, today + timedelta(days=1))
    before = begins - timedelta(weeks=rules.BASELINE_WEEKS)
    return _Time(month, begins, ends, before, month == _month(today))


def _done(view: View, person: bytes, time: _Time, contest: Contest | None) -> _Done:
    played = contest_rounds.played(view, contest, person) if contest else Played()
    return _Done(
        rows_of.effort(view.rows, person, time.begins_on, time.ends_on),
        rows_of.effort(view.rows, person, time.before_on, time.begins_on), played,
    )  # fmt: skip


def _lines(
    contest: Contest, people: Mapping[bytes, Person], known: Mapping[bytes, _Done], me: bytes
) -> Iterator[TeamLine]:
    for number, team in enumerate(contest.teams, 1):
        here = [one for one in team if one in people]  # who left since the draw lowers nothing
        played = [known[one].played for one in here] if contest.drawn else []
        score = rules.team_score([(known[one].now, known[one].before) for one in here], played)
        mine = me in team
        names = tuple(people[one].display for one in here) if mine else ()
        yield TeamLine(number, score, len(here), mine, names)


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


def _wishes(view: View, people: Mapping[bytes, Person]) -> dict[bytes, str]:
    """Return the names of those who want to be seen."""
    entries = {one: rows_of.entry_of(view.rows, one) for one in people}
    return {one: entry.alias or people[one].display for one, entry in entries.items() if entry.shown}


def _best(view: View, people: Mapping[bytes, Person], known: Mapping[bytes, _Done]) -> tuple[Best, ...]:
    found: list[Best] = []
    for one, name in _wishes(view, people).items():
        accuracy = known[one].accuracy
        if accuracy is not None:
            found.append(Best(name, accuracy))
    return tuple(sorted(found, key=_highest)[: rules.SHOWN])


def _highest(one: Best) -> tuple[float, str]:
    return -one.accuracy, one.name


def _awards(view: View, people: Mapping[bytes, Person], known: Mapping[bytes, _Done], time: _Time) -> tuple[Award, ...]:
    """Return who gained most and whose flags mended most scripts, of those who want to be seen."""
    zone = ZoneInfo(view.settings.time_zone)
    begins, ends = (datetime.combine(day, daytime(), zone).astimezone(UTC) for day in (time.begins_on, time.ends_on))
    improved: list[Award] = []
    mended: list[Award] = []
    for one, name in _wishes(view, people).items():
        gained = rules.improvement(known[one].now, known[one].before)
        flags = flag_rows.flags_seen_to(view.rows, one, begins, ends)
        improved += [Award(ContestAward.IMPROVED, name, gained)] if gained else []
        mended += [Award(ContestAward.MENDED, name, flags)] if flags else []
    return tuple(min(found, key=_foremost) for found in (improved, mended) if found)


def _foremost(one: Award) -> tuple[float, str]:
    return -one.value, one.name
