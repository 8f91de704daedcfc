"""What stands before an evaluator: appeals first, then second scores, then the draw, and nobody's own contact."""

import pytest

from app.models.contacts import Outcome
from app.models.errors import NotAllowed, RecordGone
from app.models.evaluations import ReviewReason
from app.services import contacts, evaluations, quality_desk
from app.services.evaluations import Scored
from app.services.office import Office
from tests.desk import draft, sign_in
from tests.services.drilled import OPEN, publish

FULL: dict[str, int | None] = {one.id: 2 for one in evaluations.sheet().items}


@pytest.fixture
def contact(office: Office) -> bytes:
    publish(office, OPEN)
    return office.do(contacts.finalize, office.do(contacts.start, draft()).value, Outcome.ANSWERED).value.contact


def reasons(office: Office, name: str) -> list[ReviewReason]:
    sign_in(office, name)
    return [one.reason for one in office.ask(quality_desk.queue)]


def test_a_contact_goes_from_the_draw_to_a_second_score_and_an_appeal(office: Office, contact: bytes) -> None:
    assert reasons(office, "li") == [ReviewReason.DRAWN]
    evaluation = office.do(evaluations.evaluate, Scored(contact, FULL)).value
    assert reasons(office, "li") == [ReviewReason.DONE]
    assert reasons(office, "chen") == [ReviewReason.SECOND]  # whoever knows the first score does not calibrate
    sign_in(office, "wang")
    office.do(evaluations.appeal, evaluation, reason="it was another call")
    (line,) = office.ask(quality_desk.my_scores)
    assert (line.score, line.operator) == (1.0, "Wang")
    assert quality_desk.appeal_of(line).reason == "it was another call"
    assert reasons(office, "chen")[0] is ReviewReason.APPEAL
    assert ReviewReason.APPEAL not in reasons(office, "li")


def test_the_calibration_of_a_month_ends_after_four_contacts(office: Office, contact: bytes) -> None:
    more = [office.do(contacts.finalize, office.do(contacts.start, draft()).value, Outcome.ANSWERED) for _ in range(5)]
    every = [contact, *(one.value.contact for one in more)]
    sign_in(office, "li")
    for one in every:
        office.do(evaluations.evaluate, Scored(one, FULL))
    assert reasons(office, "chen").count(ReviewReason.SECOND) == quality_desk.DOUBLE
    for one in every[: quality_desk.DOUBLE]:
        office.do(evaluations.evaluate, Scored(one, {**FULL, "empathy": 0}))
    assert reasons(office, "chen").count(ReviewReason.SECOND) == 0
    found = office.ask(evaluations.figures).agreement
    assert (found.items["empathy"], found.to_rewrite, found.enough) == ((4, 4), ("empathy",), True)


def test_a_contact_is_seen_by_evaluators_and_by_who_took_it(office: Office, contact: bytes) -> None:
    assert office.ask(quality_desk.seen, contact).row.id == contact
    with pytest.raises(RecordGone):
        office.ask(quality_desk.seen, b"x" * 16)
    with pytest.raises(NotAllowed):
        office.ask(quality_desk.queue)
    sign_in(office, "li")
    assert office.ask(quality_desk.seen, contact).points == ()
