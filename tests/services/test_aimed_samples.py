"""Beside the draw: contacts about what somebody went wrong in, and about what the team is weak in."""

import pytest

from app.models.contacts import GivenScript, Outcome
from app.models.drills import NeedSource
from app.models.errors import NotAllowed
from app.models.evaluations import ErrorClass, ErrorFound, ReviewReason, SampleKind
from app.services import aimed_samples, contacts, drills, evaluations, quality_desk
from app.services.evaluations import Scored
from app.services.office import Office, Work
from app.store import accounts as people_rows
from app.store.drills import CardKey
from tests.desk import NOON, draft, sign_in
from tests.services.drilled import OPEN, publish

FULL: dict[str, int | None] = {one.id: 2 for one in evaluations.sheet().items}
WRONG = (ErrorFound(ErrorClass.CUSTOMER, "said 9", "open", "k1"),)


def call(office: Office, name: str) -> bytes:
    """Take a call in somebody's name in which the script of opening hours is given."""
    sign_in(office, name)
    started = office.do(contacts.start, draft(given=(GivenScript("open", 1, "en", NOON),))).value
    return office.do(contacts.finalize, started, Outcome.ANSWERED).value.contact


@pytest.fixture
def weak(office: Office) -> Office:
    """Wang went wrong about the opening hours; one call more about them is there, and one about nothing."""
    publish(office, OPEN)
    first, second = call(office, "wang"), call(office, "wang")
    assert first != second
    office.do(contacts.finalize, office.do(contacts.start, draft()).value, Outcome.ANSWERED)
    sign_in(office, "li")
    office.do(evaluations.evaluate, Scored(first, FULL, errors=WRONG))
    return office


def test_who_went_wrong_in_a_topic_is_listened_to_again_for_coaching(weak: Office) -> None:
    (found,) = weak.ask(aimed_samples.by_risk)
    assert (found.operator, found.sample) == ("Wang", SampleKind.RISK)
    assert weak.ask(aimed_samples.by_topic) == []
    sign_in(weak, "wang")
    with pytest.raises(NotAllowed):
        weak.ask(aimed_samples.by_risk)


def test_a_contact_keeps_the_kind_of_sample_that_found_it(weak: Office) -> None:
    lines = weak.ask(quality_desk.queue, 1)
    assert [(one.reason, one.sample) for one in lines if one.evaluation is None] == [
        (ReviewReason.RISK, SampleKind.RISK)
    ]
    weak.do(evaluations.evaluate, Scored(lines[0].contact, FULL, lines[0].sample))
    assert {kind for kind, _ in weak.ask(evaluations.figures).accuracy} == {SampleKind.RANDOM, SampleKind.RISK}
    assert weak.ask(evaluations.figures).scores[SampleKind.RANDOM][1] == 1


def test_a_topic_that_three_people_are_weak_in_is_sampled_over_the_team(weak: Office) -> None:
    def err(work: Work, name: str) -> None:
        person = people_rows.by_name(work.tx, name)
        assert person is not None
        drills.need(work, CardKey(person[0].id, "open", "k1"), NeedSource.QA, by=work.person.id)

    for name in ("li", "chen"):
        weak.do(err, name)
    (found,) = weak.ask(aimed_samples.by_topic)
    assert (found.operator, found.sample) == ("Wang", SampleKind.TARGETED)
