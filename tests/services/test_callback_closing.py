"""A call that ends takes its appointment, its case and its promise along."""

from datetime import timedelta

import pytest

from app.models.attempts import aapor_class, ended
from app.models.findings import FindingState
from app.services import (
    callback_appointments,
    callback_attempts,
    callback_closing,
    callback_rules,
    callback_sheets,
    findings,
)
from app.services.office import Office
from app.store import callbacks as callback_rows
from tests.desk import NOON
from tests.fakes import FakeClock
from tests.services.calling import call, campaign, number, promised
from tests.services.finding import taken
from tests.services.test_callback_verifying import allowed


def test_every_call_to_a_person_ends_but_a_promise_may_be_left(office: Office) -> None:
    (surveyed,) = campaign(office, 1)
    caller = "c" * 32
    owed = promised(office, typed=number(0), caller=caller, promise="d" * 32)

    def end(work: object, **options: bool) -> int:
        return callback_closing.close_all(work, (number(0), None), bytes.fromhex(caller), "234", **options)

    assert office.do(end, promised=False).value == 1
    assert callback_rows.by_id(office.store.rows, surveyed).closed_code == "234"
    assert [one.id for one in callback_rows.open_of_callers(office.store.rows, [bytes.fromhex(caller)])] == [owed]
    assert office.do(end, promised=True).value == 1
    said = office.store.rows.one("SELECT state, note FROM promise_outcome WHERE promise=?", bytes.fromhex("d" * 32))
    assert said == ("broken", "234")


def test_the_death_of_a_person_ends_their_own_calls_and_nobody_elses_at_the_number(office: Office) -> None:
    first, second = campaign(office, 2, planted=number(0))  # a couple at one telephone
    (again,) = campaign(office, 1, planted=number(9))  # the first of them, in another campaign
    owed = promised(office, typed=number(0))
    ended = call(office, first, "241")
    assert (ended.closed, ended.others_closed) == (True, 1)
    found = [callback_rows.by_id(office.store.rows, one) for one in (first, again, second, owed)]
    assert [one.closed_code for one in found] == ["241", "241", "", ""]


def test_what_was_promised_to_the_dead_is_owed_to_nobody(office: Office) -> None:
    card = "c" * 32
    first, second = (promised(office, typed=number(place), caller=card) for place in range(2))
    with office.store.write("wang") as tx:
        asked = tx.add("callback", {"reason": "promised", "number": number(0), "due_at": NOON.isoformat()})
    office.do(_end_person, first)
    found = [callback_rows.by_id(office.store.rows, one).closed_code for one in (first, second, asked)]
    assert found == ["", "241", ""]


def _end_person(work, callback):
    return callback_closing.close_person(work, callback_rows.by_id(work.tx, callback), "", "241")


@pytest.mark.parametrize(
    ("code", "ends"), [("231", True), ("232", True), ("233", True), ("110", False), ("242", False)]
)
def test_a_refusal_ends_the_surveys_of_the_person_and_leaves_what_somebody_waits_for(office, code, ends):
    first, spouse = campaign(office, 2, planted=number(0))
    (again,) = campaign(office, 1, planted=number(9))
    owed = promised(office, typed=number(0))
    with office.store.write("wang") as tx:
        begins = {"number": number(0), "numbers": [number(0)], "begins_at": NOON.isoformat()}
        asked = tx.add("callback", {"reason": "satisfaction", **begins})
    call(office, first, code)
    found = [callback_rows.by_id(office.store.rows, one).closed_code for one in (again, asked, spouse, owed)]
    assert found == [code if ends else ""] * 2 + [""] * 2


def _in_two_campaigns(office: Office, attempts: int) -> tuple[bytes, bytes]:
    """Owe two calls to one person in two campaigns, to two numbers; the first ends after so many attempts."""
    (other,) = campaign(office, 1, planted=number(9))
    (first,) = campaign(office, 1, attempts=attempts, slots=0, at_home_by=0, span_days=0, rotate_days=0)
    return first, other


def test_a_limit_that_counts_as_a_refusal_ends_other_calls_as_refused_and_not_by_a_limit(office: Office) -> None:
    first, other = _in_two_campaigns(office, 1)
    assert call(office, first, "206").code == "902"
    assert callback_rows.by_id(office.store.rows, other).closed_code == "233"
    table, status = callback_rules.table(), office.ask(callback_sheets.of, other).status
    assert aapor_class(ended(status, "233", table), table) == "R"


def test_a_limit_that_no_call_brought_ends_other_calls_alike(office: Office, clock: FakeClock) -> None:
    first, other = _in_two_campaigns(office, 2)
    call(office, first, "206")
    clock.advance(timedelta(days=2))
    assert not call(office, first, "202").closed
    clock.advance(timedelta(hours=2))
    office.do(callback_appointments.sweep)
    found = [callback_rows.by_id(office.store.rows, one).closed_code for one in (first, other)]
    assert found == ["902", "233"]


def test_a_call_to_verify_that_is_owed_no_more_ends_others_by_no_code_of_its_own(office: Office) -> None:
    named = allowed(office)
    taken(office, named, FindingState.DONE)
    owed = office.do(findings.ask_to_verify, named).value
    called = callback_rows.by_id(office.store.rows, owed).number
    with office.store.write("li") as tx:
        asked = tx.add("callback", {"reason": "satisfaction", "number": called, "begins_at": NOON.isoformat()})
    begun = office.do(callback_attempts.begin, owed).value
    office.do(findings.step, named, FindingState.REOPENED, {"note": "Nothing was put right"})
    assert office.do(callback_attempts.finish, begun.attempt, callback_attempts.Outcome("206")).value.code == "206"
    assert callback_rows.by_id(office.store.rows, asked).closed_code == "233"
