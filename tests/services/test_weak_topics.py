"""A topic is weak where three people had errors in it within two weeks."""

from datetime import timedelta

from app.models.drills import NeedSource
from app.services import drills, weak_topics
from app.services.office import Office
from app.store.drills import CardKey
from tests.desk import sign_in
from tests.fakes import FakeClock
from tests.services.drilled import FLU, OPEN, publish


def test_three_people_make_a_topic_weak_for_two_weeks(office: Office, clock: FakeClock) -> None:
    publish(office, OPEN, FLU)
    office.do(drills.start)
    trainer = sign_in(office, "chen").id
    people = [sign_in(office, name).id for name in ("wang", "li", "chen")]
    for place, person in enumerate(people):
        assert office.ask(weak_topics.weak_weights) == {}
        card = CardKey(person, "open", "k1" if place else "k2")
        office.do(drills.need, card, NeedSource.QA, by=trainer)
    office.do(drills.need, CardKey(people[0], "flu", "k1"), NeedSource.QA, by=trainer)
    first, second = office.ask(weak_topics.found)
    assert (first.topic, first.people, first.errors) == ("consult/opening", 3, 3)
    assert (first.script, first.point) == ("open", "k1")
    assert (second.topic, second.people) == ("consult/vaccine", 1)
    assert office.ask(weak_topics.weak_weights) == {"consult/opening": 3.0}
    clock.advance(timedelta(days=16))
    assert office.ask(weak_topics.found) == []
