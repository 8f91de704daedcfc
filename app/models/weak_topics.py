"""When a person is weak in a topic, and when a team is: what quality review, exams and drills say."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

#: So many people make a topic weak.
PEOPLE = 3
#: Fewer answers of a topic say nothing about a drill; from such a share of wrong ones on it counts as failed.
LEAST_ANSWERS, FAILED = 4, 0.4


class WeakSign(StrEnum):
    """What shows a weakness."""

    QUALITY = "quality"
    EXAM = "exam"
    DRILL = "drill"


@dataclass(frozen=True, slots=True)
class Miss:
    """A person went wrong about a key point of a topic, ``errors`` times."""

    person: bytes
    topic: str
    script: str
    point: str
    sign: WeakSign
    errors: int = 1


@dataclass(frozen=True, slots=True)
class Drilled:
    """How often a person answered a key point on drills, and how often wrong."""

    topic: str
    script: str
    point: str
    answers: int
    wrong: int


@dataclass(frozen=True)
class WeakTopic:
    """A topic, how many people are weak in it, by how many errors, and the key point with most of them.

    ``signs`` are the people by what shows it; one person may be shown weak by several.
    """

    topic: str
    people: int
    errors: int
    script: str
    point: str
    signs: Mapping[WeakSign, int] = field(default_factory=dict[WeakSign, int])

    @property
    def of_team(self) -> bool:
        """Say whether enough people are weak in it to call the topic weak."""
        return self.people >= PEOPLE


def failed(person: bytes, drilled: Iterable[Drilled]) -> list[Miss]:
    """Return what a person failed on drills: the wrong answers of topics in which too many were wrong."""
    topics: defaultdict[str, list[Drilled]] = defaultdict(list)
    for one in drilled:
        topics[one.topic].append(one)
    found: list[Miss] = []
    for topic, those in topics.items():
        answers, wrong = sum(one.answers for one in those), sum(one.wrong for one in those)
        if answers >= LEAST_ANSWERS and wrong >= FAILED * answers:
            found += [
                Miss(person, topic, one.script, one.point, WeakSign.DRILL, one.wrong) for one in those if one.wrong
            ]
    return found


def weak_topics(misses: Iterable[Miss]) -> list[WeakTopic]:
    """Return the topics of misses, the one with most people first."""
    topics: defaultdict[str, list[Miss]] = defaultdict(list)
    for one in misses:
        topics[one.topic].append(one)
    return sorted((_topic(topic, those) for topic, those in topics.items()), key=_most)


def _topic(topic: str, misses: list[Miss]) -> WeakTopic:
    points: defaultdict[tuple[str, str], int] = defaultdict(int)
    signs: defaultdict[WeakSign, set[bytes]] = defaultdict(set)
    for one in misses:
        points[one.script, one.point] += one.errors
        signs[one.sign].add(one.person)
    script, point = max(points, key=lambda one: (points[one], one))
    people = len({one.person for one in misses})
    return WeakTopic(
        topic, people, sum(points.values()), script, point, {one: len(those) for one, those in signs.items()}
    )


def _most(one: WeakTopic) -> tuple[int, int, str]:
    return -one.people, -one.errors, one.topic
