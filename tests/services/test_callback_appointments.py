"""A time is agreed where the hour has room, shown on the agenda, and kept or not."""

from datetime import UTC, timedelta

import pytest

from app.models.appointments import AppointmentBackward, AppointmentKind, AppointmentTooLate, HourIsFull
from app.models.retry_rules import Hindrance
from app.models.slots import SlotOutOfHours
from app.services import (
    callback_appointments,
    callback_attempts,
    callback_leases,
    callback_queue,
    callback_sheets,
    callbacks,
    settings,
)
from app.services.callback_attempts import Outcome
from app.services.office import Office
from app.store import callbacks as callback_rows
from tests.desk import NOON, sign_in
from tests.fakes import FakeClock
from tests.services.calling import call, campaign, promised

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def test_an_hour_takes_sixty_percent_of_what_can_be_called(office: Office) -> None:
    sign_in(office, "admin")
    office.do(settings.change, calls_an_hour=4)
    sign_in(office, "wang")
    calls = campaign(office, 3)
    for one in calls[:2]:
        call(office, one, "221", start_at=NOON + 2 * HOUR)
    with pytest.raises(HourIsFull):
        call(office, calls[2], "221", start_at=NOON + 2 * HOUR + HOUR / 2)
    hours = office.ask(callback_appointments.agenda, NOON)
    full = [hour for hour in hours if hour.full]
    assert [(hour.starts_at, len(hour.agreed)) for hour in full] == [(NOON + 2 * HOUR, 2)]
    assert len(hours) == 13


def test_a_time_that_is_past_is_refused_and_the_call_keeps_waiting_for_its_outcome(office: Office) -> None:
    (only,) = campaign(office, 1)
    with pytest.raises(AppointmentBackward):
        call(office, only, "221", start_at=NOON - HOUR)
    row = office.store.rows.one("SELECT count(*) FROM attempt_outcome /* whole: a test */")
    assert row == (0,)


def test_an_appointment_is_kept_by_a_call_that_reaches_the_person(office: Office, clock: FakeClock) -> None:
    first, second = campaign(office, 2)
    for one in (first, second):
        call(office, one, "221", start_at=NOON + 2 * HOUR)
    clock.advance(2 * HOUR)
    call(office, first, "110")
    call(office, second, "224")
    rows = office.store.rows.all("SELECT state, missed_by FROM appointment ORDER BY state /* whole: a test */")
    assert rows == [("kept", None), ("missed", "them")]


def test_nobody_is_promised_a_call_at_night_or_after_the_field_period(office: Office) -> None:
    night, late = campaign(office, 2)
    for one, code, at, error in (
        (night, "221", NOON + 9 * HOUR, SlotOutOfHours), (late, "222", NOON + 40 * DAY, AppointmentTooLate),
    ):  # fmt: skip
        with pytest.raises(error) as caught:
            call(office, one, code, start_at=at)
        assert caught.value.facts["field"] == "start_at"
        office.do(callback_attempts.finish, office.ask(callback_attempts.pending).id, Outcome("201"))
    owed = promised(office)  # who waits for a promise has no field period
    assert call(office, owed, "221", start_at=NOON + 40 * DAY).again_at == NOON + 40 * DAY


def _states(office):
    return office.store.rows.all("SELECT state, missed_by FROM appointment ORDER BY start_at /* whole: a test */")


@pytest.mark.parametrize("code", ["201", "202", "207"])
def test_a_call_in_time_is_our_part_whoever_answers_it(office: Office, clock: FakeClock, code: str) -> None:
    (only,) = campaign(office, 1)
    call(office, only, "221", start_at=NOON + HOUR)
    clock.advance(HOUR + HOUR / 4)
    call(office, only, code)
    clock.advance(5 * HOUR)
    office.do(callback_appointments.sweep)
    assert _states(office) == [("missed", "them")]
    status = office.ask(callback_sheets.of, only).status
    assert (status.broken, status.used) == (0, 1)


@pytest.mark.parametrize("code", ["207", "245", "201"])
def test_a_call_after_its_end_keeps_no_appointment(office: Office, clock: FakeClock, code: str) -> None:
    (only,) = campaign(office, 1)
    call(office, only, "221", start_at=NOON + HOUR)
    clock.advance(6 * HOUR)
    call(office, only, code)
    assert _states(office) == [("missed", "us")]


def test_a_call_that_goes_on_past_the_end_is_waited_for(office: Office, clock: FakeClock) -> None:
    (only,) = campaign(office, 1)
    call(office, only, "221", start_at=NOON + HOUR)
    clock.advance(2 * HOUR - HOUR / 10)
    begun = office.do(callback_attempts.begin, only).value
    clock.advance(HOUR)
    assert office.do(callback_appointments.sweep).value == 0
    office.do(callback_attempts.finish, begun.attempt, Outcome("245"))
    assert _states(office) == [("kept", None)]


def test_whoever_calls_back_at_the_agreed_time_keeps_it_and_who_speaks_for_them_does_not(office, clock) -> None:
    first, second = campaign(office, 2)
    for one in (first, second):
        call(office, one, "221", start_at=NOON + HOUR)
    clock.advance(HOUR)
    for one, code in ((first, "245"), (second, "207")):
        begun = office.do(callback_attempts.begin_inbound, one).value
        office.do(callback_attempts.finish, begun.attempt, Outcome(code))
    assert sorted(_states(office), key=str) == [("kept", None), ("open", None)]


ONE_TRY = {"attempts": 1, "slots": 0, "at_home_by": 0, "span_days": 0}


@pytest.mark.parametrize("agreed", [True, False])
def test_a_busy_line_is_dialed_again_before_the_limit_ends_the_case(office, clock, agreed: bool) -> None:
    (only,) = campaign(office, 1, **ONE_TRY, with_appointment=0)
    if agreed:
        call(office, only, "221", start_at=NOON + HOUR)
        clock.advance(HOUR)
    for _ in range(2):
        busy = call(office, only, "202")
        assert (busy.code, busy.closed, busy.again_at, busy.waits) == ("202", False, clock.now() + HOUR / 3, None)
        clock.advance(HOUR / 3)
        office.do(callback_appointments.sweep)
    assert call(office, only, "202").closed is not agreed
    clock.advance(HOUR)
    office.do(callback_appointments.sweep)
    assert _states(office) == [("missed", "them")] * agreed
    assert callback_rows.by_id(office.store.rows, only).closed_code == ("902" if agreed else "901")


def test_a_session_that_nobody_goes_on_with_ends_the_case_by_its_limit(office: Office, clock: FakeClock) -> None:
    (only,) = campaign(office, 1, **ONE_TRY)
    call(office, only, "202")
    office.do(callback_appointments.sweep)
    assert callback_rows.by_id(office.store.rows, only).closed_at is None
    clock.advance(2 * HOUR)
    office.do(callback_appointments.sweep)
    assert callback_rows.by_id(office.store.rows, only).closed_code == "901"


def test_a_rough_time_stands_to_its_end_though_nobody_answered_at_its_beginning(office, clock) -> None:
    (only,) = campaign(office, 1)
    call(office, only, "222", start_at=NOON + 2 * HOUR, end_at=NOON + 5 * HOUR)
    clock.advance(2 * HOUR - timedelta(minutes=4))
    assert call(office, only, "201").again_at == clock.now() + HOUR / 3
    assert _states(office) == [("open", None)]
    clock.advance(HOUR)
    call(office, only, "245")
    assert _states(office) == [("kept", None)]


def test_a_blocked_line_waits_for_the_supervisor_at_the_agreed_time_too(office: Office, clock: FakeClock) -> None:
    (only,) = campaign(office, 1)
    call(office, only, "221", start_at=NOON + HOUR)
    clock.advance(HOUR)
    assert call(office, only, "205").waits is Hindrance.SUPERVISOR


def test_a_call_after_its_end_is_not_our_fault_where_we_called_in_time(office: Office, clock: FakeClock) -> None:
    (only,) = campaign(office, 1)
    call(office, only, "221", start_at=NOON + HOUR)
    clock.advance(HOUR)
    call(office, only, "201")
    clock.advance(5 * HOUR + HOUR / 2)
    call(office, only, "201")
    assert _states(office) == [("missed", "them")]


def test_the_call_in_which_it_was_agreed_is_none_at_the_agreed_time(office: Office, clock: FakeClock) -> None:
    (only,) = campaign(office, 1)
    begun = office.do(callback_attempts.begin, only).value
    clock.advance(timedelta(minutes=2))
    office.do(callback_attempts.finish, begun.attempt, Outcome("221", start_at=NOON + timedelta(minutes=4)))
    clock.advance(5 * HOUR)
    office.do(callback_appointments.sweep)
    assert _states(office) == [("missed", "us")]


def test_a_case_whose_agreed_time_we_missed_is_left_to_who_calls_back(office: Office, clock: FakeClock) -> None:
    (only,) = campaign(office, 1, attempts=1, slots=0, at_home_by=0, span_days=0)
    begun = office.do(callback_attempts.begin, only).value
    office.do(callback_attempts.finish, begun.attempt, Outcome("207", start_at=NOON + HOUR))
    clock.advance(6 * HOUR)
    office.do(callback_appointments.sweep)
    assert _states(office) == [("missed", "us")]
    assert callback_rows.by_id(office.store.rows, only).closed_at is None


@pytest.mark.parametrize("ours", [True, False])
def test_each_station_says_what_became_of_the_times_of_its_own_calls(office, clock, ours: bool) -> None:
    (only,) = campaign(office, 1)
    owed = promised(office, typed="+8613800000077")
    for one in (only, owed):
        call(office, one, "221", start_at=NOON + HOUR)
    if not ours:
        with office.store.write("wang") as tx:
            called = {"callback": owed.hex(), "station": "other", "seq": 1, "direction": "out", "number": ""}
            tx.add("attempt", {**called, "at": (NOON + HOUR / 2).astimezone(UTC).isoformat()})
        sign_in(office, "li")
        office.do(callback_leases.give_back, ["g0"])
        office.do(callback_leases.grant, ["g0"], "other")
        sign_in(office, "wang")
    clock.advance(4 * HOUR)
    assert office.do(callback_appointments.sweep).value == 2 * ours
    assert _states(office) == [("missed", "us") if ours else ("open", None)] * 2


def test_a_time_for_a_call_that_nobody_has_made_yet_is_missed_by_us(office: Office, clock: FakeClock) -> None:
    owed = promised(office)
    sign_in(office, "li")
    office.do(
        callback_appointments.book, owed, NOON + HOUR, NOON + 2 * HOUR, kind=AppointmentKind.HANDED, about=Outcome("")
    )
    clock.advance(4 * HOUR)
    assert office.do(callback_appointments.sweep).value == 1


def test_what_lapsed_at_other_stations_hides_no_agreed_time_of_ours(office: Office, clock) -> None:
    calls = campaign(office, 62, held=False)
    sign_in(office, "li")
    office.do(callback_leases.grant, ["g61"])
    sign_in(office, "wang")
    with office.store.write("wang") as tx:
        for place, one in enumerate(calls):
            at = NOON + HOUR if place == 61 else NOON - DAY
            said = {"callback": one.hex(), "kind": "hard", "state": "open", "number": ""}
            times = {"start_at": at, "end_at": at + HOUR, "made_at": NOON - 2 * DAY}
            tx.add("appointment", {**said, **{name: time.isoformat() for name, time in times.items()}})
    office.do(callback_queue.rebuild)
    clock.advance(HOUR)
    assert office.do(callback_appointments.sweep).value == 0
    assert [one.sheet.callback.id for one in office.ask(callbacks.queue)] == [calls[61]]


@pytest.mark.parametrize(("survey", "ahead"), [(True, 60), (False, 20)])
def test_a_call_comes_again_at_the_time_that_was_agreed_whatever_would_rest_else(office: Office, survey, ahead) -> None:
    one = campaign(office, 1)[0] if survey else promised(office)
    agreed = NOON + timedelta(minutes=ahead)
    assert call(office, one, "221", start_at=agreed).again_at == agreed
    assert survey or callback_rows.by_id(office.store.rows, one).due_at == agreed
