"""Clocks of a desk: promised when an inquiry is opened, moved by its steps, never by a policy that changes later."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as trying
from hypothesis import strategies as st

from app.models.clocks import ClockState
from app.models.contacts import CallSpan, Channel, Outcome
from app.models.durations import parse
from app.models.errors import FieldMissing
from app.models.policies import Situation, Target
from app.services import calendars, clocks, contacts, imports, inquiries, inquiry_steps, policies, worklists
from app.services.office import Office
from app.services.worklists import Listing
from tests.desk import NOON, draft, sign_in
from tests.fakes import FakeClock

DUE = datetime(2026, 3, 4, 6, tzinfo=UTC)  # Wednesday 14:00 in Shanghai: 2 business days after a Monday's lunch break


def _dispatched(office: Office, **values: object) -> bytes:
    given = {"unit": "cdc", "category": "complaint.fees", "due_at": DUE, **values}
    done = office.do(contacts.finalize, office.do(contacts.start, draft(**given)).value, Outcome.DISPATCH).value
    assert done.inquiry is not None
    return done.inquiry


def _add_contact(office: Office, inquiry: bytes, **values: object) -> None:
    opened = office.do(contacts.start, draft(opened_at=office.clock.now(), add_to=inquiry, **values)).value
    office.do(contacts.finalize, replace(opened, opened_at=office.clock.now()), Outcome.ADD_TO)


def _clocks(office: Office, inquiry: bytes):
    """Return the latest clock of each target by its name."""
    return {one.target.value: one for one in office.ask(clocks.clocks_of, inquiry)}


def test_a_call_promises_what_the_policies_say_and_was_answered_when_it_was_taken(office: Office) -> None:
    spans = (CallSpan("ringing", NOON - timedelta(seconds=9)), CallSpan("talking", NOON))
    found = _clocks(office, _dispatched(office, spans=spans))
    assert {name: one.state.value for name, one in found.items()} == {
        "first_response": "met",
        "accept": "running",
        "resolve": "running",
    }
    assert found["first_response"].late == timedelta(seconds=-6)
    assert (found["resolve"].due_at, found["resolve"].policy) == (DUE, "county-complaint@0")


def test_an_e_mail_is_answered_by_a_real_contact_and_never_by_a_click(office: Office, clock: FakeClock) -> None:
    came = NOON - timedelta(hours=20)
    inquiry = _dispatched(office, channel=Channel.EMAIL, received_at=came, number=None)
    office.do(inquiry_steps.take, inquiry, "accept")
    office.do(inquiry_steps.take, inquiry, "answered", note="told")
    waiting = _clocks(office, inquiry)["first_response"]
    assert (waiting.state, waiting.due_at) == (ClockState.RUNNING, came + timedelta(hours=24))
    clock.advance(timedelta(hours=5))
    _add_contact(office, inquiry, channel=Channel.EMAIL, reply="Dear Sir")
    answered = _clocks(office, inquiry)["first_response"]
    assert (answered.state, answered.met_at) == (ClockState.MISSED, NOON + timedelta(hours=5))


def test_a_call_is_not_as_old_as_the_letter_that_was_laid_beside_it(office: Office) -> None:
    spans = (CallSpan("ringing", NOON - timedelta(seconds=9)), CallSpan("talking", NOON))
    found = _clocks(office, _dispatched(office, spans=spans, received_at=NOON - timedelta(days=9)))
    assert (found["first_response"].state, found["resolve"].started_at) == (ClockState.MET, spans[0].from_at)


def test_only_our_own_call_settles_the_call_back(office: Office, clock: FakeClock) -> None:
    inquiry = _dispatched(office)
    office.do(inquiry_steps.take, inquiry, "answered", note="told")
    clock.advance(timedelta(hours=4))
    _add_contact(office, inquiry)
    assert _clocks(office, inquiry)["callback"].state is ClockState.RUNNING
    _add_contact(office, inquiry, channel=Channel.PHONE_OUT)
    assert _clocks(office, inquiry)["callback"].state is ClockState.MET


def test_a_due_time_set_by_hand_stands_beside_the_promised_one(office: Office) -> None:
    later = DUE + timedelta(days=2)
    inquiry = _dispatched(office, due_at=later, dispatch_reason="The unit is closed on Wednesday")
    found = _clocks(office, inquiry)["resolve"]
    assert (found.original_due_at, found.due_at) == (DUE, later)
    with pytest.raises(FieldMissing):
        office.do(inquiries.describe, inquiry, due_at=DUE.isoformat())
    office.do(inquiries.describe, inquiry, due_at=DUE.isoformat(), reason="It opened again")
    assert _clocks(office, inquiry)["resolve"].due_at == DUE
    assert office.ask(inquiries.detail, inquiry).row.due_at == DUE


def test_a_pause_moves_what_is_due_by_the_working_time_paused(office: Office, clock: FakeClock) -> None:
    inquiry = _dispatched(office)
    clock.set(datetime(2026, 3, 3, 1, tzinfo=UTC))  # Tuesday 9:00
    office.do(inquiry_steps.take, inquiry, "wait_caller", reason="wants the receipt")
    assert office.ask(inquiries.detail, inquiry).row.due_at == DUE
    clock.advance(timedelta(hours=2))
    office.do(inquiry_steps.take, inquiry, "resume")
    assert office.ask(inquiries.detail, inquiry).row.due_at == DUE + timedelta(hours=2)
    assert _clocks(office, inquiry)["resolve"].paused == timedelta(hours=2)


@trying(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(1, 2500), st.integers(1, 20_000))
def test_any_pause_moves_what_is_due_by_exactly_its_own_working_time(
    office: Office, clock: FakeClock, after: int, lasts: int
) -> None:
    clock.set(NOON)
    inquiry = _dispatched(office)
    began = NOON + timedelta(minutes=after)
    for at, step in ((began, "wait_third_party"), (began + timedelta(minutes=lasts), "resume")):
        clock.set(at)
        office.do(inquiry_steps.take, inquiry, step, reason="the laboratory")
    time = office.ask(calendars.working_time, "county-center")
    found = _clocks(office, inquiry)["resolve"]
    assert time.elapsed(DUE, found.due_at) == found.paused == time.elapsed(began, clock.now())
    assert found.original_due_at == DUE


def test_a_redo_starts_a_new_clock_and_leaves_the_result_of_the_first(office: Office, clock: FakeClock) -> None:
    inquiry = _dispatched(office)
    office.do(inquiry_steps.take, inquiry, "answered", note="told")
    clock.advance(timedelta(days=1))
    office.do(inquiry_steps.take, inquiry, "redo", reason="Nobody called her")
    both = [one for one in office.ask(clocks.clocks_of, inquiry) if one.target is Target.RESOLVE]
    assert [(one.state.value, one.due_at) for one in both] == [("met", DUE), ("running", DUE + timedelta(days=1))]
    assert office.ask(inquiries.detail, inquiry).row.due_at == DUE + timedelta(days=1)


def test_a_policy_or_a_calendar_that_changes_rewrites_nothing(office: Office) -> None:
    running, done = _dispatched(office), _dispatched(office)
    office.do(inquiry_steps.take, done, "close", note="told")
    before = [office.ask(clocks.clocks_of, one) for one in (running, done)]
    rows = [office.ask(inquiries.detail, one).row for one in (running, done)]
    sign_in(office, "admin")
    known = office.ask(policies.named, "county-complaint").policy
    office.do(policies.save, replace(known, targets={Target.RESOLVE: parse("4bh")}))
    night = calendars.from_json(office.ask(calendars.export_text, "county-center").replace("08:00", "02:00"), file="x")
    office.do(calendars.save, night)
    sign_in(office, "wang")
    assert [office.ask(clocks.clocks_of, one) for one in (running, done)] == before
    assert [office.ask(inquiries.detail, one).row for one in (running, done)] == rows
    assert _clocks(office, _dispatched(office))["resolve"].policy == "county-complaint@1"


def test_what_was_opened_before_there_were_policies_keeps_its_due_time(office: Office) -> None:
    values = {"number": "1", "opened_at": NOON.isoformat(), "state": "new", "due_at": DUE.isoformat()}
    with office.store.write("wang") as tx:
        old = tx.add("inquiry", values)
        tx.add("inquiry_event", {"inquiry": old.hex(), "kind": "opened", "at": NOON.isoformat(), "state": "new"})
    for step, said in (("start", {}), ("wait_caller", {"reason": "x"}), ("resume", {})):
        office.do(inquiry_steps.take, old, step, **said)
    found = office.ask(inquiries.detail, old)
    assert (found.row.due_at, found.row.falls_due_at, found.clocks) == (DUE, DUE, ())


def test_lists_are_ordered_by_the_next_of_all_clocks_and_a_pause_is_never_overdue(
    office: Office, clock: FakeClock
) -> None:
    matter, paused = _dispatched(office, summary="matter"), _dispatched(office, summary="paused")
    office.do(inquiry_steps.take, matter, "accept")
    for step, said in (("accept", {}), ("wait_third_party", {"reason": "laboratory"})):
        office.do(inquiry_steps.take, paused, step, **said)
    fresh = _dispatched(office, summary="fresh")
    lines = office.ask(worklists.page, Listing(order="due"))
    assert [line.row.id for line in lines] == [fresh, matter]
    assert [mark.target.value for mark in lines[0].row.clocks] == ["first_response", "accept", "resolve"]
    clock.set(DUE + timedelta(minutes=1))
    assert office.ask(inquiries.today).overdue == 2
    assert [line.row.id for line in office.ask(worklists.page, Listing(due="overdue"))] == [fresh, matter]


@pytest.mark.parametrize(
    ("start", "promised"),
    [
        (datetime(2026, 3, 2, 4, tzinfo=UTC), datetime(2026, 3, 4, 6, tzinfo=UTC)),
        (datetime(2026, 2, 14, 8, tzinfo=UTC), datetime(2026, 2, 25, 8, tzinfo=UTC)),  # the spring festival between
        (datetime(2026, 12, 31, 8, tzinfo=UTC), datetime(2027, 1, 5, 8, tzinfo=UTC)),  # New Year's Day and a weekend
    ],
)
def test_a_proposal_keeps_working_days(office: Office, start: datetime, promised: datetime) -> None:
    found = office.ask(clocks.propose, Situation(category="complaint"), start)
    assert found is not None
    assert (found.due_at, str(found.duration), found.policy.name) == (promised, "2bd", "county-complaint")


def test_nothing_is_proposed_where_nothing_is_promised(office: Office) -> None:
    assert office.ask(clocks.propose, Situation(), NOON, Target.CALLBACK) is None


def test_a_dispatch_keeps_what_is_promised_unless_a_reason_is_said(office: Office, clock: FakeClock) -> None:
    inquiry = _dispatched(office)
    office.do(inquiry_steps.take, inquiry, "wait_caller", reason="wants the receipt")
    clock.advance(timedelta(hours=3))
    owed = _clocks(office, inquiry)["resolve"].due_at
    assert owed > DUE
    with pytest.raises(FieldMissing) as refused:
        office.do(inquiry_steps.take, inquiry, "dispatch", unit="H01", due_at=DUE)
    assert refused.value.facts["field"] == "reason"
    office.do(inquiry_steps.take, inquiry, "dispatch", unit="H01", due_at=owed - timedelta(seconds=40))
    assert _clocks(office, inquiry)["resolve"].due_at == owed
    office.do(inquiry_steps.take, inquiry, "dispatch", unit="H01", due_at=DUE, reason="They do it sooner")
    assert _clocks(office, inquiry)["resolve"].due_at == DUE


def _imported(office: Office, **cells: str) -> bytes:
    sign_in(office, "li")
    given = {"number": "WEB-1", "opened_at": "2026-03-02 10:00", "summary": "Charged twice", **cells}
    office.do(imports.import_inquiries, [(2, given)], {name: name for name in given}, source="Website form")
    return office.ask(inquiries.list_page, inquiries.Wanted()).rows[0].id


def test_an_imported_inquiry_has_clocks_from_its_first_dispatch_here_on(office: Office, clock: FakeClock) -> None:
    inquiry = _imported(office, category="complaint.fees")
    assert not _clocks(office, inquiry)
    office.do(inquiry_steps.take, inquiry, "dispatch", unit="cdc", due_at=DUE)
    found = _clocks(office, inquiry)
    assert {name: one.state.value for name, one in found.items()} == {"accept": "running", "resolve": "running"}
    assert found["resolve"].due_at == found["resolve"].original_due_at == DUE
    clock.set(DUE - timedelta(hours=3))
    office.do(inquiry_steps.take, inquiry, "wait_caller", reason="the receipt")
    clock.advance(timedelta(hours=1))
    office.do(inquiry_steps.take, inquiry, "resume")
    assert _clocks(office, inquiry)["resolve"].due_at > DUE
    assert office.ask(inquiries.detail, inquiry).row.due_at == _clocks(office, inquiry)["resolve"].due_at


def test_an_imported_inquiry_that_is_taken_up_keeps_the_due_time_it_brought(office: Office) -> None:
    inquiry = _imported(office, category="complaint.fees", due_at="2026-03-20 11:00")
    before = office.ask(inquiries.detail, inquiry).row.due_at
    office.do(inquiry_steps.take, inquiry, "start")
    found = _clocks(office, inquiry)
    assert list(found) == ["resolve"]
    assert found["resolve"].due_at == before == office.ask(inquiries.detail, inquiry).row.due_at
    office.do(inquiry_steps.take, inquiry, "answered", note="paid back")
    assert _clocks(office, inquiry)["resolve"].state is ClockState.MET
