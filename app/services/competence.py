"""Strong and weak topics of a person, from graded key points, with what a drill would say of them today."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from app.models import competence as rules
from app.models.accounts import Permission
from app.models.competence import Competence, Evidence, EvidenceSource
from app.models.drill_queue import Candidate
from app.models.drills import PointRisk, retrievability
from app.services import drill_cards, evidence
from app.services.office import View
from app.store import drill_points as point_rows
from app.store import drills as rows_of

#: Older answers have faded to a hundredth.
REACH = timedelta(days=400)


@dataclass(frozen=True)
class TopicCell:
    """A topic of one person: how well it is known, cards drilled, and the share that would be recalled today."""

    topic: str
    competence: Competence
    cards: int
    recall: float | None


def my_topics(view: View) -> list[TopicCell]:
    """Return one's own topics, the weakest first."""
    return topics_of(view, view.require(Permission.PRACTICE).id)


def team(view: View, people: Iterable[bytes]) -> dict[bytes, list[TopicCell]]:
    """Return the topics of people, for the competence map of a supervisor."""
    view.require(Permission.TRAIN)
    return {one: topics_of(view, one) for one in people}


def topics_of(view: View, person: bytes) -> list[TopicCell]:
    """Return the topics of a person, the weakest first."""
    day = drill_cards.today(view)
    found: defaultdict[str, list[Evidence]] = defaultdict(list)
    for row in rows_of.recent(view.rows, person, day - REACH):
        age = (day - row.day).days
        critical = row.risk is PointRisk.CRITICAL
        found[row.topic].append(Evidence(row.score, EvidenceSource.DRILL, age, critical))
    for topic, told in _beside(view, person, day):
        found[topic].append(told)
    cards: defaultdict[str, list[Candidate]] = defaultdict(list)
    for one in rows_of.all_cards(view.rows, person):
        cards[one.topic].append(one)
    cells = [_cell(topic, found[topic], cards[topic], day) for topic in found.keys() | cards.keys()]
    return sorted(cells, key=_weakest)


def _beside(view: View, person: bytes, day: date) -> Iterator[tuple[str, Evidence]]:
    """Yield what exams and scored calls tell about topics of a person."""
    since = view.now - REACH
    for one in (*evidence.of_exams(view, since, person), *evidence.of_calls(view, since, person)):
        point = point_rows.find(view.rows, one.script, one.point)
        topic = point.topic if point else one.topic
        if topic:
            critical = point is not None and point.risk is PointRisk.CRITICAL
            yield topic, Evidence(one.score, one.source, (day - one.at.date()).days, critical)


def _cell(topic: str, evidence: list[Evidence], cards: list[Candidate], day: date) -> TopicCell:
    recalled = [retrievability(one.memory, day) for one in cards if one.memory is not None]
    recall = sum(recalled) / len(recalled) if recalled else None
    return TopicCell(topic, rules.competence(evidence), len(cards), recall)


def _weakest(cell: TopicCell) -> tuple[float, str]:
    return cell.competence.mean, cell.topic
