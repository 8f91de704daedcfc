"""A sheet dials the first number that is still good, and names everything that speaks against it."""

import pytest

from app.models.errors import RecordGone
from app.models.retry_rules import Hindrance
from app.services import callback_sheets, callers, settings
from app.services.office import Office
from tests.desk import draft, sign_in
from tests.services.calling import call, promised


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


def test_many_calls_coming_in_hold_off_peak_calls_back(office: Office) -> None:
    from app.models.contacts import Outcome
    from app.services import contacts

    sign_in(office, "admin")
    office.do(settings.change, off_peak_below=1)
    sign_in(office, "wang")
    assert not office.ask(callback_sheets.lines_busy)
    office.do(contacts.finalize, office.do(contacts.start, draft()).value, Outcome.ANSWERED)
    assert office.ask(callback_sheets.lines_busy)
