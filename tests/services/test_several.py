"""One step for several inquiries is one transaction that says what it left out."""

from functools import partial

import pytest

from app.models.accounts import Role
from app.models.contacts import Outcome
from app.models.errors import FieldMissing, NotAllowed, RecordGone, TransitionRefused
from app.models.inquiries import State
from app.services import accounts, contacts, inquiries, inquiry_steps, several
from app.services.office import Office
from tests.desk import NOON, draft, sign_in


def _take(office: Office, outcome: Outcome) -> bytes:
    opened = office.do(contacts.start, draft(unit="H01", due_at=NOON)).value
    inquiry = office.do(contacts.finalize, opened, outcome).value.inquiry
    assert inquiry is not None
    return inquiry


@pytest.fixture
def three(office: Office) -> list[bytes]:
    """Two that are open and one that is closed."""
    return [_take(office, one) for one in (Outcome.DISPATCH, Outcome.ANSWERED, Outcome.DISPATCH)]


def test_those_that_can_take_the_step_take_it_and_the_others_are_named_with_the_reason(office: Office, three) -> None:
    verb = partial(inquiries.move, wanted=State.CLOSED)
    done = office.do(several.each, verb, [*three, three[0], b"\0" * 16], note="Answered by telephone")
    assert done.value.done == (three[0], three[2])
    assert [(one.inquiry, type(one.error)) for one in done.value.refused] == [
        (three[1], TransitionRefused),
        (b"\0" * 16, RecordGone),
    ]
    assert done.value.refused[0].number == office.ask(inquiries.detail, three[1]).row.number
    assert {office.ask(inquiries.detail, one).row.state for one in three} == {State.CLOSED}


def test_what_is_missing_concerns_all_and_nothing_is_saved(office: Office, three) -> None:
    with pytest.raises(FieldMissing):
        office.do(several.each, partial(inquiries.move, wanted=State.CLOSED), three, note=" ")
    assert office.ask(inquiries.detail, three[0]).row.state is State.DISPATCHED


def test_an_operator_hands_over_ones_own_and_is_told_about_the_others(office: Office, three) -> None:
    sign_in(office, "admin")
    other = office.do(accounts.create, "zhao", "Zhao", "correct horse battery", (Role.OPERATOR,)).value
    sign_in(office, "li")
    office.do(inquiries.hand_over, three[0], other)
    wang = sign_in(office, "wang")
    done = office.do(several.each, inquiries.hand_over, three, person=other)
    assert wang.id != other
    assert (done.value.done, [type(one.error) for one in done.value.refused]) == ((three[1], three[2]), [NotAllowed])


def test_handing_several_over_can_be_taken_back_at_once(office: Office, three) -> None:
    wang, li = sign_in(office, "wang"), sign_in(office, "li")
    assert office.do(several.each, inquiries.hand_over, three, person=li.id).undoable
    assert office.undo().value == 3
    assert {office.ask(inquiries.detail, one).row.owner for one in three} == {wang.id}


def test_a_closed_inquiry_is_not_started_by_the_way(office: Office, three) -> None:
    report = office.do(several.each, partial(inquiry_steps.take, step="start"), three).value
    assert (report.done, [one.inquiry for one in report.refused]) == ((three[0], three[2]), [three[1]])
