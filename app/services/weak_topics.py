"""Weak topics: where quality review found the same gap with several people; the next exam weighs them more."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta

from app.models.accounts import Permission
from app.models.drills import NeedSource
from app.services import drill_cards
from app.services.office import View
from app.store import drill_points as point_rows
from app.store import drills as rows_of

#: So many people within so many days make a topic weak.
PEOPLE, WITHIN = 3, timedelta(days=14)


@dataclass(frozen=True)
class WeakTopic:
    """A topic, how many people had errors in it, how many errors, and the key point with most of them."""

    topic: str
    people: int
    errors: int
    script: str
    point: str


def found(view: View) -> list[WeakTopic]:
    """Return the topics in which quality review found errors of the last two weeks, most people first."""
    view.require(Permission.TRAIN)
    since = drill_cards.today(view) - WITHIN
    people: defaultdict[str, set[bytes]] = defaultdict(set)
    points: defaultdict[str, defaultdict[tuple[str, str], int]] = defaultdict(_counts)
    for card in rows_of.wanted_since(view.rows, NeedSource.QA, since):
        point = point_rows.find(view.rows, card.script, card.point)
        if point is not None:
            people[point.topic].add(card.operator)
            points[point.topic][card.script, card.point] += 1
    lines = [_line(topic, len(those), points[topic]) for topic, those in people.items()]
    return sorted(lines, key=_most)


def _counts() -> defaultdict[tuple[str, str], int]:
    return defaultdict(int)


def _line(topic: str, people: int, points: dict[tuple[str, str], int]) -> WeakTopic:
    script, point = max(points, key=lambda one: (points[one], one))
    return WeakTopic(topic, people, sum(points.values()), script, point)


def _most(one: WeakTopic) -> tuple[int, int, str]:
    return -one.people, -one.errors, one.topic


def weak_weights(view: View) -> dict[str, float]:
    """Return the weight of each weak topic in the next exam: the people who had errors in it, from three on."""
    return {one.topic: float(one.people) for one in found(view) if one.people >= PEOPLE}
