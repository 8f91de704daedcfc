"""The queue can be made again from what happened, and says the same."""

from datetime import timedelta

from app.models.retry_rules import Hindrance
from app.services import callback_appointments, callback_queue, callbacks, callers, health, never_calls
from app.services.office import Office
from tests.desk import sign_in
from tests.fakes import FakeClock
from tests.services.calling import call, campaign, number, promised

_ALL = "SELECT * FROM callback_queue ORDER BY callback /* whole: a test */"


def test_a_queue_that_is_made_again_says_the_same(office: Office) -> None:
    first, second, _ = campaign(office, 3)
    promised(office)
    call(office, first, "202")
    call(office, second, "232")
    before = office.store.rows.all(_ALL)
    assert len(before) == 2
    assert office.do(callback_queue.rebuild).value == 2
    assert office.store.rows.all(_ALL) == before
    sign_in(office, "admin")
    office.do(health.rebuild_tables)
    assert office.store.rows.all(_ALL) == before


def test_a_lease_whose_attempts_are_used_stands_in_nobodys_way(office: Office) -> None:
    calls = campaign(office, 3)
    with office.store.write("li") as tx:
        tx.connection.execute("UPDATE lease SET attempts=0 WHERE contact_group IN ('g0', 'g1')")
    office.do(callback_queue.rebuild)
    assert [one.sheet.callback.id for one in office.ask(callbacks.queue)] == [calls[2]]
    explained = office.ask(callbacks.why_empty)
    assert (explained.ready, dict(explained.counts)) == (1, {Hindrance.LEASE_USED: 2})


def test_what_stands_against_an_owed_call_is_looked_into_again_when_its_number_is_barred_or_free(
    office: Office, clock: FakeClock
) -> None:
    owed = promised(office)
    assert office.do(callback_queue.look_again).value == 1
    assert office.do(callback_queue.look_again).value == 0
    assert held(office) == [(owed, None)]
    office.do(callers.do_not_call, "+8613800000001")
    clock.advance(timedelta(minutes=11))
    office.do(callback_appointments.sweep)
    assert held(office) == [(owed, "do_not_call")]
    sign_in(office, "li")
    [said] = office.ask(never_calls.listed, "+8613800000001")
    office.do(never_calls.lift, said.saying.id, requested_on=clock.now().date(), kept="Letter of 2 March")
    assert held(office) == [(owed, None)]
    assert office.ask(callbacks.next_for) is not None
    call(office, owed, "110")
    assert held(office) == []


def test_holds_that_are_made_again_say_the_same(office: Office, clock: FakeClock) -> None:
    waits, fine = promised(office), promised(office, typed=number(2))
    call(office, waits, "205")
    call(office, fine, "201")
    before = held(office)
    assert before == [(waits, "supervisor"), (fine, None)]
    office.do(callback_queue.rebuild)
    assert held(office) == before


def held(office: Office) -> list[tuple[bytes, str | None]]:
    rows = office.store.rows.all("SELECT callback, blocked FROM callback_hold ORDER BY callback /* whole: a test */")
    return [(bytes(one), blocked) for one, blocked in rows]
