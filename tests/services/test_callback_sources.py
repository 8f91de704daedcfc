"""Where calls come from: whoever we missed, whoever's inquiry was closed, whoever a campaign releases."""

import json
from datetime import timedelta

import pytest

from app.models.callbacks import CallbackReason
from app.models.clocks import ClockState
from app.models.contacts import Outcome
from app.models.errors import FieldInvalid, NotAllowed
from app.models.inquiries import EventKind
from app.models.periods import Span
from app.models.policies import Target
from app.services import (
    callback_sources,
    callbacks,
    callers,
    campaign_field,
    campaign_progress,
    contacts,
    figures,
    inquiries,
    settings,
)
from app.services.office import Office
from app.store import callbacks as callback_rows
from app.store import campaigns as campaigns_stored
from tests.desk import NOON, draft, sign_in
from tests.fakes import FakeClock
from tests.services.calling import call, campaign, number
from tests.services.drawing import drawn, frame


def test_a_missed_call_is_owed_once_a_day_and_ends_when_it_reaches_us(office: Office, clock: FakeClock) -> None:
    first = office.do(callback_sources.missed, "138 1234 5678").value
    assert office.do(callback_sources.missed, "+86 13812345678").value == first
    row = callback_rows.by_id(office.store.rows, first)
    assert (row.reason, row.number, row.due_at) == (
        *(CallbackReason.MISSED, "+8613812345678", NOON + timedelta(minutes=15)),
    )
    clock.advance(timedelta(days=1))
    assert office.do(callback_sources.missed, "13812345678").value != first
    _answered(office)  # the number rings again, and somebody answers
    assert office.ask(callbacks.inbound, "13812345678") == []
    assert office.do(callback_sources.missed, "x12").value is None


def _ask_everybody(office: Office, **values: object) -> None:
    sign_in(office, "admin")
    office.do(settings.change, satisfaction_share=100, **values)
    sign_in(office, "wang")


def _answered(office: Office, **values: object) -> bytes:
    opened = office.do(contacts.start, draft(**values)).value
    done = office.do(contacts.finalize, opened, Outcome.ANSWERED).value
    assert done.inquiry is not None
    return done.inquiry


def test_whose_inquiry_was_closed_is_asked_the_next_working_day(office: Office, clock: FakeClock) -> None:
    _ask_everybody(office, satisfaction_categories="consult")
    _answered(office)
    (found,) = office.ask(callbacks.inbound, "13812345678")
    afternoon = NOON + timedelta(days=1, hours=2)  # the center has lunch at noon
    assert (found.callback.reason, found.callback.begins_at) == (CallbackReason.SATISFACTION, afternoon)
    assert office.ask(callbacks.next_for) is None
    assert office.ask(inquiries.due_callbacks) == []
    clock.set(afternoon)
    waiting = office.ask(callbacks.next_for)
    assert waiting is not None
    assert waiting.sheet.callback.id == found.callback.id


@pytest.mark.parametrize("code", ["231", "232", "233"])
def test_whoever_refused_is_not_asked_again_for_a_year(office: Office, clock: FakeClock, code: str) -> None:
    _ask_everybody(office, satisfaction_categories="consult")
    _answered(office)
    (found,) = office.ask(callbacks.inbound, "13812345678")
    clock.set(found.callback.begins_at)
    call(office, found.callback.id, code)
    _answered(office)
    assert office.ask(callbacks.inbound, "13812345678") == []
    clock.advance(timedelta(days=366))
    _answered(office)
    assert len(office.ask(callbacks.inbound, "13812345678")) == 1


def test_who_was_promised_the_call_is_always_asked_and_in_time(office: Office, clock: FakeClock) -> None:
    _ask_everybody(office, satisfaction_categories="consult")
    inquiry = _answered(office, category="complaint.fees")
    (found,) = office.ask(callbacks.inbound, "13812345678")
    (promised,) = (one for one in office.ask(inquiries.detail, inquiry).row.clocks if one.target is Target.CALLBACK)
    assert promised.state is ClockState.RUNNING
    assert found.callback.begins_at == NOON + timedelta(hours=4)  # the center has lunch at noon
    assert found.callback.begins_at < promised.due_at
    clock.set(found.callback.begins_at)
    call(office, found.callback.id, "110")
    detail = office.ask(inquiries.detail, inquiry)
    (kept,) = (one for one in detail.row.clocks if one.target is Target.CALLBACK)
    assert (kept.state, kept.met_at) == (ClockState.MET, found.callback.begins_at)
    assert detail.events[-1].kind is EventKind.CALLED_BACK
    office.do(figures.catch_up)
    told = {one.kpi.id: one.figure for one in office.ask(figures.cards, office.ask(figures.current, Span.MONTH))}
    assert (told["satisfaction_call"].numerator, told["satisfaction_call"].denominator) == (1, 1)


def test_a_call_that_reached_nobody_leaves_the_promise_open(office: Office, clock: FakeClock) -> None:
    _ask_everybody(office)
    inquiry = _answered(office, category="complaint.fees")
    (found,) = office.ask(callbacks.inbound, "13812345678")
    clock.set(found.callback.begins_at or NOON)
    call(office, found.callback.id, "201")
    clocks_now = office.ask(inquiries.detail, inquiry).row.clocks
    assert [one.state for one in clocks_now if one.target is Target.CALLBACK] == [ClockState.RUNNING]


def test_who_does_not_fit_the_policy_is_not_asked(office: Office) -> None:
    _answered(office)
    assert office.ask(callbacks.inbound, "13812345678") == []
    _ask_everybody(office, satisfaction_categories="complaint")
    _answered(office, number="138 1234 5679")
    assert office.ask(callbacks.inbound, "13812345679") == []


def test_a_case_is_released_once_by_who_may(office: Office) -> None:
    calls = campaign(office, 2)
    assert len(calls) == 2
    ids = [bytes(row[0]) for row in office.store.rows.all("SELECT id FROM campaign_case /* whole: a test */")]
    with pytest.raises(NotAllowed):
        office.do(callback_sources.release, ids)
    sign_in(office, "li")
    assert office.do(callback_sources.release, ids).value == 0
    with pytest.raises(FieldInvalid):
        office.do(callback_sources.open_campaign, " ", {})


def test_whoever_asked_never_to_be_called_between_draw_and_release_ends_as_in_the_queue(office: Office) -> None:
    sign_in(office, "li")
    frame(office)
    drawn_here = drawn(office, release=1)
    rows = office.store.rows
    before, after = (
        rows.one(f"SELECT id, numbers FROM campaign_case WHERE released_at IS {one} LIMIT 1 /* whole: a test */")
        for one in ("NOT NULL", "NULL")
    )
    for _, numbers in (before, after):
        office.do(callers.do_not_call, json.loads(numbers)[0])
    waits = len(campaigns_stored.waiting(rows, drawn_here, 10))
    assert office.do(campaign_field.release, drawn_here, 10).value == waits - 1
    ends = "SELECT code, closed_at IS NOT NULL, released_at IS NOT NULL FROM campaign_case WHERE id=?"
    assert rows.one(ends, before[0]) == rows.one(ends, after[0]) == ("234", 1, 1)
    found = office.ask(campaign_progress.progress, drawn_here)
    assert (found.counts.r, found.by_status[7]) == (2, 2)


def test_whoever_died_between_draw_and_release_is_not_called(office: Office) -> None:
    (first,) = campaign(office, 1)
    call(office, first, "241")
    (again,) = campaign(office, 1, planted=number(9))  # the same person, drawn with another number
    assert callback_rows.by_id(office.store.rows, again).closed_code == "241"


@pytest.mark.parametrize(("code", "days", "ends"), [("232", 365, "233"), ("110", 365, ""), ("232", 0, "")])
def test_whoever_refused_between_draw_and_release_is_left_in_peace(
    office: Office, clock: FakeClock, code: str, days: int, ends: str
) -> None:
    (first,) = campaign(office, 1)
    call(office, first, code)
    clock.advance(timedelta(minutes=5))
    again, other = campaign(office, 2, planted=number(9), cool_refused_days=days)  # the same person, and another one
    found = [callback_rows.by_id(office.store.rows, one).closed_code for one in (again, other)]
    assert found == [ends, ""]
