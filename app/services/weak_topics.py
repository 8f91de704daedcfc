"""Weak topics: where quality review, exams and drills found gaps; the next exam and the drill weigh them more."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from app.models import weak_topics as rules
from app.models.accounts import Permission
from app.models.drills import NeedSource
from app.models.weak_topics import Miss, WeakSign, WeakTopic
from app.services import drill_cards, exams
from app.services.office import View, Work
from app.store import drill_points as point_rows
from app.store import drills as rows_of

#: Errors of so many days count.
WITHIN = timedelta(days=14)
#: Cards that quality review and exams ask for are due on the day after.
_ONE_DAY = timedelta(days=1)
_SIGNS = {NeedSource.QA: WeakSign.QUALITY, NeedSource.EXAM: WeakSign.EXAM}


def found(view: View) -> list[WeakTopic]:
    """Return the topics of the last two weeks in which somebody is weak, most people first."""
    view.require(Permission.TRAIN)
    return between_now(view)


def between_now(view: View) -> list[WeakTopic]:
    """Return the topics of the last two weeks for whoever may see figures that pool: nobody is named."""
    day = drill_cards.today(view)
    return between(view, day - WITHIN, day + _ONE_DAY)


def between(view: View, since: date, until: date) -> list[WeakTopic]:
    """Return the topics in which somebody was weak from a day on, the last one not included.

    For figures that pool: nobody is named.
    """
    misses = list(_asked_for(view, since, until))
    for person in exams.operators(view):
        misses += rules.failed(person.id, rows_of.drilled(view.rows, person.id, since, until))
    return rules.weak_topics(misses)


def of_person(view: View, person: bytes) -> list[WeakTopic]:
    """Return the topics of the last two weeks in which a person is weak, most errors first."""
    day = drill_cards.today(view)
    misses = list(_asked_for(view, day - WITHIN, day + _ONE_DAY, person))
    misses += rules.failed(person, rows_of.drilled(view.rows, person, day - WITHIN, day + _ONE_DAY))
    return rules.weak_topics(misses)


def is_stale(view: View, person: bytes) -> bool:
    """Say whether the weak topics of a person are still to be worked out today."""
    return point_rows.weak_of(view.rows, person)[0] != drill_cards.today(view).isoformat()


def follow(work: Work, person: bytes) -> None:
    """Work out the weak topics of a person, once a training day."""
    if is_stale(work, person):
        topics = [one.topic for one in of_person(work, person)]
        point_rows.keep_weak(work.tx, person, drill_cards.today(work).isoformat(), topics)


def kept(view: View, person: bytes) -> tuple[str, ...]:
    """Return the weak topics of a person as they were worked out today."""
    day, topics = point_rows.weak_of(view.rows, person)
    return topics if day == drill_cards.today(view).isoformat() else ()


def _asked_for(view: View, since: date, until: date, person: bytes | None = None) -> Iterator[Miss]:
    """Yield the key points that quality review and exams of these days asked for."""
    for source, sign in _SIGNS.items():
        asked = rows_of.wanted_between(view.rows, source, since + _ONE_DAY, until + _ONE_DAY, person)
        for card, topic in asked:
            yield Miss(card.operator, topic, card.script, card.point, sign)


def texts_of(view: View, topics: Iterable[WeakTopic]) -> dict[tuple[str, str], dict[str, str]]:
    """Return what the key points with most errors say, by script and point; one that is gone says nothing."""
    found = {(one.script, one.point): point_rows.find(view.rows, one.script, one.point) for one in topics}
    return {key: dict(point.texts) if point else {} for key, point in found.items()}


def weak_weights(view: View) -> dict[str, float]:
    """Return the weight of each weak topic in the next exam: the people who are weak in it, from three on."""
    return {one.topic: float(one.people) for one in found(view) if one.of_team}
