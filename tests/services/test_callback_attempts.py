"""An attempt is written before it is dialed, says how it ended before the next, and what follows follows."""

from datetime import timedelta

import pytest

from app.models.appointments import AppointmentKind
from app.models.attempts import MissedBy
from app.models.claims import VALID, CalledElsewhere, Claim, ClaimRanOut
from app.models.errors import FieldMissing, NotAllowed, RecordGone
from app.models.retry_rules import Hindrance
from app.services import callback_appointments, callback_attempts, callback_sheets, callbacks, callers, inquiries
from app.services.callback_attempts import (
    AfterCall,
    CallNotAllowed,
    Outcome,
    OutcomeMissing,
    OutcomeStands,
    ShareUnlike,
)
from app.services.callback_sources import missed
from app.services.office import Office
from app.store import callback_attempts as attempt_rows
from app.store import callbacks as callback_rows
from tests.desk import NOON, sign_in
from tests.fakes import FakeClock
from tests.services.calling import call, campaign, number, promised

HOUR = timedelta(hours=1)


def test_a_call_names_the_fence_under_which_it_was_dialed_and_an_old_one_is_refused(
    office: Office, clock: FakeClock
) -> None:
    sign_in(office, "wang")
    first, second = promised(office), promised(office, typed="+8613800000002")
    until = clock.now() + VALID
    office.do(callback_attempts.begin, first, Claim(True, "Seat 1", 4, until))
    row = attempt_rows.log_of(office.store.rows, first)[0]
    assert (row.fence, row.epoch) == (4, None)
    office.do(callback_attempts.finish, row.id, callback_attempts.Outcome("201"))
    with office.store.write("other") as tx:
        at = (clock.now() + timedelta(minutes=1)).isoformat()
        told = {"callback": second.hex(), "station": "s2", "seq": 1, "at": at, "direction": "out", "fence": 2}
        tx.add("attempt", told)
    with pytest.raises(CalledElsewhere) as found:
        office.do(callback_attempts.begin, second, Claim(True, "Seat 1", 1, until))
    assert found.value.facts["station"] == "s2"
    clock.advance(VALID)
    with pytest.raises(ClaimRanOut):
        office.do(callback_attempts.begin, second, Claim(True, "Seat 1", 3, until))


def test_an_attempt_stands_before_anybody_dials_and_counts_without_an_outcome(office: Office) -> None:
    first, _ = campaign(office, 2)
    begun = office.do(callback_attempts.begin, first).value
    assert (begun.uri, begun.rings, begun.ring_s) == (f"tel:{number(0)}", 6, 25)
    row = office.ask(callback_attempts.pending)
    assert row is not None
    assert (row.attempt.seq, row.attempt.code, row.attempt.number, row.epoch) == (1, "", number(0), 1)
    assert row.attempt.station == office.store.origin.hex()


def test_a_campaign_says_how_long_it_rings_and_whether_a_polite_refusal_is_asked_again(office: Office) -> None:
    (first,) = campaign(office, 1, rings=9, ring_s=40, conversions=1)
    begun = office.do(callback_attempts.begin, first).value
    assert (begun.rings, begun.ring_s) == (9, 40)
    office.do(callback_attempts.finish, begun.attempt, callback_attempts.Outcome("231"))
    sheet = office.ask(callback_sheets.of, first)
    assert (sheet.status.code, sheet.status.final) == ("231", False)
    (usual,) = campaign(office, 1, planted="+8613800000099")
    call(office, usual, "231")
    assert office.ask(callback_sheets.of, usual).status.final


def test_the_next_call_waits_for_the_outcome_of_the_last(office: Office) -> None:
    first, second = campaign(office, 2)
    begun = office.do(callback_attempts.begin, first).value
    with pytest.raises(OutcomeMissing):
        office.do(callback_attempts.begin, second)
    office.do(callback_attempts.finish, begun.attempt, Outcome("201"))
    with pytest.raises(OutcomeStands):
        office.do(callback_attempts.finish, begun.attempt, Outcome("110"))
    assert office.do(callback_attempts.begin, second).value.uri


def test_everything_is_looked_at_again_in_the_moment_of_dialing(office: Office, clock: FakeClock) -> None:
    (only,) = campaign(office, 1)
    call(office, only, "201")
    with pytest.raises(CallNotAllowed) as caught:
        office.do(callback_attempts.begin, only)
    assert set(caught.value.facts["hindrance"]) == {"gap", "resting", "same_slot"}
    office.do(callers.do_not_call, number(0))
    clock.advance(timedelta(hours=6))
    with pytest.raises(CallNotAllowed) as caught:
        office.do(callback_attempts.begin, only)
    assert caught.value.facts["hindrance"] == ("closed",)


def test_a_case_that_no_lease_covers_is_not_dialed(office: Office) -> None:
    (only,) = campaign(office, 1, held=False)
    with pytest.raises(CallNotAllowed) as caught:
        office.do(callback_attempts.begin, only)
    assert caught.value.facts["hindrance"] == ("not_held",)


def test_a_promised_call_that_is_busy_comes_again_in_twenty_minutes(office: Office, clock: FakeClock) -> None:
    owed = promised(office)
    ended = call(office, owed, "202")
    assert (ended.closed, ended.again_at) == (False, NOON + timedelta(minutes=20))
    assert office.ask(callbacks.next_for) is None
    clock.advance(timedelta(minutes=20))
    found = office.ask(callbacks.next_for)
    assert found is not None
    assert (found.sheet.callback.id, found.why) == (owed, callbacks.Why.REDIAL)
    assert call(office, owed, "110").closed
    assert office.ask(inquiries.due_callbacks) == []


def test_whoever_asks_never_to_be_called_again_is_gone_from_every_queue(office: Office) -> None:
    surveyed, _ = campaign(office, 2)
    owed = promised(office, typed=number(0))
    office.do(missed, number(0))
    ended = call(office, surveyed, "234")
    assert (ended.closed, ended.others_closed) == (True, 2)
    assert callback_rows.open_of_number(office.store.rows, number(0)) == []
    assert callback_rows.by_id(office.store.rows, owed).closed_code == "234"
    assert office.ask(callers.by_number, number(0)).do_not_call
    assert [one.sheet.number.key for one in office.ask(callbacks.queue)] == [number(1)]
    assert office.do(missed, number(0)).value is None


def test_an_outcome_that_agrees_on_a_time_needs_one(office: Office, clock: FakeClock) -> None:
    (only,) = campaign(office, 1)
    begun = office.do(callback_attempts.begin, only).value
    with pytest.raises(FieldMissing):
        office.do(callback_attempts.finish, begun.attempt, Outcome("221"))
    office.do(callback_attempts.finish, begun.attempt, Outcome("221", start_at=NOON + 2 * HOUR, agreed_with="Son"))
    assert office.ask(callbacks.next_for) is None
    clock.advance(2 * HOUR - timedelta(minutes=5))
    found = office.ask(callbacks.next_for)
    assert found is not None
    assert (found.why, found.due_at) == (callbacks.Why.APPOINTMENT, NOON + 2 * HOUR)
    assert found.sheet.appointment.agreed_with == "Son"


def test_a_case_closes_when_its_attempts_are_used_up(office: Office, clock: FakeClock) -> None:
    (only,) = campaign(office, 1, attempts=2, slots=0, at_home_by=0, span_days=0)
    call(office, only, "201")
    clock.advance(timedelta(hours=6))
    ended = call(office, only, "207")
    assert (ended.code, ended.closed) == ("902", True)
    case = office.store.rows.one("SELECT code FROM campaign_case /* whole: a test */")
    assert case == ("902",)


def test_an_appointment_that_nobody_called_is_our_fault(office: Office, clock: FakeClock) -> None:
    (only,) = campaign(office, 1)
    call(office, only, "221", start_at=NOON + HOUR)
    clock.advance(timedelta(hours=6))
    assert office.do(callback_appointments.sweep).value == 1
    row = office.store.rows.one("SELECT state, missed_by FROM appointment /* whole: a test */")
    assert row == ("missed", "us")
    found = office.ask(callbacks.next_for)
    assert found is not None
    assert found.sheet.status.broken == 0


@pytest.mark.parametrize("sweeps", [True, False])
def test_an_appointment_that_we_missed_stays_our_fault_in_the_call_after_it(
    office: Office, clock: FakeClock, sweeps: bool
) -> None:
    (only,) = campaign(office, 1)
    call(office, only, "221", start_at=NOON + HOUR)
    clock.advance(timedelta(hours=6))
    if sweeps:
        office.do(callback_appointments.sweep)
    call(office, only, "224")
    sheet = office.ask(callback_sheets.of, only)
    assert sheet.log[-1].attempt.missed_by is MissedBy.US
    assert (sheet.status.broken, sheet.status.used) == (0, 0)


def test_whoever_did_not_answer_at_the_agreed_time_has_not_kept_it(office: Office, clock: FakeClock) -> None:
    (only,) = campaign(office, 1)
    call(office, only, "221", start_at=NOON + HOUR)
    clock.advance(HOUR + HOUR / 4)
    call(office, only, "201")
    clock.advance(timedelta(hours=25))
    call(office, only, "224")
    assert office.ask(callback_sheets.of, only).log[-1].attempt.missed_by is MissedBy.THEM


def test_a_call_that_comes_back_is_answered_without_a_dial(office: Office) -> None:
    (only,) = campaign(office, 1)
    call(office, only, "201")
    (sheet,) = office.ask(callbacks.inbound, number(0))
    begun = office.do(callback_attempts.begin_inbound, sheet.callback.id).value
    ended = office.do(callback_attempts.finish, begun.attempt, Outcome("110", percent=100)).value
    assert ended.closed
    log = attempt_rows.log_of(office.store.rows, only)
    assert [(one.attempt.direction, one.attempt.code) for one in log] == [("out", "201"), ("in", "110")]


def test_an_outcome_has_to_fit_the_call_and_its_person_may_call(office: Office) -> None:
    owed = promised(office)
    begun = office.do(callback_attempts.begin, owed).value
    with pytest.raises(AfterCall):
        office.do(callback_attempts.finish, begun.attempt, Outcome("401"))
    with pytest.raises(RecordGone):
        office.do(callback_attempts.finish, b"?" * 16, Outcome("110"))
    sign_in(office, "chen")
    with pytest.raises(NotAllowed):
        office.do(callback_attempts.begin, owed)


def test_a_better_time_that_somebody_else_named_is_kept_as_an_appointment(office, clock):
    first, second = campaign(office, 2)
    at = NOON + timedelta(days=1, hours=6)
    assert call(office, first, "207", start_at=at, agreed_with="Her son").again_at == at
    agreed = office.ask(callback_sheets.of, first).appointment
    assert (agreed.kind, agreed.agreed_with) == (AppointmentKind.SOFT, "Her son")
    call(office, second, "207")
    assert office.ask(callback_sheets.of, second).appointment is None


def test_what_follows_an_outcome_is_a_time_at_which_people_are_called_or_who_decides(office: Office) -> None:
    off, blocked, passed_on = campaign(office, 3)
    tomorrow = NOON.replace(day=3, hour=0)  # eight in the morning there
    assert call(office, off, "203").again_at == tomorrow
    for one, code in ((blocked, "205"), (passed_on, "246")):
        ended = call(office, one, code)
        assert (ended.again_at, ended.waits) == (None, Hindrance.SUPERVISOR)
    owed = promised(office, typed="+8613800000077")
    call(office, owed, "203")
    row = office.store.rows.one("SELECT due_at FROM callback WHERE id=?", owed)
    assert row == (tomorrow.replace(day=2, hour=23, minute=30).isoformat(),)  # half past seven, when it may be made


@pytest.mark.parametrize(
    ("code", "least", "most"), [("110", 80, 100), ("120", 50, 79), ("131", 0, 49)]
)  # fmt: skip
def test_an_outcome_says_neither_more_nor_less_than_what_was_answered(office, code, least, most):
    (only,) = campaign(office, 1)
    begun = office.do(callback_attempts.begin, only).value
    for percent in {least - 1, most + 1} - {-1, 101}:
        with pytest.raises(ShareUnlike) as caught:
            office.do(callback_attempts.finish, begun.attempt, Outcome(code, percent=percent))
        assert (caught.value.facts["least"], caught.value.facts["most"]) == (least, most)
    assert office.do(callback_attempts.finish, begun.attempt, Outcome(code, percent=least)).value.closed
