"""A supervisor finds out what outcomes ask for, and the call goes on with what was found."""

from datetime import timedelta

import pytest

from app.models.call_checks import CheckKind, NotOnePerson, NumberShared
from app.models.errors import FieldInvalid, FieldMissing, NotAllowed, RecordGone
from app.models.retry_rules import Hindrance
from app.services import callback_checks, callback_sheets, callbacks, callers, campaign_field, campaign_progress
from tests.desk import sign_in
from tests.services.calling import call, campaign, number


@pytest.fixture
def calls(office):
    made = campaign(office, 4, rotate_days=0)
    sign_in(office, "wang")
    return made


def _of(office, callback):
    return office.ask(callback_sheets.of, callback)


def _kinds(office):
    sign_in(office, "li")
    return {one.callback: one.kind for one in office.ask(callback_checks.to_check)}


def test_what_is_to_be_found_out_is_listed_for_supervisors(office, calls):
    for place, code in enumerate(("401", "301", "205", "232")):
        call(office, calls[place], code, note=f"note {place}")
    with pytest.raises(NotAllowed):
        office.ask(callback_checks.to_check)
    kinds = [CheckKind.STAY, CheckKind.NUMBER, CheckKind.LINE]
    assert _kinds(office) == dict(zip(calls[:3], kinds, strict=True))
    found = next(one for one in office.ask(callback_checks.to_check) if one.callback == calls[0])
    assert (found.name, found.place, found.note) == ("Patient 0", "U01", "note 0")
    office.do(campaign_field.stop, _of(office, calls[0]).callback.campaign, "The ward moves")
    assert _kinds(office) == {}


def test_a_denial_that_stands_stays_ended_and_one_that_was_wrong_is_called_again(office, calls, clock):
    for one in calls[:2]:
        call(office, one, "401")
    sign_in(office, "li")
    office.do(callback_checks.denial_stands, calls[0], "Not on the list of March")
    office.do(callback_checks.stay_confirmed, calls[1])
    assert _kinds(office) == {}
    assert _of(office, calls[0]).callback.closed_code == "401"
    again = _of(office, calls[1])
    assert (again.callback.closed_at, again.status.code, again.status.used) == (None, "207", 1)
    clock.advance(timedelta(days=1, hours=7))
    assert calls[1] in {one.sheet.callback.id for one in office.ask(callbacks.queue)}
    assert call(office, calls[1], "401").closed
    with pytest.raises(RecordGone):
        office.do(callback_checks.stay_confirmed, calls[2])


def test_a_confirmed_stay_after_the_last_attempt_ends_as_reached_but_not_asked(office, clock):
    (only,) = campaign(office, 1, attempts=1, slots=0, at_home_by=0, span_days=0)
    sign_in(office, "li")
    call(office, only, "401")
    office.do(callback_checks.stay_confirmed, only)
    assert _of(office, only).callback.closed_code == "902"


def test_another_number_is_dialed_where_the_first_is_dead(office, calls, clock):
    assert call(office, calls[0], "301").closed
    sign_in(office, "li")
    office.do(callback_checks.add_number, calls[0], "13800009999")
    sheet = _of(office, calls[0])
    assert (sheet.number.key, sheet.status.final, sheet.callback.closed_at) == ("+8613800009999", False, None)
    clock.advance(timedelta(hours=7))
    call(office, calls[0], "303")
    assert _kinds(office) == {calls[0]: CheckKind.NUMBER}
    office.do(callback_checks.no_number, calls[0])
    assert _kinds(office) == {}


@pytest.mark.parametrize("typed", ["x", "13812000000", "13800000007"])
def test_no_number_that_is_none_or_known_or_never_to_be_called_is_added(office, calls, typed):
    office.do(callers.do_not_call, "+8613800000007")
    sign_in(office, "li")
    with pytest.raises(FieldInvalid):
        office.do(callback_checks.add_number, calls[0], typed)


def test_a_number_of_another_group_is_refused_as_two_stations_could_dial_it(office, calls):
    call(office, calls[3], "232")
    sign_in(office, "li")
    with pytest.raises(NumberShared):
        office.do(callback_checks.add_number, calls[0], number(1))
    with pytest.raises(RecordGone):
        office.do(callback_checks.add_number, calls[3], "13800009999")


def test_a_blocked_call_goes_on_by_another_line_until_that_is_blocked_too(office, calls, clock):
    call(office, calls[0], "205")
    sign_in(office, "li")
    with pytest.raises(FieldMissing):
        office.do(callback_checks.other_line, calls[0], " ")
    office.do(callback_checks.other_line, calls[0], "Line 2")
    assert _of(office, calls[0]).callback.line == "Line 2"
    clock.advance(timedelta(hours=7))
    call(office, calls[0], "205")
    against = office.ask(callback_sheets.refusals, _of(office, calls[0]))
    assert Hindrance.SUPERVISOR in {one.why for one in against}
    with pytest.raises(RecordGone):
        office.do(callback_checks.other_line, calls[1], "Line 2")


def test_of_two_cases_that_are_one_person_the_first_goes_on_and_the_later_is_not_eligible(office, calls):
    sign_in(office, "li")
    call(office, calls[1], "201")
    later = office.do(callback_checks.same_person, calls[1], calls[0]).value
    first = next(one for one in calls[:2] if one != later)
    assert (_of(office, later).callback.closed_code, _of(office, first).callback.closed_at) == ("403", None)
    with pytest.raises(NotOnePerson):
        office.do(callback_checks.same_person, first, first)


def test_an_interview_is_kept_whichever_came_first_and_two_are_never_merged(office, calls):
    call(office, calls[1], "110")
    sign_in(office, "li")
    assert office.do(callback_checks.same_person, calls[0], calls[1]).value == calls[0]
    call(office, calls[2], "110")
    with pytest.raises(NotOnePerson):
        office.do(callback_checks.same_person, calls[1], calls[2])
    asked = _of(office, calls[0]).callback.campaign
    counts = office.ask(campaign_progress.progress, asked).counts
    assert (counts.ne, counts.i) == (1, 2)
