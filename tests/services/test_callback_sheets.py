"""A sheet dials the first number that is still good, and names everything that speaks against it."""

from dataclasses import replace

import pytest

from app.models.errors import RecordGone
from app.models.retry_rules import Hindrance
from app.services import callback_sheets, callers, findings, interview_calls, settings
from app.services.office import Office
from tests.desk import draft, sign_in
from tests.services.calling import call, promised
from tests.services.finding import dissatisfied
from tests.services.interviewing import ABOUT


def test_the_next_number_is_dialed_where_one_is_no_good(office: Office) -> None:
    both = ["+8613800000001", "+8613800000002"]
    owed = promised(office, numbers=both)
    assert office.ask(callback_sheets.of, owed).number.key == both[0]
    call(office, owed, "301")
    sheet = office.ask(callback_sheets.of, owed)
    assert (sheet.number.key, sheet.is_survey) == (both[1], False)
    with pytest.raises(RecordGone):
        office.ask(callback_sheets.of, b"?" * 16)


def test_what_speaks_against_a_call_is_named_together(office: Office) -> None:
    owed = promised(office, typed="x12")
    found = office.ask(callback_sheets.refusals, office.ask(callback_sheets.of, owed))
    assert callback_sheets.hindrances(found) == (Hindrance.NO_NUMBER,)
    asked = promised(office, typed="+8613800000001", reason="promised")
    sheet = office.ask(callback_sheets.of, asked)
    office.do(callers.do_not_call, "+8613800000001")
    assert office.ask(callback_sheets.refusals, sheet)[0].why is Hindrance.DO_NOT_CALL


def test_a_call_to_verify_a_finding_is_for_whoever_said_it_where_the_name_may_be_used(office: Office) -> None:
    asked = replace(ABOUT, callback=promised(office))
    _, (finding, *_) = office.do(interview_calls.close, dissatisfied(office, asked=asked)).value
    with office.store.write("wang") as tx:
        case = tx.add("campaign_case", {"name": "张三", "campaign": ("0" * 32)})
        tx.put("finding", finding, {"case_id": case.hex()})
    sign_in(office, "li")
    owed = office.do(findings.ask_to_verify, finding).value
    assert office.ask(callback_sheets.of, owed).callback.caller_name == "张三"
    with office.store.write("wang") as tx:
        tx.put("finding", finding, {"named": 0})
    assert not office.ask(callback_sheets.of, owed).callback.caller_name


def test_many_calls_coming_in_hold_off_peak_calls_back(office: Office) -> None:
    from app.models.contacts import Outcome
    from app.services import contacts

    sign_in(office, "admin")
    office.do(settings.change, off_peak_below=1)
    sign_in(office, "wang")
    assert not office.ask(callback_sheets.lines_busy)
    office.do(contacts.finalize, office.do(contacts.start, draft()).value, Outcome.ANSWERED)
    assert office.ask(callback_sheets.lines_busy)
