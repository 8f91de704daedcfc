"""Scripts to be flagged to their owners because many people fail one key point on drills, in exams and on calls."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from app.models.accounts import Permission
from app.models.failing_points import Tally, proposed
from app.services import drill_cards, evidence, exams, scripts
from app.services.drill_items import script_of
from app.services.office import View, Work
from app.store import drill_points as point_rows
from app.store import drills as rows_of
from app.store import script_outline as flag_rows
from app.store.drill_points import DrillPoint

#: Answers of four weeks count, and a point that was flagged within them is not proposed again.
REACH = timedelta(days=28)
Key = tuple[str, str]


@dataclass(frozen=True)
class Proposal:
    """A key point that ``failing`` of ``tested`` people fail, the version that says it, and whose script it is."""

    script: str
    version: int
    point: str
    title: str
    text: dict[str, str]
    owner: str
    failing: int
    tested: int


def listed(view: View, language: str) -> list[Proposal]:
    """Return the key points to be flagged, the one with the largest share of failing people first."""
    view.require(Permission.TRAIN)
    since = drill_cards.today(view) - REACH
    found: list[Proposal] = []
    for (script, point), people in _tallies(view, since).items():
        counts = proposed(people.values())
        if counts is not None and not flag_rows.flagged_since(view.rows, script, point, _start(since)):
            found.append(_proposal(view, script, point, counts, language))
    return sorted(found, key=_share)


def flag(work: Work, proposal: Proposal, *, note: str) -> bytes:
    """Flag the script of a proposal to its owner, and return the flag's id. Raises what ``scripts.flag`` raises."""
    work.require(Permission.TRAIN)
    return scripts.flag(work, proposal.script, proposal.version, note=note, key_point=proposal.point)


def _proposal(view: View, script: str, point: str, counts: tuple[int, int], language: str) -> Proposal:
    found = script_of(view, script)
    texts = next((dict(one.texts) for one in found.key_points if one.id == point), dict[str, str]())
    return Proposal(script, found.version, point, found.title_in(language), texts, found.owner, *counts)


def _share(one: Proposal) -> tuple[float, str, str]:
    return -one.failing / one.tested, one.script, one.point


def _start(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _tallies(view: View, since: date) -> dict[Key, dict[bytes, Tally]]:
    """Return how each person did on each key point that is still said, since it says what it says."""
    points = {(one.script, one.point): one for one in point_rows.every(view.rows) if one.from_on is not None}
    found: defaultdict[Key, defaultdict[bytes, Tally]] = defaultdict(_people)
    for person in exams.operators(view):
        for one in rows_of.drilled(view.rows, person.id, since, date.max):
            tally = found[one.script, one.point][person.id]
            found[one.script, one.point][person.id] = tally.plus(one.answers, one.answers - one.wrong)
    for one in (*evidence.of_exams(view, _start(since)), *evidence.of_calls(view, _start(since))):
        point = points.get((one.script, one.point))
        if _counts(point, one.at.date()):
            tally = found[one.script, one.point][one.person]
            found[one.script, one.point][one.person] = tally.plus(1, one.score)
    return {key: dict(people) for key, people in found.items()}


def _counts(point: DrillPoint | None, day: date) -> bool:
    """Say whether what was answered on a day was about what the key point says now."""
    return point is not None and point.from_on is not None and point.from_on <= day


def _people() -> defaultdict[bytes, Tally]:
    return defaultdict(Tally)
