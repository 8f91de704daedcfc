"""The competence map: each topic and each operator, what the evidence allows to say, and the cards that come due."""

from dataclasses import dataclass

from app.models.accounts import Permission
from app.models.weak_topics import WeakTopic
from app.services import competence, drills, exams, triangulation, weak_topics
from app.services.competence import TopicCell
from app.services.office import View
from app.services.triangulation import PointLine

#: The forecast of due cards reaches so many days.
AHEAD = 14


@dataclass(frozen=True)
class Member:
    """One operator: topics by their name, and how many cards come due on each of the next days."""

    person: bytes
    display: str
    cells: dict[str, TopicCell]
    load: tuple[int, ...]


@dataclass(frozen=True)
class TeamMap:
    """Operators in the order of their names, topics in theirs, weak topics, and where to look first."""

    members: tuple[Member, ...]
    topics: tuple[str, ...]
    weak: tuple[WeakTopic, ...]
    causes: tuple[PointLine, ...]


def team(view: View) -> TeamMap:
    """Return the map of everybody who practices; nobody is ranked."""
    view.require(Permission.TRAIN)
    people = sorted(exams.operators(view), key=_name)
    cells = competence.team(view, [one.id for one in people])
    members = tuple(
        Member(
            one.id, one.display, {cell.topic: cell for cell in cells[one.id]},
            tuple(drills.load_of(view, one.id, AHEAD)),
        )
        for one in people
    )  # fmt: skip
    topics = sorted({topic for one in members for topic in one.cells})
    return TeamMap(members, tuple(topics), tuple(weak_topics.found(view)), tuple(triangulation.table(view)))


def _name(person: object) -> str:
    return str(getattr(person, "display", ""))
