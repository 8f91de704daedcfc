"""An interview and its call end together: the share of answers decides, and findings follow."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.models.errors import RecordGone
from app.models.questionnaire_logic import said as spoken
from app.services import callback_attempts, callback_sheets, interview_calls, interviews, units
from app.services.callback_attempts import Outcome, ShareUnlike
from app.services.office import Office
from app.store import callback_attempts as attempt_rows
from app.store import callbacks as callback_rows
from tests.desk import NOON, sign_in
from tests.services.calling import campaign, number
from tests.services.drawing import drawn, frame, person
from tests.services.interviewing import ABOUT, begun, said, through


def calling(office: Office) -> tuple[bytes, bytes, bytes]:
    """Return a call in progress, its attempt, and the interview begun in it."""
    (call,) = campaign(office, 1)
    attempt = office.do(callback_attempts.begin, call).value.attempt
    return call, attempt, begun(office, replace(ABOUT, callback=call))


def test_a_finished_interview_closes_its_call_and_opens_its_findings(office: Office) -> None:
    call, attempt, one = calling(office)
    found = through(office, one, unit_satisfaction="dissatisfied")
    assert interview_calls.suggested(found) == "110"
    done = office.do(interview_calls.finish, attempt, one, Outcome("110")).value
    assert (done.call.code, done.call.closed, len(done.findings)) == ("110", True, 1)
    (row,) = attempt_rows.log_of(office.store.rows, call)
    assert (row.attempt.percent, row.attempt.confirmed) == (100, True)
    assert office.ask(interviews.standing, one).end.completeness == "complete"


def test_too_little_is_answered_to_call_an_interview_done(office: Office) -> None:
    call, attempt, one = calling(office)
    said(office, one, greeting="read", agree="yes", contacted="yes")
    for code in ("110", "120"):
        with pytest.raises(ShareUnlike):
            office.do(interview_calls.finish, attempt, one, Outcome(code))
    assert not attempt_rows.log_of(office.store.rows, call)[0].attempt.code
    through(office, one)
    with pytest.raises(ShareUnlike):
        office.do(interview_calls.finish, attempt, one, Outcome("120"))
    assert office.do(interview_calls.finish, attempt, one, Outcome("110")).value.call.closed


def test_an_interview_of_which_nothing_was_answered_is_not_done(office: Office) -> None:
    first, second = campaign(office, 2)
    attempt = office.do(callback_attempts.begin, first).value.attempt
    assert office.do(interview_calls.finish, attempt, None, Outcome("110")).value.call.closed  # nothing is asked there
    with office.store.write("li") as tx:
        held = bytes.fromhex(str(tx.state_of("callback", second)["campaign"]))
        tx.put("campaign", held, {"questionnaire": "short-phone", "questionnaire_version": 1})
    attempt = office.do(callback_attempts.begin, second).value.attempt
    with pytest.raises(ShareUnlike):
        office.do(interview_calls.finish, attempt, None, Outcome("110"))
    assert office.do(interview_calls.finish, attempt, None, Outcome("201")).value.call.code == "201"
    with pytest.raises(RecordGone):
        office.do(interview_calls.finish, b"x" * 16, None, Outcome("201"))


def test_a_broken_off_interview_goes_on_at_the_agreed_time(office: Office, clock) -> None:
    call, attempt, one = calling(office)
    said(office, one, greeting="read", agree="yes", contacted="yes", solved="solved")
    done = office.do(interview_calls.finish, attempt, one, Outcome("130", start_at=NOON + timedelta(hours=7))).value
    assert not done.call.closed
    clock.advance(timedelta(hours=7))
    again = office.do(callback_attempts.begin, call).value.attempt
    found = through(office, begun(office, replace(ABOUT, callback=call)))
    assert found.row.id == one
    assert office.do(interview_calls.finish, again, one, Outcome("110")).value.call.closed
    assert len(office.ask(interviews.counted, None)) == 1


def test_who_declines_at_the_first_question_has_refused(office: Office) -> None:
    _, _, one = calling(office)
    found = said(office, one, greeting="read", agree="no")
    assert found.state.is_over
    assert interview_calls.suggested(found) == "231"


def test_who_says_that_they_were_never_there_has_not_broken_off(office: Office) -> None:
    (call,) = campaign(office, 1)
    office.do(callback_attempts.begin, call)
    one = begun(office, replace(ABOUT, callback=call, questionnaire="short-phone"))
    found = said(office, one, greeting="read", agree="yes", visited="no")
    assert found.state.is_over
    assert interview_calls.suggested(found) == "401"


def test_whoever_calls_from_a_number_without_a_questionnaire_is_asked_nothing(office: Office) -> None:
    campaign(office, 1)
    assert office.ask(interview_calls.open_for, number(0)) is None
    assert office.ask(interview_calls.open_for, "not a number") is None


def test_a_questionnaire_that_has_not_come_yet_does_not_hide_that_somebody_is_to_be_asked(office: Office) -> None:
    sign_in(office, "li")
    frame(office)
    made = drawn(office)
    with office.store.write("li") as tx:  # another station published it, and it comes with a later sync
        tx.put("campaign", made, {"questionnaire": "inpatient-national", "questionnaire_version": 9})
    one, *_ = callback_rows.open_of_campaign(office.store.rows, made)
    row = callback_rows.by_id(office.store.rows, one)
    found = office.ask(interview_calls.open_for, row.number)
    assert (found.callback, found.begun) == (one, False)
    with pytest.raises(RecordGone):
        office.ask(interview_calls.prepared, one)


def test_an_institution_is_read_out_by_its_name_and_compared_by_its_code(office: Office) -> None:
    sign_in(office, "li")
    office.do(units.save_unit, "H1", name="第一医院", name_en="First Hospital")
    frame(office, rows=[person(place) for place in range(4)])
    made = drawn(office, questionnaire="short-phone", size=4)
    one, *_ = callback_rows.open_of_campaign(office.store.rows, made)
    asked = office.ask(interviews.about, one)
    assert (asked.institution, asked.fields["institution"]) == ("H1", "H1")
    state = office.ask(interviews.standing, begun(office, asked)).state
    assert state.current is not None
    read_out = spoken(state.current.text, state.around, asked.language)
    assert ("第一医院" if asked.language.startswith("zh") else "First Hospital") in read_out
    assert "H1" not in read_out


def test_a_call_about_an_inquiry_that_is_open_is_named_after_its_caller(office: Office) -> None:
    (owed,) = campaign(office, 1)
    with office.store.write("li") as tx:
        campaign_of = bytes.fromhex(str(tx.state_of("callback", owed)["campaign"]))
        tx.put("campaign", campaign_of, {"questionnaire": "short-phone", "questionnaire_version": 1})
    sheet = office.ask(callback_sheets.of, owed)
    found = office.ask(interview_calls.open_for, number(0))
    assert (found.callback, found.name) == (owed, sheet.case.name)
    unnamed = replace(sheet, case=None, callback=replace(sheet.callback, caller_name="Wang Li"))
    assert interview_calls.name_of(unnamed) == "Wang Li"
    assert interview_calls.name_of(replace(unnamed, callback=replace(sheet.callback, caller_name=None))) == ""
