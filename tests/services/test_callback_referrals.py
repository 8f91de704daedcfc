"""Calls that wait for a supervisor are listed, and come to a named operator once a time is agreed."""

from datetime import timedelta

import pytest

from app.models.errors import FieldInvalid, NotAllowed, RecordGone
from app.models.retry_rules import Hindrance
from app.services import (
    accounts,
    callback_appointments,
    callback_attempts,
    callback_referrals,
    callback_sheets,
    callbacks,
)
from app.services.callback_attempts import Outcome
from tests.desk import NOON, sign_in
from tests.services.calling import call, campaign, promised


@pytest.fixture
def calls(office):
    made = campaign(office, 3)
    sign_in(office, "wang")
    call(office, made[0], "246", note="Asks for the head")
    call(office, made[1], "205")
    return made


def test_blocked_and_passed_on_calls_wait_with_what_was_said(office, calls):
    with pytest.raises(NotAllowed):
        office.ask(callback_referrals.referred)
    sign_in(office, "li")
    found = office.ask(callback_referrals.referred)
    assert {(one.callback, one.code, one.note) for one in found} == {
        (calls[0], "246", "Asks for the head"), (calls[1], "205", ""),
    }  # fmt: skip
    assert found[0].name == "Patient 0"


def test_a_call_that_was_handed_over_comes_to_its_operator_at_its_time(office, calls, clock):
    li = sign_in(office, "li")
    at = NOON + timedelta(hours=4)
    office.do(callback_referrals.hand_over, calls[0], "li", at)
    assert [one.callback for one in office.ask(callback_referrals.referred)] == [calls[1]]
    clock.advance(timedelta(hours=4, minutes=1))
    found = office.ask(callbacks.next_for)
    assert found is not None
    assert found.sheet.callback.id == calls[0]
    assert found.sheet.appointment.wanted_by == li.id
    call(office, calls[0], "201")


def test_a_promised_call_that_was_handed_over_waits_five_minutes_for_its_operator(office, clock):
    sign_in(office, "wang")
    owed = promised(office)
    call(office, owed, "246")
    sign_in(office, "li")
    office.do(callback_referrals.hand_over, owed, "wang", NOON + timedelta(hours=4))
    clock.advance(timedelta(hours=4, minutes=1))
    office.do(callback_appointments.sweep)
    assert office.ask(callbacks.next_for) is None
    assert office.ask(callbacks.why_empty).counts == ((Hindrance.OTHER_OPERATOR, 1),)
    sign_in(office, "wang")
    assert office.ask(callbacks.next_for).sheet.callback.id == owed
    sign_in(office, "li")
    clock.advance(timedelta(minutes=4))
    assert office.ask(callbacks.next_for).sheet.callback.id == owed


def test_only_what_waits_is_handed_over_and_only_to_somebody_here(office, calls):
    sign_in(office, "li")
    with pytest.raises(RecordGone):
        office.do(callback_referrals.hand_over, calls[2], "wang", NOON + timedelta(hours=2))
    with pytest.raises(FieldInvalid):
        office.do(callback_referrals.hand_over, calls[0], "nobody", NOON + timedelta(hours=2))
    office.do(callback_referrals.hand_over, calls[0], "wang", NOON + timedelta(hours=2))
    with pytest.raises(RecordGone):  # from a board that still shows it
        office.do(callback_referrals.end, calls[0])


def test_a_note_that_names_a_language_names_who_speaks_it(office, calls):
    campaign_id = office.ask(callback_sheets.of, calls[2]).callback.campaign
    with office.store.write("li") as tx:
        tx.put("campaign", campaign_id, {"dialect": 1})
    sign_in(office, "admin")
    office.do(accounts.set_speaks, "wang", ["Hakka", "en"])
    office.do(accounts.set_speaks, "li", ["zh_dialect", "Hak"])
    sign_in(office, "wang")
    call(office, calls[2], "243", note="Speaks only hakka; her son English")
    people = {one.name: one.display for one in office.ask(accounts.people)}
    sign_in(office, "li")
    found = {one.callback: one.speakers for one in office.ask(callback_referrals.referred)}
    assert found == {calls[0]: (), calls[1]: (), calls[2]: (people["wang"],)}
    sign_in(office, "admin")
    office.do(accounts.disable, "wang")
    sign_in(office, "li")
    assert not any(one.speakers for one in office.ask(callback_referrals.referred))


def test_calls_for_a_speaker_and_promised_ones_wait_here_too(office, calls):
    owed = promised(office)
    call(office, owed, "246", note="Wants the director")
    waits = promised(office, typed="+8613800000002")
    call(office, waits, "243", language="Hakka")
    sign_in(office, "li")
    found = {one.callback: one for one in office.ask(callback_referrals.referred)}
    assert set(found) == {*calls[:2], owed, waits}
    assert (found[waits].language, found[waits].speakers, found[waits].is_offered) == ("Hakka", (), False)
    office.do(callback_referrals.hand_over, owed, "wang", NOON + timedelta(hours=4))
    assert owed not in {one.callback for one in office.ask(callback_referrals.referred)}


def test_a_call_that_nobody_can_make_ends_with_the_outcome_it_has(office, calls):
    sign_in(office, "admin")
    office.do(accounts.set_speaks, "wang", ["Hakka"])
    sign_in(office, "wang")
    call(office, calls[2], "243", language="Hakka")
    sign_in(office, "li")
    assert [office.do(callback_referrals.end, one).value for one in (calls[2], calls[0])] == ["243", "246"]
    ended = office.ask(callback_sheets.of, calls[2]).callback
    assert (ended.closed_at is not None, ended.closed_code) == (True, "243")
    with pytest.raises(RecordGone):
        office.do(callback_referrals.end, calls[2])
    assert [one.callback for one in office.ask(callback_referrals.referred)] == [calls[1]]


def test_a_call_whose_operator_left_without_an_outcome_is_listed_and_said_by_somebody_else(office, clock):
    (survey,), owed = campaign(office, 1), promised(office)
    for one in (survey, owed):
        begun = office.do(callback_attempts.begin, one).value
        sign_in(office, "li")
    clock.advance(timedelta(minutes=59))
    sign_in(office, "li")
    assert office.ask(callback_referrals.referred) == []
    clock.advance(timedelta(minutes=2))
    found = office.ask(callback_referrals.referred)
    assert [(one.callback, one.speakers) for one in found] == [(survey, ("Wang",)), (owed, ("Li",))]
    with pytest.raises(RecordGone):  # the outcome comes first
        office.do(callback_referrals.end, survey)
    office.do(callback_attempts.finish, found[0].attempt, Outcome("201"))
    office.do(callback_attempts.finish, begun.attempt, Outcome("207"))
    assert office.ask(callback_referrals.referred) == []
