"""A call to verify a finding is owed as long as there is something to be heard."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.models.findings import FindingOver, FindingState
from app.services import callback_attempts, callback_sheets, callbacks, finding_ledger, findings, interview_calls
from app.services.callback_attempts import Outcome
from app.services.callbacks import Why
from app.services.office import Office
from tests.desk import sign_in
from tests.fakes import FakeClock
from tests.services.calling import call, promised
from tests.services.finding import S, dissatisfied, institution, taken
from tests.services.interviewing import ABOUT


@pytest.mark.parametrize("wanted", [S.UNFOUNDED, S.CLOSED, S.REOPENED])
def test_a_call_to_verify_is_owed_no_more_once_its_finding_is_over_or_reopened(
    office: Office, clock: FakeClock, wanted: FindingState
) -> None:
    named = allowed(office)
    if wanted is S.UNFOUNDED:
        office.do(findings.step, named, S.SENT, {"institution": "U01"})
    else:
        taken(office, named, S.DONE)
    owed = office.do(findings.ask_to_verify, named).value
    if wanted is S.REOPENED:
        call(office, owed, "201")
    if wanted is S.CLOSED:
        sign_in(office, "wang")
        office.do(findings.step, named, S.VERIFIED, {"note": "Seen on the ward"})
        assert closed_as(office, owed) == "", "it may still be made until the finding is closed"
        sign_in(office, "li")
    office.do(findings.step, named, wanted, {"note": "Nothing was found"})
    assert closed_as(office, owed) == ("201" if wanted is S.REOPENED else "000")
    clock.advance(timedelta(hours=4))
    assert owed not in {one.sheet.callback.id for one in office.ask(callbacks.queue)}
    if wanted is S.REOPENED:
        assert office.do(findings.ask_to_verify, named).value != owed, "another one is owed when it is asked for anew"


def test_a_call_to_verify_is_told_as_what_it_is_and_not_as_a_promise(office: Office) -> None:
    named = allowed(office)
    taken(office, named, S.DONE)
    owed = office.do(findings.ask_to_verify, named).value
    found = {one.sheet.callback.id: one for one in office.ask(callbacks.queue)}
    assert found[owed].why is Why.VERIFY
    assert office.ask(callbacks.why_now, owed).why is Why.VERIFY
    asked = found[owed].sheet.callback
    assert asked.told == ("finding_column", "verification_call")
    assert asked.what.endswith(" → A second nurse"), "whoever calls knows what was to be put right, and by what"
    assert office.ask(finding_ledger.detail, named).owed_at == asked.due_at
    call(office, owed, "110")
    assert office.ask(finding_ledger.detail, named).owed_at is None
    promise = promised(office, typed="+8613800000077")
    assert office.ask(callbacks.why_now, promise).why is Why.PROMISED
    assert office.ask(callback_sheets.of, promise).callback.told == ("callback_reason", "promised")


def test_a_call_to_verify_that_is_begun_is_ended_by_whoever_makes_it(office: Office) -> None:
    named = allowed(office)
    office.do(findings.step, named, S.SENT, {"institution": "U01"})
    owed = office.do(findings.ask_to_verify, named).value
    begun = office.do(callback_attempts.begin, owed).value
    office.do(findings.step, named, S.UNFOUNDED, {"note": "Nothing was found"})
    assert closed_as(office, owed) == ""
    ended = office.do(callback_attempts.finish, begun.attempt, Outcome("201")).value
    assert (ended.closed, ended.again_at, closed_as(office, owed)) == (True, None, "201")


@pytest.mark.parametrize("again", [False, True])
def test_a_call_during_which_its_finding_is_reopened_is_owed_afterwards_only_if_it_is_asked_for_again(
    office: Office, clock: FakeClock, again: bool
) -> None:
    named = allowed(office)
    taken(office, named, S.DONE)
    owed = office.do(findings.ask_to_verify, named).value
    begun = office.do(callback_attempts.begin, owed).value
    office.do(findings.step, named, S.REOPENED, {"note": "Nothing was put right"})
    if again:
        clock.advance(timedelta(seconds=1))
        assert office.do(findings.ask_to_verify, named).value == owed
    ended = office.do(callback_attempts.finish, begun.attempt, Outcome("201")).value
    assert (ended.closed, closed_as(office, owed)) == ((False, "") if again else (True, "201"))
    clock.advance(timedelta(days=1))
    assert (owed in {one.sheet.callback.id for one in office.ask(callbacks.queue)}) is again


@pytest.mark.parametrize("wanted", [S.UNFOUNDED, S.CLOSED])
def test_nobody_is_called_to_verify_a_finding_that_is_over(office: Office, wanted: FindingState) -> None:
    named = allowed(office)
    taken(office, named, S.SENT if wanted is S.UNFOUNDED else S.DONE)
    if wanted is S.CLOSED:
        sign_in(office, "wang")
        office.do(findings.step, named, S.VERIFIED, {"note": "Seen on the ward"})
        sign_in(office, "li")
    office.do(findings.step, named, wanted, {"note": "Nothing was found"})
    with pytest.raises(FindingOver):
        office.do(findings.ask_to_verify, named)
    office.do(findings.step, named, S.REOPENED, {"note": "It goes on"})
    assert office.do(findings.ask_to_verify, named).value


def test_a_call_to_verify_for_which_a_time_was_agreed_is_made_though_its_finding_is_over(office: Office) -> None:
    named = allowed(office)
    office.do(findings.step, named, S.SENT, {"institution": "U01"})
    owed = office.do(findings.ask_to_verify, named).value
    call(office, owed, "221", start_at=office.clock.now() + timedelta(hours=2))
    office.do(findings.step, named, S.UNFOUNDED, {"note": "Nothing was found"})
    assert closed_as(office, owed) == ""


def allowed(office: Office) -> bytes:
    """Open a finding of somebody who may be called to verify it; li is signed in from here on."""
    institution(office)
    asked = replace(ABOUT, callback=promised(office))
    _, (named, *_) = office.do(interview_calls.close, dissatisfied(office, asked=asked)).value
    sign_in(office, "li")
    return named


def closed_as(office: Office, owed: bytes) -> str:
    row = office.store.rows.one("SELECT closed_at, closed_code FROM callback WHERE id=?", owed)
    return str(row[1]) if row and row[0] else ""
