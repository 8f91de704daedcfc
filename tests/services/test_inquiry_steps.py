"""Steps are taken as the table allows, with what they need, and stay in the history as facts."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.models.calendars import DueBeyondSchedule
from app.models.contacts import Outcome
from app.models.errors import FieldInvalid, FieldMissing, NotAllowed, TransitionRefused
from app.models.inquiries import State
from app.models.units import UnitRetired
from app.services import contacts, inquiries, inquiry_steps, units
from app.services.office import Office
from tests.desk import NOON, draft, sign_in

DUE = NOON + timedelta(days=2)


@pytest.fixture
def dispatched(office: Office) -> bytes:
    """Return an inquiry that wang dispatched to a unit."""
    opened = office.do(contacts.start, draft(unit="cdc", due_at=DUE, dispatch_reason="their duty")).value
    done = office.do(contacts.finalize, opened, Outcome.DISPATCH).value
    assert done.inquiry is not None
    return done.inquiry


def _states(office: Office, inquiry: bytes, *steps: tuple[str, dict[str, object]]) -> list[State]:
    found: list[State] = []
    for step, said in steps:
        office.do(inquiry_steps.take, inquiry, step, **said)
        found.append(office.ask(inquiries.detail, inquiry).row.state)
    return found


def test_an_answer_goes_through_review_and_call_back_and_may_be_sent_back_to_be_redone(
    office: Office, dispatched: bytes
) -> None:
    states = _states(
        office,
        dispatched,
        ("answered", {"note": "The clinic called her"}),
        ("review", {}),
        ("ask_callback", {}),
        ("redo", {"reason": "Nobody called her"}),
        ("answered", {}),
        ("close", {"note": "Called at last"}),
    )
    assert [one.value for one in states] == ["answered", "in_review", "callback_due", "redo", "answered", "closed"]


def test_a_merged_inquiry_goes_back_to_where_it_was(office: Office, dispatched: bytes) -> None:
    states = _states(office, dispatched, ("accept", {}), ("merge", {"reason": "same matter"}), ("separate", {}))
    assert states == [State.ACCEPTED, State.MERGED, State.ACCEPTED]
    assert office.ask(inquiries.detail, dispatched).row.closed_at is None


def test_a_return_takes_a_coded_reason_alone(office: Office, dispatched: bytes) -> None:
    with pytest.raises(FieldInvalid):
        office.do(inquiry_steps.take, dispatched, "return_back", reason="no time")
    office.do(inquiry_steps.take, dispatched, "return_back", reason="wrong_area", note="Belongs to the city")
    last = office.ask(inquiries.detail, dispatched).events[-1]
    assert (last.state, last.reason, last.note) == (State.RETURNED, "wrong_area", "Belongs to the city")


def test_the_ladder_of_supervision_leaves_the_state_and_its_upper_rungs_are_for_supervisors(
    office: Office, dispatched: bytes
) -> None:
    _states(office, dispatched, ("remind", {}), ("urge", {"note": "Two days left"}))
    with pytest.raises(NotAllowed):
        office.do(inquiry_steps.take, dispatched, "supervise", note="Third time")
    sign_in(office, "li")
    _states(office, dispatched, ("supervise", {"note": "Third time"}), ("notify", {"note": "To the bureau"}))
    found = office.ask(inquiries.detail, dispatched)
    assert found.row.state is State.DISPATCHED
    assert [one.kind.value for one in found.events][-4:] == ["reminded", "urged", "supervised", "notified"]


@pytest.mark.parametrize(
    ("step", "said", "error"),
    [
        ("close", {}, FieldMissing),
        ("wait_caller", {"reason": " "}, FieldMissing),
        ("dispatch", {"unit": "x"}, FieldMissing),
        ("review", {}, TransitionRefused),
        ("reopen", {}, TransitionRefused),
        ("separate", {}, TransitionRefused),
    ],
)
def test_a_step_out_of_place_or_without_what_it_needs_changes_nothing(
    office: Office, dispatched: bytes, step: str, said: dict[str, object], error: type[Exception]
) -> None:
    before = office.ask(inquiries.detail, dispatched)
    with pytest.raises(error):
        office.do(inquiry_steps.take, dispatched, step, **said)
    assert office.ask(inquiries.detail, dispatched) == before


def test_a_due_time_that_no_schedule_reaches_is_refused_beside_its_field_wherever_it_is_set(office: Office) -> None:
    far = datetime(2029, 1, 8, 2, tzinfo=UTC)
    started = office.do(contacts.start, draft(unit="H01", due_at=far)).value
    with pytest.raises(DueBeyondSchedule):
        office.do(contacts.finalize, started, Outcome.DISPATCH)
    inquiry = office.do(contacts.finalize, replace(started, due_at=NOON), Outcome.DISPATCH).value.inquiry
    assert inquiry is not None
    with pytest.raises(DueBeyondSchedule):
        office.do(inquiries.describe, inquiry, due_at=far.isoformat())
    with pytest.raises(DueBeyondSchedule) as refused:
        office.do(inquiry_steps.take, inquiry, "dispatch", unit="H02", due_at=far)
    assert refused.value.facts["field"] == "due_at"


def test_nothing_is_dispatched_to_a_unit_that_is_no_longer_asked(office: Office, dispatched: bytes) -> None:
    sign_in(office, "li")
    office.do(units.save_unit, "H09", name="Closed clinic", active=False)
    sign_in(office, "wang")
    again = {"unit": "H09", "due_at": DUE, "reason": "nearer"}
    for command in (
        (inquiry_steps.take, dispatched, "dispatch", again),
        (contacts.finalize, draft(dispatch_reason="nearer", unit="H09", due_at=DUE), Outcome.DISPATCH, {}),
    ):
        with pytest.raises(UnitRetired):
            office.do(*command[:-1], **command[-1])
    assert office.do(inquiry_steps.take, dispatched, "accept").value is None
