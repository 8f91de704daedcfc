"""A call in a language that nobody speaks ends by rule, and comes back while its field period lasts."""

from datetime import timedelta

import pytest

from app.services import accounts, callback_appointments, callback_referrals, callback_sheets, callbacks, callers
from app.services.callbacks import Why
from tests.desk import sign_in
from tests.services.calling import call, campaign, number, promised


@pytest.fixture
def calls(office):
    made = campaign(office, 3, rotate_days=0)
    sign_in(office, "wang")
    return made


def _speak(office, *words):
    was = office.by.name
    sign_in(office, "admin")
    office.do(accounts.set_speaks, "li", list(words))
    sign_in(office, was)


def _of(office, callback):
    return office.ask(callback_sheets.of, callback).callback


def test_it_ends_where_nobody_speaks_it_and_says_why(office, calls):
    ended = call(office, calls[0], "243", language="Hakka")
    assert (ended.code, ended.closed, ended.unspoken) == ("243", True, "Hakka")
    assert _of(office, calls[0]).closed_code == "243"
    _speak(office, "Min")
    assert _of(office, calls[0]).closed_at is not None


def test_it_comes_back_to_whoever_is_said_to_speak_it(office, calls, clock):
    call(office, calls[0], "243", language="Hakka")
    clock.advance(timedelta(days=2, hours=7))
    _speak(office, "hakka")
    assert (_of(office, calls[0]).closed_at, _of(office, calls[0]).closed_code) == (None, "")
    sign_in(office, "li")
    found = office.ask(callbacks.next_for)
    assert (found.sheet.callback.id, found.why) == (calls[0], Why.LANGUAGE)


def test_it_does_not_come_back_after_its_time_nor_to_who_asked_never_to_be_called(office, calls, clock):
    call(office, calls[0], "243", language="Hakka")
    call(office, calls[1], "243", language="Min")
    office.do(callers.do_not_call, number(1))
    _speak(office, "Min")
    assert _of(office, calls[1]).closed_at is not None
    clock.advance(timedelta(days=40))
    _speak(office, "Hakka")
    assert _of(office, calls[0]).closed_at is not None


def test_it_ends_when_its_last_speaker_leaves(office, calls, clock):
    _speak(office, "Hakka")
    assert not call(office, calls[0], "243", language="Hakka").closed
    for change, code in ((accounts.disable, "243"), (accounts.enable, "")):
        sign_in(office, "admin")
        office.do(change, "li")
        sign_in(office, "wang")
        assert _of(office, calls[0]).closed_code == code
    assert _of(office, calls[0]).closed_at is None


def test_what_a_supervisor_ended_stays_ended_and_a_promised_call_waits(office, calls):
    _speak(office, "Hakka")
    call(office, calls[0], "243", language="Hakka")
    owed = promised(office)
    assert not call(office, owed, "243", language="Min").closed
    sign_in(office, "li")
    office.do(callback_referrals.end, calls[0])
    office.do(callback_appointments.sweep)
    assert _of(office, calls[0]).closed_code == "243"
    assert owed in {one.callback for one in office.ask(callback_referrals.referred)}
