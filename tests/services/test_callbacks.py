"""Whom to call now and why, and why nobody is left."""

from datetime import UTC, datetime, timedelta

import pytest

from app.models.retry_rules import Hindrance
from app.models.slots import Slot
from app.services import callback_appointments, callback_leases, callback_sources, callbacks
from app.services.callbacks import Waiting, Why
from app.services.office import Office
from tests.desk import NOON, sign_in
from tests.fakes import FakeClock
from tests.services.calling import call, campaign, number, promised
from tests.services.drawing import drawn, frame


def test_what_somebody_waits_for_comes_before_surveys_and_each_says_why(office: Office) -> None:
    first, second = campaign(office, 2)
    call(office, first, "201")
    office.do(callback_sources.missed, number(7), at=NOON - timedelta(hours=1))
    owed = promised(office)
    found = office.ask(callbacks.queue)
    assert [(one.sheet.number.key, one.why) for one in found] == [
        (number(7), Why.MISSED),
        (found[1].sheet.number.key, Why.PROMISED),
        (number(1), Why.FIRST_ATTEMPT),
    ]
    assert (found[1].sheet.callback.id, found[2].sheet.callback.id) == (owed, second)
    assert found[2].slot is Slot.NOON


def test_the_promise_of_somebody_else_comes_once_it_is_late(office: Office, clock: FakeClock) -> None:
    other = sign_in(office, "li").id.hex()
    sign_in(office, "wang")
    promised(office, owner=other)
    assert office.ask(callbacks.next_for) is None
    clock.advance(timedelta(minutes=5))
    assert office.ask(callbacks.next_for) is not None


def test_a_case_not_tried_at_this_time_of_day_comes_before_one_that_was(office: Office, clock: FakeClock) -> None:
    first, second = campaign(office, 2, attempts=5, rotate_days=0)
    call(office, first, "207")
    clock.set(datetime(2026, 3, 2, 10, 30, tzinfo=UTC))  # evening in Shanghai
    call(office, second, "201")
    clock.set(datetime(2026, 3, 3, 4, 0, tzinfo=UTC))  # noon
    found = office.ask(callbacks.queue)
    assert [one.sheet.callback.id for one in found] == [second, first]
    assert found[0].why is Why.UNTRIED_SLOT


def test_a_case_that_its_protocol_would_miss_comes_first(office: Office, clock: FakeClock) -> None:
    late = campaign(office, 2, field_days=12)
    clock.advance(timedelta(days=1))
    found = office.ask(callbacks.next_for)
    assert found is not None
    assert found.why is Why.MUST
    assert found.sheet.callback.id in late


def test_an_empty_queue_is_explained_with_what_waits_for_what(office: Office, clock: FakeClock) -> None:
    calls = campaign(office, 4)
    call(office, calls[0], "201")
    call(office, calls[1], "246")
    promised(office, NOON + timedelta(hours=2))
    explained = office.ask(callbacks.why_empty)
    assert dict(explained.counts) == {Hindrance.SUPERVISOR: 1, Hindrance.RESTING: 1, Hindrance.NOT_DUE: 1}
    assert (explained.ready, explained.slot) == (2, Slot.NOON)
    clock.advance(timedelta(hours=1))
    explained = office.ask(callbacks.why_empty)
    assert dict(explained.counts)[Hindrance.SLOT_CLOSED] == 2
    assert (explained.ready, explained.slot) == (0, None)
    assert explained.opens == (NOON + timedelta(hours=2), Slot.OFF_PEAK)
    assert explained.next_at == NOON + timedelta(hours=2)


def test_cases_whose_field_period_is_over_are_not_counted_as_ready(office: Office, clock: FakeClock) -> None:
    campaign(office, 2, field_days=5)
    campaign(office, 1, field_days=30)
    clock.set(NOON + timedelta(days=2, minutes=-1))  # they began three days before noon
    assert (office.ask(callbacks.why_empty).ready, office.ask(callbacks.next_for) is None) == (3, False)
    clock.set(NOON + timedelta(days=2))
    explained = office.ask(callbacks.why_empty)
    assert (explained.ready, dict(explained.counts)) == (1, {Hindrance.FIELD_OVER: 2})
    assert len(office.ask(callbacks.queue)) == 1


def test_no_call_falls_due_after_its_field_period(office: Office, clock: FakeClock) -> None:
    (case,) = campaign(office, 1, field_days=5)
    clock.set(NOON + timedelta(days=2, minutes=-10))
    call(office, case, "201")
    ends = office.ask(callbacks.why_empty)
    assert (dict(ends.counts), ends.next_at) == ({Hindrance.RESTING: 1}, None), "the period ends before its rest does"
    clock.set(NOON + timedelta(days=2))
    over = office.ask(callbacks.why_empty)
    assert (dict(over.counts), over.next_at) == ({Hindrance.FIELD_OVER: 1}, None)


def test_why_now_says_what_speaks_against_a_call(office: Office) -> None:
    first, second = campaign(office, 2)
    call(office, first, "201")
    against = office.ask(callbacks.why_now, first)
    assert not isinstance(against, Waiting)
    assert [one.why for one in against.refusals] == [Hindrance.GAP, Hindrance.RESTING, Hindrance.SAME_SLOT]
    ready = office.ask(callbacks.why_now, second)
    assert isinstance(ready, Waiting)
    assert ready.why is Why.FIRST_ATTEMPT
    assert office.ask(callbacks.dials_of_today) == 1


def test_why_nobody_is_left_counts_calls_that_somebody_waits_for_too(office: Office, clock: FakeClock) -> None:
    owed = promised(office)
    call(office, owed, "205")
    promised(office, typed="")
    other = sign_in(office, "li").id.hex()
    sign_in(office, "wang")
    clock.advance(timedelta(hours=2))
    promised(office, at=clock.now(), typed=number(9), owner=other)
    explained = office.ask(callbacks.why_empty)
    assert (office.ask(callbacks.next_for), explained.ready) == (None, 0)
    assert dict(explained.counts) == {
        Hindrance.SUPERVISOR: 1, Hindrance.NO_NUMBER: 1, Hindrance.OTHER_OPERATOR: 1,
    }  # fmt: skip
    clock.advance(timedelta(hours=8, minutes=30))
    promised(office, at=clock.now() + timedelta(minutes=30), typed=number(8))
    night = office.ask(callbacks.why_empty)
    assert dict(night.counts) == {Hindrance.SLOT_CLOSED: 3, Hindrance.NOT_DUE: 1}
    assert night.next_at == NOON.replace(hour=23, minute=30)  # half past seven in the morning there


def test_calls_that_nobody_may_make_hide_none_that_can_be_made(office: Office, clock: FakeClock) -> None:
    for place in range(61):
        call(office, promised(office, typed=number(100 + place)), "205")  # a supervisor has to choose another line
    clock.advance(timedelta(hours=2))
    good = promised(office, at=clock.now(), typed=number(9))
    found = office.ask(callbacks.next_for)
    assert found is not None
    assert found.sheet.callback.id == good
    explained = office.ask(callbacks.why_empty)
    assert (explained.ready, dict(explained.counts)) == (1, {Hindrance.SUPERVISOR: 61})


def test_calls_of_others_hide_none_of_mine(office: Office, clock: FakeClock) -> None:
    other = sign_in(office, "li").id.hex()
    sign_in(office, "wang")
    for place in range(130):
        promised(office, typed=number(100 + place), owner=other)
    mine = promised(office, at=NOON + timedelta(seconds=1), typed=number(9))
    found = office.ask(callbacks.next_for)
    assert found is not None
    assert found.sheet.callback.id == mine
    explained = office.ask(callbacks.why_empty)
    assert (explained.ready, dict(explained.counts)) == (1, {Hindrance.OTHER_OPERATOR: 130})


def test_off_peak_calls_wait_while_many_inquiries_come_in(office: Office, clock: FakeClock) -> None:
    campaign(office, 3)
    clock.set(datetime(2026, 3, 2, 7, 0, tzinfo=UTC))
    assert office.ask(callbacks.why_empty).ready == 3
    with office.store.write("wang") as tx:
        for _ in range(office.settings.off_peak_below):
            tx.add("inquiry", {"opened_at": clock.now().isoformat(), "state": "new"})
    explained = office.ask(callbacks.why_empty)
    assert (office.ask(callbacks.next_for), explained.ready) == (None, 0)
    assert dict(explained.counts) == {Hindrance.LINES_BUSY: 3}
    promised(office, clock.now())
    with_promise = office.ask(callbacks.why_empty)
    assert (with_promise.ready, dict(with_promise.counts)) == (1, {Hindrance.LINES_BUSY: 3})


def test_what_was_agreed_can_be_called_while_many_inquiries_come_in(office: Office, clock: FakeClock) -> None:
    first, _ = campaign(office, 2)
    at = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
    call(office, first, "221", start_at=at)
    clock.set(at)
    with office.store.write("wang") as tx:
        for _ in range(office.settings.off_peak_below):
            tx.add("inquiry", {"opened_at": clock.now().isoformat(), "state": "new"})
    explained = office.ask(callbacks.why_empty)
    assert office.ask(callbacks.next_for) is not None
    assert (explained.ready, dict(explained.counts)) == (1, {Hindrance.LINES_BUSY: 1})


def test_what_another_operator_must_call_again_is_counted_so(office: Office, clock: FakeClock) -> None:
    (case,) = campaign(office, 1, conversions=1)
    call(office, case, "231")
    clock.set(datetime(2026, 3, 10, 10, 30, tzinfo=UTC))
    sign_in(office, "li")
    office.do(callback_leases.give_back, ["g0"])
    office.do(callback_leases.grant, ["g0"])
    assert office.ask(callbacks.why_empty).ready == 1, "somebody else can call"
    sign_in(office, "wang")
    explained = office.ask(callbacks.why_empty)
    assert (office.ask(callbacks.next_for), explained.ready) == (None, 0)
    assert dict(explained.counts) == {Hindrance.OTHER_OPERATOR: 1}


def test_of_those_who_are_not_released_more_than_are_counted_are_told_as_more(office, monkeypatch) -> None:
    sign_in(office, "li")
    frame(office)
    drawn(office, release=0)
    for most, counted, cut in ((11, 11, {Hindrance.NOT_RELEASED}), (12, 12, set())):
        monkeypatch.setattr(callbacks, "MOST_COUNTED", most)
        explained = office.ask(callbacks.why_empty)
        assert (dict(explained.counts)[Hindrance.NOT_RELEASED], explained.cut) == (counted, cut)


@pytest.mark.parametrize("then", [(), ("201",)])
def test_an_interview_to_be_resumed_comes_before_everything_but_what_was_agreed(office, clock, then) -> None:
    calls = campaign(office, 4, span_days=0, field_days=8, attempts=6, per_day=1)
    call(office, calls[3], "130", percent=60, start_at=NOON + timedelta(hours=1))
    clock.advance(timedelta(days=1, hours=6, minutes=10))  # an evening, and nobody called at the agreed time
    office.do(callback_appointments.sweep)
    for code in then:
        call(office, calls[3], code)
        clock.advance(timedelta(days=1, hours=20))  # another time of day
        office.do(callback_appointments.sweep)
    found = office.ask(callbacks.queue)
    assert (found[0].sheet.callback.id, found[0].why) == (calls[3], Why.RESUME)
    assert [one.why for one in found[1:]] == [Why.MUST] * 3, "all others have to be tried by now"
