"""A contact is scored, its errors come back as practice, and an appeal is decided by somebody else."""

from datetime import timedelta

import pytest

from app.models.contacts import Outcome
from app.models.drill_queue import DrillReason
from app.models.errors import FieldMissing, NotAllowed, RecordGone
from app.models.evaluations import (
    AppealDecided,
    AppealedBefore,
    AppealNotYours,
    ErrorClass,
    ErrorFound,
    EvaluatedBefore,
    EvaluatesSelf,
    SameEvaluator,
    SampleKind,
    score,
    standing,
)
from app.services import contacts, drills, evaluations
from app.services.evaluations import Scored
from app.services.office import Office
from tests.desk import NOON, draft, sign_in
from tests.fakes import FakeClock
from tests.services.drilled import OPEN, publish

FULL: dict[str, int | None] = {one.id: 2 for one in evaluations.sheet().items}
WRONG = (ErrorFound(ErrorClass.CUSTOMER, "said 9", "open", "k1"),)


@pytest.fixture
def contact(office: Office) -> bytes:
    """A call that wang took, about a script that is drilled."""
    publish(office, OPEN)
    return office.do(contacts.finalize, office.do(contacts.start, draft()).value, Outcome.ANSWERED).value.contact


def scored(office: Office, contact: bytes, **values: object) -> bytes:
    sign_in(office, "li")
    return office.do(evaluations.evaluate, Scored(contact, FULL, **values)).value  # type: ignore[arg-type]


def test_the_shipped_sheet_has_seventeen_items_of_two_points() -> None:
    assert (len(FULL), sum(one or 0 for one in FULL.values())) == (17, 34)


def test_an_error_comes_back_as_practice_on_the_next_day(office: Office, contact: bytes, clock: FakeClock) -> None:
    scored(office, contact, errors=WRONG)
    sign_in(office, "wang")
    found = office.ask(evaluations.mine)
    assert [(one.errors, score(*standing(one))) for one in found] == [(WRONG, 0.0)]
    clock.advance(timedelta(days=1))
    first = office.do(drills.start).value.cards[0]
    assert (first.script, first.point, first.reason) == ("open", "k1", DrillReason.WANTED)


def test_the_draw_of_a_month_stays_and_leaves_out_what_was_scored(office: Office, contact: bytes) -> None:
    sign_in(office, "li")
    drawn = office.ask(evaluations.sample)
    assert [(one.contact, one.operator) for one in drawn] == [(contact, "Wang")]
    assert office.ask(evaluations.sample) == drawn
    scored(office, contact)
    assert office.ask(evaluations.sample) == []


def test_the_draw_is_three_of_each_operator_a_month_with_those_that_were_scored(office: Office, contact: bytes) -> None:
    for _ in range(4):
        office.do(contacts.finalize, office.do(contacts.start, draft()).value, Outcome.ANSWERED)
    sign_in(office, "li")
    assert len(office.ask(evaluations.sample)) == 3
    for left in (2, 1, 0):
        office.do(evaluations.evaluate, Scored(office.ask(evaluations.sample)[0].contact, FULL))
        assert len(office.ask(evaluations.sample)) == left


def test_people_say_that_they_have_read_what_is_recorded_about_them(office: Office, contact: bytes) -> None:
    made = scored(office, contact)
    with pytest.raises(AppealNotYours):
        office.do(evaluations.acknowledge, made)
    sign_in(office, "wang")
    assert office.ask(evaluations.mine)[0].read_at is None
    for _ in range(2):
        office.do(evaluations.acknowledge, made)
        assert office.ask(evaluations.mine)[0].read_at == NOON


def test_who_may_score_what_is_kept(office: Office, contact: bytes) -> None:
    with pytest.raises(NotAllowed):
        office.do(evaluations.evaluate, Scored(contact, FULL))
    scored(office, contact)
    with pytest.raises(EvaluatedBefore):
        office.do(evaluations.evaluate, Scored(contact, FULL))
    with pytest.raises(RecordGone):
        office.do(evaluations.evaluate, Scored(b"x" * 16, FULL))
    own = office.do(contacts.finalize, office.do(contacts.start, draft()).value, Outcome.ANSWERED).value.contact
    with pytest.raises(EvaluatesSelf):
        office.do(evaluations.evaluate, Scored(own, FULL))


def test_an_appeal_is_decided_by_another_evaluator_once(office: Office, contact: bytes) -> None:
    made = scored(office, contact, errors=WRONG)
    with pytest.raises(AppealNotYours):
        office.do(evaluations.appeal, made, reason="no")
    sign_in(office, "wang")
    with pytest.raises(FieldMissing):
        office.do(evaluations.appeal, made, reason=" ")
    office.do(evaluations.appeal, made, reason="I said 8")
    with pytest.raises(AppealedBefore):
        office.do(evaluations.appeal, made, reason="again")
    sign_in(office, "li")
    assert [one.appeal.reason for one, _ in office.ask(evaluations.waiting)] == ["I said 8"]
    with pytest.raises(SameEvaluator):
        office.do(evaluations.decide, made, upheld=False)
    sign_in(office, "chen")
    with pytest.raises(FieldMissing):
        office.do(evaluations.decide, made, upheld=True)
    found = office.do(evaluations.decide, made, upheld=True, scored=Scored(contact, FULL), note="8 it was").value
    assert found.appeal.note == "8 it was"
    assert score(*standing(found)) == 1.0
    with pytest.raises(AppealDecided):
        office.do(evaluations.decide, made, upheld=False)
    assert office.ask(evaluations.waiting) == []


def test_a_second_evaluator_calibrates_and_kinds_of_samples_stay_apart(office: Office, contact: bytes) -> None:
    scored(office, contact)
    sign_in(office, "chen")
    office.do(evaluations.evaluate, Scored(contact, {**FULL, "empathy": 0}, SampleKind.TARGETED, WRONG))
    found = office.ask(evaluations.figures)
    assert found.scores == {SampleKind.RANDOM: (1.0, 1)}
    assert set(found.accuracy) == {(SampleKind.RANDOM, one) for one in ErrorClass}
    assert found.agreement is not None
    assert (found.agreement.contacts, found.agreement.points) == (1, 16 / 17)
