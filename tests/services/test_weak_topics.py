"""A topic is weak where three people had errors in it within two weeks."""

from datetime import timedelta

from app.models.drill_queue import DrillReason
from app.models.drills import NeedSource, Rating
from app.models.weak_topics import WeakSign
from app.services import drills, exam_results, exams, weak_topics
from app.services.office import Office, Work
from app.store import drills as rows_of
from app.store.drills import CardKey, NewReview
from tests.desk import NOON, sign_in
from tests.fakes import FakeClock
from tests.services.drilled import FLU, OPEN, publish
from tests.services.examined import release, set_exam


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
    assert office.ask(weak_topics.texts_of, [first])["open", "k1"]["en"] == "opens at 8 in the morning"
    assert (second.topic, second.people) == ("consult/vaccine", 1)
    assert office.ask(weak_topics.weak_weights) == {"consult/opening": 3.0}
    clock.advance(timedelta(days=16))
    assert office.ask(weak_topics.found) == []


def test_what_an_exam_found_wrong_is_practiced_tomorrow(office: Office, clock: FakeClock) -> None:
    exam = set_exam(office)
    me = sign_in(office, "wang").id
    paper = office.do(exams.begin, exam, language="zh").value
    office.do(exams.hand_in, paper.sitting, ms=9000)
    release(office, exam)
    sign_in(office, "wang")
    topics = {one.topic: one for one in office.ask(weak_topics.of_person, me)}
    assert set(topics) == {"consult/opening", "consult/vaccine"}
    assert topics["consult/opening"].signs == {WeakSign.EXAM: 1}
    clock.advance(timedelta(days=1))
    reasons = {(one.script, one.point): one.reason for one in office.do(drills.start).value.cards}
    assert reasons["open", "k1"] is reasons["flu", "k1"] is DrillReason.WANTED
    sign_in(office, "chen")
    office.do(exam_results.release, exam)
    assert office.ask(weak_topics.found)[0].errors == topics["consult/opening"].errors


def practiced(work: Work, operator: bytes, ratings: tuple[Rating, ...]) -> None:
    for place, rating in enumerate(ratings):
        day, at = NOON.date() + timedelta(days=place), NOON + timedelta(days=place)
        for script, point in (("open", "k1"), ("open", "k2"), ("flu", "k1")):
            card = CardKey(operator, script, point)
            rows_of.write_review(work.tx, NewReview(card, 1, b"i" * 16, "say", at, day, 0.5, rating, 9000))


def test_a_topic_failed_on_drills_comes_again_before_it_is_due(office: Office, clock: FakeClock) -> None:
    publish(office, OPEN, FLU)
    clock.advance(timedelta(days=4))
    me = sign_in(office, "wang").id
    office.do(practiced, me, (Rating.AGAIN, Rating.AGAIN, Rating.EASY, Rating.EASY))
    cards = office.do(drills.start).value.cards
    assert {one.topic for one in office.ask(weak_topics.of_person, me)} == {"consult/opening", "consult/vaccine"}
    assert [one.reason for one in cards] == [DrillReason.WEAK] * 3


def test_a_topic_that_was_answered_well_waits_until_it_is_due(office: Office, clock: FakeClock) -> None:
    publish(office, OPEN, FLU)
    clock.advance(timedelta(days=4))
    me = sign_in(office, "wang").id
    office.do(practiced, me, (Rating.AGAIN, Rating.EASY, Rating.EASY, Rating.EASY))
    assert office.do(drills.start).value.cards == ()
    assert office.ask(weak_topics.of_person, me) == []
