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
    assert reasons(office, "chen") == [ReviewReason.SECOND, ReviewReason.DONE]
    sign_in(office, "wang")
    office.do(evaluations.appeal, evaluation, reason="it was another call")
    (line,) = office.ask(quality_desk.my_scores)
    assert (line.score, line.operator) == (1.0, "Wang")
    assert quality_desk.appeal_of(line).reason == "it was another call"
    assert reasons(office, "chen")[0] is ReviewReason.APPEAL
    assert ReviewReason.APPEAL not in reasons(office, "li")


def test_a_contact_is_seen_by_evaluators_and_by_who_took_it(office: Office, contact: bytes) -> None:
    assert office.ask(quality_desk.seen, contact).row.id == contact
    with pytest.raises(RecordGone):
        office.ask(quality_desk.seen, b"x" * 16)
    with pytest.raises(NotAllowed):
        office.ask(quality_desk.queue)
    sign_in(office, "li")
    assert office.ask(quality_desk.seen, contact).points == ()
